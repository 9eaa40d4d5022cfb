import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.errors import (
    ConstantIndicator,
    MissingRole,
    ModelFault,
    NegativeWeight,
    NothingToScore,
    TooFewRespondents,
    UnusableWeights,
    UsageFault,
)
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.results import Blank
from csi.study import Study
from csi.survey import Survey

from ..reference import BLOCKS, ITEMS, peer, reference
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of

score = load("score")

# Case 1e of the ECSI mobile survey: ACSI formula with unstandardised PLS weights, path scheme; cSEM's doIPMA prints the same
ECSI_INDEX = [73.5280, 72.4738, 74.9766, 62.3468, 72.4541, 67.4222, 70.9139]
ECSI_SHARES = [0.38363, 0.28155, 0.33482]


def test_the_index_of_every_latent_of_the_ecsi_survey_equals_csem():
    result = score(Study(ecsi_survey(), ecsi_model(), resamples=0))
    assert_allclose(result.table("latents").column("index"), ECSI_INDEX, atol=2e-3)
    assert_allclose(result.table("indicators").column("weight")[17:20], ECSI_SHARES, atol=2e-5)


def test_the_index_on_the_survey_itself_equals_csem_to_1e_9():
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)
    result = score(Study(survey, ecsi_model(), resamples=0))
    theirs = peer("mobi__modeA_path__cSEM")["ipma_peer"]["performance"]
    assert_allclose(result.table("latents").column("index"), [theirs[name] for name in BLOCKS], atol=1e-9)
    assert_allclose(result.table("latents").column("index"), ECSI_INDEX, atol=1e-4)


def test_bootstrap_standard_errors_are_within_four_percent_of_seminr():
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)
    study = Study(survey, ecsi_model(), resamples=10_000, seed=2026)
    theirs = peer("mobi__modeA_path__boot10000__seminr")["paths"]
    names = list(BLOCKS)
    drawn = study.replicates.figures["path_coefficients"]
    pairs = [key.split(" -> ") for key in theirs]
    ours = np.array([drawn[names.index(s.strip()), names.index(t.strip())].std(ddof=1) for s, t in pairs])
    assert_allclose(ours / [cell["se"] for cell in theirs.values()], 1, atol=0.04)


def test_equal_weights_give_the_simple_mean_of_the_ecsi_case():
    result = score(Study(ecsi_survey(), ecsi_model(), weights="equal", resamples=0))
    assert result.headline.value == pytest.approx(71.9704, abs=2e-3)


def weighted_forum_case() -> tuple[Survey, Model]:
    """Ten customers of a quality forum (6sq.net 165818): counts of 100, 80 and 20 for five items."""
    counts = {
        "performance": (1, 8, 1),
        "safety": (3, 7, 0),
        "appearance": (0, 6, 4),
        "packaging": (2, 7, 1),
        "service": (4, 5, 1),
    }
    weights = dict(zip(counts, (0.4, 0.3, 0.1, 0.1, 0.1), strict=True))
    answers = np.column_stack([[100] * a + [80] * b + [20] * c for a, b, c in counts.values()])
    scale = Scale(0, 100, labels={"很满意": 100, "满意": 80, "不满意": 20})
    leaves = tuple(Indicator(name, name, weight=weights[name]) for name in counts)
    return survey_of(answers, list(counts), scale), Model((Latent("CSI", indicators=leaves),), target="CSI", scale=scale)


def test_the_weighted_index_of_the_forum_case_is_77_8():
    survey, model = weighted_forum_case()
    result = score(Study(survey, model, resamples=0))
    assert result.headline.value == pytest.approx(77.8)
    tree = result.table("tree")
    assert_allclose(tree.column("contribution")[1:], [30.4, 25.8, 5.6, 7.8, 8.2])
    assert_allclose(tree.column("lost_points")[1:], [9.6, 4.2, 4.4, 2.2, 1.8])
    assert_allclose(result.table("indicators").column("top_two"), [0.9, 1.0, 0.6, 0.9, 0.9])


