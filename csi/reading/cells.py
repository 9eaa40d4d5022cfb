"""The raw grid of one sheet, with an address for every value. Nothing is decoded here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..survey import Origin

Raw = object  # str, int, float, bool, datetime, None or "" as the format gave it


@dataclass(frozen=True, eq=False)
class Cells:
    """columns: one sequence of raw values a column, all of one length, data rows only.

    header: one name a column; empty and repeated ones are numbered visibly ("Q1 (2)", "column C").
    letters: "A", "B", … of each column. rows: sheet row (from 1) of each data row.
    """

    header: tuple[str, ...]
    columns: tuple[Sequence[Raw], ...]
    letters: tuple[str, ...]
    rows: Sequence[int]
    origin: Origin
    findings: tuple[Finding, ...] = ()

    def address(self, column: int, row: int) -> str:
        """Where a value stands: `Responses!C17`, or `C17` where there are no sheets."""
        cell = f"{self.letters[column]}{self.rows[row]}"
        return f"{self.origin.sheet}!{cell}" if self.origin.sheet else cell

    def position(self, name: str) -> int | None:
        """Which column a model means by `name`: "$C" for the letter, else the header as it stands (outer spaces aside)."""
        if name.startswith("$") and name[1:].upper() in self.letters:
            return self.letters.index(name[1:].upper())
        if name in self.header:
            return self.header.index(name)
        stripped = [title.strip() for title in self.header]
        return stripped.index(name.strip()) if name.strip() in stripped else None
