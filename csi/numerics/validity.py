"""Whether blocks measure different things. The batch of replicates is the last axis; NaN where a measure has no meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

GROUP = 16  # correlations multiplied before a logarithm is taken


def htmt(correlations: Array, starts: Sequence[int]) -> Array:
    """How near two blocks come to being one: mean correlation between them over the mean within them.

    correlations: (m, m, B) between items, taken in absolute value as in seminr and openpls; cSEM keeps the signs.
    starts: first item of each block. A single item counts 1 within. Returns (k, k, B), symmetric, NaN on the diagonal and where
    a block has no correlation within.
    Source: Henseler, Ringle & Sarstedt (2015), Journal of the Academy of Marketing Science 43, 115-135.
    """
    return _by_place(htmt_of_pairs(correlations, starts), len(starts))


def htmt_of_pairs(correlations: Array, starts: Sequence[int]) -> Array:
    """`htmt` of each pair of blocks, (k (k - 1) / 2, B), in the order of `itertools.combinations`."""
    return _ratio(correlations, starts, _mean)


def htmt2(correlations: Array, starts: Sequence[int]) -> Array:
    """The same with geometric means, for items that need not measure equally well. Shapes and signs as `htmt`.

    Source: Roemer, Schuberth & Henseler (2021), Industrial Management & Data Systems 121(12), 2637-2650.
    """
    return _by_place(htmt2_of_pairs(correlations, starts), len(starts))


def htmt2_of_pairs(correlations: Array, starts: Sequence[int]) -> Array:
    """`htmt2` of each pair of blocks, (k (k - 1) / 2, B), in the order of `itertools.combinations`."""
    return _ratio(correlations, starts, _geometric_mean)


def _ratio(correlations: Array, starts: Sequence[int], mean: Callable[[Array], Array]) -> Array:
    blocks = _blocks(starts, correlations.shape[0])
    pairs = list(combinations(range(len(blocks)), 2))
    ratio = np.empty((len(pairs), correlations.shape[2]))
    with np.errstate(invalid="ignore", divide="ignore"):
        root = [np.sqrt(_within(correlations[block, block], mean)) for block in blocks]
        for row, (g, h) in zip(ratio, pairs, strict=True):
            between = mean(np.abs(correlations[blocks[g], blocks[h]]))
            np.divide(between, root[g] * root[h], out=row)
    return ratio


def _by_place(values: Array, k: int) -> Array:
    """(k, k, B), symmetric, from one row a pair."""
    whole = np.full((k, k, values.shape[1]), np.nan)
    for row, (g, h) in zip(values, combinations(range(k), 2), strict=True):
        whole[g, h] = whole[h, g] = row
    return whole


def _within(block: Array, mean: Callable[[Array], Array]) -> Array:
    """(B,) mean absolute correlation between different items of a block; 1 for a single item, NaN for 0."""
    if block.shape[0] == 1:
        return np.where(np.isnan(block[0, 0]), np.nan, 1.0)
    inside = mean(np.abs(block[np.triu_indices(block.shape[0], 1)])[None])
    return np.where(inside > 0, inside, np.nan)


def _mean(block: Array) -> Array:
    mean: Array = block.sum(axis=(0, 1)) / (block.shape[0] * block.shape[1])
    return mean


def _geometric_mean(block: Array) -> Array:
    """block: (p, q, B). Products of up to GROUP rows stay far from underflow and cost less than a logarithm each."""
    logs = np.zeros(block.shape[2])
    rows = block.reshape(-1, block.shape[2])
    for begin in range(0, len(rows), GROUP):
        logs += np.log(np.multiply.reduce(rows[begin : begin + GROUP], axis=0))
    mean: Array = np.exp(logs / len(rows))
    return mean


def _blocks(starts: Sequence[int], items: int) -> list[slice]:
    return [slice(a, b) for a, b in zip(starts, [*starts[1:], items], strict=True)]
