import dataclasses
import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.analyses.criteria import rule
from csi.analyses.faults import fault_remarks
from csi.analyses.measurement.criteria import ALPHA, HTMT
from csi.analyses.measurement.judgement import judgement
from csi.analyses.path_terms import SOURCE, TARGET
from csi.analyses.pls.criteria import CRITERIA, INNER_VIF, SRMR, rulings
from csi.analyses.pls.remarks import answer
from csi.analyses.pls.terms import VIF
from csi.errors import MissingRole, NoHonestAnswer, UsageFault
from csi.findings import Remark
from csi.model import Indicator, InnerModel, Latent, Model
from csi.numerics.generate import Question, answers, latent_scores
from csi.renderers import render
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result, Table
from csi.study import Study
from csi.survey import Survey
from csi.terms import Text

from ..reference import BLOCKS, ITEMS, peer, reference
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of

pls = load("pls")
CSEM = "mobi__modeA_path__cSEM"
SEMINR = "mobi__modeA_path__seminr"


def result(**options: object) -> Result:
    return pls(Study(ecsi_survey(), ecsi_model(), resamples=200), folds=0, **options)


def by(table: str, keys: tuple[str, ...], column: str, of: Result) -> dict:
    return {tuple(row[key] for key in keys): row[column] for row in of.table(table).records()}


@pytest.fixture(scope="module")
def real() -> Result:
    """The survey itself, every respondent, point estimates."""
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)
    return pls(Study(survey, ecsi_model(), resamples=0), folds=0)


def test_paths_equal_csem(real):
    theirs = peer(CSEM)["path_coefficients"]
    ours = by("paths", ("source", "target"), "coefficient", real)
    assert_allclose(list(ours.values()), [theirs[target][source] for source, target in ours], atol=1e-9)


def test_effect_sizes_keep_the_scores_as_csem_does(real):
    theirs = peer(CSEM)["assess"]["F2_to_from"]
    ours = by("paths", ("source", "target"), "f_squared", real)
    assert_allclose(list(ours.values()), [theirs[target][source] for source, target in ours], atol=1e-9)


def test_inner_vif_equals_seminr_and_is_blank_for_an_only_cause(real):
    theirs = peer(SEMINR)["vif_antecedents"]
    ours = by("paths", ("source", "target"), "vif", real)
    assert ours["Image", "Expectation"] == Blank("only_cause")
    several = {pair: vif for pair, vif in ours.items() if not isinstance(vif, Blank)}
    assert_allclose(list(several.values()), [theirs[target][source] for source, target in several], atol=1e-9)


def test_total_and_indirect_effects_equal_seminr(real):
    theirs = peer(SEMINR)
    total, indirect = (by("effects", ("source", "target"), key, real) for key in ("total", "indirect"))
    assert_allclose(list(total.values()), [theirs["total_effects_from_to"][s][t] for s, t in total], atol=1e-9)
    around = {pair: value for pair, value in indirect.items() if value is not None}
    assert_allclose(list(around.values()), [theirs["total_indirect_effects_from_to"][s][t] for s, t in around], atol=1e-9)


def test_explained_variance_and_bic_equal_seminr(real):
    theirs = peer(SEMINR)
    rows = real.table("fit").records()
    assert_allclose([row["r_squared"] for row in rows], [theirs["r_squared"][row["latent"]] for row in rows], atol=1e-9)
    assert_allclose(
        [row["adjusted_r_squared"] for row in rows], [theirs["r_squared_adj"][row["latent"]] for row in rows], atol=1e-9
    )
    assert_allclose([row["bic"] for row in rows], [theirs["it_criteria"]["BIC"][row["latent"]] for row in rows], atol=1e-9)


