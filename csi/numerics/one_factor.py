"""Loadings on one common factor by minimum residuals, for a batch of replicates at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .linear import eliminate

Array = NDArray[np.float64]

TOLERANCE = 1e-10
MAX_SWEEPS = 1000
FIRST_SWEEPS, NEWTON_STEPS = 2, 4  # rounds before Newton's method is tried, and how far it may go


def one_factor(
    correlations: Array, start: Array | None = None, *, tolerance: float = TOLERANCE, max_sweeps: int = MAX_SWEEPS
) -> Array:
    """The loadings whose products come nearest to the correlations off the diagonal, by least squares.

    correlations: (p, p, B). start: (p,) loadings to begin with; absent, each replicate begins with its most telling item.
    tolerance: largest change of a loading in the last round; 1e-5 will do where only the spread of replicates is read.
    Returns (p, B), no loading beyond 1 (a Heywood case stops there); NaN for one item and where a replicate does not settle.
    Two items share their correlation evenly. The sign of all together is arbitrary.
    Source: Harman & Jones (1966), Psychometrika 31, 351-368; one loading at a time, which for one factor is a regression;
    the bound as in Harman & Fukuda (1966), Psychometrika 31, 563-571.
    """
    p, _, replicates = correlations.shape
    if p == 1:
        return np.full((1, replicates), np.nan)
    if p == 2:
        return _even_pair(correlations[0, 1])
    final = np.full((p, replicates), np.nan)
    active, r = np.arange(replicates), correlations
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        loadings = _begin(r, start)
        if p == 3:
            exact = _three(r, loadings)
            final[:, exact] = loadings[:, exact]
            active, r, loadings = active[~exact], r[:, :, ~exact], loadings[:, ~exact]
        else:
            for _ in range(FIRST_SWEEPS):
                _sweep(r, loadings)
            polished, sound = _newton(r, loadings, tolerance)
            final[:, sound] = polished[:, sound]
            active, r, loadings = active[~sound], r[:, :, ~sound], loadings[:, ~sound]
        for _ in range(max_sweeps if active.size else 0):
            before = loadings.copy()
            _sweep(r, loadings)
            change = np.abs(loadings - before).max(axis=0)
            done = change < tolerance
            final[:, active[done]] = loadings[:, done]
            going = ~done & np.isfinite(change)
            if not going.any():
                break
            if going.mean() < 0.7:  # copying the matrices costs about as much as a round on them
                active, r, loadings = active[going], r[:, :, going], loadings[:, going]
    return final


def _even_pair(r: Array) -> Array:
    root = np.sqrt(np.abs(r))
    return np.stack([root, np.copysign(root, r)])


def _begin(r: Array, start: Array | None) -> Array:
    if start is None or r.shape[0] == 3:
        telling = np.argmax(np.einsum("ijb,ijb->jb", r, r), axis=0)
        loadings: Array = np.take_along_axis(r, telling[None, None], axis=1)[:, 0].copy()
    else:
        loadings = np.repeat(start[:, None], r.shape[2], axis=1)
    return loadings


def _three(r: Array, loadings: Array) -> NDArray[np.bool_]:
    """Where three correlations fix three real loadings, which are put in; those are the answer."""
    products = np.stack([r[0, 1] * r[0, 2] / r[1, 2], r[0, 1] * r[1, 2] / r[0, 2], r[0, 2] * r[1, 2] / r[0, 1]])
    proper: NDArray[np.bool_] = np.logical_and.reduce((products > 0) & (products <= 1))
    signs = np.sign(np.stack([np.ones_like(r[0, 1]), r[0, 1], r[0, 2]]))
    np.copyto(loadings, signs * np.sqrt(np.abs(products)), where=proper)
    return proper


def _newton(r: Array, loadings: Array, tolerance: float) -> tuple[Array, NDArray[np.bool_]]:
    """Loadings (p, B) where the slope of the squares is 0, and (B,) where that is a least one inside the bounds.

    Near the solution a step squares the error, where a round over the items takes off a part of it; what a few steps do not settle,
    such as a Heywood case, is left to the rounds.
    """
    found, settled = loadings.copy(), np.zeros(loadings.shape[1], dtype=bool)
    active, now = np.arange(len(settled)), found
    for _ in range(NEWTON_STEPS):
        step = _newton_step(r, now)
        now = now + step
        near = np.square(step).max(axis=0) < tolerance / 10  # what the next step would change
        found[:, active], settled[active] = now, near
        if near.all():
            break
        if near.mean() > 0.5:
            active, r, now = active[~near], r[:, :, ~near], now[:, ~near]
    return found, settled & (np.abs(found) <= 1).all(axis=0)


def _newton_step(r: Array, loadings: Array) -> Array:
    """(p, B), NaN where the squares do not curve upwards."""
    p, own = len(loadings), np.arange(len(loadings))
    rest = np.einsum("ib,ib->b", loadings, loadings) - loadings * loadings
    system = np.empty((p, p + 1, loadings.shape[1]))
    np.multiply(2 * loadings[:, None], loadings[None, :], out=system[:, :p])
    system[:, :p] -= r
    system[own, own] = rest
    np.subtract(np.einsum("ijb,jb->ib", r, loadings), loadings * (1 + rest), out=system[:, p])
    return eliminate(system)


def _sweep(r: Array, loadings: Array) -> None:
    """One round over the items, in place."""
    squares = np.einsum("ib,ib->b", loadings, loadings)
    for j, own in enumerate(loadings):
        others = squares - own * own
        best = (np.einsum("ib,ib->b", r[j], loadings) - own) / np.maximum(others, 1e-12)  # 0 where no other item has a loading
        best = np.minimum(np.maximum(best, -1), 1)
        squares = others + best * best
        loadings[j] = best
