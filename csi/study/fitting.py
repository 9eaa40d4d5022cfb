"""From the correlations of items to latents and their paths: plain, with higher-order latents, with interactions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..numerics import higher_order, moderation, pls
from ..numerics.moments import Sums
from .arrangement import Arrangement
from .constructs import Constructs

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Start:
    """Where the iteration begins, and so which way latents point: weights of the blocks' items, and of higher-order latents' parts."""

    outer_weights: Array  # (m,) of items in their latents
    block_weights: Array  # (m,) of items in their blocks
    part_weights: Array  # (f,) of blocks in their latents; 1 for a latent that is its own block

    @staticmethod
    def of(figures: Mapping[str, Array]) -> Start:
        """The point estimate as the start of its resamples."""
        outer = figures["outer_weights"][:, 0]
        blocks = figures.get("block_weights", figures["outer_weights"])[:, 0]
        parts = figures["part_weights"][:, 0] if "part_weights" in figures else np.ones(0)
        return Start(outer, blocks, parts)


def fitted(
    r: Array, constructs: Constructs, *, start: Start | None, tolerance: float, crossed: bool = False
) -> tuple[dict[str, Array], Flags]:
    """Figures of a batch, and (B,) which replicates settled. r: (m, m, B) correlations between items.

    Figures: outer_weights, loadings (m, B) of items with their latents; latent_correlations, path_coefficients (k, k, B);
    r_squared (k, B). With higher-order latents also block_weights, block_loadings (m, B) of items with their blocks,
    block_correlations (f, f, B), and part_weights, part_loadings (f, B) of the blocks in their latents; without, and where `crossed`
    asks for them, cross_loadings (m, k, B).
    """
    if constructs.method is not None:
        ways = {"two-stage": higher_order.two_stage, "repeated": higher_order.repeated}
        layers = higher_order.Layers(constructs.first, constructs.flat, constructs.parts)
        begin = None if start is None else (start.block_weights, start.outer_weights, start.part_weights)
        done = ways[constructs.method](r, layers, start=begin, tolerance=tolerance)
        return dict(done.figures), done.settled
    fit = pls.fit(r, constructs.flat, start=None if start is None else start.outer_weights, tolerance=tolerance)
    figures = {
        "outer_weights": fit.outer_weights,
        "loadings": fit.loadings,
        "path_coefficients": fit.path_coefficients,
        "latent_correlations": fit.correlations,
        "r_squared": fit.r_squared,
    }
    if crossed:
        figures["cross_loadings"] = fit.cross_loadings()
    return figures, fit.settled


def moderated(
    figures: Mapping[str, Array], sums: Sums, every: Array, arrangement: Arrangement, constructs: Constructs
) -> dict[str, Array]:
    """The structure once more with the interactions behind the latents (K constructs), estimated from the latents' scores.

    every: (c, c, B) correlations of the items and the products of items. Figures: latent_correlations, path_coefficients
    (K, K, B), r_squared (K, B), and interaction_deviations (I, B) of the products of standardised scores.
    """
    found = moderation.products(sums, every, figures["outer_weights"], arrangement.blocks(), arrangement.crossed)
    correlations = found.beside(figures["latent_correlations"])
    paths, explained = pls.structure(correlations, constructs.paths)
    return {
        "latent_correlations": correlations,
        "path_coefficients": paths,
        "r_squared": explained,
        "interaction_deviations": found.deviations,
    }
