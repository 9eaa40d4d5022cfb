import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.partial import partial_correlations

RNG = np.random.default_rng(6)


def correlations(n: int = 80, p: int = 4) -> tuple[np.ndarray, np.ndarray]:
    x = RNG.normal(size=(n, p)) + RNG.normal(size=(n, 1))
    return x, np.corrcoef(x.T)[:, :, None]


def test_a_partial_correlation_is_that_of_the_residuals():
    x, r = correlations()
    for j in range(3):
        others = np.column_stack([np.ones(80), np.delete(x[:, :3], j, axis=1)])
        rest = [v - others @ np.linalg.lstsq(others, v, rcond=None)[0] for v in (x[:, j], x[:, 3])]
        assert partial_correlations(r)[j, 0] == pytest.approx(np.corrcoef(*rest)[0, 1])


def test_a_lone_driver_has_its_plain_correlation():
    r = np.array([[1, 0.4], [0.4, 1]])[:, :, None]
    assert_allclose(partial_correlations(r), [[0.4]])


def test_columns_that_determine_one_another_have_none_and_leave_other_replicates_alone():
    _, r = correlations()
    twins = r.copy()
    twins[1], twins[:, 1] = twins[0], twins[:, 0]
    twins[1, 1] = 1
    absent = np.full_like(r, np.nan)
    both = partial_correlations(np.concatenate([twins, r, absent], axis=2))
    assert np.isnan(both[:, [0, 2]]).all()
    assert_allclose(both[:, 1:2], partial_correlations(r))


def test_pairwise_correlations_that_contradict_one_another_are_made_definite():
    r = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])[:, :, None]
    assert np.isnan(partial_correlations(r)).all()
    assert (np.abs(partial_correlations(r, pairwise=True)) <= 1).all()
