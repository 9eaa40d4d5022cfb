"""How strongly each of several drivers goes with an outcome, by every measure in use, from their correlations alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from . import linear
from .relative_weights import relative_weights
from .structural import variance_inflation

Array = NDArray[np.float64]
BEYOND = 1e8  # variance inflation from which drivers determine one another

Way = Callable[[Array, Array], Mapping[str, Array]]


def johnson(among: Array, toward: Array) -> Mapping[str, Array]:
    """relative_weight, (p, B)."""
    return {"relative_weight": relative_weights(among, toward)}


def explained(among: Array, toward: Array, ways: tuple[Way, ...] = (johnson,)) -> dict[str, Array]:
    """Every measure of every driver; NaN in a replicate whose drivers determine one another, but for the correlation.

    among: (p, p, B) correlations between the drivers; toward: (p, B) with the outcome. ways: to share out R squared, each called
    with the replicates that have an answer. (p, B): correlation, beta (standardised), vif, and the figures of the ways.
    (B,): r_squared.
    """
    p = len(among)
    vif = variance_inflation(among) if p > 1 else np.where(np.isfinite(toward), 1.0, np.nan)
    sound = (vif < BEYOND).all(axis=0) & np.isfinite(toward).all(axis=0)
    if not sound.all():  # worked out as if nothing went with anything, and blanked
        among = np.where(sound, among, np.eye(p)[:, :, None])
    clean = toward if sound.all() else np.where(sound, toward, 0)
    beta = linear.solve(among, clean)
    found = {"beta": beta, "vif": vif, "r_squared": np.minimum((beta * clean).sum(axis=0), 1)}
    found |= {key: figure for way in ways for key, figure in way(among, clean).items()}
    if not sound.all():
        found = {key: np.where(sound, figure, np.nan) for key, figure in found.items()}
    return {"correlation": toward, **found}


def composed(r: Array, weights: list[tuple[tuple[int, ...], Array]]) -> Array:
    """(d, d, B) correlations between scores that are weighted sums of standardised items.

    r: (m, m, B) between items; weights: for each of the d scores its items and their weights (items, B).
    """
    d = len(weights)
    covariance = np.empty((d, d, r.shape[2]))
    for a, (first, v) in enumerate(weights):
        for b in range(a, d):
            second, w = weights[b]
            if len(first) == len(second) == 1:
                covariance[a, b] = r[first[0], second[0]] * v[0] * w[0]
            else:
                covariance[a, b] = np.einsum("ib,ijb,jb->b", v, r[np.ix_(first, second)], w)
            covariance[b, a] = covariance[a, b]
    with np.errstate(invalid="ignore", divide="ignore"):
        scale = 1 / np.sqrt(np.einsum("aab->ab", covariance))
        scale[~np.isfinite(scale)] = np.nan
        correlations: Array = covariance * scale[:, None] * scale[None, :]
    return correlations
