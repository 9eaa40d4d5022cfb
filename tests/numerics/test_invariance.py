import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from csi.numerics.invariance import Yardstick, composition, log_ratio, lower_tail, score_moments, two_sided
from csi.numerics.moments import point_sums

RNG = np.random.default_rng(6)
ANSWERS = RNG.normal(6, 2, (80, 3)) + RNG.normal(0, 2, (80, 1))
FIRST, SECOND = np.array([[0.6], [0.5], [1.0]]), np.array([[0.2], [0.9], [1.0]])
WEIGHTS = np.array([0.4, 0.7, 1.0])


def pooled() -> Yardstick:
    sums = point_sums(ANSWERS, None, 3)
    return Yardstick(sums.correlations()[:, :, 0], sums.means[:, 0], sums.deviations[:, 0], WEIGHTS, (0, 2))


def standardised() -> np.ndarray:
    return (ANSWERS - ANSWERS.mean(axis=0)) / ANSWERS.std(axis=0)


def test_c_is_the_correlation_of_the_scores_by_either_groups_weights():
    z = standardised()
    wanted = np.corrcoef(z[:, :2] @ FIRST[:2, 0], z[:, :2] @ SECOND[:2, 0])[0, 1]
    assert_allclose(composition(FIRST, SECOND, pooled())[0], [wanted], rtol=1e-12)


def test_a_latent_of_one_item_has_no_composition_to_compare():
    assert np.isnan(composition(FIRST, SECOND, pooled())[1]).all()


def test_c_never_passes_one():
    weights = RNG.uniform(0.1, 1, (3, 500))
    assert_allclose(composition(weights, weights * 3, pooled())[0], 1)
    assert composition(weights, weights * 3, pooled())[0].max() <= 1


def test_score_moments_are_those_of_the_pooled_scores_in_the_group():
    group = ANSWERS[:30]
    sums = point_sums(group, None, 3)
    mean, variance = score_moments(sums, pooled(), sums.correlations())
    scores = standardised()[:30, :2] @ WEIGHTS[:2]
    assert_allclose([mean[0, 0], variance[0, 0]], [scores.mean(), scores.var()], rtol=1e-10)


def test_everybody_together_has_mean_zero():
    sums = point_sums(ANSWERS, None, 3)
    assert_allclose(score_moments(sums, pooled(), sums.correlations())[0], 0, atol=1e-12)


def test_the_log_ratio_is_that_of_unbiased_variances():
    a, b = ANSWERS[:30, 0], ANSWERS[30:, 0]
    found = log_ratio(np.array([[a.var()]]), np.array([[b.var()]]), (30, 50))
    assert found[0, 0] == pytest.approx(np.log(a.var(ddof=1) / b.var(ddof=1)))


def test_two_sided_p_is_twice_the_smaller_tail_with_the_observed_counted_in():
    permuted = np.array([[-2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]])
    assert_allclose(two_sided(np.array([5.5]), permuted), [2 * 2 / 10])
    assert_allclose(two_sided(np.array([-3.0]), permuted), [2 * 1 / 10])
    assert_allclose(two_sided(np.array([2.0]), permuted), [1])


def test_the_lower_tail_counts_what_is_as_small():
    assert_allclose(lower_tail(np.array([0.98]), np.array([[0.97, 0.98, 0.99, 1.0]])), [3 / 5])


def test_an_unknown_figure_has_no_p():
    assert_array_equal(np.isnan(two_sided(np.array([np.nan, 1.0]), np.zeros((2, 4)))), [True, False])


def test_equal_figures_are_equal_in_spite_of_rounding():
    assert_allclose(two_sided(np.array([0.1 + 0.2]), np.array([[0.3, 0.3, 0.3]])), [1])
