"""Figures and tables: keys and full-precision numbers, or the reason why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..terms import Term, Text

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class Blank:
    """Stands where a number has no meaning. `reason` is a key of `reasons.REASONS`."""

    reason: str


Number = float | int | Blank
Cell = str | int | float | bool | None | Blank  # None: the column does not concern this row


@dataclass(frozen=True)
class Figure:
    """One number with its uncertainty. `about` is the analyst's name of what it measures."""

    term: Term
    value: Number
    standard_error: Number
    lower: Number
    upper: Number
    about: str = ""
    n: int | None = None


@dataclass(frozen=True)
class Table:
    """Rectangular, full precision.

    shown: keys of the columns that a reader's eye should meet, in that order; JSON and CSV carry every column.
    strong: row numbers that carry the message (the target).
    detail: for those who look closer; a terminal shows it on request, every file holds it.
    """

    key: str
    title: Text
    columns: tuple[Term, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shown: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()
    detail: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.key}: a row of {len(row)} cells under {len(self.columns)} columns")
            for cell in row:
                if isinstance(cell, float) and not math.isfinite(cell):
                    raise ValueError(f"table {self.key}: {cell} is no number; a Blank says why it is absent")

    def __repr__(self) -> str:
        keys = ", ".join(term.key for term in self.columns)
        return f"Table {self.key}: {len(self.rows)} rows, columns {keys}"

    def position(self, key: str) -> int:
        """Where the column of that key stands."""
        for number, term in enumerate(self.columns):
            if term.key == key:
                return number
        raise KeyError(key)

    def column(self, key: str) -> tuple[Cell, ...]:
        """All cells of one column."""
        at = self.position(key)
        return tuple(row[at] for row in self.rows)

    def records(self) -> list[dict[str, Cell]]:
        """Rows as dictionaries by key."""
        keys = [term.key for term in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]

    def to_frame(self) -> pandas.DataFrame:
        """The table as a DataFrame; a Blank becomes None, and the numbers keep full precision."""
        import pandas

        rows = [[None if isinstance(cell, Blank) else cell for cell in row] for row in self.rows]
        return pandas.DataFrame(rows, columns=[term.key for term in self.columns])

    def _repr_html_(self) -> str:
        return str(self.to_frame().to_html(index=False, na_rep=""))


def number(cell: Cell) -> float:
    """The cell as a number; 0 where it is none."""
    return float(cell) if isinstance(cell, int | float) else 0.0
