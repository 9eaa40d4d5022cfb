"""What a model says of expectations, priorities and promises: in a file, on a sheet, and in the answers."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from csi.analyses.missing_roles import ABSENT, remedy
from csi.errors import ModelFault, UnknownColumn
from csi.model import Indicator, Latent, Model, Respondents, Role, Scale
from csi.reading.answers.decode import decode
from csi.reading.checking.column_table import Checked, column_table
from csi.reading.checking.principles import principles
from csi.reading.guessing.classify import classify
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model
from csi.terms import Text

from .made_cells import cells, finding, keys

FULL = """\
latents:
  Service:
    points: PTS
    expectation_dimension: quality
    indicators:
      - {column: Q1, expectation: E1, minimum: M1, give_up: G1, asked: A1, asked_less: yes, standard: 20, feasible: no, company: 4.5, benchmark: 72,
         cost: 1200, ceiling: 90, promised: P1, heard: H1, vip_only: yes, experience_dimension: feel,
         belief: B1, service_standard: S1, delivery: D1, promise: PR1}
      - {column: Q2, benchmark: Q2 of theirs, expectation_dimension: price}
respondents: {tier: Tier, promises: Made, kept: Kept, disconfirmation: DIS}
"""


def leaf_of(model: Model) -> Indicator:
    return model.indicators[0][1]


def asking(**said) -> Model:
    return Model((Latent("Service", indicators=(Indicator("Q1", "Q1", **said),)),), scale=Scale(1, 5))


def test_a_model_file_says_all_of_an_expectation():
    leaf = leaf_of(parse_model(FULL, "m.yaml"))
    assert (leaf.minimum, leaf.give_up, leaf.asked, leaf.standard, leaf.feasible) == ("M1", "G1", "A1", 20, False)
    assert leaf.asked_less is True
    assert (leaf.company, leaf.benchmark, leaf.cost, leaf.ceiling, leaf.vip_only) == (4.5, 72, 1200, 90, True)
    assert (leaf.belief, leaf.service_standard, leaf.delivery, leaf.promise) == ("B1", "S1", "D1", "PR1")


@pytest.mark.parametrize("said", ["cost: -1", "ceiling: 120", "expectation: Q1"])
def test_a_fault_of_an_indicator_names_it_and_its_column(said):
    with pytest.raises(ModelFault) as refusal:
        parse_model(f"latents: {{A: [{{name: Speed, column: Q1, {said}}}]}}", "m.yaml")
    assert 'indicator "Speed" (column "Q1")' in refusal.value.reason.en


def test_a_benchmark_that_is_no_number_is_a_column():
    assert parse_model(FULL, "m.yaml").indicators[1][1].benchmark == "Q2 of theirs"


@pytest.mark.parametrize(("written", "read"), [("12", 12.0), ("{column: 12}", "12"), ("1_2", "1_2"), ("{number: 3}", 3.0)])
def test_a_column_named_like_a_number_needs_its_key(written, read):
    assert leaf_of(parse_model(f"latents: {{A: [{{column: Q1, benchmark: {written}}}]}}", "m")).benchmark == read


def test_a_dimension_of_a_latent_goes_to_all_indicators_without_their_own():
    leaves = [leaf for _, leaf in parse_model(FULL, "m.yaml").indicators]
    assert [leaf.expectation_dimension for leaf in leaves] == ["quality", "price"]


def test_columns_may_stand_side_by_side_with_the_indicators():
    model = parse_model("latents: {A: {indicators: [Q1..Q3], minimum: [M1..M3], heard: [H1..H3]}}", "m")
    assert [(leaf.minimum, leaf.heard) for _, leaf in model.indicators] == [("M1", "H1"), ("M2", "H2"), ("M3", "H3")]


def test_respondents_have_a_tier_and_promises():
    model = parse_model(FULL, "m.yaml")
    assert model.respondents == Respondents(tier="Tier", promises="Made", kept="Kept", disconfirmation="DIS")
    assert model.latents[0].points == "PTS"


@pytest.mark.parametrize(("said", "told"), [("cost: -1", "cost"), ("ceiling: 120", "ceiling"), ("standard: high", "number")])
def test_a_number_without_meaning_is_refused_at_its_line(said, told):
    with pytest.raises(ModelFault, match=told) as caught:
        parse_model(f"latents:\n  A:\n    - {{column: Q1, {said}}}", "m.yaml")
    assert "m.yaml:3" in str(caught.value.where.en)


def test_a_model_sheet_has_a_column_for_each_in_either_language():
    english = ["latent", "column", "minimum", "give_up", "standard", "feasible", "benchmark", "points"]
    chinese = ["潜变量", "列", "最低可接受列", "可放弃列", "行业标准", "可行", "标杆", "分值列"]
    row = ["Service", "Q1", "M1", "G1", 20.0, "否", 7.5, "PTS"]
    models = [model_from_rows([head, row], "s") for head in (english, chinese)]
    assert models[0] == models[1]
    leaf = leaf_of(models[0])
    assert (leaf.minimum, leaf.give_up, leaf.standard, leaf.feasible, leaf.benchmark) == ("M1", "G1", 20, False, 7.5)
    assert models[0].latents[0].points == "PTS"


YES_AND_NO = {
    "en": ("Yes", "No"),
    "zh": ("是", "否"),
    "es": ("Sí", "No"),
    "pt": ("Sim", "Não"),
    "fr": ("Oui", "Non"),
    "de": ("Ja", "Nein"),
    "id": ("Ya", "Tidak"),
    "ja": ("はい", "いいえ"),
    "ko": ("예", "아니오"),
    "ticks": ("√", "×"),
    "own words": ("愿意", "不愿意"),
    "booleans": ("TRUE", "FALSE"),
}


@pytest.mark.parametrize("language", YES_AND_NO)
def test_yes_and_no_are_one_and_nought_in_every_language(language):
    yes, no = YES_AND_NO[language]
    survey = decode(cells({"Q1": [5, 4, 3], "G1": [yes, no, None]}), asking(give_up="G1"))
    assert_array_equal(survey.numbers["G1"], [1, 0, np.nan])
    assert keys(survey) == []


def test_codes_one_and_two_are_yes_and_no_and_it_is_said():
    survey = decode(cells({"Q1": [5, 4, 3], "G1": [1, 2, 2]}), asking(give_up="G1"))
    assert_array_equal(survey.numbers["G1"], [1, 0, 0])
    assert finding(survey, "yes_is_one").values["columns"] == ("G1",)


def test_what_is_neither_yes_nor_no_is_missing_with_its_cell():
    survey = decode(cells({"Q1": [5, 4, 3], "G1": ["yes", "sometimes", 7]}), asking(give_up="G1"))
    assert_array_equal(survey.numbers["G1"], [1, np.nan, np.nan])
    assert finding(survey, "not_yes_or_no").values["cells"] == ("Responses!B3", "Responses!B4")


def test_a_least_acceptable_level_has_the_scale_and_the_direction_of_its_indicator():
    model = asking(minimum="M1", reversed=True)
    survey = decode(cells({"Q1": [5, 4], "M1": [2, 9]}), model)
    assert_array_equal(survey.answered("M1"), [4, np.nan])
    assert finding(survey, "out_of_range").place == "Responses!B3"


def test_a_level_asked_for_is_a_number_of_any_size():
    survey = decode(cells({"Q1": [5, 4], "A1": [20, 45.5]}), asking(asked="A1"))
    assert_array_equal(survey.numbers["A1"], [20, 45.5])


def test_a_level_asked_for_may_be_in_words_of_the_indicators_scale():
    words = ["very satisfied", "satisfied", "neutral", "dissatisfied", "very dissatisfied"]
    survey = decode(cells({"Q1": words, "A1": [words[0], words[2], "soon", None, words[4]]}), asking(asked="A1"))
    assert_array_equal(survey.numbers["A1"], [5, 3, np.nan, np.nan, 1])
    assert finding(survey, "not_a_number").count == 1


def test_worse_than_expected_is_read_as_an_answer():
    words = ["worse than expected", "as expected", "better than expected"]
    model = dataclasses.replace(asking(), respondents=Respondents(disconfirmation="D", tier="T", promises="M", kept="K"))
    survey = decode(cells({"Q1": [5, 4, 3], "D": words, "T": ["vip", "", "x"], "M": [1, 2, 0], "K": [1, 0, 0]}), model)
    assert_array_equal(survey.answered("D"), [2, 3, 4])  # of the five steps that the words belong to
    assert survey.labels["T"] == ("vip", None, "x")
    assert_array_equal(survey.numbers["M"] - survey.numbers["K"], [0, 2, 0])


def test_an_unknown_column_is_told_with_what_it_is_for():
    with pytest.raises(UnknownColumn, match="give_up of Service"):
        decode(cells({"Q1": [5, 4]}), asking(give_up="G1"))


def test_a_column_is_not_yes_and_no_here_and_a_number_there():
    with pytest.raises(ModelFault, match="yes or no"):
        decode(cells({"Q1": [5, 4], "G1": [1, 0]}), asking(give_up="G1", asked="G1"))


@pytest.mark.parametrize("role", Role)
def test_every_role_says_what_is_absent_and_how_to_say_it(role):
    assert ABSENT[role].zh
    assert remedy(role, asking()).en


@pytest.mark.parametrize("role", [Role.MINIMUM, Role.FEASIBLE, Role.POINTS, Role.TIER, Role.BENCHMARK, Role.DISCONFIRMATION])
def test_a_model_has_the_roles_that_it_names(role):
    assert parse_model(FULL, "m.yaml").has(role)
    assert not asking().has(role)


def test_an_indicator_with_a_benchmark_is_comparable():
    survey = decode(cells({"Q1": [5, 4, 3, 2, 1] * 8}), asking(benchmark=72.0))
    [row] = principles(asking(benchmark=72.0), survey).records()
    assert (row["comparable"], row["comparable_because"]) == ("passes", "benchmark")


def test_the_check_counts_what_could_not_be_read_as_yes_or_no():
    answers = {"Q1": [5, 4, 3, 2] * 10, "G1": ["yes", "no", "perhaps", None] * 10}
    given = cells(answers)
    model = asking(give_up="G1")
    checked = Checked(classify(given), model, decode(given, model))
    [row] = [row for row in column_table(checked, Text("", "")).records() if row["column"] == "G1"]
    assert (row["read_as"], row["latent"], row["answered"], row["missing"], row["unread"]) == ("give_up", "Service", 20, 10, 10)
