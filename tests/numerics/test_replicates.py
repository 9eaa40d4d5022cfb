import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from csi.numerics import replicates
from csi.numerics.moments import point_sums
from csi.numerics.replicates import Drawn, bootstrap, multiplicities
from csi.numerics.sample import Sample

RNG = np.random.default_rng(5)
ANSWERS = np.rint(RNG.normal(6, 2, (40, 3)))
HOLEY = np.where(RNG.random((40, 3)) < 0.2, np.nan, ANSWERS)
WEIGHTS = RNG.uniform(0.5, 2, 40)


def everything(sums):
    good = np.full(sums.total.shape[1], -1)
    return Drawn({"means": sums.means, "r": sums.correlations(), "sd": sums.deviations}, good)


@pytest.mark.parametrize(("values", "weights"), [(ANSWERS, None), (HOLEY, None), (ANSWERS, WEIGHTS), (HOLEY, WEIGHTS)])
def test_a_resample_has_the_sums_of_the_rows_it_drew(values, weights):
    sample = Sample(values, 3, weights)
    counts = multiplicities(np.random.default_rng([9, 0]), 6, 40, None)
    drawn = bootstrap(sample, everything, resamples=6, seed=9)
    rows = np.repeat(np.arange(40), counts[4].astype(int))
    direct = point_sums(values[rows], None if weights is None else weights[rows], 3)
    assert_allclose(drawn.figures["means"][:, 4], direct.means[:, 0], rtol=1e-12)
    assert_allclose(drawn.figures["sd"][:, 4], direct.deviations[:, 0], rtol=1e-10)
    assert_allclose(drawn.figures["r"][:, :, 4], direct.correlations()[:, :, 0], atol=1e-12)


def test_the_same_seed_gives_the_same_resamples_whatever_the_number_of_processors(monkeypatch):
    sample = Sample(ANSWERS, 3)
    monkeypatch.setattr(replicates, "cpu_count", lambda: 1)
    alone = bootstrap(sample, everything, resamples=2500, seed=4).figures["means"]
    monkeypatch.setattr(replicates, "cpu_count", lambda: 7)
    assert_array_equal(bootstrap(sample, everything, resamples=2500, seed=4).figures["means"], alone)


def test_another_seed_gives_other_resamples():
    sample = Sample(ANSWERS, 3)
    one = bootstrap(sample, everything, resamples=10, seed=1).figures["means"]
    assert (one != bootstrap(sample, everything, resamples=10, seed=2).figures["means"]).any()


def test_the_spread_of_a_mean_is_its_standard_error():
    drawn = bootstrap(
        Sample(ANSWERS, 0), lambda s: Drawn({"m": s.means}, np.full(s.total.shape[1], -1)), resamples=20_000, seed=1
    )
    assert_allclose(drawn.figures["m"].std(axis=1), ANSWERS.std(axis=0) / np.sqrt(40), rtol=0.03)


def test_clusters_are_drawn_whole():
    units = np.repeat(np.arange(8), 5)
    drawn = bootstrap(
        Sample(ANSWERS, 0, units=units), lambda s: Drawn({"w": s.weight}, np.full(s.total.shape[1], -1)), resamples=50, seed=1
    )
    assert (drawn.figures["w"] == 40).all()
    means = ANSWERS.reshape(8, 5, 3).mean(axis=1)
    spread = bootstrap(
        Sample(ANSWERS, 0, units=units), lambda s: Drawn({"m": s.means}, np.full(s.total.shape[1], -1)), resamples=20_000, seed=1
    )
    assert_allclose(spread.figures["m"].std(axis=1), means.std(axis=0) / np.sqrt(8), rtol=0.03)


def test_strata_draw_one_less_than_they_hold_and_are_rescaled():
    strata = np.repeat([0, 1], [10, 30])
    counts = multiplicities(np.random.default_rng(1), 200, 40, strata)
    assert_allclose(counts[:, :10].sum(axis=1), 10)
    assert_allclose(counts[:, 10:].sum(axis=1), 30)
    assert_allclose(counts[counts > 0].min(), 10 / 9, atol=0.08)


def test_stratified_spread_is_that_of_the_stratified_mean():
    strata = np.repeat([0, 1], [10, 30])
    drawn = bootstrap(
        Sample(ANSWERS, 0, strata=strata),
        lambda s: Drawn({"m": s.means}, np.full(s.total.shape[1], -1)),
        resamples=20_000,
        seed=1,
    )
    parts = [(share**2) * ANSWERS[strata == h].var(axis=0, ddof=1) / n for h, share, n in ((0, 0.25, 10), (1, 0.75, 30))]
    assert_allclose(drawn.figures["m"].std(axis=1), np.sqrt(sum(parts)), rtol=0.03)


def test_spoilt_resamples_are_redrawn_and_counted_under_the_item_to_blame():
    rare = ANSWERS.copy()
    rare[:, 1] = 5
    rare[0, 1] = 6

    def estimator(sums):
        return Drawn({"m": sums.means}, np.where(sums.deviations[1] == 0, 1, -1))

    drawn = bootstrap(Sample(rare, 3), estimator, resamples=1000, seed=1)
    assert drawn.complete
    assert drawn.figures["m"].shape[1] == 1000
    assert 400 < drawn.redrawn[1] < 800


