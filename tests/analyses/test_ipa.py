import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.assembler import assemble
from csi.errors import MissingRole, NoHonestAnswer, TooFewRespondents, UsageFault
from csi.model import OVERALL, Indicator, Latent, Model, Respondents, Scale
from csi.renderers.sentences import remark_sentence
from csi.renderers.terminal import render_terminal
from csi.results import Blank, Result
from csi.study import Study
from csi.survey import Survey

from ..reference import ITEMS, reference
from ..surveys import ecsi_model, ecsi_survey, survey_of

ipa = load("ipa")
HUNDRED = Scale(0, 100)
QUALITY = [f"PERQ{j}" for j in range(1, 8)]


def mobile() -> Survey:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)


def mapped(**options: object) -> Result:
    """The seven items of quality against overall satisfaction, by derived importance."""
    study = Study(ecsi_survey(), ecsi_model(), resamples=options.pop("resamples", 0))
    return ipa(study, **{"outcome": "CUSA1", "drivers": "Quality", **options})


def stated(importance: list[float], performance: list[float], scale: Scale = HUNDRED, **changes: object) -> Study:
    """Thirty respondents, ten of them one below and ten one above each wanted mean."""
    names = [f"Q{j + 1}" for j in range(len(importance))]
    latent = Latent("Quality", indicators=tuple(Indicator(name, name, importance=f"W{name}") for name in names))
    rows = np.array([*performance, *importance], float)
    answers = np.concatenate([rows + step for step in (-1, 0, 1) for _ in range(10)]).reshape(30, -1)
    model = Model((latent,), **{"target": OVERALL, "scale": scale})  # type: ignore[arg-type]
    survey = survey_of(answers, [*names, *(f"W{name}" for name in names)], scale)
    return Study(survey, model, **{"resamples": 0, **changes})  # type: ignore[arg-type]


FOUR = ([90, 80, 50, 40], [50, 80, 40, 90])


def rows(result: Result) -> dict:
    return {row["indicator"]: row for row in result.table("quadrants").records()}


def quadrants(result: Result) -> list:
    return list(result.table("quadrants").column("quadrant"))


def said(result: Result) -> dict:
    return {remark.key: remark for remark in (*result.remarks, result.answer) if remark}


def test_quadrants_of_the_mobile_survey_are_the_published_ones():
    result = ipa(Study(mobile(), ecsi_model(), resamples=0), outcome="CUSA1", drivers="Quality")
    assert quadrants(result) == [
        "keep_up",
        "low_priority",
        "low_priority",
        "keep_up",
        "overkill",
        "overkill",
        "low_priority",
    ]
    assert_allclose(
        result.table("quadrants").column("performance"), [77.156, 68.800, 74.444, 76.844, 76.356, 75.289, 73.244], atol=6e-4
    )
    assert result.charts[0].cross == pytest.approx((74.590, 1 / 7), abs=6e-4)


def test_derived_importance_of_the_mobile_survey_is_the_published_share():
    weights = np.array([0.129505, 0.055248, 0.045587, 0.075747, 0.035170, 0.042756, 0.062737])
    assert_allclose(mapped().table("quadrants").column("importance"), weights / weights.sum(), atol=2e-5)


def test_nothing_to_concentrate_on_is_said_plainly():
    result = ipa(Study(mobile(), ecsi_model(), resamples=0), outcome="CUSA1", drivers="Quality")
    assert result.answer.key == "nothing_first"
    assert remark_sentence(result.answer, "en").startswith('nothing lies in "concentrate here"')


def test_four_indicators_by_hand_lie_one_in_each_quadrant():
    result = ipa(stated(*FOUR))
    assert quadrants(result) == ["concentrate", "keep_up", "low_priority", "overkill"]
    assert result.charts[0].cross == pytest.approx((65, 65))
    assert list(result.table("quadrants").column("importance")) == pytest.approx(FOUR[0])