def test_weights_loadings_and_cross_loadings_equal_seminr(real):
    theirs = peer(SEMINR)
    outer = real.table("outer").records()
    assert_allclose([row["outer_weight"] for row in outer[:5]], list(theirs["outer_weights"]["Image"].values()), atol=1e-9)
    assert_allclose([row["loading"] for row in outer[:5]], list(theirs["outer_loadings"]["Image"].values()), atol=1e-9)
    crossed = by("cross_loadings", ("indicator", "across"), "cross_loading", real)
    assert_allclose(list(crossed.values()), [theirs["cross_loadings"][item][latent] for item, latent in crossed], atol=1e-9)


def test_srmr_equals_csem(real):
    assert_allclose(by("model_fit", ("measure",), "value", real)["srmr_estimated",], peer(CSEM)["assess"]["SRMR"], atol=1e-9)


def test_consistent_paths_and_explained_variance_equal_csem(real):
    theirs = peer("mobi__plsc_path__cSEM")
    ours = by("consistent_paths", ("source", "target"), "coefficient", real)
    assert_allclose(list(ours.values()), [theirs["path_coefficients"][target][source] for source, target in ours], atol=1e-9)
    explained = by("consistent", ("latent",), "r_squared", real)
    caused = {latent: value for (latent,), value in explained.items() if value is not None}
    assert_allclose(list(caused.values()), [theirs["r_squared"][latent] for latent in caused], atol=1e-9)


def test_a_consistent_solution_whose_latents_contradict_each_other_is_shown_with_a_warning(real):
    assert [remark.values["check"] for remark in real.remarks if remark.key == "consistent_inadmissible"] == ["definite"]


def twins() -> tuple[Survey, Model]:
    """Two causes that measure one thing with much noise, so that the corrected correlation passes 1."""
    rng = np.random.default_rng(0)
    truth = rng.standard_normal(200)
    y = truth + 0.5 * rng.standard_normal(200)
    noise = rng.standard_normal((200, 2))
    shared = truth[:, None] + noise  # the same error in both causes makes them agree more than their items do
    items = [*(shared + 0.9 * rng.standard_normal((200, 2))).T, *(shared + 0.9 * rng.standard_normal((200, 2))).T]
    items += list((y[:, None] + 0.5 * rng.standard_normal((200, 2))).T)
    columns = ["A1", "A2", "B1", "B2", "Y1", "Y2"]
    blocks = tuple(Latent(name, indicators=tuple(Indicator(c, c) for c in columns if c[0] == name)) for name in "ABY")
    model = Model(blocks, InnerModel((("A", "Y"), ("B", "Y"))), "Y", scale=ecsi_model().scale)
    return survey_of(np.clip(np.rint(5 + 1.3 * np.column_stack(items)), 1, 10), columns), model


def test_an_inadmissible_consistent_solution_has_no_figures_and_names_the_offender():
    found = pls(Study(*twins(), resamples=0), folds=0)
    assert found.table("consistent_paths").column("coefficient") == (Blank("inadmissible"),) * 2
    said = next(remark for remark in found.remarks if remark.key == "consistent_inadmissible")
    assert said.values == {"check": "correlation", "who": "A × B"}


def test_a_path_has_the_t_of_its_bootstrap_error():
    row = result().table("paths").records()[0]
    assert row["t"] == pytest.approx(row["coefficient"] / row["standard_error"])
    assert row["p"] < 1e-6


def test_mediation_is_told_from_the_intervals():
    kinds = by("effects", ("source", "target"), "mediation", result())
    assert kinds["Expectation", "Value"] == "indirect_only"
    assert kinds["Image", "Satisfaction"] == "complementary"
    assert kinds["Image", "Expectation"] is None


def test_every_way_through_other_latents_is_listed_and_they_sum_to_the_indirect_effect():
    found = result()
    ways = [row for row in found.table("indirect").records() if (row["source"], row["target"]) == ("Image", "Value")]
    assert [row["through"] for row in ways] == ["Expectation", "Expectation → Quality"]
    assert sum(row["effect"] for row in ways) == pytest.approx(
        by("effects", ("source", "target"), "indirect", found)["Image", "Value"]
    )


