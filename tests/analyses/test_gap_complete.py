"""What a gap analysis says beyond the gaps: causes, SERVQUAL, its rivals, zones, disconfirmation, fairness."""

import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.errors import UsageFault
from csi.model import Indicator, Latent, Model, Respondents, Scale
from csi.renderers.sentences import remark_sentence
from csi.results import Blank
from csi.study import Study

from ..reference import reference
from ..surveys import paired_model, survey_of
from .test_gap import hospital, two_pairs

gap = load("gap")
FIVE = Scale(1, 5)


def rows(result, table):
    return result.table(table).records()


def row(result, table, **wanted):
    return next(one for one in rows(result, table) if all(one[key] == value for key, value in wanted.items()))


def keys(result):
    return [table.key for table in result.tables]


def said(result):
    return [remark.key for remark in result.remarks]


# --- brief and complete


def test_brief_says_what_csi_score_says_and_no_more():
    result = gap(Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0), brief=True)
    assert keys(result) == ["gaps", "latents"]
    assert result.answer is None


def test_the_complete_analysis_leaves_the_gaps_as_they_are():
    study = Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=100)
    assert gap(study).tables[:2] == gap(study, brief=True).tables


# --- which side is to blame: three indicators, 40 respondents; on 1-10 a point of answers is 11.1 of the index


def three(expected, experienced):
    noise = np.random.default_rng(11).choice([-0.5, 0.5], (40, 6))
    values = np.tile(np.column_stack([experienced, expected]).T.ravel(), (40, 1)) + noise
    names = ["p1", "p2", "p3", "e1", "e2", "e3"]
    return survey_of(values, names), paired_model([("p1", "e1"), ("p2", "e2"), ("p3", "e3")])


@pytest.mark.parametrize(
    ("expected", "experienced", "cause"),
    [
        ([7, 7, 7], [4, 7, 7], "experience"),
        ([9, 6, 6], [6, 6, 6], "expectation"),
        ([9, 7, 7], [5, 7, 7], "both"),
        ([8, 8, 8], [5, 5, 5], "neither"),
    ],
)
def test_the_side_that_differs_from_the_other_indicators_is_to_blame(expected, experienced, cause):
    result = gap(Study(*three(expected, experienced), resamples=200))
    first = row(result, "causes", indicator="p1")
    assert first["cause"] == cause
    assert result.answer.key == "falls_short"


def test_a_side_is_compared_with_the_mean_of_the_others():
    result = gap(Study(*three([9, 7, 5], [6, 6, 3]), resamples=0))
    means = {one["indicator"]: one["expectation_index"] for one in rows(result, "gaps")}
    first = row(result, "causes", indicator="p1")
    assert first["expectation_against"] == pytest.approx(means["p1"] - (means["p2"] + means["p3"]) / 2)
    assert first["cause"] == Blank("no_resamples")


def test_of_two_sides_the_one_that_adds_little_is_not_to_blame():
    survey, model = three([7.3, 7, 7], [3, 7, 7])
    assert row(gap(Study(survey, model, resamples=200)), "causes", indicator="p1")["cause"] == "experience"


def test_the_answer_names_the_biggest_gaps_first():
    values = gap(Study(*three([9, 8, 8], [4, 6, 5]), resamples=200)).answer.values
    assert (values["worst"], values["second"], values["third"]) == ("p1", "p3", "p2")
    assert values["gap"] < values["second_gap"] < values["third_gap"] < 0


def test_where_nothing_falls_short_the_answer_says_so():
    result = gap(Study(*three([6, 6, 6], [8, 7, 7]), resamples=200))
    assert result.answer.key == "nothing_short"
    assert set(result.table("causes").column("cause")) == {None}


def test_a_gap_that_is_the_same_for_everybody_counts_among_those_that_fall_short():
    survey, model = three([8, 7, 7], [6, 6, 7])
    answers = survey.answers.copy()
    answers[:, 3] = answers[:, 0] + 2  # everybody got two less
    result = gap(Study(survey_of(answers, survey.columns), model, resamples=200))
    assert row(result, "gaps", indicator="p1")["verdict"] == "below"
    assert (result.answer.values["worst"], result.answer.values["below"], result.answer.values["rows"]) == ("p1", 2, 3)