def test_what_matters_and_does_badly_is_to_be_improved_first():
    result = ipa(stated(*FOUR))
    assert (result.answer.key, result.answer.values["items"]) == ("improve_first", ("Q1",))


@pytest.mark.parametrize(
    ("options", "cross"),
    [
        ({"centre": "median"}, (65, 65)),
        ({"centre": "scale"}, (50, 50)),
        ({"centre": "target", "importance_line": 70.0, "performance_line": 85.0}, (85, 70)),
        ({"centre": "median", "performance_line": 95.0}, (95, 65)),
    ],
)
def test_the_lines_stand_where_they_were_asked_to(options, cross):
    assert ipa(stated(*FOUR), **options).charts[0].cross == pytest.approx(cross)


def test_lines_decide_the_quadrant():
    assert quadrants(ipa(stated(*FOUR), centre="scale")) == ["keep_up", "keep_up", "concentrate", "overkill"]
    high = ipa(stated(*FOUR), centre="target", importance_line=30.0, performance_line=30.0)
    assert set(quadrants(high)) == {"keep_up"}


def test_a_median_is_not_a_mean():
    uneven = stated([90, 80, 10], [10, 80, 90])
    assert ipa(uneven, centre="median").charts[0].cross == pytest.approx((80, 80))
    assert ipa(uneven).charts[0].cross == pytest.approx((60, 60))


def test_a_target_without_lines_is_refused():
    with pytest.raises(UsageFault, match="where the lines stand"):
        ipa(stated(*FOUR), centre="target", importance_line=70.0)


def test_derived_importance_has_no_middle_of_a_scale():
    with pytest.raises(UsageFault, match="no scale"):
        mapped(centre="scale")
    assert mapped(centre="scale", importance_line=0.2).charts[0].cross == pytest.approx((50, 0.2))


def test_the_distance_from_the_line_of_equals_is_half_the_diagonal_of_the_difference():
    found = rows(ipa(stated(*FOUR)))
    assert [found[f"Q{j}"]["distance"] for j in (1, 2, 3, 4)] == pytest.approx([40 / 2**0.5, 0, 10 / 2**0.5, -50 / 2**0.5])


def test_the_line_of_equals_needs_one_scale():
    assert ipa(stated(*FOUR)).charts[0].diagonal
    result = mapped()
    assert not result.charts[0].diagonal
    assert rows(result)["PERQ1"]["distance"] == Blank("other_scale")


def test_what_lies_above_the_line_of_equals_is_counted():
    values = said(ipa(stated(*FOUR, resamples=100)))["diagonal"].values
    assert (values["count"], values["rows"], values["clear"], values["indicator"]) == (2, 4, 2, "Q1")
    assert "count" not in said(ipa(stated([10, 20], [80, 90])))["diagonal"].values


def test_importance_is_read_on_its_own_scale():
    study = stated(*FOUR)
    survey = study.survey
    fifth = np.array(survey.answers)
    fifth[:, 4:] = 1 + fifth[:, 4:] / 25  # the same importance on 1-5
    scales = (*survey.scales[:4], *(Scale(1, 5),) * 4)
    other = dataclasses.replace(survey, answers=fifth, scales=scales)
    assert_allclose(ipa(Study(other, study.model, resamples=0)).table("quadrants").column("importance"), FOUR[0])


def test_certainty_counts_the_resamples_whose_own_lines_agree():
    result = mapped(resamples=400)
    found = rows(result)
    assert found["PERQ1"]["probability"] > 0.97
    assert 0.2 < found["PERQ3"]["probability"] < 0.8
    assert [found[item]["unsure"] for item in ("PERQ1", "PERQ3")] == [False, True]
    assert "PERQ3" in said(result)["unsure"].values["items"]
    assert result.charts[0].unsure == "unsure"


