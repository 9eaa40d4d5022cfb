"""What is raised by how much: as asked, and as far as the scale allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...errors import NoHonestAnswer
from ...terms import Text
from .mechanism import Mechanism, Spread
from .names import Node

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Raise:
    """One raise. before: the mean as it is, on 0-100; points: what is left of those asked for when no mean leaves 0-100.

    items: (m,) by which each indicator is raised.
    """

    node: Node
    asked: float
    points: float
    before: float
    items: tuple[float, ...]

    @property
    def after(self) -> float:
        """The mean afterwards, before anything else passes on to it."""
        return self.before + self.points

    @property
    def is_cut(self) -> bool:
        """Whether the end of the scale allows less than was asked for."""
        return abs(self.asked - self.points) > 1e-9


@dataclass(frozen=True, eq=False)
class Scenario:
    """Raises of means, and what goes with them. points: (m,) by which each indicator is raised."""

    mechanism: Mechanism
    raises: tuple[Raise, ...]
    points: Array

    @cached_property
    def changes(self) -> Array:
        """(k, 1) change of every latent."""
        return self.mechanism.point.changes(self.points)

    @cached_property
    def _drawn(self) -> Array | None:
        drawn = self.mechanism.drawn
        return None if drawn is None else drawn.changes(self.points)

    def latent(self, name: str) -> tuple[float, float, Spread]:
        """Index as it is, its change, and the uncertainty of that."""
        at = self.mechanism.names.index(name)
        draws = None if self._drawn is None else self._drawn[at]
        return float(self.mechanism.point.latents[at, 0]), float(self.changes[at, 0]), self.mechanism.spread(draws)

    @cached_property
    def index(self) -> tuple[float, float, Spread]:
        """The same of the index."""
        drawn, mechanism = self._drawn, self.mechanism
        draws = None if drawn is None or mechanism.drawn is None else mechanism.drawn.index_of(drawn)
        return mechanism.index, float(mechanism.point.index_of(self.changes)[0]), mechanism.spread(draws)

    def more_than(self, other: Scenario) -> tuple[float, Spread]:
        """By how much the index changes more than in another scenario, and the uncertainty of that."""
        ours, theirs, drawn = self._drawn, other._drawn, self.mechanism.drawn
        draws = None if ours is None or theirs is None or drawn is None else drawn.index_of(ours - theirs)
        return self.index[1] - other.index[1], self.mechanism.spread(draws)

    @cached_property
    def after(self) -> tuple[float, Spread]:
        """The index afterwards, and the uncertainty of that, the index of today among it."""
        drawn, mechanism = self._drawn, self.mechanism
        before, change, _ = self.index
        draws = None
        if drawn is not None and mechanism.drawn is not None:
            draws = mechanism.drawn.target_index + mechanism.drawn.index_of(drawn)
        return before + change, mechanism.spread(draws)

    @cached_property
    def held(self) -> tuple[str, ...]:
        """The latents that come to an end of the scale, so that they pass on no more."""
        point = self.mechanism.point
        free = np.einsum("jkb,jb->kb", point.totals, point.put_in(self.points))
        cut = np.abs(free - self.changes) > 1e-7
        level = point.latents + self.changes
        at_end = cut & ((level >= 100 - 1e-7) | (level <= 1e-7))
        return tuple(name for name, ended in zip(self.mechanism.names, at_end[:, 0], strict=True) if ended)


def scenario(mechanism: Mechanism, asked: Sequence[tuple[Node, float]]) -> Scenario:
    """The raises one after another, broad nodes before the indicators within them; no indicator is raised over 100 or under 0.

    Raises: NoHonestAnswer for a node of which no indicator carries a weight.
    """
    items = np.zeros(len(mechanism.items))
    done: dict[str, Raise] = {}
    for node, points in sorted(asked, key=lambda pair: -len(pair[0].leaves)):
        within = mechanism.place(node.leaves)
        if not within.any():
            raise _weightless(node.name)
        raised = _raise(mechanism, node, points, items)
        items = items + np.array(raised.items)
        done[node.name] = raised
    return Scenario(mechanism, tuple(done[node.name] for node, _ in asked), items)


def alone(mechanism: Mechanism, item: int, points: float) -> Scenario:
    """One indicator raised by these points, with nothing else."""
    name = mechanism.items[item]
    before = float(mechanism.point.items[item, 0])
    vector = np.zeros(len(mechanism.items))
    vector[item] = points
    return Scenario(
        mechanism, (Raise(Node(name, (name,), is_indicator=True), points, points, before, tuple(vector.tolist())),), vector
    )


def _raise(mechanism: Mechanism, node: Node, asked: float, done: Array) -> Raise:
    """done: (m,) points by which indicators are raised already, with something broader."""
    within, point = mechanism.place(node.leaves), mechanism.point
    shares = point.figures["shares"][within, 0]
    total = float(shares.sum())
    if node.is_indicator or abs(total) < 1e-12:  # a node whose indicators have no weight of their own stands for their mean
        shares, total = np.ones(int(within.sum())), float(within.sum())
    before = float(shares @ point.items[within, 0]) / total
    reached, items = point.items[within, 0] + done[within], np.zeros(len(done))
    items[within] = np.clip(asked, np.minimum(-reached, 0.0), np.maximum(100 - reached, 0.0))
    points = asked if (items[within] == asked).all() else float(shares @ items[within]) / total
    return Raise(node, asked, points, before, tuple(items.tolist()))


def _weightless(name: str) -> NoHonestAnswer:
    return NoHonestAnswer(
        place=Text(f"raise {name}", f"提高“{name}”"),
        reason=Text(
            "it carries no weight in this survey, so the index would not notice its raise.",
            "它在本调查中没有权重，提高它不会影响指数。",
        ),
        remedy=Text(
            "See why with: csi check. Name another, or use --weights equal.",
            "可用 csi check 查看原因。请改选其他名称，或使用 --weights equal。",
        ),
    )
