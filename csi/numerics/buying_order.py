"""Buying in order of gain for money, for many surveys at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def best_first(gain: Array, cost: Array) -> NDArray[np.intp]:
    """(m, B) the items by gain for money, best first; equals in their own order. gain: (m, B), cost: (m,)."""
    order: NDArray[np.intp] = np.argsort(-np.nan_to_num(gain) / cost[:, None], axis=0, kind="stable")
    return order


def in_order(gain: Array, cost: Array, room: Array, *, money: float = np.inf, wanted: Array | None = None) -> Array:
    """(m, B) points bought in order of gain for money until the money is spent, or the gain is what is wanted.

    gain, room: (m, B); cost: (m,) above 0; wanted: (B,). What gains nothing, or is not known, is not bought.
    """
    gain, room = np.nan_to_num(gain), np.maximum(np.nan_to_num(room), 0)
    order = best_first(gain, cost)
    each, most = np.take_along_axis(gain, order, axis=0), np.take_along_axis(room, order, axis=0)
    price = cost[order]
    most = np.where(each > 0, most, 0)
    points = most if np.isinf(money) else np.clip((money - _before(price * most)) / price, 0, most)
    if wanted is not None:
        left = np.nan_to_num(wanted) - _before(each * most)
        points = np.minimum(points, np.clip(left / np.where(each > 0, each, 1), 0, most))
    bought = np.zeros_like(points)
    np.put_along_axis(bought, order, points, axis=0)
    return bought


def _before(amounts: Array) -> Array:
    """What all items before this one come to. (m, B)."""
    sums: Array = np.cumsum(amounts, axis=0) - amounts
    return sums