def test_certainty_against_lines_that_stand_still_is_that_of_the_mean():
    # ten answers of each of -1, 0, 1 about 50: half of all resamples lie above the line
    result = ipa(stated([90, 60], [50, 80], resamples=2000), centre="target", importance_line=10.0, performance_line=50.0)
    first, second = result.table("quadrants").column("probability")
    assert first == pytest.approx(0.55, abs=0.07)  # a mean of exactly 50 counts as above
    assert second == 1


def test_without_resamples_nothing_is_sure_or_unsure():
    row = rows(mapped())["PERQ1"]
    assert row["probability"] == row["unsure"] == row["importance_lower"] == Blank("no_resamples")


def test_an_unsure_point_is_hollow_on_the_terminal():
    study = Study(ecsi_survey(), ecsi_model(), resamples=200)
    result = ipa(study, outcome="CUSA1", drivers="Quality")
    drawn = render_terminal(assemble(study, [result]), width=110)
    hollow = sum(row["unsure"] is True for row in rows(result).values())
    assert drawn.count("○") == hollow > 0


def test_correlation_is_the_plain_one():
    study = Study(ecsi_survey(), ecsi_model(), resamples=0)
    found = ipa(study, importance="correlation", outcome="CUSA1", drivers="Quality").table("quadrants")
    answers = np.asarray(study.survey.answers)
    theirs = [np.corrcoef(answers[:, ITEMS.index(item)], answers[:, ITEMS.index("CUSA1")])[0, 1] for item in QUALITY]
    assert_allclose(found.column("importance"), theirs, atol=1e-9)


def whole_answers() -> np.ndarray:
    return np.clip(np.rint(np.asarray(ecsi_survey().answers)), 1, 10)


@pytest.mark.parametrize("shift", [0, 1])
def test_revised_importance_is_the_partial_correlation_of_logarithms(shift):
    answers = whole_answers()
    scale = Scale(1 - shift, 10 - shift)  # 0-9 is taken as 1-10
    study = Study(survey_of(answers - shift, ITEMS, scale), ecsi_model(scale=scale), resamples=0)
    found = ipa(study, importance="revised", outcome="CUSA1", drivers="Quality").table("quadrants")
    logs = np.log(answers[:, [ITEMS.index(item) for item in QUALITY]])
    y = answers[:, ITEMS.index("CUSA1")]
    for j in range(7):
        others = np.column_stack([np.ones(250), np.delete(logs, j, axis=1)])
        rest = [v - others @ np.linalg.lstsq(others, v, rcond=None)[0] for v in (logs[:, j], y)]
        assert found.column("importance")[j] == pytest.approx(np.corrcoef(*rest)[0, 1])


def test_a_latent_as_outcome_is_the_mean_of_its_indicators_for_revised_importance():
    answers = whole_answers()
    one = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0)
    mean = answers[:, [ITEMS.index(f"CUSA{j}") for j in (1, 2, 3)]].mean(axis=1)
    answers[:, ITEMS.index("CUSA1")] = mean
    other = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0)
    found = [
        ipa(study, importance="revised", outcome=outcome, drivers="Quality").table("quadrants").column("importance")
        for study, outcome in ((one, "Satisfaction"), (other, "CUSA1"))
    ]
    assert_allclose(*found, atol=1e-9)


def rated(**options: object) -> Study:
    """The mobile model whose quality items have stated importance, the reverse of how strongly they go with satisfaction."""
    order = dict(zip(QUALITY, [30, 60, 65, 40, 80, 70, 50], strict=True))
    answers = whole_answers()
    extra = np.clip(np.rint(np.random.default_rng(1).normal([order[q] for q in QUALITY], 8, (250, 7))), 0, 100)
    names = [*ITEMS, *(f"W{q}" for q in QUALITY)]
    survey = survey_of(np.column_stack([answers, extra]), names)
    survey = dataclasses.replace(survey, scales=(*survey.scales[: len(ITEMS)], *(Scale(0, 100),) * 7))
    model = ecsi_model()
    quality = Latent("Quality", indicators=tuple(Indicator(q, q, importance=f"W{q}") for q in QUALITY))
    model = dataclasses.replace(model, latents=(*model.latents[:2], quality, *model.latents[3:]))
    return Study(survey, model, **{"resamples": 0, **options})  # type: ignore[arg-type]


