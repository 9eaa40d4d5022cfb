"""The three forms of an interval, and the estimates without each unit that one of them needs."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from csi.numerics import intervals, jackknife
from csi.numerics.moments import point_sums
from csi.numerics.pieces import Pieces
from csi.numerics.replicates import Drawn, Replicates
from csi.numerics.sample import Sample

RNG = np.random.default_rng(8)
ANSWERS = np.rint(RNG.normal(6, 2, (40, 3)))
HOLEY = np.where(RNG.random((40, 3)) < 0.2, np.nan, ANSWERS)
WEIGHTS = RNG.uniform(0.5, 2, 40)
SKEWED = RNG.exponential(10, 150)
MEANS = SKEWED[RNG.integers(0, 150, (4000, 150))].mean(axis=1)


def mean_without_each(x: np.ndarray) -> np.ndarray:
    return (x.sum() - x) / (len(x) - 1)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_bca_ends_are_those_of_scipy_for_the_same_resamples(confidence):
    # scipy.stats.bootstrap makes no resamples of its own here; it is given ours
    given = stats.bootstrap((SKEWED,), np.mean, n_resamples=10, vectorized=True)
    given.bootstrap_distribution = MEANS
    peer = stats.bootstrap((SKEWED,), np.mean, n_resamples=0, bootstrap_result=given, method="BCa", confidence_level=confidence)
    acceleration = intervals.acceleration(mean_without_each(SKEWED))
    ours = intervals.bca(MEANS, SKEWED.mean(), acceleration, confidence, 150)
    assert_allclose(ours, peer.confidence_interval, rtol=1e-12)


def test_bca_reaches_further_on_the_long_side():
    lower, upper = intervals.bca(MEANS, SKEWED.mean(), intervals.acceleration(mean_without_each(SKEWED)), 0.95, 150)
    assert upper - SKEWED.mean() > 1.05 * (SKEWED.mean() - lower)


def test_the_acceleration_of_a_mean_is_its_skewness_over_six_root_n():
    # Efron (1987): a = skew / (6 sqrt n)
    assert_allclose(intervals.acceleration(mean_without_each(SKEWED)), stats.skew(SKEWED) / (6 * np.sqrt(150)), rtol=1e-10)


def test_a_figure_that_no_unit_moves_has_no_acceleration():
    assert intervals.acceleration(np.full(20, 72.4) + np.array([0, 1e-14] * 10)) == 0


def test_bca_without_bias_and_acceleration_is_the_percentile_interval():
    for n in (20, 200):
        assert_allclose(intervals.bca_levels(0.0, 0.0, intervals.levels(0.95, n)), intervals.levels(0.95, n), rtol=1e-12)


def test_replicates_that_tie_with_the_estimate_count_half_on_each_side():
    assert intervals.median_bias(np.array([1.0, 2, 2, 3]), 2.0) == 0
    assert intervals.median_bias(np.array([1.0, 2, 2, 2]), 2.0) == pytest.approx(stats.norm.ppf(0.625))


def test_a_tie_is_a_tie_whatever_rounding_left_of_it():
    assert intervals.median_bias(np.array([70.0, 72, 72, 74]), 72 * (1 + 3e-16)) == 0


def test_bca_has_no_ends_when_all_replicates_lie_on_one_side():
    assert np.isnan(intervals.bca(np.array([1.0, 2, 3]), 4.0, 0.0, 0.95, 200)).all()


def test_bca_of_a_figure_without_spread_is_the_figure():
    assert intervals.bca(np.full(50, 72.4), 72.4, 0.0, 0.95, 200) == pytest.approx((72.4, 72.4))


def test_a_correction_that_turns_over_has_no_ends():
    assert np.isnan(intervals.bca_levels(3.0, 0.16, (1e-6, 1 - 1e-6))).tolist() == [False, True]


def test_the_normal_interval_of_a_small_mean_is_that_of_student():
    x = np.array([3.0, 5, 9, 4, 7])
    exact_error = x.std() / np.sqrt(5)  # what the bootstrap's error tends to
    peer = stats.t.interval(0.95, 4, x.mean(), x.std(ddof=1) / np.sqrt(5))
    assert_allclose(intervals.normal(x.mean(), exact_error, 0.95, 5), peer)


def test_the_normal_interval_of_a_large_survey_is_196_errors_to_each_side():
    assert_allclose(intervals.normal(70, 2, 0.95, 100), [70 - 3.919928, 70 + 3.919928], atol=1e-6)


@pytest.mark.parametrize("form", intervals.FORMS)
def test_small_surveys_have_the_expanded_kind_of_every_form(form):
    assert (intervals.in_force(form, 99), intervals.in_force(form, 100)) == (f"expanded {form}", form)


@pytest.mark.parametrize(("values", "weights"), [(ANSWERS, None), (HOLEY, None), (ANSWERS, WEIGHTS), (HOLEY, WEIGHTS)])
def test_a_unit_left_out_leaves_the_sums_of_the_others(values, weights):
    sums = jackknife.left_out(Sample(values, 3, weights), seed=1)
    others = point_sums(np.delete(values, 7, axis=0), None if weights is None else np.delete(weights, 7), 3)
    assert_allclose(sums.means[:, 7], others.means[:, 0], rtol=1e-12)
    assert_allclose(sums.correlations()[:, :, 7], others.correlations()[:, :, 0], rtol=1e-12)


def test_a_cluster_is_left_out_whole():
    stores = np.arange(40) % 5
    sums = jackknife.left_out(Sample(HOLEY, 3, units=stores), seed=1)
    assert_allclose(sums.means[:, 2], np.nanmean(HOLEY[stores != 2], axis=0))


def test_an_item_whose_only_answer_is_left_out_has_no_mean():
    rare = np.array(ANSWERS)
    rare[1:, 2] = np.nan
    means = jackknife.left_out(Sample(rare, 0, WEIGHTS), seed=1).means
    assert np.isnan(means[2]).tolist() == [True] + [False] * 39


def test_answers_to_the_same_item_are_left_out_together_without_a_trace():
    rare = np.full((300, 2), 5.0)
    rare[3:, 0] = np.nan
    stores = np.minimum(np.arange(300), 3) // 3
    sums = jackknife.left_out(Sample(rare, 0, RNG.uniform(0.1, 3, 300), units=stores), seed=1)
    assert np.isnan(sums.means[0]).tolist() == [True, False]


def test_many_units_are_left_out_in_groups_each_once():
    many = np.rint(RNG.normal(6, 2, (1030, 2)))
    sums = jackknife.left_out(Sample(many, 0), seed=1)
    assert sums.total.shape[1] == jackknife.GROUPS
    whole = point_sums(many, None, 0)
    assert_allclose((whole.weight - sums.weight).sum(axis=1), 1030)
    assert set((1030 - sums.weight[0]).tolist()) == {4, 5}


def test_groups_know_the_acceleration_of_a_thousand_units():
    # from 250 groups a is known to 0.645 / 250; a mean of 1,000 exponential numbers has 2 / (6 sqrt 1000) = .0105
    skewed = RNG.exponential(10, (1000, 1))
    grouped = intervals.acceleration(jackknife.left_out(Sample(skewed, 0), seed=1).means[0])
    assert grouped == pytest.approx(intervals.acceleration(mean_without_each(skewed[:, 0])), abs=0.006)


def test_the_groups_of_a_seed_are_the_same_and_those_of_another_are_not():
    sample = Sample(RNG.normal(6, 2, (600, 1)), 0)
    once, again, other = (jackknife.left_out(sample, seed=seed).means for seed in (1, 1, 2))
    assert (once == again).all() and (once != other).any()


def test_terms_formed_a_few_units_at_a_time_give_the_same_columns(monkeypatch):
    sample = Sample(HOLEY, 3, WEIGHTS, units=np.arange(40) % 13)
    whole = jackknife.left_out(sample, seed=1)
    monkeypatch.setattr(jackknife, "CHUNK_UNITS", 7)
    assert (jackknife.left_out(sample, seed=1).total == whole.total).all()


STRATA = np.array([0] * 4 + [1] * 10 + [2] * 2)
INSIDE = RNG.exponential(3, 16) + 4 * STRATA


def test_the_acceleration_of_a_stratified_mean_is_that_of_the_textbook():
    # theta = sum of W_h mean_h: a = sum of (W_h/n_h)^3 d^3 / (6 (sum of (W_h/n_h)^2 d^2)^1.5), W_h = n_h / n, d about the stratum's mean
    about = INSIDE - np.array([INSIDE[h == STRATA].mean() for h in range(3)])[STRATA]
    by_hand = (about**3).sum() / (6 * (about**2).sum() ** 1.5)
    sums = jackknife.left_out(Sample(INSIDE[:, None], 0, strata=STRATA), seed=1)
    assert intervals.acceleration(sums.means[0]) == pytest.approx(by_hand, rel=1e-10)


def test_a_stratum_keeps_its_weight_when_a_unit_of_it_is_left_out():
    sums = jackknife.left_out(Sample(INSIDE[:, None], 0, strata=STRATA), seed=1)
    assert_allclose(sums.weight, 16)


def test_groups_over_strata_return_what_they_took_stratum_by_stratum():
    strata = np.repeat([0, 1], [300, 100])
    sample = Sample(np.repeat([[2.0], [8.0]], [300, 100], axis=0), 0, strata=strata)  # nothing varies inside a stratum
    assert_allclose(jackknife.left_out(sample, seed=1).means[0], 3.5)


def test_what_an_estimator_cannot_use_is_unknown_in_every_figure():
    def estimator(sums):
        spoiled = np.full(sums.total.shape[1], -1)
        spoiled[3] = 0
        return Drawn({"m": sums.means}, spoiled)

    found = jackknife.figures(Sample(ANSWERS, 0), estimator, seed=1)["m"]
    assert np.flatnonzero(np.isnan(found).any(axis=0)).tolist() == [3]


def test_columns_behind_the_resamples_are_not_counted_as_resamples():
    drawn = Replicates(Pieces([{"a": np.zeros(10), "b": np.zeros((2, 10))}]), {}, complete=True, form="exact")
    longer = jackknife.carrying(drawn, {"a": np.ones(1), "b": np.ones((2, 1))}, {"a": np.ones(4), "b": np.ones((2, 4))})
    assert (longer.resamples, longer.carried, longer.figures["b"].shape) == (10, 5, (2, 15))
