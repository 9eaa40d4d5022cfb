"""Shares of R squared by Shapley's rule from a sample of the orders in which drivers can enter, for more drivers than all subsets allow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .side_by_side import in_parts
from .small_subsets import EARLY, early_gains

Array = NDArray[np.float64]
Orders = NDArray[np.int64]

TOGETHER = 1024  # replicates at a time
WORK = 25_000  # multiplications a set of orders may take in one replicate; more take a half percent off the variance


def balanced_orders(p: int, sets: int, rng: np.random.Generator, *, whole: bool = False) -> Orders:
    """Sets of orders: a random one in p rotations, and each of these backwards (antithetic). Returns (sets, K, p), K at most 2p.

    In a whole set every driver stands twice in every place. Where p rotations are too much work, and a whole set is not asked
    for, a set holds rotations evenly apart. The sets are independent, so that their differences tell the error of the sampling.
    Source: balanced and antithetic permutations as in Mitchell, Cooper, Frank & Holmes (2022), J. Machine Learning Research 23(43).
    """
    turns = p if whole else int(np.clip(3 * WORK / p**3, 4, p))
    begins = np.arange(turns) * p // turns
    turned = (begins[:, None] + np.arange(p)) % p
    forwards = np.stack([rng.permutation(p)[turned] for _ in range(sets)])
    return np.concatenate([forwards, forwards[:, :, ::-1]], axis=1)


def shapley_by_orders(correlations: Array, with_outcome: Array, orders: Orders) -> Array:
    """An estimate of the shares from each set of orders; its mean is the estimate, its spread tells the error.

    correlations: (p, p, B), positive definite, p > 3; with_outcome: (p, B); orders: (sets, K, p). Returns (sets, p, B).
    The mean gain in the first three places, where gains differ most, is exact; the orders tell the gains further back. What
    their sum lacks to R squared is shared out evenly, so that every estimate sums to R squared.
    Source: sampling orders: Castro, Gomez & Tejada (2009), Computers & Operations Research 36(5), 1726-1730; by places
    (stratified): Castro, Gomez, Molina & Tejada (2017), Computers & Operations Research 82, 180-188.
    """
    return in_parts(lambda among, toward: _by_set(among, toward, orders), correlations, with_outcome, size=TOGETHER)


def _by_set(correlations: Array, with_outcome: Array, orders: Orders) -> Array:
    p, batch = with_outcome.shape
    early = early_gains(correlations, with_outcome)
    found = np.zeros((len(orders), p, batch))
    together = max(1, TOGETHER // batch)
    for number, some in enumerate(orders):
        for start in range(0, len(some), together):
            few = some[start : start + together].T
            gained = _gains(correlations, with_outcome, few)
            np.add.at(found[number], few[EARLY:], gained[EARLY:])
            explained = gained[:, 0].sum(axis=0)
    shares: Array = found / orders.shape[1] + early / p
    shares += (explained - shares.sum(axis=1))[:, None] / p
    return shares


def _gains(correlations: Array, with_outcome: Array, orders: Orders) -> Array:
    """(p, K, B) what each driver of K orders adds to R squared as it enters. orders: (p, K)."""
    gained = np.empty((*orders.shape, with_outcome.shape[1]))
    rows = [np.concatenate([correlations[driver, orders[a:]], with_outcome[driver][None]]) for a, driver in enumerate(orders)]
    for step, first in enumerate(rows):
        ratio = first[1:] / first[0]
        np.multiply(ratio[-1], first[-1], out=gained[step])
        for a in range(len(first) - 2):
            rows[step + 1 + a] -= ratio[a] * first[a + 1 :]
    return gained