def test_what_can_never_be_drawn_ends_and_says_so():
    drawn = bootstrap(
        Sample(ANSWERS, 0), lambda s: Drawn({"m": s.means}, np.zeros(s.total.shape[1], dtype=int)), resamples=10, seed=1
    )
    assert not drawn.complete


def test_the_gaussian_form_has_the_spread_of_the_exact_one(monkeypatch):
    large = np.rint(RNG.normal(6, 2, (2000, 3)))
    exact = bootstrap(Sample(large, 3), everything, resamples=4000, seed=1)
    monkeypatch.setattr(replicates, "EXACT", 0)
    gaussian = bootstrap(Sample(large, 3), everything, resamples=4000, seed=1)
    assert (exact.form, gaussian.form) == ("exact", "moment-gaussian")
    assert_allclose(gaussian.figures["r"][0, 1].std(), exact.figures["r"][0, 1].std(), rtol=0.06)
    assert_allclose(gaussian.figures["means"].std(axis=1), exact.figures["means"].std(axis=1), rtol=0.06)


def test_single_precision_is_used_only_where_it_is_exact():
    assert Sample(ANSWERS, 3).exact_in_single
    assert not Sample(ANSWERS + 0.5, 3).exact_in_single
    assert not Sample(ANSWERS, 3, WEIGHTS).exact_in_single
    assert not Sample(ANSWERS, 3, strata=np.repeat([0, 1], 20)).exact_in_single  # rescaled draws are no whole numbers


def test_rescaled_draws_of_strata_are_added_in_double_precision():
    assert not Sample(ANSWERS, 3, strata=np.repeat([0, 1], 20)).exact_in_single


def test_a_block_holds_fewer_replicates_when_each_takes_much_memory():
    assert Sample(np.ones((40, 3)), 3).block == 5000
    assert Sample(np.ones((40, 100)), 100).block == 512
    assert Sample(np.ones((40, 400)), 400).block < 200


def test_fewer_blocks_are_computed_at_the_same_time_when_each_takes_much_memory():
    assert Sample(np.ones((40, 3)), 3).blocks_side_by_side > 20
    assert Sample(np.ones((40, 400)), 400).blocks_side_by_side == 3


@pytest.mark.parametrize(("values", "weights"), [(ANSWERS, None), (HOLEY, WEIGHTS)])
def test_terms_formed_anew_chunk_by_chunk_give_the_sums_of_terms_kept_whole(monkeypatch, values, weights):
    many = np.tile(values, (5, 1)), 3, None if weights is None else np.tile(weights, 5)
    kept = bootstrap(Sample(*many), everything, resamples=20, seed=3)
    monkeypatch.setattr(replicates, "CHUNK_MEMORY", 0)
    monkeypatch.setattr(replicates, "MEMORY", 0)
    anew = bootstrap(Sample(*many), everything, resamples=20, seed=3)
    assert_allclose(anew.figures["r"], kept.figures["r"], atol=1e-12)
    assert_allclose(anew.figures["means"], kept.figures["means"], atol=1e-12)


def test_resamples_are_spread_evenly_over_the_blocks():
    sizes = []

    def estimator(sums):
        sizes.append(sums.total.shape[1])
        return Drawn({"m": sums.means}, np.full(sums.total.shape[1], -1))

    bootstrap(Sample(ANSWERS, 3), estimator, resamples=10_002, seed=1)
    assert sorted(sizes) == [3334, 3334, 3334]


def test_no_block_repeats_the_draws_of_another(monkeypatch):
    sample = Sample(ANSWERS, 0)
    monkeypatch.setattr(Sample, "block", 5)
    drawn = bootstrap(sample, lambda s: Drawn({"m": s.means}, np.full(s.total.shape[1], -1)), resamples=10, seed=1)
    assert (drawn.figures["m"][:, :5] != drawn.figures["m"][:, 5:]).any()


def test_a_lone_column_with_holes_counts_those_who_answered():
    values = np.where(np.arange(40) % 3 == 0, np.nan, ANSWERS[:, 0])[:, None]
    sample = Sample(values, 0)
    counts = multiplicities(np.random.default_rng([2, 0]), 5, 40, None)
    drawn = bootstrap(sample, lambda sums: Drawn({"means": sums.means}, np.full(5, -1)), resamples=5, seed=2)
    rows = np.repeat(values[:, 0], counts[3].astype(int))
    assert_allclose(drawn.figures["means"][0, 3], np.nanmean(rows))


def test_sums_drawn_from_a_normal_law_come_in_blocks_that_the_number_of_units_does_not_shrink():
    few, many = (Sample(np.zeros((n, 4)), 4, drawn=False).block for n in (100, 3_000_000))
    assert few == many > Sample(np.zeros((3_000_000, 4)), 4).block
