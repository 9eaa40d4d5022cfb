"""The rows below the names, turned into columns; what is passed over is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from ...findings import Finding, Severity
from ...terms import Text
from ..cells import Raw
from ..coded import first_rows
from ..files.blocks import Block
from .growth import Growth
from .header_findings import row_place
from .listing import listed
from .passed_over import blank_records, repeated_records
from .raw import Row, blank_row, is_blank
from .repeated_header import again
from .summary_rows import trailing_summaries

_BATCH = 2_000  # rows turned at a time, so that they stay near the processor


class Body:
    """Grows row by row, or block by block: `columns` of equal length, and `rows`, the sheet row of each entry, counted from 1.

    first: the place of the first row, counted from 0. header: the rows that hold the names.
    """

    def __init__(self, names: Sequence[str], first: int, header: Sequence[Row]) -> None:
        self.names = names
        self.first = first
        self.columns: Sequence[Sequence[Raw]] = ()
        self._growth = Growth(len(names))
        self.rows: list[int] = []
        self._repeats_header = again(header)
        self._place = first + 1
        self._blank: list[int] = []
        self._repeated: list[int] = []
        self._short: list[int] = []
        self._long: list[int] = []
        self._summaries: list[int] = []

    @property
    def blank_rows(self) -> int:
        """How many rows were passed over because they are blank."""
        return len(self._blank)

    def title(self, column: int) -> str:
        """The name that the header gives a column, "" where it gives none."""
        return self.names[column] if column < len(self.names) else ""

    def take(self, rows: Iterable[Row]) -> None:
        """Add rows."""
        stream = iter(rows)
        while batch := list(islice(stream, _BATCH)):
            self._take_rows(batch)

    def take_pieces(self, pieces: Iterable[Row | Block]) -> None:
        """Add rows, most of them in blocks."""
        rows: list[Row] = []
        for piece in pieces:
            if isinstance(piece, Block) or len(rows) == _BATCH:
                self._take_rows(rows)
                rows = []
            if not isinstance(piece, Block):
                rows.append(piece)
            elif len(piece.columns) == len(self.names):
                self._take_block(piece)
            else:
                self.take(piece.records())
        self._take_rows(rows)

    def _take_rows(self, batch: Sequence[Row]) -> None:
        if self._take_at_once(batch):
            return
        kept: list[Row] = []
        for number, row in enumerate(batch, self._place):
            if blank_row(row):
                self._blank.append(number)
            elif self._repeats_header(row):
                self._repeated.append(number)
            else:
                kept.append(row)
                self.rows.append(number)
        self._append(kept)
        self._place += len(batch)

    def _take_at_once(self, batch: Sequence[Row]) -> bool:
        """Rows that all hold respondents, as most do, without a look at each; False where they may not."""
        if set(map(len, batch)) != {len(self.names)} or len(self._growth) > len(self.names):
            return False
        columns = list(zip(*batch, strict=True))
        if any(map(is_blank, columns[0])) or self._repeats_header.may_be_in(columns):
            return False
        self.rows += range(self._place, self._place + len(batch))
        self._place += len(batch)
        self._growth.extend(columns)
        return True

    def _take_block(self, block: Block) -> None:
        blank = blank_records(block)
        repeated = [at for at in repeated_records(block, self._repeats_header) if at not in blank]
        self._blank += [self._place + at for at in blank]
        self._repeated += [self._place + at for at in repeated]
        passed = {*blank, *repeated}
        kept = [at for at in range(len(block)) if at not in passed] if passed else range(len(block))
        self.rows += [self._place + at for at in kept] if passed else range(self._place, self._place + len(block))
        self._place += len(block)
        self._growth.take(block.columns, kept)

    def _append(self, kept: list[Row]) -> None:
        if kept and (len(self._growth) > len(self.names) or any(len(row) != len(self.names) for row in kept)):
            kept = self._squared(kept)
        self._growth.extend(list(zip(*kept, strict=True)))

    def _squared(self, kept: list[Row]) -> list[Row]:
        """Rows of one length: short ones filled up, and further columns opened for what long ones hold."""
        named = len(self.names)
        for number, row in zip(self.rows[-len(kept) :], kept, strict=True):
            if len(row) < named:
                self._short.append(number)
            elif not all(map(is_blank, row[named:])):
                self._long.append(number)
        width = max(len(self._growth), *(_used(row) for row in kept))
        self._growth.widen(width)
        # blanks without a name are alike, whichever rows happen to be taken together
        return [
            [*row[:named], *("" if is_blank(value) else value for value in row[named:width]), *[""] * (width - len(row))]
            for row in kept
        ]

    def leave_out_summaries(self) -> None:
        """The columns with all rows that were taken, without totals and averages at their end."""
        self.columns = self._growth.columns()
        count = trailing_summaries(self.columns)
        if count:
            self._summaries = self.rows[-count:]
            del self.rows[-count:]
            self.columns = [first_rows(column, len(self.rows)) for column in self.columns]

    def findings(self, sheet: str | None) -> tuple[Finding, ...]:
        """One for each kind of row that was passed over or does not fit."""
        counted: tuple[tuple[str, Severity, Text, list[int]], ...] = (
            ("blank_rows", "info", _BLANK, self._blank),
            ("repeated_header", "info", _REPEATED, self._repeated),
            ("summary_rows", "warning", _SUMMARY, self._summaries),
            ("short_rows", "warning", _SHORT, self._short),
            ("long_rows", "warning", _LONG, self._long),
        )
        return tuple(
            Finding(
                key, severity, text, row_place(sheet, rows[0] - 1), len(rows), {"rows": listed(rows), "width": len(self.names)}
            )
            for key, severity, text, rows in counted
            if rows
        )


def _used(row: Row) -> int:
    return next((at + 1 for at in range(len(row) - 1, -1, -1) if not is_blank(row[at])), 0)


_BLANK = Text("blank rows passed over: {count} ({rows}).", "已略过空白行：{count} 行（第 {rows} 行）。")
_REPEATED = Text("rows that repeat the column names passed over: {rows}.", "已略过重复的列名行：第 {rows} 行。")
_SUMMARY = Text(
    "rows that sum up the answers (totals, averages) left out: {rows}.", "已排除汇总行（合计、平均等）：第 {rows} 行。"
)
_SHORT = Text(
    "rows with fewer than the {width} values of the header: {count} ({rows}). The missing ones are read as blank.",
    "有 {count} 行的值少于表头的 {width} 列（第 {rows} 行），缺少的按空白处理。",
)
_LONG = Text(
    "rows with more than the {width} values of the header: {count} ({rows}). A separator without quotation marks "
    "shifts the answers after it.",
    "有 {count} 行的值多于表头的 {width} 列（第 {rows} 行）。未加引号的分隔符会使其后的答案错位。",
)
