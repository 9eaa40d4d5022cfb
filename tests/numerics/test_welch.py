import numpy as np
import pytest
from scipy.stats import ttest_ind

from csi.numerics.proportion import wilson
from csi.numerics.welch import beyond, mean_of, welch

A, B = np.array([6.0, 7, 5, 6, 7, 4]), np.array([3.0, 5, 4, 5, 2, 4, 6, 4, np.nan])


def test_welch_agrees_with_scipy_in_t_degrees_p_and_interval():
    theirs = ttest_ind(B[:-1], A, equal_var=False)
    ends = theirs.confidence_interval(0.95)
    found = welch(mean_of(A), mean_of(B), 0.95)
    assert (found.t, found.p, found.degrees) == (
        pytest.approx(theirs.statistic),
        pytest.approx(theirs.pvalue),
        pytest.approx(theirs.df),
    )
    assert (found.lower, found.upper) == (pytest.approx(ends.low), pytest.approx(ends.high))


def test_the_difference_is_second_less_first():
    assert welch(mean_of(A), mean_of(B), 0.95).value == pytest.approx(np.nanmean(B) - A.mean())


@pytest.mark.parametrize("other", [np.array([4.0]), np.array([])])
def test_one_person_or_nobody_cannot_be_compared(other):
    assert welch(mean_of(A), mean_of(other), 0.95) is None


def test_two_groups_without_any_spread_cannot_be_tested():
    assert welch(mean_of(np.full(3, 2.0)), mean_of(np.full(4, 5.0)), 0.95) is None


def test_a_figure_with_its_error_is_tested_by_student():
    assert beyond(2.0, 1.0, 10, 0.95).upper == pytest.approx(2 + 2.228139)


def test_wilson_of_ten_in_a_hundred():
    # z = 1.959964: (.1 + z²/200 ∓ z √(.09/100 + z²/40000)) / (1 + z²/100)
    assert wilson(0.1, 100, 0.95) == (pytest.approx(0.0552291), pytest.approx(0.1743657))


def test_wilson_of_nobody_reaches_above_zero():
    assert wilson(0.0, 20, 0.95) == (0.0, pytest.approx(0.1611252))
