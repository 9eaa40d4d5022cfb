"""Intervals from replicates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SMALL = 100  # respondents under which plain percentile intervals cover too little


def levels(confidence: float, units: int) -> tuple[float, float]:
    """The two quantiles of the replicates that bound the interval.

    From `SMALL` units on, plain percentiles: (1 - c)/2 and (1 + c)/2. Below, expanded percentiles: the tail is
    Phi(-t sqrt(n/(n-1))) with t the quantile of Student's law with n - 1 degrees of freedom, which mends the two
    reasons for which percentile intervals of small samples are too short.
    Source: Hesterberg (2015), The American Statistician 69(4), 371-386.
    """
    if units >= SMALL:
        return (1 - confidence) / 2, (1 + confidence) / 2
    from scipy.special import ndtr, stdtrit  # a third of a second that large surveys need not spend

    t = float(stdtrit(units - 1, (1 + confidence) / 2))
    tail = float(ndtr(-t * np.sqrt(units / (units - 1))))
    return tail, 1 - tail


def percentile(replicates: Array, confidence: float, units: int) -> tuple[Array, Array]:
    """Lower and upper ends. replicates: (..., B). Returns two arrays of the leading shape; NaN where a replicate is NaN."""
    lower, upper = np.quantile(replicates, levels(confidence, units), axis=-1)
    return lower, upper


def standard_error(replicates: Array) -> Array:
    """Standard deviation of the replicates (ddof 1). replicates: (..., B)."""
    error: Array = np.std(replicates, axis=-1, ddof=1)
    return error
