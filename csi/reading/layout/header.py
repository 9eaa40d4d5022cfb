"""Where the names of the columns stand: below titles and blank rows, in one row, in two or three, or nowhere."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_high

from ...findings import Finding
from ..cells import Raw
from .header_findings import import_rows, no_header, rows_above, second_left_out, two_rows
from .header_signs import cell, continues_names, filled_in, groups_names, is_answers, is_second_header
from .raw import Row, blank_row, title

_ENOUGH = 0.6  # of the values in a usual row: titles above a table have fewer
_IMPORT_ID = re.compile(r"""\s*\{\s*["']+ImportId["']""")  # Qualtrics' third row
_PLAIN = frozenset({"response", "open-ended response", "回答", "答案"})  # second rows that add nothing


@dataclass(frozen=True)
class Header:
    """names: a title a column, "" where there is none. row: where they stand, counted from 0; None when nowhere.

    top: the first row that has to do with names. first: the row from which answers follow.
    findings: what was passed over or assumed.
    """

    names: tuple[str, ...]
    row: int | None
    top: int
    first: int
    findings: tuple[Finding, ...] = ()


def find_header(head: Sequence[Row], sheet: str | None = None) -> Header | None:
    """The header among the first rows of a sheet, or None when all of them are blank."""
    filled = [number for number, row in enumerate(head) if not blank_row(row)]
    if not filled:
        return None
    at = _first_full(head, filled)
    after = [number for number in filled if number > at]
    below = [head[number] for number in after]
    if below and is_answers(head[at], below):
        header = Header(("",) * len(head[at]), None, at, at, (no_header(sheet, at),))
    else:
        header = _with_neighbours(head, at, after, sheet)
    return replace(header, findings=(*rows_above(sheet, header.top), *header.findings))


def _first_full(head: Sequence[Row], filled: Sequence[int]) -> int:
    """The first row that is about as full as the later ones usually are."""
    counts = {number: len(filled_in(head[number])) for number in filled}
    usual = median_high([counts[number] for number in filled[len(filled) // 2 :]])
    enough = max(math.ceil(_ENOUGH * usual), min(usual, 2))
    return next(number for number in filled if counts[number] >= enough)


def _with_neighbours(head: Sequence[Row], at: int, after: Sequence[int], sheet: str | None) -> Header:
    """The header with the rows beside it that belong to it."""
    below = [head[number] for number in after]
    identified = next((number for number in after[:3] if any(_is_import_id(value) for value in head[number])), None)
    if identified is not None:
        return Header(_titles(head[at]), at, at, identified + 1, (import_rows(sheet, at + 1, identified),))
    if at and not blank_row(head[at - 1]) and groups_names(head[at - 1], head[at], below):
        return Header(_joined(head[at - 1], head[at]), at, at - 1, at + 1, (two_rows(sheet, at - 1, at),))
    if after and continues_names(head[at], below[0], below[1:]):
        return Header(_joined(head[at], below[0]), at, at, after[0] + 1, (two_rows(sheet, at, after[0]),))
    if after and is_second_header(below[0], below[1:]):
        return Header(_titles(head[at]), at, at, after[0] + 1, (second_left_out(sheet, after[0]),))
    return Header(_titles(head[at]), at, at, at + 1)


def _is_import_id(value: Raw) -> bool:
    return isinstance(value, str) and bool(_IMPORT_ID.match(value))


def _titles(row: Row) -> tuple[str, ...]:
    return tuple(title(value) for value in row)


def _joined(top: Row, under: Row) -> tuple[str, ...]:
    """One name a column from two rows; a merged cell of the upper one reaches over the blanks to its right."""
    names, group = [], ""
    for column in range(max(len(top), len(under))):
        upper, lower = title(cell(top, column)), title(cell(under, column))
        group = upper or group
        if not lower:
            names.append(upper)
        elif lower.casefold() in _PLAIN or lower == group:
            names.append(group or lower)
        else:
            names.append(f"{group} - {lower}" if group else lower)
    return tuple(names)
