from itertools import combinations
from math import factorial

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import random_driver, shapley, shapley_orders
from csi.numerics.explained import composed, explained, johnson
from csi.numerics.lmg import lmg
from csi.numerics.ranks import rank_interval, ranks
from csi.numerics.relative_weights import relative_weights, twins
from csi.numerics.side_by_side import in_parts
from csi.numerics.small_subsets import early_gains

from . import cars

# the example of the R package iopsych: four drivers, one of them against the outcome
IOPSYCH = np.array([[1, 0.2, 0.3, 0.4], [0.2, 1, 0.5, 0.1], [0.3, 0.5, 1, 0.2], [0.4, 0.1, 0.2, 1]])
IOPSYCH_OUTCOME = np.array([-0.4, 0.1, -0.3, 0.4])


def correlated(p: int, batch: int = 1, seed: int = 0, common: float = 0.7) -> tuple[np.ndarray, np.ndarray]:
    """Correlations of p drivers and an outcome in `batch` samples of 60."""
    rng = np.random.default_rng(seed)
    answers = rng.standard_normal((batch, 60, p + 1)) + common * rng.standard_normal((batch, 60, 1))
    whole = np.stack([np.corrcoef(sample.T) for sample in answers], axis=-1)
    return whole[:p, :p], whole[:p, p]


def r_squared(among: np.ndarray, toward: np.ndarray, chosen: tuple[int, ...]) -> float:
    at = list(chosen)
    return float(toward[at] @ np.linalg.solve(among[np.ix_(at, at)], toward[at])) if at else 0.0


def mean_gain(among: np.ndarray, toward: np.ndarray, driver: int, size: int) -> float:
    """What a driver gains after `size` others, averaged over all of them."""
    others = [other for other in range(len(toward)) if other != driver]
    gains = [
        r_squared(among, toward, (*before, driver)) - r_squared(among, toward, before) for before in combinations(others, size)
    ]
    return float(np.mean(gains))


def brute_force(among: np.ndarray, toward: np.ndarray) -> np.ndarray:
    """Shapley's rule word by word: over all subsets, weighted by the orders that they stand for."""
    p = len(toward)
    shares = np.zeros(p)
    for driver in range(p):
        others = [other for other in range(p) if other != driver]
        for size in range(p):
            weight = factorial(size) * factorial(p - 1 - size) / factorial(p)
            for before in combinations(others, size):
                gain = r_squared(among, toward, (*before, driver)) - r_squared(among, toward, before)
                shares[driver] += weight * gain
    return shares


@pytest.mark.parametrize("p", range(1, 9))
def test_shapley_shares_equal_brute_force_over_all_subsets(p):
    among, toward = correlated(p, batch=2)
    expected = np.column_stack([brute_force(among[:, :, b], toward[:, b]) for b in range(2)])
    assert_allclose(shapley.shapley(among, toward), expected, atol=1e-12)


@pytest.mark.parametrize("room", [2**7, 2**8, 2**10])
def test_shapley_shares_do_not_depend_on_how_subsets_are_divided(room, monkeypatch):
    among, toward = correlated(7, batch=3)
    expected = shapley.shapley(among, toward)
    monkeypatch.setattr(shapley, "CACHE", room)
    monkeypatch.setattr(shapley, "TOGETHER", 2)
    assert_allclose(shapley.shapley(among, toward), expected, atol=1e-13)


def test_shapley_shares_of_twenty_drivers_sum_to_r_squared():
    among, toward = correlated(20)
    shares = shapley.shapley(among, toward)[:, 0]
    assert shares.sum() == pytest.approx(r_squared(among[:, :, 0], toward[:, 0], tuple(range(20))), abs=1e-12)


def test_shapley_shares_of_uncorrelated_drivers_are_squared_correlations():
    toward = np.array([[0.6], [0.3], [-0.2]])
    assert_allclose(shapley.shapley(np.eye(3)[:, :, None], toward), toward**2, atol=1e-15)


