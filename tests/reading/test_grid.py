"""One door to every format: paths, standard input, bytes, DataFrames; and the model's sheet beside the answers."""

import io
import sys
from pathlib import Path

import numpy
import pandas
import pytest

from csi.errors import NothingToScore, UsageFault
from csi.reading.grid import open_source, read_cells, sheet_rows
from csi.terms import Text

from ..nasty import formats, make

MODEL = [["latent", "indicator"], ["Quality", "Q1"]]
SOUND = make.workbook({"Responses": make.answers(), "Model": MODEL})


def test_path_text_and_bytes_give_the_same_cells(tmp_path: Path):
    path = make.saved(tmp_path, "survey.xlsx", SOUND)
    assert read_cells(path).columns == read_cells(str(path)).columns == read_cells(SOUND).columns


def test_the_source_is_called_as_the_analyst_wrote_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make.saved(tmp_path, "survey.csv", b"Q1\n5\n")
    monkeypatch.chdir(tmp_path)
    assert read_cells("survey.csv").origin.source == "survey.csv"


@pytest.mark.parametrize("data", [b"Q1,Q2\n5,4\n", SOUND])
def test_standard_input_may_be_text_or_a_workbook(data: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read_cells("-").header[0] == "Q1"


def test_a_frame_becomes_cells_with_its_gaps_as_none():
    frame = pandas.DataFrame({"Q1": [5, numpy.nan, 3], "Q2": ["满意", None, "一般"], 3: pandas.Categorical(["a", "b", None])})
    cells = read_cells(frame)
    assert cells.header == ("Q1", "Q2", "3")
    assert cells.columns == ([5.0, None, 3.0], ["满意", None, "一般"], ["a", "b", None])
    assert list(cells.rows) == [1, 2, 3]
    assert cells.origin.kind == "frame"


def test_a_frame_with_a_name_twice_gets_it_numbered():
    assert read_cells(pandas.DataFrame([[5, 4]], columns=["Q1", "Q1"])).header == ("Q1", "Q1 (2)")


def test_a_frame_without_rows_has_nothing_to_score():
    assert isinstance(make.refusal(read_cells, pandas.DataFrame({"Q1": []})), NothingToScore)


def test_something_else_is_a_fault_of_usage():
    assert isinstance(make.refusal(read_cells, 42), UsageFault)


def test_the_model_sheet_is_found_whatever_its_letter_case():
    assert sheet_rows(SOUND, ("model", "模型")) == ("Model", MODEL)


def test_a_workbook_without_such_a_sheet_has_none():
    assert sheet_rows(SOUND, ("paths",)) is None


@pytest.mark.parametrize("source", [b"Q1\n5\n", pandas.DataFrame({"Q1": [5]})])
def test_a_source_without_sheets_has_none(source: object):
    assert sheet_rows(source, ("model",)) is None


def test_answers_and_model_come_from_one_opening():
    opened = open_source(SOUND)
    assert open_source(opened) is opened
    assert sheet_rows(opened, ("model",)) is not None
    assert len(read_cells(opened).rows) == 20


BROKEN = {
    "empty": (b"", 3),
    "header only": (b"Q1,Q2\n", 3),
    "header only, workbook": (make.workbook({"S": [["Q1", "Q2"]]}), 3),
    "blank workbook": (make.workbook({"S": []}), 3),
    "truncated": (make.truncated(), 2),
    "encrypted": (make.encrypted(), 2),
    "zip bomb": (make.zip_bomb(), 2),
    "gzip bomb": (make.gzip_bomb(), 2),
    "far cell": (make.far_cell("XFD1048576"), 2),
    "far cell, old": (formats.xls(make.answers(), far=(65_535, 255)), 2),
    "web page": (make.HTML, 2),
    "json": (make.JSON, 2),
    "spss": (make.SPSS, 2),
    "unclosed quote": (b'Q1,Q2\n5,4\n"3,2\n', 2),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_file_ends_in_an_error_with_its_code_in_two_languages(name: str):
    data, code = BROKEN[name]
    error = make.refusal(read_cells, data)
    assert error.exit_code == code
    assert error.place
    assert all(isinstance(words, Text) and words.en != words.zh for words in (error.reason, error.remedy))


ODD = {
    "utf-16": make.CHINESE.encode("utf-16"),
    "gb18030": make.CHINESE.encode("gb18030"),
    "ragged": b"Q1,Q2\n5\n4,3,2\n5,4\n3,2\n1,2\n",
    "nul": b"Q1,Q2\n5,4\x00\n",
    "titles": b"Survey,,\n,,\nQ1,Q2,Q3\n5,4,3\n5,4,1\n",
    "duplicates": b"Q1,Q1\n5,4\n",
    "two sheets": make.workbook({"A": make.answers(), "B": make.answers()}),
}


@pytest.mark.parametrize("name", ODD)
def test_every_finding_fills_its_sentence_in_two_languages(name: str):
    for finding in read_cells(ODD[name]).findings:
        values = {**finding.values, "count": finding.count, "place": finding.place}
        assert finding.text.en.format(**values) != finding.text.zh.format(**values)


@pytest.mark.parametrize("name", ["ragged", "nul", "titles", "duplicates", "gb18030", "two sheets"])
def test_every_odd_file_is_read_with_a_finding(name: str):
    assert read_cells(ODD[name]).findings


def test_sheets_that_are_hidden_are_said_to_be():
    cells = read_cells(make.workbook({"Data": make.answers(), "Old": make.answers(5, 2)}, hidden=["Old"]))
    assert cells.findings[0].values["others"] == ("Old (hidden)",)


def test_answers_on_a_hidden_sheet_are_read_when_there_are_no_others_and_that_is_said():
    found = read_cells(make.workbook({"Cover": [["Report"]], "Raw": make.answers()}, hidden=["Raw"]), sheet="Raw").findings
    assert ("hidden_sheet", "info") in [(one.key, one.severity) for one in found]
