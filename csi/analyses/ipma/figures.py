"""Importance and performance of latents and indicators for one target, for the point estimate and for every resample."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics import index
from ...numerics.effects import total_effects
from ...results import Blank, Number
from ...study import Study
from ...study.explaining import leading_to

Array = NDArray[np.float64]
Figures = Mapping[str, Array]
CORNERS = ("low_priority", "concentrate", "overkill", "keep_up")  # of the map: (important) + 2 * (performs well)


Reading = Callable[[Figures], Array]  # what is read off the figures of the point estimate and of the resamples alike


@dataclass(frozen=True, eq=False)
class Map:
    """What every latent and every indicator means for the target. study: weighted by PLS.

    Importance is the unstandardised total effect: points of the target with one point more. Performance is the 0-100 index.
    """

    study: Study
    target: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The k latents that have a weight."""
        return tuple(latent.name for latent in self.study.arrangement.latents)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The latents that a way of paths leads from to the target."""
        return leading_to(self.target, self.study.model.inner, self.names)

    @cached_property
    def latents(self) -> Points:
        """The latents; those that lead to the target share one crosshair."""
        there = np.array([name in self.leading for name in self.names])
        return Points(self.study, self._latent_importance, lambda figures: figures["index"], there)

    @cached_property
    def items(self) -> Points:
        """The indicators; those of latents that lead to the target share one crosshair."""
        there = np.array([self.names[k] in self.leading for k in self._owner])
        return Points(self.study, self._item_importance, self._item_performance, there)

    def standardised(self, name: str) -> float:
        """The total effect of that latent between standardised latents."""
        return float(self._effects(self.study.point)[self.names.index(name), 0])

    @property
    def _owner(self) -> NDArray[np.intp]:
        """(m,) the latent of each item."""
        a = self.study.arrangement
        return np.repeat(np.arange(len(a.starts)), np.diff([*a.starts, len(a.items)]))

    def _effects(self, figures: Figures) -> Array:
        """(k, B) standardised total effects on the target; interactions stand behind the latents and are no part of them."""
        k = len(self.names)
        effects: Array = total_effects(figures["path_coefficients"][:k, :k])[:, self.names.index(self.target)]
        return effects

    def _latent_importance(self, figures: Figures) -> Array:
        a, m = self.study.arrangement, len(self.study.arrangement.items)
        width = (a.highest - a.lowest)[:m]
        spread = index.deviations(figures["outer_weights"], figures["deviations"][:m], width, a.starts)
        importance: Array = self._effects(figures) * spread[self.names.index(self.target)] / spread
        return importance

    def _item_importance(self, figures: Figures) -> Array:
        """An item passes on its share of what its latent does; an item of the target is its share of it."""
        of_latent = self._latent_importance(figures)
        of_latent[self.names.index(self.target)] = 1
        importance: Array = figures["shares"] * of_latent[self._owner]
        return importance

    def _item_performance(self, figures: Figures) -> Array:
        a, m = self.study.arrangement, len(self.study.arrangement.items)
        return index.performance(figures["means"][:m], a.lowest[:m], a.highest[:m])


class Points:
    """The points of one map, and in which part of it each lies.

    importance, performance: (p, 1) point estimates. shown: (p,) which points share the crosshair at their means.
    """

    def __init__(self, study: Study, importance: Reading, performance: Reading, shown: NDArray[np.bool_]) -> None:
        self.study, self.shown = study, shown
        self.importance, self.performance = importance(study.point), performance(study.point)
        drawn = study.replicates
        self.drawn = None if drawn is None else (importance(drawn.figures), performance(drawn.figures))

    @property
    def compared(self) -> bool:
        """Whether there is more than one point, so that a mean divides them."""
        return int(self.shown.sum()) > 1

    @cached_property
    def cross(self) -> tuple[float, float] | None:
        """Mean importance and mean performance of the points."""
        if not self.compared:
            return None
        return float(self.importance[self.shown].mean()), float(self.performance[self.shown].mean())

    def quadrant(self, at: int) -> str | Blank:
        """In which quadrant the point lies, one of CORNERS."""
        return CORNERS[int(self._codes[at, 0])] if self.compared else Blank("nothing_to_compare")

    def probability(self, at: int, n: float) -> Number:
        """Share of the resamples in which the point lies in the same quadrant, each with the means of its own."""
        if not self.compared:
            return Blank("nothing_to_compare")
        reason = self.study.no_interval(n)
        if reason is not None or self._drawn_codes is None:
            return Blank(reason or "not_applicable")
        return float((self._drawn_codes[at] == self._codes[at, 0]).mean())

    def importance_spread(self, at: int, n: float) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of the importance."""
        return self.study.spread(None if self.drawn is None else self.drawn[0][at], n)

    def performance_spread(self, at: int, n: float) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of the performance."""
        return self.study.spread(None if self.drawn is None else self.drawn[1][at], n)

    @cached_property
    def _codes(self) -> NDArray[np.int64]:
        return _codes(self.importance, self.performance, self.shown)

    @cached_property
    def _drawn_codes(self) -> NDArray[np.int64] | None:
        if self.drawn is None:
            return None
        importance, performance = (self.study.resampled(draws) for draws in self.drawn)
        return _codes(importance, performance, self.shown)


def _codes(importance: Array, performance: Array, shown: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(p, B) place of each point in CORNERS. A point on a line counts as beyond it."""
    beyond = [values >= values[shown].mean(axis=0) - 1e-9 for values in (importance, performance)]
    codes: NDArray[np.int64] = beyond[0] + 2 * beyond[1].astype(np.int64)
    return codes
