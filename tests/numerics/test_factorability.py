import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.factorability import bartlett, kmo

# Harman's eight political variables, n = 147; figures of R's psych after Dziuban & Shirkey (1974), Psychological Bulletin 81, 358-361
POLITICAL = np.eye(8)
POLITICAL[np.tril_indices(8, -1)] = [
    0.84, 0.62, 0.84, -0.53, -0.68, -0.76, 0.03, -0.05, 0.08, -0.25, 0.57, 0.76, 0.81, -0.80,
    0.25, -0.33, -0.35, -0.51, 0.62, -0.72, -0.58, -0.63, -0.73, -0.81, 0.88, -0.36, -0.84, 0.68,
]  # fmt: skip
POLITICAL = np.maximum(POLITICAL, POLITICAL.T) + np.minimum(POLITICAL, POLITICAL.T)
np.fill_diagonal(POLITICAL, 1)


def test_kmo_equals_psych_on_the_political_variables():
    overall, items = kmo(POLITICAL)
    assert overall == pytest.approx(0.8098, abs=5e-5)
    assert_allclose(items, [0.727, 0.756, 0.843, 0.870, 0.533, 0.925, 0.781, 0.857], atol=5e-4)


def test_bartlett_equals_psych_on_the_political_variables():
    chi_square, degrees, p_value = bartlett(POLITICAL, 147)
    assert chi_square == pytest.approx(1233.317, abs=5e-4)
    assert degrees == 28
    assert p_value < 1e-200


def test_kmo_of_two_items_is_a_half_whatever_they_are():
    overall, items = kmo(np.array([[1, 0.7], [0.7, 1]]))
    assert_allclose([overall, *items], 0.5)


def test_bartlett_of_two_items_is_a_test_of_their_correlation():
    # -(20 - 1 - 9 / 6) ln(1 - .25) with one degree of freedom
    chi_square, degrees, p_value = bartlett(np.array([[1, 0.5], [0.5, 1]]), 20)
    assert (chi_square, degrees) == (pytest.approx(17.5 * np.log(4 / 3)), 1)
    assert p_value == pytest.approx(0.024848, abs=1e-6)


def test_items_without_correlation_give_no_kmo_and_a_bartlett_of_nothing():
    assert np.isnan(kmo(np.eye(3))[0])
    assert bartlett(np.eye(3), 50) == (0, 3, 1)


def test_twin_items_give_neither():
    twins = np.ones((3, 3))
    twins[2, :2] = twins[:2, 2] = 0.4
    assert np.isnan(kmo(twins)[0])
    assert np.isnan(kmo(twins)[1]).all()
    assert np.isnan(bartlett(twins, 50)[0])


def test_an_item_without_spread_gives_neither():
    flat = np.eye(3)
    flat[2] = flat[:, 2] = np.nan
    assert np.isnan([kmo(flat)[0], bartlett(flat, 50)[2]]).all()


def test_one_item_gives_neither():
    assert np.isnan([kmo(np.ones((1, 1)))[0], bartlett(np.ones((1, 1)), 50)[0]]).all()


def test_too_few_respondents_give_no_bartlett():
    assert np.isnan(bartlett(POLITICAL, 4)[0])