def test_without_resamples_there_are_estimates_and_reasons_in_place_of_intervals():
    row = pls(Study(ecsi_survey(), ecsi_model(), resamples=0), folds=0).table("paths").records()[0]
    assert row["coefficient"] == pytest.approx(0.50491, abs=1e-4)
    assert row["lower"] == row["p"] == Blank("no_resamples")


def test_every_estimate_has_an_interval():
    document = json.loads(render(result(), "json"))["results"][0]["tables"]
    blanks = {
        (name, key) for name, rows in document.items() for row in rows for key, cell in row.items() if isinstance(cell, dict)
    }
    assert blanks == {("paths", f"vif{end}") for end in ("", "_lower", "_upper")} | {
        ("outer", f"vif{end}") for end in ("", "_lower", "_upper")
    }


def test_a_single_item_has_weight_one_and_no_error():
    row = next(row for row in result().table("outer").records() if row["indicator"] == "CUSCO")
    assert (row["outer_weight"], row["standard_error"], row["vif"]) == (1.0, pytest.approx(0, abs=1e-12), Blank("single_item"))


def test_what_was_missing_is_listed_by_indicator():
    answers = np.array(ecsi_survey().answers)
    answers[:10, 0] = np.nan
    found = pls(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), folds=0)
    assert found.table("missing").records()[0] == {"indicator": "IMAG1", "column": "IMAG1", "missing": 10, "share": 0.04}


def test_a_negative_weight_is_told_and_does_not_stop_the_structure():
    answers = np.array(ecsi_survey().answers)
    answers[:, 17] = 11 - answers[:, 17]
    found = pls(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), folds=0)
    assert next(remark for remark in found.remarks if remark.key == "negative_weights").values == {"indicators": ("CUSA1",)}


def test_other_weights_do_not_change_the_structure():
    plain, equal = (pls(Study(ecsi_survey(), ecsi_model(), weights=w, resamples=0), folds=0) for w in ("pls", "equal"))
    assert plain.table("paths") == equal.table("paths")


def higher(method: str) -> Result:
    model = ecsi_model()
    leaves = model.latents[2].indicators
    quality = Latent(
        "Quality", parts=(Latent("Core", indicators=leaves[:3]), Latent("Service", indicators=leaves[3:])), higher_order=method
    )  # type: ignore[arg-type]
    latents = (*model.latents[:2], quality, *model.latents[3:])
    return pls(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), resamples=100), folds=0)


@pytest.mark.parametrize("method", ["two-stage", "repeated"])
def test_a_higher_order_latent_shows_its_parts_and_their_indicators(method):
    found = higher(method)
    assert [(row["latent"], row["part"]) for row in found.table("parts").records()] == [
        ("Quality", "Core"),
        ("Quality", "Service"),
    ]
    assert {row["latent"] for row in found.table("outer").records()} == {*BLOCKS, "Core", "Service"} - {"Quality"}
    assert found.settings["higher_order"] == method


def test_the_fit_by_the_paths_is_blank_for_higher_order_latents_with_the_reason():
    assert by("model_fit", ("measure",), "value", higher("two-stage"))["srmr_estimated",] == Blank("higher_order")


def test_an_interaction_has_a_path_and_simple_slopes():
    model = ecsi_model(inner=InnerModel((*ecsi_model().inner.paths, ("Image * Expectation", "Satisfaction"))))
    found = pls(Study(ecsi_survey(), model, resamples=100), folds=0)
    slopes = {(row["source"], row["level"]): row["slope"] for row in found.table("slopes").records()}
    assert slopes["Image", "high"] - slopes["Image", "mean"] == pytest.approx(slopes["Image", "mean"] - slopes["Image", "low"])
    assert by("paths", ("source", "target"), "coefficient", found)["Image * Expectation", "Satisfaction"] == pytest.approx(
        0.0864, abs=1e-3
    )


