"""The linear programme behind a plan: points of items, the changes of the means that they move, and what holds these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .passing_on import Limits, Passing

Array = NDArray[np.float64]
Row = tuple[Array, float, float]  # of all variables, no less than, no more than

NEAR = 1e-7  # points, or shares of a budget, within the solver's tolerance
_GAP, _NODES = 1e-7, 500  # how nearly the best is proven, and the branches after which it is left at that


class Unsolvable(Exception):
    """The linear programme has no solution, though its numbers allow one: a fault of the solver."""


@dataclass(frozen=True, eq=False)
class Programme:
    """Variables: points of the m items, then the changes of the k means, then their 2 k switches. sold: (m,) points at most."""

    passing: Passing
    cost: Array
    sold: Array
    whole: bool

    @cached_property
    def bill(self) -> Array:
        """The money over all variables."""
        bill: Array = np.concatenate([self.cost, np.zeros(3 * len(self.passing.level))])
        return bill

    @cached_property
    def index(self) -> Array:
        """The change of the index over all variables."""
        k = len(self.passing.level)
        index: Array = np.concatenate([np.zeros(len(self.cost)), self.passing.weights, np.zeros(2 * k)])
        return index

    def solved(self, objective: Array, *rows: Row) -> Array:
        """`solve` where a solution exists by its making."""
        found = self.solve(objective, *rows)
        if found is None:
            raise Unsolvable
        return found

    def solve(self, objective: Array, *rows: Row) -> Array | None:
        """(m,) the points that make the objective smallest, within these rows besides the room and the means; None without any.

        Whole points are the best of `_NODES` branches, so that a hard case ends too, and everywhere in the same way.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp

        # rows about as large as the points themselves: the solver's tolerances are absolute, and money may count in millions
        scaled = [(row / size, low / size, high / size) for row, low, high in rows for size in [float(np.abs(row).max()) or 1.0]]
        m, tied = len(self.cost), self._limits
        limits = [LinearConstraint(tied.rows, -np.inf, tied.most)]
        limits += [LinearConstraint(row[None], low, high) for row, low, high in scaled]
        found = milp(
            objective / (np.abs(objective).max() or 1.0),
            integrality=(tied.switches | (self.whole & (np.arange(len(tied.low)) < m))).astype(int),
            bounds=Bounds(tied.low, tied.high),
            constraints=limits,
            options={"mip_rel_gap": _GAP, "node_limit": _NODES},
        )
        if found.x is None:
            return None
        points: Array = found.x[:m]
        return np.rint(points) if self.whole else _snapped(points, self.sold)

    @cached_property
    def _limits(self) -> Limits:
        return self.passing.limits(self.sold)


def _snapped(points: Array, sold: Array) -> Array:
    """Points that are all but none, or all but the room, as none and the room."""
    points = np.where(points < NEAR, 0.0, np.minimum(points, sold))
    snapped: Array = np.where(points > sold - NEAR, sold, points)
    return snapped
