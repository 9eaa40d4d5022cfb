"""Rows that stand in the sheet twice in full, with their moment or their comment: pasted, not answered alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..findings import Finding, Value
from ..survey import Survey
from ..terms import Text
from .cells import Cells, Raw
from .layout.raw import is_blank

_TELLING = 0.5  # share of different values from which a column tells respondents apart
_FIRST = 1_000  # rows that show whether a column may be one
_MOST = 100_000  # rows worth comparing

_TWICE = Text(
    "rows that repeat an earlier one in full, {column} and all: {count}, kept (rows {rows}). Were they pasted twice?",
    "有 {count} 行与之前某行完全相同（包括“{column}”）；已保留（行号 {rows}）。是否重复粘贴？",
)


def pasted_rows(cells: Cells, survey: Survey) -> tuple[Finding, ...]:
    """A warning with the rows that stand there before. Nothing where no column tells respondents apart: answers coincide."""
    if survey.origin.holds != "respondents":
        return ()
    for at, column in enumerate(cells.columns):
        rows = _sharing(column)
        repeated = _repeated(cells, rows) if len(rows) <= _MOST else []
        if repeated:
            values: dict[str, Value] = {"column": cells.header[at], "rows": tuple(str(cells.rows[row]) for row in repeated)}
            return (Finding("duplicate_rows", "warning", _TWICE, count=len(repeated), values=values),)
    return ()


def _sharing(column: Any) -> list[int]:
    """Rows whose value in a column that tells respondents apart stands in others too."""
    try:
        if len(set(column[:_FIRST])) <= _TELLING * len(column[:_FIRST]):
            return []
        values: Sequence[Raw] = column.tolist() if hasattr(column, "tolist") else column
        counts = Counter(values)
    except TypeError:  # a cell of a DataFrame may hold a list
        return []
    if len(counts) <= _TELLING * len(values):
        return []
    return [row for row, value in enumerate(values) if counts[value] > 1 and not is_blank(value)]


def _repeated(cells: Cells, rows: Sequence[int]) -> list[int]:
    seen: set[tuple[str, ...]] = set()
    found = []
    for row in rows:
        whole = tuple(str(column[row]) for column in cells.columns)
        if whole in seen:
            found.append(row)
        seen.add(whole)
    return found
