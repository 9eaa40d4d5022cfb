import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.effects import total_effects
from csi.numerics.fit_measures import implied_correlations, misfit
from csi.numerics.plsc import consistent

from ..reference import peer
from .ecsi import VARIANTS, fitted, golden, one_factor_model, resampled
from .test_pls import STARTS


@pytest.mark.parametrize("variant", VARIANTS)
def test_srmr_of_the_estimated_composite_model_equals_csem_to_1e_9(variant):
    r, design, fit = fitted(variant)
    implied = implied_correlations(fit.correlations, fit.path_coefficients, fit.r_squared, design.paths)
    found = misfit(r, fit.loadings, implied, STARTS)
    assert found.srmr[0] == pytest.approx(peer(f"mobi__{variant}__cSEM")["assess"]["SRMR"], abs=1e-9)


def test_srmr_of_consistent_pls_equals_csem_to_1e_9():
    r, design, fit = fitted("modeA_path")
    c = consistent(fit.outer_weights, fit.correlations, STARTS, design.paths, design.formative, loadings=fit.loadings)
    implied = implied_correlations(c.correlations, c.path_coefficients, c.r_squared, design.paths)
    found = misfit(r, c.loadings, implied, STARTS, common_factors=True)
    assert found.srmr[0] == pytest.approx(peer("mobi__plsc_path__cSEM")["assess"]["SRMR"], abs=1e-9)


def test_d_uls_of_the_saturated_factor_model_equals_openpls_to_1e_9():
    r, _, fit = fitted("modeA_path")
    found = misfit(r, fit.loadings, fit.correlations, STARTS, common_factors=True)
    assert found.d_uls[0] == pytest.approx(peer("mobi__modeA_path__openpls")["model_fit"]["d_uls"], abs=1e-9)


def test_srmr_of_the_six_digit_correlations_equals_the_three_published_forms():
    r, design, fit = golden()
    implied = implied_correlations(fit.correlations, fit.path_coefficients, fit.r_squared, design.paths)
    assert misfit(r, fit.loadings, implied, STARTS).srmr[0] == pytest.approx(0.12360, abs=5e-6)
    assert misfit(r, fit.loadings, fit.correlations, STARTS).srmr[0] == pytest.approx(0.05736, abs=5e-6)
    assert misfit(r, fit.loadings, fit.correlations, STARTS, common_factors=True).srmr[0] == pytest.approx(0.07513, abs=5e-6)


def test_implied_correlations_are_those_of_the_simultaneous_equations():
    _, design, fit = golden()
    through = np.eye(7) + total_effects(fit.path_coefficients)[:, :, 0]
    left = np.diag(np.append(1, 1 - fit.r_squared[1:, 0]))
    implied = implied_correlations(fit.correlations, fit.path_coefficients, fit.r_squared, design.paths)
    assert_allclose(implied[:, :, 0], through.T @ left @ through, atol=1e-12)


def test_causes_of_everything_keep_their_correlations():
    paths = np.array([[False, False, True], [False, False, True], [False, False, False]])
    r = np.array([[1, 0.3, 0.5], [0.3, 1, 0.4], [0.5, 0.4, 1]])[:, :, None]
    beta = np.linalg.solve(r[:2, :2, 0], r[:2, 2, 0])
    coefficients = np.zeros((3, 3, 1))
    coefficients[:2, 2, 0] = beta
    explained = np.array([[0.0], [0.0], [beta @ r[:2, 2, 0]]])
    assert_allclose(implied_correlations(r, coefficients, explained, paths), r, atol=1e-15)


def test_a_model_of_two_factors_that_holds_has_no_misfit():
    loadings = np.array([0.9, 0.8, 0.7, 0.6, 0.5])[:, None]
    r = one_factor_model(*loadings[:, 0])[:, :, 0]
    r[:2, 2:] *= 0.3
    r[2:, :2] *= 0.3
    between = np.array([[1, 0.3], [0.3, 1]])[:, :, None]
    found = misfit(r[:, :, None], loadings, between, (0, 2), common_factors=True)
    assert_allclose([found.srmr, found.d_uls], 0, atol=1e-15)


def test_one_residual_weighs_what_it_should():
    # three items: six cells of the lower triangle, one of them off by .12
    r = np.eye(3)
    r[2, 0] = r[0, 2] = 0.3 * 0.6 + 0.12
    r[2, 1] = r[1, 2] = 0.3 * 0.5
    found = misfit(r[:, :, None], np.array([[0.6], [0.5], [1]]), np.array([[1, 0.3], [0.3, 1]])[:, :, None], (0, 2))
    assert found.srmr[0] == pytest.approx(0.12 / np.sqrt(6))
    assert found.d_uls[0] == pytest.approx(0.12**2)


def test_composites_and_factors_may_stand_in_one_model():
    r, _, fit = golden()
    some = misfit(r, fit.loadings, fit.correlations, STARTS, common_factors=(True, *(False,) * 6))
    none, every = (misfit(r, fit.loadings, fit.correlations, STARTS, common_factors=form) for form in (False, True))
    assert none.d_uls[0] < some.d_uls[0] < every.d_uls[0]


def test_the_misfit_of_a_replicate_is_the_same_alone_and_in_company():
    many = resampled(50, 6)
    _, _, fit = golden()
    loadings, between = np.repeat(fit.loadings, 6, axis=1), np.repeat(fit.correlations, 6, axis=2)
    alone = [misfit(many[:, :, b : b + 1], fit.loadings, fit.correlations, STARTS).srmr[0] for b in range(6)]
    assert_allclose(misfit(many, loadings, between, STARTS).srmr, alone, atol=1e-14)
