"""What the paths between latents explain, and how far causes overlap. The batch of replicates is the last axis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .inner_weights import Paths
from .linear import cholesky, solve_factored

Array = NDArray[np.float64]


def adjusted_r_squared(r_squared: Array, n: float, paths: Paths) -> Array:
    """R squared less what as many causes would explain by chance.

    r_squared: (k, B). n: respondents, or the effective number of them. Returns (k, B), NaN where nothing acts on a latent and where
    n does not exceed the causes by two.
    Source: Theil (1961), Economic Forecasts and Policy; 1 - (1 - R2)(n - 1)/(n - causes - 1).
    """
    free = n - 1 - _causes(paths)
    with np.errstate(invalid="ignore", divide="ignore"):
        adjusted: Array = 1 - (1 - r_squared) * (n - 1) / np.where(free > 0, free, np.nan)
    return adjusted


def aic(r_squared: Array, n: float, paths: Paths) -> Array:
    """Akaike's criterion of each regression, lower is better. Shapes and NaN as `bic`.

    Source: Akaike (1973); as in Sharma et al. (2019), Journal of the AIS 20(4), 346-397. Same as seminr.
    """
    return _criterion(r_squared, n, paths, 2.0)


def bic(r_squared: Array, n: float, paths: Paths) -> Array:
    """Schwarz's criterion of each regression, lower is better: n ln(SSE / n) + (causes + 1) ln n, SSE = (1 - R2)(n - 1).

    r_squared: (k, B). n: respondents, or the effective number of them. Returns (k, B), NaN where nothing acts on a latent and where
    nothing is left unexplained.
    Source: Schwarz (1978), Annals of Statistics 6, 461-464; as in Sharma et al. (2019), Journal of the AIS 20(4), 346-397.
    Same as seminr.
    """
    return _criterion(r_squared, n, paths, float(np.log(n)))


def _criterion(r_squared: Array, n: float, paths: Paths, price: float) -> Array:
    left = (1 - r_squared) * (n - 1) / n
    with np.errstate(invalid="ignore", divide="ignore"):
        criterion: Array = n * np.log(np.where(left > 1e-12, left, np.nan)) + (_causes(paths) + 1) * price
    return criterion


def _causes(paths: Paths) -> Array:
    """(k, 1) how many latents act on each, NaN for none."""
    count = paths.sum(axis=0).astype(float)[:, None]
    return np.where(count > 0, count, np.nan)


def variance_inflation(correlations: Array) -> Array:
    """How much the variance of each one's coefficient grows because it overlaps with the others: 1 / (1 - R2).

    correlations: (p, p, B). Returns (p, B): the diagonal of the inverse; NaN where the matrix is singular and for a single one.
    Source: Marquardt (1970), Technometrics 12, 591-612. Same as seminr and openpls.
    """
    if correlations.shape[0] == 1:
        return np.full(correlations.shape[1:], np.nan)
    return _inverse_diagonal(cholesky(correlations))


def _inverse_diagonal(factor: Array) -> Array:
    """(p, B) diagonal of the inverse of L L': the squares in each column of the inverse of L. factor: (p, p, B)."""
    inverse = np.zeros_like(factor)
    with np.errstate(invalid="ignore", divide="ignore"):
        for i, row in enumerate(factor):
            inverse[i, i] = 1 / row[i]
            inverse[i, :i] = np.einsum("tb,tjb->jb", row[:i], inverse[:i, :i]) * -inverse[i, i]
    diagonal: Array = np.einsum("ijb,ijb->jb", inverse, inverse)
    return diagonal


def inner_vif(correlations: Array, paths: Paths) -> Array:
    """Variance inflation of each cause among the causes of the same latent.

    correlations: (k, k, B) between latents. Returns (k, k, B), [source, target], NaN where there is no path and for a lone cause.
    """
    return _by_place(beside_others(correlations, arrows(paths))[1], paths)


def f_squared(correlations: Array, paths: Paths) -> Array:
    """What a latent's R squared loses without one cause, beside what is unexplained: (R2 - R2 without) / (1 - R2), scores kept.

    correlations: (k, k, B) between latents. Returns (k, k, B), [source, target], NaN where there is no path and where nothing is
    left unexplained. The loss is the squared coefficient over its variance inflation, so that nothing is estimated again.
    Source: Cohen (1988), Statistical Power Analysis, chapter 9. Same as cSEM and openpls; seminr estimates the model again.
    """
    return _by_place(beside_others(correlations, arrows(paths))[0], paths)


def arrows(paths: Paths) -> list[tuple[int, int]]:
    """(source, target) of every path."""
    return [(int(source), int(target)) for source, target in np.argwhere(paths)]


def beside_others(correlations: Array, paths: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
    """`f_squared` and `inner_vif` of each of these paths, both (paths, B). correlations: (k, k, B) between latents."""
    effect, inflation = np.empty((2, len(paths), correlations.shape[2]))
    for target in dict.fromkeys(end for _, end in paths):
        rows = [row for row, (_, end) in enumerate(paths) if end == target]
        sources = np.array([paths[row][0] for row in rows])
        effect[rows], inflation[rows] = _effect(correlations[np.ix_(sources, sources)], correlations[sources, target])
    return effect, inflation


def _effect(among: Array, toward: Array) -> tuple[Array, Array]:
    """(s, B) f squared and variance inflation of s causes. among: (s, s, B) correlations between them; toward: (s, B) with their target."""
    factor = cholesky(among)
    inflation = _inverse_diagonal(factor)
    with np.errstate(invalid="ignore", divide="ignore"):
        beta = solve_factored(factor, toward)
        left = 1 - np.einsum("sb,sb->b", beta, toward)
        effect: Array = beta * beta / (inflation * np.where(left > 1e-12, left, np.nan))
    return effect, inflation if len(toward) > 1 else np.full(toward.shape, np.nan)


def _by_place(values: Array, paths: Paths) -> Array:
    """(k, k, B) from one row a path."""
    whole = np.full((*paths.shape, values.shape[1]), np.nan)
    for row, place in enumerate(arrows(paths)):
        whole[place] = values[row]
    return whole
