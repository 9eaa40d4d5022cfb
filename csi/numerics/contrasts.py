"""Penalty-reward contrasts: what bad and good answers to each item go with, beside its middle answers; the batch is the last axis."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .linear import eliminate
from .moments import Sums, upper_rows
from .tests import linearised_error

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

_FLAT = 1e-10  # variance of a dummy, and share of middle answers, under which nothing can be told


def dummies(low: Flags, high: Flags, outcome: Array, complete: Flags) -> Array:
    """(n, 2p + 2) the columns that `contrasts` wants sums and products of: who counts, low answers, high answers, outcome.

    low, high: (n, p); outcome: (n,); complete: (n,) who answered everything. The others are zero throughout, so that sums are theirs.
    """
    y = np.where(complete, outcome, 0.0)
    return np.column_stack([complete, low & complete[:, None], high & complete[:, None], y]).astype(float)


def contrasts(sums: Sums) -> Mapping[str, Array]:
    """The regression of the outcome on low and high answers, and what follows of it, over a batch of B.

    sums: of the columns of `dummies`, all of them with products. Returns penalty, reward (p, B) in units of the outcome, NaN where nobody
    answered so, or nobody in between, or where items determine one another; impact_range, satisfaction_potential,
    dissatisfaction_potential, asymmetry (p, B) as in `shape_of`; constant, r_squared (B,).
    Source: Brandt (1987), in Surprenant (ed.), Add Value to Your Service, AMA, 61-65; Mikulic & Prebezac (2008), Managing Service
    Quality 18(6), 559-576.
    """
    mean, spread, r = _correlations(sums)
    dead = _dead(mean, spread)
    _without(r, dead)
    toward = r[:-1, -1].copy()
    standardised = eliminate(r[:-1])
    slopes = np.where(dead, np.nan, standardised * spread[-1] / np.where(dead, 1.0, spread[:-1]))
    p = slopes.shape[0] // 2
    constant = mean[-1] - np.nansum(slopes * mean[:-1], axis=0)
    r_squared = (standardised * toward).sum(axis=0)
    told = np.isfinite(r_squared)
    return {
        "penalty": slopes[:p],
        "reward": slopes[p:],
        **shape_of(slopes[:p], slopes[p:]),
        "constant": np.where(told, constant, np.nan),
        "r_squared": r_squared,
    }


def shape_of(penalty: Array, reward: Array) -> dict[str, Array]:
    """How far an item reaches and to which side, (…,) each; a penalty above or a reward below zero counts as none.

    impact_range |p| + r in units of the outcome; satisfaction_potential r / range and dissatisfaction_potential |p| / range, together 1; asymmetry
    their difference, 1 all reward, -1 all penalty. NaN where one of the two is unknown, the last three also where both are zero.
    Source: Mikulic & Prebezac (2008), Managing Service Quality 18(6), 559-576 (RIOCS, SGP, DGP, IA).
    """
    down, up = np.maximum(-penalty, 0.0), np.maximum(reward, 0.0)
    reach = down + up
    with np.errstate(invalid="ignore", divide="ignore"):
        satisfying = np.where(reach > 0, up / reach, np.nan)
    return {
        "impact_range": reach,
        "satisfaction_potential": satisfying,
        "dissatisfaction_potential": 1 - satisfying,
        "asymmetry": 2 * satisfying - 1,
    }


def slope_errors(
    dummy: Array, outcome: Array, case_weights: Array | None, units: NDArray[np.int64] | None, strata: NDArray[np.int64] | None
) -> tuple[Array, float] | None:
    """Standard errors of the slopes and their degrees of freedom; None where columns determine one another or nobody is left over.

    dummy: (n, q) columns with spread; outcome: (n,). Plain surveys: ordinary least squares. With case weights, clusters or strata:
    linearised over the units (Binder 1983, International Statistical Review 51, 279-292), degrees of freedom units less strata.
    units: (n,) numbers; strata: (u,), or (n,) without units.
    """
    n, q = dummy.shape
    v = np.ones(n) if case_weights is None else case_weights
    if n <= q + 1:
        return None
    x = np.column_stack([np.ones(n), dummy])
    gram = (x * v[:, None]).T @ x
    if np.linalg.cond(gram) > 1e12:
        return None
    inverse = np.linalg.inv(gram)
    residual = outcome - x @ (inverse @ (x * v[:, None]).T @ outcome)
    if case_weights is None and units is None and strata is None:
        variance = float(residual @ residual) / (n - q - 1)
        return np.sqrt(variance * np.diag(inverse))[1:], float(n - q - 1)
    rows = (x * (v * residual)[:, None]) @ inverse
    if units is not None:
        totals = np.zeros((int(units.max()) + 1, q + 1))
        np.add.at(totals, units, rows)
        rows = totals
    count = rows.shape[0]
    errors = linearised_error(rows, np.full(q + 1, count), strata)[1:]
    return errors, float(max(count - (1 if strata is None else np.unique(strata).size), 1))


def _correlations(sums: Sums) -> tuple[Array, Array, Array]:
    """Means and deviations (q - 1, B) of all columns but the first, over those whose first column is 1, and the upper half of their
    correlations, (q - 1, q - 1, B).
    """
    weight, shift = sums.weight[0], sums.shift[:, None]
    total = sums.total + shift * weight
    count, mean = total[0], total[1:] / total[0]
    assert sums.product is not None
    rows = upper_rows(len(shift))
    q = len(shift) - 1
    r = np.zeros((q, q, total.shape[1]))
    for j in range(q):
        r[j, j:] = sums.product[rows[j + 1]]
        if shift[j + 1 :].any():  # a dummy that most have, or the outcome
            r[j, j:] += shift[j + 1] * sums.total[j + 1 :] + shift[j + 1 :] * total[j + 1]
        r[j, j:] /= count
        r[j, j:] -= mean[j] * mean[j:]
    spread = np.sqrt(np.maximum(np.einsum("jjb->jb", r), 0.0))
    spread = np.where(spread**2 > _FLAT, spread, 0.0)
    scale = np.divide(1.0, spread, out=np.zeros_like(spread), where=spread > 0)
    for j in range(q):
        r[j, j:] *= scale[j] * scale[j:]
    return mean, spread, r


def _without(r: Array, dead: Flags) -> None:
    """Blot out of the upper half of correlations what tells nothing, so that its slope is 0 and touches no other."""
    for j in np.flatnonzero(dead.any(axis=1)):
        r[j, j + 1 :, dead[j]] = 0.0
        r[:j, j, dead[j]] = 0.0
        r[j, j, dead[j]] = 1.0


def _dead(mean: Array, spread: Array) -> Flags:
    """(2p, B) dummies that tell nothing: nobody or everybody has them, or nobody answered between low and high."""
    p = (len(mean) - 1) // 2
    low, high = mean[:p], mean[p:-1]
    between = 1 - low - high > _FLAT
    dead: Flags = (spread[:-1] == 0) | ~np.concatenate([between, between])
    return dead
