"""What a file is, told from its bytes; and what is said of files that are no survey."""

import gzip
import os
from pathlib import Path

import pytest

from csi.errors import NothingToScore, UnreadableFile
from csi.reading.files.sniff import kind_of
from csi.reading.files.source import Source, load
from csi.reading.grid import read_cells

from ..nasty import formats, make


def kind(data: bytes) -> str:
    return kind_of(Source("survey", data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (make.workbook({"A": make.answers()}), "xlsx"),
        (formats.xlsb({(0, 0): "Q1", (1, 0): 5}), "xlsb"),
        (formats.ods(formats.ods_row(formats.ODS_VALUE)), "ods"),
        (formats.xls(make.answers()), "xls"),
        (b"Q1,Q2\n5,4\n", "text"),
        ("Q1,Q2\n满意,一般\n".encode("utf-16"), "text"),
        ("题目,评分\n满意,一般\n非常满意,很满意\n".encode("utf-16-le"), "text"),
    ],
)
def test_the_kind_of_a_file_comes_from_its_bytes(data: bytes, expected: str):
    assert kind(data) == expected


def test_a_workbook_under_a_csv_name_is_still_read_as_a_workbook(tmp_path: Path):
    path = make.saved(tmp_path, "survey.csv", make.workbook({"A": make.answers()}))
    assert read_cells(path).origin.kind == "xlsx"


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (make.HTML, "a web page"),
        (b'\xef\xbb\xbf<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>', "a web page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "an XML file"),
        (make.JSON, "a JSON file"),
        (b'{"answers": [1, 2]}', "a JSON file"),
        (make.HTML.decode().encode("utf-16"), "a web page"),
        (b"<!-- written by the portal -->\n<table><tr><td>Q1</td></tr></table>", "a web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "a web archive"),
        (make.JSON.decode().encode("utf-16-le"), "a JSON file"),
        (b"ARROW1\0\0" + bytes(40), "a Feather"),
        (b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "a SAS transport file"),
        (b"BZh91AY&SY" + bytes(40), "a packed file (bzip2)"),
        (b"%PDF-1.7\n", "a PDF document"),
        (make.zipped({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}), "a Word document"),
        (make.zipped({"answers.csv": b"Q1\n5\n"}), "a zip archive holding answers.csv"),
        (bytes(range(256)) * 20, "a binary file"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, called: str):
    error = make.refusal(kind, data)
    assert isinstance(error, UnreadableFile)
    assert called in error.reason.en
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b"$FL2@(#) SPSS DATA FILE", "sav"),
        (b"$FL3@(#) SPSS DATA FILE", "sav"),
        (b"<stata_dta><header>", "dta"),
        (b"\x73\x02\x01\x00\x03\x00", "dta"),
        (b"0" * 40 + b"ASCII SPSS PORT FILE", "por"),
        (bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011"), "sas7bdat"),
        (b"PAR1", "parquet"),
    ],
)
def test_files_of_columns_are_known_by_their_first_bytes(beginning: bytes, expected: str):
    assert kind(beginning + bytes(200)) == expected


def test_a_page_saved_under_the_name_of_a_workbook_says_how_to_save_it():
    assert ".xlsx" in make.refusal(kind, make.HTML).remedy.en


def test_a_header_in_brackets_is_text_and_not_json():
    assert kind(b"[1] Overall,[2] Speed\n5,4\n") == "text"


def test_a_header_with_html_tags_is_text_and_not_a_web_page():
    assert kind(b"<b>How satisfied?</b>,Speed\n5,4\n") == "text"


@pytest.mark.parametrize("name", ["survey.xlsx", "survey.xls"])
def test_a_workbook_with_a_password_says_so(tmp_path: Path, name: str):
    error = make.refusal(read_cells, make.saved(tmp_path, name, make.encrypted()))
    assert "password" in error.reason.en
    assert "密码" in error.reason.zh


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n \n\t\n", "\ufeff\n".encode("utf-16-le")])
def test_an_empty_file_has_nothing_to_score(data: bytes):
    error = make.refusal(read_cells, data)
    assert isinstance(error, NothingToScore)
    assert error.exit_code == 3


def test_a_missing_file_names_those_that_are_nearly_called_so(tmp_path: Path):
    make.saved(tmp_path, "survey-2026.xlsx", b"x")
    error = make.refusal(load, tmp_path / "survay-2026.xlsx")
    assert isinstance(error, UnreadableFile)
    assert "survey-2026.xlsx" in error.remedy.en


def test_a_missing_file_with_no_likely_name_lists_the_surveys_of_the_folder(tmp_path: Path):
    make.saved(tmp_path, "answers.csv", b"x")
    assert "answers.csv" in make.refusal(load, tmp_path / "q.xlsx").remedy.en


def test_a_missing_folder_is_named(tmp_path: Path):
    assert str(tmp_path / "nowhere") in make.refusal(load, tmp_path / "nowhere" / "survey.csv").reason.en


def test_a_folder_is_no_survey_but_names_what_it_holds(tmp_path: Path):
    make.saved(tmp_path, "answers.csv", b"x")
    error = make.refusal(load, tmp_path)
    assert "folder" in error.reason.en
    assert "answers.csv" in error.reason.en


def test_the_lock_file_of_an_open_workbook_points_to_the_workbook(tmp_path: Path):
    error = make.refusal(load, make.saved(tmp_path, "~$survey.xlsx", b"\x05Sam"))
    assert "lock file" in error.reason.en
    assert error.remedy.en == "Use survey.xlsx."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_who_is_asked(tmp_path: Path):
    path = make.saved(tmp_path, "survey.csv", b"Q1\n5\n")
    path.chmod(0)
    assert "cannot be read" in make.refusal(load, path).reason.en


def test_a_device_is_no_file():
    assert "not a file" in make.refusal(load, "/dev/null").reason.en


def test_a_file_under_another_formats_name_is_read_as_what_it_is_and_that_is_said(tmp_path: Path):
    cells = read_cells(make.saved(tmp_path, "survey.xlsx", b"Q1;Q2\n5;4\n3;2\n"))
    assert cells.header == ("Q1", "Q2")
    assert [(finding.key, finding.values["suffix"]) for finding in cells.findings] == [("misnamed", ".xlsx")]


@pytest.mark.parametrize("name", ["survey.csv", "survey.tsv.gz", "survey.dat", "survey"])
def test_a_text_under_a_fitting_name_is_read_without_a_word(tmp_path: Path, name: str):
    assert read_cells(make.saved(tmp_path, name, b"Q1;Q2\n5;4\n3;2\n")).findings == ()


def test_an_error_message_saved_as_a_workbook_is_quoted(tmp_path: Path):
    error = make.refusal(read_cells, make.saved(tmp_path, "survey.xlsx", b"Access denied: please log in, then try again\n"))
    assert isinstance(error, UnreadableFile)
    assert "Access denied" in error.reason.en


def test_gzipped_text_is_unpacked_on_the_way():
    assert load(gzip.compress(b"Q1\n5\n")).data == b"Q1\n5\n"


def test_gzipped_pieces_glued_together_are_all_unpacked():
    assert load(gzip.compress(b"Q1\n5\n") + gzip.compress(b"4\n")).data == b"Q1\n5\n4\n"


def test_a_gzip_cut_short_is_damaged():
    assert "damaged" in make.refusal(load, gzip.compress(b"Q1\n5\n" * 100)[:-12]).reason.en


def test_a_gzip_bomb_is_refused():
    assert "unpacks to" in make.refusal(load, make.gzip_bomb()).reason.en
