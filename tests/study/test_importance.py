import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.errors import ConstantIndicator, MissingRole, NoHonestAnswer, TooFewRespondents, UsageFault
from csi.model import OVERALL, InnerModel, Respondents
from csi.results import Blank
from csi.study import Study
from csi.study.explaining import every_outcome, leading_to
from csi.study.importance import Importance, importance
from csi.survey import Survey

from ..reference import BLOCKS, ITEMS
from ..surveys import ecsi_model, ecsi_survey, survey_of

CAUSES = [item for name in ("Image", "Expectation", "Quality", "Value") for item in BLOCKS[name]]
QUALITY = ["Quality"]


def found(weights: str | None = None, resamples: int = 0, **asked: object) -> Importance:
    return importance(Study(ecsi_survey(), ecsi_model(), weights=weights, resamples=resamples), **asked)  # type: ignore[arg-type]


def names(one: Importance) -> list[str]:
    return [driver.name for driver in one.drivers]


def test_quality_and_overall_satisfaction_of_the_mobile_survey():
    # relative weights as by rwa, LMG as by relaimpo, from the survey's published correlations
    one = found(outcome="CUSA1", drivers=QUALITY)
    expected = [0.129505, 0.055248, 0.045587, 0.075747, 0.035170, 0.042756, 0.062737]
    assert_allclose(one.point["relative_weight"][:, 0], expected, atol=2e-6)
    expected = [0.134763, 0.050854, 0.045326, 0.075340, 0.035288, 0.043937, 0.061241]
    assert_allclose(one.point["shapley"][:, 0], expected, atol=2e-6)
    assert one.value("r_squared") == pytest.approx(0.446749, abs=2e-6)


def test_coefficients_are_those_of_a_regression_of_the_score_on_the_answers():
    one = found()
    answers = np.asarray(ecsi_survey().answers)
    standard = (answers - answers.mean(axis=0)) / answers.std(axis=0)
    outer = Study(ecsi_survey(), ecsi_model(), resamples=0).point["outer_weights"][:, 0]
    score = standard[:, 17:20] @ outer[17:20]
    slopes = np.linalg.lstsq(standard[:, :17], score / score.std(), rcond=None)[0]
    assert_allclose(one.point["beta"][:, 0], slopes, atol=1e-9)


def test_under_equal_weights_the_outcome_is_the_mean_of_its_answers():
    one = found("equal")
    answers = np.asarray(ecsi_survey().answers)
    score = answers[:, 17:20].mean(axis=1)
    expected = [np.corrcoef(answers[:, j], score)[0, 1] for j in range(17)]
    assert_allclose(one.point["correlation"][:, 0], expected, atol=1e-12)


def test_latents_as_drivers_explain_what_their_paths_do():
    fitted = Study(ecsi_survey(), ecsi_model(), resamples=0)
    one = importance(fitted, level="latents")
    paths = fitted.point["path_coefficients"][:, 4, 0]
    # every latent that leads to Satisfaction has a path of its own, so this regression is the model's
    assert names(one) == ["Image", "Expectation", "Quality", "Value"]
    assert_allclose(one.point["beta"][:, 0], paths[:4], atol=1e-9)


def test_stated_weights_make_the_score():
    model = ecsi_model()
    latents = tuple(
        dataclasses.replace(x, indicators=tuple(dataclasses.replace(i, importance=i.column) for i in x.indicators))
        for x in model.latents
    )
    one = importance(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), weights="stated", resamples=0))
    answers = np.asarray(ecsi_survey().answers)
    score = answers[:, 17:20] @ answers[:, 17:20].mean(axis=0)
    assert one.point["correlation"][0, 0] == pytest.approx(np.corrcoef(answers[:, 0], score)[0, 1], abs=1e-12)


