"""How far a model's correlations lie from those observed. The batch of replicates is the last axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .effects import causal_order
from .inner_weights import Paths

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Misfit:
    """srmr: (B,) standardised root mean square residual. d_uls: (B,) squared Euclidean distance."""

    srmr: Array
    d_uls: Array


def implied_correlations(correlations: Array, path_coefficients: Array, r_squared: Array, paths: Paths) -> Array:
    """What the paths alone make of the correlations between latents.

    correlations: (k, k, B), kept between latents on which nothing acts. path_coefficients: (k, k, B), [source, target].
    r_squared: (k, B); 1 - R2 is the variance of what is left, uncorrelated with everything else. Returns (k, k, B).
    Source: (I - B)^-1 Psi (I - B)^-1', Joreskog (1970), Biometrika 57, 239-251; one latent after the other in the order of causes.
    """
    implied = correlations.copy()
    order = np.array(causal_order(paths))
    for place, target in enumerate(order):
        sources = np.flatnonzero(paths[:, target])
        if not sources.size:
            continue
        beta, before = path_coefficients[sources, target], order[:place]
        toward = np.einsum("sb,sjb->jb", beta, implied[sources[:, None], before])
        implied[target, before] = implied[before, target] = toward
        implied[target, target] = np.einsum("sb,sb->b", beta, implied[sources, target]) + 1 - r_squared[target]
    return implied


def misfit(
    correlations: Array,
    loadings: Array,
    latent_correlations: Array,
    starts: Sequence[int],
    *,
    common_factors: bool | Sequence[bool] = False,
) -> Misfit:
    """Residuals of a model in which items of different blocks correlate through their latents only.

    correlations: (m, m, B) between items. loadings: (m, B). latent_correlations: (k, k, B), observed for the saturated model, implied
    by the paths for the estimated one. common_factors: whether items of one block too correlate through their latent only, for all
    blocks or for each; otherwise a block is a composite and keeps its correlations.
    SRMR is taken over the lower triangle with the diagonal; d_ULS is half the sum of squares of all residuals.
    Source: Henseler, Hubona & Ray (2016), Industrial Management & Data Systems 116, 2-20. Composites as in cSEM.
    """
    m, k = correlations.shape[0], len(starts)
    ends = [*starts[1:], m]
    owner = np.repeat(np.arange(k), np.diff([*starts, m]))
    factors = np.broadcast_to(np.asarray(common_factors, dtype=bool), k)
    total = np.zeros(correlations.shape[2])
    for g, (start, end) in enumerate(zip(starts, ends, strict=True)):
        beyond = latent_correlations[g, owner[end:]] * loadings[end:]  # items of later blocks, as latent g sees them
        for j in range(start, end):
            total += _squares(correlations[j, end:], loadings[j], beyond)
            if factors[g]:
                total += _squares(correlations[j, j + 1 : end], loadings[j], loadings[j + 1 : end])
    return Misfit(np.sqrt(total / (m * (m + 1) / 2)), total)


def _squares(observed: Array, loading: Array, others: Array) -> Array:
    """(B,) squared residuals of one item beside several. observed, others: (p, B); loading: (B,)."""
    residual = observed - loading * others
    squares: Array = np.einsum("pb,pb->b", residual, residual)
    return squares
