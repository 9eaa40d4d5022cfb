"""The workbook: numbers as numbers, words as words, charts that refer to cells, the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from csi.findings import Finding, Remark
from csi.renderers.workbook import render_workbook
from csi.renderers.workbook_cells import number_format
from csi.renderers.workbook_sheets import sheet_names
from csi.results import Blank, Card, Chart, Figure, Report, Result, Table
from csi.terms import INDEX, LATENT, LOWER, MEAN, TOP_TWO, UPPER, WEIGHT, N, Term, Text, Unit

from . import sample

LANGUAGES = ("en", "zh")
ATTACKS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'/c calc'!A0", "https://example.org", "\t=1", "x!A1", "=Sheet1!A1")


def parts(report: Report, language: str = "en") -> dict[str, str]:
    with ZipFile(BytesIO(render_workbook(report, language=language))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheets(report: Report | None = None, language: str = "en") -> dict[str, Worksheet]:
    content = render_workbook(report or sample.report(), language=language)
    return {sheet.title: sheet for sheet in load_workbook(BytesIO(content)).worksheets}


def column(sheet: Worksheet, heading: str, table: str) -> list[object]:
    rows = list(sheet.iter_rows())
    start = next(at for at, row in enumerate(rows) if row[0].value == table)
    place = next(cell.column for cell in rows[start + 1] if cell.value == heading)
    cells = (row[place - 1] for row in rows[start + 2 :])
    return [cell.value for cell in cells][: next((n for n, row in enumerate(rows[start + 2 :]) if row[0].value is None), None)]


def one(table: Table, chart: Chart | None = None, **changes: object) -> Report:
    result = Result("score", sample.SCORE, None, (table,), (chart,) if chart else ())
    return Report(Card("", "", None, 0, 0, "", "", ""), (replace(result, **changes),))  # type: ignore[arg-type]


def attacked(words: str) -> Report:
    table = Table("latents", Text("t", "t"), (LATENT, INDEX, LOWER, UPPER), ((words, 50.0, 40.0, 60.0),), strong=frozenset({0}))
    chart = Chart("c", "index_bars", "latents", Text(words, words), ("latent",), "index", "lower", "upper")
    headline = Figure(INDEX, 50.0, 1.0, 40.0, 60.0, words, 4)
    remark = Remark("r", Text("{x}", "{x}"), {"x": words})
    result = Result("score", sample.SCORE, headline, (table,), (chart,), (remark,), {"key": words}, ("Region", words))
    finding = Finding("k", "warning", Text("{x}", "{x}"), words, 1, {"x": words})
    return Report(Card(words, words, words, 4, 4, words, words, words, {words: words}), (result,), (finding,), (), "0", words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(language):
    assert render_workbook(sample.report(), language=language) == render_workbook(sample.report(), language=language)


def test_no_file_in_the_workbook_carries_the_moment_it_was_made():
    with ZipFile(BytesIO(render_workbook(sample.report()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "2000-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()


def test_sheets_are_the_summary_one_for_each_result_and_the_terms():
    assert list(sheets()) == ["Summary", "Customer satisfaction index", "Expectation gaps", "Terms"]
    assert list(sheets(language="zh")) == ["摘要", "顾客满意度指数", "期望差距", "术语"]


def test_the_summary_lists_the_sheets_with_links_to_them():
    summary = sheets()["Summary"]
    links = {cell.value: cell.hyperlink.location for row in summary.iter_rows() for cell in row if cell.hyperlink}
    assert links["Customer satisfaction index"] == "'Customer satisfaction index'!A1"
    assert list(links) == ["Customer satisfaction index", "Expectation gaps", "Terms"]


def test_the_summary_opens_with_the_headline_in_full_precision():
    summary = sheets()["Summary"]
    assert (summary["A4"].value, summary["A5"].value) == ("Satisfaction · Index", 72.4541)
    assert summary["A5"].number_format == "#,##0.0"


def test_figures_stand_in_full_precision_under_their_number_format():
    sheet = sheets()["Customer satisfaction index"]
    assert column(sheet, "Index", "Latents") == [row[1] for row in sample.LATENTS]


def test_columns_for_the_reader_come_first_and_none_is_missing():
    sheet = sheets()["Customer satisfaction index"]
    head = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Latent")
    assert head[:6] == ("Latent", "Index", "Lower", "Upper", "n", "Std. error")


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (INDEX, "#,##0.0"),
        (sample.GAP_INDEX, "+#,##0.0;-#,##0.0;#,##0.0"),
        (WEIGHT, "0.0%"),
        (TOP_TWO, "0%"),
        (N, "#,##0"),
        (MEAN, "#,##0.00"),
        (LATENT, "General"),
        (Term("p", "p", "p", Unit.P), '[<0.001]"<.001";[>=0.9995]">.999";.000'),
    ],
)
def test_number_formats_follow_unit_and_digits_of_the_term(term, written):
    assert number_format(term) == written


@pytest.mark.parametrize(("language", "why"), [("en", "nobody answered both sides"), ("zh", "没有人同时回答两侧")])
def test_an_absent_number_tells_the_reason_in_grey(language, why):
    sheet = next(sheet for name, sheet in sheets(language=language).items() if name in ("Expectation gaps", "期望差距"))
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == why)
    assert (cell.data_type, cell.font.color.rgb, cell.font.italic) == ("s", "FF5A6672", True)


@pytest.mark.parametrize("words", ATTACKS)
def test_words_of_a_survey_never_become_formulas_or_links(words):
    files = parts(attacked(words))
    formulas = [formula for text in files.values() for formula in re.findall(r"<f>(.*?)</f>", text)]
    assert formulas == ["B12-C12", "D12-B12"]
    assert not any("externalLink" in name or 'TargetMode="External"' in text for name, text in files.items())


@pytest.mark.parametrize("words", ATTACKS)
def test_charts_refer_to_our_own_cells_whatever_the_survey_says(words):
    (tab,) = [name for name in sheets(attacked(words)) if name not in ("Summary", "Terms")]
    references = re.findall(r"<c:f>(.*?)</c:f>", parts(attacked(words))["xl/charts/chart1.xml"])
    place = re.compile(r"^(.*)!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$")
    assert {place.sub(r"\1", reference) for reference in references} == {f"'{tab.replace(chr(39), chr(39) * 2)}'"}


def test_control_characters_do_not_reach_the_workbook():
    files = parts(attacked("a\x1b[31m\x07\x9b\u202eb"))
    assert not any(re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202e]|_x00[01]", text) for text in files.values())


def test_whiskers_are_lengths_that_the_sheet_computes_from_lower_and_upper():
    sheet = sheets()["Customer satisfaction index"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Image" and row[1] == 73.5312]
    at = next(number for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if row == rows[0])
    assert [value for value in rows[0] if str(value).startswith("=")] == [f"=B{at}-C{at}", f"=D{at}-B{at}"]


def test_a_chart_takes_values_and_whiskers_from_the_cells_of_its_table():
    chart = parts(sample.report())["xl/charts/chart1.xml"]
    values = re.search(r"<c:val><c:numRef><c:f>(.*?)</c:f>", chart)
    assert values[1] == "'Customer satisfaction index'!$B$13:$B$19"
    assert chart.count('<c:errValType val="cust"/>') == 1
    assert "<c:v>73.5312</c:v>" in chart


def test_every_chart_of_the_report_is_drawn_once():
    assert sum(name.startswith("xl/charts/chart") for name in parts(sample.report())) == 3


def test_the_bar_of_the_target_has_a_colour_and_a_sign_of_its_own():
    chart = parts(sample.report())["xl/charts/chart1.xml"]
    assert re.findall(r'<c:dPt><c:idx val="(\d+)"/>', chart) == ["4"]
    assert "<c:v>▸ Satisfaction</c:v>" in chart


def test_the_direction_of_a_gap_is_told_beside_its_bar():
    assert "<c:v>Speed  −12.8 ▼</c:v>" in parts(sample.report())["xl/charts/chart3.xml"]


def test_a_chart_without_any_number_is_left_out():
    table = Table("latents", Text("t", "t"), (LATENT, INDEX, LOWER, UPPER), (("Image", *[Blank("no_answers")] * 3),))
    assert not any("chart" in name for name in parts(one(table, sample.score().charts[0])))


def test_results_of_segments_have_sheets_named_for_the_segment():
    report = sample.report(sample.score(), sample.score(("Region", "North")), sample.score(("Region", "South")))
    assert list(sheets(report))[1:4] == [
        "Customer satisfaction index",
        "Customer satisfaction… North",
        "Customer satisfaction… South",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_names_are_legal_and_unlike_each_other_whatever_the_segments_are_called(language):
    labels = ["a/b:c[d]*?\\", "A-B", "'quoted'", "History", "", "😀" * 40, "很" * 40, "很" * 41, "x" * 40, "x" * 41, "X" * 40]
    results = [sample.score(("Region", label)) for label in labels]
    names = sheet_names(sample.report(*results), language)
    assert len({name.casefold() for name in names}) == len(labels) + 2
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not any(re.search(r"[\[\]:*?/\\]|^'|'$|^history$", name, re.IGNORECASE) for name in names)


def test_a_result_named_history_gets_a_name_that_excel_accepts():
    result = replace(sample.gap(), title=Term("history", "History", "History"))
    assert sheet_names(sample.report(result), "en")[1] == "History "


def test_headings_stay_in_sight():
    assert {name: sheet.freeze_panes for name, sheet in sheets().items()} == {
        "Summary": "A3",
        "Customer satisfaction index": "B3",
        "Expectation gaps": "B3",
        "Terms": "A2",
    }


def test_findings_begin_with_the_severe_ones():
    said = [cell.value for cell in sheets()["Summary"]["A"]]
    assert said.index("severe") < said.index("warning") < said.index("note")


def test_nodes_of_a_tree_are_indented_by_their_level():
    sheet = sheets(sample.report(sample.tree()))["Customer satisfaction index"]
    indents = {cell.value: cell.alignment.indent for cell in sheet["A"]}
    assert (indents["Overall"], indents["Product"], indents["IMA1"]) == (0, 2, 3)


def test_long_words_get_rows_that_show_them_and_cells_that_hold_them():
    words = "satisfaction " * 4000
    table = Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX), ((words, 1.0),))
    sheet = sheets(one(table))["Customer satisfaction index"]
    cell = next(cell for cell in sheet["A"] if str(cell.value).startswith("satisfaction satis"))
    assert len(cell.value) <= 32_767
    assert cell.value.endswith("…")
    assert sheet.row_dimensions[cell.row].height > 300


def test_terms_explain_every_column_and_give_its_key():
    rows = list(sheets()["Terms"].iter_rows(values_only=True))
    assert ("Index", "Weighted mean on 0-100: 0 worst, 100 best.", "index") in rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_almost_nothing_is_still_a_workbook(language):
    assert len(sheets(Report(Card("", "", None, 0, 0, "", "", ""), ()), language)) == 2


def test_a_table_without_rows_keeps_its_head():
    sheet = sheets(one(Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX), ())))["Customer satisfaction index"]
    assert ("Latent", "Index") in list(sheet.iter_rows(values_only=True))


def test_the_cells_that_whiskers_need_are_hidden_and_still_drawn() -> None:
    found = parts(sample.report())
    assert all(' hidden="1"' in found[f"xl/worksheets/sheet{number}.xml"] for number in (2, 3))
    assert '<c:plotVisOnly val="0"/>' in found["xl/charts/chart1.xml"] or "plotVisOnly" not in found["xl/charts/chart1.xml"]
