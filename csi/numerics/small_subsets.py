"""R squared of every one, two and three drivers, and what a driver gains in the first three places of an order."""

from __future__ import annotations

from math import comb
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .shapley import packed

Array = NDArray[np.float64]

EARLY = 3  # places whose gains are averaged over all sets that can stand before them


def early_gains(correlations: Array, with_outcome: Array) -> Array:
    """(p, B) sum of a driver's mean gains in the first, second and third place, over all sets of drivers that can stand before it.

    correlations: (p, p, B), positive definite, p > 3; with_outcome: (p, B).
    """
    p = len(with_outcome)
    holding = small_subsets(correlations, with_outcome)
    every = holding.sum(axis=1) / np.arange(1, EARLY + 1)[:, None]
    gains: Array = holding[0].copy()
    for size in (1, 2):
        without = every[size - 1] - holding[size - 1]
        gains += (holding[size] - without) / comb(p - 1, size)
    return gains


def small_subsets(correlations: Array, with_outcome: Array) -> Array:
    """(3, p, B) sums of R squared over the subsets of one, two and three drivers that hold each driver."""
    p = len(with_outcome)
    holding = np.zeros((EARLY, *with_outcome.shape))
    holding[0] = with_outcome**2
    rows = packed(correlations, with_outcome)
    for i in range(p - 1):
        beside = _beside(rows[i], with_outcome[i + 1 :])
        holding[1, i] += beside.explained.sum(axis=0)
        holding[1, i + 1 :] += beside.explained
        for k in range(i + 1, p - 1):
            triples = _triples(beside, rows[k], k - i - 1)
            whole = triples.sum(axis=0)
            holding[2, i] += whole
            holding[2, k] += whole
            holding[2, k + 1 :] += triples
    return holding


class _Beside(NamedTuple):
    """What a driver leaves of the q drivers behind it: (q, B) each."""

    loading: Array  # correlation with it
    rest: Array  # variance that is left
    goal: Array  # covariance with the outcome that is left
    explained: Array  # R squared of the two


def _beside(row: Array, toward: Array) -> _Beside:
    loading, own = row[1:-1], row[-1]
    rest, goal = 1 - loading**2, toward - loading * own
    return _Beside(loading, rest, goal, goal**2 / rest + own**2)


def _triples(beside: _Beside, row: Array, at: int) -> Array:
    """(q - at - 1, B) R squared of the driver, the one at `at` behind it, and each behind that."""
    root = np.sqrt(beside.rest[at])
    second = (row[1:-1] - beside.loading[at] * beside.loading[at + 1 :]) / root
    goal = beside.goal[at + 1 :] - second * (beside.goal[at] / root)
    triples: Array = goal**2 / (beside.rest[at + 1 :] - second**2) + beside.explained[at]
    return triples
