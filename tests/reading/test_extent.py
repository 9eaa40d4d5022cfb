"""A sheet is measured before the workbook is opened, so that no stray cell and no bomb takes the process down."""

import pytest

from csi.errors import UnreadableFile
from csi.reading.files import extent_xlsx
from csi.reading.files.extent import Extent, column_number, letters
from csi.reading.grid import open_source, read_cells

from ..nasty import formats, make


def extent(data: bytes) -> Extent:
    book = open_source(data)
    return book.extent(book.sheets[0].name)


def size(data: bytes) -> tuple[int, int]:
    found = extent(data)
    return found.rows, found.columns


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
def test_columns_are_named_as_a_spreadsheet_names_them(number: int, name: str):
    assert letters(number) == name
    assert column_number(name) == number


def test_a_library_written_sheet_is_measured_exactly():
    assert size(make.workbook({"A": make.answers(120, 33)})) == (121, 33)


@pytest.mark.parametrize(
    "sheet_data",
    [
        '<row r="3"><c r="B3"><v>1</v></c></row>',
        '<row r="3"><c s="1" r="B3"><v>1</v></c></row>',
        "<row r='3'><c r='B3'><v>1</v></c></row>",
        '<row r = "3"><c r = "B3"><v>1</v></c></row>',
        '<row r="3"><c r="b3"><v>1</v></c></row>',
        "<row/><row/><row><c/><c><v>1</v></c></row>",
        '<row r="3"><c/><c><v>1</v></c></row>',
        '<row r="1"><c r="B3"><v>1</v></c></row>',
        '<row r="3"\n spans="1:2"><c\nr="B3"><v>1</v></c></row>',
    ],
)
def test_a_cell_is_found_in_any_spelling(sheet_data: str):
    assert size(make.xlsx(sheet_data))[1] == 2
    assert len(open_source(make.xlsx(sheet_data)).rows("Responses")) == 3


def test_a_cell_is_found_under_a_namespace_prefix():
    sheet = (
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{make.MAIN}"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert size(make.xlsx(sheet=sheet.encode())) == (3, 2)


def test_a_cell_torn_between_two_pieces_is_found():
    markup = make.table_xml(30, 4).encode()
    pieces = [markup[at : at + 7] for at in range(0, len(markup), 7)]
    assert extent_xlsx.measure(lambda: pieces).columns == 4
    assert extent_xlsx.measure(lambda: pieces).rows == 31


@pytest.mark.parametrize("address", ["XFD1048576", "CV1048576", "A1048576", "ZZ900000"])
def test_a_stray_cell_is_named_before_it_costs_memory(address: str):
    error = make.refusal(read_cells, make.far_cell(address))
    assert isinstance(error, UnreadableFile)
    assert error.place.endswith(f"!Responses!{address}")
    assert "Ctrl+End" in error.remedy.en


def test_a_stray_cell_with_a_style_is_named():
    stray = '<row r="1048576"><c r="XFD1048576" s="3" t="str"><v>x</v></c></row>'
    assert "XFD1048576" in make.refusal(read_cells, make.xlsx(make.table_xml() + stray)).place


def test_a_stray_cell_in_a_row_that_lies_about_its_number_is_named():
    stray = f'<row r="202">{make.cell_xml("A1048576", 1)}</row>'
    assert "A1048576" in make.refusal(read_cells, make.xlsx(make.table_xml() + stray)).place


def test_the_dimension_that_a_sheet_declares_is_not_believed():
    inside = make.table_xml() + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{make.MAIN}"><dimension ref="A1:B2"/><sheetData>{inside}</sheetData></worksheet>'
    assert "XFD1048576" in make.refusal(read_cells, make.xlsx(sheet=sheet.encode())).place


def test_a_stray_cell_that_costs_little_is_read_and_the_gap_is_counted():
    cells = read_cells(make.far_cell("A20000"))
    assert cells.rows[-1] == 20_000
    assert [(finding.key, finding.count) for finding in cells.findings] == [("blank_rows", 19_798)]


def test_formatted_rows_without_values_do_not_count():
    assert len(read_cells(make.formatted_rows(60_000)).rows) == 200


def test_formatted_columns_without_values_do_not_count():
    wide = "".join(f'<row r="{row}"><c r="XFD{row}" s="1"/></row>' for row in range(202, 1500))
    assert len(read_cells(make.xlsx(make.table_xml() + wide)).header) == 10


def test_a_formatted_cell_without_a_value_does_not_count_in_any_spelling():
    assert size(make.xlsx("<row r='2'><c r='B2'><v>1</v></c><c r='D2' s='1'/><c r='E2'></c></row>")) == (2, 2)


def test_a_stray_cell_in_the_binary_workbook_is_named():
    error = make.refusal(read_cells, formats.xlsb({(0, 0): "Q1", (1, 0): 5, (1_048_575, 16_383): 1}))
    assert "XFD1048576" in error.place


def test_a_stray_cell_in_the_old_workbook_is_named():
    assert "IV65536" in make.refusal(read_cells, formats.xls(make.answers(), far=(65_535, 255))).place


def test_the_million_empty_rows_that_end_an_open_document_sheet_do_not_count():
    row = formats.ods_row(formats.ODS_VALUE * 3 + formats.ods_empty(16_381))
    assert size(formats.ods(row, row, formats.ods_row(formats.ods_empty(16_384), repeated=1_048_574))) == (2, 3)


@pytest.mark.parametrize(
    "bomb",
    [
        formats.ods_row(formats.ods_empty(16_000) + formats.ODS_VALUE, repeated=1_000_000),
        formats.ods_row(formats.ods_empty(1), repeated=1_048_000)
        + formats.ods_row(formats.ods_empty(16_000) + formats.ODS_VALUE),
    ],
)
def test_repeats_in_an_open_document_that_amount_to_a_bomb_are_refused(bomb: str):
    assert "stray value" in make.refusal(read_cells, formats.ods(formats.ods_row(formats.ODS_VALUE), bomb)).reason.en


def test_an_open_document_whose_tags_do_not_match_is_damaged():
    assert "damaged" in make.refusal(read_cells, formats.ods(formats.ods_row(formats.ODS_VALUE) + "<")).reason.en


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_part_is_counted_by_what_comes_out_and_not_by_what_the_directory_says(part: str):
    assert "unpacks to" in make.refusal(read_cells, make.zip_bomb(part)).reason.en


def test_excel_errors_and_formulas_without_a_value_are_counted_with_their_places():
    holes = '<row r="202"><c r="A202" t="e"><v>#N/A</v></c><c r="B202"><f>A1+1</f></c><c r="C202"><v>3</v></c></row>'
    findings = {finding.key: finding for finding in read_cells(make.xlsx(make.table_xml() + holes)).findings}
    assert findings["error_cells"].place == "Responses!A202"
    assert findings["formulas_without_values"].place == "Responses!B202"


def test_a_formula_with_its_value_is_no_finding():
    sound = '<row r="202"><c r="A202"><f>A1+1</f><v>3</v></c></row>'
    assert read_cells(make.xlsx(make.table_xml() + sound)).findings == ()


def test_a_damaged_address_of_four_letters_or_more_is_refused_before_the_sheet_is_read():
    data = make.xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="TRUED1"><v>2</v></c></row>')
    with pytest.raises(UnreadableFile) as refused:
        read_cells(data)
    assert "9,470,218 columns" in refused.value.reason.en
