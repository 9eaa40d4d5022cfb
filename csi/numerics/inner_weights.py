"""How strongly each latent listens to its neighbours, in the three classical schemes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .linear import eliminate

Array = NDArray[np.float64]
Paths = NDArray[np.bool_]  # (k, k), [source, target]


def centroid(correlations: Array, paths: Paths) -> Array:
    """Signs of the correlations between neighbours. correlations: (k, k, B). Returns (k, k, B), [neighbour, latent].

    Source: Wold (1982); formula as in Tenenhaus et al. (2005), Computational Statistics & Data Analysis 48, 159-205.
    """
    return np.sign(correlations) * _neighbours(paths)


def factorial(correlations: Array, paths: Paths) -> Array:
    """Correlations between neighbours. Shapes as `centroid`. Source: Lohmoeller (1989)."""
    return correlations * _neighbours(paths)


def path(correlations: Array, paths: Paths) -> Array:
    """Regression coefficients from causes, correlations to outcomes. Shapes as `centroid`. Source: Lohmoeller (1989)."""
    weights = np.zeros_like(correlations)
    causes, outcomes = np.nonzero(paths)
    weights[outcomes, causes] = correlations[outcomes, causes]  # an outcome speaks to its cause by correlation
    for target in np.flatnonzero(paths.any(axis=0)):
        sources = np.flatnonzero(paths[:, target])
        weights[sources, target] = regression(correlations, sources, int(target))
    for lonely in np.flatnonzero(_lonely(paths)):
        weights[lonely, lonely] = 1
    return weights


def regression(correlations: Array, sources: NDArray[np.intp], target: int) -> Array:
    """Standardised coefficients of `target` on `sources`. correlations: (k, k, B). Returns (sources, B)."""
    if len(sources) == 1:
        alone: Array = correlations[sources, target]
        return alone
    return eliminate(correlations[sources[:, None], np.append(sources, target)])


def _neighbours(paths: Paths) -> Array:
    return (paths | paths.T | np.diag(_lonely(paths))).astype(float)[:, :, None]


def _lonely(paths: Paths) -> NDArray[np.bool_]:
    # A latent without neighbours listens to itself: the iteration is then the power method,
    # and its weights are those of the block's first principal component.
    alone: NDArray[np.bool_] = np.logical_not((paths | paths.T).any(axis=0))
    return alone


SCHEMES: dict[str, Callable[[Array, Paths], Array]] = {"path": path, "factorial": factorial, "centroid": centroid}
