"""Tests of means and their correction for many at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def linearised_error(residuals: Array, answered: Array, strata: NDArray[np.int64] | None = None) -> Array:
    """Standard error of weighted means from the residual totals of the units.

    residuals: (u, q) sum over a unit's respondents of v (x - mean) / sum of v, 0 where a unit has no answer.
    answered: (q,) how many units answered. Strata: (u,) numbers; spread is then taken inside each.
    Without weights, clusters or strata this is s / sqrt(n). Returns (q,).
    Source: Taylor linearisation, Sarndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, section 5.7.
    """
    if strata is None:
        n = np.maximum(answered, 2)
        error: Array = np.sqrt(n / (n - 1) * (residuals**2).sum(axis=0))
        return error
    variance = np.zeros(residuals.shape[1])
    for stratum in np.unique(strata):
        inside = residuals[strata == stratum]
        size = max(inside.shape[0], 2)
        variance += size / (size - 1) * ((inside - inside.mean(axis=0)) ** 2).sum(axis=0)
    root: Array = np.sqrt(variance)
    return root


def two_sided_p(t: Array, degrees: Array) -> Array:
    """Probability of a t at least so far from 0. Same as 2 * scipy.stats.t.sf(|t|, degrees)."""
    from scipy.special import stdtr  # loaded only where something is tested

    p: Array = 2 * stdtr(degrees, -np.abs(t))
    return p


def holm(p: Array) -> Array:
    """Adjusted p values of a family; NaN stays NaN and does not count.

    p: (m,). Returns (m,). Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    adjusted = np.full(p.shape, np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    steps = p[order] * (len(order) - np.arange(len(order)))
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return adjusted
