"""Records of a large text, many at a time: cut and told apart on arrays of bytes wherever nothing in them is out of the ordinary.

A block is read only where its bytes leave the csv module no choice: as many values in every record, quotation marks only around
whole values, plain line ends. Everything else goes record by record through the csv module, up to the next end of a record.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ..cells import Raw
from ..coded import Coded
from .cut import cut
from .kinds import kinds_of

if TYPE_CHECKING:
    from ...errors import UnreadableFile

BYTES = 1 << 21  # of a block; its arrays stay near the processor
_LEAST = 1 << 16  # of one where many records are out of the ordinary
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = "\x1eend\x1e"  # a last line of our own: it comes out as a record unless a quotation mark is still open


@dataclass(frozen=True, eq=False)
class Block:
    """Records of one length. columns: their values, column by column."""

    columns: tuple[Coded, ...]

    def __len__(self) -> int:
        return len(self.columns[0])

    def record(self, at: int) -> list[str]:
        """One of them by itself."""
        return [str(column[at]) for column in self.columns]

    def records(self) -> Iterator[list[Raw]]:
        """One after the other."""
        return map(list, zip(*self.columns, strict=True))


class Tape:
    """text: in UTF-8. delimiter: one byte. unclosed: what to raise when a quotation mark never closes."""

    def __init__(self, text: bytes, delimiter: str, unclosed: Callable[[], UnreadableFile]) -> None:
        self._text, self._delimiter, self._unclosed = text, delimiter, unclosed
        self._at, self._ended, self._size = 0, False, BYTES

    def skip(self, lines: int, records: int) -> None:
        """Pass over lines that are no records, then over records."""
        self._at = [0, *(line.end() for line in islice(_LINE.finditer(self._text), lines))][-1]
        for _ in islice(self._records(), records):
            pass

    def pieces(self, width: int) -> Iterator[list[str] | Block]:
        """Blocks of records of this width, and between them the records that fit in none."""
        while not self._ended:
            block = self._block(width) if self._at < len(self._text) else None
            if block is None:
                self._size = max(self._size // 2, _LEAST)
                yield from self._records(self._at + self._size)
            else:
                self._size = min(self._size * 2, BYTES)
                yield block

    def _block(self, width: int) -> Block | None:
        piece = self._text[self._at : self._at + self._size]
        grid = cut(piece, self._delimiter.encode(), width, last=self._at + len(piece) == len(self._text))
        if grid is None:
            return None
        self._at += grid.length
        return Block(tuple(Coded(*kinds_of(grid, column)) for column in range(width)))

    def _records(self, until: int | None = None) -> Iterator[list[str]]:
        """Those that begin before the byte `until`. Raises: UnreadableFile when a quotation mark never closes."""
        try:
            for record in csv.reader(self._lines(), delimiter=self._delimiter):
                if self._ended:
                    if record == [_END]:
                        return
                    break
                yield record
                if until is not None and self._at >= until:
                    return
        except csv.Error:
            pass
        raise self._unclosed()

    def _lines(self) -> Iterator[str]:
        for line in _LINE.finditer(self._text, self._at):
            self._at = line.end()
            yield line[0].decode()
        self._ended = True
        yield _END


def can_be_cut(delimiter: str) -> bool:
    """Whether a delimiter is one byte that nothing else uses."""
    return delimiter.isascii() and delimiter not in '"\r\n\0'
