"""Which indicators a plan may move, how far, at what price, and what one point of each brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...model import Indicator
from ...numerics.allocation import Offer
from ...numerics.buying_order import in_order
from ...results import Blank, Number
from .mechanism import Mechanism, Motion, Spread

Array = NDArray[np.float64]
Standing = Literal["open", "uncontrollable", "infeasible", "no_cost", "no_room", "no_gain", "no_path", "is_result", "no_weight"]
_LEAST = 1e-6  # points that are no raise


@dataclass(frozen=True)
class Lever:
    """An indicator as a lever. at: its number among the m weighted ones, None when it carries no weight."""

    leaf: Indicator
    latent: str
    at: int | None
    cost: float | None
    ceiling: float
    standing: Standing

    @property
    def number(self) -> int:
        """`at` of a lever that carries a weight."""
        if self.at is None:
            raise ValueError(f"{self.leaf.name} carries no weight")
        return self.at


@dataclass(frozen=True, eq=False)
class Levers:
    """All indicators of the model as levers. costs, ceilings: by name, those of options over those of the model."""

    mechanism: Mechanism
    costs: Mapping[str, float]
    ceilings: Mapping[str, float]

    @cached_property
    def every(self) -> tuple[Lever, ...]:
        """One a leaf, in the order of the model."""
        return tuple(self._lever(latent, leaf) for latent, leaf in self.mechanism.study.model.indicators)

    @cached_property
    def usable(self) -> tuple[Lever, ...]:
        """Those that can move the index, whatever they cost."""
        return tuple(lever for lever in self.every if lever.standing in ("open", "no_cost"))

    @cached_property
    def priced(self) -> tuple[Lever, ...]:
        """Those that a plan may use."""
        return tuple(lever for lever in self.every if lever.standing == "open")

    @property
    def numbers(self) -> list[int]:
        """Which of the m indicators the priced ones are."""
        return [lever.number for lever in self.priced]

    def room(self, lever: Lever, motion: Motion) -> Array:
        """(B,) points up to its ceiling."""
        room: Array = np.maximum(lever.ceiling - motion.items[lever.number], 0.0)
        return room

    def gain(self, lever: Lever) -> tuple[float, Spread]:
        """Points of the index with one point of it, and the uncertainty of that."""
        mechanism, at = self.mechanism, lever.number
        draws = None if mechanism.drawn is None else mechanism.drawn.gains[at]
        return float(mechanism.point.gains[at, 0]), mechanism.spread(draws)

    def offer(self, *, whole: bool) -> Offer:
        """What the priced levers sell."""
        point = self.mechanism.point
        cost = np.array([lever.cost for lever in self.priced], dtype=float)
        room = np.array([self.room(lever, point)[0] for lever in self.priced])
        return Offer(point.passing(self.numbers), cost, room, whole)

    def certainties(self, *, money: float = np.inf, goal: float = 100.0) -> list[Number]:
        """For each priced lever the share of the resamples under the goal whose best plan holds it; see `in_order`."""
        study, drawn = self.mechanism.study, self.mechanism.drawn
        reason = study.no_interval(study.used)
        if reason is not None or drawn is None:
            return [Blank(reason or "not_applicable")] * len(self.priced)
        gains = study.resampled(drawn.gains[self.numbers])
        room = study.resampled(np.array([self.room(lever, drawn) for lever in self.priced]))
        cost = np.array([lever.cost for lever in self.priced], dtype=float)
        missing = np.maximum(goal - study.resampled(drawn.target_index), 0.0)
        under = missing > 0  # the others have nothing to buy
        if not under.any():
            return [Blank("not_applicable")] * len(self.priced)
        held = in_order(gains, cost, room, money=money, wanted=missing) > _LEAST
        return [float(share) for share in held[:, under].mean(axis=1)]

    def _lever(self, latent: str, leaf: Indicator) -> Lever:
        items = self.mechanism.items
        at = items.index(leaf.name) if leaf.name in items else None
        cost = self.costs.get(leaf.name, leaf.cost)
        ceiling = self.ceilings.get(leaf.name, 100.0 if leaf.ceiling is None else leaf.ceiling)
        return Lever(leaf, latent, at, cost, ceiling, self._standing(latent, leaf, at, cost, ceiling))

    def _standing(self, latent: str, leaf: Indicator, at: int | None, cost: float | None, ceiling: float) -> Standing:
        barred: Standing | None = (
            "uncontrollable" if leaf.controllable is False else "infeasible" if leaf.feasible is False else None
        )
        return barred or self._idle(latent, at, cost, ceiling) or ("no_cost" if cost is None else "open")

    def _idle(self, latent: str, at: int | None, cost: float | None, ceiling: float) -> Standing | None:
        """Why it would move nothing, or None."""
        mechanism = self.mechanism
        if at is None:
            return "no_weight"
        if latent not in mechanism.moving:
            return "no_path"
        if latent == mechanism.target and mechanism.leading and cost is None:
            return "is_result"  # what measures the index rises because of others; who gives it a price says that it can be bought
        if mechanism.point.gains[at, 0] <= 1e-12:
            return "no_gain"
        return "no_room" if ceiling - mechanism.point.items[at, 0] <= _LEAST else None
