import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.analyses.criteria import rule
from csi.analyses.measurement.criteria import ALPHA, AVE, FORNELL_LARCKER, HTMT
from csi.analyses.measurement.judgement import judgement
from csi.analyses.measurement.remarks import barely
from csi.analyses.measurement.validity import kmo_word
from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result
from csi.study import Study
from csi.survey import Survey

from ..reference import BLOCKS, ITEMS, by_item, peer, reference
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of

reliability = load("reliability")
MULTIPLE = [name for name in BLOCKS if name != "Complaints"]


def mobile() -> Survey:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)


def of_mobile(**options: object) -> Result:
    return reliability(Study(mobile(), ecsi_model(), **{"resamples": 0, **options}))  # type: ignore[arg-type]


def cells(result: Result, table: str, column: str, *, only: list[str] | None = None) -> list[object]:
    rows = result.table(table).records()
    return [row[column] for row in rows if only is None or row["latent"] in only]


def pairs(result: Result, column: str) -> dict[tuple[str, str], float]:
    rows = result.table("htmt").records()
    return {(str(row["latent_a"]), str(row["latent_b"])): row[column] for row in rows}  # type: ignore[misc]


def first_sentence(result: Result, language: str = "en") -> str:
    return remark_sentence(result.answer, language)


@pytest.mark.parametrize(
    ("ours", "theirs"), [("alpha_standardised", "alpha"), ("rho_a", "rhoA"), ("rho_c", "rhoC"), ("ave", "AVE")]
)
def test_reliability_of_the_ecsi_survey_equals_seminr(ours, theirs):
    table = peer("mobi__modeA_path__seminr")["reliability"]
    wanted = [table[name][theirs] for name in MULTIPLE]
    assert_allclose(cells(of_mobile(), "reliability", ours, only=MULTIPLE), wanted, atol=1e-9)


@pytest.mark.parametrize(("ours", "theirs"), [("rho_c", "rho_C"), ("ave", "AVE")])
def test_reliability_of_the_ecsi_survey_equals_csem(ours, theirs):
    table = peer("mobi__modeA_path__cSEM")["assess"][theirs]
    assert_allclose(cells(of_mobile(), "reliability", ours, only=MULTIPLE), [table[name] for name in MULTIPLE], atol=1e-9)


def test_htmt_of_every_pair_equals_seminr():
    found, theirs = pairs(of_mobile(), "htmt"), peer("mobi__modeA_path__seminr")["htmt"]
    assert_allclose(list(found.values()), [theirs[b][a] for a, b in found], atol=1e-9)


def test_htmt2_of_every_pair_equals_openpls():
    theirs = peer("mobi__modeA_path__openpls")["htmt2"]["matrix"]  # which has none for a single item
    found = {key: value for key, value in pairs(of_mobile(), "htmt2").items() if "Complaints" not in key}
    assert_allclose(list(found.values()), [theirs[a][b] for a, b in found], atol=1e-9)


def test_correlations_of_the_latents_equal_seminr():
    theirs = peer("mobi__modeA_path__seminr")["construct_correlations"]
    rows = of_mobile().table("correlations").records()
    wanted = [theirs[row["latent_a"]][row["latent_b"]] for row in rows]
    assert_allclose([row["correlation"] for row in rows], wanted, atol=1e-9)


def test_roots_of_ave_equal_the_fornell_larcker_table_of_seminr():
    theirs = peer("mobi__modeA_path__seminr")["fornell_larcker"]
    wanted = [theirs[name][name] for name in MULTIPLE]
    assert_allclose(cells(of_mobile(), "fornell_larcker", "sqrt_ave", only=MULTIPLE), wanted, atol=1e-9)


