"""Tables of answer counts stand in place of respondents."""

import numpy as np
import pytest

from csi.assembler import run
from csi.errors import MissingRole, NothingToScore
from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.reading import open_survey
from csi.reading.cells import Cells
from csi.reading.grid import read_cells
from csi.study import Study

from ..nasty import make
from .made_cells import model

ZH = [["题目", "很满意", "满意", "一般", "不满意", "很不满意"], ["态度", 40, 30, 15, 10, 5], ["速度", 20, 30, 30, 15, 5]]
MODEL = model({"服务": ["态度", "速度"]}, Scale(1, 5))


def read(rows: list[list[object]]) -> Cells:
    return read_cells(make.workbook({"S": rows}))


def text(*lines: str) -> Cells:
    return read_cells("\n".join(lines).encode())


def saved(tmp_path, rows):
    return make.saved(tmp_path, "counts.xlsx", make.workbook({"S": rows}))


def keys(cells: Cells) -> list[str]:
    return [finding.key for finding in cells.findings]


def counts(cells: Cells, column: int) -> dict[object, int]:
    given = [value for value in cells.columns[column] if value is not None]
    return {answer: given.count(answer) for answer in given}


def test_questions_become_columns_and_counts_become_answers():
    cells = read(ZH)
    assert (cells.header, cells.origin.holds) == (("态度", "速度"), "counts")
    assert counts(cells, 0) == {"很满意": 40, "满意": 30, "一般": 15, "不满意": 10, "很不满意": 5}


def test_every_answer_has_the_address_of_its_count():
    assert read(ZH).address(1, 0) == "S!B3"


def test_the_mean_of_a_question_is_that_of_its_counts(tmp_path):
    survey, _ = open_survey(saved(tmp_path, ZH), MODEL)
    assert np.nanmean(survey.answered("速度")) == (20 * 5 + 30 * 4 + 30 * 3 + 15 * 2 + 5) / 100


def test_titles_totals_and_notes_are_no_questions_and_are_said():
    cells = read([["满意度汇总"], [], *ZH, ["合计", 60, 60, 45, 25, 10], ["注：仅含有效问卷"]])
    assert cells.header == ("态度", "速度")
    assert next(one for one in cells.findings if one.key == "rows_without_counts").values["rows"] == "6, 7"


def test_answers_of_no_opinion_are_counted_as_no_answers(tmp_path):
    rows = [[*ZH[0], "不清楚"], [*ZH[1], 7], [*ZH[2], 0]]
    survey, _ = open_survey(saved(tmp_path, rows), MODEL)
    assert int(np.isnan(survey.answered("态度")).sum()) == 7


def test_counts_and_shares_side_by_side_are_read_by_the_counts():
    head, units = ["", "满意", "", "一般", "", "不满意", ""], ["题目", *["人数", "比例"] * 3]
    cells = read([head, units, ["态度", 8, 0.8, 1, 0.1, 1, 0.1], ["速度", 4, 0.4, 4, 0.4, 2, 0.2]])
    assert counts(cells, 1) == {"满意": 4, "一般": 4, "不满意": 2}


def test_shares_in_brackets_behind_the_counts_are_passed_over():
    cells = text("Question,Poor,Fair,Good", "Staff,3 (15%),7 (35%),10 (50%)", "Price,5 (25%),5 (25%),10 (50%)")
    assert counts(cells, 0) == {"Poor": 3, "Fair": 7, "Good": 10}


def test_shares_with_a_base_become_counts_that_sum_to_it():
    cells = text("Question,n,Poor,Fair,Good", "Staff,30,33.3%,33.3%,33.4%", "Price,28,10%,20%,70%")
    assert [sum(counts(cells, column).values()) for column in (0, 1)] == [30, 28]
    assert "shares_read" in keys(cells)


def test_shares_without_a_base_are_refused_with_what_is_missing():
    refused = make.refusal(text, "Question,Poor,Fair,Good", "Staff,33.3%,33.3%,33.4%")
    assert isinstance(refused, NothingToScore)
    assert "column n" in refused.remedy.en


