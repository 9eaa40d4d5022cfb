"""Which sheet of a workbook is read, and what comes out of its cells."""

import datetime
from pathlib import Path

import pytest

from csi.errors import NoSuchSheet, NothingToScore, UnreadableFile
from csi.findings import Finding
from csi.reading.grid import open_source, read_cells

from ..nasty import formats, make

ANSWERS = make.answers(20, 6)
SMALL = make.answers(4, 2)


def finding(data: bytes, key: str) -> Finding:
    return next(finding for finding in read_cells(data).findings if finding.key == key)


def chosen(data: bytes) -> str | None:
    return read_cells(data).origin.sheet


def test_row_and_column_of_a_value_are_its_address():
    cells = read_cells(make.workbook({"Responses": [[], [], ["", "", "Q1", "Q2"], ["", "", 5, 4], ["", "", 3, 2]]}))
    assert cells.address(0, 1) == "Responses!C5"
    assert cells.columns[0][1] == 3


@pytest.mark.parametrize(
    "data",
    [
        make.workbook({"Responses": ANSWERS}),
        formats.xls(ANSWERS),
        formats.xlsb({(row, column): value for row, values in enumerate(ANSWERS) for column, value in enumerate(values)}),
        formats.ods(
            formats.ods_row("".join(formats.ods_text(name) for name in ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])),
            formats.ods_row(formats.ods_text("1") * 6, repeated=20),
        ),
    ],
)
def test_every_workbook_format_gives_the_same_shape(data: bytes):
    cells = read_cells(data)
    assert cells.header == ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6")
    assert {len(column) for column in cells.columns} == {20}
    assert list(cells.rows) == list(range(2, 22))
    assert cells.origin.sheet == "Responses"


def test_dates_truth_values_numbers_and_texts_come_through_as_they_are():
    values = [datetime.datetime(2026, 5, 1, 9, 30), True, 4.5, "很满意"]
    sheet = [["When", "Agreed", "Score", "Label"], *[values] * 3]
    import io

    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd hh:mm"})
    page = book.add_worksheet()
    for number, row in enumerate(sheet):
        page.write_row(number, 0, row)
    book.close()
    assert [column[0] for column in read_cells(buffer.getvalue()).columns] == values


def test_the_words_none_and_na_stay_words():
    cells = read_cells(make.workbook({"A": [["Q1", "Q2"], ["None", "NA"], ["N/A", "null"]]}))
    assert cells.columns == (["None", "N/A"], ["NA", "null"])


def test_the_only_sheet_is_read_without_a_word():
    assert read_cells(make.workbook({"Anything": ANSWERS})).findings == ()


def test_the_model_sheet_is_no_choice():
    cells = read_cells(make.workbook({"模型": make.answers(90, 9), "Responses": ANSWERS}))
    assert cells.origin.sheet == "Responses"
    assert cells.findings == ()


def test_the_sheet_with_the_most_answers_is_read_and_the_others_are_named():
    data = make.workbook({"Notes on the survey": SMALL, "Sheet2": ANSWERS, "Sheet3": SMALL})
    said = finding(data, "sheet_chosen")
    assert said.values["sheet"] == "Sheet2"
    assert said.values["others"] == ("Notes on the survey", "Sheet3")
    assert said.severity == "info"


@pytest.mark.parametrize("aside", ["Codebook", "Instructions", "编码表", "汇总", "Summary"])
def test_a_sheet_named_like_a_codebook_or_a_summary_is_passed_over(aside: str):
    assert chosen(make.workbook({aside: make.answers(60, 9), "Sheet1": ANSWERS})) == "Sheet1"


def test_a_hidden_sheet_is_passed_over():
    assert chosen(make.workbook({"Raw": make.answers(60, 9), "Sheet1": ANSWERS}, hidden=["Raw"])) == "Sheet1"


def test_an_empty_sheet_is_passed_over():
    assert chosen(make.workbook({"Data": [], "Sheet1": ANSWERS})) == "Sheet1"


def test_a_sheet_that_is_only_formatted_is_passed_over():
    formatted = "".join(f'<row r="{row}"><c r="A{row}" s="1"/><c r="Z{row}" s="1"/></row>' for row in range(1, 400))
    assert chosen(make.xlsx(formatted, make.table_xml(20, 5))) == "Sheet2"