@pytest.mark.parametrize(
    ("expected", "experienced", "told"),
    [
        (
            [9, 6, 6],
            [5.4, 6, 6],
            "mostly because expectation is higher there than in the other indicators (by 33.1 points); experience is 4.3 points poorer",
        ),
        ([9, 6, 6], [6.4, 6, 6], "while experience is no poorer"),
        ([7, 7.2, 7.2], [4, 7, 7], "while expectation is no higher"),
        (
            [7.3, 7, 7],
            [3, 7, 7],
            "mostly because experience is poorer there than in the other indicators (−42.1 points); expectation is 3.1 points higher",
        ),
    ],
)
def test_the_answer_says_of_the_other_side_what_the_table_shows(expected, experienced, told):
    answer = gap(Study(*three(expected, experienced), resamples=200)).answer
    assert told in remark_sentence(answer, "en")


def test_a_side_that_is_within_chance_is_not_called_equal():
    survey, model = three([7, 7, 7], [4, 7, 7])
    answer = gap(Study(survey, model, resamples=200)).answer
    against = row(gap(Study(survey, model, resamples=0)), "causes", indicator="p1")["expectation_against"]
    assert ("not clearly higher" if against > 0 else "no higher") in remark_sentence(answer, "en")


def test_causes_that_there_are_none_of_are_not_counted_out():
    result = gap(Study(*three([9, 6, 6], [4, 6, 3]), resamples=200))
    sentence = remark_sentence(next(one for one in result.remarks if one.key == "causes"), "en")
    assert " 0 " not in f" {sentence} "


def test_a_single_indicator_has_nothing_to_be_compared_with():
    result = gap(Study(two_pairs(), paired_model([("p1", "e1")]), resamples=100))
    assert rows(result, "causes")[0]["expectation_against"] == Blank("nothing_to_compare")


# --- SERVQUAL and SERVPERF


def test_the_hospital_case_plain_and_by_a_hundred_points():
    survey, model = hospital((10, 30, 25, 20, 15))
    total = row(gap(Study(survey, model, resamples=0)), "servqual", latent="overall")
    assert total["gap"] == pytest.approx(-0.17)
    assert total["weighted_gap"] == pytest.approx(-0.1565)


def test_the_parts_of_the_hospital_case():
    survey, model = hospital((10, 30, 25, 20, 15))
    brought = gap(Study(survey, model, resamples=0)).table("servqual").column("weighted_gap")
    assert_allclose(brought[:5], [-0.025, -0.039, -0.0325, -0.036, -0.024], atol=1e-9)


# two dimensions (2 and 1 questions) on 1-5; gaps of the dimensions: A -1, 0, .5; B -2, 1, 0
POINTED = [[4, 4, 5, 5, 2, 4, 60, 40], [3, 3, 4, 2, 4, 3, 20, 80], [5, 4, 4, 4, 3, 3, 50, 50]]
NAMES = ["pa1", "pa2", "ea1", "ea2", "pb", "eb", "wa", "wb"]


def pointed(values=POINTED, **changes):
    values = np.array(values, dtype=float)
    numbers = {"wa": values[:, 6], "wb": values[:, 7]}
    survey = survey_of(values[:, :6], NAMES[:6], FIVE, numbers=numbers, **changes)
    a = Latent("A", indicators=(Indicator("a1", "pa1", "ea1"), Indicator("a2", "pa2", "ea2")), points="wa")
    b = Latent("B", indicators=(Indicator("b", "pb", "eb"),), points="wb")
    return survey, Model((a, b))


def test_points_weigh_each_respondent_by_their_own():
    # .6 x -1 + .4 x -2 = -1.4; .2 x 0 + .8 x 1 = .8; .5 x .5 + .5 x 0 = .25; mean -.35 / 3
    total = row(gap(Study(*pointed(), resamples=0)), "servqual", latent="overall")
    assert total["weighted_gap"] == pytest.approx((-1.4 + 0.8 + 0.25) / 3)
    assert total["gap"] == pytest.approx(((-1 + 0 + 0.5) / 3 + (-2 + 1 + 0) / 3) / 2)