def test_the_importance_weighted_index_of_the_blog_case_is_6_0333_on_ten():
    # weights 7 5 9 3 6, scores 8 4 8 3 4 on ten points: 181/30 (the page itself prints 6.01, which is wrong)
    survey = survey_of([[8, 4, 8, 3, 4]], scale=Scale(0, 10))
    leaves = tuple(Indicator(f"Q{j}", f"Q{j}", weight=w) for j, w in enumerate((7, 5, 9, 3, 6), start=1))
    result = score(Study(survey, Model((Latent("CSI", indicators=leaves),), target="CSI"), resamples=0))
    assert result.headline.value / 10 == pytest.approx(181 / 30)


def test_stated_weights_are_shares_of_mean_importance():
    survey = survey_of([[8, 4, 9, 3], [6, 4, 9, 3]], ["a", "b", "wa", "wb"])
    leaves = (Indicator("a", "a", importance="wa"), Indicator("b", "b", importance="wb"))
    result = score(Study(survey, Model((Latent("L", indicators=leaves),), target="L"), weights="stated", resamples=0))
    assert result.table("indicators").column("weight") == pytest.approx((0.75, 0.25))


def deep_model() -> Model:
    part = Latent("Service", weight=0.75, indicators=(Indicator("c", "c", weight=1), Indicator("d", "d", weight=3)))
    other = Latent("Product", weight=0.25, indicators=(Indicator("a", "a"), Indicator("b", "b")))
    return Model((Latent("Quality", parts=(other, part)),), target="Quality", weights="given")


def test_weights_multiply_down_a_tree_of_any_depth():
    survey = survey_of([[1, 10, 10, 1]], ["a", "b", "c", "d"])
    result = score(Study(survey, deep_model(), resamples=0))
    assert result.headline.value == pytest.approx(100 * (0.25 * 0.5 + 0.75 * 0.25))
    assert result.table("tree").column("node") == ("Quality", "Product", "a", "b", "Service", "c", "d")
    assert result.table("tree").column("overall_weight") == pytest.approx((1, 0.25, 0.125, 0.125, 0.75, 0.1875, 0.5625))


def test_an_indicator_that_nobody_answered_leaves_its_weight_to_its_own_node():
    survey = survey_of([[np.nan, 10, 1, 1]], ["a", "b", "c", "d"])
    study = Study(survey, deep_model(), resamples=0)
    assert score(study).headline.value == pytest.approx(25)
    assert [finding.key for finding in study.findings] == ["no_answers", "weights_normalised"]


def test_pls_reports_the_tree_with_the_weights_of_its_leaves_added_up():
    model = ecsi_model()
    split = Latent(
        "Quality",
        parts=(
            Latent("Core", indicators=model.latents[2].indicators[:2]),
            Latent("Rest", indicators=model.latents[2].indicators[2:]),
        ),
    )
    model = dataclasses.replace(model, latents=(*model.latents[:2], split, *model.latents[3:]))
    result = score(Study(ecsi_survey(), model, resamples=0))
    tree = {row["node"]: row for row in result.table("tree").records()}
    assert tree["Core"]["weight"] == pytest.approx(0.18872 + 0.09630, abs=2e-5)
    assert tree["Quality"]["index"] == pytest.approx(74.9766, abs=2e-3)


def test_the_overall_target_is_the_weighted_mean_of_the_latents():
    latents = (Latent("A", weight=3, indicators=(Indicator("a", "a"),)), Latent("B", weight=1, indicators=(Indicator("b", "b"),)))
    result = score(Study(survey_of([[10, 1]], ["a", "b"]), Model(latents), resamples=0))
    assert result.headline.value == pytest.approx(75)
    assert result.table("tree").column("node") == ("overall", "A", "a", "B", "b")


def test_case_weights_count_respondents_as_often_as_they_say():
    survey = survey_of([[10], [1]], ["a"], numbers={"w": np.array([3.0, 1.0])})
    model = flat_model(["a"], respondents=Respondents(case_weight="w"))
    assert score(Study(survey, model, resamples=0)).headline.value == pytest.approx(75)