def test_two_drivers_by_hand():
    # r12 = .5, r1 = .6, r2 = .4: R2 = (.36 + .16 - 2 * .5 * .24) / .75 = .28 / .75; each gains its r2 first and the rest last
    shares = shapley.shapley(np.array([[1, 0.5], [0.5, 1]])[:, :, None], np.array([[0.6], [0.4]]))[:, 0]
    whole = 0.28 / 0.75
    assert_allclose(shares, [(0.36 + whole - 0.16) / 2, (0.16 + whole - 0.36) / 2], atol=1e-15)


def car_correlations() -> tuple[np.ndarray, np.ndarray]:
    whole = np.corrcoef(cars.answers().T)[:, :, None]
    return whole[:4, :4], whole[:4, 4]


def test_relative_weights_of_the_cars_equal_rwa_to_1e_7():
    # rwa (R), README: mpg on cyl, disp, hp, gear
    weights = relative_weights(*car_correlations())[:, 0]
    assert_allclose(weights, [0.2284797, 0.2221469, 0.2321744, 0.0963886], atol=1e-7)
    assert_allclose(100 * weights / weights.sum(), [29.32274, 28.50999, 29.79691, 12.37037], atol=1e-5)


def test_shapley_shares_of_the_cars_change_the_order_of_cylinders_and_horsepower():
    assert_allclose(shapley.shapley(*car_correlations())[:, 0], [0.247052, 0.243500, 0.210913, 0.077725], atol=1e-6)


def test_every_measure_equals_iopsych_on_its_example():
    found = explained(IOPSYCH[:, :, None], IOPSYCH_OUTCOME[:, None], (johnson,))
    assert_allclose(found["relative_weight"][:, 0], [0.240661, 0.054927, 0.121435, 0.281582], atol=1e-6)
    assert_allclose(found["beta"][:, 0], [-0.622682, 0.374845, -0.440558, 0.6997], atol=1e-6)
    assert found["r_squared"][0] == pytest.approx(0.698604, abs=1e-6)
    shares = shapley.shapley(IOPSYCH[:, :, None], IOPSYCH_OUTCOME[:, None])[:, 0]
    assert_allclose(shares, [0.238070, 0.056103, 0.118004, 0.286427], atol=1e-6)


def test_relative_weights_sum_to_r_squared_and_none_is_negative():
    among, toward = correlated(9, batch=5)
    weights = relative_weights(among, toward)
    expected = [r_squared(among[:, :, b], toward[:, b], tuple(range(9))) for b in range(5)]
    assert_allclose(weights.sum(axis=0), expected, atol=1e-12)
    assert (weights >= 0).all()


def test_a_replicate_whose_drivers_determine_one_another_is_blank_and_spoils_no_other():
    among, toward = correlated(3, batch=2)
    among, toward = among.copy(), toward.copy()
    among[:, :, 0], toward[:, 0] = 1, 0.5
    found = explained(among, toward, (johnson,))
    assert np.isnan(found["relative_weight"][:, 0]).all()
    assert np.isnan(found["beta"][:, 0]).all()
    assert_allclose(found["beta"][:, 1], np.linalg.solve(among[:, :, 1], toward[:, 1]))
    assert_allclose(found["correlation"][:, 0], 0.5)


def test_relative_weights_of_drivers_that_determine_one_another_are_not_made_up():
    assert np.isnan(relative_weights(np.ones((2, 2, 1)), np.full((2, 1), 0.5))).all()


def test_drivers_that_determine_one_another_are_found_among_others():
    rng = np.random.default_rng(1)
    answers = rng.standard_normal((50, 4))
    answers = np.column_stack([answers, answers[:, 1] + answers[:, 3]])
    assert twins(np.corrcoef(answers.T)) == (1, 3, 4)
    assert twins(np.corrcoef(answers[:, :4].T)) == ()


