"""Every figure of every room has its interval in the form that was asked for."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from csi.analyses import load
from csi.errors import UsageFault
from csi.model import Indicator, Latent, Model, Respondents, Scale
from csi.numerics import intervals, replicates
from csi.results import Blank
from csi.study import Study, card_of, resampling, settings_of
from csi.study.pairs import Pairs

from ..reference import ITEMS
from ..surveys import ecsi_model, ecsi_survey, flat_model, paired_model, survey_of

score, gap = load("score"), load("gap")
RNG = np.random.default_rng(4)
UNEVEN = np.minimum(10, 1 + np.floor(RNG.exponential(1.6, (120, 1))))  # most give 1 or 2, few give 10
PAIRED = np.column_stack([UNEVEN, np.full(120, 4.0)])
OTHERS = [form for form in intervals.FORMS if form != "percentile"]


def uneven(form: str, n: int = 120, **changes: object) -> Study:
    return Study(survey_of(UNEVEN[:n], ["a"]), flat_model(["a"]), interval=form, **changes)  # type: ignore[arg-type]


def test_bca_of_an_index_is_that_of_scipy_on_the_same_resamples():
    study = uneven("bca")
    found = score(study).headline
    given = stats.bootstrap((UNEVEN[:, 0],), np.mean, n_resamples=10)
    given.bootstrap_distribution = study.resampled(study.replicates.figures["means"][0])
    peer = stats.bootstrap((UNEVEN[:, 0],), np.mean, n_resamples=0, bootstrap_result=given, method="BCa").confidence_interval
    assert_allclose((found.lower, found.upper), [100 * (end - 1) / 9 for end in peer], rtol=1e-9)


def test_the_normal_interval_is_the_index_and_196_errors_to_each_side():
    found = score(uneven("normal")).headline
    assert_allclose((found.lower, found.upper), stats.norm.interval(0.95, found.value, found.standard_error))


def test_the_standard_error_is_the_same_in_every_form():
    errors = [score(uneven(form)).headline.standard_error for form in intervals.FORMS]
    assert errors == [errors[0]] * 3


def test_percentile_intervals_carry_nothing_behind_their_resamples():
    study = uneven("percentile", resamples=300)
    assert (study.replicates.carried, study.replicates.figures["means"].shape) == (0, (1, 300))
    found = score(study).headline
    assert_allclose((found.lower, found.upper), np.quantile(study.replicates.figures["index"][0], [0.025, 0.975]))


@pytest.mark.parametrize(("form", "carried"), [("normal", 1), ("bca", 121)])
def test_the_resamples_alone_are_those_of_the_percentile_interval(form, carried):
    study = uneven(form, resamples=300)
    assert study.replicates.carried == carried
    assert (
        study.resampled(study.replicates.figures["means"]) == uneven("percentile", resamples=300).replicates.figures["means"]
    ).all()


@pytest.mark.parametrize("form", intervals.FORMS)
def test_a_difference_of_figures_has_an_interval_in_every_form(form):
    # everybody expected 4, so the gap is the index less a constant, and so are both ends
    study = Study(survey_of(PAIRED, ["a", "e"]), paired_model([("a", "e")]), interval=form)
    row, head = gap(study).table("gaps").records()[0], score(study).headline
    assert_allclose([row["lower"], row["upper"]], np.array([head.lower, head.upper]) - 100 * 3 / 9, rtol=1e-9)


@pytest.mark.parametrize("form", OTHERS)
def test_the_figures_behind_the_resamples_of_a_gap_are_the_gap_without_each_respondent(form):
    study = Study(survey_of(PAIRED, ["a", "e"]), paired_model([("a", "e")]), interval="bca", resamples=50)
    pairs = Pairs(study)
    behind = pairs.draws(pairs.one(0))[50:]
    assert_allclose(behind[0], pairs.value(pairs.one(0)))
    assert_allclose(behind[1:], 100 * ((UNEVEN.sum() - UNEVEN[:, 0]) / 119 - 4) / 9)


def test_path_coefficients_without_a_respondent_are_those_of_the_model_without_them():
    study = Study(ecsi_survey(), ecsi_model(), interval="bca", resamples=20)
    without = Study(survey_of(np.delete(ecsi_survey().answers, 5, axis=0), ITEMS), ecsi_model(), resamples=0)
    found = study.replicates.figures["path_coefficients"][..., 20 + 1 + 5]
    assert_allclose(found, without.point["path_coefficients"][..., 0], atol=2e-12)


@pytest.mark.parametrize("form", intervals.FORMS)
def test_an_index_without_spread_has_an_interval_without_width(form):
    study = Study(survey_of(np.full((120, 2), 7.0), ["a", "b"]), flat_model(["a", "b"]), interval=form, resamples=100)
    found = score(study).headline
    assert_allclose((found.lower, found.upper), found.value)


@pytest.mark.parametrize("form", OTHERS)
def test_the_settings_name_the_form_and_its_small_kind(form):
    said = [settings_of(uneven(form, n, resamples=10))["interval"] for n in (120, 40)]
    assert said == [form, f"expanded {form}"]


def test_without_resamples_there_is_no_form():
    assert settings_of(uneven("bca", resamples=0))["interval"] is None


def test_an_unknown_form_is_refused_with_the_forms_there_are():
    with pytest.raises(UsageFault, match="percentile, bca, normal"):
        uneven("BC")


def test_a_small_survey_is_remarked_in_the_words_of_its_form():
    remarks = [score(uneven(form, 40, resamples=400)).remarks[0].text.en for form in intervals.FORMS]
    assert ["percentile" in remarks[0], "BCa" in remarks[1], "Student" in remarks[2]] == [True] * 3


def test_resamples_that_all_lie_on_one_side_leave_a_standard_error_and_the_reason():
    draws = np.array([1.0, 2, 3, 4, 9, 4, 5, 6])  # four resamples, the estimate, three without a unit
    blank = Blank("resamples_one_sided")
    assert resampling.spread(draws, "bca", 0.95, 200, resamples=4) == (pytest.approx(1.290994), blank, blank)


def test_a_figure_mostly_unknown_without_a_unit_has_no_bca_interval():
    draws = np.array([1.0, 2, 3, 4, 2.5, np.nan, np.nan, np.nan, 6, 5])
    assert resampling.spread(draws, "bca", 0.95, 200, resamples=4)[1:] == (Blank("jackknife_unusable"),) * 2


def test_a_figure_without_a_meaning_has_no_interval_about_it():
    draws = np.array([1.0, 2, 3, 4, np.nan, 4, 5, 6])
    assert resampling.spread(draws, "normal", 0.95, 200, resamples=4) == resampling.blank_spread("not_applicable")


def test_an_item_that_hangs_on_one_respondent_is_left_out_of_the_acceleration_only_there():
    answers = np.array(ecsi_survey().answers)[:80]
    answers[:, 0] = 7
    answers[0, 0] = 8
    study = Study(survey_of(answers, ITEMS), ecsi_model(), interval="bca", resamples=200)
    behind = study.replicates.figures["index"][0, 201:]
    assert np.flatnonzero(np.isnan(behind)).tolist() == [0]


@pytest.mark.parametrize("form", OTHERS)
def test_the_number_of_processors_changes_no_end_of_an_interval(monkeypatch, form):
    answers = np.tile(UNEVEN, (30, 1))
    ends = []
    for count in (1, 2, 7):
        monkeypatch.setattr(replicates, "cpu_count", lambda count=count: count)
        found = score(Study(survey_of(answers, ["a"]), flat_model(["a"]), interval=form, resamples=6000)).headline
        ends.append((found.lower, found.upper))
    assert ends == [ends[0]] * 3


def test_bca_stands_on_groups_of_respondents_when_the_sums_are_drawn_from_their_normal_law(monkeypatch):
    exact = score(uneven("bca")).headline
    monkeypatch.setattr(replicates, "EXACT", 0)
    gaussian = uneven("bca")
    found = score(gaussian).headline
    assert settings_of(gaussian)["resampling"] == "moment-gaussian"
    assert_allclose((found.lower, found.upper), (exact.lower, exact.upper), atol=0.15 * exact.standard_error)


@pytest.mark.parametrize("form", OTHERS)
def test_strata_clusters_and_case_weights_go_into_every_form(form):
    n = 300
    values = np.rint(np.clip(RNG.normal(6, 2, (n, 2)), 1, 10))
    labels = {"store": tuple(str(i // 4) for i in range(n)), "region": tuple("NS"[i // 150] for i in range(n))}
    roles = Respondents(cluster="store", strata="region", case_weight="w")
    survey = survey_of(values, ["a", "b"], labels=labels, numbers={"w": RNG.uniform(0.5, 2, n)})
    plain, other = (
        score(Study(survey, flat_model(["a", "b"], respondents=roles), interval=kind)).headline for kind in ("percentile", form)
    )
    assert_allclose((other.lower, other.upper), (plain.lower, plain.upper), atol=0.25 * plain.standard_error)


def test_the_line_about_the_study_names_the_form():
    from csi.renderers.sentences import card_line

    lines = [card_line(card_of(uneven("bca", resamples=50)), language) for language in ("en", "zh")]
    assert ["95% BCa intervals" in lines[0], "95% BCa 区间" in lines[1]] == [True, True]


def test_a_tree_of_given_weights_has_ends_in_every_row_of_every_form():
    leaves = [Latent(name, weight=w, indicators=(Indicator(name, name),)) for name, w in (("a", 1.0), ("b", 3.0))]
    survey = survey_of(np.column_stack([UNEVEN, UNEVEN[::-1]]), ["a", "b"])
    study = Study(survey, Model(tuple(leaves), weights="given", scale=Scale(1, 10)), interval="bca", resamples=400)
    rows = score(study).table("tree").records()
    assert all(row["lower"] < row["index"] < row["upper"] for row in rows)
