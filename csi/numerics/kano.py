"""Kano's model: from two answers to a category, from categories to what a feature is.

Answers are numbered 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike. Categories stand in the order in which ties are settled.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Codes = NDArray[np.int64]

CATEGORIES = ("M", "O", "A", "I", "R", "Q")  # must-be, one-dimensional, attractive, indifferent, reverse, questionable
# rows: with the feature, columns: without it. Source: Kano, Seraku, Takahashi & Tsuji (1984), as in Berger et al. (1993)
_KANO = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
# the same answer of must-be, or of live with, to both questions contradicts itself. Source: Pouliot, in Berger et al. (1993)
_POULIOT = ("QAAAO", "RQIIM", "RIIIM", "RIIQM", "RRRRQ")
TABLES: Mapping[str, tuple[str, ...]] = {"kano": _KANO, "pouliot": _POULIOT}
# DuMouchel's scores of the five answers, in Berger et al. (1993): what pulls more counts more
WITH_IT, WITHOUT_IT = (4.0, 2.0, 0.0, -1.0, -2.0), (-2.0, -1.0, 0.0, 2.0, 4.0)
_ANSWERS = (1.0, 2.0, 3.0, 4.0, 5.0)
STRONG = 2.0  # score from which a side of the feature counts


def categories(functional: Array, dysfunctional: Array, table: str = "kano") -> Array:
    """(n, f) numbers of CATEGORIES, NaN where one of the two answers is none of the five. table: a key of TABLES."""
    numbers = np.array([[CATEGORIES.index(letter) for letter in row] for row in TABLES[table]], dtype=float)
    both = np.isin(functional, _ANSWERS) & np.isin(dysfunctional, _ANSWERS)
    one, other = (np.where(both, side, 1).astype(np.int64) - 1 for side in (functional, dysfunctional))
    return np.where(both, numbers[one, other], np.nan)


def memberships(codes: Array) -> Array:
    """(n, 6, f): 1 for the category of a respondent, 0 for the others, NaN where there is none. codes: (n, f)."""
    of_each = codes[:, None, :] == np.arange(len(CATEGORIES))[None, :, None]
    return np.where(np.isnan(codes)[:, None, :], np.nan, of_each)


def by_mode(shares: Array) -> Codes:
    """(…) the most frequent category of (6, …) shares; ties go to the first of CATEGORIES."""
    most: Codes = np.argmax(_tied(shares), axis=0)
    return most


def by_sum(shares: Array) -> Codes:
    """(…) the largest of M, O, A where those together are more frequent than I, R, Q together, else the largest of I, R, Q.

    Source: the (M, O, A) against (I, R, Q) rule of Berger et al. (1993).
    """
    level = _tied(shares)
    wanted = level[:3].sum(axis=0) > level[3:].sum(axis=0) + 1e-9
    largest: Codes = np.where(wanted, np.argmax(level[:3], axis=0), 3 + np.argmax(level[3:], axis=0))
    return largest


def better(shares: Array) -> Array:
    """(…) (A + O) / (A + O + M + I) of (6, …) shares, 0 to 1; NaN where nobody stands in these four.

    How much satisfaction having the feature brings. Source: Berger et al. (1993), Center for Quality of Management Journal 2(4).
    """
    return _of_the_four(shares, shares[1] + shares[2])


def worse(shares: Array) -> Array:
    """(…) -(O + M) / (A + O + M + I), -1 to 0: how much dissatisfaction its absence brings. Source: as `better`."""
    return -_of_the_four(shares, shares[0] + shares[1])


def base(shares: Array) -> Array:
    """(…) share of the respondents that better and worse stand on: A, O, M and I."""
    four: Array = shares[:4].sum(axis=0)
    return four


def category_strength(shares: Array) -> Array:
    """(…) how far the most frequent category is ahead of the next, as a share of all. Source: Lee & Newcomb (1997), Quality Management Journal 4(3), 95-106."""
    ranked = np.sort(shares, axis=0)
    ahead: Array = ranked[-1] - ranked[-2]
    return ahead


def total_strength(shares: Array) -> Array:
    """(…) share of M, O and A: of those whom the feature moves at all. Source: as `category_strength`."""
    moved: Array = shares[:3].sum(axis=0)
    return moved


def runner_up(shares: Array) -> Codes:
    """(…) the second category in the order of `by_mode`."""
    ranked: Codes = np.argsort(-_tied(shares), axis=0, kind="stable")[1]
    return ranked


def fong_limit(first: float, second: float, n: float, quantile: float = 1.65) -> float:
    """How far the count of the first category must be ahead of the second's by Fong's rule.

    first, second: counts out of n. Source: Fong (1996), Center for Quality of Management Journal 5(3), 21-24. The rule takes the
    two counts for independent, though they compete for the same respondents: equal categories are told apart too often.
    """
    return quantile * float(np.sqrt((first + second) * (2 * n - first - second) / (2 * n)))


def level_limit(first: float, second: float, quantile: float = 1.65) -> float:
    """The same lead so that equal categories are told apart in 10 % of samples: counts of one multinomial sample, given their sum.

    Source: the sign test; Var(a - b) = a + b where both are equally frequent.
    """
    return quantile * float(np.sqrt(first + second))


def equal_p(first: int, second: int) -> float:
    """Two-sided exact probability of such a lead where both categories are equally frequent: binomial with chance one half."""
    from scipy.special import bdtr

    return min(1.0, 2 * float(bdtr(min(first, second), first + second, 0.5)))


def continuous_category(dysfunctional: Array, functional: Array) -> Codes:
    """(…) the category of a point of DuMouchel's map: each mean score is strong from 2 on. Source: Berger et al. (1993)."""
    strong_without, strong_with = dysfunctional >= STRONG, functional >= STRONG
    upper = np.where(strong_without, 1, 2)  # one-dimensional, attractive
    lower = np.where(strong_without, 0, 3)  # must-be, indifferent
    return np.where(strong_with, upper, lower)


def _tied(shares: Array) -> Array:
    """Sums of case weights that are equal but for rounding are a tie."""
    return np.round(shares, 9)


def _of_the_four(shares: Array, part: Array) -> Array:
    whole = base(shares)
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Array = np.where(whole > 1e-12, part / whole, np.nan)
    return share
