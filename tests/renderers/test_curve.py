"""Curves: a line through the rows of a table with its band, the same steps in every form."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from csi.renderers.curve_steps import curve_field, curve_note, curve_steps
from csi.renderers.markdown import render_markdown
from csi.renderers.page import render_page
from csi.renderers.terminal import render_terminal
from csi.renderers.terminal_fold import cells
from csi.renderers.workbook import render_workbook
from csi.results import Blank, Cell, Chart, Report, Result, Table
from csi.terms import INDEX, LOWER, UPPER, Term, Text, Unit

from . import sample

BUDGET = Term("budget", "Budget", "预算", Unit.RATIO, 0)
COLUMNS = (BUDGET, INDEX, LOWER, UPPER)
CHART = Chart("c", "curve", "c", Text("The curve", "曲线"), ("budget",), "index", "lower", "upper", x="budget")
ROWS: tuple[tuple[Cell, ...], ...] = (
    (0.0, 70.0, 69.0, 71.0),
    (40.0, 74.0, 72.5, 75.5),
    (60.0, 75.0, 73.2, 76.6),
    (140.0, 77.0, 74.8, 79.3),
)


def table(rows: tuple[tuple[Cell, ...], ...] = ROWS) -> Table:
    return Table("c", Text("What budgets buy", "预算的效果"), COLUMNS, rows, strong=frozenset({2}))


def report(rows: tuple[tuple[Cell, ...], ...] = ROWS) -> Report:
    result = Result("simulate", sample.SCORE, None, (table(rows),), (CHART,), settings=sample.SETTINGS)
    return sample.report(result, notes=())


def screen(rows: tuple[tuple[Cell, ...], ...] = ROWS, **options: object) -> list[str]:
    """The lines between the title of the curve and its table."""
    lines = render_terminal(report(rows), **options).splitlines()  # type: ignore[arg-type]
    start = next(at for at, line in enumerate(lines) if line in {"What budgets buy", "预算的效果"})
    return lines[start + 1 : lines.index("", start)]


def drawings(rows: tuple[tuple[Cell, ...], ...] = ROWS) -> list[ElementTree.Element]:
    html = render_page(report(rows)).decode()
    return [ElementTree.fromstring(svg) for svg in re.findall(r'<svg class="chart \w+ curve".*?</svg>', html, re.DOTALL)]


def kinds(svg: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [one for one in svg.iter() if one.get("class") == kind]


def without_ends() -> tuple[tuple[Cell, ...], ...]:
    return tuple((*row[:2], Blank("no_resamples"), Blank("no_resamples")) for row in ROWS)


def test_the_steps_are_the_rows_with_both_numbers_in_their_order():
    steps = curve_steps(CHART, table((*ROWS, (None, 80.0, 79.0, 81.0))), "en")
    assert [(step.x, step.y) for step in steps] == [row[:2] for row in ROWS]
    assert [step.strong for step in steps] == [False, False, True, False]
    assert steps[1].ends == (72.5, 75.5)


def test_one_row_is_no_curve():
    assert curve_steps(CHART, table(ROWS[:1]), "en") == ()
    assert drawings(ROWS[:1]) == []


def test_the_axes_hold_the_whole_band():
    field = curve_field(CHART, table(), curve_steps(CHART, table(), "en"), "en")
    assert field.x.low <= 0 and field.x.high >= 140
    assert field.y.low <= 69 and field.y.high >= 79.3


def test_the_curve_rises_on_the_screen_from_left_to_right():
    places = [(at, line.index(sign)) for at, line in enumerate(screen(width=80)) for sign in "●▸" if sign in line]
    assert len({row for row, _ in places}) == len(ROWS)
    assert [across for _, across in sorted(places, reverse=True)] == sorted(across for _, across in places)


def test_the_band_stands_around_the_line_where_there_are_intervals_only():
    assert any("┊" in line for line in screen(width=80))
    assert not any("┊" in line for line in screen(without_ends(), width=80))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_a_curve_is_wider_than_the_screen(width, language):
    assert max(cells(line) for line in screen(width=width, language=language)) <= width


def test_a_curve_needs_no_unicode():
    assert "".join(screen(width=80, unicode=False)).isascii()


def test_the_page_draws_one_line_one_band_and_a_point_a_step():
    wide, narrow = drawings()
    for svg in (wide, narrow):
        assert len(kinds(svg, "course")) == len(kinds(svg, "band")) == 1
        assert len(kinds(svg, "spot")) == len(ROWS)
    assert [point.get("r") for point in kinds(wide, "spot")] == ["3.5", "3.5", "6", "3.5"]


def test_a_point_of_the_page_tells_both_numbers():
    titles = [title.text for title in drawings()[0].iter("title")]
    assert "Budget 40, Index 74.0" in titles


def test_without_intervals_the_page_has_no_band():
    assert kinds(drawings(without_ends())[0], "band") == []


def test_the_note_tells_axes_band_and_large_point():
    told = curve_note(CHART, table(), sample.SETTINGS, "en")
    assert told == "To the right: Budget. Upwards: Index. Band: 95% interval. The large point is what was asked for."
    plain = replace(table(without_ends()), strong=frozenset())
    assert curve_note(CHART, plain, sample.SETTINGS, "zh") == "向右：预算。向上：指数。"


def test_the_workbook_has_a_native_chart_over_the_cells_of_the_table():
    with ZipFile(BytesIO(render_workbook(report()))) as book:
        chart = book.read(next(name for name in book.namelist() if name.startswith("xl/charts/chart"))).decode()
    assert "scatterChart" in chart
    assert chart.count("<c:ser>") == 4  # two edges of the band, the line, the large point
    columns = [re.findall(r"\$([A-Z])\$", cells)[0] for cells in re.findall(r"<c:yVal>.*?<c:f>([^<]*)</c:f>", chart, re.DOTALL)]
    assert columns == ["C", "D", "B", "B"]


def test_markdown_shows_the_table_alone():
    assert "74.0" in render_markdown(report())
