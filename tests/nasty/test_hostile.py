"""Every broken or hostile file ends in one clear error with the right exit code, or is read for what it is worth."""

import re
from pathlib import Path

import pytest

from csi.commands.app import run
from csi.reading import read_cells

from . import formats, hostile, make

XLSX = make.workbook({"Responses": make.answers(300)})
TABLE = "".join(make.row_xml(number, row) for number, row in enumerate(make.answers(20, 3), 1))
REFUSED: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 3, "empty"),
    "only a mark": (b"\xef\xbb\xbf", 3, "empty"),
    "blank cells": (b",,\n,,\n,,\n", 3, "blank"),
    "only names": (b"Q1,Q2\n", 3, "no answers"),
    "zip cut short": (XLSX[: len(XLSX) // 2], 2, "damaged"),
    "zip with altered bytes": (XLSX[:400] + bytes(60) + XLSX[460:], 2, "damaged"),
    "zip without its end": (XLSX[:-22], 2, "damaged"),
    "zip of nothing": (b"PK\x05\x06" + bytes(18), 2, "damaged"),
    "zip encrypted part by part": (hostile.encrypted_archive(), 2, "password"),
    "workbook encrypted": (make.encrypted(), 2, "password"),
    "workbook without sheets": (make.zipped({"xl/workbook.xml": b"<workbook/>"}), 2, "damaged"),
    "web page": (make.HTML, 2, "web page"),
    "web page with a comment first": (hostile.LATE, 2, "web page"),
    "XML spreadsheet": (hostile.XML_2003, 2, "XML"),
    "JSON": (make.JSON, 2, "JSON"),
    "JSON lines": (b'{"Q1": 5}\n{"Q1": 4}\n', 2, "JSON"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 2, "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(60), 2, "picture"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, 2, "binary"),
    "bzip2": (hostile.BZIP, 2, "bzip2"),
    "gzip within gzip": (hostile.nested_gzip(), 2, "binary"),
    "gzip cut short": (make.gzip_bomb()[:100], 2, "damaged"),
    "Word document": (make.zipped({"word/document.xml": b"<w/>"}), 2, "Word"),
    "zip of texts": (make.zipped({"../../answers.csv": b"Q1\n5\n"}), 2, "zip archive"),
    "old workbook in a circle": (hostile.circular_xls(), 2, "damaged"),
    "unclosed quotation mark": (b'Q1,Q2\n5,4\n"3,2\n' + b"3,2\n" * 50, 2, "quotation mark"),
    "laughter in the workbook": (hostile.entities_in_the_workbook(hostile.LAUGHTER, "&l9;"), 2, "DOCTYPE"),
    "laughter in an open document": (hostile.entities_in_open_document(hostile.LAUGHTER, "&l9;"), 2, "DOCTYPE"),
    "one part listed very often": (hostile.same_entry_often(), 2, "damaged"),
    "texts of no length": (hostile.with_part(make.xlsx(TABLE), "xl/sharedStrings.xml", b""), 2, "damaged"),
    "stray cell": (make.far_cell("XFD1048576"), 2, "stray value"),
    "stray cell in a binary workbook": (formats.xlsb({(0, 0): "Q1", (1, 0): 5, (1_048_575, 16_383): 1}), 2, "stray value"),
    "names in no scale": (b"Name,City\nAnn,Rome\nBob,Oslo\nCleo,Bern\n", 3, "answers on a scale"),
    "infinite answers": (b"Q1,Q2\ninf,nan\n1e309,-inf\nnan,inf\n", 3, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_says_why_in_three_lines_at_most(name: str, tmp_path: Path, capfd: pytest.CaptureFixture):
    data, code, reason = REFUSED[name]
    path = make.saved(tmp_path, "survey.dat", data)
    assert run(["score", str(path), "--resamples", "0", "--lang", "en"]) == code
    told = capfd.readouterr()
    assert told.out == ""
    assert reason in told.err
    assert "Traceback" not in told.err
    assert len(re.findall("^(?:error|why|do) ", told.err, re.MULTILINE)) in (2, 3)


@pytest.mark.parametrize("name", REFUSED)
def test_the_reason_stands_in_chinese_too(name: str, tmp_path: Path, capfd: pytest.CaptureFixture):
    data, code, _ = REFUSED[name]
    path = make.saved(tmp_path, "survey.dat", data)
    assert run(["score", str(path), "--resamples", "0", "--lang", "zh"]) == code
    assert re.search("[\u4e00-\u9fff]{4}", capfd.readouterr().err)


READ: dict[str, tuple[bytes, tuple[int, int]]] = {
    "phantom rows": (hostile.phantom_rows(), (200, 10)),
    "16,384 columns": (hostile.widest(), (3, 16_384)),
    "many sheets": (hostile.many_sheets(), (3, 2)),
    "ragged rows": (b"Q1,Q2,Q3\n5\n4,3\n" + b"5,4,3\n" * 8 + b"2,1,2,9\n", (11, 4)),
    "NULs": (b"Q1,Q2\n5,4\x00\n3,\x002\n\x00\x00\n", (2, 2)),
    "path traversal names": (hostile.with_part(make.xlsx(TABLE), "../../../tmp/evil.xml", b"<x/>"), (20, 3)),
    "absolute names": (hostile.with_part(make.xlsx(TABLE), "/etc/evil.xml", b"<x/>"), (20, 3)),
    "a long cell": (b"Q1,Why\n5," + b"x" * 40_000 + b"\n4,y\n", (2, 2)),
    "many blank lines": (b"Q1,Q2\n" + b"\n" * 50_000 + b"5,4\n", (1, 2)),
}


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_merely_odd_is_read_for_what_it_holds(name: str):
    data, size = READ[name]
    cells = read_cells(data)
    assert (len(cells.rows), len(cells.header)) == size


@pytest.mark.parametrize(
    "data",
    [
        hostile.sheet(hostile.texted("&e;"), hostile.STRANGER),
        hostile.entities_in_the_workbook(hostile.STRANGER, "x&e;"),
        hostile.entities_in_open_document(hostile.STRANGER, "&e;"),
        hostile.sheet(hostile.texted("&l9;"), hostile.LAUGHTER),
    ],
)
def test_no_entity_is_ever_fetched_or_unfolded(data: bytes):
    refusal = make.refusal(read_cells, data)
    assert type(refusal).__name__ == "UnreadableFile"
    assert "DOCTYPE" in refusal.reason.en


def test_names_in_an_archive_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    read_cells(hostile.with_part(make.xlsx(TABLE), "../evil.xml", b"<x/>"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["inf", "nan", "-inf", "1e309", "1_000", "０x5", "5e", "#N/A", "=1+1"])
def test_what_only_looks_like_a_number_is_no_answer_and_is_said(value: str, tmp_path: Path):
    from csi.reading import open_survey

    lines = "".join(f"{1 + at % 5},{5 - at % 5}\n" for at in range(20))
    survey, _ = open_survey(make.saved(tmp_path, "s.csv", f"Q1,Q2\n{lines}{value},3\n".encode()))
    assert survey.answered("Q1")[-1] != survey.answered("Q1")[-1]
    assert any("A22" in str(finding.values.get("cells", "")) or finding.key == "no_answer" for finding in survey.findings)