def test_a_model_without_paths_is_sent_back():
    with pytest.raises(MissingRole):
        pls(Study(ecsi_survey(), flat_model(ITEMS[:4]), resamples=0))


@pytest.mark.parametrize("options", [{"folds": 1}, {"folds": -2}, {"repeats": 0}, {"technique": "random"}])
def test_options_without_meaning_are_refused(options):
    with pytest.raises(UsageFault):
        pls(Study(ecsi_survey(), ecsi_model(), resamples=0), **options)


def test_two_latents_that_are_one_are_refused_by_name():
    answers = np.array(ecsi_survey().answers)
    answers[:, 8:15] = answers[:, [5]]
    answers[:, 5:8] = answers[:, [5]]
    with pytest.raises(NoHonestAnswer) as refusal:
        pls(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), folds=0)
    assert "Expectation" in refusal.value.reason.en
    assert "Quality" in refusal.value.reason.en


def test_the_answer_says_that_the_ecsi_model_does_not_hold_and_why():
    said = result().answer
    assert said.key == "model_fails"
    assert said.text.en.startswith("the model does not hold: discriminant validity fails")
    assert said.text.zh.startswith("模型不成立：区分效度")


def test_a_model_that_made_its_own_answers_holds(planted_model):
    assert planted_model.answer.key == "model_holds"


@pytest.fixture(scope="module")
def planted_model() -> Result:
    """1,000 answers that a chain of three latents made, each measured well."""
    rng = np.random.default_rng(4)
    scores = latent_scores(rng, 1000, np.array([[0, 0.5, 0], [0, 0, 0.5], [0, 0, 0]]))
    columns = [f"{name}{j}" for name in "ABC" for j in (1, 2, 3)]
    values = answers(rng, scores, [Question(k, 0.85, 5.5, 1.5) for k in (0, 0, 0, 1, 1, 1, 2, 2, 2)])
    blocks = tuple(Latent(name, indicators=tuple(Indicator(c, c) for c in columns if c[0] == name)) for name in "ABC")
    model = Model(blocks, InnerModel((("A", "B"), ("B", "C"))), "C", scale=ecsi_model().scale)
    return pls(Study(survey_of(values, columns), model, resamples=100), folds=0)


@pytest.mark.parametrize("form", ["percentile", "bca", "normal"])
def test_what_is_left_of_misfit_without_chance_lies_in_its_interval_whatever_the_form(form):
    found = pls(Study(ecsi_survey(), ecsi_model(), resamples=300, interval=form), folds=0)
    row = found.table("model_fit").records()[1]
    assert row["lower"] < row["corrected"] < row["upper"] < row["value"]


def test_mediation_through_a_path_that_the_model_lacks_is_not_called_full():
    kinds = by("effects", ("source", "target"), "mediation", result())
    assert kinds["Image", "Quality"] == "no_direct_path"


def test_findings_of_the_pls_form_are_told_where_the_index_has_other_weights():
    study = Study(survey_of(ecsi_survey().answers[:40], ITEMS), ecsi_model(), weights="equal", resamples=0)
    pls(study, folds=0)
    assert "few_for_pls" in [finding.key for finding in study.findings]


def test_an_indicator_that_nobody_answered_stands_among_what_is_missing():
    answers = np.array(ecsi_survey().answers)
    answers[:, 0] = np.nan
    found = pls(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), folds=0)
    assert found.table("missing").records()[0]["share"] == 1.0


def said(of: Result, language: str = "en") -> dict[str, str]:
    """Remarks as sentences by key, the answer among them."""
    return {remark.key: remark_sentence(remark, language) for remark in (of.answer, *of.remarks)}


def holding(*, srmr: float | Blank = 0.04, vif: float = 1.5) -> Remark:
    """The answer on a sound measurement with these figures of the structure."""
    measured = judgement([rule(ALPHA, ("A",), 0.8), rule(HTMT, ("A", "B"), 0.5)], {}, ())
    return answer(measured, [rule(SRMR, (), srmr), rule(INNER_VIF, ("A", "B"), vif)])


