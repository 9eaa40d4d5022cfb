"""Two groups of the respondents compared by the mean of a column: those who were promised something, and the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..numerics.tests import linearised_error
from ..numerics.welch import Difference, beyond, mean_of, welch
from .study import Study

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Contrast:
    """inside, outside: how many of each group have the column. test: inside less outside; None where there is no spread."""

    inside: int
    outside: int
    test: Difference | None


def contrast(study: Study, values: Array, group: Array) -> Contrast:
    """Those whose `group` is 1 less those whose it is 0. values, group: (n_used,), NaN = missing or in neither.

    Welch's test. With case weights, clusters or strata the error is linearised over both groups together, which may share
    clusters, and the degrees of freedom are the units that answered less the strata.
    Source: Welch (1947), Biometrika 34, 28-35; Sarndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, section 5.7.
    """
    b = study.base
    known = np.isfinite(values) & np.isfinite(group)
    inside, outside = known & (group > 0), known & (group == 0)
    counted = int(inside.sum()), int(outside.sum())
    if min(counted) < 2:
        return Contrast(*counted, None)
    if b.case_weights is None and b.units is None and b.strata is None:
        return Contrast(*counted, welch(mean_of(values[outside]), mean_of(values[inside]), study.confidence))
    return Contrast(*counted, _by_design(study, values, inside, outside))


def _by_design(study: Study, values: Array, inside: NDArray[np.bool_], outside: NDArray[np.bool_]) -> Difference | None:
    b = study.base
    v = np.ones(b.used) if b.case_weights is None else b.case_weights
    first, one = _mean_and_residuals(values, v, outside)
    second, other = _mean_and_residuals(values, v, inside)
    rows, units = other - one, np.arange(b.used) if b.units is None else b.units
    totals = np.bincount(units, weights=rows, minlength=int(units.max()) + 1).astype(np.float64)
    answered = np.unique(units[inside | outside])
    error = float(linearised_error(totals[:, None], np.array([float(answered.size)]), b.strata)[0])
    strata = 1 if b.strata is None else np.unique(b.strata[answered]).size
    degrees = answered.size - strata
    return None if error < 1e-9 or degrees < 1 else beyond(second - first, error, float(degrees), study.confidence)


def _mean_and_residuals(values: Array, v: Array, members: NDArray[np.bool_]) -> tuple[float, Array]:
    weight = np.where(members, v, 0.0)
    filled = np.where(members, values, 0.0)
    mean = float(weight @ filled / weight.sum())
    return mean, weight * (filled - mean) / weight.sum()
