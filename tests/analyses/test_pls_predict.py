import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses.pls.predict import prediction, prediction_outcome
from csi.analyses.pls.predict_folds import predicted
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.renderers.sentences import remark_sentence
from csi.results import Blank
from csi.study import Study
from csi.survey import Survey

from ..reference import ITEMS, peer, reference
from ..surveys import ecsi_model, ecsi_survey, survey_of

ANY = {"folds": 5, "repeats": 2, "technique": "direct"}


def ecsi_study(**options: object) -> Study:
    return Study(ecsi_survey(), ecsi_model(), **{"resamples": 0, **options})  # type: ignore[arg-type]


def small_model(**changes: object) -> Model:
    latents = tuple(
        Latent(f"L{k}", indicators=tuple(Indicator(f"Q{j}", f"Q{j}") for j in js)) for k, js in enumerate(((1, 2), (3, 4)))
    )
    return Model(latents, **{"inner": InnerModel((("L0", "L1"),)), "target": "L1", "scale": Scale(1, 10), **changes})  # type: ignore[arg-type]


def small_survey(n: int, effect: float = 1.0, seed: int = 1, **changes: object) -> Survey:
    rng = np.random.default_rng(seed)
    cause = rng.standard_normal((n, 1))
    result = effect * cause + rng.standard_normal((n, 1))
    raw = np.hstack([cause, cause, result, result]) + rng.normal(0, 0.6, (n, 4))
    return survey_of(np.clip(np.rint(5.5 + 1.5 * raw), 1, 10), **changes)  # type: ignore[arg-type]


def keys(study: Study, **options: object) -> list[str]:
    return [remark.key for remark in prediction_outcome(study, **{**ANY, **options}).remarks]  # type: ignore[arg-type]


@pytest.mark.parametrize(("technique", "theirs"), [("direct", "DA"), ("earliest", "EA")])
def test_leave_one_out_equals_seminr_to_1e_9(technique, theirs):
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)
    table = prediction(Study(survey, ecsi_model(), resamples=0), folds=250, repeats=1, technique=technique)[0]
    wanted = peer("mobi__modeA_path__seminr")[f"plspredict_loocv_{theirs}"]
    names = table.column("indicator")
    for key, side, kind in (
        ("rmse", "PLS_out_of_sample", "RMSE"),
        ("mae", "PLS_out_of_sample", "MAE"),
        ("lm_rmse", "LM_out_of_sample", "RMSE"),
        ("lm_mae", "LM_out_of_sample", "MAE"),
    ):
        assert_allclose(table.column(key), [wanted[side][kind][name] for name in names], atol=1e-9)
    assert_allclose(table.column("q2_predict"), [wanted["Q2_predict_computed"][name] for name in names], atol=1e-9)


def test_only_items_of_latents_that_something_acts_on_are_predicted():
    assert {row["latent"] for row in prediction(ecsi_study(), **ANY)[0].records()} == {
        "Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"
    }  # fmt: skip


def test_noise_cannot_be_predicted():
    study = Study(small_survey(200, effect=0, seed=2), small_model(), resamples=0)
    items, latents = prediction(study, **ANY)
    assert items.column("verdict") == ("none", "none")
    assert latents.column("verdict") == ("none",)


def test_an_item_that_cannot_be_told_from_the_mean_is_named():
    study = Study(small_survey(200, effect=0, seed=4), small_model(), resamples=500)
    said = [remark for remark in prediction_outcome(study, **ANY).remarks if remark.key == "prediction_uncertain"]
    assert [remark.values["items"] for remark in said] == [("Q3",)]


def test_better_than_the_mean_within_chance_is_a_verdict_of_its_own():
    study = Study(small_survey(200, effect=0, seed=4), small_model(), resamples=500)
    items, latents = prediction(study, **ANY)
    row = items.records()[0]
    assert row["lower"] <= 0 < row["q2_predict"]
    assert row["verdict"] == "chance"
    assert latents.records()[0]["better"] == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_predictive_power_is_told_without_contradicting_the_items(language):
    wanted = {
        "en": "none; none of its 2 indicators is predicted better than by both the linear model and the mean",
        "zh": "无，其 2 个指标的预测均未同时优于线性模型和均值",
    }
    study = Study(small_survey(200, effect=0, seed=2), small_model(), resamples=0)
    told = next(remark for remark in prediction_outcome(study, **ANY).remarks if remark.key == "predictive_power")
    assert remark_sentence(told, language).endswith(wanted[language])


def test_a_latent_of_one_indicator_is_told_in_the_singular():
    study = Study(ecsi_survey(), ecsi_model(target="Complaints"), resamples=0)
    told = next(remark for remark in prediction_outcome(study, **ANY).remarks if remark.key == "predictive_power")
    assert remark_sentence(told, "en").endswith(
        "its one indicator is not predicted better than by both the linear model and the mean"
    )


