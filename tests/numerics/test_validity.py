import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.validity import htmt, htmt2

from ..reference import peer
from .ecsi import VARIANTS, fitted, golden, square
from .test_pls import NAMES, STARTS

HAND = np.array([
    [1, 0.5, 0.4, -0.2], [0.5, 1, 0.3, 0.1], [0.4, 0.3, 1, -0.8], [-0.2, 0.1, -0.8, 1]
])[:, :, None]  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_htmt_equals_seminr_to_1e_9(variant):
    r, _, _ = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__seminr")["htmt"])
    below = np.tril_indices(7, -1)
    assert_allclose(htmt(r, STARTS)[:, :, 0][below], theirs[below], atol=1e-9)


def test_htmt_differs_from_csem_only_where_correlations_have_both_signs():
    r, _, _ = fitted("modeA_path")
    theirs = square(peer("mobi__modeA_path__cSEM")["assess"]["HTMT"])
    apart = np.argwhere(np.tril(np.abs(htmt(r, STARTS)[:, :, 0] - theirs), -1) > 1e-9)
    assert [(NAMES[g], NAMES[h]) for g, h in apart] == [("Loyalty", "Quality")]


@pytest.mark.parametrize("variant", ["modeA_path", "modeA_factorial"])
def test_htmt2_equals_openpls_to_1e_9(variant):
    r, _, _ = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__openpls")["htmt2"]["matrix"])
    known = ~np.isnan(theirs)
    assert_allclose(htmt2(r, STARTS)[:, :, 0][known], theirs[known], atol=1e-9)


def test_quality_and_satisfaction_of_ecsi_are_hard_to_tell_apart():
    r, _, _ = golden()
    assert htmt(r, STARTS)[2, 4, 0] == pytest.approx(0.953636, abs=2e-6)
    assert htmt2(r, STARTS)[2, 4, 0] == pytest.approx(0.950594, abs=2e-6)


def test_htmt_takes_means_of_absolute_correlations():
    # between: (.4 + .2 + .3 + .1) / 4 = .25; within: .5 and .8
    assert htmt(HAND, (0, 2))[0, 1, 0] == pytest.approx(0.25 / np.sqrt(0.4))


def test_htmt2_takes_geometric_means():
    assert htmt2(HAND, (0, 2))[1, 0, 0] == pytest.approx((0.4 * 0.2 * 0.3 * 0.1) ** 0.25 / np.sqrt(0.4))


def test_a_single_item_counts_one_within():
    assert htmt(HAND, (0, 1, 2))[0, 1, 0] == pytest.approx(0.5)
    assert htmt2(HAND, (0, 1, 2))[0, 2, 0] == pytest.approx(np.sqrt(0.4 * 0.2) / np.sqrt(0.8))


def test_the_diagonal_has_no_meaning():
    assert np.isnan(np.diagonal(htmt(HAND, (0, 2))[:, :, 0])).all()


def test_a_block_without_any_correlation_within_has_no_ratio():
    r = HAND.copy()
    r[0, 1] = r[1, 0] = 0
    assert np.isnan([htmt(r, (0, 2))[0, 1, 0], htmt2(r, (0, 2))[0, 1, 0]]).all()


def test_blocks_that_do_not_correlate_at_all_have_ratio_nothing():
    r = np.eye(4)
    r[0, 1] = r[1, 0] = r[2, 3] = r[3, 2] = 0.5
    assert [htmt(r[:, :, None], (0, 2))[0, 1, 0], htmt2(r[:, :, None], (0, 2))[0, 1, 0]] == [0, 0]


def test_geometric_means_of_many_small_correlations_do_not_underflow():
    r = np.full((80, 80), 1e-9)
    r[:40, :40] = r[40:, 40:] = 0.5
    np.fill_diagonal(r, 1)
    assert htmt2(r[:, :, None], (0, 40))[0, 1, 0] == pytest.approx(2e-9)


def test_a_missing_correlation_spoils_only_the_pairs_of_its_blocks():
    r = np.repeat(HAND, 2, axis=2)
    r[0, 2, 0] = r[2, 0, 0] = np.nan
    assert np.isnan(htmt(r, (0, 2))[0, 1]).tolist() == [True, False]
    assert np.isnan(htmt2(r, (0, 2))[0, 1]).tolist() == [True, False]
