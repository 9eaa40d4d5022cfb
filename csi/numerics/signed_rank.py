"""The signed-rank test of paired differences."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

EXACT = 50  # differences up to which every division of signs is counted


class SignedRank(NamedTuple):
    """statistic: the sum of the ranks of positive differences. n: differences that are not zero. p: two-sided."""

    statistic: float
    n: int
    p: float


def signed_rank(differences: Array) -> SignedRank | None:
    """Whether differences lie to one side of zero, by the ranks of their sizes; None where all of them are zero.

    differences: (n,), NaN = missing. Zeros are left out and ties share their mean rank. Up to `EXACT` differences p counts all 2^n
    divisions of signs over these ranks; beyond, it is of the normal law without continuity correction, its variance that of the
    ranks there are. The latter is scipy.stats.wilcoxon with method="asymptotic".
    Source: Wilcoxon (1945), Biometrics Bulletin 1(6), 80-83; ties: Lehmann (1975), Nonparametrics, section 3.2.
    """
    kept = differences[np.isfinite(differences) & (np.abs(differences) > 1e-9)]
    if kept.size == 0:
        return None
    ranks = mean_ranks(np.abs(kept))
    statistic = float(ranks[kept > 0].sum())
    p = _counted(ranks, statistic) if kept.size <= EXACT else _normal(ranks, statistic)
    return SignedRank(statistic, int(kept.size), p)


def mean_ranks(values: Array) -> Array:
    """(n,) ranks from 1, ties sharing their mean. What differs by rounding only is a tie."""
    _, place, counts = np.unique(np.round(values, 9), return_inverse=True, return_counts=True)
    shared: Array = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return shared


def _normal(ranks: Array, statistic: float) -> float:
    from scipy.special import ndtr

    away = abs(statistic - ranks.sum() / 2)
    return float(2 * ndtr(-away / (np.sqrt((ranks**2).sum()) / 2)))


def _counted(ranks: Array, statistic: float) -> float:
    """Each rank is positive or not with even chances; twice the ranks are whole, so that sums can be counted."""
    doubled = np.rint(2 * ranks).astype(np.int64)
    chance = np.zeros(doubled.sum() + 1)
    chance[0] = 1.0
    for rank in doubled:
        moved = np.zeros_like(chance)
        moved[rank:] = chance[: len(chance) - rank]
        chance = (chance + moved) / 2
    at = round(2 * statistic)
    tail = min(chance[: at + 1].sum(), chance[at:].sum())
    return float(min(1.0, 2 * tail))
