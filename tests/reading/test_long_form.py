"""One answer a row becomes one respondent a row."""

import pytest

from csi.reading.cells import Cells
from csi.reading.grid import read_cells

QUESTIONS = ["Speed", "Staff", "Price"]


def long(header: str = "Respondent,Region,Question,Answer", people: int = 6, more: str = "") -> str:
    rows = [f"{who},{'NS'[who % 2]},{q},{(who + at) % 5 + 1}" for who in range(people) for at, q in enumerate(QUESTIONS)]
    return "\n".join([header, *rows]) + "\n" + more


def read(text: str) -> Cells:
    return read_cells(text.encode())


def test_respondents_become_rows_and_questions_columns():
    cells = read(long())
    assert cells.header == ("Respondent", "Region", "Speed", "Staff", "Price")
    assert (len(cells.rows), list(cells.columns[3])) == (6, ["2", "3", "4", "5", "1", "2"])


def test_it_is_said_which_columns_were_taken_for_what():
    found = next(one for one in read(long()).findings if one.key == "long_form")
    assert (found.severity, found.count, found.values["question"], found.values["answer"]) == ("warning", 6, "C", "D")


def test_every_answer_keeps_the_address_where_it_stands():
    assert read(long()).address(3, 1) == "D6"


@pytest.mark.parametrize("header", ["受访者编号,地区,题目,得分", "User ID,Region,Item,Score"])
def test_the_columns_are_known_by_their_names_in_both_languages(header: str):
    assert len(read(long(header)).rows) == 6


def test_a_question_answered_twice_counts_once_and_is_said():
    cells = read(long(people=30, more="0,N,Staff,5\n"))
    found = next(one for one in cells.findings if one.key == "answered_twice")
    assert (found.place, cells.columns[3][0]) == ("D92", "2")


def test_a_question_that_somebody_skipped_is_blank():
    text = long().replace("2,N,Staff,4\n", "")
    assert read(text).columns[3][2] == ""


def test_what_changes_between_the_rows_of_a_respondent_is_left_out_and_said():
    rows = long().splitlines()
    text = "\n".join([f"{rows[0]},Seconds", *(f"{row},{at}" for at, row in enumerate(rows[1:]))])
    found = next(one for one in read(text).findings if one.key == "changing_columns")
    assert found.values["columns"] == "E"


def test_a_survey_whose_columns_merely_bear_such_names_stays_as_it_is():
    text = "id,question,answer\n" + "".join(f"{row},Q{row % 3},{row % 5 + 1}\n" for row in range(12))
    assert read(text).header == ("id", "question", "answer")
