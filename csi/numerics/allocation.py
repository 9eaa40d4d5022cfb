"""Where money buys the most points: allocations of a budget, and the cheapest way to a goal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .buying_order import best_first, in_order
from .passing_on import Passing
from .programme import NEAR, Programme

Array = NDArray[np.float64]

_HAIR = 1e-9  # points and shares of money nearer than this are the same
_NUDGE = 1e-7  # of the gain, by which the cheaper of two plans that gain the same is preferred


@dataclass(frozen=True, eq=False)
class Offer:
    """What can be bought: points of m items, each with a price, so many at most, and what they make of the index.

    cost: (m,) above 0, of one point. room: (m,) points at most. whole: only whole points are sold.
    """

    passing: Passing
    cost: Array
    room: Array
    whole: bool = False

    @cached_property
    def gain(self) -> Array:
        """(m,) points of the index with one point of the item, while no mean comes to an end of the scale."""
        return self.passing.gain

    def gained(self, points: Array) -> float:
        """Points of the index with these of the items, (m,): what the what-if tells of them."""
        return float(self.passing.gained(points[:, None])[0])

    @property
    def sold(self) -> Array:
        """(m,) points at most; none of an item that gains nothing."""
        room = np.floor(self.room + _HAIR) if self.whole else self.room
        sold: Array = np.where(self.gain > 0, room, 0.0)
        return sold

    @cached_property
    def path(self) -> Array | None:
        """(steps, m) points held after each item of the best order, from none on; None where the order alone does not decide.

        The item that gains most for its money comes first, and each is bought up to its room: the optimum of a linear programme with
        one row (Dantzig 1957, Operations Research 5(2), 266-277). Another mean that comes to an end of its scale on the way, or whole
        points, make it more.
        """
        if self.whole or not self.passing.is_concave(self.sold):
            return None
        every = in_order(self.gain[:, None], self.cost, self.sold[:, None], wanted=np.array([self.passing.wanted]))[:, 0]
        order = [at for at in best_first(self.gain[:, None], self.cost)[:, 0] if every[at] > 0]
        steps = np.zeros((len(order) + 1, len(every)))
        for number, at in enumerate(order):
            steps[number + 1 :, at] = every[at]
        return steps if self.passing.is_free(steps.T) else None

    def spend(self, budget: float) -> Array:
        """(m,) the points that gain most for no more than the budget; of those, the cheapest."""
        if self.path is not None:
            return in_order(self.gain[:, None], self.cost, self.path[-1][:, None], money=budget)[:, 0]
        within = (self._programme.bill, -np.inf, budget)
        if self.whole:
            found = self._programme.solve(
                _NUDGE * self.gain.max() / self.cost.max() * self._programme.bill - self._programme.index, within
            )
            return np.floor(self.relaxed.spend(budget) + _HAIR) if found is None else found
        return self._spent(self._cheapest(self._programme.solved(-self._programme.index, within), within), budget)

    def reach(self, goal: float) -> Array | None:
        """(m,) the cheapest points that gain at least the goal; None where all together gain less."""
        most = self.gained(self.relaxed.most)
        if most < goal - 1e-7:
            return None
        if self.path is not None:
            return in_order(self.gain[:, None], self.cost, self.path[-1][:, None], wanted=np.array([goal]))[:, 0]
        if goal > most - 1e-7 and not self.whole:
            return self.most
        found = self._programme.solve(self._programme.bill, (self._programme.index, goal - _HAIR * self.whole, np.inf))
        parts = self.relaxed.reach(goal) if found is None and self.whole else None
        return found if parts is None else self._rounded_up(parts, goal)

    def _rounded_up(self, parts: Array, goal: float) -> Array | None:
        """Whole points in place of parts of them; None where these are not for sale, or do not gain the goal."""
        points: Array = np.ceil(parts - _HAIR)
        return points if (points <= self.sold).all() and self.gained(points) >= goal - _HAIR else None

    def _cheapest(self, best: Array, *rows: tuple[Array, float, float]) -> Array:
        """The cheapest points that gain as much as these."""
        found = self._programme.solve(self._programme.bill, (self._programme.index, self.gained(best) - _HAIR, np.inf), *rows)
        return best if found is None else found

    def _spent(self, points: Array, budget: float) -> Array:
        """The points without what the solver's tolerance leaves of the budget, or takes beyond it."""
        left = budget - float(self.cost @ points)
        parts = np.flatnonzero((points > NEAR) & (points < self.sold - NEAR))
        if abs(left) > NEAR * budget or len(parts) == 0:
            return points
        at = parts[int(np.argmax(self.cost[parts]))]
        points[at] = np.clip(points[at] + left / self.cost[at], 0, self.sold[at])
        return points

    @cached_property
    def relaxed(self) -> Offer:
        """The same offer where parts of a point are sold too."""
        return replace(self, whole=False) if self.whole else self

    @cached_property
    def most(self) -> Array:
        """(m,) the points that gain most, whatever they cost; of those, the cheapest. Of an offer that sells parts of points."""
        if self.path is not None:
            last: Array = self.path[-1]
            return last
        return self._cheapest(self._programme.solved(-self._programme.index))

    def frontier(self) -> Array:
        """(steps, m) the plans between which the best gain rises in a straight line with the budget, from nothing to all of use.

        Every extreme point of cost against gain: found in order of gain for money, or by halving (Aneja & Nair 1979, Management Science
        25(1), 73-78). Under whole points these plans are cut to whole points.
        """
        if self.whole:
            return self._rising(np.floor(self.relaxed.frontier() + _HAIR))
        if self.path is not None:
            return self._rising(self.path)
        ends = [np.zeros(len(self.gain)), self.most]
        return self._rising(np.array([ends[0], *self._between(*ends, depth=60), ends[1]]))

    def _between(self, low: Array, high: Array, *, depth: int) -> Iterator[Array]:
        """The corners over the straight line from one plan to another, cheapest first."""
        rise, price = self.gained(high) - self.gained(low), float(self.cost @ (high - low))
        if depth == 0 or price <= _HAIR or rise <= _HAIR:
            return
        scale = max(rise, price)
        found = self._programme.solved((rise * self._programme.bill - price * self._programme.index) / scale)
        above = (price * (self.gained(found) - self.gained(low)) - rise * (self.cost @ (found - low))) / scale
        if above > 1e-7:
            yield from self._between(low, found, depth=depth - 1)
            yield found
            yield from self._between(found, high, depth=depth - 1)

    @cached_property
    def _programme(self) -> Programme:
        return Programme(self.passing, self.cost, self.sold, self.whole)

    def _rising(self, plans: Array) -> Array:
        """The plans without those that cost or gain no more than one before."""
        kept = [plans[0]]
        for plan in plans[1:]:
            if self.cost @ plan > self.cost @ kept[-1] + _HAIR and self.gained(plan) > self.gained(kept[-1]) + _HAIR:
                kept.append(plan)
        return np.array(kept)
