"""Maximum-likelihood means and covariances of incomplete answers, taken as normal and missing at random."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .em_climb import MAX_ITERATIONS, TOLERANCE, Summit, Trouble, climb
from .em_patterns import Normal, Patterns, one_thread
from .moments import Array

MOST_ITEMS = 60  # whose 1,890 means and covariances still have their information inverted in about a second


@dataclass(frozen=True, eq=False)
class Fit:
    """The estimate, or what stands in its way.

    mean: (m,). covariance: (m, m), ddof 0; 0 for items without spread. iterations, last_change (standard deviations).
    trouble: None, or "few" respondents; two items "apart", answered by nobody together; items that determine each other ("singular");
    a likelihood "flat" in a mean or covariance; or "unsettled". items: those to blame.
    moving: numbers of the items with spread; centre, scale: (m,) their standard units; the rest is in these and for these only.
    """

    mean: Array
    covariance: Array
    moving: NDArray[np.intp]
    centre: Array
    scale: Array
    law: Normal
    patterns: Patterns
    information: Array | None
    iterations: int = 0
    last_change: float = 0.0
    trouble: Trouble | None = None
    items: tuple[int, ...] = ()


def fit(
    values: Array,
    case_weights: Array | None = None,
    *,
    tolerance: float = TOLERANCE,
    max_iterations: int = MAX_ITERATIONS,
) -> Fit:
    """The maximum-likelihood fit of a multivariate normal law to values (n, m), NaN = missing, m up to `MOST_ITEMS`.

    case_weights: (n,) or None for 1 each. Every item needs an answer. Nobody's answers are filled in: each counts with what was answered.
    Source: Little & Rubin (2019), Statistical Analysis with Missing Data, chapter 11.
    """
    v = np.ones(len(values)) if case_weights is None else case_weights
    centre, scale = _standard_units(values, v)
    moving = np.flatnonzero(np.nanmax(values, axis=0) > np.nanmin(values, axis=0))
    some = (values[:, moving] - centre[moving]) / scale[moving]
    patterns = Patterns.of(some, v)
    start = Normal(np.zeros(len(moving)), np.eye(len(moving)))
    trouble, items = _too_little(~np.isnan(some))
    summit = Summit(start, trouble=trouble, items=items)
    if trouble is None and len(moving):
        with one_thread():
            summit = climb(patterns, start, tolerance=tolerance, max_iterations=max_iterations)
    covariance = np.zeros((len(centre), len(centre)))
    covariance[np.ix_(moving, moving)] = summit.law.covariance * np.multiply.outer(scale[moving], scale[moving])
    mean = centre.copy()
    mean[moving] += scale[moving] * summit.law.mean
    blamed = tuple(int(moving[item]) for item in summit.items)
    known = (mean, covariance, moving, centre[moving], scale[moving], summit.law, patterns, summit.information)
    return Fit(*known, summit.iterations, summit.last_change, summit.trouble, blamed)


def _standard_units(values: Array, v: Array) -> tuple[Array, Array]:
    """Means and standard deviations over the answers that exist, 1 where there is no spread."""
    seen = ~np.isnan(values)
    weight = v @ seen
    centre = (v @ np.where(seen, values, 0)) / weight
    scale = np.sqrt((v @ np.where(seen, (values - centre) ** 2, 0)) / weight)
    return centre, np.where(scale > 0, scale, 1)


def _too_little(seen: NDArray[np.bool_]) -> tuple[Trouble | None, tuple[int, ...]]:
    """Fewer respondents than a covariance matrix needs, or two items whose covariance no answer tells of."""
    together = np.argwhere(seen.astype(float).T @ seen == 0)
    if len(together):
        return "apart", tuple(int(item) for item in together[0])
    if seen.any(axis=1).sum() <= seen.shape[1] > 0:
        return "few", ()
    return None, ()
