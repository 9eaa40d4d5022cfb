"""LMG shares of an estimate and of its resamples: every subset where that is quick enough, else orders that both have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .shapley import EXACT, shapley
from .shapley_orders import Orders, balanced_orders, shapley_by_orders

Array = NDArray[np.float64]

AT_LEAST = 2000  # orders behind an estimate that is sampled
QUICK = 2**27  # subsets times resamples up to which every resample is worked out exactly: half a second of two processors
SETS = 3  # of orders behind each resample; each resample differs from the estimate by what the same orders make of both


@dataclass(frozen=True, eq=False)
class Lmg:
    """How the shares of one set of p drivers are reckoned.

    point: (p, 1) shares of the estimate; error: (p, 1) standard error of their sampling, 0 where they are exact.
    orders: (sets, K, p) behind the resamples, None where these are exact; base: (sets, p, 1) what they make of the estimate.
    """

    point: Array
    error: Array
    sampled: int  # orders behind the estimate, 0 where it is exact
    orders: Orders | None
    base: Array | None

    def of_point(self, among: Array, toward: Array) -> Mapping[str, Array]:
        """The estimate's own."""
        return {"shapley": self.point, "shapley_noise": self.error**2}

    def of_resamples(self, among: Array, toward: Array) -> Mapping[str, Array]:
        """shapley (p, B), and shapley_noise (p, B), the variance that sampling orders adds to it.

        among: (p, p, B) positive definite; toward: (p, B).
        """
        if self.orders is None or self.base is None:
            exact = shapley(among, toward)
            return {"shapley": exact, "shapley_noise": np.zeros_like(exact)}
        away = shapley_by_orders(among, toward, self.orders) - self.base
        noise = away.var(axis=0, ddof=1) / len(away)
        return {"shapley": self.point + away.mean(axis=0), "shapley_noise": noise}


def lmg(among: Array, toward: Array, *, resamples: int, seed: int, exact: bool = False) -> Lmg:
    """The reckoning for drivers whose estimate has these correlations.

    among: (p, p, 1) positive definite; toward: (p, 1). resamples: how many will follow. exact: whether they are to be exact
    up to 20 drivers at any price. Beyond 20 drivers all is sampled.
    """
    p, rng = len(toward), np.random.default_rng([seed, len(toward)])
    if p > EXACT:
        sets = max(8, -(-AT_LEAST // (2 * p)))
        by_set = shapley_by_orders(among, toward, balanced_orders(p, sets, rng, whole=True))
        point, error, sampled = by_set.mean(axis=0), by_set.std(axis=0, ddof=1) / np.sqrt(sets), sets * 2 * p
    else:
        point, error, sampled = shapley(among, toward), np.zeros((p, 1)), 0
    if p <= EXACT and (exact or resamples * 2**p <= QUICK):
        return Lmg(point, error, sampled, None, None)
    orders = balanced_orders(p, SETS, rng)
    return Lmg(point, error, sampled, orders, shapley_by_orders(among, toward, orders))