def test_stated_and_derived_importance_stand_side_by_side():
    both = rows(ipa(rated(), outcome="CUSA1", drivers="Quality"))
    derived = rows(ipa(rated(), importance="derived", outcome="CUSA1", drivers="Quality"))
    for item in QUALITY:
        assert both[item]["importance"] == both[item]["stated"] == derived[item]["stated"]
        assert both[item]["derived"] == derived[item]["importance"] == derived[item]["derived"]
        assert both[item]["revised"] == derived[item]["revised"]
    assert sum(row["derived"] for row in both.values()) == pytest.approx(1)


def test_where_the_two_disagree_is_said():
    values = said(ipa(rated(), outcome="CUSA1", drivers="Quality"))["stated_and_derived"].values
    assert "PERQ1" in values["found"]
    assert "PERQ5" in values["said"]


def test_stated_importance_is_taken_where_it_was_asked_and_derived_otherwise():
    assert ipa(rated()).settings["importance"] == "stated"
    assert mapped().settings["importance"] == "derived"


def test_derived_importance_is_called_partly_circular():
    assert "partly circular" in said(mapped())["circular"].text.en
    assert "circular" not in said(ipa(rated()))


def test_lines_that_follow_the_data_are_said_to_leave_some_below():
    assert "even when all is well" in said(mapped())["crosshair"].text.en
    assert "even when all is well" not in said(ipa(stated(*FOUR), centre="scale"))["crosshair"].text.en


def test_a_model_of_one_whole_has_stated_importance_and_says_why_nothing_is_derived():
    result = ipa(stated(*FOUR))
    assert "no_derived" in said(result)
    assert {row["derived"] for row in rows(result).values()} == {None}


def test_without_importance_columns_nothing_is_stated():
    with pytest.raises(MissingRole, match="importance") as refusal:
        ipa(Study(ecsi_survey(), ecsi_model(), resamples=0), importance="stated")
    assert "--importance derived" in refusal.value.remedy.en


def test_names_choose_the_points_of_stated_importance_too():
    assert list(rows(ipa(stated(*FOUR), drivers="Q1, Q3"))) == ["Q1", "Q3"]
    assert list(rows(ipa(stated(*FOUR), drivers="Quality"))) == ["Q1", "Q2", "Q3", "Q4"]


def test_a_name_that_the_model_has_not_is_refused():
    with pytest.raises(UsageFault, match="nearest is Q1"):
        ipa(stated(*FOUR), drivers="Q11")


def test_a_lone_indicator_has_nothing_to_be_compared_with_but_a_line():
    alone = stated([80], [60])
    result = ipa(alone)
    assert quadrants(result) == [Blank("nothing_to_compare")]
    assert result.answer is None
    assert quadrants(ipa(alone, centre="scale")) == ["keep_up"]


def test_what_nobody_rated_is_blank_and_off_the_map():
    study = stated(*FOUR)
    answers = np.array(study.survey.answers)
    answers[:, 4] = np.nan
    answers[:, 1] = np.nan
    result = ipa(Study(dataclasses.replace(study.survey, answers=answers), study.model, resamples=0))
    assert rows(result)["Q1"]["importance"] == Blank("no_importance")
    assert rows(result)["Q1"]["performance"] == pytest.approx(50)
    assert rows(result)["Q2"]["performance"] == Blank("no_answers")
    assert result.charts[0].cross == pytest.approx((65, 45))