def test_loadings_and_vif_of_the_indicators_equal_seminr():
    theirs, result = peer("mobi__modeA_path__seminr"), of_mobile()
    multiple = [item not in BLOCKS["Complaints"] for item in ITEMS]
    assert_allclose(cells(result, "items", "loading", only=MULTIPLE), by_item(theirs, "outer_loadings")[multiple], atol=1e-9)
    wanted = [theirs["vif_items"][name][item] for name in MULTIPLE for item in BLOCKS[name]]
    assert_allclose(cells(result, "items", "outer_vif", only=MULTIPLE), wanted, atol=1e-9)


def test_without_paths_the_criteria_are_those_of_first_principal_components():
    # openpls measures unidimensionality by principal components: their first eigenvalue and Dillon-Goldstein's rho
    theirs = peer("mobi__modeA_path__openpls")["unidimensionality"]
    model = dataclasses.replace(ecsi_model(), inner=InnerModel())
    result = reliability(Study(mobile(), model, resamples=0))
    wanted = [theirs[name]["eig_1st"] / theirs[name]["mvs"] for name in MULTIPLE]
    assert_allclose(cells(result, "reliability", "ave", only=MULTIPLE), wanted, atol=1e-9)
    rho = [theirs[name]["dillon_goldstein_rho"] for name in MULTIPLE]
    assert_allclose(cells(result, "reliability", "rho_c", only=MULTIPLE), rho, atol=1e-9)
    assert "component_loadings" in [remark.key for remark in result.remarks]


def test_equal_weights_of_the_index_leave_the_loadings_to_pls_and_say_so():
    result = reliability(Study(ecsi_survey(), ecsi_model(), weights="equal", resamples=0))
    wanted = reliability(Study(ecsi_survey(), ecsi_model(), resamples=0)).table("items").rows
    assert result.table("items").rows == wanted
    assert "pls_loadings" in [remark.key for remark in result.remarks]


def test_the_ecsi_survey_is_told_that_discriminant_validity_fails():
    result = of_mobile()
    sentence = first_sentence(result)
    assert sentence.startswith("the measurement does not hold: discriminant validity fails")
    assert '"Quality" and "Satisfaction" (HTMT 0.954)' in sentence
    assert first_sentence(result, "zh").startswith("测量不成立：区分效度不成立")
    assert "“Quality”与“Satisfaction”（HTMT 0.954）" in first_sentence(result, "zh")


def test_a_failing_criterion_says_because_of_what_and_what_to_do():
    said = {remark.key: remark_sentence(remark, "en") for remark in of_mobile().remarks}
    assert said["ave_fails"] == (
        'AVE fails in 2 of 6 (worst: "Image", 0.478): the latent explains less than half of what its indicators vary; '
        "drop the indicators with the lowest loadings, or split the latent in two"
    )


def test_what_does_not_pass_is_listed_with_its_verdict():
    rows = of_mobile().table("verdicts").records()
    assert {row["verdict"] for row in rows} == {"borderline", "fails"}
    pair = next(row for row in rows if (row["criterion"], row["about"], row["with"]) == ("htmt", "Quality", "Satisfaction"))
    assert (pair["verdict"], pair["threshold"], pair["because"], pair["advice"]) == ("fails", 0.85, "htmt", "htmt")


def test_every_verdict_is_listed_when_asked_for():
    rows = reliability(Study(mobile(), ecsi_model(), resamples=0), every=True).table("verdicts").records()
    passing = next(row for row in rows if (row["criterion"], row["about"]) == ("rho_c", "Quality"))
    assert (passing["verdict"], passing["because"]) == ("passes", None)


def independent_latents() -> Result:
    """Answers that follow the model: two latents of three indicators each, loadings .8, correlation .3."""
    rng = np.random.default_rng(5)
    scores = rng.multivariate_normal([0, 0], [[1, 0.3], [0.3, 1]], size=2000)
    answers = np.repeat(0.8 * scores, 3, axis=1) + 0.6 * rng.standard_normal((2000, 6))
    names = [f"{latent}{j}" for latent in "ab" for j in (1, 2, 3)]
    latents = tuple(Latent(k, indicators=tuple(Indicator(i, i) for i in names if i[0] == k)) for k in "ab")
    model = Model(latents, inner=InnerModel((("a", "b"),)), target="b")
    return reliability(Study(survey_of(answers, names, Scale(-5, 5)), model, resamples=500))


