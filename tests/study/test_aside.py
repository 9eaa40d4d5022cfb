"""Columns made aside are resampled as the study is."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.model import Respondents
from csi.results import Blank
from csi.study import Study
from csi.study.aside import aside

from ..surveys import flat_model, survey_of

RNG = np.random.default_rng(3)
ANSWERS = RNG.integers(1, 11, (200, 3)).astype(float)
COLUMNS = ["A", "B", "C"]


def means(sums):
    return {"mean": sums.means}


def study_of(answers=ANSWERS, respondents=None, *, labels=None, numbers=None, **options):
    survey = survey_of(answers, COLUMNS, labels=labels or {}, numbers=numbers or {})
    model = flat_model(COLUMNS, **({} if respondents is None else {"respondents": respondents}))
    return Study(survey, model, **{"weights": "equal", "resamples": 400, **options})


def test_the_point_is_the_weighted_mean_of_those_who_have_the_column():
    values = np.where(np.arange(200) % 2 == 0, 1.0, np.nan)[:, None] * np.arange(200)[:, None]
    made = aside(study_of(), values, means)
    assert_allclose(made.point["mean"], [[99.0]])


def test_the_standard_error_of_a_share_is_the_binomial_one():
    yes = (np.arange(200) < 60).astype(float)[:, None]
    error, lower, upper = aside(study_of(resamples=4000), yes, means).spread("mean", 0, 200)
    assert error == pytest.approx(np.sqrt(0.3 * 0.7 / 200), rel=0.05)
    assert lower < 0.3 < upper


def test_a_column_of_the_study_has_the_interval_that_the_study_gives_it():
    study = study_of()
    own = study.spread(study.replicates.figures["means"][0], 200)
    assert aside(study, study.arrangement.values, means).spread("mean", 0, 200) == pytest.approx(own, rel=1e-9)


@pytest.mark.parametrize("interval", ["bca", "normal"])
def test_other_forms_of_interval_agree_with_the_study_too(interval):
    study = study_of(interval=interval)
    own = study.spread(study.replicates.figures["means"][1], 200)
    assert aside(study, study.arrangement.values, means).spread("mean", 1, 200) == pytest.approx(own, rel=1e-9)


def test_case_weights_of_the_study_count():
    weights = np.where(np.arange(200) < 100, 3.0, 1.0)
    study = study_of(respondents=Respondents(case_weight="w"), numbers={"w": weights})
    made = aside(study, (np.arange(200) < 100).astype(float)[:, None], means)
    assert_allclose(made.point["mean"], 0.75)


def test_clusters_of_the_study_widen_the_interval():
    groups = tuple(str(i // 10) for i in range(200))
    column = np.repeat(RNG.normal(size=20), 10)[:, None]
    alone = aside(study_of(), column, means).spread("mean", 0, 200)[0]
    together = aside(study_of(respondents=Respondents(cluster="g"), labels={"g": groups}), column, means)
    assert together.spread("mean", 0, 200)[0] > 2 * alone


def test_products_of_the_leading_columns_are_resampled_on_request():
    made = aside(study_of(), ANSWERS, lambda sums: {"r": sums.correlations()}, products=2)
    assert made.point["r"].shape == (2, 2, 1)
    assert made.value("r", (0, 1)) == pytest.approx(np.corrcoef(ANSWERS[:, 0], ANSWERS[:, 1])[0, 1])


def test_a_figure_of_nobody_is_blank_and_no_warning_escapes():
    made = aside(study_of(), np.full((200, 1), np.nan), means)
    assert np.isnan(made.value("mean", 0))
    assert made.spread("mean", 0, 0) == (Blank("too_few_respondents"),) * 3


def test_a_share_of_nobody_has_the_interval_of_wilson():
    made = aside(study_of(), np.zeros((200, 1)), means)
    assert made.share("mean", 0, 200) == pytest.approx((0, 0, 0.0188455), abs=1e-6)


def test_a_figure_without_a_value_is_three_blanks_with_its_reason():
    made = aside(study_of(), np.full((200, 1), np.nan), means)
    assert made.bounded("mean", 0, 5, "no_pairs") == (Blank("no_pairs"),) * 3
    assert made.bounded("mean", 0, 0, "no_pairs") == (Blank("no_answers"),) * 3


def test_under_em_the_answers_that_exist_are_used():
    holey = ANSWERS.copy()
    holey[:40, 0] = np.nan
    made = aside(study_of(holey, missing="em"), holey[:, :1], means)
    assert_allclose(made.point["mean"], ANSWERS[40:, 0].mean())


@pytest.mark.parametrize(("resamples", "reason"), [(0, "no_resamples"), (1, "too_few_resamples")])
def test_without_resamples_there_is_a_point_and_a_reason(resamples, reason):
    made = aside(study_of(resamples=resamples), ANSWERS, means)
    assert made.spread("mean", 0, 200) == (Blank(reason),) * 3


def test_what_has_a_key_is_made_once():
    study = study_of()
    first = aside(study, ANSWERS, means, key="means")
    assert aside(study, ANSWERS, means, key="means") is first


def test_columns_of_other_respondents_are_refused():
    with pytest.raises(ValueError, match="200 respondents"):
        aside(study_of(), ANSWERS[:10], means)