def test_variance_inflation_is_that_of_a_regression_on_the_others():
    among, toward = correlated(4)
    share = r_squared(among[1:, 1:, 0], among[1:, 0, 0], (0, 1, 2))
    assert explained(among, toward)["vif"][0, 0] == pytest.approx(1 / (1 - share))


def test_scores_correlate_as_the_weighted_answers_they_are_made_of():
    rng = np.random.default_rng(2)
    answers = rng.standard_normal((40, 4)) + rng.standard_normal((40, 1))
    standard = (answers - answers.mean(axis=0)) / answers.std(axis=0)
    weights = [((0, 2), np.array([[0.3], [0.7]])), ((1,), np.ones((1, 1))), ((3,), np.ones((1, 1)))]
    scores = np.column_stack([standard[:, [0, 2]] @ [0.3, 0.7], standard[:, 1], standard[:, 3]])
    assert_allclose(composed(np.corrcoef(answers.T)[:, :, None], weights)[:, :, 0], np.corrcoef(scores.T), atol=1e-12)


def test_early_gains_are_means_over_all_that_can_stand_before():
    among, toward = correlated(6)
    expected = [sum(mean_gain(among[:, :, 0], toward[:, 0], driver, size) for size in range(3)) for driver in range(6)]
    assert_allclose(early_gains(among, toward)[:, 0], expected, atol=1e-13)


def test_in_a_whole_set_of_orders_every_driver_stands_twice_in_every_place():
    sets = shapley_orders.balanced_orders(7, 3, np.random.default_rng(0), whole=True)
    assert sets.shape == (3, 14, 7)
    counts = [[(one[:, place] == driver).sum() for place in range(7)] for one in sets for driver in range(7)]
    assert np.array(counts).tolist() == [[2] * 7] * 21
    assert_allclose(sets[:, :7, ::-1], sets[:, 7:])


def test_all_orders_together_give_the_exact_shares():
    from itertools import permutations

    among, toward = correlated(5, batch=2)
    every = np.array(list(permutations(range(5))))[None]
    assert_allclose(shapley_orders.shapley_by_orders(among, toward, every)[0], brute(among, toward), atol=1e-12)


def brute(among: np.ndarray, toward: np.ndarray) -> np.ndarray:
    return np.column_stack([brute_force(among[:, :, b], toward[:, b]) for b in range(toward.shape[1])])


def test_sampled_orders_come_as_near_as_their_error_says():
    among, toward = correlated(10)
    orders = shapley_orders.balanced_orders(10, 30, np.random.default_rng(3))
    by_set = shapley_orders.shapley_by_orders(among, toward, orders)[:, :, 0]
    error = by_set.std(axis=0, ddof=1) / np.sqrt(30)
    away = (by_set.mean(axis=0) - shapley.shapley(among, toward)[:, 0]) / error
    assert 0.4 < np.sqrt((away**2).mean()) < 1.8


def test_every_set_of_orders_sums_to_r_squared():
    among, toward = correlated(9, batch=2)
    by_set = shapley_orders.shapley_by_orders(among, toward, shapley_orders.balanced_orders(9, 2, np.random.default_rng(0)))
    whole = explained(among, toward)["r_squared"]
    assert_allclose(by_set.sum(axis=1), np.broadcast_to(whole, (2, 2)), atol=1e-12)


