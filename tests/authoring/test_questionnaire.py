"""A questionnaire workbook: what a person meets in it, and that its own model reads back."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from csi.authoring import questionnaire
from csi.errors import ModelFault, NothingToScore
from csi.model import Indicator, Latent, Model, Respondents, Scale
from csi.model.presets import PRESETS, preset_text
from csi.reading import open_survey
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model

WORDS = Scale(1, 3, {"好": 3, "中": 2, "差": 1, "很好": 3})
MODEL = Model(
    (
        Latent(
            "Quality",
            indicators=(
                Indicator("Speed", "P1", expectation="E1", importance="W1", question={"en": "Was it fast?", "zh": "快吗？"}),
                Indicator("Words", "P2", importance="W1", scale=WORDS),
                Indicator("Ratio", "P3", scale=Scale(0, 0.5)),
            ),
            label={"zh": "质量"},
        ),
    ),
    scale=Scale(1, 10),
    respondents=Respondents(id="ID", segments=("Region",), recommend="NPS"),
)


def opened(model=MODEL, language="en", **kwargs):
    return openpyxl.load_workbook(BytesIO(questionnaire(model, language, **kwargs)))


def checks(book):
    """What is checked in the first cell of each column."""
    answers = book.worksheets[0]
    letters = {cell.value: f"{cell.column_letter}2" for cell in answers[1]}
    rules = answers.data_validations.dataValidation
    return {name: rule for name, letter in letters.items() for rule in rules if letter in rule.sqref}


def preset(name):
    return parse_model(preset_text(name), f"preset {name}")


def test_the_sheets_are_named_in_the_language_asked_for():
    assert opened(language="en").sheetnames == ["Answers", "model", "Instructions"]
    assert opened(language="zh").sheetnames == ["答卷", "模型", "说明"]


def test_the_answers_begin_with_the_respondent_and_ask_expectations_first():
    header = [cell.value for cell in opened().worksheets[0][1]]
    assert header == ["ID", "Region", "E1", "P1", "P2", "P3", "W1", "NPS"]


def test_below_the_header_the_answers_are_empty():
    assert opened().worksheets[0].max_row == 1


def test_a_heading_carries_its_question_as_a_note():
    notes = {cell.value: cell.comment.text for cell in opened(language="zh").worksheets[0][1]}
    assert notes["P1"] == "快吗？"
    assert "快吗？" in notes["E1"]
    assert notes["E1"] != notes["P1"]


def test_an_importance_shared_by_indicators_asks_about_their_latent():
    notes = {cell.value: cell.comment.text for cell in opened(language="zh").worksheets[0][1]}
    assert "质量" in notes["W1"]


def test_a_numeric_scale_takes_whole_numbers_between_its_ends():
    rule = checks(opened())["P1"]
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1", "10")


def test_a_scale_of_fractions_takes_decimals():
    assert checks(opened())["P3"].type == "decimal"


def test_a_scale_of_words_offers_one_word_a_score_best_first():
    book = opened()
    sheet, _, cells = checks(book)["P2"].formula1.replace("'", "").partition("!")
    offered = [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]
    assert offered == ["好", "中", "差"]


def test_codes_for_no_answer_can_be_chosen_too():
    book = opened(Model((Latent("A", indicators=(Indicator("x", "x", scale=Scale(1, 3)),)),), missing=("98", "不清楚")))
    sheet, _, cells = checks(book)["x"].formula1.replace("'", "").partition("!")
    assert [cell.value for (cell,) in book[sheet][cells.replace("$", "")]] == [1, 2, 3, 98, "不清楚"]


def test_codes_can_be_chosen_below_the_words():
    book = opened(Model((Latent("A", indicators=(Indicator("x", "x", scale=WORDS),)),), missing=("不清楚",)))
    sheet, _, cells = checks(book)["x"].formula1.replace("'", "").partition("!")
    assert [cell.value for (cell,) in book[sheet][cells.replace("$", "")]] == ["好", "中", "差", "不清楚"]


def test_a_column_that_is_expected_of_one_and_experienced_of_another_is_asked_as_experienced():
    pair = Indicator("before", "Q1", question={"en": "Hoped?"}), Indicator("after", "Q2", expectation="Q1")
    asked = opened(Model((Latent("A", indicators=pair),))).worksheets[0]
    assert [(cell.value, cell.comment.text) for cell in asked[1]] == [("Q1", "Hoped?"), ("Q2", "after")]


def test_as_many_rows_are_checked_as_were_asked_for():
    assert str(checks(opened(rows=20))["P1"].sqref) == "D2:D21"


def test_no_question_is_too_long_for_a_message_at_the_cell():
    long = Indicator("x", "x" * 100, question={"en": "Really? " * 100})
    rule = checks(opened(Model((Latent("A", indicators=(long,)),), scale=Scale(1, 5))))["x" * 100]
    assert (len(rule.prompt) <= 255, len(rule.promptTitle) <= 32) == (True, True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_questionnaire_nobody_filled_in_has_nothing_to_score(language, tmp_path):
    path = tmp_path / "empty.xlsx"
    path.write_bytes(questionnaire(preset("servqual"), language))
    with pytest.raises(NothingToScore):
        open_survey(path)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_filled_questionnaire_is_read_as_it_is(language, tmp_path):
    path = tmp_path / "filled.xlsx"
    book = opened(preset("retail-staff"), language)
    width = book.worksheets[0].max_column
    book.worksheets[0].append(["R1", "东店", *["很满意"] * (width - 4), "可能会", 9])
    book.save(path)
    survey, model = open_survey(path)
    assert (survey.respondents, model) == (1, dataclasses.replace(preset("retail-staff"), language=language))
    assert (survey.answered("A1")[0], survey.answered("G3")[0], survey.numbers["推荐"][0]) == (5, 4, 9)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PRESETS)
def test_the_model_sheet_of_every_preset_reads_back(name, language):
    rows = opened(preset(name), language).worksheets[1].iter_rows(values_only=True)
    assert model_from_rows(list(rows), "sheet") == dataclasses.replace(preset(name), language=language)


@pytest.mark.parametrize(("name", "said"), [("ecsi", True), ("servqual", False)])
def test_only_a_pls_questionnaire_warns_of_random_answers(name, said):
    text = "\n".join(str(cell.value) for row in opened(preset(name)).worksheets[2] for cell in row if cell.value)
    assert ("random answers" in text) is said


def test_the_instructions_hold_every_question_and_the_command():
    text = "\n".join(str(cell.value) for row in opened().worksheets[2] for cell in row if cell.value)
    assert "Was it fast?" in text
    assert "csi score" in text


def test_survey_text_that_looks_like_a_formula_stays_text():
    cell = opened(Model((Latent("A", indicators=(Indicator("x", "=1+1"),)),))).worksheets[0]["A1"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_same_model_gives_the_same_bytes():
    assert questionnaire(MODEL, "zh") == questionnaire(MODEL, "zh")


def test_the_file_does_not_carry_the_hour_it_was_made():
    properties = opened().properties
    assert (properties.created, properties.modified) == (datetime(2026, 1, 1), datetime(2026, 1, 1))


def test_a_model_that_names_columns_by_letter_is_refused():
    with pytest.raises(ModelFault, match="by letter"):
        questionnaire(Model((Latent("A", indicators=(Indicator("x", "$C"),)),)), "en")
