import numpy as np
import pytest
from scipy.stats import wilcoxon

from csi.numerics.signed_rank import mean_ranks, signed_rank

from ..reference import reference


def test_the_worked_case_of_the_ecsi_survey():
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    found = signed_rank(answers["PERQ1"] - answers["CUEX1"])
    assert found.p == pytest.approx(0.00075, abs=5e-6)


def test_many_differences_with_ties_agree_with_scipy():
    d = np.random.default_rng(1).integers(-3, 5, 300).astype(float)
    theirs = wilcoxon(d, method="asymptotic")
    assert signed_rank(d).p == pytest.approx(theirs.pvalue, rel=1e-9)


def test_few_differences_without_ties_have_the_exact_p_of_scipy():
    d = np.random.default_rng(2).normal(0.4, 1, 14)
    assert signed_rank(d).p == pytest.approx(wilcoxon(d, method="exact").pvalue, rel=1e-9)


def test_with_ties_the_exact_p_counts_every_division_of_signs():
    d = np.array([1.0, 1, -1, 2, 2, 3])
    ranks = mean_ranks(np.abs(d))
    signs = (np.arange(64)[:, None] >> np.arange(6)) & 1
    sums = signs @ ranks
    statistic = ranks[d > 0].sum()
    p = 2 * min((sums <= statistic).mean(), (sums >= statistic).mean())
    assert signed_rank(d).p == pytest.approx(p)


def test_zeros_and_holes_are_left_out():
    assert signed_rank(np.array([0, 0, np.nan, 2.0, -1])) == signed_rank(np.array([2.0, -1]))


def test_without_any_difference_there_is_no_test():
    assert signed_rank(np.array([0.0, np.nan, 0])) is None


def test_what_differs_by_rounding_is_a_tie():
    assert list(mean_ranks(np.array([0.3, 0.1 + 0.2, 0.5]))) == [1.5, 1.5, 3]
