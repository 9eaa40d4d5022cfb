"""Whose low and high answers are set beside which outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...errors import ConstantIndicator, TooFewRespondents
from ...model import Indicator
from ...study import Study
from ...study.explaining import Score, explaining
from ...terms import Text
from .cuts import Cut, cut_of, usual

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
_HAIR = 1e-9


@dataclass(frozen=True, eq=False)
class Question:
    """The outcome, the p items that may move it, and what counts as low and high.

    outcome: its place among the study's items; drivers: theirs, with their latents. cuts: one an item; outcome_cut: of the outcome.
    """

    study: Study
    outcome: int
    drivers: tuple[Score, ...]
    cuts: tuple[Cut, ...]
    outcome_cut: Cut
    chosen: bool  # whether the outcome stands for a latent that has more indicators
    causes_only: bool

    @property
    def name(self) -> str:
        """The outcome's name."""
        return self.item(self.outcome).name

    def item(self, at: int) -> Indicator:
        """An item of the study."""
        return self.study.arrangement.items[at]

    @property
    def places(self) -> list[int]:
        """The places of the p items among the study's."""
        return [driver.items[0] for driver in self.drivers]

    @cached_property
    def answers(self) -> Array:
        """(n, p) answers to the items, NaN = missing."""
        return self.study.arrangement.values[:, self.places]

    @cached_property
    def result(self) -> Array:
        """(n,) answers to the outcome."""
        return self.study.arrangement.values[:, self.outcome]

    @cached_property
    def complete(self) -> Flags:
        """(n,) who answered all of it."""
        return ~np.isnan(self.result) & ~np.isnan(self.answers).any(axis=1)

    @property
    def n(self) -> int:
        """How many answered all of it."""
        return int(self.complete.sum())

    @cached_property
    def low(self) -> Flags:
        """(n, p) low answers."""
        return self.answers <= np.array([cut.low for cut in self.cuts]) + _HAIR

    @cached_property
    def high(self) -> Flags:
        """(n, p) high answers."""
        return self.answers >= np.array([cut.high for cut in self.cuts]) - _HAIR

    @property
    def dissatisfied(self) -> Flags:
        """(n,) whose outcome is low."""
        return self.complete & (self.result <= self.outcome_cut.low + _HAIR)

    @property
    def delighted(self) -> Flags:
        """(n,) whose outcome is high."""
        return self.complete & (self.result >= self.outcome_cut.high - _HAIR)


def question(study: Study, outcome: str | None, drivers: Sequence[str] | None, low: float | None, high: float | None) -> Question:
    """What is asked. A latent as outcome is stood for by its first indicator, which is the overall question by custom.

    Raises: MissingRole, UsageFault as `explaining`; TooFewRespondents, ConstantIndicator where nothing can be told.
    """
    found = explaining(study, outcome, drivers)
    a, at = study.arrangement, found.outcome.items[0]
    cuts = tuple(cut_of(a.scales[d.items[0]], low, high, d.name) for d in found.drivers)
    same = {(a.scales[d.items[0]].lowest, a.scales[d.items[0]].highest) for d in found.drivers}
    own = same == {(a.scales[at].lowest, a.scales[at].highest)}
    outcome_cut = cuts[0] if own else usual(a.scales[at])
    chosen = found.outcome.is_latent and len(found.outcome.items) > 1
    asked = Question(study, at, found.drivers, cuts, outcome_cut, chosen, found.causes_only)
    _refuse(asked)
    return asked


def _refuse(asked: Question) -> None:
    """Stop where too few answered everything, or all of them gave the outcome the same answer."""
    place, needed = Text(f"outcome {asked.name}", f"结果“{asked.name}”"), 2 * len(asked.drivers) + 2
    if asked.n < needed:
        raise TooFewRespondents(
            place=place,
            reason=Text(
                f"{asked.n} of {asked.study.used} respondents answered it and all {len(asked.drivers)} items; {needed} are needed at least.",
                f"{asked.study.used} 名受访者中只有 {asked.n} 名回答了它和全部 {len(asked.drivers)} 个指标，至少需要 {needed} 名。",
            ),
            remedy=Text(
                "Name fewer items with --drivers, or fill holes with --missing mean.",
                "请用 --drivers 减少指标，或用 --missing mean 填补缺答。",
            ),
        )
    told = asked.result[asked.complete]
    if told.min() == told.max():
        raise ConstantIndicator(
            place=place,
            reason=Text(
                f"all {asked.n} answers to it are {told[0]:g}, so nothing can go with it.",
                f"其 {asked.n} 个答案全部为 {told[0]:g}，无法与任何指标关联。",
            ),
            remedy=Text("Name another outcome with --outcome.", "请用 --outcome 指定其他结果。"),
        )
