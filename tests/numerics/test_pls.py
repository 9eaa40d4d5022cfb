import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.effects import total_effects
from csi.numerics.pls import PlsDesign, fit

from ..reference import BLOCKS, ITEMS, PATHS, by_item, ecsi_correlations, peer, reference

NAMES = list(BLOCKS)
STARTS = tuple(ITEMS.index(block[0]) for block in BLOCKS.values())


def design(scheme: str = "path", formative: tuple[str, ...] = ()) -> PlsDesign:
    paths = np.zeros((7, 7), dtype=bool)
    for source, target in PATHS:
        paths[NAMES.index(source), NAMES.index(target)] = True
    return PlsDesign(STARTS, 24, paths, tuple(name in formative for name in NAMES), scheme)


def reference_correlations() -> np.ndarray:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return np.corrcoef([answers[item] for item in ITEMS])[:, :, None]


# SmartPLS 2.0 M3, ECSI mobile, as kept in semPLS (tests/SmartPLS/results/ecsi): six digits
SMARTPLS_WEIGHTS = [
    0.301312, 0.259691, 0.217923, 0.328504, 0.324681, 0.521181, 0.473680, 0.445634, 0.213175, 0.144722, 0.200018, 0.179399,
    0.178636, 0.179121, 0.215482, 0.479282, 0.604056, 0.364865, 0.383156, 0.450961, 1, 0.460665, 0.114270, 0.654311,
]  # fmt: skip
SMARTPLS_PATHS = {
    "path": [0.504914, 0.178740, 0.195755, 0.556749, 0.049988, 0.062523, 0.558304, 0.512024, 0.194765, 0.528066, 0.485478, 0.066926],
    "centroid": [0.504706, 0.178833, 0.195360, 0.557248, 0.050788, 0.064425, 0.557217, 0.512545, 0.191816, 0.526097, 0.483475, 0.071232],
    "factorial": [0.504943, 0.178593, 0.195820, 0.556759, 0.050178, 0.064944, 0.557762, 0.512975, 0.191445, 0.525857, 0.483059, 0.070311],
}  # fmt: skip


def test_outer_weights_equal_smartpls_to_its_six_digits():
    found = fit(ecsi_correlations()[:, :, None], design(), tolerance=1e-12)
    assert_allclose(found.outer_weights[:, 0], SMARTPLS_WEIGHTS, atol=2e-6)


@pytest.mark.parametrize("scheme", ["path", "centroid", "factorial"])
def test_paths_equal_smartpls_to_its_six_digits(scheme):
    found = fit(ecsi_correlations()[:, :, None], design(scheme), tolerance=1e-12)
    ours = [found.path_coefficients[NAMES.index(s), NAMES.index(t), 0] for s, t in PATHS]
    assert_allclose(ours, SMARTPLS_PATHS[scheme], atol=3e-6)


def test_r_squared_equals_the_second_derivation_of_the_ecsi_case():
    found = fit(ecsi_correlations()[:, :, None], design(), tolerance=1e-12)
    assert_allclose(found.r_squared[1:, 0], [0.254938, 0.309969, 0.345279, 0.681078, 0.278854, 0.456944], atol=3e-6)


def test_total_effects_on_satisfaction_equal_smartpls():
    found = fit(ecsi_correlations()[:, :, None], design(), tolerance=1e-12)
    assert_allclose(total_effects(found.path_coefficients)[:4, 4, 0], [0.389727, 0.417868, 0.620762, 0.194765], atol=3e-6)


@pytest.mark.parametrize("scheme", ["path", "centroid", "factorial"])
@pytest.mark.parametrize("program", ["cSEM", "plspmR", "semPLS"])
def test_weights_loadings_and_r_squared_equal_the_r_packages_to_1e_9(program, scheme):
    theirs = peer(f"mobi__modeA_{scheme}__{program}")
    found = fit(reference_correlations(), design(scheme), tolerance=1e-13)
    assert_allclose(found.outer_weights[:, 0], by_item(theirs, "outer_weights"), atol=1e-9)
    assert_allclose(found.loadings[:, 0], by_item(theirs, "outer_loadings"), atol=1e-9)
    assert_allclose(found.r_squared[1:, 0], [theirs["r_squared"][name] for name in NAMES[1:]], atol=1e-9)


