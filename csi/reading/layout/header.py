"""Where the names of the columns stand: below titles and blank rows, in one row, in two or three, or nowhere."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_high

from ...findings import Finding
from ..cells import Raw
from .header_findings import grouped_names, import_rows, joined_rows, no_header, rows_above, texts_below
from .header_signs import continues_names, filled_in, groups_names, is_answers, is_second_header
from .merged import Merged
from .raw import Row, blank_row
from .stacked_names import joined, titles

_ENOUGH = 0.6  # of the values in a usual row: titles above a table have fewer
_STACKED = 3  # rows of names at the most
_IMPORT_ID = re.compile(r"""\s*\{\s*["']+ImportId["']""")  # Qualtrics' third row


NOTHING_MERGED = Merged()


@dataclass(frozen=True)
class Header:
    """names: a title a column, "" where there is none. row: where they stand, counted from 0; None when nowhere.

    top: the first row that has to do with names. first: the row from which answers follow.
    questions: the wording of each column's question where a further row gives one; () without such a row.
    findings: what was passed over or assumed.
    """

    names: tuple[str, ...]
    row: int | None
    top: int
    first: int
    findings: tuple[Finding, ...] = ()
    questions: tuple[str, ...] = ()


def find_header(head: Sequence[Row], sheet: str | None = None, merged: Merged = NOTHING_MERGED) -> Header | None:
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
        header = _with_neighbours(head, at, after, sheet, merged)
    return replace(header, findings=(*rows_above(sheet, header.top), *header.findings))


def _first_full(head: Sequence[Row], filled: Sequence[int]) -> int:
    """The first row that is about as full as the later ones usually are."""
    counts = {number: len(filled_in(head[number])) for number in filled}
    usual = median_high([counts[number] for number in filled[len(filled) // 2 :]])
    enough = max(math.ceil(_ENOUGH * usual), min(usual, 2))
    return next(number for number in filled if counts[number] >= enough)


def _with_neighbours(head: Sequence[Row], at: int, after: Sequence[int], sheet: str | None, merged: Merged) -> Header:
    """The header with the rows beside it that belong to it."""
    identified = next((number for number in after[:3] if any(_is_import_id(value) for value in head[number])), None)
    if identified is not None:
        between = [number for number in after if number < identified]
        texts = titles(head[between[0]]) if between else ()
        return Header(titles(head[at]), at, at, identified + 1, (import_rows(sheet, at + 1, identified),), texts)
    top, names = _upwards(head, at, [head[number] for number in after], merged)
    bottom = _downwards(head, at, after) if top == at else at
    rest = [number for number in after if number > bottom]
    if bottom > at:
        names = joined(merged.spread(at, head[at]), head[bottom], merged.ends(at))
    said = (joined_rows(sheet, top, bottom),) if top < bottom else ()
    if rest and is_second_header(head[rest[0]], [head[number] for number in rest[1:]]):
        return Header(names, top, top, rest[0] + 1, (*said, texts_below(sheet, rest[0])), titles(head[rest[0]]))
    if top == at and at and merged.groups(at - 1, head[at - 1]):
        groups = joined(merged.spread(at - 1, head[at - 1]), names, merged.ends(at - 1))
        return Header(names, at, at - 1, bottom + 1, (*said, grouped_names(sheet, at - 1)), groups)
    return Header(names, at, top, bottom + 1, said)


def _upwards(head: Sequence[Row], at: int, below: Sequence[Row], merged: Merged) -> tuple[int, tuple[str, ...]]:
    """The first of the rows that group the names of the row beneath, and the names with their groups in front."""
    top, names = at, titles(merged.spread(at, head[at]))
    while top and at - top < _STACKED - 1 and not blank_row(head[top - 1]) and groups_names(head[top - 1], head[top], below):
        top -= 1
        names = joined(merged.spread(top, head[top]), names, merged.ends(top))
    return top, names


def _downwards(head: Sequence[Row], at: int, after: Sequence[int]) -> int:
    """The row that names what the row above leaves unnamed, or that row itself."""
    if not after:
        return at
    names = (head[at], head[after[0]])
    below = [head[number] for number in after if head[number] not in names]  # names pasted again say nothing
    return after[0] if continues_names(*names, below) else at


def _is_import_id(value: Raw) -> bool:
    return isinstance(value, str) and bool(_IMPORT_ID.match(value))
