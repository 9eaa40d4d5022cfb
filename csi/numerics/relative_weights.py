"""Johnson's relative weights: R squared shared out through the uncorrelated variables that are nearest to the drivers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .side_by_side import in_parts

Array = NDArray[np.float64]

SINGULAR = 1e-9  # smallest eigenvalue of correlations under which drivers determine one another
TOGETHER = 256  # replicates at a time


def relative_weights(correlations: Array, with_outcome: Array) -> Array:
    """R squared of the regression on all drivers, shared out among them; the shares sum to it and none is negative.

    correlations: (p, p, B) between drivers; with_outcome: (p, B). Returns (p, B), NaN where the drivers determine one another.
    With R = V D V' and L = V sqrt(D) V': b = L^-1 r, weight_j = sum over k of L_jk^2 b_k^2.
    Source: Johnson (2000), Multivariate Behavioral Research 35(1), 1-19. Same as the R packages rwa and iopsych.
    """
    return in_parts(_weights, correlations, with_outcome, size=TOGETHER)


def _weights(correlations: Array, with_outcome: Array) -> Array:
    values, vectors = np.linalg.eigh(np.moveaxis(correlations, -1, 0))
    sound = values[:, 0] > SINGULAR
    roots = np.sqrt(np.where(sound[:, None], values, 1))[:, None, :]
    turned = np.swapaxes(vectors, 1, 2)
    slopes = ((vectors / roots) @ (turned @ with_outcome.T[:, :, None]))[:, :, 0]
    nearest = (vectors * roots) @ turned
    weights = ((nearest**2) @ (slopes**2)[:, :, None])[:, :, 0].T
    weights[:, ~sound] = np.nan
    found: Array = weights
    return found


def twins(correlations: Array) -> tuple[int, ...]:
    """The drivers that determine one another; empty where none do. correlations: (p, p).

    They are those that stand out in the combination that does not vary: the eigenvector of the smallest eigenvalue.
    """
    values, vectors = np.linalg.eigh(correlations)
    if values[0] > SINGULAR:
        return ()
    flat = np.abs(vectors[:, values <= SINGULAR]).max(axis=1)
    return tuple(np.flatnonzero(flat > 1e-4).tolist())
