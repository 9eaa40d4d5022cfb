import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from csi.numerics import permutation
from csi.numerics.moments import point_sums
from csi.numerics.permutation import both_groups, dealt, permute
from csi.numerics.replicates import Drawn
from csi.numerics.sample import Sample

RNG = np.random.default_rng(5)
ANSWERS = np.rint(RNG.normal(6, 2, (40, 3)))
HOLEY = np.where(RNG.random((40, 3)) < 0.2, np.nan, ANSWERS)
WEIGHTS = RNG.uniform(0.5, 2, 40)
FIRST = np.arange(40) < 15


def differences(first, second):
    good = np.full(first.total.shape[1], -1)
    figures = {"means": first.means - second.means, "r": first.correlations() - second.correlations(), "weight": first.weight}
    return Drawn(figures, good)


@pytest.mark.parametrize(("values", "weights"), [(ANSWERS, None), (HOLEY, None), (ANSWERS, WEIGHTS), (HOLEY, WEIGHTS)])
def test_a_permutation_has_the_sums_of_the_rows_it_dealt(values, weights):
    found = permute(Sample(values, 3, weights), FIRST, differences, permutations=6, seed=9)
    first = dealt(np.random.default_rng([9, 0]), 6, FIRST)[4]
    sides = [point_sums(values[rows], None if weights is None else weights[rows], 3) for rows in (first, ~first)]
    assert_allclose(found.figures["means"][:, 4], (sides[0].means - sides[1].means)[:, 0], atol=1e-12)
    assert_allclose(found.figures["r"][:, :, 4], (sides[0].correlations() - sides[1].correlations())[:, :, 0], atol=1e-12)


def test_the_groups_as_they_are_have_the_sums_of_their_rows():
    one, two, everybody = both_groups(Sample(HOLEY, 3, WEIGHTS), FIRST)
    for sums, rows in ((one, FIRST), (two, ~FIRST), (everybody, FIRST | ~FIRST)):
        assert_allclose(sums.correlations(), point_sums(HOLEY[rows], WEIGHTS[rows], 3).correlations(), atol=1e-12)


def test_groups_keep_their_sizes():
    assert_array_equal(dealt(RNG, 200, FIRST).sum(axis=1), 15)


def test_strata_keep_their_share_of_each_group():
    strata = np.repeat([0, 1, 2], [20, 10, 10])
    counts = dealt(RNG, 200, FIRST, strata)
    assert_array_equal(counts[:, :20].sum(axis=1), 15)
    assert not counts[:, 20:].any()


def test_clusters_change_sides_whole():
    units = np.repeat(np.arange(8), 5)
    found = permute(Sample(ANSWERS, 3, units=units), np.arange(8) < 3, differences, permutations=50, seed=1)
    assert (found.figures["weight"] == 15).all()
    means = ANSWERS.reshape(8, 5, 3).mean(axis=1)
    first = dealt(np.random.default_rng([1, 0]), 50, np.arange(8) < 3)[7]
    assert_allclose(found.figures["means"][:, 7], means[first].mean(axis=0) - means[~first].mean(axis=0))


def test_the_same_seed_gives_the_same_permutations_whatever_the_number_of_processors(monkeypatch):
    monkeypatch.setattr(permutation, "cpu_count", lambda: 1)
    alone = permute(Sample(ANSWERS, 3), FIRST, differences, permutations=600, seed=4).figures["means"]
    monkeypatch.setattr(permutation, "cpu_count", lambda: 7)
    assert_array_equal(permute(Sample(ANSWERS, 3), FIRST, differences, permutations=600, seed=4).figures["means"], alone)


def test_another_seed_gives_other_permutations():
    one = permute(Sample(ANSWERS, 3), FIRST, differences, permutations=10, seed=1).figures["means"]
    assert (one != permute(Sample(ANSWERS, 3), FIRST, differences, permutations=10, seed=2).figures["means"]).any()


def test_the_spread_of_a_difference_is_that_of_a_draw_without_replacement():
    found = permute(Sample(ANSWERS, 3), FIRST, differences, permutations=20_000, seed=1)
    error = ANSWERS.std(axis=0, ddof=1) * np.sqrt(1 / 15 + 1 / 25)
    assert_allclose(found.figures["means"].std(axis=1), error, rtol=0.03)


def test_many_respondents_are_dealt_by_the_normal_law_of_the_same_mean_and_spread(monkeypatch):
    exact = permute(Sample(ANSWERS, 3), FIRST, differences, permutations=20_000, seed=1)
    monkeypatch.setattr(permutation, "EXACT", 1)
    normal = permute(Sample(ANSWERS, 3), FIRST, differences, permutations=20_000, seed=1)
    assert (exact.form, normal.form) == ("exact", "moment-gaussian")
    assert_allclose(normal.figures["means"].mean(axis=1), exact.figures["means"].mean(axis=1), atol=0.02)
    assert_allclose(normal.figures["means"].std(axis=1), exact.figures["means"].std(axis=1), rtol=0.03)


def test_permutations_that_cannot_be_used_are_dealt_again_and_counted():
    def fussy(first, second):
        drawn = differences(first, second)
        return Drawn(drawn.figures, np.where(drawn.figures["means"][1] > 0.3, 1, -1))

    found = permute(Sample(ANSWERS, 3), FIRST, fussy, permutations=100, seed=1)
    assert found.complete
    assert found.figures["means"].shape == (3, 100)
    assert set(found.redrawn) == {1}


def test_a_comparison_that_never_works_gives_up_soon_and_says_so():
    def hopeless(first, second):
        return Drawn(differences(first, second).figures, np.zeros(first.total.shape[1], dtype=int))

    found = permute(Sample(ANSWERS, 3), FIRST, hopeless, permutations=30, seed=1)
    assert not found.complete
    assert found.redrawn == {0: 90}  # three rounds
