import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.optimize import minimize

from csi.numerics import reliability
from csi.numerics.one_factor import one_factor

from ..reference import peer
from .ecsi import VARIANTS, column, fitted, golden, one_factor_model, resampled

# pingouin's example survey, 15 people and 10 questions (columns): alpha .5917188 with 95 % interval .195 to .840, also in R's psych
PINGOUIN = np.array([
    [3, 2, 4, 1, 4, 5, 1, 4, 3, 2], [5, 4, 6, 3, 5, 1, 2, 5, 5, 5], [7, 3, 5, 5, 6, 4, 3, 3, 6, 5], [2, 4, 3, 3, 2, 2, 2, 6, 6, 3],
    [6, 5, 6, 5, 4, 4, 4, 6, 7, 5], [1, 2, 3, 4, 2, 5, 2, 3, 5, 2], [4, 3, 5, 3, 5, 2, 1, 2, 4, 3], [2, 4, 4, 3, 7, 2, 2, 4, 6, 5],
    [6, 5, 5, 5, 1, 6, 5, 2, 3, 2], [5, 4, 6, 4, 3, 5, 3, 1, 7, 2], [4, 3, 5, 2, 5, 3, 2, 3, 4, 1], [4, 2, 3, 2, 5, 3, 4, 2, 3, 4],
    [5, 5, 6, 2, 3, 3, 2, 4, 4, 5], [6, 5, 5, 4, 2, 2, 1, 4, 6, 5], [4, 3, 5, 5, 3, 1, 3, 2, 3, 4],
], dtype=float)  # fmt: skip


def covariances(columns: np.ndarray) -> np.ndarray:
    return np.cov(columns.T)[:, :, None]


def several() -> list[int]:
    """Latents with more than one item."""
    return [0, 1, 2, 3, 4, 6]


@pytest.mark.parametrize("variant", VARIANTS)
def test_alpha_equals_seminr_to_1e_9(variant):
    r, design, _ = fitted(variant)
    ours = np.array([reliability.alpha(r[block, block])[0] for block in design.blocks])
    theirs = column(peer(f"mobi__{variant}__seminr")["reliability"], "alpha")
    assert_allclose(ours[several()], theirs[several()], atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("key", "measure"), [("rhoC", reliability.rho_c), ("AVE", reliability.ave)])
