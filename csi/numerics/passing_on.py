"""What raises of items make of an index through means that end at 0 and 100, as rows of a linear programme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .effects import causal_order, total_effects
from .what_if import carried_on

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
_HAIR = 1e-9  # points of the index nearer than this are the same
_FINE, _ROUNDS = 1000, 3  # parts into which a raise is cut in search of its size, and how often


@dataclass(frozen=True, eq=False)
class Limits:
    """Rows over the m points, the k changes and 2 k switches. rows @ x <= most, low <= x <= high; switches are whole."""

    rows: Array
    most: Array
    low: Array
    high: Array
    switches: Flags


@dataclass(frozen=True, eq=False)
class Passing:
    """How m items move k means and these the index.

    put_in: (k, m) what one point of an item puts into each mean. slopes: (k, k) points of a mean with one point of its cause, without
    circles. level: (k,) the means as they are. weights: (k,) of the means in the index, none below 0.
    """

    put_in: Array
    slopes: Array
    level: Array
    weights: Array

    @cached_property
    def totals(self) -> Array:
        """(k, m) change of every mean with one point of an item, while nothing comes to an end of the scale."""
        every: Array = total_effects(self.slopes[:, :, None])[:, :, 0] + np.eye(len(self.level))
        return np.asarray(every.T @ self.put_in)

    @property
    def gain(self) -> Array:
        """(m,) change of the index with one point of an item, while nothing comes to an end of the scale."""
        gain: Array = self.weights @ self.totals
        return gain

    @property
    def wanted(self) -> float:
        """The most that the index can gain."""
        return float(self.weights @ self._up)

    def gained(self, points: Array) -> Array:
        """(n,) change of the index with each of n sets of points, (m, n)."""
        changes = carried_on(self.slopes[:, :, None], self.put_in @ points, self.level[:, None])
        gained: Array = self.weights @ changes
        return gained

    def is_free(self, points: Array) -> bool:
        """Whether no mean that the index rests on passes an end of the scale with any of these points, (m, n)."""
        moved, (lifts, lowers) = self.totals @ points, self._signs
        inside = (moved <= self._up[:, None] + 1e-7) & (moved >= -self._down[:, None] - 1e-7)
        return bool(inside[lifts | lowers].all())

    def is_concave(self, sold: Array) -> bool:
        """Whether no end of the scale can ever help the index, so that no switch is needed."""
        return not self.limits(sold).switches.any()

    def smallest(self, goal: float, most: float, *, whole: bool) -> float | None:
        """The fewest points of the only item that gain the goal; None where none up to `most` do."""
        low, high = 0.0, most
        for _ in range(1 if whole else _ROUNDS):
            tried = np.arange(np.floor(most + _HAIR) + 1) if whole else np.linspace(low, high, _FINE + 1)
            gains = self.gained(tried[None])
            enough = np.flatnonzero(gains >= goal - _HAIR)
            if len(enough) == 0:
                return None
            first = int(enough[0])
            if first == 0 or whole:
                return float(tried[first])
            low, high = float(tried[first - 1]), float(tried[first])
        share = (goal - gains[first - 1]) / (gains[first] - gains[first - 1])
        return low + min(float(share), 1.0) * (high - low)

    def limits(self, sold: Array) -> Limits:
        """What ties the changes to the points, so that the index can neither be told higher nor lower than it would be.

        A mean that lifts the index is at most what is put in and passed on, and at most what the scale leaves; where it could fall
        to 0 a switch says that it is held there. A mean that lowers the index is the same upside down.
        """
        (k, m), (lifts, lowers) = self.put_in.shape, self._signs
        least, most = self._range(sold)
        up, down = self._up, self._down
        floor, top = lifts & (least < -down - _HAIR), lowers & (most > up + _HAIR)
        tie, width, none = np.hstack([-self.put_in, np.eye(k) - self.slopes.T]), np.diag(up + down), np.zeros((k, k))
        held, lone = np.hstack([np.zeros((k, m)), np.eye(k)]), np.zeros(k)
        blocks = (
            (np.hstack([tie, -np.diag(np.maximum(-down - least, 0)), none]), lone, lifts),
            (np.hstack([held, width, none]), up, lifts),
            (np.hstack([-tie, none, -np.diag(np.maximum(most - up, 0))]), lone, lowers),
            (np.hstack([-held, none, width]), down, lowers),
        )
        return Limits(
            np.vstack([rows[which] for rows, _, which in blocks]),
            np.concatenate([ends[which] for _, ends, which in blocks]),
            np.concatenate([np.zeros(m), -down, np.zeros(2 * k)]),
            np.concatenate([sold, up, floor, top]),
            np.concatenate([np.zeros(m + k, dtype=bool), floor, top]),
        )

    @property
    def _up(self) -> Array:
        up: Array = np.maximum(100 - self.level, 0.0)
        return up

    @property
    def _down(self) -> Array:
        down: Array = np.maximum(self.level, 0.0)
        return down

    @cached_property
    def _order(self) -> list[int]:
        return causal_order(self.slopes != 0)

    @cached_property
    def _signs(self) -> tuple[Flags, Flags]:
        """(k,) each: the means whose rise lifts the index by some way, and those whose rise lowers it by some way."""
        lifts, lowers = self.weights > 0, np.zeros(len(self.level), dtype=bool)
        for effect in reversed(self._order):
            up, down = self.slopes[:, effect] > 0, self.slopes[:, effect] < 0
            lifts = lifts | (up & lifts[effect]) | (down & lowers[effect])
            lowers = lowers | (up & lowers[effect]) | (down & lifts[effect])
        return lifts, lowers

    def _range(self, sold: Array) -> tuple[Array, Array]:
        """(k,) each: the lowest and the highest change that each mean could come to, were there no ends of its own scale."""
        least, most = np.minimum(self.put_in, 0) @ sold, np.maximum(self.put_in, 0) @ sold
        for effect in self._order:
            for cause in np.flatnonzero(self.slopes[:, effect]):
                ends = np.clip([least[cause], most[cause]], -self._down[cause], self._up[cause]) * self.slopes[cause, effect]
                least[effect] += ends.min()
                most[effect] += ends.max()
        return least, most
