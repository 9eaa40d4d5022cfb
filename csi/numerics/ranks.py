"""Who stands first, second, …, and how far resamples agree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Ranks = NDArray[np.int64]


def ranks(values: Array) -> Ranks:
    """Rank of each of p values in every replicate, 1 for the largest; of equal ones the earlier counts first.

    values: (p, B), B = 1 for the estimate. Returns (p, B).
    """
    order = np.argsort(-values, axis=0, kind="stable")
    found = np.empty(values.shape, dtype=np.int64)
    np.put_along_axis(found, order, np.arange(1, len(values) + 1)[:, None], axis=0)
    return found


def rank_interval(drawn: Ranks, levels: tuple[float, float]) -> Ranks:
    """The smallest and largest rank of each driver between two quantiles of its replicates. drawn: (p, B). Returns (2, p).

    Ranks are whole, so the ends are ranks that occurred: the inverse of the empirical distribution.
    Source: percentile intervals of ranks, Goldstein & Spiegelhalter (1996), J. Royal Statistical Society A 159(3), 385-443.
    """
    ends: Ranks = np.quantile(drawn, levels, axis=1, method="inverted_cdf").astype(np.int64)
    return ends
