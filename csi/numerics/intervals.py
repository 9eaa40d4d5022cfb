"""Intervals from replicates, in three forms. Under `SMALL` units all three reach further out, by one rule."""

from __future__ import annotations

import math
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from .order_statistics import quantiles

Array = NDArray[np.float64]
Form = Literal["percentile", "bca", "normal"]

FORMS: tuple[str, ...] = get_args(Form)
SMALL = 100  # respondents under which plain intervals cover too little
ROUNDING = 1e-9  # of a figure and its spread: what is nearer than this is a tie


def in_force(form: str, units: float) -> str:
    """The form by its full name: "expanded …" under `SMALL` units."""
    return form if units >= SMALL else f"expanded {form}"


def levels(confidence: float, units: int) -> tuple[float, float]:
    """The two quantiles of the replicates that bound the percentile interval; the other forms start from the same tails.

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
    lower, upper = quantiles(replicates, levels(confidence, units))
    return lower, upper


def normal(estimate: float, error: float, confidence: float, units: int) -> tuple[float, float]:
    """Lower and upper end: the estimate -+ the normal quantile times its standard error; no correction of bias.

    error: the standard deviation of the replicates. Under `SMALL` units the quantile is t sqrt(n/(n-1)), so that the interval of a
    mean is Student's. Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 12.
    """
    from scipy.special import ndtri

    reach = -float(ndtri(levels(confidence, units)[0])) * error
    return estimate - reach, estimate + reach


def bca(replicates: Array, estimate: float, acceleration: float, confidence: float, units: int) -> tuple[float, float]:
    """Lower and upper end, corrected for bias and for a standard error that moves with the figure; NaN where that fails.

    replicates: (B,) without NaN. Fails where all of them lie on one side of the estimate, which leaves the bias without a size.
    Source: Efron (1987), J. American Statistical Association 82, 171-185; under `SMALL` units from the tails of `levels`.
    """
    at = bca_levels(median_bias(replicates, estimate), acceleration, levels(confidence, units))
    if np.isnan(at).any():
        return np.nan, np.nan
    lower, upper = quantiles(replicates, (float(at[0]), float(at[1])))
    return float(lower), float(upper)


def median_bias(replicates: Array, estimate: float) -> float:
    """z0: the normal quantile of the share of replicates under the estimate, ties counting half; infinite when all lie on one side."""
    from scipy.special import ndtri

    tie = ROUNDING * (float(replicates.std()) + abs(estimate)) + 1e-12
    above = replicates - estimate
    return float(ndtri(((above < -tie).mean() + (above <= tie).mean()) / 2))


def bca_levels(bias: float, acceleration: float, tails: tuple[float, float]) -> Array:
    """(2,) quantiles that bound the BCa interval; NaN where the bias is infinite or the correction turns over."""
    from scipy.special import ndtr, ndtri

    if not np.isfinite(bias):
        return np.full(2, np.nan)
    z = bias + ndtri(np.array(tails))
    shrink = 1 - acceleration * z
    return np.where(shrink > 0, ndtr(bias + z / np.where(shrink > 0, shrink, 1)), np.nan)


def acceleration(left_out: Array) -> float:
    """Efron's a from the figure without each unit in turn: a sixth of the skewness of what each unit brings; 0 without spread.

    left_out: (J,) without NaN. A mean of n numbers has their skewness over 6 sqrt(n).
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, equation 14.15.
    """
    brought = left_out.mean() - left_out
    if np.abs(brought).max() <= 1e-12 * (1 + np.abs(left_out).max()):
        return 0.0
    brought /= np.abs(brought).max()
    return float((brought**3).sum() / (6 * (brought**2).sum() ** 1.5))


def standard_error(replicates: Array) -> Array:
    """Standard deviation of the replicates (ddof 1). replicates: (..., B). Row by row, so that a row stays in the cache."""
    rows = replicates.reshape(-1, replicates.shape[-1])
    return np.array([_deviation(row) for row in rows]).reshape(replicates.shape[:-1])


def _deviation(row: Array) -> float:
    away = row - row[0]  # any replicate is near enough to the mean for the squares to keep their digits
    total = float(away.sum())
    square = float(away @ away) - total * total / len(row)
    return math.sqrt(max(square, 0.0) / (len(row) - 1))