@pytest.mark.parametrize("weights", [[1.0, -1.0], [0.0, 0.0], [np.nan, 0.0]])
def test_unusable_case_weights_stop_the_run(weights):
    survey = survey_of([[10], [1]], ["a"], numbers={"w": np.array(weights)})
    with pytest.raises(UnusableWeights):
        Study(survey, flat_model(["a"], respondents=Respondents(case_weight="w")))


def test_respondents_without_weight_are_left_out_and_counted():
    survey = survey_of([[10], [1], [1]], ["a"], numbers={"w": np.array([1.0, 0.0, np.nan])})
    study = Study(survey, flat_model(["a"], respondents=Respondents(case_weight="w")), resamples=0)
    assert score(study).headline.value == 100
    assert [(f.key, f.count) for f in study.findings] == [("case_weight_zero", 2)]


@pytest.mark.parametrize("n", [1, 2])
def test_one_or_two_respondents_have_an_index_but_no_interval(n):
    result = score(Study(survey_of([[10, 1]] * n), flat_model(["Q1", "Q2"])))
    assert result.headline.value == pytest.approx(50)
    assert result.headline.lower == Blank("too_few_respondents")


def test_pls_says_why_it_cannot_on_few_respondents():
    with pytest.raises(TooFewRespondents, match="at least 10"):
        Study(survey_of(np.ones((9, 24)), ITEMS), ecsi_model())


def test_no_resamples_leave_the_intervals_blank():
    result = score(Study(ecsi_survey(), ecsi_model(), resamples=0))
    assert result.table("latents").column("lower")[0] == Blank("no_resamples")


def test_a_constant_indicator_carries_no_pls_weight_and_a_finding_says_so():
    survey = ecsi_survey()
    answers = np.array(survey.answers)
    answers[:, 0] = 7
    study = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=50)
    indicators = score(study).table("indicators").records()
    assert indicators[0]["weight"] == Blank("constant")
    assert indicators[0]["mean"] == pytest.approx(7)
    assert sum(row["weight"] for row in indicators[1:5]) == pytest.approx(1)
    assert "constant_indicator" in [finding.key for finding in study.findings]


def test_a_latent_without_spread_stops_pls():
    answers = np.array(ecsi_survey().answers)
    answers[:, 17:20] = 7
    with pytest.raises(ConstantIndicator, match="Satisfaction"):
        Study(survey_of(answers, ITEMS), ecsi_model())


def negative_survey(item: int) -> Survey:
    answers = np.array(ecsi_survey().answers)
    answers[:, item] = 11 - answers[:, item]
    return survey_of(answers, ITEMS)


def test_a_negative_weight_in_the_target_is_an_error_that_names_the_item():
    with pytest.raises(NegativeWeight, match="CUSA3"):
        score(Study(negative_survey(19), ecsi_model()))


def test_a_negative_weight_elsewhere_blanks_that_latent_with_a_remark():
    result = score(Study(negative_survey(0), ecsi_model(), resamples=400))
    assert result.table("latents").column("index")[0] == Blank("negative_weight")
    assert [remark.key for remark in result.remarks] == ["negative_weight"]


def test_nobody_answered_anything_is_nothing_to_score():
    with pytest.raises(NothingToScore):
        Study(survey_of([[np.nan, np.nan]] * 4), flat_model(["Q1", "Q2"]))


def test_stated_weights_without_importance_columns_name_what_is_missing():
    with pytest.raises(MissingRole, match="Q1"):
        Study(survey_of([[1]]), flat_model(["Q1"]), weights="stated")


def test_pls_without_paths_is_refused():
    with pytest.raises(ModelFault, match="paths"):
        Study(survey_of([[1]]), flat_model(["Q1"]), weights="pls")


def test_children_with_and_without_weights_are_refused():
    leaves = (Indicator("a", "a", weight=1), Indicator("b", "b"))
    with pytest.raises(ModelFault, match="b"):
        Study(survey_of([[1, 2]], ["a", "b"]), Model((Latent("L", indicators=leaves),), target="L"))


