"""Shares of R squared by Shapley's rule (LMG): each driver's gain, averaged over all orders in which drivers can enter."""

from __future__ import annotations

from math import comb

import numpy as np
from numpy.typing import NDArray

from .side_by_side import in_parts

Array = NDArray[np.float64]

EXACT = 20  # drivers up to which every subset is looked at
CACHE = (
    2**23
)  # bytes of the working arrays: more, and they leave the third-level cache; fewer, and calling numpy costs more than computing
TOGETHER = 512  # replicates at a time, for the same reasons


def shapley(correlations: Array, with_outcome: Array) -> Array:
    """R squared of the regression on all drivers, shared out among them; the shares sum to it.

    correlations: (p, p, B) between drivers, positive definite; with_outcome: (p, B). Returns (p, B).
    All 2^p subsets are looked at: about nine operations each and replicate.
    Source: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, 119-125;
    Lipovetsky & Conklin (2001), Applied Stochastic Models in Business and Industry 17(4), 319-330. Same as relaimpo's lmg.
    """
    return in_parts(lambda among, toward: _Subsets(packed(among, toward)).shares(), correlations, with_outcome, size=TOGETHER)


def packed(correlations: Array, with_outcome: Array) -> list[Array]:
    """Rows of the upper triangle of the correlations of drivers and, last, the outcome: row a is (p + 1 - a, B)."""
    p = len(correlations)
    rows = [np.concatenate([correlations[a, a:], with_outcome[a : a + 1]]) for a in range(p)]
    return [*rows, np.ones((1, with_outcome.shape[1]))]


class _Subsets:
    """What every subset of drivers leaves unexplained, weighted as Shapley's rule weighs it.

    With v(S) the residual variance, h(s) = (s-1)!(p-s)!/p! + s!(p-1-s)!/p! and h(p) = 1/p, the share of driver j is
    c - sum of h(|S|) v(S) over the subsets S that hold j, where c is the same for all j. So one weighted sum a driver is
    enough, and c follows from the shares' sum, R squared.

    The first drivers are taken in or left out one after the other; for each choice, all subsets of the last `low` are worked out together.
    """

    def __init__(self, rows: list[Array]) -> None:
        self.rows, self.p = rows, len(rows) - 1
        batch = rows[0].shape[1]
        self.low = min(self.p, max(1, int(np.log2(CACHE / (32 * batch)))))
        self.high = self.p - self.low
        sizes = _sizes(self.low)
        self.weights = [_weights(self.p)[sizes + u][:, None] for u in range(self.high + 1)]
        self.space = [np.empty((self.low + 1 - a, 1 << a, batch)) for a in range(self.low + 1)]
        self.of_low = np.zeros((1 << self.low, batch))
        self.of_high = np.empty((1 << self.high, batch))
        self.rest = np.ones(batch)

    def shares(self) -> Array:
        """(p, B)."""
        self._descend(self.rows, 0, 0)
        unexplained = np.concatenate([_holding(self.of_high), _holding(self.of_low)])
        shares: Array = (1 - self.rest + unexplained.sum(axis=0)) / self.p - unexplained
        return shares

    def _descend(self, rows: list[Array], subset: int, size: int) -> None:
        """Go through all choices among the drivers of `rows` before the last `low`; subset: those taken in already, in bits."""
        if len(rows) - 1 == self.low:
            self._leaf(rows, subset, size)
            return
        bit = 1 << (self.p + 1 - len(rows))
        self._descend(rows[1:], subset, size)
        self._descend(taken_in(rows), subset + bit, size + 1)

    def _leaf(self, rows: list[Array], subset: int, size: int) -> None:
        left = self._unexplained(rows)
        if size == self.high:
            self.rest = left[-1].copy()
        left *= self.weights[size]
        self.of_low += left
        self.of_high[subset] = left.sum(axis=0)

    def _unexplained(self, rows: list[Array]) -> Array:
        """(2^low, B) residual variance of the outcome for each subset of the drivers of `rows`.

        space[a]: row a of the covariances that subsets of the drivers before a leave, (low + 1 - a, 2^a, B).
        """
        for a, row in enumerate(rows):
            self.space[a][:, 0] = row
        for k in range(self.low):
            pivot = self.space[k]
            ratio = pivot[1:] / pivot[0]
            for a in range(k + 1, self.low + 1):
                known, swept = self.space[a][:, : 1 << k], self.space[a][:, 1 << k : 2 << k]
                np.multiply(ratio[a - k - 1], pivot[a - k :], out=swept)
                np.subtract(known, swept, out=swept)
        left: Array = self.space[self.low][0]
        return left


def taken_in(rows: list[Array]) -> list[Array]:
    """What is left of the covariances once the first driver is taken in."""
    first = rows[0]
    ratio = first[1:] / first[0]
    return [row - ratio[a] * first[a + 1 :] for a, row in enumerate(rows[1:])]


def _sizes(q: int) -> NDArray[np.int64]:
    """(2^q,) how many bits each number has."""
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(q):
        sizes = np.concatenate([sizes, sizes + 1])
    return sizes


def _weights(p: int) -> Array:
    """(p + 1,) h of each size; that of the empty set never counts."""
    inside = [0.0, *(1 / (p * comb(p - 1, s - 1)) for s in range(1, p + 1))]
    outside = [*(1 / (p * comb(p - 1, s)) for s in range(p)), 0.0]
    return np.array([a + b for a, b in zip(inside, outside, strict=True)])


def _holding(sums: Array) -> Array:
    """(q, B) sums over the subsets that hold each driver. sums: (2^q, B), which is used up."""
    q = len(sums).bit_length() - 1
    found = np.empty((q, sums.shape[1]))
    for a in reversed(range(q)):
        without, holding = sums[: 1 << a], sums[1 << a : 2 << a]
        found[a] = holding.sum(axis=0)
        without += holding
    return found
