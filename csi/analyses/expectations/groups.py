"""Two groups of respondents beside each other on several columns: their means, the difference, and its test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Cell, Number
from ...study import Study
from ...study.aside import Aside, Bounded
from ...study.two_groups import Contrast, contrast
from .blocks import Means, means_of, side_by_side

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Groups:
    """made: `inside`, `outside` and `difference` (q, B) of q columns. contrasts: the test of each."""

    made: Aside
    contrasts: tuple[Contrast, ...]

    def means(self, at: int) -> tuple[Number, Number]:
        """Of those inside, and of those outside."""
        one = self.contrasts[at]
        return self._mean("inside", at, one.inside), self._mean("outside", at, one.outside)

    def difference(self, at: int) -> Bounded:
        """Inside less outside, with its interval."""
        one = self.contrasts[at]
        return self.made.bounded("difference", at, min(one.inside, one.outside), "nothing_to_compare")

    def test(self, at: int) -> tuple[Cell, Cell]:
        """t and p of the difference."""
        one = self.contrasts[at]
        if one.test is not None:
            return one.test.t, one.test.p
        return (Blank("too_few_respondents" if min(one.inside, one.outside) < 2 else "no_spread"),) * 2

    def p(self) -> Array:
        """(q,) of the tests, NaN where there is none."""
        return np.array([np.nan if one.test is None else one.test.p for one in self.contrasts])

    def _mean(self, key: str, at: int, n: int) -> Number:
        value = self.made.value(key, at)
        return value if n and np.isfinite(value) else Blank("no_answers")


def compared(study: Study, columns: Sequence[tuple[Array, Array]]) -> Groups:
    """columns: (values, group), each (n_used,); group is 1 inside, 0 outside, NaN for neither."""
    inside = [np.where(group > 0, values, np.nan) for values, group in columns]
    outside = [np.where(group == 0, values, np.nan) for values, group in columns]
    blocks = {"inside": side_by_side(inside, study.used), "outside": side_by_side(outside, study.used)}
    return Groups(means_of(study, blocks, _difference), tuple(contrast(study, *column) for column in columns))


def _difference(means: Means) -> Means:
    return {"difference": means["inside"] - means["outside"]}