def test_drivers_are_what_leads_to_the_outcome_or_all_others_where_nothing_does():
    assert (names(found()), found().asked.causes_only) == (CAUSES, True)
    alone = importance(Study(ecsi_survey(), ecsi_model(inner=InnerModel(())), resamples=0))
    assert (len(alone.drivers), alone.asked.causes_only) == (21, False)


def test_no_item_of_the_outcome_is_a_driver():
    assert not set(BLOCKS["Loyalty"]) & set(names(found(outcome="Loyalty")))
    assert not set(BLOCKS["Satisfaction"]) & set(names(found(outcome="CUSA1")))
    with pytest.raises(UsageFault, match="part of the outcome"):
        found(drivers=["CUSA2"])
    with pytest.raises(UsageFault, match="part of the outcome"):
        found(outcome="CUSA1", drivers=["Satisfaction"])


def test_a_sister_of_the_outcome_may_be_a_driver_where_it_is_named():
    assert names(found(outcome="CUSA1", drivers=["CUSA2", "IMAG1"])) == ["CUSA2", "IMAG1"]


def test_latents_and_indicators_may_be_named_beside_each_other():
    assert names(found(drivers=["Value", "IMAG1", "PERV1"])) == ["PERV1", "PERV2", "IMAG1"]
    assert names(found(drivers=["Value", "IMAG1"], level="latents")) == ["Value", "IMAG1"]


@pytest.mark.parametrize("asked", [{"outcome": "Satisfacton"}, {"drivers": ["Qualit"]}])
def test_an_unknown_name_is_refused_with_the_nearest(asked):
    with pytest.raises(UsageFault, match="the nearest is"):
        found(**asked)


def test_names_that_cannot_be_used_say_why():
    answers = np.array(ecsi_survey().answers)
    answers[:, 17] = 7
    with pytest.raises(UsageFault, match="do not differ"):
        importance(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), outcome="CUSA1")
    with pytest.raises(UsageFault, match="--drivers"):
        found(drivers=[])


def test_what_stands_in_the_way_of_correlations_is_not_told_as_a_fault_of_the_weights():
    answers = np.asarray(ecsi_survey().answers)
    with pytest.raises(TooFewRespondents) as few:
        importance(Study(survey_of(answers[:5], ITEMS), ecsi_model(), weights="equal", resamples=0))
    assert "--weights" not in str(few.value)
    flat = np.where(np.arange(24) == 20, 5, answers)
    with pytest.raises(ConstantIndicator) as constant:
        importance(Study(survey_of(flat, ITEMS), ecsi_model(), weights="equal", resamples=0))
    assert "--weights" not in str(constant.value)


def test_resamples_in_which_a_driver_does_not_vary_are_drawn_again_and_counted_under_it():
    answers = whole_answers()
    answers[:, 8] = 5
    answers[:2, 8] = 6
    study = Study(survey_of(answers, ITEMS), ecsi_model(), weights="equal", resamples=200)
    one = importance(study, outcome="CUSA1", drivers=QUALITY)
    assert one.drawn is not None
    assert 10 < one.drawn.redrawn[8] < 50  # both are left out of 13 in 100
    assert one.drawn.resamples == 200


def test_figures_of_mostly_unusable_resamples_are_not_shown():
    answers = np.asarray(ecsi_survey().answers)[:21]
    one = importance(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=40))
    assert one.resampled("shapley") is None
    assert one.spread("shapley", 0)[1] == Blank("resamples_unusable")


def test_the_whole_cannot_be_explained_by_its_parts():
    with pytest.raises(MissingRole, match="--outcome"):
        importance(Study(ecsi_survey(), ecsi_model(target=OVERALL, inner=InnerModel(())), resamples=0))


def test_a_lone_latent_has_no_drivers():
    model = ecsi_model(inner=InnerModel(()))
    lone = dataclasses.replace(model, latents=(model.latents[4],))
    with pytest.raises(MissingRole, match="--drivers"):
        importance(Study(ecsi_survey(), lone, resamples=0))


