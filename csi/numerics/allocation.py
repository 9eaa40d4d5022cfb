"""Where money buys the most points: allocations of a budget, and the cheapest way to a goal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .buying_order import best_first, in_order

Array = NDArray[np.float64]

_HAIR = 1e-9  # points and shares of money nearer than this are the same
_GAP, _NODES = 1e-7, 500  # how nearly the best is proven, and the branches after which it is left at that
_NUDGE = 1e-7  # of the gain, by which the cheaper of two plans that gain the same is preferred


class Unsolvable(Exception):
    """The linear programme has no solution, though its numbers allow one: a fault of the solver."""


@dataclass(frozen=True, eq=False)
class Offer:
    """What can be bought: points of m items, each with a price, so many at most, and what they pass on.

    gain: (m,) points of the index with one point of the item. cost: (m,) above 0, of one point. room: (m,) points at most.
    passed: (c, m) what one point adds to each of c means; spare: (c,) what each of them has left to 100. wanted: the most that
    the index may gain. whole: only whole points are sold.
    """

    gain: Array
    cost: Array
    room: Array
    passed: Array
    spare: Array
    wanted: float
    whole: bool = False

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
        one row (Dantzig 1957, Operations Research 5(2), 266-277). Another mean that comes to 100 on the way, or whole points, make it more.
        """
        if self.whole:
            return None
        every = in_order(self.gain[:, None], self.cost, self.sold[:, None], wanted=np.array([self.wanted]))[:, 0]
        order = [at for at in best_first(self.gain[:, None], self.cost)[:, 0] if every[at] > 0]
        steps = np.zeros((len(order) + 1, len(every)))
        for number, at in enumerate(order):
            steps[number + 1 :, at] = every[at]
        return steps if (steps @ self.passed.T <= self.spare + 1e-7).all() else None

    def spend(self, budget: float) -> Array:
        """(m,) the points that gain most for no more than the budget; of those, the cheapest."""
        if self.path is not None:
            return in_order(self.gain[:, None], self.cost, self.path[-1][:, None], money=budget)[:, 0]
        within = (self.cost, -np.inf, budget)
        if self.whole:
            found = self._solve(_NUDGE * self.gain.max() / self.cost.max() * self.cost - self.gain, within)
            return np.floor(self.relaxed.spend(budget) + _HAIR) if found is None else found
        best = self._solved(-self.gain, within)
        return self._solved(self.cost, (self.gain, float(self.gain @ best) - 1e-9, np.inf), within)

    def reach(self, goal: float) -> Array | None:
        """(m,) the cheapest points that gain at least the goal; None where all together gain less."""
        if self.gain @ self.relaxed.most < goal - 1e-7:
            return None
        if self.path is not None:
            return in_order(self.gain[:, None], self.cost, self.path[-1][:, None], wanted=np.array([goal]))[:, 0]
        enough = (self.gain, min(goal, float(self.gain @ self.relaxed.most)) - 1e-9, np.inf)
        found = self._solve(self.cost, enough)
        parts = self.relaxed.reach(goal) if found is None and self.whole else None
        return found if parts is None else self._rounded_up(parts)

    def _rounded_up(self, parts: Array) -> Array | None:
        """Whole points in place of parts of them; None where these are not for sale."""
        points: Array = np.ceil(parts - _HAIR)
        fits = (points <= self.sold).all() and (self.passed @ points <= self.spare).all() and self.gain @ points <= self.wanted
        return points if fits else None

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
        best = self._solved(-self.gain)
        return self._solved(self.cost, (self.gain, float(self.gain @ best) - 1e-9, np.inf))

    def frontier(self) -> Array:
        """(steps, m) the plans between which the best gain rises in a straight line with the budget, from nothing to all of use.

        Every extreme point of cost against gain: found in order of gain for money, or by halving (Aneja & Nair 1979, Management Science
        25(1), 73-78). Under whole points these plans are cut to whole points.
        """
        if self.whole:
            return _rising(np.floor(self.relaxed.frontier() + _HAIR), self.cost, self.gain)
        if self.path is not None:
            return _rising(self.path, self.cost, self.gain)
        ends = [np.zeros(len(self.gain)), self.most]
        return _rising(np.array([ends[0], *self._between(*ends, depth=60), ends[1]]), self.cost, self.gain)

    def _between(self, low: Array, high: Array, *, depth: int) -> Iterator[Array]:
        """The corners over the straight line from one plan to another, cheapest first."""
        rise, price = self.gain @ (high - low), self.cost @ (high - low)
        if depth == 0 or price <= _HAIR or rise <= _HAIR:
            return
        scale = max(rise, price)
        found = self._solved((rise * self.cost - price * self.gain) / scale)
        above = (price * (self.gain @ (found - low)) - rise * (self.cost @ (found - low))) / scale
        if above > 1e-7:
            yield from self._between(low, found, depth=depth - 1)
            yield found
            yield from self._between(found, high, depth=depth - 1)

    def _solved(self, objective: Array, *rows: tuple[Array, float, float]) -> Array:
        """`_solve` of a linear programme that has a solution by its making."""
        found = self._solve(objective, *rows)
        if found is None:
            raise Unsolvable
        return found

    def _solve(self, objective: Array, *rows: tuple[Array, float, float]) -> Array | None:
        """(m,) the points that make the objective smallest, within these rows besides the room and the means; None without any.

        Whole points are the best of `_NODES` branches, so that a hard case ends too, and everywhere in the same way.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp

        # rows about as large as the points themselves: the solver's tolerances are absolute, and money may count in millions
        scaled = [(row / size, low / size, high / size) for row, low, high in rows for size in [float(np.abs(row).max()) or 1.0]]
        limits = [LinearConstraint(row[None], low, high) for row, low, high in scaled]
        limits += [LinearConstraint(self.passed, -np.inf, self.spare), LinearConstraint(self.gain[None], -np.inf, self.wanted)]
        found = milp(
            objective / (np.abs(objective).max() or 1.0),
            integrality=np.full(len(self.gain), int(self.whole)),
            bounds=Bounds(0, self.sold),
            constraints=limits,
            options={"mip_rel_gap": _GAP, "node_limit": _NODES},
        )
        if found.x is None:
            return None
        points: Array = np.rint(found.x) if self.whole else np.clip(found.x, 0, self.sold)
        return points


def _rising(plans: Array, cost: Array, gain: Array) -> Array:
    """The plans without those that cost or gain no more than one before."""
    kept = [plans[0]]
    for plan in plans[1:]:
        if cost @ plan > cost @ kept[-1] + _HAIR and gain @ plan > gain @ kept[-1] + _HAIR:
            kept.append(plan)
    return np.array(kept)
