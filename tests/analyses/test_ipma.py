import dataclasses
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.errors import MissingRole, NegativeWeight, NoHonestAnswer, UsageFault
from csi.model import OVERALL, InnerModel, Latent, Scale
from csi.numerics import index
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result, Table
from csi.study import Study
from csi.study.explaining import leading_to
from csi.survey import Survey

from ..reference import BLOCKS, ITEMS, peer, reference
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of

ipma = load("ipma")
ENDOGENOUS = ["Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"]


def mobile() -> Survey:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)


def mapped(target: str | None = None, **options: object) -> Result:
    return ipma(Study(ecsi_survey(), ecsi_model(), **{"resamples": 0, **options}), target=target)


def by_latent(result: Result) -> dict:
    return {row["latent"]: row for row in result.table("constructs").records()}


def said(result: Result) -> dict:
    return {remark.key: remark for remark in (*result.remarks, *([result.answer] if result.answer else []))}


def numbers(table: Table, key: str) -> np.ndarray:
    """The column with 0 where there is none, as other programs write it."""
    return np.array([cell if isinstance(cell, float) else 0.0 for cell in table.column(key)])


@pytest.mark.parametrize("target", ENDOGENOUS)
def test_importance_and_performance_of_latents_equal_csem(target):
    theirs = peer("mobi__modeA_path__cSEM")["ipma_peer"]
    table = ipma(Study(mobile(), ecsi_model(), resamples=0), target=target).table("constructs")
    assert_allclose(numbers(table, "importance"), [theirs["importance_to_from"][target][x] for x in BLOCKS], atol=1e-9)
    assert_allclose(numbers(table, "performance"), [theirs["performance"][x] for x in BLOCKS], atol=1e-9)


@pytest.mark.parametrize("target", ENDOGENOUS)
def test_importance_and_performance_of_latents_equal_those_from_seminr(target):
    theirs = peer("mobi__modeA_path__seminr")["ipma_computed"]
    table = ipma(Study(mobile(), ecsi_model(), resamples=0), target=target).table("constructs")
    assert_allclose(numbers(table, "importance"), [theirs["importance"][x][target] for x in BLOCKS], atol=1e-9)
    assert_allclose(numbers(table, "performance"), [theirs["performance"][x] for x in BLOCKS], atol=1e-9)


@pytest.mark.parametrize("target", ENDOGENOUS)
def test_importance_and_performance_of_indicators_equal_csem(target):
    theirs = peer("mobi__modeA_path__cSEM")["ipma_peer"]
    table = ipma(Study(mobile(), ecsi_model(), resamples=0), target=target).table("indicators")
    assert_allclose(numbers(table, "importance"), [theirs["indicator_importance"][target][x] for x in ITEMS], atol=1e-9)
    assert_allclose(numbers(table, "performance"), [theirs["indicator_performance"][x] for x in ITEMS], atol=1e-9)


@pytest.mark.parametrize("scheme", ["factorial", "centroid"])
def test_other_schemes_equal_csem_too(scheme):
    theirs = peer(f"mobi__modeA_{scheme}__cSEM")["ipma_peer"]
    table = ipma(Study(mobile(), ecsi_model(), scheme=scheme, resamples=0)).table("constructs")
    assert_allclose(numbers(table, "importance"), [theirs["importance_to_from"]["Satisfaction"][x] for x in BLOCKS], atol=1e-9)


def test_standardised_effects_are_those_of_the_published_model():
    assert by_latent(mapped())["Quality"]["standardised_effect"] == pytest.approx(0.62076, abs=1e-4)


def test_one_item_each_is_a_regression_between_0_100_answers():
    # y = x + (1 0 -1 0 -1 1): slope 1 in answer units of both; x on 1-5 is worth 25 points a step, y on 0-10 ten
    survey = survey_of([[1, 2], [2, 2], [3, 2], [4, 4], [5, 4], [3, 4]], ["x", "y"])
    object.__setattr__(survey, "scales", (Scale(1, 5), Scale(0, 10)))
    model = path_model("x", "y")
    slope = np.polyfit([1, 2, 3, 4, 5, 3], [2, 2, 2, 4, 4, 4], 1)[0]
    ten = survey_of(np.repeat(survey.answers, 5, axis=0), ["x", "y"])
    object.__setattr__(ten, "scales", survey.scales)
    row = ipma(Study(ten, model, resamples=0)).table("constructs").records()[0]
    assert row["importance"] == pytest.approx(slope * 10 / 25)
    assert row["performance"] == pytest.approx(50)


