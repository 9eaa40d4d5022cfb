"""The answer scale of a column: its theoretical ends, and what its words are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import ModelFault
from ..terms import Text


@dataclass(frozen=True)
class Scale:
    """lowest, highest: the *theoretical* ends, never the observed ones.

    labels: answer text as written -> score; empty when answers are numbers (or when the vocabulary decides).
    missing: codes and words that are no answer, as text ("98", "不清楚").
    reversed: the answers are turned round once, on reading: lowest + highest - answer.
    """

    lowest: float
    highest: float
    labels: Mapping[str, float] = field(default_factory=dict, hash=False)
    missing: tuple[str, ...] = ()
    reversed: bool = False

    def __post_init__(self) -> None:
        if not self.lowest < self.highest:
            raise ModelFault(
                place=Text(f"scale {self.lowest:g}-{self.highest:g}", f"量表 {self.lowest:g}-{self.highest:g}"),
                reason=Text("the lowest answer must be below the highest.", "最低分必须小于最高分。"),
                remedy=Text("Write it as lowest-highest, e.g. scale: 1-5.", "请写成“最低-最高”，例如 scale: 1-5。"),
            )

    @property
    def width(self) -> float:
        """Highest minus lowest, in answer units."""
        return self.highest - self.lowest

    @property
    def second_best(self) -> float | None:
        """The lowest score of the two best categories, or None where the scale has no separate categories.

        Labelled scales have their labels' scores; others one category a whole number, up to 12 of them.
        """
        if self.labels:
            turned = [self.lowest + self.highest - s for s in self.labels.values()] if self.reversed else self.labels.values()
            scores = sorted(set(turned))
            return scores[-2] if len(scores) > 2 else None
        whole = float(self.lowest).is_integer() and float(self.highest).is_integer()
        return self.highest - 1 if whole and 2 <= self.width <= 11 else None
