"""What a driver that has nothing to do with anything would weigh by chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .linear import cholesky
from .relative_weights import relative_weights

Array = NDArray[np.float64]


def weights_by_chance(among: Array, toward: Array, n: float, draws: int, rng: np.random.Generator) -> Array:
    """Relative weights of a random driver added to the others, (draws,).

    among: (p, p) correlations between the drivers; toward: (p,) with the outcome; n: independent respondents, more than p + 2.
    Its correlations with n respondents' answers are normal with the answers' own correlations over n - 1 as covariance.
    Source: the random predictor of Tonidandel, LeBreton & Johnson (2009), Psychological Methods 14(4), 387-399, in its sampling law.
    """
    p = len(toward)
    both = np.empty((p + 1, p + 1, 1))
    both[:p, :p, 0], both[p, :p, 0], both[:p, p, 0], both[p, p, 0] = among, toward, toward, 1
    lower = cholesky(both)[:, :, 0]
    if np.isnan(lower).any():  # an outcome that its drivers determine leaves nothing to chance
        lower = np.zeros_like(lower)
    by_chance = lower @ rng.standard_normal((p + 1, draws)) / np.sqrt(n - 1)
    wider = np.empty((p + 1, p + 1, draws))
    wider[:p, :p], wider[p, :p], wider[:p, p], wider[p, p] = among[:, :, None], by_chance[:p], by_chance[:p], 1
    beside = np.concatenate([np.repeat(toward[:, None], draws, axis=1), by_chance[p:]])
    weights: Array = relative_weights(wider, beside)[p]
    return weights


def p_of_weights(weights: Array, by_chance: Array) -> Array:
    """(p,) probability that a random driver would weigh at least as much: (1 + how many did) / (1 + draws).

    weights: (p,) of the drivers; by_chance: (draws,), NaN where the random driver determined the others.
    Source: Davison & Hinkley (1997), Bootstrap Methods and Their Application, section 4.2.
    """
    known = np.sort(by_chance[np.isfinite(by_chance)])
    above = len(known) - np.searchsorted(known, weights, side="left")
    p: Array = (1 + above) / (1 + len(known))
    return p
