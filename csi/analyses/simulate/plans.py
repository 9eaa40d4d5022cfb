"""The best allocation of a budget, the cheapest way to an index, and what every budget would buy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...results import Number
from .levers import Lever, Levers
from .mechanism import Spread
from .scenario import Scenario, alone

Array = NDArray[np.float64]
_LEAST = 1e-6  # points that are no raise


@dataclass(frozen=True)
class Purchase:
    """One lever of a plan: from where to where, for how much, what it gains, and how sure it is of its place."""

    lever: Lever
    before: float
    points: float
    cost: float
    gain: float
    spread: Spread
    certainty: Number


@dataclass(frozen=True, eq=False)
class Plan:
    """Points of the priced levers, (levers,), and in which share of the resamples each belongs to the best plan."""

    levers: Levers
    points: Array
    certainties: tuple[Number, ...]

    @cached_property
    def purchases(self) -> tuple[Purchase, ...]:
        """What is bought, that which gains most for its money first; each gains what it adds to those before it."""
        priced, cost = self.levers.priced, np.array([lever.cost for lever in self.levers.priced], dtype=float)
        rates = self.levers.mechanism.point.gains[self.levers.numbers, 0] / cost
        found, held = [], np.zeros(len(priced))
        for at in sorted(np.flatnonzero(self.points > _LEAST), key=lambda at: -rates[at]):
            before = held.copy()
            held[at] = self.points[at]
            found.append(self._purchase(priced[at], float(self.points[at]), self.certainties[at], before, held))
        return tuple(sorted(found, key=lambda one: -one.gain / one.cost))

    @property
    def cost(self) -> float:
        """Money that is spent."""
        return float(sum(one.cost for one in self.purchases))

    @cached_property
    def scenario(self) -> Scenario:
        """What goes with the plan."""
        raises = [alone(self.levers.mechanism, one.lever.number, one.points).raises[0] for one in self.purchases]
        return Scenario(self.levers.mechanism, tuple(raises), _bought(self.levers, self.points).points)

    def _purchase(self, lever: Lever, points: float, certainty: Number, without: Array, within: Array) -> Purchase:
        """One lever. without, within: the points of all that were bought before it, and these with its own."""
        assert lever.cost is not None  # a plan holds priced levers only
        mean = float(self.levers.mechanism.point.items[lever.number, 0])
        gain, spread = _bought(self.levers, within).more_than(_bought(self.levers, without))
        return Purchase(lever, mean, points, points * lever.cost, gain, spread, certainty)


@dataclass(frozen=True)
class Corner:
    """One budget, the index that it buys, and where the next unit of money would go (None: nowhere)."""

    budget: float
    index: float
    gain: float
    spread: Spread
    next: Lever | None
    gain_per_cost: float
    asked: bool


def best_plan(levers: Levers, budget: float, *, whole: bool) -> Plan:
    """The points that gain most for no more than the budget."""
    points = levers.offer(whole=whole).spend(budget)
    return Plan(levers, points, tuple(levers.certainties(money=budget)))


def cheapest_plan(levers: Levers, goal: float, *, whole: bool) -> Plan | None:
    """The cheapest points that bring the index to the goal; None where all of them together do not."""
    points = levers.offer(whole=whole).reach(goal - levers.mechanism.index)
    return None if points is None else Plan(levers, points, tuple(levers.certainties(goal=goal)))


def frontier(levers: Levers, *, whole: bool, plan: Plan | None = None) -> tuple[Corner, ...]:
    """The budgets between which the index rises in a straight line, and the plan's own among them."""
    offer = levers.offer(whole=whole)
    steps = [_Step(float(offer.cost @ points), points, asked=False) for points in offer.frontier()]
    if plan is not None:
        gain = offer.gained(plan.points)
        others = [step for step in steps if _apart(step, plan.cost, offer.gained(step.points) - gain)]
        steps = sorted([*others, _Step(plan.cost, plan.points, asked=True)], key=lambda step: step.money)
    followers = [*steps[1:], None]
    return tuple(_corner(levers, step, following, offer.cost) for step, following in zip(steps, followers, strict=True))


@dataclass(frozen=True, eq=False)
class _Step:
    money: float
    points: Array
    asked: bool


def _apart(step: _Step, cost: float, more: float) -> bool:
    """Whether a step costs less and gains less than the plan, or more and more: between others nothing rises."""
    dearer = step.money - cost
    return abs(dearer) > 1e-9 * max(1.0, cost) and (more > 1e-9 if dearer > 0 else more < -1e-9)


def _corner(levers: Levers, step: _Step, following: _Step | None, cost: Array) -> Corner:
    done = _bought(levers, step.points)
    gain, (index, spread) = done.index[1], done.after
    if following is None:
        return Corner(step.money, index, gain, spread, None, 0.0, step.asked)
    more = following.points - step.points
    rate = (_bought(levers, following.points).index[1] - gain) / (following.money - step.money)
    return Corner(step.money, index, gain, spread, levers.priced[int(np.argmax(more * cost))], rate, step.asked)


def _bought(levers: Levers, points: Array) -> Scenario:
    """What goes with these points of the priced levers."""
    vector = np.zeros(len(levers.mechanism.items))
    vector[levers.numbers] = points
    return Scenario(levers.mechanism, (), vector)
