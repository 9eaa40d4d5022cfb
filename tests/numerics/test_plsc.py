import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.design import PlsDesign
from csi.numerics.pls import fit
from csi.numerics.plsc import CHECKS, Consistent, consistent, faults, offenders

from ..reference import PATHS, by_item, peer
from .ecsi import column, fitted, golden, one_factor_model, square
from .test_pls import NAMES, STARTS

SEVEN = (False,) * 7


def corrected(solved) -> Consistent:
    _, design, fit = solved
    return consistent(fit.outer_weights, fit.correlations, STARTS, design.paths, design.formative, loadings=fit.loadings)


def two(*, reliability=0.8, correlation=0.5, loading=0.9, r_squared=0.25) -> Consistent:
    """Two latents with two items each, sound unless told otherwise."""
    r = np.array([[1, correlation], [correlation, 1]])[:, :, None]
    loadings = np.array([[loading], [0.8], [0.8], [0.8]])
    coefficients = np.array([[0, correlation], [0, 0]])[:, :, None]
    return Consistent(
        np.array([[reliability], [0.8]]), loadings, r, coefficients, np.array([[0], [r_squared]]), (0, 2), (True, True)
    )


ITEMS = np.eye(4)[:, :, None]


@pytest.mark.parametrize("program", ["seminr", "cSEM"])
def test_consistent_loadings_paths_and_r_squared_equal_seminr_and_csem_to_1e_9(program):
    theirs, ours = peer(f"mobi__plsc_path__{program}"), corrected(fitted("modeA_path"))
    assert_allclose(ours.loadings[:, 0], by_item(theirs, "outer_loadings"), atol=1e-9)
    assert_allclose(ours.r_squared[1:, 0], column(theirs["r_squared"])[1:], atol=1e-9)
    paths = [ours.path_coefficients[NAMES.index(s), NAMES.index(t), 0] for s, t in PATHS]
    assert_allclose(paths, [theirs["path_coefficients"][t][s] for s, t in PATHS], atol=1e-9)


def test_consistent_correlations_and_reliabilities_equal_csem_to_1e_9():
    theirs, ours = peer("mobi__plsc_path__cSEM"), corrected(fitted("modeA_path"))
    assert_allclose(ours.correlations[:, :, 0], square(theirs["construct_correlations"]), atol=1e-9)
    assert_allclose(ours.reliabilities[:, 0], column(theirs["reliabilities"]), atol=1e-9)


def test_consistent_paths_of_the_six_digit_correlations_equal_the_published_ones():
    ours = corrected(golden())
    assert ours.path_coefficients[0, 1, 0] == pytest.approx(0.863293, abs=2e-5)
    assert ours.r_squared[4, 0] == pytest.approx(0.927319, abs=2e-5)


def test_single_items_and_formative_blocks_are_not_corrected():
    _, design, fit = golden()
    formative = tuple(name == "Image" for name in NAMES)
    ours = consistent(fit.outer_weights, fit.correlations, STARTS, design.paths, formative, loadings=fit.loadings)
    assert_allclose(ours.reliabilities[[0, 5], 0], 1)
    assert_allclose(ours.loadings[:5], fit.loadings[:5])
    assert_allclose(ours.correlations[0, 5], fit.correlations[0, 5])


def test_factors_are_recovered_where_pls_falls_short():
    # two factors that correlate by .6, with equal loadings of .7 on three items each
    loadings = np.full(6, 0.7)
    r = one_factor_model(*loadings)[:, :, 0]
    r[:3, 3:] *= 0.6
    r[3:, :3] *= 0.6
    paths = np.array([[False, True], [False, False]])
    pls = fit(r[:, :, None], PlsDesign((0, 3), 6, paths, (False, False)), tolerance=1e-13)
    ours = consistent(pls.outer_weights, pls.correlations, (0, 3), paths, (False, False), loadings=pls.loadings)
    assert pls.path_coefficients[0, 1, 0] < 0.46
    assert ours.path_coefficients[0, 1, 0] == pytest.approx(0.6, abs=1e-10)
    assert_allclose(ours.loadings[:, 0], 0.7, atol=1e-10)


def test_a_sound_solution_has_no_offenders():
    assert offenders(two(), ITEMS) == ()


@pytest.mark.parametrize(
    ("solution", "offender"),
    [
        (two(reliability=1.2), ("rho_a", (0,))),
        (two(reliability=-0.1), ("rho_a", (0,))),
        (two(reliability=np.nan), ("rho_a", (0,))),
        (two(correlation=1.05), ("correlation", (0, 1))),
        (two(loading=-1.1), ("loading", (0,))),
        (two(r_squared=1.3), ("r_squared", (1,))),
        (two(correlation=1.05), ("definite", ())),
        (two(correlation=1.9), ("definite_items", ())),
    ],
)
def test_every_check_names_its_offender(solution, offender):
    assert offender in offenders(solution, ITEMS)


def test_the_correlations_of_ecsi_freed_of_error_belong_to_no_real_latents():
    # smallest eigenvalue -.003, although each single figure is in range
    r = golden()[0]
    assert offenders(corrected(golden()), r) == (("definite", ()),)


def test_faults_are_told_for_each_replicate_apart():
    sound, unsound = two(), two(loading=1.1)
    both = Consistent(
        *(np.concatenate([getattr(sound, name), getattr(unsound, name)], axis=-1) for name in list(sound.__dict__)[:5]),
        sound.starts,
        sound.factors,
    )
    found = faults(both, np.repeat(ITEMS, 2, axis=2))
    assert tuple(found) == CHECKS
    assert found["loading"].tolist() == [False, True]


def test_a_negative_reliability_leaves_blanks_that_no_other_check_counts():
    # the weights .9 and .8 have squares that sum to more than 1: the items are opposed
    weights = np.array([[0.9], [0.8], [0.5], [0.6]])
    between = np.array([[1, 0.3], [0.3, 1]])[:, :, None]
    paths = np.array([[False, True], [False, False]])
    found = consistent(weights, between, (0, 2), paths, (False, False), loadings=weights)
    assert np.isnan(found.path_coefficients[0, 1, 0])
    assert offenders(found, ITEMS) == (("rho_a", (0,)),)


def test_the_costly_check_can_be_left_out():
    assert "definite_items" not in faults(two(), None)


def test_the_items_of_a_composite_keep_their_observed_correlations():
    # as a factor, loadings of 1 and -1 need items opposed to each other; as a composite anything goes
    factor = two(loading=1.4)
    composite = Consistent(*list(factor.__dict__.values())[:6], (False, True))
    assert ("definite_items", ()) in offenders(factor, ITEMS)
    assert ("definite_items", ()) not in offenders(composite, ITEMS)
