"""Whether a set of items is fit for a factor analysis."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SINGULAR = 1e-10  # an eigenvalue at or below this has no usable inverse


def kmo(correlations: Array) -> tuple[float, Array]:
    """Sampling adequacy of all items together and of each: squared correlations beside squared partial ones, 0 to 1.

    correlations: (p, p). Returns the overall figure and (p,); all NaN where the matrix is singular or holds a NaN,
    NaN for an item without any correlation.
    Source: Kaiser (1970), Psychometrika 35, 401-415; Kaiser & Rice (1974). Same as psych's KMO.
    """
    p = correlations.shape[0]
    if _is_singular(correlations):
        return float("nan"), np.full(p, np.nan)
    inverse = np.linalg.inv(correlations)
    scale = np.sqrt(np.diagonal(inverse))
    partial = np.square(inverse / np.outer(scale, scale))
    plain = np.square(correlations)
    plain[np.diag_indices(p)] = partial[np.diag_indices(p)] = 0
    with np.errstate(invalid="ignore", divide="ignore"):
        overall = plain.sum() / (plain.sum() + partial.sum())
        items: Array = plain.sum(axis=0) / (plain.sum(axis=0) + partial.sum(axis=0))
    return float(overall), items


def bartlett(correlations: Array, n: float) -> tuple[float, float, float]:
    """Chi square, degrees of freedom and p value of the test that no items correlate.

    correlations: (p, p). n: respondents, or the effective number of them. All but the degrees are NaN for one item, for a
    singular matrix and where n is too small for the approximation.
    Source: Bartlett (1951), Biometrika 38, 337-344. Same as psych's cortest.bartlett.
    """
    from scipy.special import chdtrc  # loaded only where something is tested

    p = correlations.shape[0]
    degrees, factor = p * (p - 1) / 2, n - 1 - (2 * p + 5) / 6
    if p < 2 or not factor > 0 or _is_singular(correlations):
        return float("nan"), degrees, float("nan")
    chi_square = max(0.0, -factor * float(np.linalg.slogdet(correlations)[1]))
    return chi_square, degrees, float(chdtrc(degrees, chi_square))


def _is_singular(correlations: Array) -> bool:
    return not np.isfinite(correlations).all() or float(np.linalg.eigvalsh(correlations)[0]) <= SINGULAR
