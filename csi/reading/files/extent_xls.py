"""The extents of the sheets of an .xls workbook, from its records: (type, length, content)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .archive import password_protected
from .extent import Extent, first_few, letters
from .inflate import damaged
from .merged import MOST, Range, in_record

# record types of [MS-XLS] 2.3
_EOF, _FILEPASS, _SHEET, _STRINGS, _DIMENSIONS = 0x0A, 0x2F, 0x85, 0xFC, 0x0200
_MANY, _BOOL_OR_ERROR, _MERGED = 0xBD, 0x0205, 0xE5
_CELLS = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x0203, 0x0204, 0x0205, 0x027E})  # formula, numbers, texts, truth values
_ROWS, _COLUMNS = 65_536, 256
_BIFF8 = b"\x00\x06"
_HEAD = struct.Struct("<HH").unpack_from
_NUMBER = struct.Struct("<I").unpack_from


def measure(stream: bytes, place: str) -> list[tuple[str, Extent]]:
    """Name and extent of every sheet in the workbook's order. In the oldest files a name is spelled by its bytes alone.

    Raises: UnreadableFile when the workbook is encrypted, or a record speaks of more than such a file can hold.
    """
    starts = []
    wide_names = stream[4:6] == _BIFF8
    for kind, at, length in _records(stream, 0):
        if kind == _FILEPASS:
            raise password_protected(place)
        if kind == _SHEET and length >= 8:
            starts.append((_name(stream[at + 6 : at + length], wide_names), _NUMBER(stream, at)[0]))
        if kind == _STRINGS and (length < 8 or _NUMBER(stream, at + 4)[0] > len(stream)):
            raise damaged(place)
    return [(name, _extent(stream, start, place)) for name, start in starts]


def _name(text: bytes, marked: bool) -> str:
    """A sheet's name: its length, in newer files how wide its letters are, the letters."""
    if not marked:
        return text[1 : 1 + text[0]].decode("latin-1")
    return text[2 : 2 + 2 * text[0]].decode("utf-16-le", "replace") if text[1] & 1 else text[2 : 2 + text[0]].decode("latin-1")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """(type, start, length) up to the end of the substream that begins at `at`."""
    while at + 4 <= len(stream):
        kind, length = _HEAD(stream, at)
        at += 4
        if kind == _EOF or at + length > len(stream):
            return
        yield kind, at, length
        at += length


def _extent(stream: bytes, start: int, place: str) -> Extent:
    rows = columns = cells = 0
    corner, errors = ["", ""], []
    merged: list[Range] = []
    for kind, at, length in _records(stream, start):
        if kind == _DIMENSIONS:
            _refuse_nonsense(stream[at : at + length], place)
        if kind == _MERGED and len(merged) < MOST:
            merged += in_record(stream[at : at + length])
        if kind not in _CELLS or length < 6:
            continue
        row, first = _HEAD(stream, at)
        last = _HEAD(stream, at + length - 4)[1] if kind == _MANY else first
        if last >= _COLUMNS or last < first:
            raise damaged(place)
        cells += last - first + 1
        if row >= rows:
            rows, corner[0] = row + 1, f"{letters(last + 1)}{row + 1}"
        if last >= columns:
            columns, corner[1] = last + 1, f"{letters(last + 1)}{row + 1}"
        if kind == _BOOL_OR_ERROR and stream[at + 7]:
            errors.append(f"{letters(first + 1)}{row + 1}")
    few = first_few(errors)
    return Extent(rows, columns, cells, corner[0], corner[1], few, len(errors), merged=tuple(merged[:MOST]))


def _refuse_nonsense(dimensions: bytes, place: str) -> None:
    """The reader allots memory by this record, whatever the cells say."""
    if len(dimensions) == 14:
        first, last, left, right = struct.unpack_from("<IIHH", dimensions)
    elif len(dimensions) == 10:
        first, last, left, right = struct.unpack_from("<HHHH", dimensions)
    else:
        raise damaged(place)
    if last > _ROWS or right > _COLUMNS or first > last or left > right:
        raise damaged(place)