def test_rho_c_and_ave_equal_seminr_to_1e_9(variant, key, measure):
    _, design, fit = fitted(variant)
    ours = np.array([measure(fit.loadings[block])[0] for block in design.blocks])
    theirs = column(peer(f"mobi__{variant}__seminr")["reliability"], key)
    assert_allclose(ours[several()], theirs[several()], atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
def test_rho_a_of_reflective_blocks_equals_seminr_to_1e_9(variant):
    _, design, fit = fitted(variant)
    reflective = [h for h in several() if not design.formative[h]]
    ours = [reliability.rho_a(fit.outer_weights[design.blocks[h]])[0] for h in reflective]
    theirs = column(peer(f"mobi__{variant}__seminr")["reliability"], "rhoA")
    assert_allclose(ours, theirs[reflective], atol=1e-9)


def test_alpha_and_rho_a_of_the_six_digit_correlations_equal_the_published_ones():
    r, design, fit = golden()
    alpha = [reliability.alpha(r[design.blocks[h], design.blocks[h]])[0] for h in several()]
    rho_a = [reliability.rho_a(fit.outer_weights[design.blocks[h]])[0] for h in several()]
    assert_allclose(alpha, [0.722835, 0.451903, 0.877010, 0.823632, 0.779195, 0.472399], atol=3e-6)
    assert_allclose(rho_a, [0.740329, 0.462055, 0.884246, 0.854996, 0.789102, 0.745734], atol=1e-5)


def test_alpha_of_the_answers_equals_pingouin_and_r():
    assert reliability.alpha(covariances(PINGOUIN))[0] == pytest.approx(0.5917188, abs=1e-7)


def test_the_feldt_interval_equals_pingouin():
    assert_allclose(reliability.feldt(0.5917188, 15, 10, 0.95), (0.195, 0.840), atol=5e-4)


def test_alpha_of_three_nearly_equal_items_is_high():
    items = np.array([[4, 5, 4], [3, 4, 3], [5, 5, 5], [2, 3, 2]], dtype=float)
    assert reliability.alpha(covariances(items))[0] == pytest.approx(48 / 49, abs=1e-12)


def test_alpha_of_items_that_measure_equally_well_is_the_reliability_of_their_sum():
    # true score of variance 2, error of variance 3, five items: 25 * 2 / (25 * 2 + 5 * 3)
    tau_equivalent = 2 * np.ones((5, 5)) + 3 * np.eye(5)
    assert reliability.alpha(tau_equivalent[:, :, None])[0] == pytest.approx(50 / 65)


def test_omega_recovers_the_reliability_of_the_sum_where_one_factor_holds():
    # sum of loadings 3, squared 9; what is left: 5 - (.81 + .64 + .49 + .16 + .04) = 2.86
    r = one_factor_model(0.9, 0.8, 0.7, 0.4, 0.2)
    assert reliability.omega(r)[0] == pytest.approx(9 / 11.86, abs=1e-9)


def test_omega_is_above_alpha_where_items_measure_unequally_well():
    r = one_factor_model(0.9, 0.8, 0.4, 0.2)
    assert reliability.omega(r)[0] > reliability.alpha(r)[0] + 0.02


def test_omega_of_two_items_is_their_spearman_brown():
    r = one_factor_model(0.8, 0.75)
    assert_allclose(reliability.omega(r), reliability.spearman_brown(r[0, 1]))


def test_omega_is_nothing_where_two_items_are_opposed():
    assert reliability.omega(one_factor_model(0.6, -0.6))[0] == 0


def test_loadings_of_minimum_residuals_leave_no_smaller_residuals():
    r, design, _ = golden()
    quality = r[design.blocks[2], design.blocks[2]]
    below = np.tril_indices(7, -1)
    best = minimize(lambda x: np.sum((quality[:, :, 0] - np.outer(x, x))[below] ** 2), np.full(7, 0.7), tol=1e-14)
    assert_allclose(one_factor(quality)[:, 0], best.x, atol=1e-6)


def test_loadings_that_would_pass_one_stop_there():
    # r12 r13 / r23 = 1.2 would be the first loading squared
    r = np.array([[1, 0.6, 0.6], [0.6, 1, 0.3], [0.6, 0.3, 1]])[:, :, None]
    assert one_factor(r)[0, 0] == 1


def test_the_signs_of_reversed_items_are_found():
    loadings = one_factor(one_factor_model(0.8, -0.7, 0.6, -0.5))[:, 0]
    assert_allclose(loadings * np.sign(loadings[0]), [0.8, -0.7, 0.6, -0.5], atol=1e-8)


def test_loadings_that_do_not_settle_are_not_given():
    beyond_one = np.array([[1, 0.7, 0.7, 0.7], [0.7, 1, 0.2, 0.3], [0.7, 0.2, 1, 0.1], [0.7, 0.3, 0.1, 1]])
    many = np.stack([np.eye(4), beyond_one], axis=2)
    assert np.isnan(one_factor(many, max_sweeps=1)).all(axis=0).tolist() == [False, True]
    assert one_factor(many)[0, 1] == 1


def test_loadings_reached_by_newton_leave_no_smaller_residuals_either():
    many = resampled(50, 40)[:7, :7]
    for r, found in zip(np.moveaxis(many, -1, 0), one_factor(many, tolerance=1e-12).T, strict=True):
        best = minimize(_squares, np.full(7, 0.7), args=(r,), tol=1e-14)
        assert np.abs(best.x).max() > 0.99 or _squares(found, r) <= best.fun + 1e-9


def _squares(loadings, r):
    return np.sum((r - np.outer(loadings, loadings))[np.tril_indices(len(r), -1)] ** 2)


def test_omega_does_not_depend_on_where_the_iteration_starts():
    r, design, _ = golden()
    image = r[design.blocks[0], design.blocks[0]]
    assert_allclose(reliability.omega(image, np.full(5, 0.5)), reliability.omega(image), atol=1e-9)


def test_omega_of_a_replicate_is_the_same_alone_and_in_company():
    many = resampled(40, 30)[:5, :5]
    alone = [reliability.omega(many[:, :, b : b + 1].copy())[0] for b in range(30)]
    assert_allclose(reliability.omega(many), alone, atol=1e-13)


def test_a_looser_tolerance_moves_omega_by_less_than_the_tolerance_wide():
    many = resampled(100, 50)[8:15, 8:15]
    assert_allclose(reliability.omega(many, tolerance=1e-5), reliability.omega(many), atol=1e-5)


def test_omega_of_items_without_correlation_is_nothing():
    assert reliability.omega(np.eye(4)[:, :, None])[0] == 0


def test_one_item_has_no_reliability():
    one = np.ones((1, 1, 2))
    assert np.isnan([reliability.alpha(one), reliability.omega(one), reliability.rho_a(one[0])]).all()
    assert np.isnan([reliability.rho_c(one[0]), reliability.ave(one[0])]).all()
    assert np.isnan([reliability.item_rest(one), reliability.alpha_if_dropped(one)]).all()


def test_items_that_cancel_out_have_no_alpha():
    assert np.isnan(reliability.alpha(np.array([[2.0, -2], [-2, 2]])[:, :, None])[0])


def test_a_missing_correlation_spoils_its_own_replicate_only():
    both = resampled(50, 2)[:5, :5]
    both[1, 2, 0] = both[2, 1, 0] = np.nan
    assert np.isnan(reliability.alpha(both)).tolist() == [True, False]
    assert np.isnan(reliability.omega(both)).tolist() == [True, False]


def test_item_rest_is_the_correlation_with_the_sum_of_the_others():
    direct = [np.corrcoef(PINGOUIN[:, j], np.delete(PINGOUIN, j, axis=1).sum(axis=1))[0, 1] for j in range(10)]
    assert_allclose(reliability.item_rest(covariances(PINGOUIN))[:, 0], direct, atol=1e-12)


def test_alpha_if_dropped_is_alpha_of_the_others():
    direct = [reliability.alpha(covariances(np.delete(PINGOUIN, j, axis=1)))[0] for j in range(10)]
    assert_allclose(reliability.alpha_if_dropped(covariances(PINGOUIN))[:, 0], direct, atol=1e-12)


def test_an_item_of_two_leaves_no_alpha_behind():
    assert np.isnan(reliability.alpha_if_dropped(one_factor_model(0.8, 0.7))).all()


def test_a_constant_item_has_no_item_rest_correlation():
    flat = np.diag([1.0, 1.0, 0.0])
    flat[0, 1] = flat[1, 0] = 0.5
    assert np.isnan(reliability.item_rest(flat[:, :, None])[2, 0])


def test_an_item_beside_others_that_cancel_out_has_no_item_rest_correlation():
    # the last is the opposite of the two before it; what is left of the variance of their sum is rounding, 2e-17
    weights = np.array([[0.1, 0, 0], [0, 0.1, 0], [0, 0, 0.2], [0, -0.1, -0.2]])
    found = weights @ weights.T
    found[0, [1, 3]] = found[[1, 3], 0] = 0.2, -0.2
    assert np.isnan(reliability.item_rest(found[:, :, None])[0, 0])


def test_spearman_brown_of_a_half_is_two_thirds():
    assert reliability.spearman_brown(np.array([0.5]))[0] == pytest.approx(2 / 3)


def test_two_opposite_items_have_no_spearman_brown():
    assert np.isnan(reliability.spearman_brown(np.array([-1.0]))[0])


def test_one_respondent_or_one_item_gives_no_feldt_interval():
    assert np.isnan([reliability.feldt(0.8, 1, 4, 0.95), reliability.feldt(float("nan"), 50, 1, 0.95)]).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.2, 0.95), min_size=3, max_size=8))
def test_omega_of_one_factor_data_never_falls_below_alpha(loadings):
    r = one_factor_model(*loadings)
    assert reliability.omega(r)[0] >= reliability.alpha(r)[0] - 1e-8


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 7), st.integers(3, 30))
def test_no_block_of_any_survey_has_an_omega_outside_nothing_to_one(seed, p, n):
    answers = np.random.default_rng(seed).integers(1, 4, (p, n)) + np.arange(n) / 1000
    omega = reliability.omega(np.corrcoef(answers)[:, :, None])[0]
    assert np.isnan(omega) or 0 <= omega <= 1 + 1e-9
