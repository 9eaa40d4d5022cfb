"""What is said beside a table of gaps: the direction, the worst, and what was left out."""

from __future__ import annotations

from ...findings import Remark
from ...results import Table, number
from ...terms import Text


def gap_remarks(every: Table, shown: Table, at_least: float) -> tuple[Remark, ...]:
    """Remarks on the gaps of all indicators, of which those of at least so many points are shown."""
    direction = Text("gap = experience − expectation, so a negative gap falls short", "差距 = 体验 − 期望，负值表示未达到期望")
    found = [Remark("direction", direction)]
    worst = sorted((row for row in every.records() if row["verdict"] == "below"), key=lambda row: number(row["gap_index"]))
    if worst:
        text = Text(
            'experience falls short beyond chance in {below} of {rows} {rows:indicator|indicators}, most of all in "{worst}" ({gap:points} points)',
            "{rows} 个指标中有 {below} 个明显低于期望，差距最大的是“{worst}”（{gap:points} 点）",
        )
        first, lowest = str(worst[0]["indicator"]), number(worst[0]["gap_index"])
        found.append(Remark("falls_short", text, {"below": len(worst), "rows": len(every.rows), "worst": first, "gap": lowest}))
    hidden = len(every.rows) - len(shown.rows)
    if hidden > 0:
        text = Text(
            "{hidden} {hidden:gap|gaps} smaller than {at_least} {at_least:point|points} {hidden:is|are} not listed",
            "有 {hidden} 个小于 {at_least} 点的差距未列出",
        )
        found.append(Remark("small_gaps_hidden", text, {"hidden": hidden, "at_least": at_least}))
    return tuple(found)
