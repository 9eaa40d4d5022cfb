"""What importance comes to: shares of what is explained, ranks, and how far resamples agree on them."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics import intervals
from ...numerics.ranks import Ranks, rank_interval, ranks
from ...results import Blank, Number
from ...study.chance import Chance, within
from ...study.importance import Importance

Array = NDArray[np.float64]


class Drivers:
    """The p drivers of one outcome with all that a table says of them."""

    def __init__(self, found: Importance) -> None:
        self.found, self.study, self.chance = found, found.study, Chance(found)

    @cached_property
    def ranks(self) -> Ranks:
        """(p,) rank of each driver by its Shapley share."""
        return ranks(self.found.point["shapley"])[:, 0]

    @cached_property
    def drawn_ranks(self) -> Ranks | None:
        """(p, B) the same in the resamples."""
        drawn = self.found.resampled("shapley")
        return None if drawn is None or drawn.shape[1] < 2 else ranks(drawn)

    def rank_ends(self, at: int) -> tuple[Number, Number]:
        """Best and worst rank inside the interval."""
        if self._ends is None:
            return self._blank, self._blank
        return int(self._ends[0, at]), int(self._ends[1, at])

    def probability(self, at: int, rank: int) -> Number:
        """Share of the resamples in which a driver has that rank."""
        return self._blank if self.drawn_ranks is None else float((self.drawn_ranks[at] == rank).mean())

    def part(self, key: str, at: int) -> tuple[Number, Number, Number, Number]:
        """A part of R squared with standard error and interval."""
        return self.chance.part(key, at)

    def share(self, key: str, at: int) -> tuple[Number, Number, Number]:
        """The same as a share of all that is explained, with its interval."""
        value, _, lower, upper = self.chance.share(key, at)
        return value, lower, upper

    def explained(self) -> tuple[Number, Number, Number, Number]:
        """Adjusted R squared with standard error and interval.

        Drivers explain more of a resample than of its survey, as they explain more of a survey than of the customers it stands
        for; so the percentile interval is moved back by what the resamples lie above the estimate.
        """
        n, p, draws = self.found.pair_n, len(self.found.drivers), self.found.draws
        if n <= p + 1:
            return (Blank("too_few_respondents"),) * 4
        value = float(_adjusted(self.found.point["r_squared"], n, p)[0])
        if draws is None:
            return (max(value, 0.0), *self.found.spread_of(None))
        drawn = _adjusted(draws["r_squared"], n, p)
        if self.study.interval == "percentile" and np.isfinite(drawn).any():
            drawn = np.maximum(drawn - np.nanmean(drawn) + value, 0)
        return (max(value, 0.0), *within(self.found.spread_of(drawn)))

    @property
    def _blank(self) -> Blank:
        return Blank(self.found.no_interval or "resamples_unusable")

    @cached_property
    def _ends(self) -> Ranks | None:
        if self.drawn_ranks is None:
            return None
        n = min(self.found.n, self.study.base.effective)
        return rank_interval(self.drawn_ranks, intervals.levels(self.study.confidence, int(max(2, n))))


def _adjusted(r_squared: Array, n: float, p: int) -> Array:
    """Theil (1961): less what as many drivers would explain by chance, which may leave less than nothing. n > p + 1."""
    return 1 - (1 - r_squared) * (n - 1) / (n - p - 1)
