import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.moments import point_sums

RNG = np.random.default_rng(11)
ANSWERS = np.rint(RNG.normal(6, 2, (300, 4)))
HOLEY = np.where(RNG.random((300, 4)) < 0.2, np.nan, ANSWERS)
WEIGHTS = RNG.uniform(0.5, 2, 300)


def test_means_and_deviations_equal_numpy_without_holes():
    sums = point_sums(ANSWERS, None, 4)
    assert_allclose(sums.means[:, 0], ANSWERS.mean(axis=0), rtol=1e-12)
    assert_allclose(sums.deviations[:, 0], ANSWERS.std(axis=0), rtol=1e-12)
    assert_allclose(sums.correlations()[:, :, 0], np.corrcoef(ANSWERS.T), atol=1e-12)


def test_correlations_with_holes_are_pairwise_as_in_pandas():
    pandas = pytest.importorskip("pandas")
    sums = point_sums(HOLEY, None, 4)
    frame = pandas.DataFrame(HOLEY)
    assert_allclose(sums.means[:, 0], frame.mean(), rtol=1e-12)
    assert_allclose(sums.deviations[:, 0], frame.std(ddof=0), rtol=1e-12)
    assert_allclose(sums.correlations()[:, :, 0], frame.corr(), atol=1e-12)


def test_whole_case_weights_are_repeated_respondents():
    counts = RNG.integers(1, 4, 300)
    weighted = point_sums(HOLEY, counts.astype(float), 4)
    repeated = point_sums(np.repeat(HOLEY, counts, axis=0), None, 4)
    assert_allclose(weighted.means, repeated.means, rtol=1e-12)
    assert_allclose(weighted.correlations(), repeated.correlations(), atol=1e-12)


def test_a_constant_item_has_no_deviation_and_no_correlation():
    flat = ANSWERS.copy()
    flat[:, 2] = 7
    sums = point_sums(flat, None, 4)
    assert sums.deviations[2, 0] == 0
    assert np.isnan(sums.correlations()[2, 2, 0])


def test_large_answers_lose_no_digits():
    shifted = ANSWERS + 1e7
    assert_allclose(point_sums(shifted, None, 4).deviations, point_sums(ANSWERS, None, 4).deviations, rtol=1e-9)


def test_sums_over_many_chunks_equal_the_sums_over_one():
    long = np.tile(ANSWERS, (60, 1))
    assert_allclose(point_sums(long, None, 4).means[:, 0], ANSWERS.mean(axis=0), rtol=1e-12)
    assert_allclose(point_sums(long, WEIGHTS.repeat(60) * 0 + 1, 4).correlations()[:, :, 0], np.corrcoef(ANSWERS.T), atol=1e-10)
