import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import f as f_law

from csi.numerics.moments import point_sums
from csi.numerics.regression import f_test, regression, wald_test

RNG = np.random.default_rng(3)
X = RNG.normal(50, 10, (80, 2))
Y = 3 + 0.5 * X[:, 0] - 0.2 * X[:, 1] + RNG.normal(0, 5, 80)


def fitted(columns, predictors=(1, 2), v=None):
    return regression(point_sums(columns, v, columns.shape[1]), 0, predictors)


def test_coefficients_and_r_squared_are_those_of_least_squares():
    design = np.column_stack([np.ones(80), X])
    b, rest, *_ = np.linalg.lstsq(design, Y, rcond=None)
    fit = fitted(np.column_stack([Y, X]))
    assert_allclose(fit.coefficients[:, 0], b, rtol=1e-8)
    assert fit.r_squared[0] == pytest.approx(1 - rest[0] / ((Y - Y.mean()) ** 2).sum())


def test_whole_case_weights_are_repeated_respondents():
    v = RNG.integers(1, 4, 80)
    columns = np.column_stack([Y, X])
    assert_allclose(
        fitted(columns, v=v.astype(float)).coefficients, fitted(np.repeat(columns, v, axis=0)).coefficients, rtol=1e-8
    )


def test_rows_that_are_missing_together_do_not_count():
    columns = np.column_stack([Y, X])
    holey = columns.copy()
    holey[:20] = np.nan
    assert_allclose(fitted(holey).coefficients, fitted(columns[20:]).coefficients, rtol=1e-8)


@pytest.mark.parametrize("second", [X[:, 0] * 2 + 1, np.full(80, 4.0), X[:, 0] + 1e-5 * X[:, 1]])
def test_predictors_that_determine_one_another_or_never_vary_have_no_coefficients(second):
    fit = fitted(np.column_stack([Y, X[:, 0], second]))
    assert np.isnan(fit.coefficients).all()
    assert np.isnan(fit.r_squared).all()


def test_the_f_test_is_that_of_nested_models():
    found = f_test(0.5, 0.4, 2, 5, 106)
    assert found.f == pytest.approx(0.1 / 2 / (0.5 / 100))
    assert found.p == pytest.approx(f_law.sf(found.f, 2, 100))


@pytest.mark.parametrize(("whole", "n"), [(0.5, 6), (1.0, 50), (np.nan, 50)])
def test_without_anything_left_to_explain_there_is_no_f_test(whole, n):
    assert f_test(whole, 0.4, 2, 5, n) is None


def test_the_wald_test_of_one_figure_is_its_squared_t():
    draws = RNG.normal(0, 2, (1, 20_000))
    found = wald_test(np.array([3.0]), draws, 30)
    assert found.f == pytest.approx(9 / draws.var(ddof=1))
    assert (found.between, found.within) == (1, 30)


def test_figures_that_move_together_have_no_wald_test():
    draws = RNG.normal(size=(1, 200))
    assert wald_test(np.ones(2), np.vstack([draws, 2 * draws]), 30) is None