def test_counts_that_all_sum_to_a_hundred_may_be_percentages_and_that_is_said():
    assert "counts_of_hundred" in keys(read(ZH))


def test_counts_that_contradict_their_base_are_said():
    cells = text("Question,n,Poor,Fair,Good", "Staff,40,5,10,20", "Price,35,5,10,20")
    assert next(one for one in cells.findings if one.key == "base_disagrees").values["questions"] == ("Staff",)


def test_numbers_head_the_columns_too_when_the_counts_are_too_large_for_answers():
    assert text("Item,1,2,3,4,5", "Staff,5,10,20,40,25", "Price,10,20,30,20,20").origin.holds == "counts"


@pytest.mark.parametrize(
    "rows",
    [
        [["ID", 1, 2, 3, 4], *[[f"r{row}", 5, 4, 3, 2] for row in range(5)]],
        [["Name", "Poor", "Fair", "Good"], ["Ann", 0, 1, 0], ["Bob", 1, 0, 0]],
        [["Name", "Good", "Speed"], ["Ann", 5, 4], ["Bob", 3, 2]],
    ],
)
def test_respondents_are_not_taken_for_counts(rows):
    assert read(rows).origin.holds == "respondents"


def test_questions_answered_by_fewer_keep_their_own_number(tmp_path):
    survey, _ = open_survey(saved(tmp_path, [ZH[0], ZH[1], ["速度", 10, 15, 15, 8, 2]]), MODEL)
    study = Study(survey, MODEL, resamples=0)
    assert [row["n"] for row in run("score", study).tables[1].records()] == [100, 50]


def test_a_latents_interval_is_the_widest_that_the_counts_allow(tmp_path):
    survey, _ = open_survey(saved(tmp_path, ZH), MODEL)
    study = Study(survey, MODEL)
    table = run("score", study).tables
    latent, items = table[0].records()[0]["standard_error"], [row["standard_error"] for row in table[1].records()]
    assert 0.9 * np.mean(items) < latent < 1.02 * np.mean(items)  # as if one answer told the other


def test_answers_stand_in_the_order_of_their_worth_though_the_columns_do_not(tmp_path):
    mixed = [["题目", "一般", "很满意", "不满意", "满意", "很不满意"], ["态度", 15, 40, 10, 30, 5], ["速度", 30, 20, 15, 30, 5]]
    survey, _ = open_survey(saved(tmp_path, mixed), MODEL)
    assert all(np.diff(column[~np.isnan(column)]).min() >= 0 for column in survey.answers.T)


def test_nothing_is_said_of_how_respondents_went_about_it_where_there_are_none(tmp_path):
    survey, _ = open_survey(saved(tmp_path, [ZH[0], ZH[1], ["速度", 10, 15, 10, 3, 2]]), MODEL)
    assert {one.key for one in survey.findings} == {"counts_read", "labels_read"}


def test_pls_says_that_it_needs_respondents(tmp_path):
    paths = model({"A": ["态度"], "B": ["速度"]}, Scale(1, 5), inner=InnerModel((("A", "B"),)))
    survey, _ = open_survey(saved(tmp_path, ZH), paths)
    with pytest.raises(MissingRole, match="need respondents"):
        Study(survey, paths)


def test_leaving_out_incomplete_respondents_says_that_it_needs_them(tmp_path):
    survey, _ = open_survey(saved(tmp_path, ZH), MODEL)
    with pytest.raises(MissingRole, match="left out what"):
        Study(survey, MODEL, missing="listwise")


def test_gaps_say_that_they_need_respondents(tmp_path):
    rows = [ZH[0], *[[name, *ZH[1][1:]] for name in ("态度", "态度（期望）")]]
    paired = Model((Latent("服务", indicators=(Indicator("态度", "态度", expectation="态度（期望）"),)),), scale=Scale(1, 5))
    survey, _ = open_survey(saved(tmp_path, rows), paired)
    with pytest.raises(MissingRole, match="counts of answers"):
        run("gap", Study(survey, paired))
