import numpy as np
import pytest

from csi.numerics.difference_score import columns, reliability
from csi.numerics.moments import point_sums

RNG = np.random.default_rng(4)
TRAIT = RNG.normal(size=(150, 1))
P = TRAIT + RNG.normal(size=(150, 3))
E = 0.3 * TRAIT + RNG.normal(size=(150, 1)) + RNG.normal(size=(150, 3))


def figures(first, second):
    made = columns(first, second)
    return {key: value[0] for key, value in reliability(point_sums(made, None, 0), 0, first.shape[1]).items()}


def alpha(items):
    k = items.shape[1]
    return k / (k - 1) * (1 - items.var(axis=0).sum() / items.sum(axis=1).var())


def test_it_is_the_formula_of_peter_churchill_and_brown():
    sp, se = P.sum(axis=1).std(), E.sum(axis=1).std()
    r = np.corrcoef(P.sum(axis=1), E.sum(axis=1))[0, 1]
    own = sp**2 * alpha(P) + se**2 * alpha(E) - 2 * r * sp * se
    found = figures(P, E)
    assert found["reliability"] == pytest.approx(own / (sp**2 + se**2 - 2 * r * sp * se))
    assert (found["alpha_first"], found["alpha_second"]) == (pytest.approx(alpha(P)), pytest.approx(alpha(E)))
    assert found["correlation"] == pytest.approx(r)


def test_parallel_sides_that_do_not_go_together_are_as_reliable_as_each_of_them():
    # equal spreads, reliabilities .8 and no correlation: r_D = .8
    sums = point_sums(columns(P, P[::-1]), None, 0)
    found = {key: value[0] for key, value in reliability(sums, 0, 3).items()}
    r = found["correlation"]
    assert found["reliability"] == pytest.approx((found["alpha_first"] - r) / (1 - r))


def test_only_respondents_with_all_answers_count():
    holey = P.copy()
    holey[:30, 0] = np.nan
    assert figures(holey, E) == pytest.approx(figures(P[30:], E[30:]))


def test_a_single_question_has_no_reliability_but_a_correlation():
    found = figures(P[:, :1], E[:, :1])
    assert np.isnan(found["reliability"])
    assert found["correlation"] == pytest.approx(np.corrcoef(P[:, 0], E[:, 0])[0, 1])


def test_sides_without_spread_have_none_of_it():
    assert all(np.isnan(value) for value in figures(np.full((9, 2), 3.0), np.full((9, 2), 4.0)).values())
