"""Text files: which encoding, which delimiter, which records."""

import time

import pytest

from csi.errors import UnreadableFile
from csi.reading.files.delimiter import NONE, delimiter_of
from csi.reading.grid import read_cells

from ..nasty import make


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Q1,Q2,Q3\n5,4,3\n1,2,3\n", ","),
        ("Q1;Q2;Q3\n5;4;3\n1;2;3\n", ";"),
        ("Q1\tQ2\tQ3\n5\t4\t3\n", "\t"),
        ("Q1|Q2|Q3\n5|4|3\n", "|"),
        ("Q1;Q2;Q3\n3,5;4,2;1,0\n2,5;3,1;4,0\n", ";"),
        ('"How satisfied, all in all; honestly?",Q2\n5,4\n3,2\n', ","),
        ("Q1, speed;Q2, staff\nyes, very;no\nno;yes\n", ";"),
        ("id,used\n1,Shop;App\n2,App\n3,Shop;App;Phone\n", ","),
        ("Survey of May\nprinted today\nby Sam\n\nQ1,Q2,Q3\n5,4,3\n1,2,3\n", ","),
        ("Q1,Q2,Comment\n5,4,fine, thanks\n1,2,slow, and dear, too\n3,3,ok\n", ","),
        ("Comment\nGood, thanks\nSlow; and dear\nNothing\nfine, fine, fine\n", NONE),
        ("Q1\n5\n4\n", NONE),
    ],
)
def test_the_delimiter_is_the_one_under_which_records_agree(text: str, delimiter: str):
    assert delimiter_of(text) == delimiter


def test_a_declared_delimiter_is_obeyed_and_its_line_is_no_record():
    cells = read_cells(b"sep=;\r\nQ1;Q2\r\n5;4\r\n")
    assert cells.header == ("Q1", "Q2")
    assert list(cells.rows) == [2]


def test_tabs_make_a_tsv():
    assert read_cells(b"Q1\tQ2\n5\t4\n").origin.kind == "tsv"


def test_quoted_values_keep_delimiters_newlines_and_quotation_marks():
    cells = read_cells(b'Q1,"Say, ""why""\nin a word"\r\n5,"a\r\nb"\r\n4,c\r\n')
    assert cells.header[1] == 'Say, "why"\nin a word'
    assert cells.columns[1] == ["a\r\nb", "c"]
    assert list(cells.rows) == [2, 3]


def test_values_stay_text_as_they_stand():
    assert read_cells(b'Q1,Q2\n 05 ,NA\n"3,5",None\n').columns == ([" 05 ", "3,5"], ["NA", "None"])


def test_blank_lines_count_as_rows_so_that_addresses_hold():
    cells = read_cells(b"Q1,Q2\n\n5,4\n\n3,2\n")
    assert list(cells.rows) == [3, 5]
    assert cells.findings[0].count == 2


def test_a_row_with_too_few_values_is_filled_up_and_said():
    cells = read_cells(b"Q1,Q2,Q3\n5,4,3\n5\n2,2,2\n")
    assert cells.columns[2] == ["3", "", "2"]
    assert [(finding.key, finding.values["rows"]) for finding in cells.findings] == [("short_rows", "3")]


def test_a_row_with_too_many_values_keeps_them_in_a_column_of_their_own_and_is_said():
    cells = read_cells(b"Q1,Q2,Q3\n5,4,3\n5,4,3,slow\n2,2,2\n")
    assert cells.header == ("Q1", "Q2", "Q3", "column D")
    assert cells.columns[3] == ["", "slow", ""]
    assert "long_rows" in [finding.key for finding in cells.findings]


@pytest.mark.parametrize(
    ("data", "rows"), [(b",,,\n,,,\n,,,\n", "all its cells"), (b"Q1,Q2\n,\n , \n", "all 2 rows"), (b"Q1;Q2\n", "no answers")]
)
def test_a_table_of_blank_cells_is_not_called_one_without_rows(data: bytes, rows: str):
    assert rows in make.refusal(read_cells, data).reason.en


def test_delimiters_trailing_behind_the_last_value_are_no_columns():
    cells = read_cells(b"Q1,Q2\n5,4,,\n3,2,,\n")
    assert cells.header == ("Q1", "Q2")
    assert cells.findings == ()


def test_nul_characters_are_left_out_and_counted():
    cells = read_cells(b"Q1,Q2\n5,4\x00\n3,2\n" + bytes(500))
    assert cells.columns[1] == ["4", "2"]
    assert cells.findings[0].key == "nul_characters"
    assert cells.findings[0].count == 501


@pytest.mark.parametrize("rest", [b"3,2\n" * 20, b"3,2\n" * 100_000])
def test_a_quotation_mark_that_never_closes_is_refused_with_its_line(rest: bytes):
    error = make.refusal(read_cells, b'Q1,Q2\n5,4\n"3,2\n' + rest)
    assert isinstance(error, UnreadableFile)
    assert error.place.endswith(":3")


def test_an_inch_mark_inside_a_value_is_just_a_character():
    assert read_cells(b'Q1,Q2\n5" screen,4\n7" screen,2\n').columns[0] == ['5" screen', '7" screen']


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_line_ending_is_read(end: bytes):
    assert len(read_cells(end.join([b"Q1,Q2", b"5,4", b"3,2"])).rows) == 2


def test_a_hundred_thousand_rows_take_about_a_second_at_most():
    data = b"Q1,Q2,Q3,Q4,Q5\n" + b"5,4,10,2,1\n" * 100_000
    began = time.perf_counter()
    assert len(read_cells(data).rows) == 100_000
    assert time.perf_counter() - began < 5  # 0.2 s on an idle machine
