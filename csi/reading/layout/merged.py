"""Merged cells: a name reaches over the columns that its cell spans and no further; an answer stands in the first cell only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...terms import Text
from ..cells import Raw
from ..files.merged import Range
from .raw import Row, is_blank

_ANSWERS = Text(
    "merged cells among the answers: {count} ({cells}). Only the first cell of each holds a value, the others are read as blank."
    " Unmerge them in Excel and fill in what is meant.",
    "答案区域内有合并单元格：{count} 处（{cells}）。每处只有首个单元格有值，其余按空白处理。请在 Excel 中取消合并，并填入应有的内容。",
)


@dataclass(frozen=True)
class Merged:
    """The merged ranges of a sheet; none where the format does not tell."""

    ranges: tuple[Range, ...] = ()

    def _wide(self, row: int) -> list[Range]:
        return [one for one in self.ranges if one.top == row and one.right > one.left]

    def spread(self, row: int, values: Row) -> Row:
        """The row with the value of each merged cell in all the blank columns that it spans."""
        wide, filled = self._wide(row), list(values)
        for one in wide:
            for column in range(one.left + 1, min(one.right + 1, len(filled))):
                if is_blank(filled[column]):  # some writers leave values under a merged cell
                    filled[column] = filled[one.left]
        return filled if wide else values

    def ends(self, row: int) -> frozenset[int]:
        """The columns at which the name of a merged cell to their left has ended."""
        return frozenset(one.right + 1 for one in self.ranges if one.top == row)

    def groups(self, row: int, values: Row) -> bool:
        """Whether the row names groups of columns: several merged cells, or one that does not begin where a title would."""
        wide = [one for one in self._wide(row) if one.left < len(values) and not is_blank(values[one.left])]
        return len(wide) > 1 or (len(wide) == 1 and wide[0].left > 0 and wide[0].right < len(values))

    def among(self, rows: Sequence[int], columns: Sequence[Sequence[Raw]], sheet: str | None) -> tuple[Finding, ...]:
        """The finding for merged cells in the body. rows: the sheet row of each entry of the columns, counted from 1."""
        if not self.ranges:
            return ()
        places = {row: place for place, row in enumerate(rows)}
        inside = [one for one in self.ranges if one.top + 1 in places and one.left < len(columns)]
        told = [one for one in inside if not is_blank(columns[one.left][places[one.top + 1]])]
        if not told:
            return ()
        cells = tuple(f"{sheet}!{one.address}" if sheet else one.address for one in told)
        return (Finding("merged_answers", "warning", _ANSWERS, cells[0], len(cells), {"cells": cells}),)
