"""Expectation and experience on two sheets: joined by ids, and said; never by the order of the rows."""

import numpy as np
import pytest

from csi.reading.cells import Cells
from csi.reading.data_check import look
from csi.reading.grid import read_cells

from ..nasty import make

NAMES = ["ID", "Speed", "Staff", "Price"]
EXPECTED = [[f"r{row}", 5, 4 + row % 2, 3 + row % 3] for row in range(12)]
MET = [[f"r{row}", 1 + row % 5, 2 + row % 4, 3] for row in range(12)]


def keys(cells: Cells) -> list[str]:
    return [one.key for one in cells.findings]


@pytest.mark.parametrize("names", [("Expectations", "Perceptions"), ("Perceptions", "Expectations"), ("期望", "感知")])
def test_the_expectations_of_another_sheet_are_matched_by_ids_in_whatever_order_they_stand(names):
    sheets = {name: [NAMES, *(EXPECTED[::-1] if name in ("Expectations", "期望") else MET)] for name in names}
    seen = look(make.workbook(sheets))
    assert seen.model is not None and seen.survey is not None
    (latent,) = seen.model.latents
    assert [leaf.expectation for leaf in latent.indicators] == ["Speed (expected)", "Staff (expected)", "Price (expected)"]
    assert np.array_equal(seen.survey.answered("Staff (expected)"), [row[2] for row in EXPECTED])
    assert "sheets_joined" in [one.key for one in seen.findings] and "sheet_chosen" not in [one.key for one in seen.findings]


def test_an_odd_answer_on_the_other_sheet_is_told_with_its_own_address():
    strange = [*EXPECTED[:4], ["r4", "often", 4, 3], *EXPECTED[5:]]
    seen = look(make.workbook({"Perceptions": [NAMES, *MET], "Expectations": [NAMES, *strange]}))
    found = next(one for one in seen.findings if one.key == "not_an_answer")
    assert found.values["cells"] == ("Expectations!B6",)


def test_sheets_without_common_ids_are_said_and_left_apart():
    bare = [row[1:] for row in [NAMES, *EXPECTED]]
    cells = read_cells(make.workbook({"Perceptions": [row[1:] for row in [NAMES, *MET]], "Expectations": bare}))
    assert (cells.header, "sheets_apart" in keys(cells)) == (("Speed", "Staff", "Price"), True)


def test_what_both_sheets_say_of_a_respondent_is_read_once():
    towns = [["ID", "Town", "Speed"], *[[row[0], "Bonn", row[1]] for row in MET]]
    again = [["ID", "Town", "Speed"], *[[row[0], "Bonn", row[1]] for row in EXPECTED]]
    cells = read_cells(make.workbook({"Perceptions": towns, "Importance": again}))
    assert cells.header == ("ID", "Town", "Speed", "Speed (importance)")
