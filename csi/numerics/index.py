"""The 0-100 index of a weighted set of items."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def performance(means: Array, lowest: Array, highest: Array) -> Array:
    """Means on 0-100: 0 at the worst answer, 100 at the best. means: (m, B); lowest, highest: (m,). Returns (m, B)."""
    return 100 * (means - lowest[:, None]) / (highest - lowest)[:, None]


def unstandardised_shares(outer_weights: Array, deviations: Array, width: Array, starts: tuple[int, ...]) -> Array:
    """PLS weights as shares of 0-100 items, summing to 1 in each block.

    outer_weights, deviations: (m, B); width: (m,) highest minus lowest. An item without spread has share 0; where the weights
    of a block cancel, it has no shares (NaN).
    Source: Fornell et al. (1996), Journal of Marketing 60(4), 7-18: weights for standardised items over their deviations.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        raw = np.where(deviations > 0, outer_weights / deviations * width[:, None], 0)
        sums = np.add.reduceat(raw, starts, axis=0)
        shares: Array = raw / np.repeat(np.where(sums == 0, np.nan, sums), np.diff([*starts, raw.shape[0]]), axis=0)
    return shares


def weighted(values: Array, shares: Array, starts: tuple[int, ...]) -> Array:
    """Weighted mean of each block's items over those with a value. values, shares: (m, B). Returns (blocks, B).

    NaN where no item of the block has both a value and a share.
    """
    seen = ~np.isnan(values)
    with np.errstate(invalid="ignore", divide="ignore"):  # weights that cancel make shares without a value
        top = np.add.reduceat(np.where(seen, values, 0) * shares, starts, axis=0)
        bottom = np.add.reduceat(np.where(seen, shares, 0), starts, axis=0)
        mean: Array = top / bottom
    return mean


def deviations(outer_weights: Array, item_deviations: Array, width: Array, starts: tuple[int, ...]) -> Array:
    """Standard deviation of each latent's 0-100 score, in points.

    outer_weights, item_deviations: (m, B), weights of latents with variance 1; width: (m,) highest minus lowest. Returns (k, B), NaN where weights cancel.
    The 0-100 score is 100 / sum of (w width / s) times the standardised one, and a constant.
    Source: Fornell et al. (1996), Journal of Marketing 60(4), 7-18, whose index this is the scale of.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        sums = np.add.reduceat(outer_weights / item_deviations * width[:, None], starts, axis=0)
        spread: Array = 100 / np.where(sums == 0, np.nan, sums)
    return spread