def test_points_that_do_not_make_a_hundred_are_shares_of_their_sum_and_told():
    doubled = np.array(POINTED, dtype=float)
    doubled[0, 6:] *= 2
    result = gap(Study(*pointed(doubled), resamples=0))
    assert row(result, "servqual", latent="overall")["weighted_gap"] == pytest.approx((-1.4 + 0.8 + 0.25) / 3)
    assert next(one for one in result.remarks if one.key == "points_sum").values["count"] == 1


def test_a_respondent_without_points_counts_in_the_plain_gap_only():
    holey = np.array(POINTED, dtype=float)
    holey[2, 7] = np.nan
    total = row(gap(Study(*pointed(holey), resamples=0)), "servqual", latent="overall")
    assert total["weighted_gap"] == pytest.approx((-1.4 + 0.8) / 2)
    assert total["gap"] == pytest.approx(((-1 + 0 + 0.5) / 3 + (-2 + 1 + 0) / 3) / 2)


def test_a_respondent_without_the_gap_of_a_dimension_has_no_weighted_gap():
    holey = np.array(POINTED, dtype=float)
    holey[2, 5] = np.nan
    assert row(gap(Study(*pointed(holey), resamples=0)), "servqual", latent="A")["weighted_gap"] == pytest.approx(-0.6 / 2)


def test_sum22_divides_by_the_number_of_questions():
    # unweighted: the mean gap of the three questions; weighted: share x sum of the gaps of the dimension, over 3
    result = gap(Study(*pointed(), resamples=0), servqual_form="sum22")
    total = row(result, "servqual", latent="overall")
    assert total["gap"] == pytest.approx(((-1 - 1 - 2) + (-1 + 1 + 1) + (1 + 0 + 0)) / 9)
    weighted = [0.6 * -2 + 0.4 * -2, 0.2 * 0 + 0.8 * 1, 0.5 * 1 + 0.5 * 0]
    assert total["weighted_gap"] == pytest.approx(sum(weighted) / 3 / 3)
    assert "sum22" in said(result)


def test_sum22_is_a_fifth_of_the_usual_form_where_five_dimensions_are_of_equal_size():
    survey, model = hospital((10, 30, 25, 20, 15))
    usual, other = (
        row(gap(Study(survey, model, resamples=0), servqual_form=form), "servqual", latent="overall")
        for form in ("mean", "sum22")
    )
    assert other["weighted_gap"] == pytest.approx(usual["weighted_gap"] / 5)


def test_without_points_or_weights_there_is_no_weighted_gap():
    result = gap(Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0))
    assert rows(result, "servqual")[0]["weighted_gap"] == Blank("no_points")
    assert result.table("measures").column("measure") == ("servqual", "servperf")


def test_servperf_is_the_mean_experience_and_weighted_by_importance():
    values = [[4, 5, 2, 4, 3, 1], [2, 4, 4, 3, 1, 3]]
    survey = survey_of(values, ["p1", "e1", "p2", "e2", "i1", "i2"], FIVE)
    leaves = (Indicator("q1", "p1", "e1", "i1"), Indicator("q2", "p2", "e2", "i2"))
    result = gap(Study(survey, Model((Latent("Q", indicators=leaves),)), resamples=0))
    assert row(result, "measures", measure="servperf")["score"] == pytest.approx(100 * (np.mean([4, 2, 2, 4]) - 1) / 4)
    weighted = row(result, "measures", measure="servperf_weighted")
    mine = [(3 * 4 + 1 * 2) / 4, (1 * 2 + 3 * 4) / 4]
    assert weighted["score"] == pytest.approx(100 * (np.mean(mine) - 1) / 4)
    assert weighted["weights"] == "importance"


# --- a truth of our own: overall satisfaction by what was had, or by what was missed


