"""Intervals of shares, and whether the first category is told apart from the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...numerics import kano
from ...numerics.effective_size import effective_size
from ...numerics.proportion import wilson
from ...numerics.tests import two_sided_p
from ...results import Blank, Number
from .figures import Kano

Array = NDArray[np.float64]
Ends = tuple[Number, Number]
QUANTILE = 1.65  # of the normal law, two-sided 10 %, as Fong has it


@dataclass(frozen=True)
class Lead:
    """The most frequent category of a feature against the next. limit: of the test that holds its level."""

    first: int
    second: int
    counts: Number
    fong_limit: Number
    limit: Number
    p: Number

    @property
    def by_fong(self) -> str | Blank:
        """Fong's verdict."""
        return _verdict(self.counts, self.fong_limit)


def is_plain(found: Kano) -> bool:
    """Whether respondents count alike and were drawn one by one, so that shares have the binomial law."""
    known = found.study.base
    return known.case_weights is None and known.units is None and known.strata is None


def share_ends(found: Kano, share: float, draws: Array | None, members: NDArray[np.bool_]) -> Ends:
    """Wilson's interval of a share of the respondents in `members` (n,).

    Where respondents have weights or come in clusters or strata, with the number of independent respondents that the resamples of
    this design say it is worth. draws: (B,) the share in the resamples.
    """
    n = float(members.sum())
    if n == 0:
        return Blank("no_pairs"), Blank("no_pairs")
    if not is_plain(found):
        reason = found.made.no_interval(n)
        if reason is not None or draws is None:
            return Blank(reason or "not_applicable"), Blank(reason or "not_applicable")
        known = draws[np.isfinite(draws)]
        variance = float(known.var()) if known.size else 0.0
        n = effective_size(share, variance, *_sizes(found, members), found.study.confidence)
    return wilson(min(max(share, 0.0), 1.0), n, found.study.confidence)


def _sizes(found: Kano, members: NDArray[np.bool_]) -> tuple[float, float]:
    """Kish's number of respondents, and the number of units that they come from."""
    known = found.study.base
    v = np.ones(int(members.sum())) if known.case_weights is None else known.case_weights[members]
    kish = float(v.sum() ** 2 / (v**2).sum())
    return kish, kish if known.units is None else float(np.unique(known.units[members]).size)


def lead(found: Kano, at: int) -> Lead:
    """How far the most frequent category is ahead of the next, and how far it would have to be."""
    counts, n = found.counts[:, at], float(found.made.point["weight"][at, 0])
    first, second = int(kano.by_mode(counts)), int(kano.runner_up(counts))
    a, b = float(counts[first]), float(counts[second])
    if is_plain(found):
        p = kano.equal_p(round(a), round(b))
        return Lead(first, second, a - b, kano.fong_limit(a, b, n, QUANTILE), kano.level_limit(a, b, QUANTILE), p)
    design = _by_design(found, at, (first, second), (a - b) / n)
    return Lead(first, second, a - b, Blank("needs_simple_sample"), *design)


def told_apart(one: Lead) -> str | Blank:
    """Whether the lead is more than chance gives equal categories in 10 % of samples, as its own p has it."""
    if isinstance(one.p, float):
        return "distinct" if one.p <= 0.10 else "not_distinct"
    return _verdict(one.counts, one.limit)


def _by_design(found: Kano, at: int, pair: tuple[int, int], ahead: float) -> tuple[Number, Number]:
    """Limit and p from what the lead of these two shares does over resamples of the survey's own design."""
    reason = found.made.no_interval(float(found.answered[at]))
    if reason is not None or found.drawn_shares is None:
        return Blank(reason or "not_applicable"), Blank(reason or "not_applicable")
    drawn = found.drawn_shares[pair[0], at] - found.drawn_shares[pair[1], at]
    error = float(np.std(drawn[np.isfinite(drawn)]))
    if error <= 1e-12:
        return Blank("no_spread"), Blank("no_spread")
    degrees = np.array([max(found.study.base.effective - 1, 1.0)])
    n = float(found.made.point["weight"][at, 0])
    return QUANTILE * error * n, float(two_sided_p(np.array([ahead / error]), degrees)[0])


def _verdict(ahead: Number, limit: Number) -> str | Blank:
    if isinstance(ahead, Blank) or isinstance(limit, Blank):
        return limit if isinstance(limit, Blank) else Blank("not_applicable")
    return "distinct" if ahead >= limit else "not_distinct"
