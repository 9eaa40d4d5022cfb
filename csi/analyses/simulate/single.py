"""Each indicator by itself: what a raise of it would bring, and how far it would have to rise to reach an index."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .levers import Lever, Levers
from .mechanism import Spread
from .scenario import Scenario, alone


@dataclass(frozen=True, eq=False)
class Single:
    """One lever raised by these points, and what goes with that."""

    lever: Lever
    points: float
    scenario: Scenario

    @property
    def before(self) -> float:
        """Its mean as it is."""
        return self.scenario.raises[0].before


@dataclass(frozen=True, eq=False)
class Way:
    """How one lever by itself would bring the index to the goal.

    points: the smallest raise that does, None where its ceiling or the scale forbids it; after: the index then (where it is not
    reached, with the lever at its ceiling), and the uncertainty of that. scenario: what goes with the raise that this takes.
    """

    lever: Lever
    before: float
    points: float | None
    after: float
    spread: Spread
    scenario: Scenario


def ranked(levers: Levers, step: float) -> tuple[Single, ...]:
    """Every usable lever raised by `step`, or as far as its ceiling allows, that which moves the index most first."""
    mechanism = levers.mechanism
    found = []
    for lever in levers.usable:
        points = min(step, float(levers.room(lever, mechanism.point)[0]))
        found.append(Single(lever, points, alone(mechanism, lever.number, points)))
    return tuple(sorted(found, key=lambda one: -round(one.scenario.index[1], 9)))


def ways(levers: Levers, goal: float, *, whole: bool) -> tuple[Way, ...]:
    """Every usable lever by itself: those that reach the goal first, by the points that it takes, then the others by how near they come."""
    found = [_way(levers, lever, goal, whole=whole) for lever in levers.usable]
    return tuple(sorted(found, key=lambda way: (way.points is None, way.points or 0.0, -way.after)))


def together(levers: Levers) -> Scenario:
    """Every usable lever at its ceiling."""
    mechanism = levers.mechanism
    vector = np.zeros(len(mechanism.items))
    for lever in levers.usable:
        vector[lever.number] = float(levers.room(lever, mechanism.point)[0])
    return Scenario(mechanism, (), vector)


def _way(levers: Levers, lever: Lever, goal: float, *, whole: bool) -> Way:
    mechanism, at = levers.mechanism, lever.number
    before = float(mechanism.point.items[at, 0])
    most = float(levers.room(lever, mechanism.point)[0])
    most = math.floor(most + 1e-9) if whole else most
    needed = mechanism.point.passing([at]).smallest(goal - mechanism.index, most, whole=whole)
    tried = alone(mechanism, at, most if needed is None else needed)
    after, spread = tried.after
    return Way(lever, before, needed, after, spread, tried)
