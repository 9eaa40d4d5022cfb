import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.contrasts import contrasts, dummies, shape_of, slope_errors
from csi.numerics.moments import point_sums

RNG = np.random.default_rng(5)


def answers(n: int = 200, p: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    items = RNG.integers(1, 11, (n, p))
    low, high = items <= 4, items >= 8
    y = 7 - low @ np.array([2.0, 0.5, 0.0][:p]) + high @ np.array([0.3, 1.5, 0.0][:p]) + RNG.normal(size=n)
    return low, high, y


def made(low, high, y, complete=None, case_weights=None):
    complete = np.ones(len(y), dtype=bool) if complete is None else complete
    columns = dummies(low, high, y, complete)
    return contrasts(point_sums(columns, case_weights, columns.shape[1]))


def test_penalties_and_rewards_are_the_slopes_of_a_regression_on_both_dummies():
    low, high, y = answers()
    found = made(low, high, y)
    theirs = np.linalg.lstsq(np.column_stack([np.ones(200), low, high]), y, rcond=None)[0]
    assert_allclose(found["constant"][0], theirs[0], atol=1e-10)
    assert_allclose(found["penalty"][:, 0], theirs[1:4], atol=1e-10)
    assert_allclose(found["reward"][:, 0], theirs[4:], atol=1e-10)


def test_the_share_explained_is_that_of_the_regression():
    low, high, y = answers()
    x = np.column_stack([np.ones(200), low, high])
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    assert made(low, high, y)["r_squared"][0] == pytest.approx(1 - rest.var() / y.var())


def test_an_item_of_five_respondents_by_hand():
    # outcome 2 after a bad answer, 6 after a middle one, 7 after a good one
    low, high = np.array([[1], [1], [0], [0], [0]], bool), np.array([[0], [0], [0], [0], [1]], bool)
    found = made(low, high, np.array([1.0, 3, 5, 7, 7]))
    assert found["penalty"][0, 0] == pytest.approx(-4)
    assert found["reward"][0, 0] == pytest.approx(1)
    assert found["impact_range"][0, 0] == pytest.approx(5)
    assert found["satisfaction_potential"][0, 0] == pytest.approx(0.2)
    assert found["dissatisfaction_potential"][0, 0] == pytest.approx(0.8)
    assert found["asymmetry"][0, 0] == pytest.approx(-0.6)


def test_respondents_with_a_hole_are_as_if_they_were_not_there():
    low, high, y = answers()
    complete = RNG.random(200) < 0.7
    some = made(low[complete], high[complete], y[complete])
    holey = made(low, high, np.where(complete, y, np.nan), complete)
    for key, figure in some.items():
        assert_allclose(holey[key], figure, atol=1e-10)


def test_case_weights_count_as_so_many_respondents():
    low, high, y = answers(60)
    v = RNG.integers(1, 4, 60)
    twice = made(*(np.repeat(part, v, axis=0) for part in (low, high, y)))
    weighed = made(low, high, y, case_weights=v.astype(float))
    for key, figure in twice.items():
        assert_allclose(weighed[key], figure, atol=1e-9)


def test_an_item_without_low_answers_has_a_reward_alone():
    low, high, y = answers()
    low[:, 1] = False
    found = made(low, high, y)
    assert np.isnan(found["penalty"][1, 0])
    assert np.isnan(found["asymmetry"][1, 0])
    theirs = np.linalg.lstsq(np.column_stack([np.ones(200), low[:, [0, 2]], high]), y, rcond=None)[0]
    assert_allclose(found["reward"][:, 0], theirs[3:], atol=1e-10)


def test_an_item_without_middle_answers_has_nothing_to_be_compared_with():
    low, high, y = answers()
    high[:, 2] = ~low[:, 2]
    found = made(low, high, y)
    assert np.isnan([found["penalty"][2, 0], found["reward"][2, 0]]).all()
    assert np.isfinite(found["penalty"][:2]).all()


def test_items_that_say_the_same_have_no_contrast():
    low, high, y = answers()
    low[:, 1], high[:, 1] = low[:, 0], high[:, 0]
    found = made(low, high, y)
    assert np.isnan(found["penalty"]).all()
    assert np.isnan(found["r_squared"]).all()
    x = np.column_stack([low, high]).astype(float)
    assert slope_errors(x, y, None, None, None) is None


def test_a_wrong_sign_counts_as_no_reach():
    shape = shape_of(np.array([0.3, -0.4, 0.1]), np.array([0.6, -0.1, -0.2]))
    assert_allclose(shape["impact_range"], [0.6, 0.4, 0])
    assert_allclose(shape["asymmetry"], [1, -1, np.nan])


def test_errors_of_a_plain_survey_are_those_of_least_squares():
    low, high, y = answers()
    x = np.column_stack([np.ones(200), low, high])
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    theirs = np.sqrt(rest @ rest / (200 - 7) * np.diag(np.linalg.inv(x.T @ x)))[1:]
    errors, degrees = slope_errors(x[:, 1:], y, None, None, None)
    assert_allclose(errors, theirs, rtol=1e-10)
    assert degrees == 193


def test_equal_case_weights_give_errors_near_those_of_least_squares():
    low, high, y = answers(2000)
    x = np.column_stack([low, high]).astype(float)
    plain, weighed = slope_errors(x, y, None, None, None), slope_errors(x, y, np.ones(2000), None, None)
    assert_allclose(weighed[0], plain[0], rtol=0.1)


def test_the_same_respondents_twice_in_a_cluster_leave_the_error_as_it_was():
    low, high, y = answers(300)
    x = np.column_stack([low, high]).astype(float)
    alone, degrees = slope_errors(x, y, np.ones(300), None, None)
    units = np.repeat(np.arange(300), 2)
    together, clusters = slope_errors(np.repeat(x, 2, axis=0), np.repeat(y, 2), None, units, None)
    assert_allclose(together, alone, rtol=1e-10)
    assert degrees == clusters == 299


def test_fewer_respondents_than_columns_have_no_error():
    low, high, y = answers(6)
    assert slope_errors(np.column_stack([low, high]).astype(float), y, None, None, None) is None
