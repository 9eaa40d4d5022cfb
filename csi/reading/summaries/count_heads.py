"""The headings of a table of answer counts: which columns count which answer, and where the base stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..answers.label_scales import is_one_scale
from ..answers.labels import label_sets
from ..answers.no_answers import is_no_answer
from ..answers.written_form import normalise, split_code
from ..cells import Raw
from ..layout.raw import Row, is_blank, title
from .figures import at
from .words import BASE, NUMBERS, SHARES, headed, plain

_FEW = 3  # answers that make a scale
_RUN = 4  # numbers that do


class Head(NamedTuple):
    """One column of counts or shares. answer: as it is written, or a number. unit: "n", "%", or "" where nothing says."""

    column: int
    answer: Raw
    unit: str


class Heads(NamedTuple):
    """options: the columns that count answers. base: the column with the number of respondents. first: the row below."""

    options: tuple[Head, ...]
    base: int | None
    first: int
    numeric: bool

    @property
    def shares(self) -> bool:
        """Whether only shares are given, as the headings say."""
        return all(head.unit == "%" for head in self.options)


def find_heads(rows: Sequence[Row], row: int) -> Heads | None:
    """The headings in this row, and in the one below where that names units; None when they are no answers of one scale."""
    units = _units(rows[row + 1]) if row + 1 < len(rows) else {}
    heads = [_head(column, value, units) for column, value in _filled(rows[row], units)]
    options = _worded(heads) or _numbered(heads)
    if not options:
        return None
    base = next((head.column for head in heads if plain(head.answer) in BASE and head not in options), None)
    counted = [head for head in options if head.unit != "%"] or options
    return Heads(tuple(counted), base, row + (2 if units else 1), not isinstance(options[0].answer, str))


def _units(row: Row) -> dict[int, str]:
    """The columns over which a unit stands, when most of a row are units."""
    found = {
        column: "n" if plain(value) in NUMBERS else "%" for column, value in enumerate(row) if plain(value) in NUMBERS | SHARES
    }
    return found if len(found) >= _FEW and 2 * len(found) >= sum(not is_blank(value) for value in row) else {}


def _filled(row: Row, units: dict[int, str]) -> Iterable[tuple[int, Raw]]:
    """The headings with their columns; a merged one reaches over the columns whose units stand below it."""
    last: Raw = ""
    for column in range(max(len(row), max(units, default=-1) + 1)):
        value = at(row, column)
        last = value if not is_blank(value) else last if column in units else ""
        if not is_blank(last):
            yield column, last


def _head(column: int, value: Raw, units: dict[int, str]) -> Head:
    text, unit = headed(value)
    written = title(value) if not unit else text
    return Head(column, written, units.get(column, unit))


def _worded(heads: Sequence[Head]) -> list[Head]:
    """The heads that are words of one scale, and those that say there is no answer."""
    words = {head: split_code(normalise(str(head.answer)))[0] for head in heads}
    silent = [head for head in heads if is_no_answer(words[head]) and str(head.answer).strip("-—–/.")]
    known = [head for head in heads if words[head] and head not in silent and label_sets({words[head]})]
    based = [head for head in known if plain(head.answer) not in BASE]  # "n" may be a base, or short for neutral
    for group in (known, based):
        distinct = {words[head] for head in group}
        if len(distinct) >= _FEW and is_one_scale(distinct):
            return [head for head in heads if head in group or head in silent]
    return []


def _numbered(heads: Sequence[Head]) -> list[Head]:
    """A run of heads that count up or down by one: 1, 2, 3, 4, 5."""
    best: list[Head] = []
    run: list[Head] = []
    for head in heads:
        number = _whole(head.answer)
        numbers = [float(str(one.answer)) for one in run]
        if number is None:
            run = []
        elif run and number - numbers[-1] not in ({numbers[-1] - numbers[-2]} if len(run) > 1 else {1.0, -1.0}):
            run = [head._replace(answer=number)]
        else:
            run = [*run, head._replace(answer=number)]
        best = max(best, run, key=len)
    return best if len(best) >= _RUN and {0.0, 1.0} & {best[0].answer, best[-1].answer} else []


def _whole(answer: Raw) -> float | None:
    words, code = split_code(normalise(str(answer)))
    return code if not words and code is not None and code.is_integer() and 0 <= code <= 10 else None
