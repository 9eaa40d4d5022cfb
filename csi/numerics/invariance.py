"""Whether two groups measure the same thing (MICOM), from sums: composition, means and variances of composite scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .moments import Array, Sums


@dataclass(frozen=True)
class Yardstick:
    """The pooled solution by which both groups' scores are measured.

    correlations: (m, m) of the items. means, deviations, outer_weights: (m,). starts: first item of each latent.
    """

    correlations: Array
    means: Array
    deviations: Array
    outer_weights: Array
    starts: tuple[int, ...]

    @property
    def blocks(self) -> tuple[slice, ...]:
        """One slice of items a latent."""
        return tuple(slice(a, b) for a, b in zip(self.starts, (*self.starts[1:], self.means.size), strict=True))


def composition(first: Array, second: Array, pooled: Yardstick) -> Array:
    """Correlations c of the scores that either group's weights make of everybody's answers, step 2 of MICOM.

    first, second: (m, B) outer weights of the groups for standardised items. Returns (k, B); NaN for a latent of one item,
    whose scores are the item itself whatever its weight.
    Source: Henseler, Ringle & Sarstedt (2016), International Marketing Review 33(3), 405-431.
    """
    c = np.full((len(pooled.starts), first.shape[1]), np.nan)
    for latent, block in enumerate(pooled.blocks):
        if block.stop - block.start > 1:
            c[latent] = _correlation(first[block], second[block], pooled.correlations[block, block])
    return c


def _correlation(first: Array, second: Array, r: Array) -> Array:
    toward = r @ second
    with np.errstate(invalid="ignore", divide="ignore"):
        c: Array = (first * toward).sum(axis=0) / np.sqrt((first * (r @ first)).sum(axis=0) * (second * toward).sum(axis=0))
    return np.minimum(c, 1)


def score_moments(sums: Sums, pooled: Yardstick, correlations: Array) -> tuple[Array, Array]:
    """(k, B) means and variances (ddof 0) of the pooled solution's scores in one group; in all groups together 0 and 1.

    correlations: (m, m, B) of the group's items.
    """
    m = pooled.means.size
    scaled = pooled.outer_weights / pooled.deviations
    away = (sums.means[:m] - pooled.means[:, None]) * scaled[:, None]
    spread = sums.deviations[:m] * scaled[:, None]
    blocks = [
        np.einsum("ib,ijb,jb->b", spread[block], correlations[block, block], spread[block], optimize=True)
        for block in pooled.blocks
    ]
    means: Array = np.add.reduceat(away, pooled.starts, axis=0)
    return means, np.stack(blocks)


def log_ratio(first: Array, second: Array, sizes: tuple[int, int]) -> Array:
    """log of the ratio of two variances, given with ddof 0, as if they had ddof 1. sizes: respondents of the groups."""
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio: Array = np.log(first / second)
    ratio += np.log(sizes[0] / (sizes[0] - 1)) - np.log(sizes[1] / (sizes[1] - 1))
    return ratio


def two_sided(observed: Array, permuted: Array) -> Array:
    """p of figures under permutation, twice the smaller tail. observed: (…,), permuted: (…, B). NaN where unknown.

    The observed division counts as one of the permutations, so p is never 0 and the test keeps its level.
    Source: Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1), 39.
    """
    tail = np.minimum(
        _beyond(permuted <= observed[..., None] + _slack(observed)), _beyond(permuted >= observed[..., None] - _slack(observed))
    )
    return np.where(np.isnan(observed), np.nan, np.minimum(2 * tail, 1))


def lower_tail(observed: Array, permuted: Array) -> Array:
    """p that chance makes a figure at most so large. Shapes as `two_sided`."""
    return np.where(np.isnan(observed), np.nan, _beyond(permuted <= observed[..., None] + _slack(observed)))


def _beyond(reached: NDArray[np.bool_]) -> Array:
    p: Array = (1 + reached.sum(axis=-1)) / (1 + reached.shape[-1])
    return p


def _slack(observed: Array) -> Array:
    """Rounding that must not decide between equal figures."""
    slack: Array = 1e-12 * np.maximum(1, np.abs(observed))[..., None]
    return slack