def test_the_verdict_of_a_latent_counts_the_items_that_beat_the_linear_model():
    rows = prediction(ecsi_study(), **ANY)[0].records()
    for record in prediction(ecsi_study(), **ANY)[1].records():
        better = [row["rmse_difference"] < 0 < row["q2_predict"] for row in rows if row["latent"] == record["latent"]]
        assert (record["items"], record["better"]) == (len(better), sum(better))
        share = sum(better) / len(better)
        assert record["verdict"] == ("none" if share == 0 else "high" if share == 1 else "low" if share < 0.5 else "medium")


def test_the_interval_covers_the_estimate_and_shrinks_with_more_respondents():
    few, many = (Study(small_survey(n), small_model(), resamples=500) for n in (120, 1200))
    rows = [prediction(study, **ANY)[0].records()[0] for study in (few, many)]
    assert all(row["lower"] < row["q2_predict"] < row["upper"] for row in rows)
    assert rows[1]["upper"] - rows[1]["lower"] < 0.5 * (rows[0]["upper"] - rows[0]["lower"])


def test_without_resamples_the_interval_is_blank():
    row = prediction(ecsi_study(), **ANY)[0].records()[0]
    assert (row["lower"], row["upper"]) == (Blank("no_resamples"), Blank("no_resamples"))


def test_twins_among_the_predictors_leave_the_linear_model_blank():
    answers = np.array(small_survey(100).answers)
    answers[:, 1] = answers[:, 0]
    items, latents = prediction(Study(survey_of(answers), small_model(), resamples=0), **ANY)
    assert set(items.column("lm_rmse")) == {Blank("singular")}
    assert latents.column("verdict") == (Blank("singular"),)


def test_only_respondents_who_answered_everything_are_predicted():
    answers = np.array(small_survey(100).answers)
    answers[:10, 2] = np.nan
    study = Study(survey_of(answers), small_model(), resamples=0)
    assert set(prediction(study, **ANY)[0].column("n")) == {90}
    assert "not_predicted" in keys(study)


def test_fewer_than_ten_whole_rows_predict_nothing():
    answers = np.array(small_survey(30).answers)
    answers[:21, 2] = np.nan
    study = Study(survey_of(answers), small_model(), resamples=0, missing="mean")
    assert set(prediction(study, **ANY)[0].column("n")) == {30}
    holey = Study(survey_of(answers), small_model(), resamples=0)
    assert set(prediction(holey, **ANY)[0].column("q2_predict")) == {Blank("too_few_respondents")}
    assert keys(holey) == ["no_prediction"]


def test_there_are_no_more_folds_than_clusters():
    survey = small_survey(60, labels={"Store": tuple("ABC"[i % 3] for i in range(60))})
    study = Study(survey, small_model(respondents=Respondents(cluster="Store")), resamples=0)
    assert "fewer_folds" in keys(study)


def test_an_item_that_differs_in_one_answer_only_is_a_reasoned_blank():
    answers = np.array(small_survey(50).answers)
    answers[:, 3] = 7
    answers[0, 3] = 8
    study = Study(survey_of(answers), small_model(), resamples=0)
    assert set(prediction(study, **ANY)[0].column("rmse")) == {Blank("fold_unusable")}


def test_case_weights_count_in_the_errors():
    weights = np.repeat([1.0, 3.0], 50)
    survey = small_survey(100, numbers={"w": weights})
    study = Study(survey, small_model(respondents=Respondents(case_weight="w")), resamples=0)
    squared = predicted(study, **ANY).errors.squared
    assert_allclose(prediction(study, **ANY)[0].column("rmse"), np.sqrt(weights @ squared / weights.sum()))


def test_half_of_the_items_better_than_the_linear_model_is_medium():
    items, latents = prediction(Study(small_survey(200, effect=0, seed=4), small_model(), resamples=0), **ANY)
    assert items.column("verdict") == ("high", "none")
    assert latents.column("verdict") == ("medium",)


def test_of_a_large_survey_a_part_is_judged_and_that_is_said(monkeypatch):
    monkeypatch.setattr("csi.analyses.pls.predict_folds.MOST", 80)
    study = Study(small_survey(200), small_model(), resamples=0)
    assert set(prediction(study, **ANY)[0].column("n")) == {80}
    assert "prediction_sampled" in keys(study)


def test_the_same_seed_predicts_the_same():
    assert prediction(ecsi_study(), **ANY) == prediction(ecsi_study(), **ANY)
    assert prediction(ecsi_study(seed=2), **ANY) != prediction(ecsi_study(), **ANY)


def test_interactions_are_left_out_and_that_is_said():
    rng = np.random.default_rng(2)
    raw = rng.standard_normal((120, 3)).repeat(2, axis=1) + rng.normal(0, 0.5, (120, 6))
    raw[:, 4:] += 0.7 * raw[:, :2]
    latents = tuple(
        Latent(f"L{k}", indicators=tuple(Indicator(f"Q{j}", f"Q{j}") for j in (2 * k + 1, 2 * k + 2))) for k in range(3)
    )
    model = dataclasses.replace(
        small_model(), latents=latents, inner=InnerModel((("L0", "L2"), ("L1", "L2"), ("L0 * L1", "L2"))), target="L2"
    )
    study = Study(survey_of(np.clip(np.rint(5.5 + 1.5 * raw), 1, 10)), model, resamples=0)
    assert "interactions_not_predicted" in keys(study)
