"""Columns that carry their own names become Cells: nothing to look for, only names to keep apart and blank rows to pass over."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import NothingToScore
from ...findings import Finding
from ...survey import Origin
from ...terms import Text
from ..cells import Cells, Raw
from ..files.columnar import Columnar
from ..files.extent import letters
from ..files.misnamed import misnamed
from .names import visible_names
from .raw import is_blank, title


def column_cells(table: Columnar) -> Cells:
    """The table's values under their names; rows are counted from 1, as cases are.

    Raises: NothingToScore when it has no rows, no columns, or nothing in them.
    """
    height = max(map(len, table.columns), default=0)
    filled = [row for row in range(height) if any(not is_blank(column[row]) for column in table.columns)]
    if not filled:
        raise _nothing(table, height)
    places = tuple(letters(number + 1) for number in range(len(table.names)))
    names, about_names = visible_names([title(name) for name in table.names], places)
    rows: Sequence[int] = range(1, height + 1) if len(filled) == height else [row + 1 for row in filled]
    return Cells(
        header=names,
        columns=table.columns if len(filled) == height else tuple(_kept(column, filled) for column in table.columns),
        letters=places,
        rows=rows,
        origin=Origin(source=table.source.name, kind=table.kind, header_row=0, encoding=table.encoding),
        findings=(*misnamed(table.source, table.kind), *table.findings, *about_names, *_blank(height - len(filled))),
        questions=table.questions,
        labels=table.labels,
        spot=lambda column, row: f"{names[column]}[{rows[row]}]",  # as Stata writes the value of a case
    )


def _kept(column: Sequence[Raw], rows: Sequence[int]) -> list[Raw]:
    return [column[row] for row in rows]


def _blank(count: int) -> tuple[Finding, ...]:
    text = Text("rows without any answer passed over: {count}.", "已略过没有任何答案的行：{count} 行。")
    return (Finding("blank_rows", "info", text, count=count),) if count else ()


def _nothing(table: Columnar, height: int) -> NothingToScore:
    reason = Text("it names columns but holds no rows.", "其中只有列名，没有数据行。")
    if height:
        reason = Text(f"all its cells are blank ({height:,} rows).", f"所有单元格均为空白（共 {height:,} 行）。")
    return NothingToScore(
        place=table.source.name,
        reason=reason,
        remedy=Text("Export the survey with its answers.", "请导出包含答案的数据。"),
    )
