"""Satisfied because less is expected than of the rest: the low-expectation alarm."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Cell, Number, Table
from ...terms import INDICATOR, LATENT, N, Term, Text
from ..few import FEW
from .blocks import Means
from .ranking import Ranking
from .terms import CERTAINTY, EXPECTED, EXPERIENCED, IMPORTANCE, points

Array = NDArray[np.float64]

MIDDLE = 50.0  # of an index: satisfied beyond it
LOWEST = 25  # percent of the expectations that are low
FEWEST = 4  # expectations under which a quarter of them is nothing

ALARM = Term(
    "alarm",
    "Alarm",
    "警示",
    meaning=Text(
        "Experienced above the middle and no less than expected, expected among the lowest quarter, of less importance than most; possible where nobody was asked how important it is.",
        "体验高于中点且不低于期望，期望处于最低四分之一，重要性低于多数指标；未询问重要性时为“可能”。",
    ),
    values={"yes": Text("yes", "是"), "possible": Text("possible", "可能"), "no": Text("no", "否")},
)
_CUT = points("low_expectation", "Low up to", "低期望界线", Text("Lowest quarter of the expectations.", "各项期望的下四分位数。"))
_MEDIAN = points("median_importance", "Median importance", "重要性中位数")
_COLUMNS = (LATENT, INDICATOR, EXPERIENCED, EXPECTED, _CUT, IMPORTANCE, _MEDIAN, ALARM, CERTAINTY, N)
_TITLE = Text("Satisfied because less is expected than of the rest?", "是否因期望低于其他指标而满意？")


def low_table(ranking: Ranking) -> Table | None:
    """One row an expectation; None where there are too few to tell the low ones. A detail when no alarm is raised."""
    rows = tuple(_rows(ranking))
    if len(rows) < FEWEST:
        return None
    quiet = all(row[7] == "no" for row in rows)
    shown = ("indicator", "experience_index", "expectation_index", "low_expectation", "importance", "alarm", "certainty")
    told = tuple(key for key in shown if key != "importance" or ranking.asked.states_importance)
    return Table("low_expectations", _TITLE, _COLUMNS, rows, told, detail=quiet)


def _rows(ranking: Ranking) -> Iterator[tuple[Cell, ...]]:
    made, n = ranking.made, ranking.n["experience"]
    cut, median, alarms = _alarms(made.point)
    drawn = None if made.drawn is None else _alarms(made.drawn.figures)[2][:, : made.drawn.resamples]
    for at, (latent, leaf) in enumerate(ranking.asked.leaves):
        if n[at] == 0:
            continue
        rated = made.value("importance", at)
        importance = None if leaf.importance is None else rated if np.isfinite(rated) else Blank("no_answers")
        low = float(cut[0]), float(median[0]) if np.isfinite(median[0]) else None
        sides = made.value("experience", at), made.value("expectation", at)
        alarm = "no" if not alarms[at, 0] else "yes" if np.isfinite(rated) else "possible"
        yield (latent, leaf.name, *sides, low[0], importance, low[1], alarm, _certainty(ranking, drawn, alarms, at), n[at])


def _alarms(means: Means) -> tuple[Array, Array, NDArray[np.bool_]]:
    """(B,) the quarter and the median, (p, B) where the alarm is raised; importance counts only where it was asked."""
    expected, had, rated = means["expectation"], means["experience"], means["importance"]
    with np.errstate(invalid="ignore"):
        cut = _over_known(expected, LOWEST)
        median = _over_known(rated, 50)
        unimportant = ~np.isfinite(rated) | (rated < median)
        return cut, median, (had > MIDDLE) & (had >= expected) & (expected < cut) & unimportant


def _over_known(values: Array, percent: float) -> Array:
    """(B,) the percentile over the rows that are there; NaN where none is."""
    rows = values[np.isfinite(values).any(axis=1)]
    found = np.full(values.shape[1], np.nan)
    whole = np.isfinite(rows).all(axis=0) & (len(rows) > 0)
    found[whole] = np.percentile(rows[:, whole], percent, axis=0) if whole.any() else np.nan
    for column in np.flatnonzero(~whole & np.isfinite(rows).any(axis=0)):
        found[column] = np.nanpercentile(rows[:, column], percent)
    return found


def _certainty(ranking: Ranking, drawn: NDArray[np.bool_] | None, alarms: NDArray[np.bool_], at: int) -> Number:
    n = ranking.n["experience"][at]
    reason = ranking.made.no_interval(n) or ("too_few_respondents" if n < FEW else None)
    if drawn is None or reason is not None:
        return Blank(reason or "not_applicable")
    return float((drawn[at] == alarms[at, 0]).mean())