def path_model(*columns: str) -> object:
    single = [flat_model([column]).latents[0] for column in columns]
    latents = tuple(dataclasses.replace(x, name=c.upper()) for x, c in zip(single, columns, strict=True))
    names = [latent.name for latent in latents]
    paths = tuple((name, names[-1]) for name in names[:-1])
    return dataclasses.replace(flat_model([columns[0]]), latents=latents, inner=InnerModel(paths), target=names[-1])


def test_importance_is_unmoved_when_answers_are_recoded_from_1_10_to_0_9():
    recoded = survey_of(np.asarray(ecsi_survey().answers) - 1, ITEMS, Scale(0, 9))
    model = dataclasses.replace(ecsi_model(), scale=Scale(0, 9))
    ours = ipma(Study(recoded, model, resamples=0)).table("indicators")
    assert_allclose(numbers(ours, "importance"), numbers(mapped().table("indicators"), "importance"), atol=1e-9)


def test_shares_of_the_importance_of_a_latent_go_to_its_indicators():
    result = mapped()
    rows = result.table("indicators").records()
    assert sum(row["importance"] for row in rows if row["latent"] == "Quality") == pytest.approx(
        by_latent(result)["Quality"]["importance"]
    )
    assert sum(row["importance"] for row in rows if row["latent"] == "Satisfaction") == pytest.approx(1)


def test_the_spread_of_0_100_scores_is_that_of_respondents_scores():
    rng = np.random.default_rng(1)
    answers = rng.integers(1, 8, (200, 2)).astype(float)
    deviations, width = answers.std(axis=0, ddof=1), np.array([6.0, 9.0])
    raw = np.array([0.7, 0.5])
    scores = (answers - answers.mean(axis=0)) / deviations @ raw
    outer = raw / scores.std(ddof=1)
    shares = outer / deviations * width
    on_100 = ((answers - 1) / width * 100) @ (shares / shares.sum())
    found = index.deviations(outer[:, None], deviations[:, None], width, (0,))
    assert found[0, 0] == pytest.approx(on_100.std(ddof=1))


def test_the_target_and_latents_without_a_way_to_it_are_shown_without_importance():
    rows = by_latent(mapped())
    assert rows["Satisfaction"]["importance"] == Blank("is_target")
    assert rows["Loyalty"]["importance"] == rows["Loyalty"]["quadrant"] == Blank("no_path")
    assert rows["Loyalty"]["performance"] == pytest.approx(70.91, abs=0.01)


def test_only_what_leads_to_the_target_makes_the_crosshair():
    result = mapped()
    rows = [row for row in by_latent(result).values() if isinstance(row["importance"], float)]
    middle = tuple(np.mean([row[key] for row in rows]) for key in ("importance", "performance"))
    assert len(rows) == 4
    assert result.charts[0].cross == pytest.approx(middle)
    assert said(result)["crosshair"].values["importance"] == pytest.approx(middle[0])


def test_quadrants_divide_at_the_means():
    quadrants = {name: row["quadrant"] for name, row in by_latent(mapped()).items() if isinstance(row["quadrant"], str)}
    assert quadrants == {"Image": "keep_up", "Expectation": "keep_up", "Quality": "keep_up", "Value": "low_priority"}


def test_what_matters_and_does_worst_is_where_to_begin():
    answers = np.array(ecsi_survey().answers)
    quality = [ITEMS.index(item) for item in BLOCKS["Quality"]]
    answers[:, quality] -= 3
    result = ipma(Study(survey_of(answers, ITEMS, Scale(-10, 20)), low_model(), resamples=100))
    assert said(result)["begin_with"].values["latent"] == "Quality"
    assert by_latent(result)["Quality"]["quadrant"] == "concentrate"
    assert by_latent(result)["Quality"]["probability"] == 1


def low_model() -> object:
    return dataclasses.replace(ecsi_model(), scale=Scale(-10, 20))


