"""Commas in numbers are decimals or thousands; where nobody can tell, a warning says so."""

import pytest

from csi.reading.answers.columns import column_of
from csi.reading.answers.said import understand
from csi.reading.grid import read_cells
from csi.reading.guessing.classify import classify
from csi.reading.opening import open_survey


def numbers(text: str, column: int) -> list[float]:
    return [said.number for said in column_of(read_cells(text.encode()), column).said]


@pytest.mark.parametrize(("raw", "number"), [("0,850", 0.85), ("-0,125", -0.125), ("1.234,50", 1234.5), ("12345,678", 12345.678)])
def test_some_numbers_tell_by_themselves(raw: str, number: float):
    assert understand(raw).number == number


def test_a_column_tells_by_its_other_values():
    assert numbers("id\tw\n1\t0,974\n2\t1,026\n3\t1,200\n", 1) == [0.974, 1.026, 1.2]


def test_a_semicolon_tells():
    assert numbers("id;w\n1;1,422\n2;1,474\n3;1,210\n", 1) == [1.422, 1.474, 1.21]


def test_the_neighbours_tell():
    assert numbers("a\tw\n2,000\t0,762950\n3,000\t1,291740\n", 0) == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        'id,income\n1,"1,234"\n2,"2,500"\n3,"3,750"\n',
        "id;a;w\n1;3.5;1,422\n2;2.5;1,474\n",
        "id;income\n1;1,000\n2;2,500\n3;12,000\n",
    ],
)
def test_what_nobody_can_tell_is_a_warning_and_no_number(text: str):
    cells = read_cells(text.encode())
    assert "comma_ambiguous" in [finding.key for finding in cells.findings]
    assert {said.kind for said in column_of(cells, len(cells.header) - 1).said} == {"words"}


@pytest.mark.parametrize(
    "text", ['id,pick\n1,"1,2,3"\n2,"1,2"\n3,"2,3,4"\n', "id,Q1\n1,3.5\n2,4\n", 'id,say\n1,"well, 1,000 times"\n2,no\n']
)
def test_other_commas_are_no_doubt(text: str):
    assert "comma_ambiguous" not in [finding.key for finding in read_cells(text.encode()).findings]


def test_a_row_pasted_twice_is_a_warning(tmp_path):
    path = tmp_path / "s.csv"
    rows = [f"2024-05-01 10:00:{at:02},{at % 5 + 1},{at % 4 + 1},{at % 3 + 1}" for at in range(40)]
    path.write_text("\n".join(["Timestamp,Speed,Staff,Price", *rows, *rows[5:8]]) + "\n")
    found = [finding for finding in open_survey(path)[0].findings if finding.key == "duplicate_rows"]
    assert [(one.severity, one.values["rows"]) for one in found] == [("warning", ("42", "43", "44"))]


def test_equal_answers_without_anything_else_are_a_coincidence(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("Speed,Staff,Price\n" + "1,2,3\n4,5,4\n2,2,1\n" * 15)
    assert "duplicate_rows" not in [finding.key for finding in open_survey(path)[0].findings]


def test_what_long_rows_spill_is_no_indicator():
    rows = [f"{at},{at % 5 + 1},{at % 4 + 1}" + (",9,9" if at % 9 == 0 else "") for at in range(60)]
    kinds = [one.kind for one in classify(read_cells("\n".join(["id,Q1,Q2", *rows]).encode()))]
    assert kinds[3:] == ["metadata", "metadata"]
