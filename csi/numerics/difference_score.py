"""How reliable a difference of two composites is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .moments import Sums

Array = NDArray[np.float64]


def columns(first: Array, second: Array) -> Array:
    """(n, 2p + 5) what `reliability` wants means of: the items of both sides, their squares added up, the products of the totals.

    first, second: (n, p) answers to the same p items. Only those who answered all of them count; the others are NaN throughout.
    """
    whole = np.isfinite(np.column_stack([first, second])).all(axis=1, keepdims=True)
    x, y = (np.where(whole, side, np.nan) for side in (first, second))
    a, b = x.sum(axis=1), y.sum(axis=1)
    return np.column_stack([x, y, (x**2).sum(axis=1), (y**2).sum(axis=1), a * a, b * b, a * b])


def reliability(sums: Sums, start: int, items: int) -> dict[str, Array]:
    """What the columns made by `columns` say, from column `start` on, over a batch of B.

    Returns alpha_first, alpha_second (Cronbach's), correlation of the two totals, reliability of their difference; (B,) each,
    NaN where a side has no spread or (but for the correlation) a single item.
    r_D = (s1^2 r11 + s2^2 r22 - 2 r12 s1 s2) / (s1^2 + s2^2 - 2 r12 s1 s2).
    Source: Peter, Churchill & Brown (1993), J. Consumer Research 19(4), 655-662, equation 1.
    """
    means = sums.means[start : start + 2 * items + 5]
    x, y = means[:items], means[items : 2 * items]
    squares_x, squares_y, aa, bb, ab = means[2 * items :]
    with np.errstate(invalid="ignore", divide="ignore"):
        first, second = aa - x.sum(axis=0) ** 2, bb - y.sum(axis=0) ** 2
        shared = ab - x.sum(axis=0) * y.sum(axis=0)
        first, second = np.where(first > 1e-9, first, np.nan), np.where(second > 1e-9, second, np.nan)
        alpha_first = _alpha(squares_x - (x**2).sum(axis=0), first, items)
        alpha_second = _alpha(squares_y - (y**2).sum(axis=0), second, items)
        spread = first + second - 2 * shared
        own = first * alpha_first + second * alpha_second - 2 * shared
        of_difference = np.where(spread > 1e-9, own / np.where(spread > 1e-9, spread, 1.0), np.nan)
        correlation = shared / np.sqrt(first * second)
    return {
        "alpha_first": alpha_first,
        "alpha_second": alpha_second,
        "correlation": correlation,
        "reliability": of_difference,
    }


def _alpha(inside: Array, total: Array, items: int) -> Array:
    """Cronbach's alpha from the items' variances added up and the variance of their total."""
    if items < 2:
        return np.full(total.shape, np.nan)
    alpha: Array = items / (items - 1) * (1 - inside / total)
    return alpha
