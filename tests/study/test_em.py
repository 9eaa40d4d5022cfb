import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import ANALYSES, load
from csi.assembler import report, run
from csi.errors import CsiError, NoHonestAnswer, TooFewRespondents
from csi.model import InnerModel
from csi.numerics import em
from csi.renderers import render
from csi.study import Study

from ..reference import ITEMS
from ..surveys import ecsi_model, ecsi_survey, flat_model, paired_model, survey_of
from ..test_exam import degenerate, rich_model

score, gap = load("score"), load("gap")
HOLEY = np.where(np.random.default_rng(2).random((250, 24)) < 0.1, np.nan, ecsi_survey().answers)


def holey_study(**options: object) -> Study:
    return Study(survey_of(HOLEY, ITEMS), ecsi_model(), **{"missing": "em", "resamples": 200, **options})  # type: ignore[arg-type]


def test_a_survey_without_holes_is_scored_as_ever():
    one, other = (score(Study(ecsi_survey(), ecsi_model(), missing=missing, resamples=100)) for missing in ("em", "available"))
    assert one.tables == other.tables


@pytest.mark.parametrize("weights", ["pls", "component", "equal"])
def test_a_tenth_of_holes_moves_the_index_by_less_than_its_error(weights):
    whole = score(Study(ecsi_survey(), ecsi_model(), weights=weights, resamples=200)).headline
    holey = score(holey_study(weights=weights)).headline
    assert abs(holey.value - whole.value) < 0.3 * whole.standard_error
    assert 0.95 < holey.standard_error / whole.standard_error < 1.15


def test_each_item_keeps_the_number_of_those_who_answered():
    assert score(holey_study(resamples=0)).table("indicators").column("n") == tuple((~np.isnan(HOLEY)).sum(axis=0))


def test_all_weightings_stand_on_the_same_means():
    means = em.fit(HOLEY).mean
    assert_allclose(holey_study(weights="equal").point["means"][:24, 0], means, rtol=1e-10)
    assert_allclose(holey_study(weights="pls").point["means"][:24, 0], means, rtol=1e-10)


def test_the_resampled_terms_add_up_to_the_estimate():
    study = holey_study()
    terms = study.sample.terms(0, study.used).sum(axis=1)[:, None]
    sums = study.sample.layout.sums(terms.astype(float), study.sample.shift)
    assert_allclose(sums.means, study.sums.means, rtol=1e-10)
    assert_allclose(sums.correlations(), study.sums.correlations(), atol=1e-9)


def test_the_finding_counts_what_was_missing_in_both_languages():
    (said,) = [finding for finding in holey_study().findings if finding.key == "missing_em"]
    assert said.count == np.isnan(HOLEY).sum()
    assert said.values["items"] == 24
    told = report(holey_study())
    assert "575 answers to 24 of the 24 weighted items" in render(told, "md", language="en").decode()
    assert "24 个加权指标中有 24 个共缺失 575 个答案" in render(told, "md", language="zh").decode()


def test_a_gap_counts_those_who_answered_both_sides_as_ever():
    answers = np.clip(np.rint(ecsi_survey().answers[:, :4]), 1, 10)
    answers[::5, 0] = np.nan
    answers[::5, 1] = np.nan  # so that both sides of the first pair are missing together
    answers[1::7, 2] = np.nan
    survey, model = survey_of(answers, ["a", "b", "c", "d"]), paired_model([("a", "b"), ("c", "d")], weights="equal")
    one, other = (gap(Study(survey, model, missing=missing, resamples=0)) for missing in ("em", "available"))
    assert one.tables == other.tables


def test_clusters_widen_what_rests_on_estimated_answers_too():
    values = np.random.default_rng(3).normal(6, 1, (20, 2)).repeat(10, axis=0) + np.random.default_rng(4).normal(0, 0.1, (200, 2))
    values[::7, 1] = np.nan
    survey = survey_of(values, ["a", "b"], labels={"Store": tuple(f"S{i // 10:02}" for i in range(200))})
    model = flat_model(["a", "b"])
    clustered = dataclasses.replace(model, respondents=dataclasses.replace(model.respondents, cluster="Store"))
    plain, wide = (score(Study(survey, m, missing="em", resamples=2000)).headline for m in (model, clustered))
    assert wide.standard_error / plain.standard_error == pytest.approx(np.sqrt(10), rel=0.15)


@pytest.mark.parametrize("interval", ["percentile", "bca", "normal"])
def test_every_form_of_interval_brackets_the_estimate(interval):
    headline = score(holey_study(interval=interval)).headline
    assert headline.lower < headline.value < headline.upper


@pytest.mark.parametrize("name", list(ANALYSES))
@pytest.mark.parametrize("weights", ["pls", "equal"])
@pytest.mark.parametrize("case", list(degenerate()))
def test_degenerate_surveys_end_in_a_result_or_an_error_with_a_remedy(case, weights, name):
    try:
        result = run(name, Study(degenerate()[case], rich_model(), weights=weights, resamples=50, missing="em"))
    except CsiError as refusal:
        assert refusal.remedy.en
        assert refusal.remedy.zh
    else:
        assert "NaN" not in render(result, "json").decode()


def test_two_items_that_nobody_answered_together_are_named():
    answers = np.where(np.arange(60)[:, None] % 2 == [0, 1, 2], np.nan, ecsi_survey().answers[:60, :3])
    with pytest.raises(NoHonestAnswer, match="a × b: nobody answered both"):
        score(Study(survey_of(answers, ["a", "b", "c"]), flat_model(["a", "b", "c"]), missing="em"))


def test_as_many_respondents_as_items_are_too_few():
    answers = ecsi_survey().answers[:4, :4].copy()
    answers[0, 0] = np.nan
    with pytest.raises(TooFewRespondents, match="more than 4 respondents"):
        score(Study(survey_of(answers, list("abcd")), flat_model(list("abcd")), missing="em"))


def test_twins_are_named():
    answers = np.column_stack([HOLEY[:, 0], ecsi_survey().answers[:, [1, 1]]])
    with pytest.raises(NoHonestAnswer, match=r"b × c: .* follows from the others"):
        score(Study(survey_of(answers, list("abc")), flat_model(list("abc")), missing="em"))


def test_more_items_than_can_be_estimated_are_refused_with_the_way_out():
    answers = np.random.default_rng(1).normal(6, 1, (100, 61))
    answers[0, 0] = np.nan
    names = [f"Q{j}" for j in range(61)]
    with pytest.raises(NoHonestAnswer, match=r"up to 60 items, and 61 carry a weight.*--missing available"):
        score(Study(survey_of(answers, names), flat_model(names), missing="em"))


def test_interactions_are_refused_where_answers_are_missing():
    paths = (*ecsi_model().inner.paths, ("Image * Value", "Satisfaction"))
    model = ecsi_model(inner=InnerModel(paths))
    with pytest.raises(NoHonestAnswer, match="interactions"):
        score(Study(survey_of(HOLEY, ITEMS), model, missing="em"))


def test_items_that_never_vary_have_nothing_to_estimate():
    answers = np.array([[7, 3], [np.nan, 3], [7, np.nan]])
    study = Study(survey_of(answers), flat_model(["Q1", "Q2"]), weights="equal", missing="em", resamples=20)
    assert study.point["means"][:, 0].tolist() == [7, 3]
    assert study.replicates.figures["means"].shape == (2, 20)
