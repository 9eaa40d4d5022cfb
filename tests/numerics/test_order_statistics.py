import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from csi.numerics.order_statistics import MANY, quantiles, spread

LEVELS = (0.025, 0.975)


@pytest.mark.parametrize("size", [10, MANY - 1, MANY, 10_001])
def test_both_quantiles_are_those_of_numpy(size):
    rows = np.random.default_rng(size).gamma(2, size=(5, size))
    assert_allclose(quantiles(rows, LEVELS), np.quantile(rows, LEVELS, axis=-1), rtol=1e-13)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.001, 0.19), st.sampled_from([1, 3, 50]))
def test_ties_and_any_levels_change_nothing(seed, tail, answers):
    row = np.random.default_rng(seed).integers(0, answers + 1, MANY).astype(float)
    assert_allclose(quantiles(row, (tail, 1 - tail)), np.quantile(row, (tail, 1 - tail)), atol=1e-12)


def test_an_order_that_misleads_the_pilot_is_found_out():
    row = np.arange(16_000.0).reshape(-1, 16)
    row[:, 0] = -1e6 - row[:, 0]  # every sixteenth replicate, which the pilot looks at, lies far below
    assert_allclose(quantiles(row.ravel(), LEVELS), np.quantile(row, LEVELS), rtol=1e-13)


def test_a_replicate_that_is_none_leaves_no_quantile():
    rows = np.random.default_rng(1).standard_normal((2, MANY))
    rows[1, 17] = np.nan
    lower, upper = quantiles(rows, LEVELS)
    assert np.isfinite([lower[0], upper[0]]).all()
    assert np.isnan([lower[1], upper[1]]).all()


@pytest.mark.parametrize("shape", [0.3, 1, 30])
@pytest.mark.parametrize("size", [50, MANY])
def test_deviation_and_quantiles_of_any_skewed_row_are_those_of_numpy(size, shape):
    row = np.random.default_rng(3).gamma(shape, size=size) * 1e-3 + 50
    assert_allclose(spread(row, LEVELS), [row.std(ddof=1), *np.quantile(row, LEVELS)], rtol=1e-9)


def test_a_row_without_spread_is_its_own_interval():
    assert spread(np.full(MANY, 0.1), LEVELS) == (0, 0.1, 0.1)


def test_tails_that_begin_nearer_than_the_cut_are_found_out():
    row = np.repeat([-1.0, 1.0], MANY)
    assert spread(row, LEVELS)[1:] == (-1, 1)