def test_a_measurement_that_follows_its_model_holds_and_recovers_it():
    result = independent_latents()
    assert first_sentence(result).startswith("the measurement holds: every latent is measured reliably")
    assert result.table("verdicts").rows == ()
    row = result.tables[0].records()[0]
    assert row["omega"] == pytest.approx(3 * 0.64 / (3 * 0.64 + 0.36), abs=0.02)  # (sum of .8) squared over itself plus 3 x .36
    pair = result.table("htmt").records()[0]
    assert pair["lower"] < 0.3 < pair["upper"]


def test_intervals_hold_their_figures():
    for row in of_mobile(resamples=300).tables[0].records():
        for key in ("alpha", "omega", "rho_a", "rho_c", "ave"):
            if row["latent"] != "Complaints":
                assert row[f"{key}_lower"] < row[key] < row[f"{key}_upper"]


def test_alpha_has_its_interval_without_resamples():
    row = reliability(Study(ecsi_survey(), ecsi_model(), resamples=0)).tables[0].records()[0]
    assert row["alpha_lower"] < row["alpha"] < row["alpha_upper"]
    assert row["ave_lower"] == Blank("no_resamples")


def chain(blocks: dict[str, int]) -> tuple[np.ndarray, Model]:
    """200 answers of a chain of latents, correlation .6, with so many indicators each; their model."""
    rng = np.random.default_rng(1)
    scores = [rng.standard_normal(200)]
    for _ in range(len(blocks) - 1):
        scores.append(0.6 * scores[-1] + 0.8 * rng.standard_normal(200))
    columns = [
        score + 0.6 * rng.standard_normal(200) for score, size in zip(scores, blocks.values(), strict=True) for _ in range(size)
    ]
    names = {name: [f"{name.lower()}{j + 1}" for j in range(size)] for name, size in blocks.items()}
    latents = tuple(Latent(name, indicators=tuple(Indicator(i, i) for i in mine)) for name, mine in names.items())
    paths = tuple(zip(list(blocks)[:-1], list(blocks)[1:], strict=True))
    return np.clip(np.rint(5.5 + 1.5 * np.column_stack(columns)), 1, 10), Model(
        latents, InnerModel(paths), latents[-1].name, scale=Scale(1, 10)
    )


def judged(answers: np.ndarray, model: Model, resamples: int = 0) -> Result:
    names = [indicator.name for _, indicator in model.indicators]
    return reliability(Study(survey_of(answers, names), model, resamples=resamples))


def sentences(result: Result, language: str = "en") -> dict[str, str]:
    return {remark.key: remark_sentence(remark, language) for remark in result.remarks}


def test_nothing_is_claimed_of_latents_with_one_indicator_each():
    result = judged(*chain({"A": 1, "B": 1, "C": 1}))
    wanted = "whether the measurement holds cannot be told: measured by a single question, which has no reliability: A, B, C"
    assert first_sentence(result) == wanted
    assert first_sentence(result, "zh").startswith("无法判断测量是否成立")


def test_two_single_questions_have_a_correlation_and_no_htmt():
    row = judged(*chain({"A": 1, "B": 1})).table("htmt").records()[0]
    assert (row["htmt"], row["verdict"]) == (Blank("single_item"), Blank("single_item"))
    assert 0 < row["correlation"] < 1


def test_reliability_is_claimed_of_the_latents_that_have_one():
    said = first_sentence(judged(*chain({"A": 3, "B": 3, "C": 1})))
    assert said == (
        "the measurement holds: of the latents with several indicators, every one is measured reliably and can be told apart"
    )


def test_a_lone_latent_is_not_said_to_be_told_apart():
    assert first_sentence(judged(*chain({"A": 3}))) == "the measurement holds: every latent is measured reliably"


