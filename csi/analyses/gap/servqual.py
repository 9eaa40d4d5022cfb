"""SERVQUAL: the gap of each dimension and of all, plain and weighted by the 100 points."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...model import OVERALL
from ...numerics.moments import Sums
from ...results import Blank, Cell, Table, number
from ...study.aside import Aside, aside
from ...terms import GAP, GAP_INDEX, GAP_LOWER, GAP_UPPER, LATENT_OR_OVERALL, N, Text
from ...terms import bounded as with_ends
from .people import People
from .stakes import Form, Stakes
from .terms import Three, answers, count, points, ratio

Array = NDArray[np.float64]

_ITEMS = count("items", "Questions", "题数", Text("Questions with both sides.", "两侧都有的题目数。"))
_POINTS = ratio("points", "Points of 100", "百分点数", Text("Mean of the points, of 100.", "100 点中的平均点数。"), digits=1)
_WEIGHTED_ANSWERS = answers(
    "weighted_gap",
    "Weighted gap (answers)",
    "加权差距（原始分）",
    Text("Share of the points times gap.", "点数份额乘以差距。"),
    signed=True,
)
_WEIGHTED = points(
    "weighted_gap_index",
    "Weighted gap",
    "加权差距",
    Text("What it brings to the weighted gap.", "对加权总差距的贡献。"),
    signed=True,
)
_COLUMNS = (
    LATENT_OR_OVERALL, _ITEMS, *with_ends(_POINTS), GAP, GAP_INDEX, GAP_LOWER, GAP_UPPER, _WEIGHTED_ANSWERS, *with_ends(_WEIGHTED), N,
)  # fmt: skip
_SHOWN = (
    "latent", "points", "gap_index", "lower", "upper",
    "weighted_gap_index", "weighted_gap_index_lower", "weighted_gap_index_upper",
)  # fmt: skip
_TITLES: Mapping[Form, Text] = {
    "mean": Text("SERVQUAL", "SERVQUAL"),
    "sum22": Text("SERVQUAL, divided by the number of questions", "SERVQUAL（除以题数的形式）"),
}


def servqual_table(people: People, stakes: Stakes, form: Form) -> Table:
    """One row a dimension, and what they make together."""
    rows = [_row(people, stakes, form, d) for d in range(len(people.sizes))]
    if len(rows) > 1:
        rows.append(_row(people, stakes, form, None))
    strong = frozenset({len(rows) - 1}) if len(rows) > 1 else frozenset()
    return Table("servqual", _TITLES[form], _COLUMNS, tuple(rows), _SHOWN, strong, detail=len(rows) == 1)


def item_weights(people: People, form: Form, at: int | None) -> Array:
    """(p,) what each pair counts in the plain gap of a dimension, or of all; they add up to 1 but for a dimension under sum22."""
    own = np.ones(len(people.owners), dtype=bool) if at is None else people.owners == at
    if form == "sum22":
        return own / len(own)
    each = 1 / people.sizes[people.owners]
    return np.where(own, each / (len(people.sizes) if at is None else 1), 0.0)


def _row(people: People, stakes: Stakes, form: Form, at: int | None) -> tuple[Cell, ...]:
    name = OVERALL if at is None else people.pairs.latents[at]
    items = int(people.sizes.sum() if at is None else people.sizes[at])
    value, lower, upper, n = plain_gap(people, item_weights(people, form, at))
    weighted = _weighted(people, stakes, form, at)
    return (
        name, items, *_points(people, stakes, at), _in_answers(people, value), value, lower, upper,
        _in_answers(people, weighted[0]), *weighted, n,
    )  # fmt: skip


def plain_gap(people: People, weights: Array) -> tuple[float, Cell, Cell, int]:
    """The pairs' gaps added up by weights, in points, from the resamples of the gaps themselves."""
    total = weights.sum()
    combination = people.pairs.combined(weights / total)
    draws = people.pairs.draws(combination)
    spread = people.study.spread(None if draws is None else draws * total, combination.n)
    return people.pairs.value(combination) * float(total), spread[1], spread[2], combination.n


def _in_answers(people: People, value: Cell) -> Cell:
    if isinstance(value, Blank):
        return value
    return Blank("not_applicable") if people.width is None else number(value) * people.width / 100


def _points(people: People, stakes: Stakes, at: int | None) -> Three:
    if at is None:
        return None, None, None
    if stakes.points is None:
        given = Blank("no_points") if stakes.given is None else 100 * float(stakes.given[at])
        return given, None, None
    shares = stakes.shares
    assert shares is not None
    return _resampled(people, stakes, "mean").bounded("points", at, int(np.isfinite(shares[:, at]).sum()))


def _weighted(people: People, stakes: Stakes, form: Form, at: int | None) -> Three:
    """By the respondents' points; by the model's weights, the plain gap of the dimension times its weight."""
    if stakes.points is not None:
        made, brought = _resampled(people, stakes, form), stakes.contributions(_gaps(people), form)
        assert brought is not None
        n = int(np.isfinite(brought[:, 0]).sum())
        return made.bounded("weighted", len(people.sizes) if at is None else at, n)
    if stakes.given is None:
        return (Blank("no_points"),) * 3
    shares = stakes.given[people.owners]
    weights = shares / len(shares) if form == "sum22" else shares / people.sizes[people.owners]
    kept = weights if at is None else np.where(people.owners == at, weights, 0.0)
    return plain_gap(people, kept)[:3] if kept.any() else (0.0, 0.0, 0.0)


def _gaps(people: People) -> Array:
    return people.dimensions(people.experience - people.expectation)


def _resampled(people: People, stakes: Stakes, form: Form) -> Aside:
    """points: (d, B) mean shares of 100. weighted: (d + 1, B) what each dimension brings, and their sum."""
    d, brought = len(people.sizes), stakes.contributions(_gaps(people), form)
    assert brought is not None
    assert stakes.shares is not None
    columns = np.column_stack([100 * stakes.shares, brought, brought.sum(axis=1)])

    def figures(sums: Sums) -> Mapping[str, Array]:
        return {"points": sums.means[:d], "weighted": sums.means[d:]}

    return aside(people.study, columns, figures, key=f"servqual {form}")