def resampled(p: int, batch: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """An estimate of 250 respondents and `batch` of its resamples."""
    rng = np.random.default_rng(5)
    answers = rng.standard_normal((250, p + 1)) + rng.standard_normal((250, 1))
    drawn = [answers, *(answers[rng.integers(0, 250, 250)] for _ in range(batch))]
    whole = np.stack([np.corrcoef(rows.T) for rows in drawn], axis=-1)
    return whole[:p, :p, :1], whole[:p, p, :1], whole[:p, :p, 1:], whole[:p, p, 1:]


def test_resamples_by_orders_that_the_estimate_has_in_common_come_near_the_exact_ones(monkeypatch):
    monkeypatch.setattr("csi.numerics.lmg.QUICK", 0)
    among, toward, drawn_among, drawn_toward = resampled(11, 60)
    reckoned = lmg(among, toward, resamples=60, seed=1)
    found = reckoned.of_resamples(drawn_among, drawn_toward)
    exact = shapley.shapley(drawn_among, drawn_toward)
    away = np.sqrt(((found["shapley"] - exact) ** 2).mean(axis=1)) / exact.std(axis=1)
    told = np.sqrt(found["shapley_noise"].mean(axis=1)) / exact.std(axis=1)
    assert away.max() < 0.2
    assert_allclose(np.sqrt((away**2).mean()), np.sqrt((told**2).mean()), rtol=0.5)


def test_few_resamples_of_few_drivers_are_exact():
    among, toward, drawn_among, drawn_toward = resampled(5, 10)
    reckoned = lmg(among, toward, resamples=10, seed=1)
    assert reckoned.orders is None
    assert_allclose(reckoned.of_resamples(drawn_among, drawn_toward)["shapley"], brute(drawn_among, drawn_toward), atol=1e-12)


def test_the_estimate_of_twenty_drivers_is_exact_and_that_of_more_is_sampled_with_an_error():
    among, toward, _, _ = resampled(21, 1)
    within = lmg(among[:20, :20], toward[:20], resamples=0, seed=1)
    beyond = lmg(among, toward, resamples=0, seed=1)
    assert (within.sampled, float(within.error.max())) == (0, 0)
    assert beyond.sampled >= 2000
    assert 0 < beyond.error.max() < 0.001


def test_what_is_asked_of_exactness_is_done_up_to_twenty_drivers():
    among, toward, _, _ = resampled(18, 1)
    assert lmg(among, toward, resamples=5000, seed=1).orders is not None
    assert lmg(among, toward, resamples=5000, seed=1, exact=True).orders is None


def test_a_random_driver_weighs_what_added_random_answers_weigh():
    rng = np.random.default_rng(6)
    n, p = 80, 4
    answers = rng.standard_normal((n, p + 1)) + rng.standard_normal((n, 1))
    whole = np.corrcoef(answers.T)
    by_chance = random_driver.weights_by_chance(whole[:p, :p], whole[:p, p], n, 4000, rng)
    added = np.stack([np.corrcoef(np.column_stack([rng.standard_normal(n), answers]).T) for _ in range(4000)], axis=-1)
    truly = relative_weights(added[: p + 1, : p + 1], added[: p + 1, p + 1])[0]
    assert_allclose(np.quantile(by_chance, [0.5, 0.9]), np.quantile(truly, [0.5, 0.9]), rtol=0.12)


def test_p_counts_the_random_drivers_that_weigh_as_much():
    assert_allclose(random_driver.p_of_weights(np.array([0.5, 0.05, 0.0]), np.array([0.1, 0.2, 0.0, 0.05])), [0.2, 0.8, 1.0])


def test_ranks_count_from_the_largest_and_equals_keep_their_order():
    assert ranks(np.array([[0.2, 0.1], [0.5, 0.1], [0.3, 0.4]])).tolist() == [[3, 2], [1, 3], [2, 1]]


def test_the_ends_of_a_rank_are_ranks_that_occurred():
    drawn = np.array([[1] * 90 + [2] * 10, [2] * 90 + [1] * 10])
    assert rank_interval(drawn, (0.025, 0.975)).tolist() == [[1, 1], [2, 2]]
    assert rank_interval(drawn, (0.2, 0.8)).tolist() == [[1, 2], [1, 2]]
    assert rank_interval(np.array([[1] * 50 + [4] * 50]), (0.5, 0.51)).tolist() == [[1], [4]]


def test_parts_side_by_side_are_the_whole():
    values = np.arange(14.0).reshape(2, 7)
    assert_allclose(in_parts(lambda one: one**2, values, size=3), values**2)
