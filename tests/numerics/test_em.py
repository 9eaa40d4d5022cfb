import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import em
from csi.numerics.em_influence import Influence
from csi.numerics.moments import point_sums
from csi.numerics.sample import Sample

RNG = np.random.default_rng(23)
ANSWERS = np.rint(RNG.normal(6, 2, (60, 1)) + RNG.normal(0, 1.5, (60, 4)))
HOLEY = np.where(RNG.random((60, 4)) < 0.2, np.nan, ANSWERS)
WEIGHTS = RNG.uniform(0.5, 2, 60)
UPPER = np.triu_indices(4)


def moments(fit: em.Fit) -> np.ndarray:
    """Means and raw second moments, the coordinates of the sums."""
    return np.concatenate([fit.mean, (fit.covariance + np.outer(fit.mean, fit.mean))[UPPER]])


def test_answers_without_holes_give_their_own_means_and_covariances():
    fit = em.fit(ANSWERS)
    assert_allclose(fit.mean, ANSWERS.mean(axis=0), rtol=1e-12)
    assert_allclose(fit.covariance, np.cov(ANSWERS.T, ddof=0), rtol=1e-12)


def test_a_second_item_that_some_skipped_is_the_factored_likelihood_of_anderson():
    # Anderson (1957), JASA 52, 200-203: regress on those who answered both, carry it to all
    both = ANSWERS[:40, :2]
    fit = em.fit(np.where(np.arange(60)[:, None] * [0, 1] >= 40, np.nan, ANSWERS[:, :2]))
    c, mean, variance = np.cov(both.T, ddof=0), ANSWERS[:, 0].mean(), ANSWERS[:, 0].var()
    slope = c[0, 1] / c[0, 0]
    expected = [
        both[:, 1].mean() + slope * (mean - both[:, 0].mean()),
        slope * variance,
        c[1, 1] + slope**2 * (variance - c[0, 0]),
    ]
    assert_allclose([fit.mean[1], fit.covariance[0, 1], fit.covariance[1, 1]], expected, rtol=1e-10)
    assert_allclose([fit.mean[0], fit.covariance[0, 0]], [mean, variance], rtol=1e-10)


def test_the_estimate_is_where_a_general_optimiser_finds_the_largest_likelihood():
    optimize, stats = pytest.importorskip("scipy.optimize"), pytest.importorskip("scipy.stats")
    rows = [(row[~np.isnan(row)], np.flatnonzero(~np.isnan(row))) for row in HOLEY[:40, :3]]
    lower = np.tril_indices(3)

    def unlikely(place: np.ndarray) -> float:
        factor = np.zeros((3, 3))
        factor[lower] = place[3:]
        s = factor @ factor.T
        parts = [stats.multivariate_normal.logpdf(x, place[:3][at], s[np.ix_(at, at)]) for x, at in rows if len(at)]
        return -float(np.sum(parts))

    fit = em.fit(HOLEY[:40, :3])
    start = np.concatenate([np.nanmean(HOLEY[:40, :3], axis=0), (2 * np.eye(3))[lower]])
    found = optimize.minimize(unlikely, start, method="BFGS", options={"gtol": 1e-4}).x
    factor = np.zeros((3, 3))
    factor[lower] = found[3:]
    assert_allclose(fit.mean, found[:3], atol=1e-4)
    assert_allclose(fit.covariance, factor @ factor.T, atol=1e-3)
    here = np.concatenate([fit.mean, np.linalg.cholesky(fit.covariance)[lower]])
    assert unlikely(here) <= unlikely(found) + 1e-9


def test_a_case_weight_of_two_is_a_respondent_who_came_twice():
    counts = RNG.integers(1, 4, 60)
    weighted, repeated = em.fit(HOLEY, counts.astype(float)), em.fit(np.repeat(HOLEY, counts, axis=0))
    assert_allclose(weighted.mean, repeated.mean, rtol=1e-10)
    assert_allclose(weighted.covariance, repeated.covariance, rtol=1e-9)


def test_the_estimate_moves_with_the_units_of_the_answers():
    one, other = em.fit(HOLEY), em.fit(HOLEY * [1, 10, 0.1, -1] + 1000)
    assert_allclose(other.mean, one.mean * [1, 10, 0.1, -1] + 1000, rtol=1e-10)
    assert_allclose(other.covariance, one.covariance * np.outer([1, 10, 0.1, -1], [1, 10, 0.1, -1]), rtol=1e-7)


def test_respondents_who_answered_nothing_change_no_estimate():
    more = np.concatenate([HOLEY, np.full((7, 4), np.nan)])
    assert_allclose(moments(em.fit(more)), moments(em.fit(HOLEY)), rtol=1e-10)


def test_where_much_is_missing_newton_finds_what_em_alone_would_crawl_to():
    x = np.where(
        np.random.default_rng(1).random((400, 4)) < 0.6, np.nan, np.tile(ANSWERS, (7, 1))[:400] + RNG.normal(0, 1, (400, 4))
    )
    fit = em.fit(x)
    assert fit.trouble is None
    assert fit.iterations < 30


