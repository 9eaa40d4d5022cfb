"""A correlation matrix with means, deviations and the number of respondents, as papers and SPSS print it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..layout.raw import Row, is_blank, is_wordless, title
from .figures import at, coefficient
from .words import BASE, DEVIATION, HIGHEST, LOWEST, MEAN, ROW_TYPES, plain

_HEAD = 20  # rows in which the names may stand
_FEW = 2  # items
_MOSTLY = 0.8  # of the pairs, and of the figures that are neither 0 nor 1
_ROUNDED = 0.02  # what the two halves of a matrix may differ by
_NUMBER_IN_FRONT = re.compile(r"\(?(\d+)\s*[.)、:]\s*(.+)", re.DOTALL)

Statistic = str  # mean, sd, n, lowest, highest
_STATISTICS: dict[Statistic, frozenset[str]] = {"mean": MEAN, "sd": DEVIATION, "n": BASE, "lowest": LOWEST, "highest": HIGHEST}


@dataclass(frozen=True)
class CorrelationTable:
    """items: the names in order. row: of the heading, counted from 0; rows: of each item. correlations: (j, k) -> r, j > k.

    statistics: statistic -> the value of each item, None where none is given.
    """

    items: tuple[str, ...]
    row: int
    rows: tuple[int, ...]
    correlations: Mapping[tuple[int, int], float]
    statistics: Mapping[Statistic, tuple[float | None, ...]]

    def absent(self) -> tuple[str, str] | None:
        """A pair of items whose correlation is not given, or None."""
        pairs = ((j, k) for j in range(len(self.items)) for k in range(j))
        return next(((self.items[k], self.items[j]) for j, k in pairs if (j, k) not in self.correlations), None)


def find_correlation_table(rows: Sequence[Row]) -> CorrelationTable | None:
    """The matrix on a sheet; None where there is none."""
    for row in islice(range(len(rows)), _HEAD):
        for names in _name_columns(rows, row):
            table = _matrix(rows, row, names)
            if table is not None:
                return table
    return None


def _name_columns(rows: Sequence[Row], row: int) -> list[int]:
    """The columns in which the names of the rows may stand: the first two that hold words below this row."""
    worded = [column for column in range(min(len(rows[row]), 4)) if _words(rows, row, column)]
    return worded[:2][::-1]


def _words(rows: Sequence[Row], row: int, column: int) -> bool:
    below = [at(other, column) for other in rows[row + 1 :] if not is_blank(at(other, column))]
    return bool(below) and sum(coefficient(value) is None for value in below) > 0.5 * len(below)


def _matrix(rows: Sequence[Row], row: int, names: int) -> CorrelationTable | None:
    heads = {column: title(value) for column, value in enumerate(rows[row]) if column != names and not is_blank(value)}
    below = _labels(rows, row, names)
    places = _matched(heads, [name for _, name in below])
    items = [(number, name) for number, name in below if name in places]
    if len(items) < _FEW:
        return None
    columns = [places[name] for _, name in items]
    found = _correlations(rows, [number for number, _ in items], columns)
    if found is None:
        return None
    by_row = {_statistic(_label(rows[number], names)): number for number in range(row + 1, len(rows))}
    by_column = {_statistic(head): column for column, head in heads.items() if column not in columns}
    statistics = {
        key: tuple(
            _value(rows, (by_row.get(key), column), (number, by_column.get(key)))
            for (number, _), column in zip(items, columns, strict=True)
        )
        for key in _STATISTICS
        if key in by_row or key in by_column
    }
    return CorrelationTable(
        tuple(map(_bare, (name for _, name in items))), row, tuple(number for number, _ in items), found, statistics
    )


def _labels(rows: Sequence[Row], row: int, names: int) -> list[tuple[int, str]]:
    """(row, name) of the rows below that may be items: not those of means and the like."""
    found = [(number, title(at(rows[number], names))) for number in range(row + 1, len(rows))]
    return [
        (number, name) for number, name in found if not is_wordless(name) and name and not _statistic(_label(rows[number], names))
    ]


def _label(row: Row, names: int) -> str:
    """What a row is of. An SPSS matrix file says MEAN, STDDEV, N or CORR in front of the variable's name."""
    kinds = [ROW_TYPES[word] for word in map(plain, row[:names]) if word in ROW_TYPES]
    return kinds[0] if kinds and kinds[0] != "corr" else title(at(row, names))


def _statistic(label: str) -> Statistic:
    return next((key for key, words in _STATISTICS.items() if plain(label) in words), "")


def _matched(heads: Mapping[int, str], names: Sequence[str]) -> dict[str, int]:
    """The column of each name; where the heads are numbers, that of its own number or of its turn."""
    folded = {plain(_bare(head)): column for column, head in sorted(heads.items(), reverse=True)}
    direct = {name: folded[plain(_bare(name))] for name in names if plain(_bare(name)) in folded}
    if len(direct) >= _FEW:
        return direct
    numbers = {int(head.rstrip(".)")): column for column, head in heads.items() if head.rstrip(".)").isdecimal()}
    turns = {name: int(found[1]) if (found := _NUMBER_IN_FRONT.fullmatch(name)) else turn for turn, name in enumerate(names, 1)}
    last = max(turns.values(), default=0)
    if numbers and last not in numbers and last - 1 in numbers:
        numbers[last] = max(numbers.values()) + 1  # the last item of a lower triangle needs no column
    return {name: numbers[turn] for name, turn in turns.items() if turn in numbers}


def _bare(name: str) -> str:
    found = _NUMBER_IN_FRONT.fullmatch(name)
    return found[2].strip() if found else name


def _correlations(rows: Sequence[Row], at_rows: Sequence[int], columns: Sequence[int]) -> dict[tuple[int, int], float] | None:
    """Each pair's correlation, from whichever triangle gives it; None when these cannot be correlations."""
    found: dict[tuple[int, int], float] = {}
    for j, number in enumerate(at_rows):
        for k, column in enumerate(columns):
            value = coefficient(at(rows[number], column))
            if j == k or value is None:
                continue
            pair = (max(j, k), min(j, k))
            if abs(value) > 1 or abs(found.get(pair, value) - value) > _ROUNDED:
                return None
            found[pair] = value
    broken = sum(not value.is_integer() for value in found.values())
    most = _MOSTLY * len(columns) * (len(columns) - 1) / 2
    return found if len(found) >= most and broken >= _MOSTLY * len(found) and _own(rows, at_rows, columns) else None


def _own(rows: Sequence[Row], at_rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether no item's correlation with itself is other than 1, or a reliability, or left out."""
    values = [coefficient(at(rows[number], column)) for number, column in zip(at_rows, columns, strict=True)]
    return all(value is None or 0 < value <= 1 for value in values)


def _value(rows: Sequence[Row], *places: tuple[int | None, int | None]) -> float | None:
    values = (coefficient(at(rows[row], column)) for row, column in places if row is not None and column is not None)
    return next((value for value in values if value is not None), None)
