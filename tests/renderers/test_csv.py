"""CSV for scripts, and for Excel."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from csi.renderers import render
from csi.renderers.csv_table import csv_files, harmless, render_csv
from csi.results import Blank, Card, Report, Result, Table
from csi.terms import INDEX, LATENT, N, Text

from . import sample


def rows(words: str) -> list[list[str]]:
    return list(csv.reader(StringIO(words)))


def odd_report() -> Report:
    cells = (("=1+1", -1.5, 3), ('a "b", c\nd', Blank("no_answers"), None))
    result = Result("score", sample.SCORE, None, (Table("latents", Text("T", "T"), (LATENT, INDEX, N), cells),))
    return Report(Card("", "", None, 0, 0, "", "", ""), (result,))


def test_standard_output_gets_the_main_table_with_keys_as_headings() -> None:
    words = render(sample.report(), "csv").decode()
    assert words.splitlines()[:2] == ["latent,index,standard_error,lower,upper,n", "Image,73.5312,0.84,71.9,75.24,1204"]


def test_standard_output_gets_text_as_it_stands_and_no_mark_of_order() -> None:
    assert rows(render_csv(odd_report()))[1:] == [["=1+1", "-1.5", "3"], ['a "b", c\nd', "", ""]]


def test_a_third_of_a_point_keeps_all_its_digits() -> None:
    table = Table("t", Text("T", "T"), (LATENT, INDEX), (("A", 1 / 3),))
    report = Report(odd_report().card, (Result("score", sample.SCORE, None, (table,)),))
    assert float(rows(render_csv(report))[1][1]) == 1 / 3


def test_segments_stand_below_one_another_under_their_names() -> None:
    report = sample.report(sample.score(("Region", "North")), sample.score(("Region", "South")))
    found = rows(render_csv(report))
    assert found[0][:3] == ["segment_column", "segment", "latent"]
    assert [row[1] for row in found[1:]] == ["North"] * 7 + ["South"] * 7


def test_every_table_becomes_a_file_that_excel_reads_as_utf_8() -> None:
    files = csv_files(sample.report())
    assert list(files) == ["score-latents.csv", "score-indicators.csv", "gap-gaps.csv"]
    assert files["gap-gaps.csv"].startswith(b"\xef\xbb\xbflatent,indicator,")


def test_text_that_excel_would_run_gets_an_apostrophe_in_files() -> None:
    words = csv_files(odd_report())["score-latents.csv"].decode("utf-8-sig")
    assert rows(words)[1] == ["'=1+1", "-1.5", "3"]


def test_one_file_for_excel_is_made_the_same_way() -> None:
    assert render_csv(odd_report(), excel=True).encode() == csv_files(odd_report())["score-latents.csv"]


@pytest.mark.parametrize("cell", ["=A1", "+1", "-1", "@SUM(A1)", "\t=A1", "\r=A1"])
def test_every_way_to_begin_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [-1.5, 3, None, "Quality", ""])
def test_numbers_and_plain_words_stay_as_they_are(cell: object) -> None:
    assert harmless(cell) == cell  # type: ignore[arg-type]


def test_a_report_without_results_is_empty() -> None:
    assert render_csv(Report(odd_report().card, ())) == ""