def test_holes_are_taken_pairwise_and_each_item_keeps_its_own_n():
    holey = np.where(np.random.default_rng(2).random((250, 24)) < 0.1, np.nan, ecsi_survey().answers)
    result = score(Study(survey_of(holey, ITEMS), ecsi_model(), resamples=100))
    assert result.table("indicators").column("n") == tuple((~np.isnan(holey)).sum(axis=0))
    assert abs(result.headline.value - 72.4541) < 1


@pytest.mark.parametrize(("missing", "key"), [("listwise", "left_out_listwise"), ("mean", "means_replaced")])
def test_the_other_policies_for_missing_answers_say_what_they_did(missing, key):
    holey = np.where(np.random.default_rng(2).random((250, 24)) < 0.02, np.nan, ecsi_survey().answers)
    study = Study(survey_of(holey, ITEMS), ecsi_model(), resamples=0, missing=missing)
    assert abs(score(study).headline.value - 72.4541) < 1
    assert key in [finding.key for finding in study.findings]


def test_listwise_equals_scoring_the_whole_rows_alone():
    holey = np.where(np.random.default_rng(2).random((250, 24)) < 0.02, np.nan, ecsi_survey().answers)
    whole = holey[~np.isnan(holey).any(axis=1)]
    one = score(Study(survey_of(holey, ITEMS), ecsi_model(), missing="listwise", resamples=50))
    other = score(Study(survey_of(whole, ITEMS), ecsi_model(), resamples=50))
    assert one.headline.value == pytest.approx(other.headline.value, rel=1e-12)
    assert one.headline.lower == pytest.approx(other.headline.lower, rel=1e-12)


def test_the_same_seed_gives_the_same_numbers_twice():
    one, other = (score(Study(ecsi_survey(), ecsi_model(), resamples=300)) for _ in range(2))
    assert one.tables == other.tables


def test_a_mixed_scale_latent_uses_each_scales_own_ends():
    survey = Survey(np.array([[5.0, 10.0]]), ("a", "b"), (Scale(1, 5), Scale(0, 10)))
    assert score(Study(survey, flat_model(["a", "b"]), resamples=0)).headline.value == 100


def test_an_interval_is_wider_at_a_higher_confidence():
    narrow, wide = (score(Study(ecsi_survey(), ecsi_model(), resamples=500, confidence=c)).headline for c in (0.8, 0.99))
    assert wide.upper - wide.lower > narrow.upper - narrow.lower


def test_a_segment_is_scored_on_its_own_respondents():
    survey = survey_of([[10], [10], [1]], ["a"], labels={"Region": ("N", "N", None)})
    model = flat_model(["a"], respondents=Respondents(segments=("Region",)))
    groups = Study(survey, model, resamples=0).split("Region")
    assert {name: score(study).headline.value for name, study in groups.items()} == {"N": 100}


def test_formative_latents_are_weighted_by_regression():
    model = ecsi_model()
    latents = tuple(dataclasses.replace(latent, mode="B") if latent.name == "Value" else latent for latent in model.latents)
    reflective = score(Study(ecsi_survey(), model, resamples=0)).table("indicators").column("outer_weight")[15:17]
    formative = (
        score(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), resamples=0))
        .table("indicators")
        .column("outer_weight")[15:17]
    )
    assert formative[1] - formative[0] > reflective[1] - reflective[0]


def test_a_circle_of_paths_is_refused_with_the_circle():
    with pytest.raises(ModelFault, match="A -> B -> A"):
        InnerModel((("A", "B"), ("B", "A")))


def test_an_indicator_with_weight_zero_keeps_its_row_in_the_tree_and_contributes_nothing():
    leaves = (Indicator("x", "x", weight=1), Indicator("y", "y", weight=0))
    model = Model((Latent("L", indicators=leaves),), target="L")
    tree = score(Study(survey_of([[10, 4], [1, 4], [10, 4]], ["x", "y"]), model, resamples=50)).table("tree").records()
    assert [row["contribution"] for row in tree] == pytest.approx([200 / 3, 200 / 3, 0])
    assert tree[2]["index"] == pytest.approx(100 / 3)