def test_an_indicator_that_others_determine_fails_its_vif_without_a_figure():
    answers, model = chain({"A": 3, "B": 3})
    answers[:, 1] = answers[:, 0]
    result = judged(answers, model)
    failing = [row for row in result.table("verdicts").records() if row["criterion"] == "outer_vif"]
    assert [(row["about"], row["value"], row["verdict"]) for row in failing] == [
        ("a1", Blank("singular"), "fails"),
        ("a2", Blank("singular"), "fails"),
    ]
    assert sentences(result)["outer_vif_fails"].startswith(
        'VIF of indicators fails in 2 of 5 (worst: "a1", which others determine entirely): the other indicators'
    )


def test_a_sum_of_its_fellows_is_determined_without_being_a_copy():
    answers, model = chain({"A": 3, "B": 3})
    answers[:, 2] = answers[:, 0] + answers[:, 1]
    answers = np.where(np.arange(6) < 3, answers / 2, answers)
    result = judged(answers, model)
    failing = [row["about"] for row in result.table("verdicts").records() if row["criterion"] == "outer_vif"]
    assert failing == ["a1", "a2", "a3"]
    assert "twins" not in sentences(result)


def test_copies_of_an_answer_are_named_and_qualify_what_holds():
    answers, model = chain({"A": 3, "B": 3})
    answers[:, 1] = answers[:, 0]
    result = judged(answers, model)
    assert sentences(result)["twins"] == '"a1" and "a2" are the same in all answers: leave one of them out'
    assert first_sentence(result).endswith("; but the same answers given twice (a1 = a2) make reliability look better than it is")


def test_an_answer_on_another_scale_is_no_copy():
    answers, model = chain({"A": 3, "B": 3})
    answers[:, 1] = answers[:, 0] / 2 + 1
    assert "twins" not in sentences(judged(answers, model))


def test_latents_that_can_be_told_apart_are_not_therefore_reliable():
    found = judgement([rule(ALPHA, ("A",), Blank("formative")), rule(HTMT, ("A", "B"), 0.4)], {}, ())
    assert (found.state, found.values) == ("unknown", {"formative": ("A",)})


def test_a_reversed_indicator_is_named_with_the_line_that_mends_it():
    answers, model = chain({"A": 3, "B": 3})
    answers[:, 4] = 11 - answers[:, 4]
    result = judged(answers, model)
    assert first_sentence(result) == (
        "the measurement does not hold: the indicators of B contradict one another, b2 running against the others and probably "
        'reversed (if so, write "reversed: true" in the model)'
    )
    assert "reversed: true" in first_sentence(result, "zh")


def test_a_reversed_indicator_is_told_where_reliability_survives_it():
    answers, model = chain({"A": 3, "B": 12})
    answers[:, 4] = 11 - answers[:, 4]
    result = judged(answers, model)
    assert sentences(result)["reversed_items"].startswith(
        "against the other indicators of its latent, so probably reversed: b2; if so, write"
    )


def test_a_p_value_stands_in_its_own_table_and_not_among_ratios():
    row = next(row for row in two_questions().table("criteria").records() if row["criterion"] == "bartlett")
    assert (row["worst"], row["threshold"], row["limit"]) == (None, None, None)
    said = sentences(two_questions())["bartlett_fails"]
    assert "p = " in said


def test_one_borderline_figure_is_told_in_the_singular():
    found = judgement([rule(ALPHA, ("A",), 0.65), rule(AVE, ("A",), 0.6)], {}, ())
    assert (found.state, found.borderline, found.tested) == ("barely", 1, 2)
    assert barely(1).en == "{borderline} of {tested} figures is borderline and none fails"


def two_questions() -> Result:
    """Ten respondents; of the five low on one question one is high on the other, and the reverse: r = .6."""
    first = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    second = [1, 1, 1, 1, 2, 2, 2, 2, 2, 1]
    return reliability(Study(survey_of(np.column_stack([first, second])), flat_model(["Q1", "Q2"]), resamples=0))


