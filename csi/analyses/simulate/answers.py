"""The one sentence of a simulation: what a raise, a plan or the smallest step would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...findings import Remark, Value
from ...results import Blank
from ...terms import Text
from .mechanism import Mechanism, Spread
from .plans import Plan
from .question import STEP
from .scenario import Raise, Scenario
from .single import Single, Way

_NAMED = 3  # raises that a sentence names
_ALIKE = 1e-9  # points of the index between raises that bring the same
_FINE = 0.5  # points under which a change is told to the hundredth


def of_raises(done: Scenario) -> Remark:
    """What the raises together would bring."""
    words, values = _raised(done.raises)
    told, more = _moved(done)
    return Remark("would_bring", Text(f"{words.en} would {told.en}", f"若{words.zh}，{told.zh}"), {**values, **more})


def of_ranking(singles: Sequence[Single]) -> Remark:
    """Which single raise would bring most; those that bring as much are named with it."""
    most = singles[0].scenario.index[1]
    best = tuple(one.lever.leaf.name for one in singles if one.scenario.index[1] > most - _ALIKE)
    told, values = _moved(singles[0].scenario)
    short = any(one.points < STEP - _ALIKE for one in singles)
    by = Text("by up to {step} points", "至多 {step} 点") if short else Text("by {step} points", " {step} 点")
    if len(best) == len(singles) > 1:
        text = Text(f"a raise of any single indicator {by.en} would {told.en}", f"任一指标单独提高{by.zh}，{told.zh}")
    elif len(best) > 1:
        text = Text(
            f"of all single raises {by.en}, {{names}} would bring most and as much as one another: each would {told.en}",
            f"在各指标单独提高{by.zh}的情形中，{{names}}的效果最大且相同：{told.zh}",
        )
    else:
        text = Text(
            f"of all single raises {by.en}, {{names}} would bring most: it would {told.en}",
            f"在各指标单独提高{by.zh}的情形中，“{{names}}”的效果最大：{told.zh}",
        )
    return Remark("best_single", text, {"names": best, "step": STEP, **values})


def of_plan(plan: Plan, budget: float) -> Remark:
    """What the best plan for the budget would bring."""
    if not plan.purchases:
        text = Text("a budget of {budget} buys no whole point of anything", "预算 {budget} 不足以换取任何整点的提高")
        return Remark("buys_nothing", text, {"budget": budget})
    words, values = _raised(plan.scenario.raises)
    told, more = _moved(plan.scenario)
    text = Text(f"for {{budget}}, {words.en} would {told.en}", f"以 {{budget}} 的预算{words.zh}，{told.zh}")
    return Remark("plan_would_bring", text, {**values, **more, "budget": budget})


def of_reach(mechanism: Mechanism, goal: float, ways: Sequence[Way], cheapest: Plan | None, *, priced: bool) -> Remark:
    """The cheapest way to the goal, or the shortest where nothing has a price."""
    named, values = _index(mechanism)
    values |= {"goal": goal, "before": mechanism.index}
    if mechanism.index >= goal:
        text = Text(
            f"{named.en} stands at {{before:points}} already, not under {{goal}}",
            f"{named.zh}已达 {{before:points}}，不低于 {{goal}}",
        )
        return Remark("reached_already", text, values)
    if cheapest is not None:
        words, more = _raised(cheapest.scenario.raises)
        text = Text(
            f"the cheapest way to bring {named.en} from {{before:points}} to {{goal}} costs {{cost}}: {words.en}",
            f"使{named.zh}从 {{before:points}} 升至 {{goal}} 的最省方案需 {{cost}}：{words.zh}",
        )
        return Remark("cheapest_way", text, {**values, **more, "cost": cheapest.cost})
    return _alone(named, values, ways[0], priced=priced)


def _alone(named: Text, values: Mapping[str, Value], first: Way, *, priced: bool) -> Remark:
    """The smallest raise of one indicator that reaches the goal, or that none does."""
    if first.points is None:
        what = (
            Text("all that has a cost together", "所有已知成本的指标合起来")
            if priced
            else Text("no single indicator", "任何单个指标")
        )
        brings = Text(
            f"{what.en} {'does not bring' if priced else 'brings'} {named.en} from {{before:points}} to {{goal}}",
            f"{what.zh}{'也' if priced else '都'}不能使{named.zh}从 {{before:points}} 升至 {{goal}}",
        )
        return Remark("not_reachable", brings, values)
    size = _slot("points", first.points)
    text = Text(
        f"the smallest single raise that brings {named.en} from {{before:points}} to {{goal}} is {{name}}'s, by {size}, from {{from:points}} to {{to:points}}",
        f"使{named.zh}从 {{before:points}} 升至 {{goal}} 的最小单项提高是“{{name}}”提高 {size} 点，从 {{from:points}} 到 {{to:points}}",
    )
    more: dict[str, Value] = {
        "name": first.lever.leaf.name,
        "points": first.points,
        "from": first.before,
        "to": first.before + first.points,
    }
    return Remark("smallest_raise", text, {**values, **more})


def _index(mechanism: Mechanism) -> tuple[Text, dict[str, Value]]:
    """The index in a sentence; a latent that is not the model's own target goes by its name, {target}."""
    if mechanism.target == mechanism.study.model.target:
        return Text("the index", "指数"), {}
    return Text('"{target}"', "“{target}”"), {"target": mechanism.target}


