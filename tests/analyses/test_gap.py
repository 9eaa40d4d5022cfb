import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.errors import MissingRole, UsageFault
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.results import Blank
from csi.study import Study

from ..reference import ITEMS, reference
from ..surveys import ecsi_model, ecsi_survey, flat_model, paired_model, survey_of

gap = load("gap")


def test_four_respondents_by_hand():
    # experience 8 6 7 5, expectation 9 9 7 6: differences -1 -3 0 -1, mean -1.25, s 1.258306, t = -1.25 / (1.258306/2)
    survey = survey_of([[8, 9], [6, 9], [7, 7], [5, 6]], ["p", "e"])
    row = gap(Study(survey, paired_model([("p", "e")]), resamples=0)).table("gaps").records()[0]
    assert (row["experience"], row["expectation"], row["gap"]) == (6.5, 7.75, -1.25)
    assert row["gap_index"] == pytest.approx(-1.25 / 9 * 100)
    assert row["t"] == pytest.approx(-1.986799, abs=1e-6)
    assert row["p"] == pytest.approx(0.141122, abs=1e-6)
    assert row["verdict"] == "meets"


def test_the_paired_gap_of_the_ecsi_survey_equals_the_worked_case():
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    survey = survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)
    row = gap(Study(survey, paired_model([("PERQ1", "CUEX1")]), resamples=0)).table("gaps").records()[0]
    assert row["gap"] == pytest.approx(0.3640, abs=1e-10)
    assert row["t"] == pytest.approx(3.3165, abs=1e-4)
    assert row["p"] == pytest.approx(0.00105, abs=1e-5)


def test_a_gap_counts_only_respondents_who_answered_both_sides():
    survey = survey_of([[8, 9], [np.nan, 1], [6, 9], [1, np.nan]], ["p", "e"])
    row = gap(Study(survey, paired_model([("p", "e")]), resamples=0)).table("gaps").records()[0]
    assert (row["n"], row["experience"], row["expectation"], row["gap"]) == (2, 7, 9, -2)


# Hospital patients, n = 386, five dimensions on 1-5 (PMC6131925, table 2): means and the errors that its 95 % intervals imply
HOSPITAL = {
    "tangibles": (4.44, 4.19, 0.055), "reliability": (4.49, 4.36, 0.05), "responsiveness": (4.48, 4.35, 0.055),
    "assurance": (4.50, 4.32, 0.05), "empathy": (4.56, 4.40, 0.05),
}  # fmt: skip


def hospital(weights: tuple[float, ...] | None = None) -> tuple[object, Model]:
    rng = np.random.default_rng(3)
    columns, names, latents = [], [], []
    for number, (dimension, (expected, perceived, half)) in enumerate(HOSPITAL.items()):
        noise = rng.standard_normal(386)
        noise = (noise - noise.mean()) / noise.std(ddof=1)
        expectation = np.full(386, expected)
        columns += [expectation + (perceived - expected) + noise * half / 1.966 * np.sqrt(386), expectation]
        names += [f"P{number}", f"E{number}"]
        leaf = Indicator(dimension, f"P{number}", expectation=f"E{number}")
        latents.append(Latent(dimension, indicators=(leaf,), weight=None if weights is None else weights[number]))
    return survey_of(np.column_stack(columns), names, Scale(1, 5)), Model(tuple(latents))


def test_the_servqual_gaps_of_the_hospital_case_and_their_t():
    survey, model = hospital()
    result = gap(Study(survey, model, resamples=0))
    assert_allclose(result.table("gaps").column("gap"), [-0.25, -0.13, -0.13, -0.18, -0.16], atol=1e-9)
    assert_allclose(result.table("gaps").column("t"), [-8.9, -5.1, -4.7, -7.1, -6.3], atol=0.06)
    assert set(result.table("gaps").column("verdict")) == {"below"}


def test_the_overall_servqual_gap_is_the_mean_of_the_dimensions():
    survey, model = hospital()
    assert gap(Study(survey, model, resamples=0)).headline.value * 4 / 100 == pytest.approx(-0.17)


def test_the_weighted_servqual_gap_uses_the_hundred_points():
    survey, model = hospital((10, 30, 25, 20, 15))
    assert gap(Study(survey, model, resamples=0)).headline.value * 4 / 100 == pytest.approx(-0.1565)


