"""Sheets of managers and staff beside the customers' answers."""

import pytest
import xlsxwriter

from csi import open_survey, read_model
from csi.errors import ModelFault, UnknownColumn

MODEL = """
scale: 1-5
managers: Bosses
staff: Crew
latents:
  Service: [{name: Speed, column: P1, expectation: E1, belief: B1, delivery: D1, reversed: no}]
"""
ANSWERS = [["P1", "E1"], *([4, 5] for _ in range(12))]


@pytest.fixture
def book(tmp_path):
    """Writes a workbook with these sheets and the model beside it, and gives its path."""

    def make(model=MODEL, **sheets):
        path = tmp_path / "clinic.xlsx"
        with xlsxwriter.Workbook(path) as written:
            for name, rows in {"Answers": ANSWERS, **sheets}.items():
                sheet = written.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        (tmp_path / "clinic.model.yaml").write_text(model, encoding="utf-8")
        return path

    return make


def test_each_sheet_is_read_on_the_scale_of_the_customers(book):
    survey, _ = open_survey(book(Bosses=[["B1"], [3], [4]], Crew=[["D1"], [2], [5], [1]]))
    managers, staff = survey.companions["managers"], survey.companions["staff"]
    assert (list(managers.answered("B1")), list(staff.answered("D1"))) == ([3, 4], [2, 5, 1])
    assert managers.scales[0].highest == 5


def test_words_are_read_as_everywhere(book):
    words = [["B1"], ["Very satisfied"], ["Dissatisfied"]]
    survey, _ = open_survey(book(Bosses=words, Crew=[["D1"], [2]]))
    assert list(survey.companions["managers"].answered("B1")) == [5, 2]


def test_managers_may_be_asked_under_the_same_headings_as_customers(book):
    survey, _ = open_survey(book(MODEL.replace("B1", "E1"), Bosses=[["E1"], [2]], Crew=[["D1"], [2]]))
    assert list(survey.companions["managers"].answered("E1")) == [2]
    assert survey.answered("E1").max() == 5


def test_a_sheet_may_be_a_file_beside_the_survey(book, tmp_path):
    (tmp_path / "crew.csv").write_text("D1\n2\n3\n", encoding="utf-8")
    survey, _ = open_survey(book(MODEL.replace("Crew", "crew.csv"), Bosses=[["B1"], [2]]))
    assert list(survey.companions["staff"].answered("D1")) == [2, 3]


def test_what_is_odd_there_is_told_with_its_cell(book):
    survey, _ = open_survey(book(Bosses=[["B1"], [3], [9]], Crew=[["D1"], [2]]))
    assert any("Bosses!A3" in str(found.values) + found.place for found in survey.findings)


def test_sheets_that_are_read_are_not_called_unread(book):
    survey, _ = open_survey(book(Bosses=[["B1"], [3]], Crew=[["D1"], [2]], Notes=[["hello"]]))
    told = next(found for found in survey.findings if found.key == "sheet_chosen")
    assert told.values["others"] == ("Notes",)


def test_without_any_other_sheet_nothing_is_said_of_them(book):
    survey, _ = open_survey(book(Bosses=[["B1"], [3]], Crew=[["D1"], [2]]))
    assert "sheet_chosen" not in [found.key for found in survey.findings]


def test_a_sheet_of_which_no_indicator_names_a_column_is_told_of(book):
    plain = MODEL.replace(", belief: B1, delivery: D1", "")
    survey, _ = open_survey(book(plain, Bosses=[["B1"], [3]]))
    told = [found for found in survey.findings if found.key == "sheet_unused"]
    assert [(found.values["home"], found.values["sheet"]) for found in told] == [("managers", "Bosses"), ("staff", "Crew")]
    survey, _ = open_survey(book(MODEL.replace(", delivery: D1", ""), Bosses=[["B1"], [3]], Crew=[["D1"], [2]]))
    [one] = [found for found in survey.findings if found.key == "sheet_unused"]
    assert (one.values["home"], one.values["sides"]) == ("staff", ("delivery", "promise"))


def test_a_sheet_that_is_not_there_is_a_fault_of_the_model_that_names_the_nearest(book):
    with pytest.raises(ModelFault, match="Bosses") as refusal:
        open_survey(book(MODEL.replace("managers: Bosses", "managers: Bosse"), Bosses=[["B1"], [3]], Crew=[["D1"], [2]]))
    assert refusal.value.exit_code == 4


def test_a_column_that_no_sheet_has_is_told_with_its_line(book):
    with pytest.raises(UnknownColumn, match="belief of Speed"):
        open_survey(book(Bosses=[["C1"], [3]], Crew=[["D1"], [2]]))


def test_a_belief_without_a_sheet_says_which_line_to_write(book):
    with pytest.raises(ModelFault, match="no such sheet"):
        open_survey(book(MODEL.replace("managers: Bosses\nstaff: Crew\n", "")))


def test_the_model_keeps_the_sheets(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text(MODEL, encoding="utf-8")
    model = read_model(path)
    assert (model.managers, model.staff) == ("Bosses", "Crew")