def test_an_item_without_spread_keeps_its_answer_and_no_covariance():
    flat = HOLEY.copy()
    flat[:, 2] = np.where(np.isnan(flat[:, 2]), np.nan, 7)
    fit = em.fit(flat)
    assert fit.mean[2] == 7
    assert not fit.covariance[2].any()
    assert_allclose(fit.mean[[0, 1, 3]], em.fit(HOLEY[:, [0, 1, 3]]).mean, rtol=1e-10)
    assert_allclose(Influence(fit).answers[:, 2], 7)


def test_the_influence_of_answers_without_holes_is_the_answers_themselves():
    influence = Influence(em.fit(ANSWERS, WEIGHTS))
    assert_allclose(influence.answers, ANSWERS, atol=1e-11)
    assert_allclose(influence.corrections(slice(None)), 0, atol=1e-11)


def test_all_respondents_together_add_up_to_the_estimate():
    fit = em.fit(HOLEY, WEIGHTS)
    influence = Influence(fit)
    sample = Sample(influence.answers, 4, WEIGHTS, corrections=influence.corrections)
    sums = sample.layout.sums(sample.terms(0, 60).sum(axis=1)[:, None].astype(float), sample.shift)
    assert_allclose(sums.means[:, 0], fit.mean, rtol=1e-10)
    assert_allclose(sums.deviations[:, 0] ** 2, np.diag(fit.covariance), rtol=1e-9)
    scale = np.sqrt(np.diag(fit.covariance))
    assert_allclose(sums.correlations()[:, :, 0], fit.covariance / np.outer(scale, scale), atol=1e-9)


def test_the_influence_is_the_slope_of_the_estimate_in_a_respondents_weight():
    influence = Influence(em.fit(HOLEY, WEIGHTS))
    step = 1e-4 * np.eye(60)[17]
    slope = (moments(em.fit(HOLEY, WEIGHTS + step)) - moments(em.fit(HOLEY, WEIGHTS - step))) / 2e-4 * WEIGHTS.sum()
    own = influence.answers[17]
    products = own[UPPER[0]] * own[UPPER[1]] + influence.corrections(slice(17, 18))[:, 0]
    assert_allclose(np.concatenate([own, products]) - moments(influence.fit), slope, rtol=1e-5, atol=1e-6)


def test_corrections_are_the_same_for_any_choice_of_rows():
    influence = Influence(em.fit(HOLEY))
    rows = np.array([50, 3, 3, 17])
    assert_allclose(influence.corrections(rows), influence.corrections(slice(None))[:, rows], atol=1e-12)


def skipped_by_the_satisfied(rng: np.random.Generator) -> np.ndarray:
    root = np.linalg.cholesky(np.array([[1, 0.6, 0.5], [0.6, 1, 0.4], [0.5, 0.4, 1]]))
    x = rng.standard_normal((300, 3)) @ root.T + 6
    x[rng.random(300) < 0.7 / (1 + np.exp(1.5 * (6 - x[:, 0]))), 1] = np.nan
    x[rng.random(300) < 0.2, 2] = np.nan
    return x


def test_means_are_right_where_those_who_answer_are_not_like_the_others_and_intervals_cover():
    # 300 surveys of 300, true mean 6: over 2,000 such surveys the available mean is 0.17 standard deviations too low
    rng = np.random.default_rng(5)
    surveys = [skipped_by_the_satisfied(rng) for _ in range(300)]
    influences = [Influence(em.fit(x)) for x in surveys]
    available = np.mean([point_sums(x, None, 0).means[1, 0] for x in surveys])
    estimates = np.array([influence.fit.mean[1] for influence in influences])
    errors = np.array([influence.answers[:, 1].std() / np.sqrt(300) for influence in influences])
    assert available < 5.85
    assert estimates.mean() == pytest.approx(6, abs=0.015)
    assert 0.92 < (np.abs(estimates - 6) < 1.96 * errors).mean() < 0.98


@pytest.mark.parametrize(
    ("answers", "trouble", "items"),
    [
        (HOLEY[:4], "few", ()),
        (np.where(np.arange(60)[:, None] % 2 == [0, 1, 2, 2], np.nan, ANSWERS), "apart", (0, 1)),
        (np.column_stack([HOLEY[:, 0], ANSWERS[:, 1], HOLEY[:, 2], 11 - ANSWERS[:, 1]]), "singular", (1, 3)),
    ],
)
def test_what_cannot_be_estimated_is_said_with_the_items_to_blame(answers, trouble, items):
    fit = em.fit(answers)
    assert (fit.trouble, fit.items) == (trouble, items)


def test_a_climb_that_is_cut_short_says_so():
    fit = em.fit(HOLEY, max_iterations=3)
    assert fit.trouble == "unsettled"
    assert fit.last_change > 0