def two_pairs() -> object:
    rng = np.random.default_rng(8)
    base = rng.integers(2, 8, (120, 1))
    return survey_of(base + rng.integers(-1, 3, (120, 4)), ["p1", "e1", "p2", "e2"])


def test_holm_corrects_over_the_rows_of_the_table():
    rows = gap(Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0)).table("gaps").records()
    small, large = sorted(rows, key=lambda row: row["p"])
    assert small["p_adjusted"] == pytest.approx(min(1, 2 * small["p"]))
    assert large["p_adjusted"] == pytest.approx(min(1, max(large["p"], 2 * small["p"])))


def test_the_gap_of_a_latent_is_the_paired_t_of_its_respondents_means():
    survey = two_pairs()
    row = gap(Study(survey, paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0)).table("latents").records()[0]
    d = (survey.answers[:, [0, 2]] - survey.answers[:, [1, 3]]).mean(axis=1)
    assert row["t"] == pytest.approx(d.mean() / (d.std(ddof=1) / np.sqrt(120)))
    assert row["gap_index"] == pytest.approx(d.mean() / 9 * 100)


def test_the_interval_of_a_gap_is_that_of_the_paired_differences():
    row = gap(Study(two_pairs(), paired_model([("p1", "e1"), ("p2", "e2")]), resamples=4000)).table("gaps").records()[0]
    survey = two_pairs()
    error = (survey.answers[:, 0] - survey.answers[:, 1]).std() / np.sqrt(120) / 9 * 100
    assert row["standard_error"] == pytest.approx(error, rel=0.05)
    assert row["lower"] < row["gap_index"] < row["upper"]


def test_gaps_of_the_same_size_for_everybody_have_no_test():
    survey = survey_of([[8, 9], [6, 7], [7, 8]], ["p", "e"])
    row = gap(Study(survey, paired_model([("p", "e")]), resamples=0)).table("gaps").records()[0]
    assert (row["gap"], row["t"], row["verdict"]) == (-1, Blank("no_spread"), "below")


def test_a_pair_that_nobody_answered_whole_is_blank_with_its_reason():
    survey = survey_of([[8, np.nan, 7, 7], [6, np.nan, 5, 6]], ["p1", "e1", "p2", "e2"])
    rows = gap(Study(survey, paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0)).table("gaps").records()
    assert [row["indicator"] for row in rows] == ["p2", "p1"]
    assert rows[1]["gap_index"] == Blank("no_pairs")


def test_small_gaps_are_left_out_when_asked_and_a_remark_counts_them():
    survey = survey_of([[8, 9, 5, 9], [6, 6, 4, 9], [7, 7, 5, 8]], ["p1", "e1", "p2", "e2"])
    result = gap(Study(survey, paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0), at_least=20)
    assert result.table("gaps").column("indicator") == ("p2",)
    assert "small_gaps_hidden" in [remark.key for remark in result.remarks]


def test_case_weights_of_whole_numbers_move_the_gap_like_repeated_respondents():
    answers = [[8, 9], [6, 9], [7, 7], [5, 6]]
    counts = np.array([1, 3, 2, 1])
    weighted = survey_of(answers, ["p", "e"], numbers={"w": counts.astype(float)})
    repeated = survey_of(np.repeat(answers, counts, axis=0), ["p", "e"])
    model = paired_model([("p", "e")])
    one = gap(Study(weighted, paired_model([("p", "e")], respondents=Respondents(case_weight="w")), resamples=0))
    assert one.headline.value == pytest.approx(gap(Study(repeated, model, resamples=0)).headline.value)


def test_the_weighted_t_is_on_the_linearised_error():
    answers = np.array([[8, 9], [6, 9], [7, 7], [5, 6]], dtype=float)
    v = np.array([1.0, 3, 2, 1]) / 1.75
    d = answers[:, 0] - answers[:, 1]
    mean = (v * d).sum() / v.sum()
    error = np.sqrt(4 / 3 * ((v * (d - mean)) ** 2).sum()) / v.sum()
    survey = survey_of(answers, ["p", "e"], numbers={"w": np.array([1.0, 3, 2, 1])})
    row = (
        gap(Study(survey, paired_model([("p", "e")], respondents=Respondents(case_weight="w")), resamples=0))
        .table("gaps")
        .records()[0]
    )
    assert row["t"] == pytest.approx(mean / error)


