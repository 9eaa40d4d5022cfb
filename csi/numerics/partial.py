"""Partial correlations: what is left between each driver and an outcome once the other drivers are held."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .linear import nearest_definite

Array = NDArray[np.float64]

_SINGULAR = 1e-9  # smallest eigenvalue under which columns determine one another


def partial_correlations(correlations: Array, *, pairwise: bool = False) -> Array:
    """Partial correlation of each of the first p columns with the last one, the others held.

    correlations: (p + 1, p + 1, B). Returns (p, B), NaN where columns determine one another. pairwise: whether they were computed over
    different respondents, so that those which contradict one another are made definite first.
    With Q the inverse: -Q_jy / sqrt(Q_jj Q_yy). Source: Whittaker (1990), Graphical Models in Applied Multivariate Statistics, 5.7-5.8.
    """
    known = np.isfinite(correlations).all(axis=(0, 1))
    partial = np.full((len(correlations) - 1, correlations.shape[2]), np.nan)
    some = correlations[:, :, known]
    if pairwise and known.any():
        some = nearest_definite(some)
    matrices = np.moveaxis(some, -1, 0)
    sound = np.linalg.eigvalsh(matrices)[:, 0] > _SINGULAR if known.any() else np.zeros(0, dtype=bool)
    inverse = np.linalg.inv(matrices[sound])
    scale = np.sqrt(np.einsum("bjj->bj", inverse))
    partial[:, np.flatnonzero(known)[sound]] = (-inverse[:, :-1, -1] / (scale[:, :-1] * scale[:, -1:])).T
    return partial
