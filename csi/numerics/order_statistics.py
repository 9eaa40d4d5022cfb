"""Two quantiles of many replicates, without sorting them all."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MANY = 4000  # replicates from which looking at the tails alone is faster
TAIL = 0.2  # as far as a quantile may lie inside
INNERMOST, INNER = 0.005, 0.04  # tails for which a cut at CUT deviations is near
CUT = 1.6  # where the usual tails surely begin; one that does not is found out
STRIDE = 16  # every so many-th replicate tells roughly where the tails begin


def quantiles(replicates: Array, levels: tuple[float, float]) -> tuple[Array, Array]:
    """The two quantiles over the last axis, interpolated between order statistics; NaN where a replicate is NaN.

    replicates: (..., B). Same as np.quantile; three times as fast for two tails of ten thousand.
    Source: definition 7 of Hyndman & Fan (1996), The American Statistician 50(4), 361-365.
    """
    in_the_tails = 0 < levels[0] < TAIL and 1 - TAIL < levels[1] < 1
    if replicates.shape[-1] < MANY or not in_the_tails:
        lower, upper = np.quantile(replicates, levels, axis=-1)
        return lower, upper
    ends = np.array([_both(row, *levels) for row in replicates.reshape(-1, replicates.shape[-1])])
    shape = replicates.shape[:-1]
    return ends[:, 0].reshape(shape), ends[:, 1].reshape(shape)


def spread(row: Array, levels: tuple[float, float]) -> tuple[float, float, float]:
    """Standard deviation (ddof 1) and both quantiles of one row, which is read as few times as that takes; NaN where it holds one."""
    with np.errstate(invalid="ignore"):
        away = row - row[0]  # any replicate is near enough to the mean for the squares to keep their digits
        total = float(away.sum())
    square = float(away @ away) - total * total / len(row)
    deviation = math.sqrt(max(square, 0.0) / (len(row) - 1)) if math.isfinite(square) else math.nan
    if not deviation > 0 or len(row) < MANY or not INNERMOST < levels[0] < INNER:
        lower, upper = (math.nan, math.nan) if math.isnan(deviation) else quantiles(row, levels)
        return deviation, float(lower), float(upper)
    away -= total / len(row)
    np.abs(away, out=away)
    found = _outermost(row[away >= CUT * deviation], float(row[0]) + total / len(row), len(row), levels)
    return (deviation, *(_both(row, *levels) if found is None else found))


def _outermost(tails: Array, middle: float, n: int, levels: tuple[float, float]) -> tuple[float, float] | None:
    """Both quantiles of n replicates of which these are the farthest from the middle; None when a tail does not reach so far."""
    low, high = levels[0] * (n - 1), (1 - levels[1]) * (n - 1)
    at, last = int(low), len(tails) - 1 - int(high)
    if at + 1 >= last - 1:
        return None
    tails.partition([at, at + 1, last - 1, last])
    if not tails[at + 1] < middle < tails[last - 1]:
        return None
    lower = tails[at] + (low - at) * (tails[at + 1] - tails[at])
    upper = tails[last] - (high - int(high)) * (tails[last] - tails[last - 1])
    return float(lower), float(upper)


def _both(row: Array, lower: float, upper: float) -> tuple[float, float]:
    """Both quantiles of one row. The tails are cut off four standard errors of the pilot inside the quantiles."""
    pilot = row[::STRIDE]
    margin = 4 * np.sqrt(lower / len(pilot)) + 2 / len(pilot)
    at = [int((lower + margin) * len(pilot)), int((upper - margin) * len(pilot))]
    low, high = np.partition(pilot, at)[at]
    found = _between(row, low, high, (lower, upper))
    if math.isnan(found[0] + found[1] + row.sum()):  # a tail too short, or a NaN, which lies in no tail
        below, above = np.quantile(row, (lower, upper)).tolist()
        return below, above
    return found


def _between(row: Array, low: float, high: float, levels: tuple[float, float]) -> tuple[float, float]:
    """Both quantiles, if they lie under `low` and over `high`; NaN for one that does not."""
    ends = _from_below(row[row <= low], len(row), levels[0]), _from_below(-row[row >= high], len(row), 1 - levels[1])
    return ends[0], -ends[1]


def _from_below(tail: Array, n: int, level: float) -> float:
    """The quantile of n replicates of which these are the smallest; NaN when they are too few to reach it."""
    place = level * (n - 1)
    at = int(place)
    if len(tail) < at + 2:
        return np.nan
    tail.partition([at, at + 1])
    return float(tail[at] + (place - at) * (tail[at + 1] - tail[at]))
