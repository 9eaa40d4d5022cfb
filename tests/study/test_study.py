import numpy as np
import pytest

from csi.analyses import load
from csi.errors import NoHonestAnswer, NothingToScore, UnknownColumn, UsageFault
from csi.findings import Finding
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.numerics.replicates import Replicates
from csi.results import Blank
from csi.study import Study, settings_of
from csi.terms import Text

from ..reference import ITEMS
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of

score = load("score")


def test_a_column_the_survey_was_read_without_is_named():
    with pytest.raises(UnknownColumn, match="Q9"):
        Study(survey_of([[1]]), flat_model(["Q9"]))


@pytest.mark.parametrize("wrong", [{"confidence": 1.0}, {"confidence": 0.1}, {"resamples": -1}, {"resamples": 2_000_000}])
def test_settings_without_meaning_are_refused(wrong):
    with pytest.raises(UsageFault):
        Study(survey_of([[1]]), flat_model(["Q1"]), **wrong)


def test_settings_say_all_that_is_needed_to_do_it_again():
    study = Study(ecsi_survey(), ecsi_model(), resamples=100, seed=5)
    score(study)
    said = settings_of(study)
    assert (said["weights"], said["scheme"], said["resamples"], said["seed"], said["confidence"]) == ("pls", "path", 100, 5, 0.95)
    assert (said["interval"], said["resampling"], said["missing"]) == ("percentile", "exact", "available")


def test_small_surveys_say_that_their_percentiles_are_expanded():
    study = Study(survey_of([[1], [5], [9]] * 4), flat_model(["Q1"]), resamples=100)
    assert settings_of(study)["interval"] == "expanded percentile"


def clustered(n_clusters: int) -> Study:
    rng = np.random.default_rng(3)
    values = rng.integers(3, 8, (n_clusters, 1)).repeat(10, axis=0).astype(float)
    stores = tuple(f"S{i // 10}" for i in range(len(values)))
    survey = survey_of(values, ["a"], labels={"Store": stores})
    return Study(survey, flat_model(["a"], respondents=Respondents(cluster="Store")), resamples=2000)


def test_clusters_widen_the_interval_of_answers_that_go_together():
    study = clustered(20)
    plain = Study(study.survey, flat_model(["a"]), resamples=2000)
    ratio = score(study).headline.standard_error / score(plain).headline.standard_error
    assert ratio == pytest.approx(np.sqrt(10), rel=0.1)


def test_two_clusters_are_too_few_for_an_interval():
    assert clustered(2).no_interval(20) == "too_few_clusters"


def test_one_resample_has_no_interval():
    study = Study(clustered(20).survey, flat_model(["a"]), resamples=1)
    assert (study.no_interval(20), settings_of(study)["interval"]) == ("too_few_resamples", None)


def test_a_column_that_the_reading_has_told_nobody_answered_is_not_told_again():
    told = Finding("nobody_answered", "warning", Text("nobody answered {titles}", ""), values={"columns": ("b",)})
    survey = survey_of([[3, np.nan], [5, np.nan], [4, np.nan]], ["a", "b"], findings=(told,))
    assert [found.key for found in Study(survey, flat_model(["a", "b"]), resamples=0).findings] == ["nobody_answered"]


def test_the_same_store_number_in_another_stratum_is_another_cluster():
    survey = survey_of([[1], [2], [3], [4], [5], [6], [7], [8]], ["a"], labels={"S": tuple("11221122"), "R": tuple("NNNNSSSS")})
    study = Study(survey, flat_model(["a"], respondents=Respondents(cluster="S", strata="R")), resamples=10)
    assert study.base.units.max() + 1 == 4


def test_a_stratum_of_one_unit_is_merged_and_a_finding_says_so():
    survey = survey_of([[1], [2], [3], [4], [5]], ["a"], labels={"R": ("N", "N", "S", "W", "W")})
    study = Study(survey, flat_model(["a"], respondents=Respondents(strata="R")), resamples=10)
    assert np.bincount(study.base.strata).tolist() == [3, 2]
    assert [finding.key for finding in study.findings] == ["strata_merged"]


