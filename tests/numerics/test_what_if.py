import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.effects import total_effects
from csi.numerics.what_if import carried_on, unstandardised_paths


def chain(*steps: float) -> np.ndarray:
    """Latents in a row, each acting on the next."""
    k = len(steps) + 1
    paths = np.zeros((k, k, 1))
    for at, step in enumerate(steps):
        paths[at, at + 1] = step
    return paths


def column(*values: float) -> np.ndarray:
    return np.array(values)[:, None]


def test_a_raise_is_passed_on_along_every_way():
    paths = chain(0.5, 0.4)
    paths[0, 2] = 0.1
    assert_allclose(carried_on(paths, column(10, 0, 0), column(50, 50, 50))[:, 0], [10, 5, 0.5 * 0.4 * 10 + 1])


def test_a_raise_of_cause_and_effect_counts_once_each():
    # 10 put into the cause, 3 into the effect on top of the 5 that the cause passes on to it
    assert_allclose(carried_on(chain(0.5), column(10, 3), column(50, 50))[:, 0], [10, 8])


def test_within_the_scale_it_is_what_total_effects_make_of_the_raises():
    rng = np.random.default_rng(3)
    paths = np.triu(rng.uniform(-0.3, 0.5, (5, 5)), 1)[:, :, None] * np.ones(4)
    own = rng.uniform(-2, 2, (5, 4))
    free = own + np.einsum("jkb,jb->kb", total_effects(paths), own)
    assert_allclose(carried_on(paths, own, np.full((5, 4), 50.0)), free, atol=1e-12)


@pytest.mark.parametrize(("own", "index", "change"), [(10, 95, 5), (-10, 4, -4), (3, 95, 3)])
def test_no_index_leaves_the_scale(own, index, change):
    assert carried_on(np.zeros((1, 1, 1)), column(own), column(index))[0, 0] == change


def test_what_is_held_at_100_passes_on_no_more():
    assert_allclose(carried_on(chain(0.5), column(20, 0), column(90, 50))[:, 0], [10, 5])


def test_latents_need_not_stand_in_causal_order():
    paths = np.zeros((2, 2, 1))
    paths[1, 0] = 0.5
    assert_allclose(carried_on(paths, column(0, 4), column(50, 50))[:, 0], [2, 4])


def test_a_slope_is_a_path_in_points_of_both_scales():
    assert unstandardised_paths(chain(0.5), column(10, 20))[0, 1, 0] == pytest.approx(1.0)


def test_where_no_path_is_no_spread_is_needed():
    assert unstandardised_paths(np.zeros((2, 2, 1)), column(0, 0)).tolist() == np.zeros((2, 2, 1)).tolist()