def test_what_the_paths_imply_is_said_to_fit_where_that_was_judged():
    assert holding().text.en == (
        "the model holds: every latent is measured reliably and can be told apart, and what the paths imply fits what was observed"
    )
    untested = holding(srmr=Blank("higher_order"))
    assert (untested.key, "fits" in untested.text.en, "相符" in untested.text.zh) == ("model_holds", False, False)


@pytest.mark.parametrize("figures", [{"srmr": 0.09}, {"vif": 4.0}])
def test_a_borderline_figure_of_the_structure_makes_the_model_hold_barely(figures):
    found = holding(**figures)
    assert (found.key, found.values) == ("model_holds_barely", {"borderline": 1, "tested": 4})


def test_higher_order_models_are_judged_by_the_saturated_fit_under_its_name():
    rows = {row["criterion"]: row for row in higher("two-stage").table("criteria").records()}
    assert rows["srmr"]["verdict"] == Blank("higher_order")
    assert rows["srmr_saturated"]["worst"] == by("model_fit", ("measure",), "value", higher("two-stage"))["srmr_saturated",]


def test_a_model_of_single_questions_cannot_be_judged():
    values = ecsi_survey().answers[:, [0, 5, 8]]
    latents = tuple(Latent(name, indicators=(Indicator(name.lower(), name.lower()),)) for name in "ABC")
    model = Model(latents, InnerModel((("A", "B"), ("B", "C"), ("A", "C"))), "C", scale=ecsi_model().scale)
    found = pls(Study(survey_of(values, ["a", "b", "c"]), model, resamples=0), folds=0)
    assert said(found)["model_unknown"] == (
        "whether the model holds cannot be told: measured by a single question, which has no reliability: A, B, C"
    )


def test_what_fails_comes_with_its_reason_and_with_advice():
    assert said(result())["htmt_fails"].endswith(
        ": customers hardly tell the two latents apart; ask whether customers mean different things by the two; merge them, or drop "
        "the indicators that load on both"
    )


def test_a_misfit_is_told_in_the_room_of_paths_with_what_to_do():
    found = next(fault_remarks([rule(SRMR, (), 0.12)], CRITERIA, Text("the model", "整个模型")))
    assert remark_sentence(found, "en").startswith("SRMR fails (the model, 0.12): the correlations that the model implies")
    assert "look for latents that lack a path" in found.text.en


def test_paths_that_cannot_be_told_from_zero_are_told_and_fail_nothing(planted_model):
    found = result()
    assert "paths_in_doubt" in said(found)
    assert "path" not in found.table("criteria").column("criterion")
    assert "path" not in found.table("verdicts").column("criterion")


def test_causes_that_determine_one_another_fail_the_vif_of_causes():
    columns = (SOURCE, TARGET, VIF)
    paths = Table("paths", Text("", ""), columns, (("A", "Y", Blank("singular")), ("B", "Z", Blank("only_cause"))))
    fit = result().table("model_fit")
    verdicts = [one.verdict for one in rulings({"paths": paths, "model_fit": fit}, "Y") if one.criterion is INNER_VIF]
    assert verdicts == ["fails", Blank("only_cause")]


def test_a_reversed_indicator_is_named_by_the_answer_of_the_model():
    values = np.array(ecsi_survey().answers)
    values[:, 17] = 11 - values[:, 17]
    found = said(pls(Study(survey_of(values, ITEMS), ecsi_model(), resamples=0), folds=0))
    assert "CUSA1 running against the others and probably reversed" in found["model_fails"]


@pytest.mark.parametrize("table", ["paths", "outer"])
def test_a_vif_is_written_with_as_many_digits_as_among_the_criteria(table):
    terms = {term.key: term.digits for term in result().table(table).columns}
    assert terms["vif"] == next(term.digits for term in result().table("criteria").columns if term.key == "worst")
