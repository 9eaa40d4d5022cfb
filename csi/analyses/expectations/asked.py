"""What the respondents were asked of each expectation: importance, giving up, the level asked for, both sides of the gap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...model import Indicator
from ...numerics.kano import categories, memberships
from ...study import Study
from ...study.further_columns import answers, numbers, on_100
from .blocks import side_by_side

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Asked:
    """The p indicators of which something is expected: they name an expectation, a level asked for or what could be given up.

    less: indicators of which a lower level is the more demanding, besides those that the model marks. Blocks are (n_used, p), NaN = missing.
    """

    study: Study
    less: frozenset[str] = frozenset()

    @cached_property
    def leaves(self) -> tuple[tuple[str, Indicator], ...]:
        """(latent, indicator) in the model's order."""
        every = self.study.model.indicators
        return tuple((latent, leaf) for latent, leaf in every if leaf.expectation or leaf.asked or leaf.give_up)

    @cached_property
    def importance(self) -> Array:
        """Stated importance on 0-100."""
        return self._block([self._on_100(leaf.importance) for _, leaf in self.leaves])

    @cached_property
    def states_importance(self) -> bool:
        """Whether anybody was asked how important they are."""
        return bool(np.isfinite(self.importance).any())

    @cached_property
    def give_up(self) -> Array:
        """1 for who would give it up, 0 for who would not."""
        return self._block([self._numbers(leaf.give_up) for _, leaf in self.leaves])

    @cached_property
    def expected(self) -> Array:
        """Expectation on 0-100 of all who said it."""
        return self._block([self._on_100(leaf.expectation) for _, leaf in self.leaves])

    @cached_property
    def pair(self) -> tuple[Array, Array]:
        """Expectation and experience on 0-100 of those who answered both."""
        experience = self._block([self._on_100(leaf.column) for _, leaf in self.leaves])
        both = np.isfinite(experience) & np.isfinite(self.expected)
        return np.where(both, self.expected, np.nan), np.where(both, experience, np.nan)

    @cached_property
    def excess(self) -> Array:
        """How far the level asked for goes beyond the industry standard, in its own units; NaN where there is no standard."""
        return self._block([self._excess(leaf) for _, leaf in self.leaves])

    @cached_property
    def kano(self) -> Array | None:
        """(n_used, 6, p) 1 for the respondent's Kano category of the feature that has the indicator's name; None without any."""
        features = {one.name: one for one in self.study.model.features}
        pairs = [features[leaf.name].pair if leaf.name in features else None for _, leaf in self.leaves]
        if not any(pairs):
            return None
        functional, dysfunctional = (self._block([self._answers(pair and pair[side]) for pair in pairs]) for side in (0, 1))
        return memberships(categories(functional, dysfunctional))

    def standard_of(self, leaf: Indicator) -> float | None:
        """The industry standard in the direction in which the answers were read."""
        return leaf.standard if leaf.asked is not None else turned(self.study, leaf, leaf.standard)

    def in_answers(self, leaf: Indicator) -> Array | None:
        """(n,) the expectation in answer units, None where it was not asked."""
        if leaf.expectation is None:
            return None
        scale = self.study.survey.scales[self.study.survey.columns.index(leaf.expectation)]
        return scale.lowest + on_100(self.study, leaf.expectation) * scale.width / 100

    def _excess(self, leaf: Indicator) -> Array:
        level = self._numbers(leaf.asked) if leaf.asked is not None else self.in_answers(leaf)
        standard = self.standard_of(leaf)
        if standard is None or level is None:
            return self._nobody()
        return standard - level if leaf.asked_less or leaf.name in self.less else level - standard

    def _block(self, columns: list[Array]) -> Array:
        return side_by_side(columns, self.study.used)

    def _on_100(self, column: str | None) -> Array:
        return self._nobody() if column is None else on_100(self.study, column)

    def _answers(self, column: str | None) -> Array:
        return self._nobody() if column is None else answers(self.study, column)

    def _numbers(self, column: str | None) -> Array:
        return self._nobody() if column is None else numbers(self.study, column)

    def _nobody(self) -> Array:
        return np.full(self.study.used, np.nan)


def turned(study: Study, leaf: Indicator, number: float | None) -> float | None:
    """A number in answer units as the answers themselves were read: turned round where the question runs the other way."""
    column = leaf.expectation or leaf.column
    scale = study.survey.scales[study.survey.columns.index(column)]
    return scale.lowest + scale.highest - number if scale.reversed and number is not None else number
