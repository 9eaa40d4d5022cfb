"""Importance and performance of every indicator, side by side on a map."""

from __future__ import annotations

from typing import Annotated, Literal

from ...errors import UsageFault
from ...model import Role
from ...results import Chart, Result, Table
from ...study import Study, settings_of
from ...terms import Text
from ..contract import MODELS, Range, analysis
from ..few import few_respondents
from ..names import names_of
from .beside import beside
from .quadrants import CORNERS, Centre, Quadrants
from .remarks import answer, ipa_remarks
from .sources import Kind, source
from .tables import quadrant_table
from .terms import IPA

_ZH = """
什么重要，又做得如何。

怎么看：图中越靠上越重要，越靠右绩效越好。左上方是“优先改进区”，右上方是“优势区”，左下方是“次要改进区”，右下方是“维持区”。
--centre 决定分界线的位置：data（各点平均值，默认）、median（中位数）、scale（量表中点）、target（自定目标）。以数据分界时，
即使整体良好也总有一些点位于线下。“象限稳定度”是落在同一象限的重抽样所占比例（每次重抽样都重新计算分界线）；低于 80% 的点为灰色空心，
不宜据此下结论。重要性可以是顾客自述（stated，模型中的重要性列），也可以从数据推导：derived（相对权重）、correlation（相关系数）、
revised（答案取对数后的偏相关）；表中并列给出各种重要性。推导的重要性与绩效来自同一批答案，部分循环。
自述重要性与绩效同为 0–100 分时，图中还有斜线“重要性 = 绩效”：位于其上方者优先，“重要性超前”为到斜线的距离 (I − P)/√2。

方法：绩效为 0–100 指数；自述重要性为其量表上的 0–100 均值；推导的重要性见 csi drivers。revised 为 ln(答案) 与结果的偏相关，
答案从最差的 1 开始计，结果为其指标的 0–100 均值。区间与象限稳定度由同一组重抽样得到。

来源：Martilla 与 James（1977），Journal of Marketing 41(1)，77–79；Bacon（2003），International Journal of Market Research 45(1)，55–71；
Abalo、Varela 与 Manzano（2007），Journal of Business Research 60(2)，115–121；Deng（2007），Tourism Management 28(5)，1274–1284。
"""


@analysis(title=IPA, zh=_ZH)
def ipa(
    study: Study,
    *,
    importance: Annotated[
        Literal["stated", "derived", "correlation", "revised"] | None,
        Text(
            "Which importance the map shows; stated where the model names importance columns, else derived.",
            "图中采用的重要性；模型有重要性列时为 stated，否则为 derived。",
        ),
    ] = None,
    centre: Annotated[
        Literal["data", "median", "scale", "target"],
        Text("Where the lines stand that divide the map.", "分界线的位置。"),
    ] = "data",
    importance_line: Annotated[
        float | None,
        Text("The line of importance stands here, in the units of the table.", "重要性分界线的位置（与表中单位相同）。"),
    ] = None,
    performance_line: Annotated[
        float | None, Text("The line of performance stands here, 0-100.", "绩效分界线的位置（0–100）。"), Range(0, 100)
    ] = None,
    outcome: Annotated[
        str | None,
        Text(
            "What derived importance is importance for; the model's target when not said.",
            "推导重要性所针对的结果；默认为模型的目标变量。",
        ),
        MODELS,
    ] = None,
    drivers: Annotated[
        str | None,
        Text(
            "What the map shows: latents or indicators, separated by commas; all that may matter when not said.",
            "图中显示的潜变量或指标，以逗号分隔；默认为全部可能的原因。",
        ),
    ] = None,
) -> Result:
    """What matters, and how well it does.

    How to read it: on the map, further up matters more and further right does better. Upper left is "concentrate here", upper
    right "keep it up", lower left "low priority", lower right "possible overkill". --centre says where the lines stand: data
    (means of the points, the default), median, scale (the middle of the scale) or target (--importance-line,
    --performance-line). Lines that follow the data leave some points below them even when all is well. "Certainty" is the share
    of the resamples in which a point lies in the same quadrant, the lines drawn anew in each; under 80% the point is grey and
    hollow, and nothing should be decided by it. Importance is what customers say (stated: the model's importance columns) or
    what goes with their satisfaction (derived: relative weights; correlation; revised: partial correlation of the logarithm of
    the answers); the table holds all of them side by side. Derived importance stems from the same answers as performance and
    is partly circular. Stated importance and performance share one scale, so the map also has the slanting line on which they
    are equal: what lies above it has priority, by the distance (I - P) / sqrt(2).

    Method: performance is the 0-100 index; stated importance the 0-100 mean on its own scale; for derived importance see csi
    drivers. Revised importance takes answers counted from 1 at the worst, and as outcome the 0-100 mean of its indicators.
    Intervals and certainties come from one set of resamples.

    Source: Martilla & James (1977), Journal of Marketing 41(1), 77-79; Bacon (2003), International Journal of Market Research
    45(1), 55-71; Abalo, Varela & Manzano (2007), Journal of Business Research 60(2), 115-121; Deng (2007), Tourism Management
    28(5), 1274-1284.
    """
    kind: Kind = importance or ("stated" if study.model.has(Role.IMPORTANCE) else "derived")
    _refuse_lines(kind, centre, importance_line, performance_line)
    named = names_of(study, drivers)
    found = source(study, kind, outcome, named)
    points = Quadrants(found, centre, importance_line, performance_line)
    others = beside(study, found, outcome, named)
    table = quadrant_table(study, points, others)
    settings = {**settings_of(study), "importance": kind, "crosshair": _crosshair(centre)}
    settings |= {"outcome": found.outcome or None, "importance_line": importance_line, "performance_line": performance_line}
    remarks = (*few_respondents(study), *ipa_remarks(points, table, others, study.confidence, paths=study.model.has(Role.PATHS)))
    return Result("ipa", IPA, None, (table,), (_chart(table, points),), remarks, settings, answer=answer(points, table))


def _crosshair(centre: Centre) -> str:
    return {"data": "means", "median": "medians", "scale": "scale", "target": "given"}[centre]


def _refuse_lines(kind: Kind, centre: Centre, importance_line: float | None, performance_line: float | None) -> None:
    if centre == "target" and None in (importance_line, performance_line):
        raise UsageFault(
            place="--centre target",
            reason=Text("it needs to be told where the lines stand.", "需要指定分界线的位置。"),
            remedy=Text(
                "Give --importance-line and --performance-line, or take --centre data.",
                "请给出 --importance-line 与 --performance-line，或使用 --centre data。",
            ),
        )
    if centre == "scale" and kind != "stated" and importance_line is None:
        raise UsageFault(
            place="--centre scale",
            reason=Text("derived importance has no scale whose middle could divide it.", "推导的重要性没有量表中点可作分界。"),
            remedy=Text(
                "Take --centre data, or put its line with --importance-line.",
                "请使用 --centre data，或用 --importance-line 指定其分界线。",
            ),
        )


def _chart(table: Table, points: Quadrants) -> Chart:
    return Chart(
        "quadrants",
        "map",
        "quadrants",
        table.title,
        ("indicator",),
        "importance",
        "importance_lower",
        "importance_upper",
        x="performance",
        x_lower="lower",
        x_upper="upper",
        cross=None if points.cross is None else (points.cross[1], points.cross[0]),
        zone="quadrant",
        corners=CORNERS,
        unsure="unsure",
        diagonal=points.comparable,
    )