@pytest.mark.parametrize("scheme", ["path", "factorial"])
def test_paths_and_total_effects_equal_seminr_to_1e_9(scheme):
    theirs = peer(f"mobi__modeA_{scheme}__seminr")
    found = fit(reference_correlations(), design(scheme), tolerance=1e-13)
    assert_allclose(found.outer_weights[:, 0], by_item(theirs, "outer_weights"), atol=1e-9)
    ours = [found.path_coefficients[NAMES.index(s), NAMES.index(t), 0] for s, t in PATHS]
    assert_allclose(ours, [theirs["path_coefficients"][t][s] for s, t in PATHS], atol=1e-9)
    effects = [[theirs["total_effects_from_to"][s][t] for t in NAMES] for s in NAMES]
    assert_allclose(total_effects(found.path_coefficients)[:, :, 0], effects, atol=1e-9)


def test_formative_blocks_equal_seminr_to_1e_9():
    theirs = peer("mobi__modeB_image_quality_path__seminr")
    found = fit(reference_correlations(), design(formative=("Image", "Quality")), tolerance=1e-13)
    assert_allclose(found.outer_weights[:, 0], by_item(theirs, "outer_weights"), atol=1e-9)
    assert_allclose(found.r_squared[1:, 0], [theirs["r_squared"][name] for name in NAMES[1:]], atol=1e-9)


def test_a_single_item_has_weight_one():
    found = fit(ecsi_correlations()[:, :, None], design())
    assert found.outer_weights[20, 0] == pytest.approx(1, abs=1e-12)


def test_a_replicate_has_the_same_solution_alone_and_in_company():
    rng = np.random.default_rng(3)
    many = np.stack([np.corrcoef(rng.multivariate_normal(np.zeros(24), ecsi_correlations(), 60).T) for _ in range(9)], axis=-1)
    together = fit(many, design())
    alone = fit(many[:, :, 4:5].copy(), design())
    assert_allclose(together.outer_weights[:, 4], alone.outer_weights[:, 0], atol=1e-14)
    assert together.iterations[4] == alone.iterations[0]


def test_a_latent_without_neighbours_is_weighted_by_its_first_principal_component():
    r = ecsi_correlations()[:5, :5]
    lonely = PlsDesign((0,), 5, np.zeros((1, 1), dtype=bool), (False,))
    found = fit(r[:, :, None], lonely, tolerance=1e-13)
    values, vectors = np.linalg.eigh(r)
    component = vectors[:, -1] / np.sqrt(values[-1]) * np.sign(vectors[:, -1].sum())
    assert_allclose(found.outer_weights[:, 0], component, atol=1e-9)


def test_a_latent_points_where_its_loadings_do():
    flipped = ecsi_correlations()
    flipped[17:20] *= -1
    flipped[:, 17:20] *= -1
    found = fit(flipped[:, :, None], design(), tolerance=1e-12)
    assert (found.loadings[17:20, 0] > 0).all()
    assert found.path_coefficients[2, 4, 0] == pytest.approx(-0.512024, abs=3e-6)


def test_a_singular_block_is_not_settled_and_spoils_nobody_else():
    twin = ecsi_correlations()
    twin[1] = twin[0]
    twin[:, 1] = twin[:, 0]
    twin[1, 1] = 1
    both = np.stack([twin, ecsi_correlations()], axis=-1)
    found = fit(both, design(formative=("Image",)))
    assert found.settled.tolist() == [False, True]


def test_a_latent_whose_loadings_sum_to_less_than_nothing_is_turned_round():
    # the sum a + b + c goes with the neighbour, but b and c run against it: the weights settle with b and c negative
    r = np.array([[1, -0.6, -0.6, 0.7], [-0.6, 1, 0.6, -0.3], [-0.6, 0.6, 1, -0.3], [0.7, -0.3, -0.3, 1]])
    paths = np.array([[False, True], [False, False]])
    found = fit(r[:, :, None], PlsDesign((0, 3), 4, paths, (False, False)), tolerance=1e-12)
    assert found.loadings[:3, 0].sum() > 0
    assert (np.sign(found.outer_weights[:3, 0]) == [-1, 1, 1]).all()
    assert found.path_coefficients[0, 1, 0] < 0