def _raised(raises: Sequence[Raise]) -> tuple[Text, dict[str, Value]]:
    """The raises as words: "Raising Speed by 5 and lowering Price by 3"."""
    values: dict[str, Value] = {}
    english, chinese, last = [], [], ""
    for at, one in enumerate(raises[:_NAMED]):
        values |= {f"name{at}": one.node.name, f"points{at}": abs(one.points)}
        verb = Text("raising", "提高") if one.points >= 0 else Text("lowering", "降低")
        said = "" if verb.en == last else f"{verb.en} "
        english.append(f"{said}{{name{at}}} by {_slot(f'points{at}', one.points)}")
        chinese.append(f"把“{{name{at}}}”{verb.zh} {_slot(f'points{at}', one.points)} 点")
        last = verb.en
    if len(raises) > _NAMED:
        values["others"] = len(raises) - _NAMED
        english.append("{others} more")
        chinese.append("另有 {others} 项")
    joined = english[0] if len(english) == 1 else f"{', '.join(english[:-1])} and {english[-1]}"
    return Text(joined, "、".join(chinese)), values


def _slot(name: str, points: float) -> str:
    """Whole points as they are, others to the tenth, and what would vanish then with its first digits."""
    plain = abs(points - round(points)) < 1e-9 or abs(points) < 0.1
    return f"{{{name}}}" if plain else f"{{{name}:points}}"


def _moved(done: Scenario) -> tuple[Text, dict[str, Value]]:
    """From where to where the index would go, as a verb with what follows it."""
    named, values = _index(done.mechanism)
    before, change, spread = done.index
    values |= {"before": before, "after": before + change, "change": change}
    if abs(change) < 1e-9:
        return Text(f"leave {named.en} at {{before:points}}", f"{named.zh}仍为 {{before:points}}"), values
    form = "points" if abs(change) >= _FINE else ".2f"
    sign = "+" if change > 0 else ""
    ends = _ends(spread, form, values)
    verb = Text("lift", "升至") if change > 0 else Text("lower", "降至")
    return (
        Text(
            f"{verb.en} {named.en} from {{before:points}} to {{after:points}} ({sign}{{change:{form}}}{ends.en})",
            f"{named.zh}将从 {{before:points}} {verb.zh} {{after:points}}（{sign}{{change:{form}}}{ends.zh}）",
        ),
        values,
    )


def _ends(spread: Spread, form: str, values: dict[str, Value]) -> Text:
    _, lower, upper = spread
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        return Text("", "")
    values |= {"lower": lower, "upper": upper}
    return Text(f", {{lower:{form}}} to {{upper:{form}}}", f"，{{lower:{form}}} 至 {{upper:{form}}}")
