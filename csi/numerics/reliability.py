"""How well the items of one block measure one thing. The batch of replicates is the last axis; NaN where a measure has no meaning."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .one_factor import TOLERANCE, one_factor

Array = NDArray[np.float64]


def alpha(covariances: Array) -> Array:
    """Share of the variance of the sum of the items that they have in common, for items that measure equally well.

    covariances: (p, p, B); correlations give the standardised alpha. Returns (B,), below 0 where items run against each other;
    NaN for one item or a sum without variance.
    Source: Cronbach (1951), Psychometrika 16, 297-334.
    """
    own, total = np.einsum("iib->b", covariances), covariances.sum(axis=(0, 1))
    return _alpha(covariances.shape[0], own, total)


def alpha_if_dropped(covariances: Array) -> Array:
    """Alpha of the block without each item in turn. covariances: (p, p, B). Returns (p, B), NaN where one item would remain."""
    variance = np.einsum("iib->ib", covariances)
    _, rest = _with_the_rest(covariances)
    return _alpha(covariances.shape[0] - 1, variance.sum(axis=0) - variance, rest)


def item_rest(covariances: Array) -> Array:
    """Correlation of each item with the sum of the others.

    covariances: (p, p, B). Returns (p, B), NaN for one item or a side without variance.
    Source: Nunnally & Bernstein (1994), Psychometric Theory, chapter 8.
    """
    together, rest = _with_the_rest(covariances)
    variance = np.einsum("iib->ib", covariances)
    with np.errstate(invalid="ignore", divide="ignore"):
        correlation: Array = together / np.sqrt(np.where(_is_spread(rest, variance), rest * variance, np.nan))
    return correlation


def _with_the_rest(covariances: Array) -> tuple[Array, Array]:
    """(p, B) covariance of each item with the sum of the others, and (p, B) variance of that sum."""
    variance, row = np.einsum("iib->ib", covariances), covariances.sum(axis=1)
    return row - variance, row.sum(axis=0) - 2 * row + variance


def _alpha(items: int, own: Array, total: Array) -> Array:
    if items < 2:
        return np.full(total.shape, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        common: Array = items / (items - 1) * (1 - own / np.where(_is_spread(total, own), total, np.nan))
    return common


def _is_spread(variance: Array, beside: Array) -> NDArray[np.bool_]:
    spread: NDArray[np.bool_] = variance > 1e-12 * beside  # items that cancel out leave only rounding
    return spread


def omega(correlations: Array, start: Array | None = None, *, tolerance: float = TOLERANCE) -> Array:
    """Share of the variance of the sum of the items that their one common factor carries.

    correlations: (p, p, B). start: (p,) loadings to begin with. tolerance: see `one_factor`. Returns (B,), 0 to 1; two items with r have 2r / (1 + r), opposed
    ones 0; NaN for one item and where the loadings do not settle.
    Source: McDonald (1999), Test Theory, chapter 6; loadings by minimum residuals.
    """
    return rho_c(one_factor(correlations, start, tolerance=tolerance))


def rho_a(outer_weights: Array) -> Array:
    """Reliability of a latent's scores, from its weights alone.

    outer_weights: (p, B) of standardised items for a latent of variance 1, for which w'(R - diag R)w = 1 - sum of w squared.
    Returns (B,), outside 0 to 1 where the block does not fit one factor; NaN for one item or one weight that is not 0.
    Source: Dijkstra & Henseler (2015), MIS Quarterly 39(2), 297-316, equation 3. Same as seminr and cSEM.
    """
    squares = np.square(outer_weights)
    length = squares.sum(axis=0)
    apart = length**2 - np.square(squares).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        reliability: Array = length**2 * (1 - length) / np.where(apart > 1e-12 * length**2, apart, np.nan)
    return reliability


def rho_c(loadings: Array) -> Array:
    """Composite reliability: the share of the sum's variance that the loadings explain.

    loadings: (p, B). Returns (B,), NaN for one item, where it is 1 by construction.
    Source: Joreskog (1971), Psychometrika 36, 109-133; Werts, Linn & Joreskog (1974). PLS loadings as in seminr and cSEM.
    """
    if loadings.shape[0] < 2:
        return np.full(loadings.shape[1], np.nan)
    explained = np.square(loadings.sum(axis=0))
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Array = explained / (explained + (1 - np.square(loadings)).sum(axis=0))
    return share


def ave(loadings: Array) -> Array:
    """Average variance extracted: the share of a block's variance that its latent explains.

    loadings: (p, B). Returns (B,), NaN for one item, where it is 1 by construction.
    Source: Fornell & Larcker (1981), Journal of Marketing Research 18(1), 39-50.
    """
    if loadings.shape[0] < 2:
        return np.full(loadings.shape[1], np.nan)
    share: Array = np.square(loadings).mean(axis=0)
    return share


def spearman_brown(r: Array) -> Array:
    """Reliability of the sum of two items that correlate by r: 2r / (1 + r), NaN for r = -1.

    Source: Spearman (1910) and Brown (1910), British Journal of Psychology 3; Eisinga, te Grotenhuis & Pelzer (2013).
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        reliability: Array = 2 * r / np.where(r > -1, 1 + r, np.nan)
    return reliability


def feldt(alpha: float, n: float, items: int, confidence: float) -> tuple[float, float]:
    """Lower and upper end of the interval of an alpha.

    n: respondents, or the effective number of them. confidence: 0.95 for 95 %. NaN for fewer than two respondents or items.
    Source: Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11(1), 93-103.
    """
    from scipy.special import fdtri  # loaded only where an interval is asked for

    degrees = (n - 1, (n - 1) * (items - 1))
    tail = (1 - confidence) / 2
    lower, upper = (1 - (1 - alpha) * float(fdtri(*degrees, chance)) for chance in (1 - tail, tail))
    return lower, upper