def test_an_item_that_spoils_resamples_is_named_and_counted():
    answers = np.array(ecsi_survey().answers)[:40]
    answers[:, 0] = 7
    answers[:2, 0] = [6, 8]
    study = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=300)
    score(study)
    redrawn = [finding for finding in study.findings if finding.key == "resamples_redrawn"]
    assert [finding.place for finding in redrawn] == ["IMAG1"]
    assert redrawn[0].count > 10


def test_few_respondents_for_pls_get_a_finding_that_names_equal_weights():
    study = Study(survey_of(np.array(ecsi_survey().answers)[:60], ITEMS), ecsi_model(), resamples=0)
    assert "few_for_pls" in [finding.key for finding in study.findings]


def test_a_latent_without_path_is_remarked():
    model = Model(ecsi_model().latents, InnerModel((("Image", "Satisfaction"),)), "Satisfaction", scale=Scale(1, 10))
    study = Study(ecsi_survey(), model, resamples=0)
    assert [f.place for f in study.findings if f.key == "isolated_latent"] == [
        "Expectation",
        "Quality",
        "Value",
        "Complaints",
        "Loyalty",
    ]


def test_items_that_nobody_answered_together_stop_pls():
    answers = np.array(ecsi_survey().answers)
    answers[:125, 0] = np.nan
    answers[125:, 5] = np.nan
    with pytest.raises(NoHonestAnswer, match="IMAG1"):
        score(Study(survey_of(answers, ITEMS), ecsi_model()))


def test_contradicting_pairwise_correlations_are_mended_with_a_finding():
    answers = np.array(ecsi_survey().answers)[:60]
    answers[np.random.default_rng(1).random(answers.shape) < 0.6] = np.nan
    study = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0)
    assert study.estimator.repaired
    assert "correlations_repaired" in [finding.key for finding in study.findings]


def test_importance_columns_do_not_decide_who_is_left_out_listwise():
    survey = survey_of([[1, np.nan], [9, 5]], ["a", "w"])
    leaf = Indicator("a", "a", importance="w")
    study = Study(survey, Model((Latent("L", indicators=(leaf,)),), target="L"), missing="listwise", resamples=0)
    assert study.used == 2