def clinic(outcome, n=400, **changes):
    rng = np.random.default_rng(12)
    trait, wish = rng.normal(size=(n, 1)), rng.normal(size=(n, 1))
    had = 50 + 12 * trait + 6 * rng.normal(size=(n, 4))
    wished = 60 + 12 * wish + 6 * rng.normal(size=(n, 4))
    satisfied = outcome(had.mean(axis=1), wished.mean(axis=1)) + 6 * rng.normal(size=n)
    names = [*(f"p{j}" for j in range(4)), *(f"e{j}" for j in range(4)), "s"]
    leaves = [Indicator(f"q{j}", f"p{j}", f"e{j}") for j in range(4)]
    latents = (Latent("A", indicators=tuple(leaves[:2])), Latent("B", indicators=tuple(leaves[2:])))
    whole = Latent("Satisfaction", indicators=(Indicator("s", "s"),))
    survey = survey_of(np.column_stack([had, wished, satisfied]), names, Scale(-100, 200), **changes)
    return survey, Model((*latents, whole), target="Satisfaction")


def by_experience(had, wished):
    return had


def by_gap(had, wished):
    return 0.7 * (had - wished)


def test_where_satisfaction_follows_experience_servperf_is_said_to_explain_it_better():
    result = gap(Study(*clinic(by_experience), resamples=200))
    assert "servperf_better" in said(result)
    assert row(result, "measures", measure="servperf")["difference_lower"] > 0


def test_measures_of_the_same_answers_explain_as_much_however_uneven_their_dimensions():
    survey, model = clinic(by_experience)
    answers = survey.answers.copy()
    answers[:, 4:8] = 100  # everybody expects the same, so that gap and experience tell the same
    latents = (Latent("A", indicators=model.latents[0].indicators[:1]),)
    rest = Latent("B", indicators=(model.latents[0].indicators[1], *model.latents[1].indicators))
    uneven = Model((*latents, rest, model.latents[2]), target="Satisfaction")
    result = gap(Study(survey_of(answers, survey.columns, Scale(-100, 200)), uneven, resamples=200))
    assert row(result, "measures", measure="servperf")["difference"] == pytest.approx(0, abs=1e-9)


def test_a_question_of_disconfirmation_that_was_not_answered_is_not_filled_in():
    rng = np.random.default_rng(5)
    values = rng.integers(1, 6, (120, 4)).astype(float)
    values[::3, 3] = np.nan
    leaves = (Indicator("q1", "p1", "e1"), Indicator("q2", "s"))
    model = Model((Latent("Q", indicators=leaves),), respondents=Respondents(disconfirmation="d"))
    survey = survey_of(values, ["p1", "e1", "s", "d"], FIVE)
    shares = [
        row(gap(Study(survey, model, missing=missing, resamples=0)), "disconfirmed")["n"] for missing in ("available", "mean")
    ]
    assert shares == [80, 80]


def test_where_satisfaction_follows_the_gap_servqual_is_said_to_explain_it_better():
    assert "servqual_better" in said(gap(Study(*clinic(by_gap), resamples=200)))


def test_r_squared_is_that_of_the_respondents_scores():
    survey, model = clinic(by_gap)
    x = survey.answers
    result = gap(Study(survey, model, resamples=0))
    gaps = ((x[:, :2] - x[:, 4:6]).mean(axis=1) + (x[:, 2:4] - x[:, 6:8]).mean(axis=1)) / 2
    assert row(result, "measures", measure="servqual")["r_squared"] == pytest.approx(np.corrcoef(gaps, x[:, 8])[0, 1] ** 2)
    assert row(result, "measures", measure="servperf")["r_squared"] == pytest.approx(
        np.corrcoef(x[:, :4].mean(axis=1), x[:, 8])[0, 1] ** 2
    )


def test_both_measures_are_judged_on_the_same_respondents():
    survey, model = clinic(by_gap)
    answers = np.array(survey.answers)
    answers[:50, 0:2] = answers[50:90, 8:9] = np.nan
    result = gap(Study(dataclasses.replace(survey, answers=answers), model, resamples=0))
    assert set(result.table("measures").column("n")) == {310}


def test_the_outcome_may_be_named_by_latent_or_indicator():
    survey, model = clinic(by_gap)
    by_latent, by_leaf = (gap(Study(survey, model, resamples=0), outcome=name) for name in ("Satisfaction", "s"))
    assert by_latent.table("measures").rows == by_leaf.table("measures").rows
    assert by_leaf.settings["outcome"] == "s"


@pytest.mark.parametrize(("name", "why"), [("A", "part of the gaps"), ("Satisfactoin", "nearest is Satisfaction")])
def test_an_outcome_that_cannot_be_one_is_refused(name, why):
    with pytest.raises(UsageFault, match=why):
        gap(Study(*clinic(by_gap), resamples=0), outcome=name)