def test_of_copies_of_the_same_answers_the_first_is_read_with_a_warning():
    said = finding(make.workbook({"Wave": ANSWERS, "Recoded": ANSWERS}), "sheet_chosen")
    assert said.values["sheet"] == "Wave"
    assert said.severity == "warning"


@pytest.mark.parametrize("wanted", ["Wave 2", "wave 2 ", "2"])
def test_a_sheet_is_chosen_by_name_or_by_number(wanted: str):
    data = make.workbook({"Wave 1": ANSWERS, "Wave 2": SMALL})
    assert read_cells(data, sheet=wanted).origin.sheet == "Wave 2"


def test_a_sheet_called_by_a_number_wins_over_the_count():
    assert read_cells(make.workbook({"2": ANSWERS, "1": SMALL}), sheet="2").origin.sheet == "2"


def test_a_hidden_sheet_may_be_asked_for():
    assert read_cells(make.workbook({"A": ANSWERS, "Old": SMALL}, hidden=["Old"]), sheet="Old").origin.sheet == "Old"


@pytest.mark.parametrize("wanted", ["Wave3", "3", "0"])
def test_an_unknown_sheet_names_those_there_are(wanted: str):
    error = make.refusal(read_cells, make.workbook({"Wave 1": ANSWERS, "Wave 2": SMALL}), sheet=wanted)
    assert isinstance(error, NoSuchSheet)
    assert "Wave 1, Wave 2" in error.reason.en


def test_a_workbook_without_any_value_has_nothing_to_score():
    assert isinstance(make.refusal(read_cells, make.workbook({"A": [], "B": []})), NothingToScore)


def test_a_sheet_of_names_alone_has_nothing_to_score_and_says_where():
    error = make.refusal(read_cells, make.workbook({"Responses": [["Q1", "Q2"]]}))
    assert isinstance(error, NothingToScore)
    assert error.place.endswith("!Responses")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short_is_damaged(share: float):
    whole = make.workbook({"Responses": make.answers(300)})
    error = make.refusal(read_cells, whole[: int(share * len(whole))])
    assert isinstance(error, UnreadableFile)
    assert "damaged" in error.reason.en


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_an_old_workbook_cut_short_is_damaged_and_leaves_nothing_else_on_the_terminal(share: float, capfd: pytest.CaptureFixture):
    whole = formats.xls(make.answers(300))
    assert "damaged" in make.refusal(read_cells, whole[: int(share * len(whole))]).reason.en
    assert capfd.readouterr().err == ""


def test_a_crash_inside_the_native_reader_is_a_damaged_file_and_leaves_nothing_else_on_the_terminal(capfd: pytest.CaptureFixture):
    text_number = formats.record(7, bytes(8) + b"\xff\xff\x00\x00")  # of a table of texts that is not there
    assert "damaged" in make.refusal(read_cells, formats.xlsb({(0, 0): "Q1"}, more=text_number)).reason.en
    assert capfd.readouterr().err == ""


def test_an_old_workbook_that_claims_impossible_dimensions_is_damaged():
    claims = bytes.fromhex("00020e00")
    honest = formats.xls(ANSWERS)
    at = honest.index(claims) + 4
    assert "damaged" in make.refusal(read_cells, honest[:at] + b"\xff" * 10 + honest[at + 10 :]).reason.en


def test_a_workbook_with_altered_bytes_is_damaged():
    whole = bytearray(make.workbook({"Responses": make.answers(300)}))
    whole[400:460] = bytes(60)
    assert "damaged" in make.refusal(read_cells, bytes(whole)).reason.en


def test_a_workbook_without_its_sheet_is_damaged():
    parts = {"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>"}
    assert "damaged" in make.refusal(read_cells, make.zipped(parts)).reason.en


def test_a_workbook_is_opened_once_for_all_that_is_asked_of_it(tmp_path: Path):
    path = make.saved(tmp_path, "survey.xlsx", make.workbook({"Responses": ANSWERS}))
    opened = open_source(path)
    path.unlink()
    assert len(read_cells(opened).rows) == 20


def test_answers_on_a_hidden_sheet_behind_a_cover_are_read_and_said():
    cells = read_cells(make.workbook({"Cover": [["Report 2024"]], "Raw": ANSWERS}, hidden=["Raw"]))
    assert cells.origin.sheet == "Raw"
    assert ("hidden_sheet", "warning") in [(one.key, one.severity) for one in cells.findings]
