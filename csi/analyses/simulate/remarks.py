"""What is said beside a simulation: what was cut, what was barred and why, where money goes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...findings import Remark, Value
from ...results import Blank
from ...terms import Text
from .levers import Lever, Levers, Standing
from .plans import Corner, Plan
from .scenario import Scenario
from .single import Way, together

DECIDED = 0.8  # of the resamples that agree, under which a plan's choice is not settled

_BARRED: Mapping[Standing, Text] = {
    "uncontrollable": Text("barred as uncontrollable: {names}", "因不可控而不列入：{names}"),
    "infeasible": Text("barred as not feasible: {names}", "因不可行而不列入：{names}"),
    "no_cost": Text("left out of the plan because no cost is known: {names}", "因成本未知而不列入方案：{names}"),
    "no_room": Text("at their ceiling already: {names}", "已达上限：{names}"),
    "no_gain": Text("raising them goes with no more of the index: {names}", "提高后指数并不上升：{names}"),
    "no_path": Text("no path leads from them to the index: {names}", "没有路径通向指数：{names}"),
    "is_result": Text(
        "they measure the index itself, so they are results and no levers: {names}", "它们测量指数本身，属于结果而非抓手：{names}"
    ),
    "no_weight": Text("they carry no weight in this survey: {names}", "在本调查中没有权重：{names}"),
}


def about_raises(done: Scenario, levers: Levers) -> Iterator[Remark]:
    """What of the raises could not be had, and what the model says against them."""
    for one in done.raises:
        if one.is_cut:
            text = Text(
                '"{name}" goes from {before:points} to {after:points} only, {points:points} of the {asked} points asked for: there its scale ends',
                "“{name}”只能从 {before:points} 到 {after:points}，即所要求的 {asked} 点中的 {points:points} 点：已到量表尽头",
            )
            if not one.node.is_indicator:
                text = Text(
                    '"{name}" goes from {before:points} to {after:points} only, {points:points} of the {asked} points asked for: indicators of it come to the end of their scale',
                    "“{name}”只能从 {before:points} 到 {after:points}，即所要求的 {asked} 点中的 {points:points} 点：其中有指标已到量表尽头",
                )
            values: dict[str, Value] = {"name": one.node.name, "asked": one.asked, "points": one.points}
            yield Remark("capped", text, {**values, "before": one.before, "after": one.after})
    named = {leaf for one in done.raises for leaf in one.node.leaves}
    fixed = tuple(x.leaf.name for x in levers.every if x.standing == "uncontrollable" and x.leaf.name in named)
    if fixed:
        text = Text(
            "the model calls these uncontrollable, so a plan could not use them: {names}", "模型注明不可控，方案无法采用：{names}"
        )
        yield Remark("uncontrollable", text, {"names": fixed})
    by_name = {x.leaf.name: x for x in levers.every}
    for one in done.raises:
        lever = by_name.get(one.node.name) if one.node.is_indicator else None
        if lever is not None and one.after > lever.ceiling + 1e-9:
            text = Text('"{name}" would pass its ceiling of {ceiling:points}', "“{name}”将超过其上限 {ceiling:points}")
            yield Remark("beyond_ceiling", text, {"name": one.node.name, "ceiling": lever.ceiling})
    yield from about_ends(done)


def about_ends(done: Scenario) -> Iterator[Remark]:
    """The latents that come to an end of the scale."""
    if done.held:
        text = Text(
            "{names} would come to the end of the scale and {count:is|are} held there, so {count:it passes|they pass} on no more",
            "{names}将到达量表尽头，就此为止，不再向后传递",
        )
        yield Remark("held", text, {"names": done.held, "count": len(done.held)})


def about_levers(levers: Levers, *, plan: bool) -> Iterator[Remark]:
    """Indicators that are left out, by reason. plan: whether a price is needed too."""
    for standing, text in _BARRED.items():
        names = tuple(
            lever.leaf.name for lever in levers.every if lever.standing == standing and _is_news(lever, levers, plan=plan)
        )
        if names:
            yield Remark(f"left_out_{standing}", text, {"names": names})


def _is_news(lever: Lever, levers: Levers, *, plan: bool) -> bool:
    """Whether anybody would wonder why it is left out."""
    if lever.standing == "no_cost":
        return plan
    return lever.standing != "no_path" or lever.cost is not None or not levers.mechanism.structural


def about_plan(plan: Plan, budget: float, corners: Sequence[Corner]) -> Iterator[Remark]:
    """Where the next unit of money would go, what is left of the budget, and which choices are not settled."""
    here = next((corner for corner in corners if corner.asked), None)
    if here is not None and here.next is not None:
        yield _next_money(here)
    left = budget - plan.cost
    if left > 1e-6 * budget:
        text = Text("{left} of the budget of {budget} is not spent: {why}", "预算 {budget} 尚余 {left}：")
        full = here is None or here.next is None
        why = Text("nothing more can be bought", "已无可购买之处") if full else Text("no whole point fits", "不足一个整点")
        yield Remark("not_spent", Text(text.en.replace("{why}", why.en), text.zh + why.zh), {"left": left, "budget": budget})
    yield from about_choice(plan)


def about_choice(plan: Plan) -> Iterator[Remark]:
    """Purchases that other resamples would not make."""
    unsure = tuple(
        one.lever.leaf.name for one in plan.purchases if not isinstance(one.certainty, Blank) and one.certainty < DECIDED
    )
    if unsure:
        text = Text(
            "not settled: fewer than {least:.0%} of the resamples would buy {names}",
            "尚不稳定：不到 {least:.0%} 的重抽样会选择 {names}",
        )
        yield Remark("unsettled", text, {"names": unsure, "least": DECIDED})
    yield Remark(
        "chosen_here",
        Text(
            "the plan is the best for this very survey, so its gain is told rather high: what was drawn too well is chosen more often",
            "方案是就本次数据选出的最优，其增益略偏乐观：偶然偏高者更易入选",
        ),
    )


def about_goal(levers: Levers, single: Sequence[Way], plan: Plan | None) -> Iterator[Remark]:
    """How near all together come, where one alone does not reach the goal; and whether what has a cost reaches it."""
    if levers.priced and plan is None and single[0].points is not None:
        text = Text("what has a cost does not reach it, not even all together", "已知成本的指标合起来也达不到")
        yield Remark("priced_fall_short", text)
    if single[0].points is None and plan is None:
        after, (_, lower, upper) = together(levers).after
        values: dict[str, Value] = {"after": after}
        ends = Text("", "")
        if not isinstance(lower, Blank) and not isinstance(upper, Blank):
            values |= {"lower": lower, "upper": upper}
            ends = Text(" ({lower:points} to {upper:points})", "（{lower:points} 至 {upper:points}）")
        text = Text(
            "all usable indicators at their ceilings together would bring it to {after:points}" + ends.en,
            "全部可用指标同时达到上限时为 {after:points}" + ends.zh,
        )
        yield Remark("together", text, values)


def about_money(corners: Sequence[Corner]) -> Iterator[Remark]:
    """Where the first unit of money would go."""
    if corners and corners[0].next is not None:
        yield _next_money(corners[0])


def _next_money(corner: Corner) -> Remark:
    assert corner.next is not None
    rate = corner.gain_per_cost
    text = Text(
        'the next unit of money should go into "{name}", where a point of the index costs {price}',
        "下一单位费用应投入“{name}”，在那里指数每提高一点需 {price}",
    )
    return Remark("next_money", text, {"name": corner.next.leaf.name, "rate": rate, "price": 1 / rate})
