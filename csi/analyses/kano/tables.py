"""The main table of a Kano analysis: one row a feature, in the order in which features are to be looked after."""

from __future__ import annotations

import numpy as np

from ...numerics import kano
from ...numerics.index import performance
from ...results import Blank, Cell, Number, Table
from ...terms import N, Term, Text
from . import terms
from .figures import Kano
from .ratios import Ratios

Row = tuple[Cell, ...]
_TITLE = Text("Features by their category", "各功能的类别")


def feature_table(found: Kano, cross: tuple[float, float] | None) -> Table:
    """One row a feature. cross: where |Worse| and Better divide the map."""
    ratios = [Ratios(found, at) for at in range(len(found.features))]
    order = ordered(found, ratios)
    columns, shown = _columns(found)
    rows = tuple(_row(found, ratios[at], cross, place + 1) for place, at in enumerate(order))
    return Table("features", _TITLE, columns, rows, shown)


def ordered(found: Kano, ratios: list[Ratios]) -> list[int]:
    """Places of the features: M before O, A, I, then by importance, else by what they do for better and worse."""

    def key(at: int) -> tuple[int, float]:
        category = found.category(at)
        place = len(kano.CATEGORIES) if isinstance(category, Blank) else kano.CATEGORIES.index(category)
        importance = found.made.value("importance", at)
        pull = sum(value for value in (ratios[at].better, ratios[at].harm) if not isinstance(value, Blank))
        return place, -(importance if np.isfinite(importance) else pull)

    return sorted(range(len(found.features)), key=key)


def _columns(found: Kano) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    columns: list[Term] = [
        terms.FEATURE, *terms.COUNTS, *terms.SHARES, terms.CATEGORY, terms.PROBABILITY, terms.BY_SUM,
        terms.BETTER, terms.BETTER_LOWER, terms.BETTER_UPPER, terms.WORSE, terms.WORSE_LOWER, terms.WORSE_UPPER,
        terms.HARM, terms.HARM_LOWER, terms.HARM_UPPER, terms.CORNER, terms.PRIORITY,
    ]  # fmt: skip
    shown = ["feature", "category", *(term.key for term in terms.SHARES), "better", "better_lower", "better_upper"]
    shown += ["worse", "worse_lower", "worse_upper", "probability"]
    if found.asks("importance"):
        columns += [terms.IMPORTANCE, terms.IMPORTANCE_LOWER, terms.IMPORTANCE_UPPER]
        shown += ["importance"]
    if found.asks("satisfaction"):
        columns += [terms.SATISFACTION, terms.SATISFACTION_LOWER, terms.SATISFACTION_UPPER]
        shown += ["satisfaction"]
    return (*columns, N), tuple(shown)


def _row(found: Kano, ratio: Ratios, cross: tuple[float, float] | None, place: int) -> Row:
    at = ratio.at
    name, n = found.features[at].name, int(found.answered[at])
    ratings = (
        *(_importance(found, at) if found.asks("importance") else ()),
        *(_satisfaction(found, at) if found.asks("satisfaction") else ()),
    )
    if not n:
        return (name, *[Blank("no_pairs")] * 25, place, *ratings, 0)
    counts = [float(found.counts[kano.CATEGORIES.index(term.key), at]) for term in terms.COUNTS]
    worse, ends = _turned(ratio.harm), (_turned(ratio.harm_ends[1]), _turned(ratio.harm_ends[0]))
    return (
        name, *counts, *map(float, found.shares[:, at]), found.category(at), found.probability(at),
        kano.CATEGORIES[int(kano.by_sum(found.shares[:, at]))], ratio.better, *ratio.better_ends, worse, *ends,
        ratio.harm, *ratio.harm_ends, ratio.corner(cross), place, *ratings, n,
    )  # fmt: skip


def _turned(value: Number) -> Number:
    return value if isinstance(value, Blank) else 0.0 - value


def _rated(found: Kano, use: str, at: int) -> tuple[Number, int]:
    """Mean rating, and how many gave one."""
    column = getattr(found.features[at], use)
    if column is None:
        return Blank("not_applicable"), 0
    n = int(found.study.base.counts[found.study.survey.columns.index(column)])
    return (found.made.value(use, at), n) if n else (Blank("no_answers"), 0)


def _importance(found: Kano, at: int) -> tuple[Number, ...]:
    mean, n = _rated(found, "importance", at)
    return (mean, *((mean, mean) if isinstance(mean, Blank) else found.made.spread("importance", at, n)[1:]))


def _satisfaction(found: Kano, at: int) -> tuple[Number, ...]:
    mean, n = _rated(found, "satisfaction", at)
    if isinstance(mean, Blank):
        return mean, mean, mean
    scale = found.study.survey.scales[found.study.survey.columns.index(str(found.features[at].satisfaction))]
    low, high = np.array([scale.lowest]), np.array([scale.highest])
    drawn = found.made.draws
    draws = None if drawn is None else performance(drawn["satisfaction"][[at]], low, high)[0]
    point = performance(np.array([[mean]]), low, high)
    return (float(point[0, 0]), *found.made.spread_of(draws, n)[1:])
