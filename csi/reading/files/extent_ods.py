"""The extents of all sheets of an .ods file, whose cells and rows may say "and so on, a million times"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .extent import Extent, letters
from .inflate import damaged

_TABLE, _ROW = b"<table:table ", b"<table:table-row"
_NAME = re.compile(rb'table:name="([^"]*)"')
_ROWS = re.compile(rb'table:number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(rb'columns-repeated="(\d+)"')
_LONGEST_ROW = 16 << 20  # bytes: 16,384 cells of a kilobyte each


def measure(pieces: Iterable[bytes], place: str) -> list[tuple[str, Extent]]:
    """Name and extent of every sheet in the document's order. `pieces`: content.xml as it streams. Raises: UnreadableFile when it is no sound XML."""
    sheets: list[tuple[str, _Sheet]] = []
    sheet = _Sheet()
    for piece in _whole_rows(_well_formed(pieces, place), place):
        before, *tables = piece.split(_TABLE)
        sheet.take(before)
        for table in tables:
            name = _NAME.search(table)
            sheet = _Sheet()
            sheets.append((html.unescape(name[1].decode("utf-8", "replace")) if name else "", sheet))
            sheet.take(table)
    return [(name, found.extent()) for name, found in sheets]


def _well_formed(pieces: Iterable[bytes], place: str) -> Iterator[bytes]:
    """The same bytes. The reader that follows never ends on a document whose tags do not match."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield piece
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(place) from None


def _whole_rows(pieces: Iterable[bytes], place: str) -> Iterator[bytes]:
    kept = b""
    for piece in pieces:
        joined = kept + piece
        cut = max(joined.rfind(_ROW), 0)
        kept = joined[cut:]
        if len(kept) > _LONGEST_ROW:
            raise damaged(place)
        yield joined[:cut]
    yield kept


@dataclass
class _Sheet:
    """at: the row reached so far, counted from 1; rows and columns: the farthest with a value."""

    at: int = 0
    rows: int = 0
    columns: int = 0
    cells: int = 0
    widest_row: int = 0
    tallest_column: int = 0

    def take(self, markup: bytes) -> None:
        for row in markup.split(_ROW)[1:]:
            self._row(row)

    def _row(self, row: bytes) -> None:
        repeated = _ROWS.search(row, 0, row.find(b">"))
        self.at += int(repeated[1]) if repeated else 1
        last = row.rfind(b"office:value")  # what follows the last value is emptiness that the reader leaves out
        if last < 0:
            return
        filled = row[: row.find(b">", last)]
        tags = filled.count(b"<table:table-cell") + filled.count(b"<table:covered-table-cell")
        more = sum(int(times) - 1 for times in _COLUMNS.findall(filled)) if b"columns-repeated" in filled else 0
        self.cells += tags
        self.rows, self.tallest_column = self.at, tags + more
        if tags + more > self.columns:
            self.columns, self.widest_row = tags + more, self.at

    def extent(self) -> Extent:
        corner = f"{letters(self.tallest_column)}{self.rows}", f"{letters(self.columns)}{self.widest_row}"
        return Extent(self.rows, self.columns, self.cells, *corner) if self.cells else Extent(0, 0, 0)