def test_gaps_in_an_ecsi_model_weigh_by_the_pls_shares_of_the_experience_side():
    model = ecsi_model()
    leaves = tuple(
        Indicator(i.name, i.column, expectation=e)
        for i, e in zip(model.latents[2].indicators[:2], ["CUEX1", "CUEX2"], strict=True)
    )
    latents = tuple(
        dataclasses.replace(x, indicators=(*leaves, *x.indicators[2:])) if x.name == "Quality" else x for x in model.latents
    )
    result = gap(Study(ecsi_survey(), dataclasses.replace(model, latents=latents), resamples=0))
    gaps, row = result.table("gaps").column("gap_index"), result.table("latents").records()[0]
    expected = (0.18872 * gaps[0] + 0.09630 * gaps[1]) / (0.18872 + 0.09630)
    assert row["gap_index"] == pytest.approx(expected, abs=1e-3)


def test_a_model_without_expectations_says_what_is_missing():
    with pytest.raises(MissingRole, match="expectation"):
        gap(Study(survey_of([[1], [2], [3]]), flat_model(["Q1"])))


def test_sides_on_different_scales_have_a_gap_in_points_only():
    survey = survey_of([[5, 10], [3, 8], [4, 10]], ["p", "e"])
    object.__setattr__(survey, "scales", (Scale(1, 5), Scale(1, 10)))
    row = gap(Study(survey, paired_model([("p", "e")]), resamples=0)).table("gaps").records()[0]
    assert row["gap"] == Blank("not_applicable")
    assert row["gap_index"] == pytest.approx(75 - 100 * (28 / 3 - 1) / 9)


def test_the_worst_gap_is_counted_among_all_indicators_however_few_are_shown():
    survey = survey_of([[8, 9, 5, 9], [6, 6, 4, 9], [7, 7, 5, 8], [7, 7, 5, 9]] * 5, ["p1", "e1", "p2", "e2"])
    result = gap(Study(survey, paired_model([("p1", "e1"), ("p2", "e2")]), resamples=0), at_least=20)
    said = result.answer
    assert said.values["rows"] == 2


def test_gaps_that_carry_no_weight_have_no_headline():
    values = [[7, 5, a, b] for a, b in zip((3, 5, 8, 4) * 6, (4, 5, 9, 3) * 6, strict=True)]
    latents = (
        Latent("A", indicators=(Indicator("x", "x", expectation="e"), Indicator("y", "y"))),
        Latent("B", indicators=(Indicator("z", "z"),)),
    )
    model = Model(latents, InnerModel((("A", "B"),)), "B", scale=Scale(1, 10))
    result = gap(Study(survey_of(values, ["x", "e", "y", "z"]), model, resamples=0))
    assert result.headline.value == Blank("no_weight")
    assert result.table("latents").column("gap_index") == (Blank("no_weight"),)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_a_smallest_gap_that_is_no_number_is_refused(wrong):
    with pytest.raises(UsageFault):
        gap(Study(two_pairs(), paired_model([("p1", "e1")]), resamples=0), at_least=wrong)


def test_the_overall_gap_is_tested_alone_beside_the_family_of_latents():
    latents = tuple(
        Latent(name, indicators=(Indicator(p, p, expectation=e),)) for name, p, e in (("A", "p1", "e1"), ("B", "p2", "e2"))
    )
    rows = gap(Study(two_pairs(), Model(latents, scale=Scale(1, 10)), resamples=0)).table("latents").records()
    assert rows[2]["latent"] == "overall"
    assert rows[2]["p_adjusted"] == rows[2]["p"]
    assert max(row["p_adjusted"] / row["p"] for row in rows[:2]) == pytest.approx(2)


def test_a_latent_whose_only_pair_has_a_negative_weight_has_no_gap():
    answers = np.array(ecsi_survey().answers)
    answers[:, 0] = 11 - answers[:, 0]
    model = ecsi_model()
    paired = dataclasses.replace(model.latents[0].indicators[0], expectation="CUEX1")
    image = dataclasses.replace(model.latents[0], indicators=(paired, *model.latents[0].indicators[1:]))
    model = dataclasses.replace(model, latents=(image, *model.latents[1:]))
    result = gap(Study(survey_of(answers, ITEMS), model, resamples=0))
    assert result.headline.value == Blank("negative_weight")
    assert result.table("latents").column("gap_index") == (Blank("negative_weight"),)
