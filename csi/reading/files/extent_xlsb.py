"""The extent of an .xlsb sheet, and the sheets of an .xlsb workbook, from its records: (type, length, content)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct

from .extent import Extent, first_few, letters
from .inflate import damaged

# record types of [MS-XLSB] 2.3
_ROW, _BLANK, _ERROR, _FORMULA_ERROR, _LAST_CELL = 0, 1, 3, 11, 11
_SHEET = 156
_SHORTEST = 8  # bytes of a cell's column and style
_NUMBER = Struct("<I").unpack_from
_MORE = 0x80  # the bit that says a type or length goes on in the next byte


def measure(part: bytes, place: str) -> Extent:
    """The extent of one sheet part. Raises: UnreadableFile when a record is too short for what it is."""
    row = cells = 0
    tallest, widest = (0, 0), (0, 0)
    errors: list[str] = []
    for kind, start in _cells_and_rows(part, place):
        number = _NUMBER(part, start)[0] + 1  # rows and columns count from 0 in the file
        if kind == _ROW:
            row = number
            continue
        cells += 1
        if row > tallest[0]:
            tallest = row, number
        if number > widest[0]:
            widest = number, row
        if kind in {_ERROR, _FORMULA_ERROR}:
            errors.append(f"{letters(number)}{row}")
    corner = f"{letters(tallest[1])}{tallest[0]}", f"{letters(widest[0])}{widest[1]}"
    return Extent(tallest[0], widest[0], cells, *corner, first_few(errors), len(errors))


def _cells_and_rows(part: bytes, place: str) -> Iterator[tuple[int, int]]:
    """(type, start) of row headers and of cells with a value. One pass over millions of records, so all in one breath."""
    at, end = 0, len(part) - 10
    while at < end:
        kind, length = part[at], part[at + 1]
        if (kind | length) < _MORE:
            at += 2
        else:
            kind, length, at = _head(part, at)
        if kind <= _LAST_CELL and kind != _BLANK:
            if length < _SHORTEST:
                raise damaged(place)  # the reader would go on with what was left of the record before
            yield kind, at
        at += length


def _head(part: bytes, at: int) -> tuple[int, int, int]:
    """Type, length and start of content of the record at `at`; a type takes one or two bytes, a length one to four."""
    kind, at = part[at], at + 1
    if kind & _MORE:
        kind, at = (kind & 0x7F) | (part[at] & 0x7F) << 7, at + 1
    length = 0
    for shift in (0, 7, 14, 21):
        octet, at = part[at], at + 1
        length |= (octet & 0x7F) << shift
        if octet < _MORE:
            break
    return kind, length, at


def sheet_relations(workbook: bytes) -> dict[str, str]:
    """Sheet name -> relation id, from the workbook part."""
    found, at = {}, 0
    while at < len(workbook) - 6:
        kind, length, at = _head(workbook, at)
        if kind == _SHEET:
            relation, after = _wide_string(workbook, at + 8)  # past the sheet's state and its number
            found[_wide_string(workbook, after)[0]] = relation
        at += length
    return found


def _wide_string(part: bytes, at: int) -> tuple[str, int]:
    after = at + 4 + 2 * int.from_bytes(part[at : at + 4], "little")
    return part[at + 4 : after].decode("utf-16-le", "replace"), after