def test_without_an_outcome_nothing_is_claimed_of_explaining():
    result = gap(Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0))
    assert "no_outcome" in said(result)
    assert rows(result, "measures")[0]["r_squared"] == Blank("no_outcome")
    assert "disconfirmation" not in keys(result)


# --- disconfirmation


def test_olivers_model_of_differences_is_least_squares_on_expectation_and_difference():
    survey, model = clinic(by_gap)
    x = (survey.answers + 100) / 3
    expected, had = x[:, 4:8].mean(axis=1), x[:, :4].mean(axis=1)
    b = np.linalg.lstsq(np.column_stack([np.ones(400), expected, had - expected]), x[:, 8], rcond=None)[0]
    found = gap(Study(survey, model, resamples=0)).table("disconfirmation").column("coefficient")
    assert_allclose(found, b, rtol=1e-6)


def test_subjective_disconfirmation_stands_with_expectation_and_never_with_the_difference():
    survey, model = clinic(by_experience)
    worse = np.clip(np.rint(3 + (survey.answers[:, :4] - survey.answers[:, 4:8]).mean(axis=1) / 12), 1, 5)
    columns, scales = (*survey.columns, "dis"), (*survey.scales, FIVE)
    survey = dataclasses.replace(survey, answers=np.column_stack([survey.answers, worse]), columns=columns, scales=scales)
    result = gap(Study(survey, model.with_respondents(disconfirmation="dis"), resamples=200))
    parts = [one["part"] for one in rows(result, "disconfirmation") if one["form"] == "subjective"]
    assert parts == ["constant", "expectation", "disconfirmation"]
    shares = rows(result, "disconfirmed")[0]
    assert shares["worse"] == pytest.approx((worse < 3).mean())
    assert shares["worse"] + shares["as_expected"] + shares["better"] == pytest.approx(1)


# --- is a gap score fair?


def test_where_satisfaction_follows_the_gap_the_constraint_test_does_not_refute_it():
    result = gap(Study(*clinic(by_gap), resamples=100))
    assert row(result, "fairness", latent="overall")["verdict"] == "fair"
    assert "predicted" not in keys(result)


def test_where_it_follows_experience_alone_the_gap_is_refuted_and_the_surface_shown():
    result = gap(Study(*clinic(by_experience), resamples=100))
    assert row(result, "fairness", latent="overall")["verdict"] == "unfair"
    assert len(rows(result, "predicted")) == 9
    assert "gap_refuted" in said(result)


def test_the_f_of_the_constraint_test_compares_both_models_by_least_squares():
    survey, model = clinic(by_gap)
    x = (survey.answers + 100) / 3
    p, e = (x[:, :4].mean(axis=1) - 50) / 10, (x[:, 4:8].mean(axis=1) - 50) / 10
    rest = [
        np.linalg.lstsq(np.column_stack([np.ones(400), *terms]), x[:, 8], rcond=None)[1][0]
        for terms in ((p, e, p * p, p * e, e * e), (p - e,))
    ]
    found = row(gap(Study(survey, model, resamples=0)), "fairness", latent="overall")
    assert found["f"] == pytest.approx((rest[1] - rest[0]) / 4 / (rest[0] / 394))
    assert (found["test"], found["df_between"], found["df_within"]) == ("F", 4, 394)


