"""What moves when some means are moved: through the paths of a model in 0-100 units."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .effects import causal_order

Array = NDArray[np.float64]


def unstandardised_paths(path_coefficients: Array, spread: Array) -> Array:
    """Points that the target has more where the source has one point more, both on 0-100.

    path_coefficients: (k, k, B), [source, target], between standardised latents. spread: (k, B) standard deviations of the 0-100 scores.
    Source: Ringle & Sarstedt (2016), Industrial Management & Data Systems 116(9), 1865-1886.
    """
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        slopes: Array = np.where(path_coefficients == 0, 0.0, path_coefficients * spread[None] / spread[:, None])
    return slopes


def carried_on(slopes: Array, own: Array, index: Array) -> Array:
    """Change of every latent when `own` is put into it on top of what its causes pass on; no index leaves 0-100.

    slopes: (k, k, B) without circles. own, index: (k, B). Returns (k, B); where nothing comes to an end of the scale it is
    own + T' own, with T the total effects: a change put into a cause and into its effect counts once each.
    Source: Bollen (1987), Sociological Methodology 17, 37-69.
    """
    paths = (np.nan_to_num(slopes) != 0).any(axis=2)
    change = np.array(own, dtype=float)
    for target in causal_order(paths):
        for cause in np.flatnonzero(paths[:, target]):
            change[target] += slopes[cause, target] * change[cause]
        change[target] = np.clip(change[target], -index[target], 100 - index[target])
    return change
