"""The merged ranges of a sheet, as the file states them: one value for several cells."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from typing import NamedTuple

from .extent import column_number, letters

MOST = 10_000  # ranges; a sheet with more of them is no table that anybody merged by hand
_RANGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FOUR = struct.Struct("<HHHH").unpack_from


class Range(NamedTuple):
    """First row, first column, last row, last column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """As a spreadsheet writes it: B1:D1."""
        return f"{letters(self.left + 1)}{self.top + 1}:{letters(self.right + 1)}{self.bottom + 1}"


def in_markup(piece: bytes) -> Iterable[Range]:
    """The ranges that a piece of an .xlsx sheet states, behind its last cell."""
    if b"<mergeCell " not in piece:
        return
    for left, top, right, bottom in _RANGE.findall(piece):
        yield Range(int(top) - 1, column_number(left.decode()) - 1, int(bottom) - 1, column_number(right.decode()) - 1)


def in_record(content: bytes) -> Iterable[Range]:
    """The ranges of one record of an .xls sheet: how many, then first and last row, first and last column of each."""
    count = min(int.from_bytes(content[:2], "little"), (len(content) - 2) // 8)
    for number in range(count):
        top, bottom, left, right = _FOUR(content, 2 + 8 * number)
        yield Range(top, left, bottom, right)