def test_a_block_of_two_has_r_and_spearman_brown_worked_by_hand():
    row = two_questions().tables[0].records()[0]
    assert row["r"] == pytest.approx(0.6)
    assert row["spearman_brown"] == pytest.approx(2 * 0.6 / 1.6)
    assert row["alpha"] == pytest.approx(0.75)
    assert row["ave"] == pytest.approx(0.8)  # the first eigenvalue of two, 1.6, over 2


def test_a_block_of_two_has_no_kmo_and_no_alpha_without_one():
    result = two_questions()
    assert cells(result, "factorability", "kmo") == [Blank("two_items")] * 2
    assert cells(result, "items", "alpha_if_dropped") == [Blank("two_items")] * 2


def test_a_lone_latent_has_nothing_to_be_told_apart_from():
    result = two_questions()
    assert result.table("htmt").rows == ()
    assert cells(result, "fornell_larcker", "verdict") == [Blank("only_latent")]


def test_a_single_question_has_no_reliability_and_never_one():
    result = reliability(Study(ecsi_survey(), ecsi_model(), resamples=0))
    row = next(row for row in result.tables[0].records() if row["latent"] == "Complaints")
    assert {value for key, value in row.items() if key not in ("latent", "indicators", "n")} == {Blank("single_item")}
    assert 1.0 not in next(row for row in result.table("items").rows if row[0] == "Complaints")


def formative_image() -> Result:
    model = ecsi_model()
    image = dataclasses.replace(model.latents[0], mode="B")
    study = Study(ecsi_survey(), dataclasses.replace(model, latents=(image, *model.latents[1:])), resamples=0)
    return reliability(study)


def test_a_formative_latent_is_judged_by_vif_and_weights():
    result = formative_image()
    row = result.tables[0].records()[0]
    assert row["alpha"] == row["ave"] == row["rho_a"] == Blank("formative")
    item = result.table("items").records()[0]
    assert item["outer_vif"] == pytest.approx(1.4684, abs=1e-3)
    assert item["outer_weight"] < 1
    assert "outer_weight" in result.table("items").shown
    assert result.table("htmt").records()[0]["htmt"] == Blank("formative")
    assert "formative_blocks" in [remark.key for remark in result.remarks]


def test_the_parts_of_a_higher_order_latent_stand_as_its_indicators():
    model = ecsi_model()
    leaves = model.latents[2].indicators
    parts = (Latent("Core", indicators=leaves[:3]), Latent("Service", indicators=leaves[3:]))
    quality = Latent("Quality", parts=parts, higher_order="two-stage")
    latents = (*model.latents[:2], quality, *model.latents[3:])
    result = reliability(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), resamples=100))
    rows = {row["latent"]: row for row in result.tables[0].records()}
    assert list(rows)[2:4] == ["Core", "Service"]
    assert rows["Quality"]["indicators"] == 2
    between = next(
        row["correlation"]
        for row in result.table("correlations").records()
        if row["latent_b"] == "Service" and row["latent_a"] == "Core"
    )
    assert rows["Quality"]["r"] == pytest.approx(between)
    assert rows["Quality"]["alpha"] == pytest.approx(2 * between / (1 + between))
    assert rows["Quality"]["ave_lower"] < rows["Quality"]["ave"] < rows["Quality"]["ave_upper"]


def of_second_order(parts: dict[str, slice]) -> Result:
    """The ECSI survey with Quality as a latent of these parts."""
    model = ecsi_model()
    leaves = model.latents[2].indicators
    made = tuple(Latent(name, indicators=leaves[items]) for name, items in parts.items())
    quality = Latent("Quality", parts=made, higher_order="two-stage")
    latents = (*model.latents[:2], quality, *model.latents[3:])
    return reliability(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), resamples=100))


CORE_AND_SERVICE = {"Core": slice(3), "Service": slice(3, None)}