def test_without_a_weak_point_nothing_is_told_to_be_improved_first():
    assert said(mapped())["nothing_first"].values["latent"] == "Expectation"


def test_what_matters_most_is_said_with_its_interval():
    values = said(mapped(resamples=200))["matters_most"].values
    assert (values["latent"], values["target"]) == ("Quality", "Satisfaction")
    assert values["lower"] < values["importance"] < values["upper"]
    assert "lower" not in said(mapped())["matters_most"].values


def test_the_interval_of_importance_is_that_of_its_resamples():
    row = by_latent(mapped(resamples=400))["Quality"]
    assert row["importance_lower"] < row["importance"] < row["importance_upper"]
    # the spread that seminr's 10,000 resamples give the standardised effect, near enough
    assert row["importance_standard_error"] == pytest.approx(0.07, abs=0.02)


def test_a_certainty_is_the_share_of_resamples_in_the_same_quadrant():
    rows = by_latent(mapped(resamples=400))
    assert rows["Value"]["probability"] > 0.99
    assert 0.4 < rows["Expectation"]["probability"] < 0.9
    assert mapped().table("constructs").column("probability")[0] == Blank("no_resamples")


def test_a_lone_source_has_nothing_to_be_compared_with():
    rows = ipma(Study(mobile_like(["x", "y"]), path_model("x", "y"), resamples=0)).table("constructs").records()
    assert rows[0]["quadrant"] == Blank("nothing_to_compare")
    assert isinstance(rows[0]["importance"], float)


def mobile_like(columns: list[str]) -> Survey:
    return survey_of(np.rint(np.asarray(ecsi_survey().answers))[:, [0, 15, 5][: len(columns)]].clip(1, 10), columns)


def test_any_latent_that_others_lead_to_can_be_the_target():
    result = mapped("Loyalty")
    assert result.settings["target"] == "Loyalty"
    assert by_latent(result)["Satisfaction"]["importance"] == pytest.approx(0.78966, abs=1e-3)
    assert result.table("constructs").strong == {6}


@pytest.mark.parametrize(
    ("target", "why"), [("Image", "no path leads to it"), ("Loyality", "nearest is Loyalty"), (OVERALL, "no latent")]
)
def test_a_target_that_nothing_leads_to_is_refused_with_what_is_possible(target, why):
    with pytest.raises(UsageFault, match=why) as refusal:
        mapped(target)
    assert "Expectation, Quality, Value, Satisfaction, Complaints, Loyalty" in refusal.value.remedy.en


@pytest.mark.parametrize("target", ["Image", OVERALL])
def test_a_model_whose_own_target_nothing_leads_to_has_no_honest_map(target):
    study = Study(ecsi_survey(), dataclasses.replace(ecsi_model(), target=target), resamples=0)
    with pytest.raises(NoHonestAnswer, match="nothing has importance"):
        ipma(study)


def test_a_model_without_paths_says_what_is_missing():
    with pytest.raises(MissingRole, match="paths"):
        ipma(Study(survey_of([[1], [2], [3]]), flat_model(["Q1"])))


def with_reversed(item: str) -> Survey:
    answers = np.array(ecsi_survey().answers)
    at = ITEMS.index(item)
    answers[:, at] = 11 - answers[:, at]
    return survey_of(answers, ITEMS)


def test_a_negative_weight_in_a_latent_that_leads_to_the_target_stops_with_the_item():
    with pytest.raises(NegativeWeight, match="IMAG1"):
        ipma(Study(with_reversed("IMAG1"), ecsi_model(), resamples=0))


def test_a_negative_weight_elsewhere_blanks_that_performance_only():
    rows = by_latent(ipma(Study(with_reversed("CUSL1"), ecsi_model(), resamples=0)))
    assert rows["Loyalty"]["performance"] == Blank("negative_weight")
    assert isinstance(rows["Quality"]["performance"], float)


@pytest.mark.parametrize("weights", ["equal", "component"])
def test_whatever_weights_the_index_has_the_map_has_those_of_pls_and_says_so(weights):
    result = mapped(weights=weights)
    assert result.table("constructs") == mapped().table("constructs")
    assert result.settings["weights"] == "pls"
    assert "pls_weights" in said(result)
    assert "pls_weights" not in said(mapped())


