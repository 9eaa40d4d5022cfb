"""The extent of an .xlsx sheet, from its XML as it streams by.

Every cell is seen at a glance, on arrays of bytes. Only a sheet that looks too large is gone through tag by tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .extent import Extent, column_number, first_few, letters
from .merged import MOST, Range, in_markup
from .random_formulas import RandomFormulas

Stream = Callable[[], Iterable[bytes]]
Cells = Callable[[Iterable[bytes]], Iterator[tuple[int, int]]]

_BEYOND = 24  # bytes read past the start of a cell's tag: <c r="XFD1048576"
_ROW = re.compile(rb'<row r="(\d+)"')
_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? t="e"')
_HOLLOW = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')
_VALUED = re.compile(rb'<c r="([A-Za-z]+)(\d+)"[^>]*(?<!/)>(?!</)')
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*?)(/?)>(</)?")
_PLACE = re.compile(rb"""(?<!\S)r\s*=\s*["']([A-Za-z]*)(\d+)["']""")


def measure(stream: Stream) -> Extent:
    """The extent of one sheet part. `stream` starts the part's bytes anew at every call."""
    glance = _Glance()
    for piece in whole_cells(stream()):
        glance.take(piece)
    extent = glance.extent()
    if not glance.regular:
        return _exact(stream, extent, _walk)
    return extent if extent.fits else _exact(stream, extent, _valued)


def whole_cells(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut so that no cell is torn between two pieces."""
    kept = b""
    for piece in pieces:
        joined = kept + piece
        cut = joined.rfind(b"<c ")
        cut = cut if cut > 0 else joined.rfind(b"<")
        cut = cut if cut > 0 else len(joined)
        kept = joined[cut:]
        yield joined[:cut]
    yield kept


@dataclass
class _Glance:
    """What the common spelling `<row r="7"><c r="B7" …>` tells; `regular` turns false on any other."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    regular: bool = True
    errors: list[str] = field(default_factory=list)
    hollow: list[str] = field(default_factory=list)
    random: RandomFormulas = field(default_factory=RandomFormulas)
    merged: list[Range] = field(default_factory=list)

    def take(self, piece: bytes) -> None:
        import numpy

        octets = numpy.frombuffer(piece + bytes(_BEYOND), numpy.uint8)
        self._rows(piece)
        self._cells(octets)
        self.cells += len(_where(octets, b"</v>")) + len(_where(octets, b"</is>"))
        if _holds(octets, b'"e"'):
            self.errors += [address.decode() for address in _ERROR.findall(piece)]
        if _holds(octets, b"<f"):
            self.hollow += [address.decode() for address in _HOLLOW.findall(piece)]
            self.random.take(piece)
        if len(self.merged) < MOST:
            self.merged += in_markup(piece)

    def _rows(self, piece: bytes) -> None:
        numbers = _ROW.findall(piece)
        self.rows = max(self.rows, max(map(int, numbers), default=0))
        others = piece.count(b"<row") - len(numbers)
        if (others and others != piece.count(b"<rowBreaks")) or (not self.cells and b":sheetData" in piece):
            self.regular = False

    def _cells(self, octets: Any) -> None:
        tags = _where(octets, b"<c")
        after = octets[tags + 2]
        tags = tags[(after <= 32) | (after == 62) | (after == 47)]  # <c … <c> <c/>, not <col
        if not len(tags):
            return
        self.regular &= bool(
            (octets[tags + 3] == 114).all() and (octets[tags + 4] == 61).all() and (octets[tags + 5] == 34).all()
        )
        first, second, third = ((octets[tags + at] & 0xDF).astype("int32") - 64 for at in (6, 7, 8))
        fourth = octets[tags + 9] & 0xDF  # no sheet has a column of four letters; a damaged address is measured exactly
        self.regular &= not bool(((second > 0) & (third > 0) & (fourth >= 65) & (fourth <= 90)).any())
        numbers = _column_numbers(first, second, third)
        self.columns = max(self.columns, int(numbers.max()))
        digit = octets[tags + 12 + (second > 0) + (third > 0)]  # the sixth of a cell's own row number
        self.regular &= self.rows >= 100_000 or not bool(((digit >= 48) & (digit <= 57)).any())

    def extent(self) -> Extent:
        few = first_few(self.errors), first_few(self.hollow)
        made_up, merged = tuple(self.random.addresses), tuple(self.merged[:MOST])
        counts = len(self.errors), len(self.hollow)
        return Extent(self.rows, self.columns, self.cells, "", "", few[0], counts[0], few[1], counts[1], made_up, merged)


def _where(octets: Any, word: bytes) -> Any:
    """Positions where `word` begins."""
    found = octets[: -len(word)] == word[0]
    for at in range(1, len(word)):
        found &= octets[at : at - len(word)] == word[at]
    return found.nonzero()[0]


def _holds(octets: Any, word: bytes) -> bool:
    return bool(len(_where(octets, word)))


def _column_numbers(first: Any, second: Any, third: Any) -> Any:
    import numpy

    # letters of either case are above zero here, digits and quotes below
    two = numpy.where(second > 0, first * 26 + second, first)
    return numpy.where((second > 0) & (third > 0), two * 26 + third, two)


def _exact(stream: Stream, glanced: Extent, cells: Cells) -> Extent:
    """The rectangle around the cells that hold a value; formatted empty cells do not count."""
    count, tallest, widest = 0, (0, 0), (0, 0)
    for column, row in cells(stream()):
        count += 1
        tallest = max(tallest, (row, column))
        widest = max(widest, (column, row))
    return replace(
        glanced,
        rows=tallest[0],
        columns=widest[0],
        cells=count,
        farthest_row=f"{letters(tallest[1])}{tallest[0]}",
        farthest_column=f"{letters(widest[0])}{widest[1]}",
    )


def _valued(pieces: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """(column, row) of every cell with a value, in the common spelling."""
    for piece in whole_cells(pieces):
        for name, row in _VALUED.findall(piece):
            yield column_number(name.decode()), int(row)


def _walk(pieces: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """(column, row) of every cell with a value, in any spelling; a cell without address stands after the one before."""
    row = column = 0
    for piece in whole_cells(pieces):
        for kind, attributes, closed, ended in _TAG.findall(piece):
            place = _PLACE.search(attributes)
            if kind == b"row":
                row, column = int(place[2]) if place else row + 1, 0
                continue
            column = column_number(place[1].decode()) if place else column + 1
            if not closed and not ended:
                yield column, int(place[2]) if place else row
