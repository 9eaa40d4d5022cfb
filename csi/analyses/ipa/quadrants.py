"""In which part of the map each indicator lies, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Number
from .sources import Source

Array = NDArray[np.float64]
Centre = Literal["data", "median", "scale", "target"]

CORNERS = ("low_priority", "overkill", "concentrate", "keep_up")  # performs well + 2 * important
DECIDED = 0.8  # of the resamples in one quadrant, under which a point is unsure
MIDDLE = 50.0  # of what runs from 0 to 100
_HAIR = 1e-9
Spread = tuple[Number, Number, Number]


@dataclass(frozen=True, eq=False)
class Quadrants:
    """The points of a source, divided by two lines.

    centre: where the lines stand; a line that is given stands where it was put, whatever the centre.
    """

    source: Source
    centre: Centre
    importance_line: float | None
    performance_line: float | None

    @cached_property
    def shown(self) -> NDArray[np.bool_]:
        """(p,) which points have both numbers."""
        return np.isfinite(self.source.importance[:, 0]) & np.isfinite(self.source.performance[:, 0])

    @property
    def divided(self) -> bool:
        """Whether there is anything to divide: a point, and where its own kind makes the lines, more than one."""
        by_points = self.centre in {"data", "median"} and None in (self.importance_line, self.performance_line)
        return int(self.shown.sum()) > int(by_points)

    @cached_property
    def cross(self) -> tuple[float, float] | None:
        """Where the lines stand: importance, performance."""
        if not self.divided:
            return None
        lines = self._lines(self.source.importance, self.source.performance)
        return float(lines[0][0]), float(lines[1][0])

    def quadrant(self, at: int) -> str | Blank:
        """One of CORNERS."""
        if not self.shown[at]:
            return Blank(self.source.reason)
        return CORNERS[int(self._codes[at, 0])] if self.divided else Blank("nothing_to_compare")

    def probability(self, at: int, n: int) -> Number:
        """Share of the resamples in which the point lies in the same quadrant, the lines drawn anew in each."""
        if isinstance(self.quadrant(at), Blank):
            return self.quadrant(at)  # type: ignore[return-value]
        error = self.source.spread(None if self.source.drawn is None else self.source.drawn[0][at], n)[0]
        if isinstance(error, Blank) or self._drawn_codes is None:
            return error if isinstance(error, Blank) else Blank("not_applicable")
        codes = self._drawn_codes[at]
        told = codes[codes >= 0]
        return float((told == self._codes[at, 0]).mean()) if told.size else Blank("resamples_unusable")

    def spread(self, which: int, at: int, n: int) -> Spread:
        """Standard error, lower and upper end of the importance (0) or the performance (1)."""
        if which == 0 and self.source.importance_spread is not None:
            return self.source.importance_spread(at)
        return self.source.spread(None if self.source.drawn is None else self.source.drawn[which][at], n)

    @property
    def comparable(self) -> bool:
        """Whether importance and performance are both on 0-100, so that one can exceed the other."""
        return self.source.kind == "stated"

    def distance(self, at: int, n: int) -> tuple[Number, Number, Number]:
        """How far the point lies from the line on which importance and performance are equal, with its interval; above it is positive.

        Source: Bacon (2003), International Journal of Market Research 45(1), 55-71.
        """
        if not self.comparable or not self.shown[at]:
            return (Blank(self.source.reason if self.comparable else "other_scale"),) * 3
        value = float(_distance(self.source.importance[at], self.source.performance[at])[0])
        drawn = self.source.drawn
        _, lower, upper = self.source.spread(None if drawn is None else _distance(drawn[0][at], drawn[1][at]), n)
        return value, lower, upper

    @cached_property
    def _codes(self) -> NDArray[np.int64]:
        return self._placed(self.source.importance, self.source.performance)

    @cached_property
    def _drawn_codes(self) -> NDArray[np.int64] | None:
        if self.source.drawn is None:
            return None
        importance, performance = (draws[:, : self.source.resamples] for draws in self.source.drawn)
        return self._placed(importance, performance)

    def _placed(self, importance: Array, performance: Array) -> NDArray[np.int64]:
        """(p, B) place of each point in CORNERS, -1 where a number is missing. A point on a line counts as beyond it."""
        lines = self._lines(importance, performance)
        above, right = (values >= line - _HAIR for values, line in zip((importance, performance), lines, strict=True))
        codes = right + 2 * above.astype(np.int64)
        return np.where(np.isfinite(importance) & np.isfinite(performance), codes, -1)

    def _lines(self, importance: Array, performance: Array) -> tuple[Array, Array]:
        """(B,) where the two lines stand in each replicate."""
        first, second = (
            self._line(values[self.shown], given)
            for values, given in ((importance, self.importance_line), (performance, self.performance_line))
        )
        return first, second

    def _line(self, values: Array, given: float | None) -> Array:
        if given is not None:
            return np.full(values.shape[1], given)
        if self.centre == "scale":
            return np.full(values.shape[1], MIDDLE)
        empty = ~np.isfinite(values).any(axis=0)  # a resample without any number has no line
        known = np.where(empty, 0.0, values)
        line: Array = np.nanmedian(known, axis=0) if self.centre == "median" else np.nanmean(known, axis=0)
        return np.where(empty, np.nan, line)


def _distance(importance: Array, performance: Array) -> Array:
    away: Array = (importance - performance) / np.sqrt(2)
    return away
