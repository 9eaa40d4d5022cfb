"""The page: one file, safe to open, the same bytes each time, readable without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args
from xml.etree import ElementTree

import pytest

from csi.findings import Finding, Remark
from csi.renderers.chart_rows import FIELDS, bars, depths
from csi.renderers.page import render_page
from csi.renderers.page_axes import gap_axis, round_step
from csi.renderers.page_charts import AXES, panels
from csi.renderers.page_tables import shown_view
from csi.renderers.plain_text import plain
from csi.renderers.text_width import breadth, lines
from csi.results import Blank, Card, Chart, ChartKind, Figure, Report, Result, Table
from csi.terms import INDEX, LATENT, LOWER, STANDARD_ERROR, UPPER, N, Text

from . import sample

LANGUAGES = ("en", "zh")
EVIL = "<script>alert(1)</script>\"'&\x1b[31mred\x07\x9b\u202eevil\u2066x\u200f\ufeff{{ 7 * 7 }}"
MADE_BY_SURVEYS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def page(report: Report | None = None, language: str = "en") -> str:
    return render_page(report or sample.report(), language=language).decode()


def drawings(html: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def bare(**changes: object) -> Report:
    table = Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX, LOWER, UPPER), (("Image", 73.53, 71.9, 75.2),))
    chart = Chart("c", "index_bars", "latents", Text("Index", "指数"), ("latent",), "index", "lower", "upper")
    result = Result("score", sample.SCORE, None, (table,), (chart,))
    return replace(Report(Card("", "", None, 0, 0, "", "", ""), (result,)), **changes)  # type: ignore[arg-type]


def hostile() -> Report:
    table = Table("latents", Text("t", "t"), (LATENT, INDEX, LOWER, UPPER), ((EVIL, 50.0, 40.0, 60.0),))
    chart = Chart("c", "index_bars", "latents", Text("t", "t"), ("latent",), "index", "lower", "upper")
    headline = Figure(INDEX, 50.0, 1.0, 40.0, 60.0, EVIL, 4)
    remark = Remark("r", Text("{x}", "{x}"), {"x": EVIL})
    result = Result("score", sample.SCORE, headline, (table,), (chart,), (remark,), {"key": EVIL}, (EVIL, EVIL))
    finding = Finding("k", "warning", Text("{x}", "{x}"), EVIL, 1, {"x": EVIL})
    card = Card(EVIL, EVIL, EVIL, 4, 4, EVIL, EVIL, EVIL, {"seed": 1, EVIL: EVIL})
    return Report(card, (result, replace(result, segment=None)), (finding,), (), EVIL, EVIL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(language):
    assert render_page(sample.report(), language=language) == render_page(sample.report(), language=language)


def test_the_page_says_its_language():
    assert '<html lang="zh-Hans">' in page(language="zh")
    assert '<html lang="en">' in page(language="en")


def test_a_chinese_page_shows_the_analysts_chinese_names():
    assert "感知质量" in page(language="zh")
    assert "Perceived quality" not in re.sub(r"<title>.*?</title>", "", page(language="zh"))


def test_nothing_is_fetched_and_nothing_runs():
    html = page()
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|src=|https?://|javascript:|\son\w+=", html)
    assert "default-src 'none'" in html


def test_survey_text_is_escaped_wherever_it_stands():
    html = page(hostile())
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 10
    assert "{{ 7 * 7 }}" in html


def test_control_and_direction_characters_do_not_reach_the_page():
    assert not MADE_BY_SURVEYS.search(page(hostile()))


def test_plain_text_keeps_what_is_readable():
    assert plain("línea\nuno\t两 👩‍🔧 עברית") == "línea uno 两 👩‍🔧 עברית"
    assert plain(EVIL) == "<script>alert(1)</script>\"'&[31mredevilx{{ 7 * 7 }}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_elements_are_closed_in_the_order_they_were_opened(language):
    class Nesting(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.ids = [], []

        def handle_starttag(self, tag, attrs):
            self.ids += [value for name, value in attrs if name == "id"]
            self.open += [] if tag in ("meta", "link") else [tag]

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    nesting = Nesting()
    nesting.feed(page(language=language))
    assert nesting.open == []
    assert len(nesting.ids) == len(set(nesting.ids))


def test_the_headline_is_the_first_thing_with_its_interval():
    html = page()
    assert html.index("72.5") < html.index("70.7 – 74.2") < html.index("<main>")


def test_a_headline_without_a_number_says_why():
    figure = Figure(INDEX, *[Blank("negative_weight")] * 4, about="Satisfaction")
    html = page(sample.report(replace(sample.score(), headline=figure)))
    assert re.search(r'<p class="value words">a weight is negative', html)


def test_a_headline_without_an_interval_says_why():
    figure = Figure(INDEX, 72.45, *[Blank("too_few_respondents")] * 3, about="Satisfaction")
    html = page(sample.report(replace(sample.score(), headline=figure)))
    assert '<p class="quiet">95% interval: too few respondents</p>' in html


def test_columns_chosen_for_the_reader_come_first_and_all_columns_are_folded_beneath():
    html = page()
    table, _, rest = html.partition("All columns: Latents")
    assert "Std. error" not in table
    assert "Std. error" in rest


def test_a_table_that_shows_all_its_columns_is_not_repeated():
    assert "All columns" not in page(bare())


def test_an_absent_number_is_a_dash_with_its_reason_under_the_table():
    rows = (("Image", 70.0, 69.0, 71.0), ("Loyalty", *[Blank("too_few_respondents")] * 3))
    table = Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX, LOWER, UPPER), rows)
    html = page(bare(results=(Result("score", sample.SCORE, None, (table,)),)))
    assert html.count("–<sup>a</sup>") == 2
    assert "<sup>a</sup> too few respondents" in html


def test_a_column_without_any_number_leaves_the_table_and_is_told_in_a_note():
    rows = (("Image", 70.0, *[Blank("no_resamples")] * 2), ("Loyalty", 60.0, *[Blank("no_resamples")] * 2))
    table = Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX, STANDARD_ERROR, LOWER), rows)
    html = page(bare(results=(Result("score", sample.SCORE, None, (table,)),)))
    assert ">Std. error</th>" not in html
    assert "Std. error, Lower: no resamples were asked for" in html


def test_a_table_without_rows_says_so():
    table = Table("latents", Text("Latents", "潜变量"), (LATENT, INDEX), ())
    assert "Nothing to list." in page(bare(results=(Result("score", sample.SCORE, None, (table,)),)))


def test_an_interval_stands_in_one_column():
    assert '<th scope="col" data-n>95% interval</th>' in page()
    assert "71.9 – 75.2" in page()


def test_results_of_segments_have_headings_of_their_own():
    html = page(sample.report(sample.score(), sample.score(("Region", "North")), sample.score(("Region", "South"))))
    assert [html.count(f"Region: {value}</span></h2>") for value in ("North", "South")] == [1, 1]


def test_the_target_is_marked_by_a_sign_and_not_only_by_colour():
    assert "▸ Satisfaction</th>" in page()
    assert ">▸ Satisfaction</text>" in page()


def test_the_direction_of_a_gap_is_told_by_sign_arrow_and_word():
    html = page()
    assert "−12.8 ▼" in html
    assert "▼ below</td>" in html


def test_charts_can_be_named_and_described_by_a_screen_reader():
    for svg in drawings(page()):
        ids = {element.get("id") for element in svg if element.tag in ("title", "desc")}
        assert svg.get("role") == "img"
        assert set(svg.get("aria-labelledby", "").split()) == ids


def test_every_number_of_a_chart_stands_in_its_table():
    table, chart = sample.latents_table(), sample.score().charts[0]
    assert [bar.value for bar in bars(chart, table, "en", {})] == list(table.column("index"))


def test_bars_begin_at_zero_and_end_at_their_value():
    svg = next(svg for svg in drawings(page(bare())) if svg.get("class") == "chart wide")
    bar = next(element for element in svg.iter("rect"))
    assert (float(bar.get("x")), float(bar.get("width"))) == pytest.approx((232, 356 * 0.7353), abs=0.01)


def test_a_row_without_a_value_tells_the_reason_in_the_chart():
    chart = sample.gap().charts[0]
    returns = bars(chart, sample.gaps_table(), "en", {})[-1]
    assert (returns.written, returns.ends) == ("nobody answered both sides", "")


def test_a_chart_without_any_number_is_left_to_the_table():
    table = Table("latents", Text("L", "L"), (LATENT, INDEX, LOWER, UPPER), (("Image", *[Blank("no_answers")] * 3),))
    result = replace(bare().results[0], tables=(table,))
    assert "<svg" not in page(bare(results=(result,)))


@pytest.mark.parametrize(("lower", "upper", "said"), [(-3.0, -1.0, "below"), (-1.0, 1.0, "meets"), (1.0, 3.0, "exceeds")])
def test_without_a_verdict_the_side_of_zero_tells_the_direction(lower, upper, said):
    table = Table("gaps", Text("G", "G"), (LATENT, sample.GAP_INDEX, LOWER, UPPER), (("Image", 0.5, lower, upper),))
    chart = Chart("gaps", "gap_bars", "gaps", Text("G", "G"), ("latent",), "gap_index", "lower", "upper")
    assert bars(chart, table, "en", {})[0].direction == said


def test_a_gap_that_nothing_tested_has_no_sign_of_a_verdict():
    row = ("Image", -11.1, *[Blank("too_few_respondents")] * 2)
    table = Table("gaps", Text("G", "G"), (LATENT, sample.GAP_INDEX, LOWER, UPPER), (row,))
    chart = Chart("gaps", "gap_bars", "gaps", Text("G", "G"), ("latent",), "gap_index", "lower", "upper")
    report = bare(results=(Result("gap", sample.GAP, None, (table,), (chart,)),))
    assert bars(chart, table, "en", {})[0].direction == ""
    assert ">−11.1</text>" in page(report)


def test_a_gap_without_a_test_has_no_direction_even_where_it_has_an_interval():
    columns = (LATENT, sample.GAP_INDEX, LOWER, UPPER, sample.VERDICT)
    table = Table("gaps", Text("G", "G"), columns, (("Image", -11.1, -11.1, -11.1, Blank("no_spread")),))
    chart = Chart("gaps", "gap_bars", "gaps", Text("G", "G"), ("latent",), "gap_index", "lower", "upper")
    assert bars(chart, table, "en", {})[0].direction == ""


def test_a_heading_is_not_shown_twice_when_chart_and_table_share_it():
    result = sample.score()
    chart = replace(result.charts[0], title=Text("Latents", "潜变量"))
    html = page(sample.report(replace(result, tables=result.tables[:1], charts=(chart,))))
    assert "<h3>Latents</h3>" in html
    assert '<caption><span class="unseen">Latents</span></caption>' in html


def test_settings_that_are_not_in_force_are_not_told():
    card = replace(sample.report().card, settings={"scheme": None, "seed": 7})
    html = page(replace(sample.report(), card=card, results=()))
    assert "Inner weighting scheme" not in html
    assert '<dt>Seed of the resampling</dt><dd dir="auto">7</dd>' in html


def test_the_gap_axis_holds_every_whisker_and_shows_both_sides_of_zero():
    axis = gap_axis(bars(sample.gap().charts[0], sample.gaps_table(), "en", {}), sample.GAP_INDEX, "en")
    assert [written for _, written in axis.ticks] == ["−20", "−15", "−10", "−5", "0", "+5"]


def test_the_gap_axis_leaves_room_right_of_zero_when_every_gap_falls_short():
    table = Table("gaps", Text("G", "G"), (LATENT, sample.GAP_INDEX, LOWER, UPPER), (("Image", -8.0, -9.0, -7.0),))
    chart = Chart("gaps", "gap_bars", "gaps", Text("G", "G"), ("latent",), "gap_index", "lower", "upper")
    axis = gap_axis(bars(chart, table, "en", {}), sample.GAP_INDEX, "en")
    assert [written for _, written in axis.ticks] == ["−10", "−8", "−6", "−4", "−2", "0", "+2"]


@pytest.mark.parametrize(("least", "step"), [(0.03, 0.05), (0.21, 0.25), (1.0, 1.0), (3.9, 5.0), (7.0, 10.0)])
def test_axis_steps_are_round_numbers(least, step):
    assert round_step(least) == pytest.approx(step)


def test_every_kind_of_chart_can_be_drawn():
    assert {*AXES, *FIELDS} == set(get_args(ChartKind))


def test_a_chart_of_many_rows_is_cut_into_panels_that_fit_a_sheet():
    rows = bars(sample.score().charts[0], sample.latents_table(), "en", {}) * 30
    parts = panels(rows)
    assert sum(parts, ()) == rows
    assert max(map(len, parts)) <= 40


def test_long_names_are_broken_into_two_lines_that_fit():
    broken = lines(sample.LONG, 200, 13)
    assert len(broken) == 2
    assert broken[1].endswith("…")
    assert max(breadth(line, 13) for line in broken) <= 200


def test_a_line_does_not_begin_with_a_chinese_full_stop():
    assert lines("满意。度", breadth("满意", 13), 13, most=3) == ["满", "意。", "度"]


def test_nodes_of_a_tree_are_indented_by_their_level():
    html = page(sample.report(sample.tree()))
    assert 'style="padding-left:4.3em"' in html
    assert ">Level</th>" not in html.partition("<details")[0]


def test_the_highest_nodes_of_a_tree_are_not_indented_whatever_their_level():
    table = sample.tree_table()
    part = replace(table, rows=table.rows[2:5])
    assert depths(part) == (0, 1, 1)


@pytest.mark.parametrize("path", ["/data/wave/survey.xlsx", "C:\\wave\\survey.xlsx", "survey.xlsx"])
def test_a_client_does_not_see_the_folders_of_the_analyst(path):
    card = replace(sample.report().card, name=path, survey=path, model=f'{path}, sheet "a/b"')
    html = page(replace(sample.report(), card=card))
    assert '<h1 dir="auto">survey.xlsx</h1>' in html
    assert "survey.xlsx, sheet &#34;a/b&#34;" in html
    assert "wave" not in html


def test_findings_begin_with_the_severe_ones():
    html = page()
    assert html.index("PLS weight is negative") < html.index("read as missing") < html.index("guessed as 1–7")


def test_skipped_analyses_are_named_with_the_reason():
    html = page(sample.report(sample.score()))
    assert "<dt>Expectation gaps</dt><dd>the model names no expectation columns.</dd>" in html


def test_settings_that_all_results_share_are_told_once():
    assert page().count("Inner weighting scheme") == 1


def test_settings_of_one_analysis_are_told_beside_it():
    result = replace(sample.gap(), settings={**sample.SETTINGS, "at_least": 3.0})
    assert "Settings of this analysis: Smallest gap that is listed: 3" in page(sample.report(sample.score(), result))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_almost_nothing_is_still_a_page(language):
    html = page(bare(results=()), language)
    assert html.startswith("<!DOCTYPE html>")
    assert html.endswith("</html>")


def test_columns_that_are_empty_for_one_reason_share_a_note() -> None:
    absent = Blank("single_item")
    table = Table("t", Text("T", "T"), (LATENT, N, INDEX, sample.P_ADJUSTED), (("A", 3, absent, absent),))
    assert [note.words for note in shown_view(table, {}, "zh", {}).notes] == ["指数、校正 p：只有一道题"]
