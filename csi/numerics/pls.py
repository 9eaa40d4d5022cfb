"""The PLS path model on correlation matrices, for a batch of replicates at once. No respondent's score is ever formed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .design import PlsDesign
from .inner_weights import SCHEMES, Paths, regression
from .linear import cholesky, solve_factored

__all__ = ["PlsDesign", "PlsFit", "fit", "structure"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class PlsFit:
    """Outer weights for standardised items and latents of variance 1, and all that follows from them.

    outer_weights, loadings: (m, B). correlations: (k, k, B) between latents. path_coefficients: (k, k, B), [source, target].
    r_squared: (k, B), 0 where nothing acts on a latent. toward (k, m, B) and scale (k, B): see `cross_loadings`. iterations: (B,). settled: (B,) which replicates may be used.
    """

    outer_weights: Array
    loadings: Array
    correlations: Array
    path_coefficients: Array
    r_squared: Array
    iterations: NDArray[np.int64]
    settled: NDArray[np.bool_]
    last_change: float
    toward: Array
    scale: Array

    def cross_loadings(self) -> Array:
        """(m, k, B) correlations of every item with every latent."""
        crossed: Array = (self.toward * self.scale[:, None]).swapaxes(0, 1)
        return crossed


def fit(
    correlations: Array,
    design: PlsDesign,
    *,
    start: Array | None = None,
    tolerance: float = 1e-7,
    max_iterations: int = 300,
) -> PlsFit:
    """The PLS solution of every replicate.

    correlations: (m, m, B) between items. start: (m,) outer weights to begin with; 1 everywhere when absent.
    tolerance: largest change of an outer weight in the last round (Lohmoeller 1989; 1e-7 is the peers' usual value).
    Sign: a latent points where its loadings do: their sum is positive; with `start`, the latent correlates with the one that the start weights make.
    Source: Wold (1982); Lohmoeller (1989), Latent Variable Path Modeling with PLS; steps as in Tenenhaus et al. (2005).
    """
    replicates = correlations.shape[2]
    factors = [
        cholesky(correlations[b, b]) if formative else None for b, formative in zip(design.blocks, design.formative, strict=True)
    ]
    inner_weights = SCHEMES[design.scheme]
    begin = np.ones(design.items) if start is None else start
    final = np.full((design.items, replicates), np.nan)
    iterations = np.full(replicates, max_iterations, dtype=np.int64)
    settled = np.zeros(replicates, dtype=bool)
    lost = np.zeros(replicates, dtype=bool)
    active = np.arange(replicates)  # replicates that are still computed; those done in it only wait to be left out
    r = correlations
    change = np.full(replicates, np.inf)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        now = _project(r, np.repeat(begin[:, None], replicates, axis=1), design)
        for iteration in range(1, max_iterations + 1):
            before, inner = now.weights, inner_weights(now.correlations, design.paths)
            now = _project(r, _outer_weights(inner, now, factors, design), design, into=now.toward)
            change = _largest_change(now.weights, before)
            fresh = (change < tolerance) & ~settled[active]
            final[:, active[fresh]] = now.weights[:, fresh]
            iterations[active[fresh]] = iteration
            settled[active[fresh]] = True
            lost[active[np.isnan(change)]] = True
            going = ~(settled | lost)[active]
            if not going.any():
                break
            if going.mean() < 0.5:  # copying the matrices costs about as much as one round on them
                active, r, now = active[going], r[:, :, going], now.only(going)
                factors = [None if f is None else f[:, :, going] for f in factors]
        worst = float(change.max(initial=0.0))
        return _derive(correlations, final, design, start=start, iterations=iterations, settled=settled, last_change=worst)


def _largest_change(new: Array, old: Array) -> Array:
    change = np.subtract(new, old, out=old)
    largest: Array = np.abs(change, out=change).max(axis=0)
    return largest


@dataclass(frozen=True)
class _Projection:
    """Weights and what they make of the items' correlations.

    weights: (m, B), of latents with variance 1. toward: (k, m, B) covariances of items with the latents of the unscaled weights.
    scale: (k, B) what makes those latents' variance 1. correlations: (k, k, B) between latents.
    """

    weights: Array
    toward: Array
    scale: Array
    correlations: Array

    def only(self, some: NDArray[np.bool_]) -> _Projection:
        """The replicates where `some` (B,) is true."""
        return _Projection(self.weights[:, some], self.toward[:, :, some], self.scale[:, some], self.correlations[:, :, some])


def _project(r: Array, w: Array, design: PlsDesign, *, into: Array | None = None) -> _Projection:
    """The projection of unscaled weights. into: an earlier `toward`, to be overwritten where a round reads it; None: all of it."""
    k = design.latents
    toward = np.empty((k, *w.shape)) if into is None else into
    c = np.empty((k, k, w.shape[1]))
    whole = ((slice(0, design.items),),) * k
    for h, (block, runs) in enumerate(zip(design.blocks, whole if into is None else design.reach, strict=True)):
        for run in runs:
            np.einsum("jib,jb->ib", r[block, run], w[block], out=toward[h, run])
    for h, block in enumerate(design.blocks):
        np.einsum("gib,ib->gb", toward[: h + 1, block], w[block], out=c[: h + 1, h])
        c[h, :h] = c[:h, h]
    scale = 1 / np.sqrt(np.einsum("kkb->kb", c))
    c *= scale[:, None]
    c *= scale[None, :]
    return _Projection(w * scale[design.owner], toward, scale, c)


def _outer_weights(inner: Array, seen: _Projection, factors: Sequence[Array | None], design: PlsDesign) -> Array:
    """Unscaled outer weights: covariances with the inner proxy (mode A) or regression on the block (mode B)."""
    inner = inner * seen.scale[:, None]
    new = np.empty_like(seen.weights)
    for h, block in enumerate(design.blocks):
        np.einsum("gb,gib->ib", inner[:, h], seen.toward[:, block], out=new[block])
        factor = factors[h]
        if factor is not None:
            new[block] = solve_factored(factor, new[block])
    return new


def _derive(
    r: Array,
    w: Array,
    design: PlsDesign,
    *,
    start: Array | None,
    iterations: NDArray[np.int64],
    settled: NDArray[np.bool_],
    last_change: float,
) -> PlsFit:
    last = _project(r, w, design)
    w, c = last.weights, last.correlations
    loadings = np.concatenate([last.toward[h, block] * last.scale[h] for h, block in enumerate(design.blocks)])
    toward = np.ones(design.items) if start is None else start
    sign = np.where(np.add.reduceat(loadings * toward[:, None], design.starts, axis=0) < 0, -1.0, 1.0)
    by_item = sign[design.owner]
    c = c * sign[:, None] * sign[None, :]
    paths, explained = structure(c, design.paths)
    usable = settled & np.isfinite(w).all(axis=0) & np.isfinite(paths).all(axis=(0, 1))
    scale = last.scale * sign
    return PlsFit(w * by_item, loadings * by_item, c, paths, explained, iterations, usable, last_change, last.toward, scale)


def structure(correlations: Array, paths: Paths) -> tuple[Array, Array]:
    """Path coefficients (k, k, B) and R squared (k, B) by least squares among the latents. correlations: (k, k, B)."""
    coefficients = np.zeros_like(correlations)
    explained = np.zeros(correlations.shape[1:])
    for target in np.flatnonzero(paths.any(axis=0)):
        sources = np.flatnonzero(paths[:, target])
        beta = regression(correlations, sources, int(target))
        coefficients[sources, target] = beta
        explained[target] = np.einsum("sb,sb->b", beta, correlations[sources, target])
    return coefficients, explained
