"""How the latents and the index answer when means of indicators are moved: for the point estimate and for every resample."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...model import OVERALL
from ...numerics import index
from ...numerics.effects import total_effects
from ...numerics.passing_on import Passing
from ...numerics.what_if import carried_on, unstandardised_paths
from ...results import Number
from ...study import Arrangement, Study

Array = NDArray[np.float64]
Spread = tuple[Number, Number, Number]  # standard error, lower, upper


@dataclass(frozen=True, eq=False)
class Motion:
    """What moves with what, in one batch of figures. structural: along the paths; else every latent stays by itself.

    target: the number of the latent that is the index, None for the whole tree.
    """

    figures: Mapping[str, Array]
    arrangement: Arrangement
    structural: bool
    target: int | None

    @property
    def latents(self) -> Array:
        """(k, B) indices as they are."""
        return self.figures["index"]

    @cached_property
    def items(self) -> Array:
        """(m, B) means of the indicators on 0-100."""
        a, m = self.arrangement, len(self.arrangement.items)
        return index.performance(self.figures["means"][:m], a.lowest[:m], a.highest[:m])

    @cached_property
    def target_index(self) -> Array:
        """(B,) the index as it is."""
        return self.figures["overall"] if self.target is None else self.latents[self.target]

    @cached_property
    def slopes(self) -> Array:
        """(k, k, B) points of a latent with one point of its cause."""
        k = len(self.arrangement.latents)
        if not self.structural:
            return np.zeros((k, k, self.latents.shape[1]))
        a, m = self.arrangement, len(self.arrangement.items)
        width = (a.highest - a.lowest)[:m]
        spread = index.deviations(self.figures["outer_weights"], self.figures["deviations"][:m], width, a.starts)
        return unstandardised_paths(self.figures["path_coefficients"][:k, :k], spread)

    @cached_property
    def totals(self) -> Array:
        """(k, k, B) points of a latent with one point put into another, itself among them."""
        totals: Array = total_effects(self.slopes) + np.eye(len(self.arrangement.latents))[:, :, None]
        return totals

    @cached_property
    def gains(self) -> Array:
        """(m, B) points of the index with one point of each indicator, while nothing comes to an end of the scale."""
        if self.target is not None:
            towards = self.totals[:, self.target]
        else:
            towards = (self.totals * self.figures["latent_shares"][None]).sum(axis=1)
        gains: Array = self.figures["shares"] * towards[self._owner]
        return gains

    def put_in(self, points: Array) -> Array:
        """(k, B) what raises of the indicators, (m,) points, put into their latents."""
        own: Array = np.add.reduceat(self.figures["shares"] * points[:, None], self.arrangement.starts, axis=0)
        return own

    def changes(self, points: Array) -> Array:
        """(k, B) change of every latent with these raises of the indicators, (m,) points; no index leaves 0-100."""
        return carried_on(self.slopes, self.put_in(points), self.latents)

    def index_of(self, changes: Array) -> Array:
        """(B,) change of the index with these changes of the latents."""
        moved: Array = (changes * self.figures["latent_shares"]).sum(axis=0) if self.target is None else changes[self.target]
        return moved

    def passing(self, items: Sequence[int]) -> Passing:
        """How these indicators move the latents and the index. Of a batch of one."""
        put_in = np.zeros((len(self.latents), len(items)))
        put_in[self._owner[items], np.arange(len(items))] = self.figures["shares"][items, 0]
        weights = self.figures["latent_shares"][:, 0] if self.target is None else np.eye(len(self.latents))[self.target]
        return Passing(put_in, np.nan_to_num(self.slopes[:, :, 0]), np.nan_to_num(self.latents[:, 0]), weights)

    @property
    def _owner(self) -> NDArray[np.intp]:
        """(m,) the latent of each item."""
        return np.repeat(
            np.arange(len(self.arrangement.starts)), np.diff([*self.arrangement.starts, len(self.arrangement.items)])
        )


@dataclass(frozen=True, eq=False)
class Mechanism:
    """The study as a machine that answers to raises. study: weighted as the simulation wants it."""

    study: Study
    target: str
    structural: bool

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The k latents that have a weight."""
        return tuple(latent.name for latent in self.study.arrangement.latents)

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The m indicators that have a weight."""
        return tuple(leaf.name for leaf in self.study.arrangement.items)

    @cached_property
    def point(self) -> Motion:
        """The estimate."""
        return self._motion(self.study.point)

    @cached_property
    def drawn(self) -> Motion | None:
        """The resamples, where there are any."""
        drawn = self.study.replicates
        return None if drawn is None else self._motion(drawn.figures)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The latents whose raise moves the index along a path or by a weight; the target is none of them."""
        if self.target == OVERALL:
            return frozenset()
        inner = self.study.model.inner
        return frozenset(name for name in self.names if self.structural and inner.leads(name, self.target))

    @cached_property
    def moving(self) -> frozenset[str]:
        """The latents of which the index consists, and those that lead to it."""
        return frozenset(self.names) if self.target == OVERALL else self.leading | {self.target}

    @property
    def index(self) -> float:
        """The index as it is."""
        return float(self.point.target_index[0])

    def spread(self, draws: Array | None) -> Spread:
        """Standard error and interval of what was made of the resamples, (B,)."""
        return self.study.spread(draws, self.study.used)

    def place(self, names: Sequence[str]) -> NDArray[np.bool_]:
        """(m,) which indicators have one of these names."""
        wanted = set(names)
        return np.array([name in wanted for name in self.items])

    def _motion(self, figures: Mapping[str, Array]) -> Motion:
        target = None if self.target == OVERALL else self.names.index(self.target)
        return Motion(figures, self.study.arrangement, self.structural, target)
