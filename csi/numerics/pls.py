"""The PLS path model on correlation matrices, for a batch of replicates at once. No respondent's score is ever formed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .inner_weights import SCHEMES, Paths, regression
from .linear import cholesky, solve_factored

Array = NDArray[np.float64]


@dataclass(frozen=True)
class PlsDesign:
    """Which item belongs to which latent, and which latent acts on which.

    starts: first item of each latent's block; the blocks lie one after the other and cover all m items.
    paths: (k, k) booleans, [source, target]. formative: (k,) mode B.
    """

    starts: tuple[int, ...]
    items: int
    paths: Paths
    formative: tuple[bool, ...]
    scheme: str = "path"

    @property
    def blocks(self) -> tuple[slice, ...]:
        """One slice of items a latent."""
        ends = (*self.starts[1:], self.items)
        return tuple(slice(a, b) for a, b in zip(self.starts, ends, strict=True))

    @property
    def latents(self) -> int:
        """k."""
        return len(self.starts)


@dataclass(frozen=True)
class PlsFit:
    """Outer weights for standardised items and latents of variance 1, and all that follows from them.

    outer_weights, loadings: (m, B). correlations: (k, k, B) between latents. path_coefficients: (k, k, B), [source, target].
    r_squared: (k, B), 0 where nothing acts on a latent. iterations: (B,). settled: (B,) which replicates may be used.
    """

    outer_weights: Array
    loadings: Array
    correlations: Array
    path_coefficients: Array
    r_squared: Array
    iterations: NDArray[np.int64]
    settled: NDArray[np.bool_]
    last_change: float


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
        w, a, c = _project(r, np.repeat(begin[:, None], replicates, axis=1), design)
        for iteration in range(1, max_iterations + 1):
            new, a, c = _project(r, _outer_weights(inner_weights(c, design.paths), a, factors, design), design)
            change = np.abs(new - w).max(axis=0)
            w = new
            fresh = (change < tolerance) & ~settled[active]
            final[:, active[fresh]] = w[:, fresh]
            iterations[active[fresh]] = iteration
            settled[active[fresh]] = True
            lost[active[np.isnan(change)]] = True
            going = ~(settled | lost)[active]
            if not going.any():
                break
            if going.mean() < 0.5:  # copying the matrices costs about as much as one round on them
                active, r, w, a, c = active[going], r[:, :, going], w[:, going], a[:, :, going], c[:, :, going]
                factors = [None if f is None else f[:, :, going] for f in factors]
        worst = float(change.max(initial=0.0))
        return _derive(correlations, final, design, start=start, iterations=iterations, settled=settled, last=worst)


def _project(r: Array, w: Array, design: PlsDesign) -> tuple[Array, Array, Array]:
    """Weights scaled to latents of variance 1, covariances items-latents (m, k, B) and latents-latents (k, k, B)."""
    a = np.empty((design.latents, *w.shape))
    term = np.empty_like(w)
    for k, block in enumerate(design.blocks):
        np.multiply(r[block.start], w[block.start], out=a[k])
        for j in range(block.start + 1, block.stop):
            np.multiply(r[j], w[j], out=term)
            a[k] += term
    c = np.empty((design.latents, design.latents, w.shape[1]))
    for k, block in enumerate(design.blocks):
        np.multiply(a[k, block.start :], w[block.start :], out=term[block.start :])
        for other in range(k, design.latents):
            np.add.reduce(term[design.blocks[other]], axis=0, out=c[k, other])
            c[other, k] = c[k, other]
    scale = 1 / np.sqrt(np.einsum("kkb->kb", c))
    a *= scale[:, None]
    c *= scale[:, None]
    c *= scale[None, :]
    sizes = np.diff([*design.starts, design.items])
    return w * np.repeat(scale, sizes, axis=0), a, c


def _outer_weights(inner: Array, a: Array, factors: Sequence[Array | None], design: PlsDesign) -> Array:
    """Unscaled outer weights: covariances with the inner proxy (mode A) or regression on the block (mode B)."""
    linked = design.paths | design.paths.T | np.eye(design.latents, dtype=bool)
    new = np.zeros((design.items, a.shape[2]))
    for h, block in enumerate(design.blocks):
        for g in np.flatnonzero(linked[:, h]):
            if g != h or not (linked[:, h].sum() > 1):
                new[block] += inner[g, h] * a[g, block]
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
    last: float,
) -> PlsFit:
    w, a, c = _project(r, w, design)
    loadings = np.concatenate([a[k, block] for k, block in enumerate(design.blocks)])
    toward = np.ones(design.items) if start is None else start
    sign = np.where(np.add.reduceat(loadings * toward[:, None], design.starts, axis=0) < 0, -1.0, 1.0)
    sizes = np.diff([*design.starts, design.items])
    by_item = np.repeat(sign, sizes, axis=0)
    c = c * sign[:, None] * sign[None, :]
    paths, explained = structure(c, design.paths)
    usable = settled & np.isfinite(w).all(axis=0) & np.isfinite(paths).all(axis=(0, 1))
    return PlsFit(w * by_item, loadings * by_item, c, paths, explained, iterations, usable, last)


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
