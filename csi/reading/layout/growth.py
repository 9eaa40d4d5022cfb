"""The columns of a table while its rows come in: values as they are, or told apart at once where there are many that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import NoneType

from ..cells import Raw
from ..coded import Coded, Growing, hardly_repeats

_FEW = 1_000  # rows that show whether a column repeats its values
_TOLD_APART = frozenset({str, float, int, NoneType})  # True and 1 are one key of a dictionary, but not one answer


class Growth:
    """Columns of one length."""

    def __init__(self, width: int) -> None:
        self._columns: list[list[Raw] | Growing] = [[] for _ in range(width)]
        self._rows = 0
        self._settled = False

    def __len__(self) -> int:
        return len(self._columns)

    def widen(self, width: int) -> None:
        """Open columns that are blank so far."""
        self._columns += [[""] * self._rows for _ in range(width - len(self._columns))]

    def extend(self, columns: Sequence[Sequence[Raw]]) -> None:
        """Add rows, given column by column."""
        if self._rows >= _FEW and not self._settled:
            self._settle([_repeats(column) for column in self._columns])
        for at, values in enumerate(columns):
            column = self._columns[at]
            if isinstance(column, Growing) and not _TOLD_APART.issuperset(map(type, values)):
                column = self._columns[at] = list(column.column())
            column.extend(values)
        self._rows += len(columns[0]) if columns else 0

    def take(self, parts: Sequence[Coded], kept: Sequence[int]) -> None:
        """Add the rows that are kept of coded columns; columns beyond them stay blank."""
        if not self._settled:
            self._settle([not hardly_repeats(part) for part in parts])
        for column, part in zip(self._columns, parts, strict=False):
            if isinstance(column, Growing):
                column.take(part, kept)
            else:
                column.extend(part[:] if len(kept) == len(part) else [part[at] for at in kept])
        for column in self._columns[len(parts) :]:
            column.extend([""] * len(kept))
        self._rows += len(kept)

    def _settle(self, repeating: Iterable[bool]) -> None:
        """Decide which columns are told apart; further ones are not."""
        for at, repeats in enumerate(repeating):
            column = self._columns[at]
            if repeats and not isinstance(column, Growing) and _TOLD_APART.issuperset(map(type, column)):
                self._columns[at] = Growing(column)
        self._settled = True

    def columns(self) -> list[Sequence[Raw]]:
        """All of them, with all rows."""
        return [column.column() if isinstance(column, Growing) else column for column in self._columns]


def _repeats(column: list[Raw] | Growing) -> bool:
    return isinstance(column, Growing) or 2 * len(set(map(str, column[:_FEW]))) < _FEW