def test_copied_columns_are_named():
    answers = np.array(ecsi_survey().answers)
    answers[:, 9] = answers[:, 8]
    with pytest.raises(NoHonestAnswer, match="PERQ1 × PERQ2"):
        importance(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0))


def test_too_few_respondents_for_so_many_drivers():
    answers = np.asarray(ecsi_survey().answers)[:19]
    with pytest.raises(TooFewRespondents, match="20"):
        importance(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0))


def whole_answers() -> np.ndarray:
    return np.clip(np.rint(ecsi_survey().answers), 1, 10)


def weighted_survey(weights: np.ndarray) -> Survey:
    return survey_of(whole_answers(), ITEMS, numbers={"w": weights})


def test_case_weights_count_respondents_as_often():
    often = np.resize([1, 2, 3], 250)
    model = ecsi_model(respondents=Respondents(case_weight="w"))
    weighted = importance(Study(weighted_survey(often.astype(float)), model, resamples=0))
    repeated = importance(Study(survey_of(np.repeat(whole_answers(), often, axis=0), ITEMS), ecsi_model(), resamples=0))
    for key in ("correlation", "beta", "relative_weight", "shapley"):
        assert_allclose(weighted.point[key], repeated.point[key], atol=1e-9)


def test_resamples_are_those_of_the_index():
    study = Study(ecsi_survey(), ecsi_model(), resamples=40)
    one = importance(study, outcome="CUSA1", drivers=["Quality", "Satisfaction"][:1])
    assert one.draws is not None
    assert study.measured.replicates is not None
    assert_allclose(one.draws["performance"][0], 100 * (study.measured.replicates.figures["means"][8] - 1) / 9)


def test_resamples_of_a_score_have_weights_of_their_own():
    study = Study(ecsi_survey(), ecsi_model(), resamples=40)
    one = importance(study, level="latents")
    assert one.draws is not None
    assert study.measured.replicates is not None
    expected = study.measured.replicates.figures["latent_correlations"][:4, 4]
    assert_allclose(one.draws["correlation"], expected, atol=1e-6)


def test_holes_leave_pairwise_correlations():
    answers = whole_answers()
    answers[::7, 8] = np.nan
    one = importance(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=30), outcome="CUSA1", drivers=QUALITY)
    both = ~np.isnan(answers[:, 8])
    expected = np.corrcoef(answers[both, 8], answers[both, 17])[0, 1]
    assert one.value("correlation", 0) == pytest.approx(expected, abs=1e-9)
    assert one.answered(0) == int(both.sum())
    assert isinstance(one.spread("shapley", 0)[1], float)


@pytest.mark.parametrize("form", ["bca", "normal"])
def test_other_forms_of_interval_carry_importance_too(form):
    study = Study(ecsi_survey(), ecsi_model(), resamples=60, interval=form)
    error, lower, upper = importance(study, outcome="CUSA1", drivers=QUALITY).spread("shapley", 0)
    assert 0.01 < error < 0.05
    assert lower < 0.134763 < upper


def test_rooms_that_ask_for_the_same_share_it():
    study = Study(ecsi_survey(), ecsi_model(), resamples=20)
    one = importance(study, drivers=QUALITY)
    assert importance(study, drivers=QUALITY) is one
    assert importance(study, drivers=QUALITY, shares=False) is one
    assert importance(study, drivers=["Value"]) is not one


def test_shares_can_be_left_out():
    one = found(shares=False)
    assert "shapley" not in one.point
    assert one.lmg is None
    assert_allclose(one.point["beta"], found().point["beta"])


def test_every_latent_that_paths_lead_to_can_be_an_outcome():
    assert every_outcome(ecsi_model()) == ("Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty")
    assert every_outcome(ecsi_model(inner=InnerModel(()))) == tuple(BLOCKS)
    assert leading_to("Value", ecsi_model().inner, tuple(BLOCKS)) == {"Image", "Expectation", "Quality"}
