"""Least squares from sums, for a whole batch at once, and the surface that three answers span."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .linear import solve
from .moments import Sums

Array = NDArray[np.float64]

FLAT = 1e-9  # variance that a predictor must have of its own beside the others


class Fit(NamedTuple):
    """coefficients: (p + 1, B), the constant first. r_squared: (B,). NaN where the predictors determine one another."""

    coefficients: Array
    r_squared: Array


def regression(sums: Sums, outcome: int, predictors: Sequence[int]) -> Fit:
    """The least-squares line of one column on others.

    sums: with products of these columns, which are missing together. outcome, predictors: their places.
    """
    at = list(predictors)
    r = sums.correlations()
    with np.errstate(invalid="ignore", divide="ignore"):
        between, with_outcome = r[np.ix_(at, at)], r[at, outcome]
        slopes = solve(between.copy(), with_outcome.copy())
        slopes[:, _collinear(between)] = np.nan
        raw = slopes * sums.deviations[outcome] / sums.deviations[at]
        constant = sums.means[outcome] - (raw * sums.means[at]).sum(axis=0)
        r_squared = (slopes * with_outcome).sum(axis=0)
    return Fit(np.concatenate([constant[None], raw]), np.clip(r_squared, None, 1.0))


def _collinear(between: Array) -> NDArray[np.bool_]:
    """(B,) whether what a predictor has of its own is rounding, or it has no spread."""
    known = np.asarray(np.isfinite(between).all(axis=(0, 1)))
    flat = np.logical_not(known)
    if known.any():
        flat[known] = np.linalg.eigvalsh(np.moveaxis(between[:, :, known], -1, 0))[:, 0] < FLAT
    return flat


class FTest(NamedTuple):
    """An F test. between: its numerator's degrees of freedom; within: its denominator's."""

    f: float
    between: float
    within: float
    p: float


def f_test(whole: float, part: float, tested: int, predictors: int, n: int) -> FTest | None:
    """Whether `tested` restrictions cost more than chance; None where there are no degrees of freedom or nothing is left to explain.

    whole, part: R squared without and with the restrictions, `predictors` of the whole, n respondents.
    """
    within = n - predictors - 1
    if within < 1 or not np.isfinite(whole - part) or 1 - whole < 1e-12:
        return None
    f = max(whole - part, 0.0) / tested / ((1 - whole) / within)
    return FTest(f, float(tested), float(within), _beyond(f, tested, within))


def wald_test(values: Array, draws: Array, degrees: float) -> FTest | None:
    """Whether several figures are all zero, by the covariance of their replicates; None where that has no inverse.

    values: (q,); draws: (q, B), columns that are not finite are passed over. degrees: units less strata of the design.
    Source: the adjusted Wald test of Korn & Graubard (1990), The American Statistician 44(4), 270-276.
    """
    q = len(values)
    known = draws[:, np.isfinite(draws).all(axis=0)]
    within = degrees - q + 1
    if known.shape[1] < 2 * q + 2 or within < 1 or not np.isfinite(values).all():
        return None
    covariance = np.atleast_2d(np.cov(known))
    if np.linalg.eigvalsh(covariance)[0] <= 1e-12 * max(np.trace(covariance), 1e-300):
        return None
    f = float(values @ np.linalg.solve(covariance, values)) * within / (degrees * q)
    return FTest(f, float(q), float(within), _beyond(f, q, within))


def _beyond(f: float, between: float, within: float) -> float:
    from scipy.special import fdtrc

    return float(fdtrc(between, within, f))
