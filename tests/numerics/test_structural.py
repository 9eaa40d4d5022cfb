import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import structural
from csi.numerics.pls import structure

from ..reference import by_item, peer
from .ecsi import VARIANTS, column, fitted, golden, resampled, square
from .test_pls import STARTS

TWO_CAUSES = np.array([[False, False, True], [False, False, True], [False, False, False]])


def hand(r12: float, r13: float, r23: float) -> np.ndarray:
    return np.array([[1, r12, r13], [r12, 1, r23], [r13, r23, 1]])[:, :, None]


@pytest.mark.parametrize("variant", VARIANTS)
def test_adjusted_r_squared_equals_seminr_to_1e_9(variant):
    _, design, fit = fitted(variant)
    theirs = column(peer(f"mobi__{variant}__seminr")["r_squared_adj"])
    assert_allclose(structural.adjusted_r_squared(fit.r_squared, 250, design.paths)[:, 0], theirs, atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("key", "criterion"), [("BIC", structural.bic), ("AIC", structural.aic)])
def test_bic_and_aic_equal_seminr_to_1e_9(variant, key, criterion):
    _, design, fit = fitted(variant)
    theirs = column(peer(f"mobi__{variant}__seminr")["it_criteria"][key])
    assert_allclose(criterion(fit.r_squared, 250, design.paths)[:, 0], theirs, atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
def test_f_squared_equals_csem_to_1e_9(variant):
    _, design, fit = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__cSEM")["assess"]["F2_to_from"], absent=0)
    assert_allclose(np.nan_to_num(structural.f_squared(fit.correlations, design.paths)[:, :, 0].T), theirs, atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
def test_inner_vif_equals_seminr_to_1e_9(variant):
    _, design, fit = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__seminr")["vif_antecedents"])
    assert_allclose(structural.inner_vif(fit.correlations, design.paths)[:, :, 0].T, theirs, atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
def test_vif_of_items_equals_seminr_to_1e_9(variant):
    r, design, _ = fitted(variant)
    ours = np.concatenate([structural.variance_inflation(r[block, block])[:, 0] for block in design.blocks])
    theirs = by_item(peer(f"mobi__{variant}__seminr"), "vif_items")
    several = np.arange(24) != STARTS[5]
    assert_allclose(ours[several], theirs[several], atol=1e-9)


def test_f_squared_of_quality_on_satisfaction_is_that_with_scores_kept():
    _, design, fit = golden()
    assert structural.f_squared(fit.correlations, design.paths)[2, 4, 0] == pytest.approx(0.289274, abs=3e-6)


def test_f_squared_is_what_r_squared_loses_without_the_cause():
    r = np.stack([hand(0.3, 0.5, 0.4), hand(-0.6, 0.2, 0.5)], axis=-1)[:, :, 0]
    whole = structure(r, TWO_CAUSES)[1][2]
    without_first = r[1, 2] ** 2
    assert_allclose(structural.f_squared(r, TWO_CAUSES)[0, 2], (whole - without_first) / (1 - whole), atol=1e-12)


def test_where_there_is_no_path_there_is_no_f_squared():
    found = structural.f_squared(hand(0.3, 0.5, 0.4), TWO_CAUSES)[:, :, 0]
    assert (~np.isnan(found)).tolist() == TWO_CAUSES.tolist()


def test_nothing_left_unexplained_gives_no_f_squared_and_no_bic():
    perfect = hand(0, 0.6, 0.8)
    assert np.isnan(structural.f_squared(perfect, TWO_CAUSES)).all()
    assert np.isnan(structural.bic(np.array([[0.0], [0.0], [1.0]]), 50, TWO_CAUSES)).all()


def test_a_lone_cause_has_no_inner_vif():
    chain = np.array([[False, True, False], [False, False, True], [False, False, False]])
    assert np.isnan(structural.inner_vif(hand(0.3, 0.5, 0.4), chain)).all()


def test_two_causes_share_their_vif():
    found = structural.inner_vif(hand(0.6, 0.5, 0.4), TWO_CAUSES)
    assert_allclose(found[:2, 2, 0], 1 / (1 - 0.36))


def test_vif_is_the_diagonal_of_the_inverse_in_every_replicate():
    many = resampled(60, 5)[8:15, 8:15]
    direct = [np.diagonal(np.linalg.inv(many[:, :, b])) for b in range(5)]
    assert_allclose(structural.variance_inflation(many).T, direct, rtol=1e-10)


def test_twins_have_no_vif_and_spoil_nobody_else():
    both = np.stack([hand(1, 0.4, 0.4), hand(0.5, 0.4, 0.4)], axis=-1)[:, :, 0]
    assert np.isnan(structural.variance_inflation(both)).all(axis=0).tolist() == [True, False]


def test_a_single_item_has_no_vif():
    assert np.isnan(structural.variance_inflation(np.ones((1, 1, 3)))).all()


def test_adjusted_r_squared_needs_more_respondents_than_causes():
    explained = np.array([[0.0], [0.0], [0.5]])
    assert np.isnan(structural.adjusted_r_squared(explained, 3, TWO_CAUSES)[2, 0])
    assert structural.adjusted_r_squared(explained, 13, TWO_CAUSES)[2, 0] == pytest.approx(0.4)
