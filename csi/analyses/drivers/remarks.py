"""What is said beside a table of drivers: which to begin with, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from ...findings import Remark, Value
from ...results import number
from ...terms import Text
from .cautions import Record, cautions, name_of
from .figures import Drivers

SETTLED = 0.8  # of the resamples with the same driver first, from which its place is settled


def answer(one: Drivers, rows: Sequence[Record]) -> Remark:
    """The strongest driver, its share, how sure its place is, and where it stands now."""
    top = rows[0]
    values: dict[str, Value] = {
        "driver": name_of(top),
        "outcome": one.found.asked.outcome.name,
        "share": number(top["shapley_share"]),
        "performance": number(top["performance"]),
    }
    if len(rows) == 1:
        text = Text(
            '"{driver}" is the only driver of "{outcome}" that was asked for. Its own index is {performance:points}.',
            "“{outcome}”只有一个驱动因素“{driver}”，其自身指数为 {performance:points}。",
        )
        return Remark("only_driver", text, values)
    sure, told = _interval(top, values, one.study.confidence), _how_sure(top, values)
    text = Text(
        f'"{{driver}}" matters most for "{{outcome}}": {{share:.0%}} of what the drivers explain{sure.en}{told.en}. '
        "Its own index is {performance:points}.",
        f"“{{driver}}”对“{{outcome}}”最重要：占所解释部分的 {{share:.0%}}{sure.zh}{told.zh}。其自身指数为 {{performance:points}}。",
    )
    return Remark("strongest", text, values)


def driver_remarks(one: Drivers, rows: Sequence[Record]) -> tuple[Remark, ...]:
    """Remarks on the drivers of one outcome. rows: the most important first."""
    return (
        *_explained(one),
        *_rivals(rows),
        *cautions(one, rows),
        *_other_measure(rows),
        *_left_out(one),
        _association(one),
    )


def _interval(top: Record, values: dict[str, Value], confidence: float) -> Text:
    if not isinstance(top["shapley_share_lower"], float):
        return Text("", "")
    values["lower"], values["upper"] = number(top["shapley_share_lower"]), number(top["shapley_share_upper"])
    values["confidence"] = confidence
    return Text(
        " ({confidence:share}% interval {lower:.0%} to {upper:.0%})", "（{confidence:share}% 区间 {lower:.0%} 至 {upper:.0%}）"
    )


def _how_sure(top: Record, values: dict[str, Value]) -> Text:
    first = top["first_probability"]
    if not isinstance(first, float):
        return Text("", "")
    values["probability"] = first
    if first >= SETTLED:
        return Text("; it stands first in {probability:.0%} of the resamples", "；在 {probability:.0%} 的重抽样中居首")
    return Text(
        "; it stands first in only {probability:.0%} of the resamples, so which comes first is not settled",
        "；仅在 {probability:.0%} 的重抽样中居首，首位尚不确定",
    )


def _explained(one: Drivers) -> tuple[Remark, ...]:
    values: dict[str, Value] = {
        "count": len(one.found.drivers),
        "outcome": one.found.asked.outcome.name,
        "r_squared": one.found.value("r_squared"),
        "adjusted": number(one.explained()[0]),
    }
    less = Text("; adjusted for their number {adjusted:.0%}", "；按个数调整后 {adjusted:.0%}")
    text = Text(
        '{count:the driver explains|the drivers together explain} {r_squared:.0%} of the differences in "{outcome}" (R²'
        + (less.en if len(one.found.drivers) > 1 else "")
        + ")",
        "{count} 个驱动因素合计解释“{outcome}”差异的 {r_squared:.0%}（R²"
        + (less.zh if len(one.found.drivers) > 1 else "")
        + "）",
    )
    return (Remark("explained", text, values),)


def _rivals(rows: Sequence[Record]) -> tuple[Remark, ...]:
    """Who else stands first often enough to matter, where the first place is not settled."""
    first = rows[0]["first_probability"]
    if not isinstance(first, float) or first >= SETTLED:
        return ()
    others = [row for row in rows[1:] if number(row["first_probability"]) >= (1 - SETTLED) / 2]
    if not others:
        return ()
    names = tuple(name_of(row) for row in others)
    text = Text(
        "in other resamples {rivals} {count:stands|stand} first; treat {count:both|them} as equals and decide by cost",
        "在另一些重抽样中居首的是{rivals}；可视为同等重要，按成本取舍",
    )
    return (Remark("rivals", text, {"rivals": names, "count": len(names)}),)


def _other_measure(rows: Sequence[Record]) -> tuple[Remark, ...]:
    other = max(rows, key=lambda row: number(row["relative_weight"]))
    if other is rows[0]:
        return ()
    text = Text(
        'by relative weights "{driver}" stands first ({share:.0%}); the two methods differ by a few points of percent',
        "按相对权重居首的是“{driver}”（{share:.0%}）；两种方法通常相差几个百分点",
    )
    return (Remark("other_measure", text, {"driver": name_of(other), "share": number(other["relative_weight_share"])}),)


def _left_out(one: Drivers) -> tuple[Remark, ...]:
    if not one.found.asked.causes_only:
        return ()
    text = Text(
        'drivers are taken from the latents that paths lead from to "{outcome}"; name others with --drivers',
        "驱动因素取自有路径通向“{outcome}”的潜变量；可用 --drivers 指定其他",
    )
    return (Remark("causes_only", text, {"outcome": one.found.asked.outcome.name}),)


def _association(one: Drivers) -> Remark:
    text = Text(
        "importance is association among the same respondents' answers, no proof that an improvement works; try it before you spend on it",
        "重要性是同一批受访者答案之间的关联，并不证明改进有效；投入之前请先小范围验证",
    )
    return Remark("association", text, {"outcome": one.found.asked.outcome.name})
