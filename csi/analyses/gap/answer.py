"""The answer of a gap analysis: where customers got less than they expected, and which side is to blame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...findings import Remark, Value
from ...results import Table, number
from ...terms import Text
from .why import SIDES, Record, why_of

NAMED = 3  # indicators that the sentence names

_COUNTED: Mapping[str, Text] = {
    "experience": Text("{experience} {experience:stands|stand} out by too poor an experience", "体验偏差的 {experience} 个"),
    "expectation": Text("{expectation} {expectation:stands|stand} out by too high an expectation", "期望偏高的 {expectation} 个"),
    "both": Text("{both} {both:stands|stand} out by both", "两者兼有的 {both} 个"),
    "neither": Text("{neither} {neither:stands|stand} out by neither", "均不突出的 {neither} 个"),
}


def answer(gaps: Table, causes: Table) -> Remark | None:
    """The sentence, with key "falls_short" when something does; None where no gap could be tested."""
    tested = [row for row in gaps.records() if isinstance(row["verdict"], str)]
    if not tested:
        return None
    below = sorted((row for row in tested if row["verdict"] == "below"), key=lambda row: number(row["gap_index"]))
    return _short(below, gaps, causes) if below else _none(tested)


def _short(below: Sequence[Record], gaps: Table, causes: Table) -> Remark:
    """The gaps that fall short, the biggest first, and why the first one does."""
    first = next(row for row in causes.records() if row["indicator"] == below[0]["indicator"])
    why, then = why_of(first), _then(len(below))
    where = Text(' in "{worst}" ', "“{worst}”的") if then.en else Text(" ", "该指标的")
    because = Text(f";{where.en}{why.en}", f"；{where.zh}{why.zh}") if why.en else Text("", "")
    text = Text(
        'customers got less than they expected in {below} of {rows} {rows:indicator|indicators}, most of all in "{worst}" ({gap:points} points)'
        + then.en
        + because.en,
        "{rows} 个指标中有 {below} 个低于期望，差距最大的是“{worst}”（{gap:points} 点）" + then.zh + because.zh,
    )
    values: dict[str, Value] = {"below": len(below), "rows": len(gaps.rows)}
    for name, row in zip(("worst", "second", "third"), below, strict=False):
        values |= {name: str(row["indicator"]), "gap" if name == "worst" else f"{name}_gap": number(row["gap_index"])}
    sides = {key: number(first[f"{key}_against"]) for key in ("expectation", "experience")}
    told = {"poorer": -sides["experience"], "cause": str(first["cause"]) if why.en else None}
    return Remark("falls_short", text, {**values, **sides, **told})


def _then(below: int) -> Text:
    """The next ones by size."""
    if below < 2:
        return Text("", "")
    third = Text(' and "{third}" ({third_gap:points})', "、“{third}”（{third_gap:points}）") if below >= NAMED else Text("", "")
    return Text(', then "{second}" ({second_gap:points})' + third.en, "，其次是“{second}”（{second_gap:points}）" + third.zh)


def _none(tested: Sequence[Record]) -> Remark:
    lowest = min(tested, key=lambda row: number(row["gap_index"]))
    text = Text(
        'nowhere did customers get less than they expected beyond chance; the lowest of {rows} {rows:gap|gaps} is that of "{lowest}" ({gap:points} points)',
        "没有指标的体验明显低于期望；{rows} 个差距中最低的是“{lowest}”（{gap:points} 点）",
    )
    values: dict[str, Value] = {"rows": len(tested), "lowest": str(lowest["indicator"]), "gap": number(lowest["gap_index"])}
    return Remark("nothing_short", text, values)


def cause_remarks(causes: Table) -> tuple[Remark, ...]:
    """Of how many gaps either side is to blame, and what such a comparison can tell."""
    found = Counter(str(row["cause"]) for row in causes.records() if isinstance(row["cause"], str))
    if sum(found.values()) < 2:
        return ()
    named = [_COUNTED[key] for key in SIDES if found[key]]
    text = Text(
        "of the {short} {short:gap|gaps} that {short:falls|fall} short, "
        + ", ".join(said.en for said in named)
        + "; each side is compared with its mean over the other indicators, so what is wrong everywhere alike stands out nowhere",
        "未达到期望的 {short} 个指标中，"
        + "，".join(said.zh for said in named)
        + "；每一侧都与其他指标的平均值比较，因此各处都存在的问题不会单独突出",
    )
    counts = {key: found[key] for key in SIDES}
    return (Remark("causes", text, {"short": sum(found.values()), **counts}),)
