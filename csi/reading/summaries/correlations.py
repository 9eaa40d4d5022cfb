"""Correlations, means and deviations become rows that have exactly these: every estimate by sums is that of the unseen respondents.

What the sums do not say is how the answers were spread around them: intervals are those of normal answers, and that is said.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import NothingToScore
from ...findings import Finding, Value
from ...survey import Origin
from ...terms import Text
from ..answers.answer_findings import UNREAD_KEYS
from ..answers.model_columns import position_of
from ..answers.scales import STANDARD
from ..cells import Cells, Raw
from ..layout.names import visible_names
from .correlation_table import CorrelationTable
from .moments import nearest_correlations, rows_of

if TYPE_CHECKING:
    from ...survey import Survey
    from .moments import Array

_MOVED = 0.05  # of a correlation; more is no rounding
_MOST = 20_000_000  # figures that are laid out

_READ = Text(
    "the table holds correlations, means and deviations of {count} items from {n} respondents; it holds no respondents. Estimates are"
    " those of the respondents; intervals are those of normally distributed answers. Shares of answers and segments need respondents.",
    "该表为 {count} 个指标（{n} 位受访者）的相关系数、均值和标准差，没有逐人数据。估计值与原始数据一致；区间按正态分布的答案得出。选项占比与细分需要逐人数据。",
)
_UNEQUAL = Text(
    "the items were answered by {fewest} to {most} respondents; {n} were counted for all.",
    "各指标的作答人数为 {fewest} 至 {most}；统一按 {n} 人计算。",
)
_MENDED = Text(
    "the printed correlations contradict each other slightly, as rounded ones do; they were made consistent (by {moved} at most).",
    "所列相关系数因四舍五入略有矛盾，已作一致化处理（最大改动 {moved}）。",
)


def correlated_cells(table: CorrelationTable, origin: Origin) -> Cells:
    """One column an item with rows of exactly the printed means, deviations and correlations; shown rounded to a likely scale.

    Raises: NothingToScore naming what the table lacks: a correlation, the means, deviations or number of respondents.
    """
    import numpy as np

    _refuse_gaps(table, origin)
    means, deviations = (np.array(table.statistics[key], dtype=float) for key in ("mean", "sd"))
    bases = [base for base in table.statistics["n"] if base]
    n = round(min(bases))
    _refuse_size(table, n, origin)
    r, moved = nearest_correlations(_matrix(table))
    if moved > _MOVED:
        raise _impossible(table, origin)
    rows = rows_of(means, deviations, r, n)
    names, about_names = visible_names(table.items, [str(row + 1) for row in table.rows])
    cells = Cells(
        header=names,
        columns=_shown(rows, _ends(table, means, deviations)),
        letters=tuple(str(row + 1) for row in table.rows),
        rows=range(1, n + 1),
        origin=dataclasses.replace(origin, header_row=table.row + 1, holds="correlations"),
        findings=(*_findings(table, origin, bases, moved), *about_names),
        spot=lambda column, _: f"A{table.rows[column] + 1}",
    )
    return dataclasses.replace(cells, restore=lambda survey: _exact(survey, rows, cells))


def _matrix(table: CorrelationTable) -> Array:
    import numpy as np

    r = np.eye(len(table.items))
    for (j, k), value in table.correlations.items():
        r[j, k] = r[k, j] = value
    return r


def _ends(table: CorrelationTable, means: Array, deviations: Array) -> tuple[float, float]:
    """The smallest standard scale on which answers with these means and deviations can lie."""
    lowest = [value for value in table.statistics.get("lowest", ()) if value is not None] or list(means - deviations / 2)
    highest = [value for value in table.statistics.get("highest", ()) if value is not None] or list(means + deviations / 2)
    fitting = [ends for ends in STANDARD if ends != (0, 1) and ends[0] <= min(lowest) and max(highest) <= ends[1]]
    return fitting[0] if fitting else (float(min(lowest) // 1), float(-(-max(highest) // 1)))


def _shown(rows: Array, ends: tuple[float, float]) -> tuple[list[Raw], ...]:
    import numpy as np

    return tuple(np.clip(np.rint(column), *ends).tolist() for column in rows.T)


def _exact(survey: Survey, rows: Array, cells: Cells) -> Survey:
    """The survey with the rows as they are instead of rounded, and without what is said of single cells."""
    import numpy as np

    exact = rows[:, [position_of(cells, column) for column in survey.columns]]
    turned = np.array([scale.reversed for scale in survey.scales])
    ends = np.array([scale.lowest + scale.highest for scale in survey.scales])
    findings = tuple(finding for finding in survey.findings if finding.key not in UNREAD_KEYS)
    return dataclasses.replace(survey, answers=np.where(turned, ends - exact, exact), findings=findings)


def _findings(table: CorrelationTable, origin: Origin, bases: Sequence[float], moved: float) -> list[Finding]:
    n, place = round(min(bases)), _place(origin, table.row)
    found = [Finding("correlations_read", "info", _READ, place, len(table.items), {"n": n})]
    if max(bases) > n:
        values: dict[str, Value] = {"fewest": n, "most": round(max(bases)), "n": n}
        found.append(Finding("unequal_bases", "warning", _UNEQUAL, place, values=values))
    if moved:
        found.append(Finding("correlations_mended", "warning", _MENDED, place, values={"moved": round(moved, 4)}))
    return found


def _place(origin: Origin, row: int) -> str:
    return f"{origin.sheet}!A{row + 1}" if origin.sheet else f"A{row + 1}"


def _refuse_gaps(table: CorrelationTable, origin: Origin) -> None:
    pair = table.absent()
    if pair is not None:
        raise _lacking(
            origin,
            table.row,
            Text(f"the correlation of {pair[0]} and {pair[1]} is not given.", f"没有给出 {pair[0]} 与 {pair[1]} 的相关系数。"),
        )
    for key, english, chinese in (("mean", "means", "均值"), ("sd", "standard deviations", "标准差")):
        given = table.statistics.get(key, ())
        if not given or None in given:
            names = (
                [item for item, value in zip(table.items, given, strict=True) if value is None] if given else list(table.items)
            )
            few = ", ".join(names[:5])
            raise _lacking(origin, table.row, Text(f"the {english} of {few} are not given.", f"没有给出 {few} 的{chinese}。"))
    if not any(table.statistics.get("n", ())):
        raise _lacking(origin, table.row, Text("the number of respondents is not given.", "没有给出受访者人数。"))
    flat = [item for item, value in zip(table.items, table.statistics["sd"], strict=True) if value is not None and value <= 0]
    if flat:
        raise _lacking(
            origin, table.row, Text(f"the standard deviation of {flat[0]} is not above 0.", f"{flat[0]} 的标准差不大于 0。")
        )


def _lacking(origin: Origin, row: int, reason: Text) -> NothingToScore:
    return NothingToScore(
        place=_place(origin, row),
        reason=Text(f"it is a table of correlations, but {reason.en}", f"这是相关系数表，但{reason.zh}"),
        remedy=Text(
            "Add rows mean, sd and n below the matrix, and every correlation in one of its halves.",
            "请在矩阵下方补充 mean、sd、n 三行，并在矩阵的一半中给出全部相关系数。",
        ),
    )


def _impossible(table: CorrelationTable, origin: Origin) -> NothingToScore:
    return NothingToScore(
        place=_place(origin, table.row),
        reason=Text(
            "no answers can have these correlations: they contradict each other.",
            "任何答案都不可能有这些相关系数：它们互相矛盾。",
        ),
        remedy=Text("Check the matrix for misprints.", "请检查矩阵是否有误。"),
    )


def _refuse_size(table: CorrelationTable, n: int, origin: Origin) -> None:
    items = len(table.items)
    if n <= items + 1:
        reason = Text(f"{n} respondents cannot have told {items} items apart.", f"{n} 位受访者不足以区分 {items} 个指标。")
        raise NothingToScore(place=_place(origin, table.row), reason=reason, remedy=Text("Check n.", "请检查 n。"))
    if n * items > _MOST:
        reason = Text(
            f"{n:,} respondents by {items} items are too many to lay out.", f"{n:,} 位受访者 × {items} 个指标，数量过大。"
        )
        raise NothingToScore(place=_place(origin, table.row), reason=reason, remedy=Text("State a smaller n.", "请写较小的 n。"))