def test_case_weights_move_importance_and_performance():
    study = stated(*FOUR)
    model = dataclasses.replace(study.model, respondents=Respondents(case_weight="w"))
    heavy = np.repeat([1.0, 1.0, 3.0], 10)
    survey = dataclasses.replace(study.survey, numbers={"w": heavy})
    assert rows(ipa(Study(survey, model, resamples=0)))["Q1"]["importance"] == pytest.approx(90.4)


def test_answers_that_determine_one_another_are_refused_for_derived_importance():
    answers = whole_answers()
    answers[:, ITEMS.index("PERQ2")] = answers[:, ITEMS.index("PERQ1")]
    study = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0)
    for kind in ("derived", "revised"):
        with pytest.raises(NoHonestAnswer) as refusal:
            ipa(study, importance=kind, outcome="CUSA1", drivers="Quality")
        assert "--drivers" in refusal.value.remedy.en


def test_three_respondents_have_points_without_intervals_or_a_refusal():
    study = stated(*FOUR, resamples=100)
    few = dataclasses.replace(study.survey, answers=np.asarray(study.survey.answers)[:2])
    row = rows(ipa(Study(few, study.model, resamples=100)))["Q1"]
    assert row["probability"] == Blank("too_few_respondents")
    with pytest.raises(TooFewRespondents):
        ipa(Study(survey_of(whole_answers()[:3], ITEMS), ecsi_model(), weights="equal", resamples=0))


@pytest.mark.parametrize("kind", ["stated", "derived", "correlation", "revised"])
@pytest.mark.parametrize("interval", ["percentile", "bca", "normal"])
def test_every_importance_has_an_interval_of_every_form(kind, interval):
    row = rows(ipa(rated(resamples=60, interval=interval), importance=kind, outcome="CUSA1", drivers="Quality"))["PERQ4"]
    assert row["importance_lower"] < row["importance"] < row["importance_upper"]
    assert row["lower"] < row["performance"] < row["upper"]


def test_stated_importance_stands_on_those_who_rated_it():
    study = stated(*FOUR, resamples=60)
    answers = np.array(study.survey.answers)
    answers[2:, 4] = np.nan
    row = rows(ipa(Study(dataclasses.replace(study.survey, answers=answers), study.model, resamples=60)))["Q1"]
    assert (row["n"], row["importance_n"]) == (30, 2)
    assert row["importance_lower"] == row["distance_lower"] == row["probability"] == Blank("too_few_respondents")
    assert isinstance(row["lower"], float)


@pytest.mark.parametrize("interval", ["percentile", "normal"])
def test_derived_importance_has_the_interval_that_drivers_give(interval):
    answers = np.random.default_rng(1).normal(6, 2, (120, 5))
    answers[:, 4] += answers[:, 0]
    latents = (Latent("A", indicators=tuple(Indicator(q, q) for q in "PQRS")), Latent("B", indicators=(Indicator("Y", "Y"),)))
    model = Model(latents, target="B", scale=HUNDRED)
    study = Study(survey_of(answers, [*"PQRSY"], HUNDRED), model, weights="equal", resamples=300, interval=interval)
    ours = rows(ipa(study))
    theirs = {row["indicator"]: row for row in load("drivers")(study).table("drivers").records()}
    assert 0.0 in {row["importance_lower"] for row in ours.values()}
    for name in "PQRS":
        ends = [theirs[name][f"relative_weight_share_{end}"] for end in ("lower", "upper")]
        assert [ours[name]["importance_lower"], ours[name]["importance_upper"]] == pytest.approx(ends)


def test_both_maps_of_a_model_with_paths_name_each_other():
    assert "csi ipma" in said(mapped())["other_map"].text.en
    assert "other_map" not in said(ipa(stated(*FOUR)))
    ipma = load("ipma")(Study(ecsi_survey(), ecsi_model(), resamples=0))
    assert "csi ipa" in said(ipma)["other_map"].text.en
    assert mapped().title.en != ipma.title.en
