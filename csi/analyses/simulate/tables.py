"""The tables of a simulation: what was raised, what goes with it, how to reach an index, what to buy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...model import OVERALL, Latent
from ...results import Blank, Cell, Table
from ...terms import INDEX, INDICATOR, LATENT, LATENT_OR_OVERALL, LOWER, STANDARD_ERROR, UPPER, N, Text
from .levers import Lever, Levers
from .plans import Corner, Plan
from .scenario import Scenario
from .single import Single, Way
from .terms import (
    AFTER,
    ASKED,
    BEFORE,
    BUDGET,
    CEILING,
    CERTAINTY,
    CHANGE,
    CHANGE_ERROR,
    CHANGE_LOWER,
    CHANGE_UPPER,
    COST,
    EFFECT,
    EFFECT_LOWER,
    EFFECT_UPPER,
    FROM,
    GAIN,
    INDEX_AFTER,
    NEXT,
    POINTS,
    RAISED,
    STANDING,
    TO,
    UNIT_COST,
    money,
    per_money,
)

Row = tuple[Cell, ...]
_SPREAD = (CHANGE_ERROR, CHANGE_LOWER, CHANGE_UPPER)


def effect_table(done: Scenario) -> Table:
    """One row a latent, the index marked; with the whole tree as the index, its row first."""
    study, target = done.mechanism.study, done.mechanism.target
    rows = [_effect_row(done, latent) for latent in study.model.latents]
    if target == OVERALL:
        before, change, spread = done.index
        rows.insert(0, (OVERALL, before, before + change, change, *spread, study.used))
    strong = frozenset(at for at, row in enumerate(rows) if row[0] == target)
    columns = (LATENT_OR_OVERALL, BEFORE, AFTER, CHANGE, *_SPREAD, N)
    shown = ("latent", "before", "after", "change", "lower", "upper")
    return Table("effects", Text("What goes with it", "随之而来的变化"), columns, tuple(rows), shown, strong)


def raise_table(done: Scenario) -> Table:
    """One row a raise, with what it would change by itself."""
    rows = tuple(
        (one.node.name, one.asked, one.points, one.before, one.after, *_alone(done, at)) for at, one in enumerate(done.raises)
    )
    columns = (RAISED, ASKED, POINTS, FROM, TO, CHANGE, *_SPREAD)
    shown = ("raised", "from", "to", "points", "change", "lower", "upper")
    return Table(
        "raises", Text("What is raised, and what each would bring by itself", "提高的内容及各自单独的效果"), columns, rows, shown
    )


def ranking_table(singles: Sequence[Single]) -> Table:
    """One row an indicator, that which moves the index most first."""
    rows = tuple(_single_row(one) for one in singles)
    columns = (LATENT, INDICATOR, POINTS, FROM, TO, CHANGE, *_SPREAD)
    same = len({one.points for one in singles}) == 1
    shown = ("indicator", "from", "to", *(() if same else ("points",)), "change", "lower", "upper")
    return Table("ranking", Text("One indicator raised at a time", "逐一提高单个指标"), columns, rows, shown)


def way_table(ways: Sequence[Way]) -> Table:
    """One row an indicator: how far it alone would have to rise, or why it cannot."""
    rows = tuple(_way_row(way) for way in ways)
    cost = money(COST, (way.lever.cost * way.points for way in ways if way.lever.cost and way.points))
    columns = (LATENT, INDICATOR, FROM, TO, POINTS, cost, INDEX_AFTER, STANDARD_ERROR, LOWER, UPPER)
    shown = ("indicator", "from", "to", "points", "cost", "after", "lower", "upper")
    return Table("reach", Text("How far one indicator alone would have to rise", "仅靠单个指标需提高多少"), columns, rows, shown)


def plan_table(plan: Plan) -> Table:
    """One row a lever that is bought, that which gains most for its money first."""
    rows = tuple(
        (
            one.lever.latent,
            one.lever.leaf.name,
            one.before,
            one.before + one.points,
            one.points,
            one.cost,
            one.gain,
            *one.spread,
            one.gain / one.cost,
            one.certainty,
        )
        for one in plan.purchases
    )
    cost, rate = money(COST, [one.cost for one in plan.purchases]), per_money(one.gain / one.cost for one in plan.purchases)
    columns = (LATENT, INDICATOR, FROM, TO, POINTS, cost, GAIN, *_SPREAD, rate, CERTAINTY)
    shown = ("indicator", "from", "to", "cost", "gain", "lower", "upper", "gain_per_cost", "certainty")
    return Table("plan", Text("The plan", "方案"), columns, rows, shown)


def frontier_table(corners: Sequence[Corner]) -> Table:
    """One row a budget at which something else is bought next; the budget asked for is marked."""
    rows = tuple(
        (
            one.budget,
            one.index,
            *one.spread,
            one.gain,
            None if one.next is None else one.next.leaf.name,
            None if one.next is None else one.gain_per_cost,
        )
        for one in corners
    )
    strong = frozenset(at for at, one in enumerate(corners) if one.asked)
    budget, rate = money(BUDGET, [one.budget for one in corners]), per_money(one.gain_per_cost for one in corners)
    columns = (budget, INDEX, STANDARD_ERROR, LOWER, UPPER, GAIN, NEXT, rate)
    shown = ("budget", "index", "lower", "upper", "next", "gain_per_cost")
    return Table("frontier", Text("What every budget would buy", "各预算所能换来的指数"), columns, rows, shown, strong)


def lever_table(levers: Levers, certainties: Sequence[Cell]) -> Table:
    """One row an indicator of the model: what a point of it brings and costs, and whether a plan may use it."""
    sure = {lever.leaf.name: certainty for lever, certainty in zip(levers.priced, certainties, strict=True)}
    rows = tuple(_lever_row(levers, lever, sure) for lever in levers.every)
    columns = (
        LATENT,
        INDICATOR,
        FROM,
        CEILING,
        EFFECT,
        EFFECT_LOWER,
        EFFECT_UPPER,
        money(UNIT_COST, [lever.cost for lever in levers.every if lever.cost]),
        per_money(levers.gain(lever)[0] / (lever.cost or 1) for lever in levers.priced),
        CERTAINTY,
        STANDING,
    )
    shown = ("indicator", "from", "ceiling", "effect", "lower", "upper", "unit_cost", "gain_per_cost", "certainty", "standing")
    return Table("levers", Text("What could be bought", "可选的指标"), columns, rows, shown, detail=True)


def _effect_row(done: Scenario, latent: Latent) -> Row:
    study = done.mechanism.study
    if latent.name not in done.mechanism.names:
        columns = [study.arrangement.column("item", leaf.name) for leaf in latent.leaves()]
        answered = study.answered([at for at in columns if at is not None])
        return (latent.name, *[Blank("no_weight" if answered else "no_answers")] * 6, answered)
    n = study.answered(study.arrangement.blocks()[done.mechanism.names.index(latent.name)])
    if latent.name in study.negative_items():
        return (latent.name, *[Blank("negative_weight")] * 6, n)
    before, change, spread = done.latent(latent.name)
    return (latent.name, before, before + change, change, *spread, n)


def _alone(done: Scenario, at: int) -> Row:
    """Change of the index by this raise alone, and its uncertainty."""
    mechanism, one = done.mechanism, done.raises[at]
    _, change, spread = Scenario(mechanism, (one,), np.array(one.items)).index
    return (change, *spread)


def _single_row(one: Single) -> Row:
    _, change, spread = one.scenario.index
    return (one.lever.latent, one.lever.leaf.name, one.points, one.before, one.before + one.points, change, *spread)


def _way_row(way: Way) -> Row:
    named = (way.lever.latent, way.lever.leaf.name, way.before)
    index = (way.after, *way.spread)
    if way.points is None:
        absent = Blank("not_reachable")
        return (*named, absent, absent, None if way.lever.cost is None else absent, *index)
    cost = None if way.lever.cost is None else way.lever.cost * way.points
    return (*named, way.before + way.points, way.points, cost, *index)


def _lever_row(levers: Levers, lever: Lever, sure: dict[str, Cell]) -> Row:
    if lever.at is None:
        return (lever.latent, lever.leaf.name, *[Blank("no_weight")] * 5, lever.cost, None, None, lever.standing)
    before = float(levers.mechanism.point.items[lever.at, 0])
    gain, (_, lower, upper) = levers.gain(lever)
    rate = None if lever.cost is None else gain / lever.cost
    row = (lever.latent, lever.leaf.name, before, lever.ceiling, gain, lower, upper, lever.cost, rate)
    return (*row, sure.get(lever.leaf.name), lever.standing)
