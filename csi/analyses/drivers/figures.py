"""What importance comes to: shares of what is explained, ranks, and how far resamples agree on them."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics import intervals
from ...numerics.random_driver import p_of_weights, weights_by_chance
from ...numerics.ranks import Ranks, rank_interval, ranks
from ...numerics.tests import holm
from ...results import Blank, Number
from ...study.importance import Importance

Array = NDArray[np.float64]
Spread = tuple[Number, Number, Number]  # standard error, lower, upper

CHANCES = 2000  # random drivers whose weight is looked at, at least


class Drivers:
    """The p drivers of one outcome with all that a table says of them."""

    def __init__(self, found: Importance) -> None:
        self.found, self.study = found, found.study

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
        """A part of R squared with standard error and interval, which reaches down to 0 where chance alone could have given it.

        A part is never negative, neither in the answers nor in a resample, so that no resample tells that it may be nothing.
        """
        return (self.found.value(key, at), *self._down_to_nothing(self.found.spread(key, at), at))

    def share(self, key: str, at: int) -> tuple[Number, Number, Number]:
        """The same as a share of all that is explained, with its interval."""
        whole = self.found.value("r_squared")
        if whole < 1e-12:
            return (Blank("undefined"),) * 3
        draws = self.found.draws
        parts = None if draws is None else _parts(draws[key][at], draws["r_squared"])
        return (self.found.value(key, at) / whole, *self._down_to_nothing(self.found.spread_of(parts), at)[1:])

    def _down_to_nothing(self, spread: Spread, at: int) -> Spread:
        error, lower, upper = spread
        chance = self.by_chance(at)[0]
        nothing = isinstance(chance, float) and chance >= 1 - self.study.confidence
        return (error, 0.0, upper) if nothing and isinstance(lower, float) else spread

    def explained(self) -> tuple[Number, Number, Number, Number]:
        """Adjusted R squared with standard error and interval.

        Drivers explain more of a resample than of its survey, as they explain more of a survey than of the customers it stands
        for; so the percentile interval is moved back by what the resamples lie above the estimate.
        """
        n, p, draws = min(self.found.n, self.study.base.kish), len(self.found.drivers), self.found.draws
        if n <= p + 1:
            return (Blank("too_few_respondents"),) * 4
        value = float(_adjusted(self.found.point["r_squared"], n, p)[0])
        if draws is None:
            return (max(value, 0.0), *self.found.spread_of(None))
        drawn = _adjusted(draws["r_squared"], n, p)
        if self.study.interval == "percentile" and np.isfinite(drawn).any():
            drawn = np.maximum(drawn - np.nanmean(drawn) + value, 0)
        return (max(value, 0.0), *self.found.spread_of(drawn))

    def by_chance(self, at: int) -> tuple[Number, Number]:
        """Probability that a random driver would weigh as much, plain and corrected for all drivers."""
        if self._p is None:
            return Blank("too_few_respondents"), Blank("too_few_respondents")
        return float(self._p[0][at]), float(self._p[1][at])

    @property
    def _blank(self) -> Blank:
        return Blank(self.found.no_interval or "resamples_unusable")

    @cached_property
    def _ends(self) -> Ranks | None:
        if self.drawn_ranks is None:
            return None
        n = min(self.found.n, self.study.base.effective)
        return rank_interval(self.drawn_ranks, intervals.levels(self.study.confidence, int(max(2, n))))

    @cached_property
    def _p(self) -> tuple[Array, Array] | None:
        p, n = len(self.found.drivers), min(self.found.n, self.study.base.effective)
        if n < p + 3:
            return None
        rng = np.random.default_rng([self.study.seed, p, CHANCES])
        both = self.found.among
        p_values = p_of_weights(
            self.found.point["relative_weight"][:, 0],
            weights_by_chance(both[:-1, :-1], both[:-1, -1], n, max(CHANCES, 50 * p), rng),
        )
        return p_values, holm(p_values)


def _parts(part: Array, whole: Array) -> Array:
    parts: Array = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 1e-12)
    return parts


def _adjusted(r_squared: Array, n: float, p: int) -> Array:
    """Theil (1961): less what as many drivers would explain by chance, which may leave less than nothing. n > p + 1."""
    return 1 - (1 - r_squared) * (n - 1) / (n - p - 1)
