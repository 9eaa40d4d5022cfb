"""What is said of zones, of the company's own gaps, and of groups."""

from __future__ import annotations

from collections.abc import Mapping

from ...findings import Remark, Value
from ...model import OVERALL
from ...results import Cell, Table, number
from ...terms import Text
from .segments import FEWEST, Groups

Record = Mapping[str, Cell]


def zone_remarks(zone: Table) -> tuple[Remark, ...]:
    """What lies below the zone, the worst by the share of those below; and minima over wishes."""
    rows = zone.records()
    below = sorted((row for row in rows if row["zone"] == "below"), key=lambda row: -number(row["below"]))
    found = []
    if below:
        text = Text(
            'less than what is just acceptable was had in {below} of {rows} {rows:indicator|indicators}, most of all in "{worst}": {share:.0%} of the respondents lie below their own minimum',
            "{rows} 个指标中有 {below} 个低于最低可接受水平，最严重的是“{worst}”：{share:.0%} 的受访者低于自己的最低水平",
        )
        values: dict[str, Value] = {
            "below": len(below),
            "rows": len(rows),
            "worst": str(below[0]["indicator"]),
            "share": number(below[0]["below"]),
        }
        found.append(Remark("below_the_zone", text, values))
    crossed = sum(int(number(row["crossed"])) for row in rows)
    if crossed:
        text = Text(
            "{count} of {total} {total:answer puts|answers put} the minimum over the wish, which leaves no zone; {count:it is|they are} no part of the width",
            "{total} 个回答中有 {count} 个的最低可接受水平高于期望水平，不构成容忍区，未计入宽度",
        )
        found.append(Remark("minimum_over_wish", text, {"count": crossed, "total": sum(int(number(row["n"])) for row in rows)}))
    return tuple(found)


def company_remarks(company: Table) -> tuple[Remark, ...]:
    """The direction, how the intervals were made, and which gap falls shortest."""
    text = Text(
        "gaps 1 to 4: a negative one always falls short (belief under expectation, standard under belief, delivery under standard or "
        "promise); their intervals are Student's, by Welch between different people",
        "差距 1 至 4：负值一律表示不足（认知低于期望、标准低于认知、传递低于标准或承诺）；区间为 t 区间，不同人群之间按 Welch 方法",
    )
    found = [Remark("company_direction", text)]
    short = [row for row in company.records() if row["verdict"] == "below" and row["latent"] != OVERALL]
    if short:
        worst = min(short, key=lambda row: number(row["difference"]))
        said = Text(
            'inside the company {short} {short:comparison falls|comparisons fall} short beyond chance, most of all gap {gap} in "{indicator}" ({difference:points} points)',
            "企业内部有 {short} 处明显不足，最大的是“{indicator}”的差距 {gap}（{difference:points} 点）",
        )
        values: dict[str, Value] = {
            "short": len(short),
            "gap": str(worst["gap_number"]),
            "indicator": str(worst["indicator"]),
            "difference": number(worst["difference"]),
        }
        found.append(Remark("company_short", said, values))
    return tuple(found)


def segment_remarks(groups: Groups, segments: Table | None) -> tuple[Remark, ...]:
    """Which groups differ, and which were not compared."""
    found = []
    if segments is None:
        text = Text(
            'groups of "{column}" are not compared: two of at least {fewest} respondents are needed',
            "“{column}”的各组未作比较：至少需要两个不少于 {fewest} 名受访者的组",
        )
        return (Remark("segments_too_small", text, {"column": groups.column, "fewest": FEWEST}),)
    apart = [row for row in segments.records() if row["verdict"] in ("below", "above") and row["latent"] != OVERALL]
    if apart:
        worst = max(apart, key=lambda row: abs(number(row["difference"])))
        text = Text(
            'groups of "{column}" differ beyond chance in {count} {count:gap|gaps}, most of all "{segment}" in "{latent}" ({difference:points} points against {against})',
            "按“{column}”分组，有 {count} 个差距的组间差别超出偶然，最大的是“{segment}”的“{latent}”（与{against}相差 {difference:points} 点）",
        )
        others = str(worst["against"])
        values: dict[str, Value] = {
            "column": groups.column,
            "count": len(apart),
            "segment": str(worst["segment"]),
            "latent": str(worst["latent"]),
            "difference": number(worst["difference"]),
            "against": others,
        }
        if others == "others":
            text = Text(text.en.replace("against {against}", "against the others"), text.zh.replace("与{against}", "与其余各组"))
        found.append(Remark("segments_differ", text, values))
    else:
        text = Text(
            'no gap differs between the groups of "{column}" beyond chance', "按“{column}”分组，各组差距之间没有超出偶然的差别"
        )
        found.append(Remark("segments_alike", text, {"column": groups.column}))
    left = tuple(f"{name} ({size})" for name, size in (*groups.small, *groups.beyond))
    if left:
        text = Text(
            "not compared, as under {fewest} respondents or beyond the largest groups: {groups}",
            "未作比较的组（不足 {fewest} 名受访者，或不在最大的各组之列）：{groups}",
        )
        found.append(Remark("segments_left_out", text, {"groups": left, "fewest": FEWEST}))
    return tuple(found)
