"""A column, and what it is taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..answers.columns import Column
from ..answers.label_scales import Choice
from .kinds import Kind
from .known_headers import speaks


@dataclass(frozen=True)
class Classified:
    """A column with what it is taken for, and why (a key of WHY).

    column: a stretch of its rows where hardly any cell repeats. answered, rows: how many of all its cells hold anything.
    """

    column: Column
    letter: str
    kind: Kind
    reason: str
    answered: int
    rows: int
    choice: Choice | None = None  # of the vocabulary, when its answers are words of a scale

    @property
    def header(self) -> str:
        """The name as it stands in the file."""
        return self.column.header

    @property
    def asks(self) -> str:
        """The question as it was asked: its wording, else the name."""
        return self.column.question or self.column.header

    def speaks(self, pattern: re.Pattern[str]) -> bool:
        """Whether the name or the wording of the question holds such a word."""
        return speaks(self.column, pattern)

    def taken_for(self, kind: Kind, reason: str) -> Classified:
        """The same column, taken for something else."""
        return replace(self, kind=kind, reason=reason)
