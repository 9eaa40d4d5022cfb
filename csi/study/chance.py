"""What chance alone would give a driver: the respondents that correlations stand on, p, and ends that reach down to nothing."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..numerics.random_driver import p_of_weights, weights_by_chance
from ..numerics.tests import holm
from ..results import Blank, Number
from .importance import Importance

Array = NDArray[np.float64]
Spread = tuple[Number, Number, Number]  # standard error, lower, upper

CHANCES = 2000  # random drivers whose weight is looked at, at least


class Chance:
    """The p drivers of one outcome beside a random one."""

    def __init__(self, found: Importance) -> None:
        self.found, self.study = found, found.study

    def by_chance(self, at: int) -> tuple[Number, Number]:
        """Probability that a random driver would weigh as much, plain and corrected for all drivers."""
        if isinstance(self._p, Blank):
            return self._p, self._p
        return float(self._p[0][at]), float(self._p[1][at])

    def part(self, key: str, at: int) -> tuple[Number, Number, Number, Number]:
        """A part of R squared with standard error and interval, which reaches down to 0 where chance alone could have given it.

        A part is never negative, neither in the answers nor in a resample, so that no resample tells that it may be nothing.
        """
        return (self.found.value(key, at), *self._down_to_nothing(self.found.spread(key, at), at))

    def share(self, key: str, at: int) -> tuple[Number, Number, Number, Number]:
        """The same as a share of all that is explained."""
        whole = self.found.value("r_squared")
        if whole < 1e-12:
            return (Blank("undefined"),) * 4
        draws = self.found.draws
        parts = None if draws is None else _parts(draws[key][at], draws["r_squared"])
        return (self.found.value(key, at) / whole, *self._down_to_nothing(self.found.spread_of(parts), at))

    @cached_property
    def independent(self) -> Number:
        """Respondents whose answers correlations stand on, as many as would tell as much if each were drawn for themselves.

        Where they come in clusters, or each correlation stands on others of them, what the coefficients of the resamples vary is
        compared with what they would vary among independent respondents: (1 - R squared) VIF / n.
        """
        known = self.found.pair_n
        if self.study.base.units is None and not self.found.pairwise:
            return known
        beta = self.found.resampled("beta")
        if beta is None or beta.shape[1] < 2:
            return known if self.study.base.units is None else Blank(self.found.no_interval or "resamples_unusable")
        spread = beta.var(axis=1, ddof=1)
        alone = (1 - self.found.value("r_squared")) * self.found.point["vif"][:, 0]
        told = np.divide(alone, spread, out=np.full(len(alone), np.inf), where=spread > 0)
        return float(min(known, np.median(told)))

    @cached_property
    def _p(self) -> tuple[Array, Array] | Blank:
        p, n = len(self.found.drivers), self.independent
        if isinstance(n, Blank):
            return n
        if n < p + 3:
            return Blank("too_few_respondents")
        rng = np.random.default_rng([self.study.seed, p, CHANCES])
        both = self.found.among
        by_chance = weights_by_chance(both[:-1, :-1], both[:-1, -1], n, max(CHANCES, 50 * p), rng)
        p_values = p_of_weights(self.found.point["relative_weight"][:, 0], by_chance)
        return p_values, holm(p_values)

    def _down_to_nothing(self, spread: Spread, at: int) -> Spread:
        error, lower, upper = within(spread)
        chance = self.by_chance(at)[0]
        nothing = isinstance(chance, float) and chance >= 1 - self.study.confidence
        return (error, 0.0, upper) if nothing and isinstance(lower, float) else (error, lower, upper)


def within(spread: Spread, lowest: float = 0.0, highest: float = 1.0) -> Spread:
    """The ends no further than the figure itself can go, which the normal and the BCa form do not know."""
    error, *ends = spread
    lower, upper = (end if isinstance(end, Blank) else float(min(max(end, lowest), highest)) for end in ends)
    return error, lower, upper


def _parts(part: Array, whole: Array) -> Array:
    parts: Array = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 1e-12)
    return parts
