"""Merged cells: a name reaches as far as its cell, and merged answers are said."""

import io

import pytest

from csi.reading.cells import Cells
from csi.reading.grid import read_cells

BODY = [[f"r{row}", row % 5 + 1, (row + 2) % 5 + 1, (row + 1) % 5 + 1, (3 * row) % 5 + 1] for row in range(6)]


def xlsx(rows, merged):
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Responses")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    for where in merged:
        sheet.merge_range(*where, rows[where[0]][where[1]])
    book.close()
    return buffer.getvalue()


def xls(rows, merged):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Responses")
    covered = {
        (row, column)
        for top, left, bottom, right in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if (number, column) not in covered and value != "":
                sheet.write(number, column, value)
    for top, left, bottom, right in merged:
        sheet.write_merge(top, bottom, left, right, rows[top][left])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def keys(cells: Cells) -> list[str]:
    return [one.key for one in cells.findings]


@pytest.mark.parametrize("written", [xlsx, xls])
def test_a_question_over_several_columns_ends_where_its_merged_cell_ends(written):
    rows = [["ID", "Staff", "", "", ""], ["", "Polite", "Quick", "Overall", "Price"], *map(list, BODY)]
    cells = read_cells(written(rows, [(0, 1, 0, 2), (0, 0, 1, 0)]))
    assert cells.header == ("ID", "Staff - Polite", "Staff - Quick", "Overall", "Price")
    assert len(cells.rows) == 6


def test_a_merged_name_without_parts_below_it_names_all_its_columns():
    cells = read_cells(xlsx([["ID", "How do you rate us?", "", "", "Price"], *map(list, BODY)], [(0, 1, 0, 3)]))
    assert cells.header == ("ID", "How do you rate us?", "How do you rate us? (2)", "How do you rate us? (3)", "Price")
    assert "unnamed_columns" not in keys(cells)


def test_merged_groups_above_full_names_become_the_questions_and_leave_the_names_alone():
    rows = [["", "Service", "", "Goods", ""], ["ID", "Speed", "Staff", "Range", "Price"], *map(list, BODY)]
    cells = read_cells(xlsx(rows, [(0, 1, 0, 2), (0, 3, 0, 4)]))
    assert cells.header == ("ID", "Speed", "Staff", "Range", "Price")
    assert cells.questions == {1: "Service - Speed", 2: "Service - Staff", 3: "Goods - Range", 4: "Goods - Price"}
    assert keys(cells) == ["names_grouped"]


def test_a_title_merged_over_the_table_stays_a_title():
    rows = [["Customers 2024", "", "", "", ""], ["ID", "Speed", "Staff", "Range", "Price"], *map(list, BODY)]
    cells = read_cells(xlsx(rows, [(0, 0, 0, 4)]))
    assert (cells.header, dict(cells.questions), keys(cells)) == (
        ("ID", "Speed", "Staff", "Range", "Price"),
        {},
        ["rows_above_header"],
    )


def test_merged_answers_are_blank_but_for_the_first_and_said_with_their_cells():
    rows = [["ID", "Speed", "Staff", "Range", "Price"], *map(list, BODY)]
    rows[3][2] = rows[2][2] = ""
    rows[2][2] = 4
    cells = read_cells(xlsx(rows, [(2, 2, 3, 2)]))
    found = next(one for one in cells.findings if one.key == "merged_answers")
    assert (found.values["cells"], cells.columns[2][1:3]) == (("Responses!C3:C4",), [4, ""])
