"""A column kept as words: an id, a segment, a wave. Ids by the million are taken as they stand, without being understood one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, TypeGuard, cast

from ..cells import Cells, Raw
from ..coded import Coded
from .columns import column_of, distinct
from .said import Missing, Said, understand

if TYPE_CHECKING:
    from .columns import Index

_FEW = 1_000  # rows that show whether a column repeats its values
_DIGITS = 15
# a number that is written as it would be shown, or one word with a letter: what `understand` would leave as it stands
_PLAIN = re.compile(r"[1-9][0-9]{0,14}|(?=[0-9_@.-]*[A-Za-z])[A-Za-z0-9_@.-]{1,200}")


def words_of(cells: Cells, position: int, missing: Missing) -> tuple[str | None, ...]:
    """(n,) what the cells say; blanks and declared missing codes are None."""
    if cells.labels.get(position) or cells.spelled.get(position):
        column = column_of(cells, position)
        return _by_row([_kept(said, missing) for said in column.said], column.index)
    values = cells.columns[position]
    if not _repeats(values):
        return tuple(_words(list(values), missing))
    kinds, index = distinct(cells, position)
    return _by_row(_words(list(kinds), missing), index)


def _repeats(values: Sequence[Raw]) -> bool:
    """Whether it is worth while to tell equal cells apart first."""
    return isinstance(values, Coded) or 2 * len(set(map(str, values[:_FEW]))) < min(len(values), _FEW)


def _by_row(words: Sequence[str | None], index: Index) -> tuple[str | None, ...]:
    import numpy as np

    kinds = np.empty(len(words), dtype=object)
    kinds[:] = words
    return tuple(kinds[index].tolist())


def _kept(said: Said, missing: Missing) -> str | None:
    return None if said.kind == "blank" or missing.holds(said) else said.text


def _words(values: list[Raw], missing: Missing) -> list[str | None]:
    plain = not (missing.words or missing.numbers)
    if plain and _are_plain_numbers(values):
        return values
    if plain and set(map(type, values)) == {float} and (whole := _whole(values)) is not None:
        return list(map(str, whole))
    return [
        value if plain and isinstance(value, str) and _PLAIN.fullmatch(value) else _kept(understand(value), missing)
        for value in values
    ]


def _whole(values: list[Raw]) -> list[int] | None:
    """The numbers of a workbook as whole ones; None where one of them is not, or is not above zero."""
    import numpy as np

    numbers = np.array(values, dtype=np.float64)
    fit = (numbers == np.rint(numbers)) & (numbers > 0) & (numbers < 10**_DIGITS)
    return numbers.astype(np.int64).tolist() if fit.all() else None


def _are_plain_numbers(values: list[Raw]) -> TypeGuard[list[str | None]]:
    """Whether all are whole numbers, written as they would be shown."""
    if not values or set(map(type, values)) != {str}:
        return False
    texts = cast("list[str]", values)
    together = "".join(texts)
    lengths = set(map(len, texts))
    return together.isascii() and together.isdecimal() and 0 not in lengths and max(lengths) <= _DIGITS and not _padded(texts)


def _padded(texts: list[str]) -> bool:
    return "0" in map(itemgetter(0), texts)