def test_clusters_are_tested_by_their_own_resamples():
    survey, model = clinic(by_gap, labels={"g": tuple(str(i // 10) for i in range(400))})
    study = Study(survey, model.with_respondents(cluster="g"), resamples=300)
    found = row(gap(study), "fairness", latent="overall")
    assert (found["test"], found["df_within"], found["verdict"]) == ("wald", 36, "fair")


def test_clusters_do_not_hide_a_gap_that_is_refuted():
    survey, model = clinic(by_experience, labels={"g": tuple(str(i // 10) for i in range(400))})
    study = Study(survey, model.with_respondents(cluster="g"), resamples=300)
    assert row(gap(study), "fairness", latent="overall")["verdict"] == "unfair"


def test_clusters_without_resamples_have_no_test():
    survey, model = clinic(by_gap, labels={"g": tuple(str(i // 10) for i in range(400))})
    found = row(gap(Study(survey, model.with_respondents(cluster="g"), resamples=0)), "fairness", latent="overall")
    assert found["p"] == Blank("no_resamples")


def test_an_unreliable_difference_is_told():
    noise = np.clip(np.rint(np.random.default_rng(13).normal(5, 2, (80, 4))), 1, 10)
    result = gap(Study(survey_of(noise, ["p1", "p2", "e1", "e2"]), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0))
    assert rows(result, "fairness")[0]["reliability"] < 0.7
    assert "unreliable" in said(result)


# --- zone of tolerance: minimum, wish, experience of five respondents on 1-9
ZONED = [[3, 7, 2], [3, 7, 3], [5, 8, 7], [4, 6, 8], [7, 5, 6]]


def zoned(values=ZONED, **options):
    survey = survey_of(values, ["m", "e", "p"], Scale(1, 9))
    leaf = Indicator("q", "p", "e", minimum="m")
    return rows(gap(Study(survey, Model((Latent("A", indicators=(leaf,)),)), **{"resamples": 0, **options})), "zone")[0]


def test_the_zone_of_five_respondents_by_hand():
    found = zoned()
    assert found["msa"] == pytest.approx(100 / 8 * np.mean([-1, 0, 2, 4, -1]))
    assert found["mss"] == pytest.approx(100 / 8 * np.mean([-5, -4, -1, 2, 1]))
    assert (found["below"], found["within"], found["above"]) == (0.4, 0.4, 0.2)
    assert found["n"] == 5


def test_a_minimum_over_the_wish_is_counted_and_no_part_of_the_width():
    found = zoned()
    assert found["crossed"] == 1
    assert found["width"] == pytest.approx(100 / 8 * np.mean([4, 4, 3, 2]))


def test_the_zone_counts_respondents_with_all_three_answers():
    assert zoned([*ZONED, [np.nan, 7, 9], [3, np.nan, 1], [3, 7, np.nan]]) == zoned()


def test_the_place_in_the_zone_goes_by_the_intervals():
    noise = np.random.default_rng(14).choice([-0.5, 0, 0.5], (60, 3))
    assert zoned(np.array([3, 7, 5]) + noise, resamples=100)["zone"] == "within"
    assert zoned(np.array([4, 7, 2]) + noise, resamples=100)["zone"] == "below"
    assert zoned(np.array([2, 5, 7]) + noise, resamples=100)["zone"] == "above"


def test_a_share_of_nobody_still_has_an_interval_with_room():
    found = zoned(np.tile([2.0, 8, 5], (50, 1)) + np.random.default_rng(15).choice([-0.5, 0.5], (50, 3)), resamples=100)
    assert (found["below"], found["below_lower"]) == (0, 0)
    assert 0.05 < found["below_upper"] < 0.1


# --- beside the t


def test_the_worked_case_by_ranks_and_effect_size():
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers["PERQ1"], answers["CUEX1"]]), ["p", "e"])
    found = rows(gap(Study(survey, paired_model([("p", "e")]), resamples=0)), "tests")[0]
    assert found["p_wilcoxon"] == pytest.approx(0.00075, abs=5e-6)
    assert found["d_z"] == pytest.approx(0.3640 / 1.7354, abs=1e-4)


def test_the_effect_size_is_the_mean_over_the_standard_deviation():
    survey = survey_of([[8, 9], [6, 9], [7, 7], [5, 6]], ["p", "e"])
    found = rows(gap(Study(survey, paired_model([("p", "e")]), resamples=0)), "tests")[0]
    assert found["d_z"] == pytest.approx(-1.25 / 1.258306, abs=1e-6)
    assert found["verdict"] == "meets"


def test_ranks_are_not_for_respondents_who_count_unlike():
    survey = survey_of([[8, 9], [6, 9], [7, 7], [5, 6]], ["p", "e"], numbers={"w": np.array([1.0, 2, 1, 1])})
    model = paired_model([("p", "e")], respondents=Respondents(case_weight="w"))
    assert rows(gap(Study(survey, model, resamples=0)), "tests")[0]["p_wilcoxon"] == Blank("needs_simple_sample")