def test_few_clusters_have_the_spread_of_the_textbook_and_a_warning():
    rng = np.random.default_rng(6)
    values = rng.integers(2, 9, (5, 1)).repeat(8, axis=0).astype(float)
    survey = survey_of(values, ["a"], labels={"S": tuple(str(i // 8) for i in range(40))})
    study = Study(survey, flat_model(["a"], respondents=Respondents(cluster="S")), resamples=8000)
    means = values[::8, 0]
    assert score(study).headline.standard_error == pytest.approx(means.std(ddof=1) / np.sqrt(5) / 9 * 100, rel=0.03)
    assert "few_clusters" in [finding.key for finding in study.findings]


def test_respondents_without_a_cluster_are_counted():
    survey = survey_of([[1], [2], [3]] * 10, ["a"], labels={"S": ("x", None, "y") * 10})
    study = Study(survey, flat_model(["a"], respondents=Respondents(cluster="S")), resamples=0)
    assert [f.count for f in study.findings if f.key == "design_label_missing"] == [10]


def test_the_order_of_the_rows_does_not_move_a_stratified_design():
    labels = ("b", "a", "c", "c", "d", "d", "d")
    values = np.array([[1.0], [9], [3], [4], [5], [6], [7]])
    model = flat_model(["a"], respondents=Respondents(strata="R"))
    turned = Study(survey_of(values[::-1], ["a"], labels={"R": labels[::-1]}), model, resamples=0)
    straight = Study(survey_of(values, ["a"], labels={"R": labels}), model, resamples=0)
    assert turned.base.strata.tolist()[::-1] == straight.base.strata.tolist()


def spoilt(n: int) -> Study:
    answers = np.array(ecsi_survey().answers)[:n]
    answers[:, 0] = 7
    answers[0, 0] = 8
    return Study(survey_of(answers, ITEMS), ecsi_model(), resamples=300)


def test_an_item_that_spoils_more_than_one_resample_in_twenty_is_a_warning():
    study = spoilt(40)
    score(study)
    redrawn = next(finding for finding in study.findings if finding.key == "resamples_redrawn")
    assert (redrawn.severity, redrawn.count > 15) == ("warning", True)


def test_an_interval_from_the_rarer_half_of_the_resamples_is_blank():
    study = spoilt(40)
    drawn = study.replicates
    assert drawn is not None
    study.__dict__["replicates"] = Replicates(drawn.figures, {0: 301}, complete=True, form="exact")
    assert study.no_interval(40) == "resamples_unusable"


def test_a_figure_on_two_answers_has_no_interval_in_a_large_survey():
    answers = np.full((60, 2), 5.0)
    answers[::2, 0] = 7
    answers[2:, 1] = np.nan
    rows = score(Study(survey_of(answers, ["a", "b"]), flat_model(["a", "b"]), resamples=200)).table("indicators").records()
    assert (rows[1]["n"], rows[1]["lower"]) == (2, Blank("too_few_respondents"))


def test_small_surveys_are_remarked_for_their_expanded_intervals():
    small = score(Study(survey_of([[1], [5], [9]] * 4), flat_model(["Q1"]), resamples=400))
    large = score(Study(survey_of([[1], [5], [9]] * 40), flat_model(["Q1"]), resamples=400))
    keys = [[remark.key for remark in result.remarks] for result in (small, large)]
    assert keys == [["expanded_interval"], []]


def idle_model(**changes: object) -> Model:
    leaves = (Indicator("x", "x", weight=1), Indicator("y", "y", weight=0))
    other = Latent("M", indicators=(Indicator("z", "z"),))
    return Model((Latent("L", indicators=leaves), other), weights="given", **changes)  # type: ignore[arg-type]


IDLE = [[np.nan, 9, 4], [np.nan, 8, 7], [np.nan, 9, 7]]


def test_an_indicator_of_weight_zero_never_stands_for_those_that_nobody_answered():
    study = Study(survey_of(IDLE, ["x", "y", "z"]), idle_model(), resamples=50)
    result = score(study)
    assert result.headline.value == pytest.approx(100 * 5 / 9)
    assert result.table("latents").records()[0]["index"] == Blank("no_weight")
    assert {"no_answers", "no_given_weight", "latent_silent"} <= {finding.key for finding in study.findings}


def test_a_target_left_with_weight_zero_alone_is_nothing_to_score():
    with pytest.raises(NothingToScore, match="L"):
        Study(survey_of(IDLE, ["x", "y", "z"]), idle_model(target="L"))


def test_a_latent_of_weight_zero_never_stands_for_the_whole():
    latents = (Latent("A", weight=1, indicators=(Indicator("a", "a"),)), Latent("B", weight=0, indicators=(Indicator("b", "b"),)))
    with pytest.raises(NothingToScore):
        Study(survey_of([[np.nan, 9], [np.nan, 8]], ["a", "b"]), Model(latents, weights="given"))


def test_places_in_words_come_in_both_languages():
    silent = survey_of([[3, np.nan], [5, np.nan], [4, np.nan]], ["a", "b"])
    model = Model((Latent("A", indicators=(Indicator("a", "a"),)), Latent("B", indicators=(Indicator("b", "b"),))), target="B")
    with pytest.raises(NothingToScore) as caught:
        Study(silent, model, resamples=0)
    assert (caught.value.where.en, caught.value.where.zh) == ("latent B", "潜变量“B”")
