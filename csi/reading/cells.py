"""The raw grid of one sheet, with an address for every value. Nothing is decoded here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Finding
from ..survey import Origin

if TYPE_CHECKING:
    from ..survey import Survey

Raw = object  # str, int, float, bool, datetime, None or "" as the format gave it


@dataclass(frozen=True, eq=False)
class Cells:
    """columns: one sequence of raw values a column, all of one length, data rows only.

    header: one name a column; empty and repeated ones are numbered visibly ("Q1 (2)", "column C").
    letters: "A", "B", … of each column. rows: sheet row (from 1) of each data row.
    questions: the wording of a column's question where it stands apart from its name, by the column's place.
    labels: what the file itself says that the codes of a column mean (SPSS, Stata), by the column's place.
    spelled: what abbreviations in a column stand for, where another sheet of the file spells them out, by the column's place.
    restore: for tables of sums that stand in place of respondents: what their answers must become once they are on their scales.
    spot: where a value stands, for tables whose values do not stand at their column's letter and their row's number; with its
    sheet where that is another one.
    """

    header: tuple[str, ...]
    columns: tuple[Sequence[Raw], ...]
    letters: tuple[str, ...]
    rows: Sequence[int]
    origin: Origin
    findings: tuple[Finding, ...] = ()
    questions: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, Mapping[float, str]] = field(default_factory=dict)
    spelled: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    spot: Callable[[int, int], str] | None = None
    restore: Callable[[Survey], Survey] | None = None

    def address(self, column: int, row: int) -> str:
        """Where a value stands: `Responses!C17`, or `C17` where there are no sheets."""
        cell = f"{self.letters[column]}{self.rows[row]}" if self.spot is None else self.spot(column, row)
        return f"{self.origin.sheet}!{cell}" if self.origin.sheet and "!" not in cell else cell

    @cached_property
    def _places(self) -> tuple[dict[str, int], ...]:
        """The first column of each letter, of each name, and of each name without outer spaces."""
        stripped = (title.strip() for title in self.header)
        return tuple(
            {word: at for at, word in reversed(list(enumerate(words)))} for words in (self.letters, self.header, stripped)
        )

    def position(self, name: str) -> int | None:
        """Which column a model means by `name`: "$C" for the letter, else the header or the question as it stands (outer spaces aside)."""
        if name.startswith("$") and name[1:].upper() in self._places[0]:
            return self._places[0][name[1:].upper()]
        if name in self._places[1]:
            return self._places[1][name]
        if name.strip() in self._places[2]:
            return self._places[2][name.strip()]
        asked = [at for at, question in self.questions.items() if question.strip() == name.strip()]
        return asked[0] if len(asked) == 1 else None
