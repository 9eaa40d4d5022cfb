"""The four questions answered: these raises, one indicator at a time, an index to be reached, a budget to be spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...findings import Remark
from ...results import Cell, Chart, Figure, Result, Table
from ...study import settings_of
from . import answers, remarks
from .caveats import caveats
from .faults import refuse_idle, refuse_priceless
from .levers import Levers
from .plans import Plan, best_plan, cheapest_plan, frontier
from .promising import about_expectations
from .question import STEP, Question
from .scenario import Scenario, scenario
from .single import ranked, ways
from .tables import effect_table, frontier_table, lever_table, plan_table, raise_table, ranking_table, way_table
from .terms import CHANGE, SIMULATE


def of_raises(levers: Levers, asked: Question, weights: str) -> Result:
    """What goes with the raises that were asked for."""
    done = scenario(levers.mechanism, asked.raises)
    promised = about_expectations(levers, [node.name for node, _ in asked.raises])
    told = [*promised, *remarks.about_raises(done, levers)]
    return _result(asked, weights, done, answers.of_raises(done), tables=(effect_table(done), raise_table(done)), told=told)


def of_ranking(levers: Levers, asked: Question, weights: str) -> Result:
    """Every usable indicator raised by itself; and, where costs are known, what every budget would buy."""
    refuse_idle(levers)
    singles = ranked(levers, STEP)
    done = singles[0].scenario
    tables = [ranking_table(singles), effect_table(done)]
    told = [*about_expectations(levers), *remarks.about_levers(levers, plan=bool(levers.priced)), *remarks.about_ends(done)]
    if levers.priced:
        corners = frontier(levers, whole=False)
        tables.append(frontier_table(corners))
        told = [*remarks.about_money(corners), *told]
    tables.append(lever_table(levers, [None] * len(levers.priced)))
    return _result(asked, weights, done, answers.of_ranking(singles), tables=tables, told=told)


def of_reach(levers: Levers, asked: Question, weights: str) -> Result:
    """How far one indicator alone would have to rise, and the cheapest way where costs are known."""
    assert asked.reach is not None
    refuse_idle(levers)
    single = ways(levers, asked.reach, whole=asked.whole)
    short = levers.mechanism.index < asked.reach
    plan = cheapest_plan(levers, asked.reach, whole=asked.whole) if levers.priced and short else None
    done = plan.scenario if plan is not None else single[0].scenario if short else scenario(levers.mechanism, ())
    answer = answers.of_reach(levers.mechanism, asked.reach, single, plan, priced=bool(levers.priced))
    tables = [way_table(single)] if short else []
    tables += [plan_table(plan)] if plan is not None else []
    tables += [effect_table(done), _levers(levers, plan)]
    goal = remarks.about_goal(levers, single, plan) if short else ()
    promised = about_expectations(levers, None if plan is None else _bought(plan)) if short else ()
    told = [*promised, *goal, *_about_reach(levers, plan), *remarks.about_ends(done)]
    return _result(asked, weights, done, answer, tables=tables, told=told)


def of_budget(levers: Levers, asked: Question, weights: str) -> Result:
    """The best allocation of the budget, and what every other budget would buy."""
    assert asked.budget is not None
    refuse_idle(levers)
    refuse_priceless(levers)
    plan = best_plan(levers, asked.budget, whole=asked.whole)
    corners = frontier(levers, whole=asked.whole, plan=plan)
    tables = (plan_table(plan), frontier_table(corners), effect_table(plan.scenario), _levers(levers, plan))
    told = [*about_expectations(levers, _bought(plan)), *remarks.about_plan(plan, asked.budget, corners)]
    told += [*remarks.about_levers(levers, plan=True)]
    told += remarks.about_ends(plan.scenario)
    return _result(asked, weights, plan.scenario, answers.of_plan(plan, asked.budget), tables=tables, told=told)


def _bought(plan: Plan) -> list[str]:
    return [one.lever.leaf.name for one in plan.purchases]


def _about_reach(levers: Levers, plan: Plan | None) -> Iterator[Remark]:
    if plan is not None:
        yield from remarks.about_choice(plan)
    yield from remarks.about_levers(levers, plan=bool(levers.priced))


def _levers(levers: Levers, plan: Plan | None) -> Table:
    certainties: Sequence[Cell] = [None] * len(levers.priced) if plan is None else plan.certainties
    return lever_table(levers, certainties)


def _result(
    asked: Question, weights: str, done: Scenario, answer: Remark, *, tables: Sequence[Table], told: Iterable[Remark]
) -> Result:
    mechanism = done.mechanism
    _, change, spread = done.index
    study = mechanism.study
    return Result(
        "simulate",
        SIMULATE,
        Figure(CHANGE, change, *spread, about=mechanism.target, n=study.used),
        tuple(tables),
        tuple(_charts(tables)),
        (*told, *caveats(mechanism, asked=weights)),
        {**settings_of(study), "target": mechanism.target, **asked.settings},
        answer=answer,
    )


def _charts(tables: Sequence[Table]) -> Iterator[Chart]:
    """Changes as bars beside zero, the index against the budget as a curve."""
    for table in tables:
        if table.key in ("effects", "ranking"):
            label = "latent" if table.key == "effects" else "indicator"
            yield Chart(table.key, "gap_bars", table.key, table.title, (label,), "change", "lower", "upper")
        elif table.key == "plan":
            yield Chart(table.key, "gap_bars", table.key, table.title, ("indicator",), "gain", "lower", "upper")
        elif table.key == "frontier":
            yield Chart(table.key, "curve", table.key, table.title, ("budget",), "index", "lower", "upper", x="budget")
