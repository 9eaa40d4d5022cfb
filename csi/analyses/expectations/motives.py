"""M = V x E: what moves customers, as the product of how much they value something and how surely they expect it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Cell, Table
from ...study.aside import Aside
from ...terms import INDICATOR, LATENT, N, Text, bounded
from .asked import Asked
from .blocks import Means, counts, means_of
from .terms import count, keys, points

Array = NDArray[np.float64]

_RANK = count("rank", "Rank", "名次", Text("The strongest motive first.", "动机最强者为 1。"))
_BEST = count("rank_lower", "Rank, lower", "名次下限", Text("Best place in the interval.", "区间内的最好名次。"))
_WORST = count("rank_upper", "Rank, upper", "名次上限", Text("Worst place in the interval.", "区间内的最差名次。"))
_VALUE = points("value", "Value", "价值", Text("Importance on 0-100, of those who said both.", "两项均答者的重要性（0–100）。"))
_EXPECTED = points("expectation_index", "Expected", "期望", Text("Of those who said both.", "两项均答者的期望（0–100）。"))
_MOTIVATION = points(
    "motivation", "Motivation", "动机强度", Text("Mean of value times expectation, 0-100.", "价值 × 期望的均值（0–100）。")
)
_COLUMNS = (_RANK, _BEST, _WORST, LATENT, INDICATOR, _VALUE, _EXPECTED, *bounded(_MOTIVATION), N)
_SHOWN = ("rank", "rank_lower", "rank_upper", "indicator", "value", "expectation_index", *keys(_MOTIVATION))
_TITLE = Text("What moves customers: value times expectation", "动机强度：价值 × 期望")


def motive_table(asked: Asked) -> Table | None:
    """One row an indicator with importance and expectation, the strongest first; None where there are fewer than two."""
    both = np.isfinite(asked.importance) & np.isfinite(asked.expected)
    places = np.flatnonzero(both.any(axis=0))
    if len(places) < 2:
        return None
    value, expected = (np.where(both, block, np.nan)[:, places] for block in (asked.importance, asked.expected))
    blocks = {"value": value, "expected": expected, "motivation": value * expected / 100}
    made, n = means_of(asked.study, blocks, _ranks), counts(value)
    order = np.argsort(-made.point["motivation"][:, 0], kind="stable")
    rows = tuple(_row(asked, made, int(places[at]), int(at), n[int(at)]) for at in order)
    return Table("motives", _TITLE, _COLUMNS, rows, _SHOWN)


def _ranks(means: Means) -> Means:
    """1 the strongest; NaN where a resample does not know it."""
    strength = means["motivation"]
    filled = np.where(np.isfinite(strength), strength, -np.inf)
    place = (-filled).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") + 1.0
    return {"rank": np.where(np.isfinite(strength), place, np.nan)}


def _row(asked: Asked, made: Aside, place: int, at: int, n: int) -> tuple[Cell, ...]:
    latent, leaf = asked.leaves[place]
    means = made.value("value", at), made.value("expected", at)
    return (int(made.value("rank", at)), *_between(made, at, n), latent, leaf.name, *means, *made.bounded("motivation", at, n), n)


def _between(made: Aside, at: int, n: int) -> tuple[Cell, Cell]:
    """The places that the resamples give it, in the share of them that intervals have."""
    reason = made.no_interval(n)
    if reason is not None or made.drawn is None:
        return (Blank(reason or "not_applicable"),) * 2
    places = made.drawn.figures["rank"][at, : made.drawn.resamples]
    known = places[np.isfinite(places)]
    if 2 * known.size < places.size:
        return (Blank("resamples_unusable"),) * 2
    tail = (1 - made.study.confidence) / 2
    lower, upper = np.quantile(known, [tail, 1 - tail], method="nearest")
    return int(lower), int(upper)
