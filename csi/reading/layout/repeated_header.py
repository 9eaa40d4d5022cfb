"""Rows of names that stand again among the answers, where exports were pasted one below the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..cells import Raw
from ..files.blocks import Block
from .raw import Row, blank_row, title

_MOSTLY = 0.8  # of the names, for somebody may have corrected a few of them
_FEW = 3  # names, all of which must stand again


def again(header: Iterable[Row]) -> Again:
    """A test of whether a row repeats one of these rows of names."""
    return Again([_Names(row) for row in header if not blank_row(row)])


class Again:
    """Tells rows that repeat the names."""

    def __init__(self, names: Sequence[_Names]) -> None:
        self._names = names
        self._only = names[0].stand_in if len(names) == 1 else None

    def __call__(self, row: Row) -> bool:
        """Whether it does."""
        return self._only(row) if self._only is not None else any(one.stand_in(row) for one in self._names)

    def may_be_in(self, columns: Sequence[Collection[Raw]]) -> bool:
        """Whether one of the first two names stands in its column; if not, no row repeats them."""
        return any(one.may_be_in(columns) for one in self._names)

    def suspects(self, block: Block) -> list[int]:
        """The records of a block that are worth a look."""
        return sorted({place for one in self._names for place in one.may_stand_in(block)})


class _Names:
    def __init__(self, header: Row) -> None:
        names = [title(value) for value in header]
        self._names = [(at, name) for at, name in enumerate(names) if name]
        # most rows are told from the names by the values under the first two of them
        self._first, self._second = self._names[0][0], self._names[1 % len(self._names)][0]
        self._one, self._other = header[self._first], header[self._second]
        self._need = len(self._names) if len(self._names) <= _FEW else _MOSTLY * len(self._names)

    def stand_in(self, row: Row) -> bool:
        """Whether a row holds the names once more."""
        if len(row) <= self._second or (row[self._first] != self._one and row[self._second] != self._other):
            return False
        return sum(at < len(row) and title(row[at]) == name for at, name in self._names) >= self._need

    def may_be_in(self, columns: Sequence[Collection[Raw]]) -> bool:
        return self._second < len(columns) and (self._one in columns[self._first] or self._other in columns[self._second])

    def may_stand_in(self, block: Block) -> list[int]:
        """The records of a block that hold one of the first two names where it belongs."""
        import numpy as np

        found = np.zeros(len(block), dtype=bool)
        if self.may_be_in([column.kinds for column in block.columns]):
            for at, name in ((self._first, self._one), (self._second, self._other)):
                column = block.columns[at]
                found |= np.isin(column.codes, [place for place, kind in enumerate(column.kinds) if kind == name])
        return [int(place) for place in np.flatnonzero(found)]
