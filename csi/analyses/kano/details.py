"""Tables for a closer look: how clear each category is, means in place of modes, and the whole distribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ...numerics import kano
from ...results import Blank, Cell, Number, Table
from ...terms import N, Text
from . import detail_terms as terms
from .figures import Kano
from .intervals import Ends, lead, share_ends, told_apart
from .terms import CATEGORY, FEATURE, PROBABILITY

Row = tuple[Cell, ...]
_EMPTY = Blank("no_pairs")


def strength_table(found: Kano, order: Sequence[int]) -> Table:
    """One row a feature: its category against the next, by Fong's rule and by the test that holds its level."""
    columns = (
        FEATURE, CATEGORY, terms.RUNNER_UP, terms.LEAD, terms.FONG_LIMIT, terms.FONG, terms.LEVEL_LIMIT, terms.LEVEL, terms.P_EQUAL,
        terms.STRENGTH, terms.STRENGTH_LOWER, terms.STRENGTH_UPPER, terms.TOTAL, terms.TOTAL_LOWER, terms.TOTAL_UPPER, N,
    )  # fmt: skip
    shown = ("feature", "category", "runner_up", "lead", "fong_limit", "level_limit", "p", "category_strength", "total_strength")
    rows = tuple(_strength(found, at) for at in order)
    return Table("strength", Text("How clear the categories are", "类别是否明确"), columns, rows, shown, detail=True)


def continuous_table(found: Kano, order: Sequence[int]) -> Table:
    """One row a feature: mean scores with it and without it, and the category in which that point lies."""
    columns = (
        FEATURE, terms.WITH_IT, terms.WITH_LOWER, terms.WITH_UPPER, terms.WITHOUT_IT, terms.WITHOUT_LOWER, terms.WITHOUT_UPPER,
        CATEGORY, PROBABILITY, N,
    )  # fmt: skip
    rows = tuple(_continuous(found, at) for at in order)
    return Table("continuous", Text("Means in place of modes", "连续分析（均值法）"), columns, rows, detail=True)


def distribution_table(found: Kano, order: Sequence[int]) -> Table:
    """Six rows a feature: every category with its share."""
    columns = (FEATURE, CATEGORY, terms.COUNT, terms.SHARE, terms.SHARE_LOWER, terms.SHARE_UPPER)
    rows = tuple(row for at in order for row in _distribution(found, at))
    return Table("distribution", Text("Every category with its share", "各类别的完整分布"), columns, rows, detail=True)


def _strength(found: Kano, at: int) -> Row:
    name, n = found.features[at].name, int(found.answered[at])
    if not n:
        return (name, *[_EMPTY] * 14, 0)
    one, shares = lead(found, at), found.shares[:, at]
    ahead = float(kano.category_strength(shares))
    total = float(kano.total_strength(shares))
    return (
        name, kano.CATEGORIES[one.first], kano.CATEGORIES[one.second], one.counts, one.fong_limit, one.by_fong, one.limit,
        told_apart(one), one.p, ahead, *_lead_ends(found, at, one.first, one.second),
        total, *_total_ends(found, at, total), n,
    )  # fmt: skip


def _lead_ends(found: Kano, at: int, first: int, second: int) -> Ends:
    """Of the same two categories in every resample: the largest of each would be ahead by construction."""
    drawn = found.made.draws
    draws = None if drawn is None else drawn["shares"][first, at] - drawn["shares"][second, at]
    return found.made.spread_of(draws, float(found.answered[at]))[1:]


def _total_ends(found: Kano, at: int, total: float) -> Ends:
    drawn = found.drawn_shares
    draws = None if drawn is None else kano.total_strength(drawn[:, at])
    return share_ends(found, total, draws, ~np.isnan(found.codes[:, at]))


def _continuous(found: Kano, at: int) -> Row:
    name, n = found.features[at].name, int((found.codes[:, at] < 4).sum())
    if not n:
        return (name, *[Blank("no_such_answers" if found.answered[at] else "no_pairs")] * 8, 0)
    functional, dysfunctional = found.made.value("functional", at), found.made.value("dysfunctional", at)
    number = int(kano.continuous_category(np.array(dysfunctional), np.array(functional)))
    ends = (found.made.spread(key, at, n)[1:] for key in ("functional", "dysfunctional"))
    with_it, without_it = ends
    certainty = _same_point(found, at, number, n)
    return (name, functional, *with_it, dysfunctional, *without_it, kano.CATEGORIES[number], certainty, n)


def _same_point(found: Kano, at: int, number: int, n: int) -> Number:
    reason, drawn = found.made.no_interval(n), found.made.drawn
    if reason is not None or drawn is None:
        return Blank(reason or "not_applicable")
    functional, dysfunctional = (drawn.figures[key][at, : drawn.resamples] for key in ("functional", "dysfunctional"))
    there = ~np.isnan(functional)
    same = kano.continuous_category(dysfunctional[there], functional[there]) == number
    return float(same.mean()) if there.mean() >= 0.5 else Blank("resamples_unusable")


def _distribution(found: Kano, at: int) -> Iterator[Row]:
    name = found.features[at].name
    for number, letter in enumerate(kano.CATEGORIES):
        if not found.answered[at]:
            yield (name, letter, *[_EMPTY] * 4)
            continue
        share = float(found.shares[number, at])
        draws = None if found.drawn_shares is None else found.drawn_shares[number, at]
        ends = share_ends(found, share, draws, ~np.isnan(found.codes[:, at]))
        yield (name, letter, float(found.counts[number, at]), share, *ends)
