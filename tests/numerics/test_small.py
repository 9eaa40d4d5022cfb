import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import generate, index, intervals, linear
from csi.numerics.effects import total_effects
from csi.numerics.tests import holm, linearised_error, two_sided_p


def test_holm_equals_the_worked_case():
    # methods: Holm (1979); p .01 .04 .03 .005 -> .03 .06 .06 .02
    assert_allclose(holm(np.array([0.01, 0.04, 0.03, 0.005])), [0.03, 0.06, 0.06, 0.02])


def test_holm_leaves_out_what_has_no_p():
    assert_allclose(holm(np.array([0.01, np.nan, 0.03])), [0.02, np.nan, 0.03])


def test_a_two_sided_p_equals_the_table_of_student():
    assert_allclose(two_sided_p(np.array([2.262157, -2.262157]), np.array([9.0, 9.0])), 0.05, atol=1e-6)


def test_the_linearised_error_of_a_plain_mean_is_s_over_root_n():
    x = np.array([3.0, 5, 9, 4, 7])
    residuals = ((x - x.mean()) / 5)[:, None]
    assert_allclose(linearised_error(residuals, np.array([5.0]))[0], x.std(ddof=1) / np.sqrt(5))


def test_index_is_unmoved_when_answers_are_recoded_from_1_10_to_0_9():
    means = np.array([[7.3], [4.4]])
    one = index.performance(means, np.array([1.0, 1]), np.array([10.0, 10]))
    other = index.performance(means - 1, np.array([0.0, 0]), np.array([9.0, 9]))
    assert_allclose(one, other)


def test_unstandardised_shares_divide_by_the_deviation_and_sum_to_one():
    shares = index.unstandardised_shares(np.array([[0.5], [0.5]]), np.array([[1.0], [2.0]]), np.array([9.0, 9.0]), (0,))
    assert_allclose(shares[:, 0], [2 / 3, 1 / 3])


def test_shares_of_mixed_scales_are_those_of_the_items_on_0_100():
    # the same item stored on 1-10 and on 1-100 must weigh the same
    shares = index.unstandardised_shares(np.array([[0.5], [0.5]]), np.array([[1.0], [11.0]]), np.array([9.0, 99.0]), (0,))
    assert_allclose(shares[:, 0], [0.5, 0.5])


def test_plain_percentiles_from_a_hundred_respondents_on():
    assert intervals.levels(0.95, 100) == pytest.approx((0.025, 0.975))


def test_expanded_percentiles_below_a_hundred_are_those_of_hesterberg():
    # Hesterberg (2015): n = 10, 95 %: Phi(-sqrt(10/9) * 2.262157) = 0.008548
    lower, upper = intervals.levels(0.95, 10)
    assert lower == pytest.approx(0.008548, abs=1e-5)
    assert upper == pytest.approx(1 - lower)


def test_indirect_effects_multiply_along_the_way():
    paths = np.zeros((3, 3, 1))
    paths[0, 1], paths[1, 2], paths[0, 2] = 0.5, 0.4, 0.1
    assert_allclose(total_effects(paths)[0, 2, 0], 0.1 + 0.5 * 0.4)


def test_solve_equals_numpy_for_a_batch():
    rng = np.random.default_rng(1)
    root = rng.standard_normal((4, 4, 3))
    matrices = np.einsum("ikb,jkb->ijb", root, root) + 4 * np.eye(4)[:, :, None]
    right = rng.standard_normal((4, 3))
    expected = np.stack([np.linalg.solve(matrices[:, :, b], right[:, b]) for b in range(3)], axis=1)
    assert_allclose(linear.solve(matrices, right), expected, rtol=1e-10)


def test_an_indefinite_matrix_becomes_definite_with_a_unit_diagonal():
    bad = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])[:, :, None]
    mended = linear.nearest_definite(bad)[:, :, 0]
    assert linear.smallest_eigenvalue(mended) > 0
    assert_allclose(np.diag(mended), 1)


def test_generated_latents_obey_their_paths():
    paths = np.zeros((3, 3))
    paths[0, 1], paths[0, 2], paths[1, 2] = 0.6, 0.2, 0.5
    scores = generate.latent_scores(np.random.default_rng(1), 200_000, paths)
    assert_allclose(scores.std(axis=0), 1, atol=0.01)
    beta = np.linalg.lstsq(scores[:, :2], scores[:, 2], rcond=None)[0]
    assert_allclose(beta, [0.2, 0.5], atol=0.01)


def test_generated_answers_are_whole_and_inside_their_scale():
    question = generate.Question(0, 0.8, 5.5, 1.5, 1, 10)
    scores = np.random.default_rng(1).standard_normal((5000, 1))
    answers = generate.answers(np.random.default_rng(2), scores, [question])
    assert set(np.unique(answers)) <= set(range(1, 11))
    assert np.corrcoef(answers[:, 0], scores[:, 0])[0, 1] == pytest.approx(0.8, abs=0.05)


def test_more_than_all_variance_cannot_be_explained():
    paths = np.zeros((2, 2))
    paths[0, 1] = 1.2
    with pytest.raises(ValueError, match="explain"):
        generate.latent_scores(np.random.default_rng(1), 10, paths)


def test_the_stratified_error_is_that_of_the_textbook():
    # two strata of 2 and 3 units: sum over strata of n/(n-1) times the squared deviations inside, by hand
    residuals = np.array([[1.0], [3], [2], [2], [5]])
    by_hand = 2 / 1 * (1 + 1) + 3 / 2 * (1 + 1 + 4)
    strata = np.array([0, 0, 1, 1, 1])
    assert_allclose(linearised_error(residuals, np.array([5.0]), strata)[0], np.sqrt(by_hand))


def test_a_block_whose_weights_cancel_has_no_shares():
    shares = index.unstandardised_shares(np.array([[0.5], [-0.5], [1.0]]), np.ones((3, 1)), np.full(3, 9.0), (0, 2))
    assert np.isnan(shares[:2]).all()
    assert shares[2] == 1
