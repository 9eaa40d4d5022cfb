import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from csi.numerics.effects import causal_order, count_routes, indirect_effects, specific_indirect, total_effects

from ..reference import peer
from .ecsi import VARIANTS, fitted, golden, square
from .test_pls import NAMES


def diamond() -> tuple[np.ndarray, np.ndarray]:
    """A acts on B and C, both act on D, and A on D directly."""
    coefficients = np.zeros((4, 4, 1))
    coefficients[0, 1], coefficients[0, 2], coefficients[1, 3], coefficients[2, 3], coefficients[0, 3] = 0.5, 0.4, 0.3, -0.2, 0.1
    return coefficients, coefficients[:, :, 0] != 0


@pytest.mark.parametrize("variant", VARIANTS)
def test_indirect_effects_equal_seminr_to_1e_9(variant):
    _, _, fit = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__seminr")["total_indirect_effects_from_to"])
    assert_allclose(indirect_effects(fit.path_coefficients)[:, :, 0], theirs, atol=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
def test_total_effects_equal_csem_to_1e_9(variant):
    _, _, fit = fitted(variant)
    theirs = square(peer(f"mobi__{variant}__cSEM")["total_effects_from_to"])
    assert_allclose(total_effects(fit.path_coefficients)[:, :, 0], theirs, atol=1e-9)


def test_the_ways_from_image_to_value_carry_its_indirect_effect():
    _, design, fit = golden()
    routes, values = specific_indirect(fit.path_coefficients, design.paths)
    image, value = NAMES.index("Image"), NAMES.index("Value")
    ways = [number for number, route in enumerate(routes) if (route[0], route[-1]) == (image, value)]
    assert [[NAMES[latent] for latent in routes[way][1:-1]] for way in ways] == [["Expectation"], ["Expectation", "Quality"]]
    assert_allclose(values[ways].sum(), 0.182185, atol=2e-6)


def test_every_way_through_others_is_found_in_order():
    routes, values = specific_indirect(*diamond())
    assert routes == ((0, 1, 3), (0, 2, 3))
    assert_allclose(values[:, 0], [0.15, -0.08])


def test_indirect_effects_leave_out_the_direct_one():
    coefficients, _ = diamond()
    assert indirect_effects(coefficients)[0, 3, 0] == pytest.approx(0.07)


def test_a_model_without_detours_has_no_specific_effects():
    paths = np.array([[False, True], [False, False]])
    routes, values = specific_indirect(np.zeros((2, 2, 5)), paths)
    assert routes == ()
    assert values.shape == (0, 5)


def test_ways_are_counted_without_being_made():
    # everybody acts on all who follow: 2 ** (k - 2) ways from first to last, and so on
    paths = np.triu(np.ones((60, 60), dtype=bool), 1)
    assert count_routes(paths) == 2**60 - 1 - 60 - 60 * 59 // 2


def test_a_latent_comes_after_all_that_act_on_it():
    paths = np.array([[False, False, False], [True, False, False], [True, True, False]])
    assert causal_order(paths) == [2, 1, 0]


def test_a_circle_has_no_causal_order():
    paths = np.array([[False, True], [True, False]])
    with pytest.raises(ValueError, match="circle"):
        causal_order(paths)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 7))
def test_specific_effects_sum_to_the_indirect_effects_of_any_model(seed, k):
    rng = np.random.default_rng(seed)
    paths = np.triu(rng.random((k, k)) < 0.6, 1)
    coefficients = rng.uniform(-1, 1, (k, k, 3)) * paths[:, :, None]
    routes, values = specific_indirect(coefficients, paths)
    summed = np.zeros((k, k, 3))
    np.add.at(summed, ([r[0] for r in routes], [r[-1] for r in routes]), values)
    assert len(routes) == count_routes(paths)
    assert_allclose(summed, indirect_effects(coefficients), atol=1e-12)


def test_a_replicate_without_values_leaves_the_others_theirs():
    paths = np.zeros((3, 3, 2))
    paths[0, 1], paths[1, 2] = 0.5, 0.4
    paths[:, :, 1] = np.nan
    total = total_effects(paths)
    assert total[0, 2, 0] == pytest.approx(0.2)
    assert np.isnan(total[0, 2, 1])
