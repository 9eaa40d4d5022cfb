"""Axes of the charts: where a number lies, and which ticks are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..results import Blank
from ..terms import Term, Unit
from .chart_rows import Bar
from .wording import number

_MARGIN = 0.06  # of the spread of a map's points, around them
_NOISE = 1e-9
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with written ticks. Bars start at `origin`."""

    low: float
    high: float
    origin: float
    ticks: tuple[tuple[float, str], ...]
    diverging: bool

    def share(self, value: float) -> float:
        """Where the value lies, 0 at the low end, 1 at the high end; values beyond an end lie on it."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)


def index_axis(rows: Sequence[Bar], term: Term, language: str) -> Axis:
    """0 to 100: the whole scale, never a part of it. Shares of a whole: from nothing to a round share above all of them."""
    if term.unit is Unit.SHARE:
        return _share_axis(rows, term, language)
    whole = replace(term, digits=0)
    ticks = tuple((float(at), number(whole, at, language)) for at in range(0, 101, 25))
    return Axis(0.0, 100.0, 0.0, ticks, diverging=False)


def _share_axis(rows: Sequence[Bar], term: Term, language: str) -> Axis:
    highest = max((end for bar in rows for end in (bar.value, bar.upper) if not isinstance(end, Blank)), default=1.0)
    step = round_step(max(highest, _NOISE) / 4)
    written = replace(term, digits=_digits(100 * step))
    last = math.ceil(highest / step - _NOISE)
    ticks = tuple((at * step, number(written, at * step, language)) for at in range(last + 1))
    return Axis(0.0, last * step, 0.0, ticks, diverging=False)


def gap_axis(rows: Sequence[Bar], term: Term, language: str) -> Axis:
    """Round numbers around zero that hold every point and whisker, with room on both sides of zero."""
    values = [end for bar in rows for end in (bar.value, bar.lower, bar.upper) if not isinstance(end, Blank)]
    lowest, highest = min(0.0, *values), max(0.0, *values)
    step = round_step((_spread(lowest, highest) or 5.0) / 5)
    first, last = min(-1, math.floor(lowest / step)), max(1, math.ceil(highest / step))
    written = replace(term, signed=True, digits=_digits(100 * step if term.unit is Unit.SHARE else step))
    ticks = tuple((at * step, number(written, at * step, language)) for at in range(first, last + 1))
    return Axis(first * step, last * step, 0.0, ticks, diverging=True)


def map_axis(values: Sequence[float], term: Term, language: str) -> Axis:
    """Round numbers that hold every value with a little room around, but not beyond what the unit allows: a map is cut to its points."""
    lowest, highest = min(values), max(values)
    spread = _spread(lowest, highest) or _spread(0.0, abs(highest) / 10) or 1.0
    step = round_step(spread / 6)
    first, last = math.floor((lowest - _MARGIN * spread) / step), math.ceil((highest + _MARGIN * spread) / step)
    if lowest >= 0:
        first = max(first, 0)
    if term.unit is Unit.POINTS and highest <= 100:
        last = min(last, math.ceil(100 / step))
    first, last = (first, last) if last > first else (last - 1, last)
    written = replace(term, digits=_digits(100 * step if term.unit is Unit.SHARE else step))
    ticks = tuple((at * step, number(written, at * step, language)) for at in range(first, last + 1))
    return Axis(first * step, last * step, first * step, ticks, diverging=False)


def round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))


def _spread(lowest: float, highest: float) -> float:
    """How far apart they are; nothing where that is no more than the noise of the arithmetic."""
    apart = highest - lowest
    return apart if apart > _NOISE * max(1.0, abs(lowest), abs(highest)) else 0.0


def _digits(step: float) -> int:
    """Decimals that write the step exactly."""
    return next(digits for digits in range(12) if math.isclose(round(step, digits), step))
