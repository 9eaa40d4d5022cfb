"""SERVQUAL and SERVPERF side by side: which of the two explains overall satisfaction better?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...results import Blank, Cell, Table
from ...study.aside import Aside, aside
from ...terms import N, Term, Text
from ...terms import bounded as with_ends
from .outcome import Outcome
from .people import People
from .servqual import item_weights, plain_gap
from .stakes import Form, Source, Stakes, unweighted
from .terms import R_SQUARED, Three, points, ratio

Array = NDArray[np.float64]

MEASURE = Term(
    "measure",
    "Measure",
    "测量方式",
    values={
        "servqual": Text("SERVQUAL (experience − expectation)", "SERVQUAL（体验 − 期望）"),
        "servperf": Text("SERVPERF (experience)", "SERVPERF（体验）"),
        "servqual_weighted": Text("SERVQUAL, weighted", "SERVQUAL（加权）"),
        "servperf_weighted": Text("SERVPERF, weighted", "SERVPERF（加权）"),
    },
)
_STAKES = Term(
    "weights",
    "Weighted by",
    "加权依据",
    values={
        "points": Text("100 points", "100 点分配"),
        "importance": Text("importance", "重要性评分"),
        "given": Text("the model's weights", "模型权重"),
    },
)
_SCORE = points(
    "score", "Score", "得分", Text("SERVQUAL: points of gap; SERVPERF: 0-100.", "SERVQUAL 为差距点数，SERVPERF 为 0–100。")
)
_MORE = ratio(
    "difference",
    "R² over SERVQUAL's",
    "R² 与 SERVQUAL 之差",
    Text("Of the same respondents, over the same questions, with the same weights.", "同一批受访者、同样题目、同样加权之下。"),
    signed=True,
)
_COLUMNS = (MEASURE, _STAKES, *with_ends(_SCORE), *with_ends(R_SQUARED), *with_ends(_MORE), N)
_TITLE = Text(
    "SERVQUAL or SERVPERF: which explains overall satisfaction better?", "SERVQUAL 与 SERVPERF：哪个更能解释总体满意度？"
)
_PAIRS = (("servqual", "servperf"), ("servqual_weighted", "servperf_weighted"))


@dataclass(frozen=True, eq=False)
class Measure:
    """key: in `MEASURE`. score: (n,) of each respondent, on which R squared rests."""

    key: str
    source: Source | None
    score: Array


def measures_of(people: People, stakes: Stakes, form: Form) -> list[Measure]:
    """SERVQUAL and SERVPERF, plain, and weighted where the respondents or the model say by what."""
    gaps, had = people.experience - people.expectation, people.experience
    plain = unweighted(people, gaps, form)
    made = [Measure("servqual", None, plain), Measure("servperf", None, _where(plain, unweighted(people, had, form)))]
    if stakes.of_gaps is None or stakes.of_performance is None:
        return made
    weighted = stakes.weighted(gaps, stakes.of_gaps)
    if form == "sum22" and stakes.of_gaps != "importance":
        brought = stakes.contributions(people.dimensions(gaps), form)
        assert brought is not None
        weighted = brought.sum(axis=1)
    other = stakes.weighted(had, stakes.of_performance)
    both = np.isfinite(weighted) & np.isfinite(other)
    first, second = (np.where(both, score, np.nan) for score in (weighted, other))
    return [
        *made,
        Measure("servqual_weighted", stakes.of_gaps, first),
        Measure("servperf_weighted", stakes.of_performance, second),
    ]


def _where(there: Array, values: Array) -> Array:
    return np.where(np.isfinite(there), values, np.nan)


def measure_table(people: People, stakes: Stakes, form: Form, outcome: Outcome | None) -> Table:
    """One row a measure. With no outcome the scores stand alone."""
    measures = measures_of(people, stakes, form)
    made = _resampled(people, measures, form, outcome)
    rows = tuple(_row(people, made, measures, at, form=form, outcome=outcome) for at in range(len(measures)))
    told = (R_SQUARED, _MORE, _SCORE) if outcome else (_SCORE,)
    keys = [key for term in told for key in (term.key, f"{term.key}_lower", f"{term.key}_upper")]
    return Table("measures", _TITLE, _COLUMNS, rows, ("measure", *keys))


def _resampled(people: People, measures: list[Measure], form: Form, outcome: Outcome | None) -> Aside:
    """score: (k, B) means. r_squared: (k, B). difference: (k, B) R squared less that of SERVQUAL with the same weights."""
    k = len(measures)
    y = np.full(people.study.used, np.nan) if outcome is None else outcome.values
    columns = np.column_stack([*(measure.score for measure in measures), y])
    key = f"measures {form} {outcome.name if outcome else ''}"

    def figures(sums: Sums) -> Mapping[str, Array]:
        r_squared = sums.correlations()[:k, k] ** 2
        base = [2 * (at // 2) for at in range(k)]
        return {"score": sums.means[:k], "r_squared": r_squared, "difference": r_squared - r_squared[base]}

    return aside(people.study, columns, figures, products=k + 1, key=key)


def _row(
    people: People, made: Aside, measures: list[Measure], at: int, *, form: Form, outcome: Outcome | None
) -> tuple[Cell, ...]:
    measure = measures[at]
    there = np.isfinite(measure.score) & (True if outcome is None else np.isfinite(outcome.values))
    n = int(there.sum())
    if outcome is None:
        absent: Three = (Blank("no_outcome"),) * 3
        return (measure.key, measure.source, *_score(people, made, measure, at, form), *absent, *absent, n)
    explained = made.bounded("r_squared", at, n)
    more = _difference(made, measures, at, n)
    return (measure.key, measure.source, *_score(people, made, measure, at, form), *explained, *more, n)


def _difference(made: Aside, measures: list[Measure], at: int, n: int) -> Three:
    """SERVPERF's R squared less SERVQUAL's; two weightings by different things are not compared."""
    if at % 2 == 0:
        return None, None, None
    if measures[at].source != measures[at - 1].source:
        return (Blank("other_weights"),) * 3
    return made.bounded("difference", at, n)


def _score(people: People, made: Aside, measure: Measure, at: int, form: Form) -> Three:
    """Plain scores are those of the gaps' own table, over all answers; weighted ones are the respondents' mean."""
    if measure.key == "servqual":
        return plain_gap(people, item_weights(people, form, None))[:3]
    if measure.key == "servperf":
        return _performance(people, made)
    return made.bounded("score", at, int(np.isfinite(measure.score).sum()))


def _performance(people: People, made: Aside) -> Three:
    point = _mean(people.pairs.side(expected=False, drawn=False).index)
    drawn = people.study.replicates
    draws = None if drawn is None else _mean(people.pairs.side(expected=False, drawn=True).index)
    n = int(np.isfinite(people.experience).any(axis=1).sum())
    return (float(point[0]), *people.study.spread(draws, n)[1:]) if np.isfinite(point[0]) else made.bounded_by(np.nan, None, n)


def _mean(index: Array) -> Array:
    """(B,) over the rows that are there."""
    seen = np.isfinite(index)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean: Array = np.where(seen, index, 0.0).sum(axis=0) / seen.sum(axis=0)
    return mean