def test_a_higher_order_latent_must_be_told_apart_from_the_others_by_the_scores_of_its_parts():
    result = of_second_order(CORE_AND_SERVICE)
    rows = {(row["latent_a"], row["latent_b"]): row for row in result.table("htmt").records()}
    others = [name for name in BLOCKS if name != "Quality"]
    assert [pair for pair in rows if pair[0] == "Quality"] == [("Quality", other) for other in others]
    # beside a single question: mean correlation of the parts' scores with it, over the root of that of the parts
    correlation = {pair: row["correlation"] for pair, row in rows.items()}
    between = (correlation["Core", "Complaints"] + correlation["Service", "Complaints"]) / 2
    row = rows["Quality", "Complaints"]
    assert row["htmt"] == pytest.approx(between / correlation["Core", "Service"] ** 0.5)
    assert row["lower"] < row["htmt"] < row["upper"]


def test_parts_of_one_latent_need_not_be_told_apart():
    result = of_second_order(CORE_AND_SERVICE)
    row = next(row for row in result.table("htmt").records() if (row["latent_a"], row["latent_b"]) == ("Core", "Service"))
    assert row["htmt"] > 0.9
    assert row["verdict"] == Blank("parts_of_one")
    assert ("Core", "Service") not in {(row["about"], row["with"]) for row in result.table("verdicts").records()}
    nearest = {row["latent"]: row["with"] for row in result.table("fornell_larcker").records()}
    assert nearest["Core"] not in ("Service", "Quality")


def test_the_root_of_ave_of_a_higher_order_latent_stands_beside_its_largest_correlation():
    result = of_second_order(CORE_AND_SERVICE)
    row = result.table("fornell_larcker").records()[-1]
    ave = result.tables[0].records()[-1]["ave"]
    largest = max(row["correlation"] for row in result.table("correlations").records() if row["latent_a"] == "Quality")
    assert (row["latent"], row["with"]) == ("Quality", "Satisfaction")
    assert (row["sqrt_ave"], row["largest_correlation"]) == (pytest.approx(ave**0.5), largest)


def test_an_indicator_without_spread_is_listed_with_the_reason():
    answers = np.array(ecsi_survey().answers)
    answers[:, 0] = 7
    result = reliability(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0))
    assert result.table("items").records()[0]["loading"] == Blank("constant")
    assert result.tables[0].records()[0]["indicators"] == 4


def test_indicators_that_repeat_each_other_have_no_kmo_and_say_why():
    answers = np.array(ecsi_survey().answers)
    answers[:, 1] = answers[:, 0]
    result = reliability(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0))
    whole = result.table("factorability").records()[0]
    assert whole["kmo"] == whole["p"] == Blank("singular")
    assert result.table("items").records()[0]["kmo"] == Blank("singular")


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0.9, "marvellous"),
        (0.85, "meritorious"),
        (0.7, "middling"),
        (0.6, "mediocre"),
        (0.5, "miserable"),
        (0.49, "unacceptable"),
    ],
)
def test_a_kmo_is_told_in_kaisers_words(value, word):
    assert kmo_word(value) == word


@pytest.mark.parametrize(
    ("criterion", "value", "verdict"),
    [
        (ALPHA, 0.70, "passes"),
        (ALPHA, 0.69, "borderline"),
        (ALPHA, 0.59, "fails"),
        (AVE, 0.50, "passes"),
        (AVE, 0.49, "fails"),
        (HTMT, 0.84, "passes"),
        (HTMT, 0.85, "borderline"),
        (HTMT, 0.90, "fails"),
    ],
)
def test_a_figure_passes_at_its_wish_and_fails_beyond_its_limit(criterion, value, verdict):
    assert rule(criterion, ("Quality",), value).verdict == verdict


def test_a_figure_may_bring_its_own_threshold():
    assert rule(FORNELL_LARCKER, ("Quality",), 0.8, 0.75).verdict == "fails"
    assert rule(FORNELL_LARCKER, ("Quality",), 0.7, 0.75).verdict == "passes"


def test_what_has_no_figure_has_no_verdict_either():
    assert rule(ALPHA, ("Complaints",), Blank("single_item")).verdict == Blank("single_item")