def test_a_part_whose_weights_are_zero_has_no_index():
    idle = Latent("P", weight=0, indicators=(Indicator("y", "y"),))
    model = Model((Latent("L", indicators=(Indicator("x", "x", weight=1),), parts=(idle,)),), target="L")
    tree = score(Study(survey_of([[10, 4], [1, 4], [10, 4]], ["x", "y"]), model, resamples=50)).table("tree").records()
    assert tree[2]["index"] == Blank("no_weight")


def test_importance_that_nobody_gives_carries_no_weight_and_is_said():
    leaves = (Indicator("a", "a", importance="wa"), Indicator("b", "b", importance="wb"))
    survey = survey_of([[8, 4, 9, 0], [6, 4, 9, 0], [7, 5, 8, 0]], ["a", "b", "wa", "wb"], Scale(0, 10))
    study = Study(survey, Model((Latent("L", indicators=leaves),), target="L"), weights="stated", resamples=50)
    assert score(study).table("indicators").column("weight") == (1.0, Blank("no_importance"))
    assert "no_importance" in [finding.key for finding in study.findings]


def test_the_headline_and_the_row_of_the_target_are_one_figure():
    answers = np.random.default_rng(4).integers(1, 11, (120, 2)).astype(float)
    answers[:30, 1] = np.nan
    latents = (Latent("A", indicators=(Indicator("a", "a"),)), Latent("B", indicators=(Indicator("b", "b"),)))
    result = score(Study(survey_of(answers, ["a", "b"]), Model(latents, target="B"), resamples=200))
    row = result.table("latents").records()[1]
    assert (result.headline.lower, result.headline.upper, result.headline.n) == (row["lower"], row["upper"], row["n"])


def test_replaced_answers_are_not_counted_as_answers():
    survey = survey_of([[5.0], [4.0], [4.0], [np.nan], [np.nan]], ["a"], Scale(1, 5))
    row = score(Study(survey, flat_model(["a"]), missing="mean", resamples=0)).table("indicators").records()[0]
    assert (row["n"], row["top_two"]) == (3, 1.0)


def test_the_two_best_of_a_reversed_uneven_scale_are_its_best():
    scale = Scale(0, 100, labels={"a": 100, "b": 80, "c": 60, "d": 30, "e": 0}, reversed=True)
    survey = survey_of([[100.0], [70.0], [40.0], [20.0], [0.0]], ["a"], scale)  # already turned round on reading
    assert score(Study(survey, flat_model(["a"]), resamples=0)).table("indicators").column("top_two") == (0.4,)


def test_a_latent_that_few_answered_moves_nobody_elses_interval():
    answers = np.array([[float(x), np.nan] for x in (1, 5, 5, 4, 5, 5, 4, 5, 5, 5, 4, 5)])
    answers[0, 1] = 3
    both = (Latent("A", indicators=(Indicator("a", "a"),)), Latent("B", indicators=(Indicator("b", "b"),)))
    survey = survey_of(answers, ["a", "b"], Scale(1, 5))
    beside = score(Study(survey, Model(both, target="A"), resamples=500)).headline
    alone = score(Study(survey, Model(both[:1], target="A"), resamples=500)).headline
    assert (beside.lower, beside.upper) == pytest.approx((alone.lower, alone.upper))


def test_few_resamples_are_remarked():
    result = score(Study(ecsi_survey(), ecsi_model(), resamples=100))
    assert "few_resamples" in [remark.key for remark in result.remarks]


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"seed": 1.5}, {"missing": "foo"}, {"scheme": "foo"}, {"resamples": 2.5}])
def test_options_without_meaning_are_refused(wrong):
    with pytest.raises(UsageFault):
        Study(survey_of([[1]]), flat_model(["Q1"]), **wrong)