def test_more_of_what_goes_with_less_is_pointed_out():
    answers = np.rint(np.asarray(ecsi_survey().answers))[:, [0, 15]].clip(1, 10)
    survey = survey_of(np.column_stack([answers[:, 0], 11 - answers[:, 1], answers[:, 1]]), ["x", "z", "y"])
    noisy = np.array(survey.answers)
    noisy[::7, 1] = 5
    result = ipma(Study(survey_of(noisy, ["x", "z", "y"]), path_model("x", "z", "y"), resamples=0))
    assert said(result)["negative_effect"].values["latents"] == ("Z",)


def test_ways_run_backwards_from_the_target_through_latents_that_are_there():
    inner = InnerModel((("A", "B"), ("B", "C"), ("D", "C"), ("C", "E")))
    assert leading_to("C", inner, ("A", "B", "C", "D", "E")) == {"A", "B", "D"}
    assert leading_to("C", inner, ("A", "C", "D", "E")) == {"D"}


@pytest.mark.parametrize("interval", ["bca", "normal"])
def test_other_forms_of_the_interval_hold_importance_too(interval):
    row = by_latent(mapped(resamples=100, interval=interval))["Quality"]
    assert row["importance_lower"] < row["importance"] < row["importance_upper"]


def test_certainty_is_the_same_under_every_form_of_the_interval():
    ours = [mapped(resamples=100, interval=form).table("indicators").column("probability") for form in ("percentile", "bca")]
    assert ours[0] == ours[1]


def test_an_interaction_is_no_point_of_the_map():
    paths = (*ecsi_model().inner.paths, ("Image * Quality", "Satisfaction"))
    study = Study(ecsi_survey(), dataclasses.replace(ecsi_model(), inner=InnerModel(paths)), resamples=0)
    rows = by_latent(ipma(study))
    assert list(rows) == list(BLOCKS)
    paths_to = study.point["path_coefficients"][:7, 4, 0]
    assert rows["Value"]["standardised_effect"] == pytest.approx(paths_to[3])


@pytest.mark.parametrize("method", ["two-stage", "repeated"])
def test_a_higher_order_latent_is_one_point_whose_indicators_share_it(method):
    model = ecsi_model()
    quality = model.latents[2]
    parts = (Latent("Core", indicators=quality.indicators[:4]), Latent("Rest", indicators=quality.indicators[4:]))
    higher = Latent("Quality", parts=parts, higher_order=method)
    study = Study(
        ecsi_survey(), dataclasses.replace(model, latents=(*model.latents[:2], higher, *model.latents[3:])), resamples=0
    )
    result = ipma(study)
    shared = [row["importance"] for row in result.table("indicators").records() if row["latent"] == "Quality"]
    assert sum(shared) == pytest.approx(by_latent(result)["Quality"]["importance"])


def test_the_association_is_never_called_an_effect():
    assert "no proof of effect" in said(mapped())["association"].text.en


def test_a_latent_that_does_not_lead_to_the_target_may_have_a_negative_weight():
    answers = np.array(ecsi_survey().answers)
    answers[:, 17] = 11 - answers[:, 17]
    result = ipma(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), target="Value")
    assert result.headline.about == "Value"


def test_interactions_are_said_to_hold_at_the_mean():
    paths = (*ecsi_model().inner.paths, ("Image * Expectation", "Satisfaction"))
    result = ipma(Study(ecsi_survey(), ecsi_model(inner=InnerModel(paths)), resamples=0))
    assert said(result)["moderated"].values == {"interactions": ("Image * Expectation",)}


def test_what_matters_most_is_told_with_the_digits_of_the_table():
    result = mapped(resamples=200)
    told = remark_sentence(said(result)["matters_most"], "en")
    top = max(row["importance"] for row in by_latent(result).values() if isinstance(row["importance"], float))
    assert re.search(rf"{top:.3f} points more .*interval -?\d\.\d{{3}} to -?\d\.\d{{3}}\)", told)


def test_a_performance_of_whole_points_keeps_its_decimal():
    remark = said(mapped())["nothing_first"]
    assert "(62.0)" in remark_sentence(dataclasses.replace(remark, values={**remark.values, "performance": 62.0}), "en")
