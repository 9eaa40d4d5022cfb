"""A model sheet as words with their places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .nodes import Place, Word


@dataclass(frozen=True)
class Sheet:
    """The words of a sheet: one dictionary a row, column -> text, blanks left out."""

    name: str
    rows: tuple[Mapping[int, str], ...]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands: "model!C7"."""
        address = f"{self.name}!{column_letters(column)}{row + 1}"
        return Place(address, address, (row, column))

    def word(self, row: int, column: int) -> Word | None:
        """What stands in a cell, or None."""
        text = self.rows[row].get(column)
        return None if text is None else Word(text, self.place(row, column))


def sheet_of(rows: Sequence[Sequence[object]], name: str) -> Sheet:
    """The sheet as words: 3.0 is "3", TRUE is "yes", outer spaces do not count; a row that is only a # note is blank."""
    words = ({c: text for c, raw in enumerate(row) if (text := cell_text(raw))} for row in rows)
    return Sheet(name, tuple({} if len(cells) == 1 and is_note(*cells.values()) else cells for cells in words))


def is_note(text: str) -> bool:
    """Whether a cell is a remark for people."""
    return text.startswith("#")


def cell_text(raw: object) -> str:
    """One cell as a person would read it; empty when it is blank."""
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return ""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw).strip()


def column_letters(column: int) -> str:
    """The name of a column counted from 0: "A", …, "Z", "AA"."""
    first, last = divmod(column, 26)
    return (column_letters(first - 1) if first else "") + chr(ord("A") + last)
