"""Maps of points: names that cover nothing, numbers where names have no room, the same points in every form."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from csi.renderers.map_labels import Box, corner_boxes, label_boxes
from csi.renderers.map_points import map_field, map_note, map_points
from csi.renderers.markdown import render_markdown
from csi.renderers.page import render_page
from csi.renderers.page_axes import map_axis
from csi.renderers.terminal import render_terminal
from csi.renderers.terminal_fold import cells
from csi.renderers.workbook import render_workbook
from csi.results import Blank, Cell, Chart, Report, Result, Table
from csi.terms import LATENT, LOWER, UPPER, Term, Text, Unit

from . import sample

IMPORTANCE = Term("importance", "Importance", "重要性", Unit.RATIO, 3)
AT_LEAST, AT_MOST = Term("importance_lower", "L", "下", Unit.RATIO, 3), Term("importance_upper", "U", "上", Unit.RATIO, 3)
PERFORMANCE = Term("performance", "Performance", "绩效", Unit.POINTS, 1)
KEYS = ("low_priority", "concentrate", "overkill", "keep_up")
QUADRANT = Term("quadrant", "Quadrant", "象限", values={key: Text(key.replace("_", " "), f"区{key[0]}") for key in KEYS})
COLUMNS = (LATENT, IMPORTANCE, AT_LEAST, AT_MOST, PERFORMANCE, LOWER, UPPER, QUADRANT)
CHART = Chart(
    "m", "map", "m", Text("The map", "分布图"), ("latent",), "performance", "lower", "upper",
    x="importance", x_lower="importance_lower", x_upper="importance_upper",
    cross=(0.4, 70.0), zone="quadrant", corners=KEYS,
)  # fmt: skip
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Image", 0.37, 0.30, 0.44, 74.1, 72.6, 75.6, "overkill"),
    ("Quality", 0.61, 0.55, 0.68, 65.4, 63.9, 66.9, "concentrate"),
    ("感知价值", 0.18, 0.11, 0.25, 58.5, 56.8, 60.1, "low_priority"),
    ("Expectation", 0.45, 0.38, 0.51, 78.2, 77.0, 79.9, "keep_up"),
    ("Satisfaction", *[Blank("not_applicable")] * 3, 70.5, 69.0, 72.0, Blank("not_applicable")),
)


def report(rows: tuple[tuple[Cell, ...], ...] = ROWS, **changes: object) -> Report:
    table = Table("m", Text("Where points lie", "各点位置"), COLUMNS, rows, strong=frozenset({len(rows) - 1}))
    result = Result("map", sample.SCORE, None, (table,), (replace(CHART, **changes),), settings=sample.SETTINGS)  # type: ignore[arg-type]
    return sample.report(result, notes=())


def many(count: int) -> tuple[tuple[Cell, ...], ...]:
    """Points on a spiral, no two of which are at the same place."""
    return tuple(
        (f"Indicator {at}", 0.1 + (at * 37 % 61) / 100, 0.0, 0.9, 50.0 + (at * 17 % 43), 40.0, 95.0, KEYS[at % 4])
        for at in range(1, count + 1)
    )


def screen(rows: tuple[tuple[Cell, ...], ...] = ROWS, **options: object) -> list[str]:
    """The lines between the title of the map and its table."""
    lines = render_terminal(report(rows), **options).splitlines()  # type: ignore[arg-type]
    start = next(at for at, line in enumerate(lines) if line in {"Where points lie", "各点位置"})
    return lines[start + 1 : lines.index("", start)]


def drawings(language: str = "en", rows: tuple[tuple[Cell, ...], ...] = ROWS) -> list[ElementTree.Element]:
    html = render_page(report(rows), language=language).decode()
    return [ElementTree.fromstring(svg) for svg in re.findall(r'<svg class="chart \w+ map".*?</svg>', html, re.DOTALL)]


def written(svg: ElementTree.Element, kind: str) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter("text") if kind in text.get("class", "").split()]


boxes = st.builds(lambda x, y: Box(x, y, x + 1, y + 1), st.integers(0, 59), st.integers(0, 14))


@settings(max_examples=60, deadline=None)
@given(st.lists(boxes, min_size=1, max_size=12, unique=True), st.data())
def test_no_label_covers_a_point_or_another_label_or_leaves_the_map(marks, data):
    sizes = [(data.draw(st.integers(1, 14)), 1) for _ in marks]
    room = Box(0, 0, 60, 15)
    placed = [box for box in label_boxes(marks, sizes, room) if box is not None]
    assert all(room.holds(box) for box in placed)
    assert not any(box.touches(mark) for box in placed for mark in marks)
    assert not any(one.touches(other) for at, one in enumerate(placed) for other in placed[:at])


def test_a_label_stands_right_of_its_point_where_that_is_free():
    assert label_boxes([Box(5, 5, 6, 6)], [(4, 1)], Box(0, 0, 20, 10)) == [Box(7, 5, 11, 6)]


def test_a_label_at_the_right_edge_stands_left_of_its_point():
    assert label_boxes([Box(18, 5, 19, 6)], [(4, 1)], Box(0, 0, 20, 10)) == [Box(13, 5, 17, 6)]


def test_a_label_without_any_free_place_is_left_to_a_number():
    assert label_boxes([Box(1, 0, 2, 1)], [(4, 1)], Box(0, 0, 3, 1)) == [None]


def test_a_label_keeps_off_what_is_disliked_but_not_at_any_price():
    mark, room = Box(9, 5, 10, 6), Box(0, 0, 20, 10)
    assert label_boxes([mark], [(4, 1)], room, disliked=[Box(11, 0, 12, 10)]) == [Box(4, 5, 8, 6)]
    assert label_boxes([mark], [(4, 1)], room, disliked=[room]) == [Box(11, 5, 15, 6)]


def test_a_label_chooses_from_the_best_places_where_only_some_can_be_had():
    mark, room, taken = Box(9, 5, 10, 6), Box(0, 0, 20, 10), [Box(11, 5, 15, 6)]
    assert label_boxes([mark], [(4, 1)], room, taken=taken, places=1) == [None]
    assert label_boxes([mark], [(4, 1)], room, taken=taken, places=2) == [Box(4, 5, 8, 6)]


def test_words_of_a_corner_stay_in_their_part_and_move_in_from_a_point():
    room, cross = Box(0, 0, 20, 10), (10.0, 5.0)
    found = corner_boxes([(4, 1)] * 4, room, cross, [Box(0, 9, 1, 10)], line=1)
    assert found == [Box(0, 8, 4, 9), Box(16, 9, 20, 10), Box(0, 0, 4, 1), Box(16, 0, 20, 1)]
    assert corner_boxes([(11, 1)] * 4, room, cross, [], line=1) == [None] * 4


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0.18, 0.61), ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]),
        ((0.0, 4.0), ["0", "1", "2", "3", "4", "5"]),
        ((0.5, 0.5), ["0.49", "0.50", "0.51"]),
    ],
)
def test_a_map_is_cut_to_its_points_at_round_numbers(values, ticks):
    assert [words for _, words in map_axis(values, IMPORTANCE, "en").ticks] == ticks


def test_an_axis_of_an_index_does_not_leave_0_to_100():
    axis = map_axis((0.5, 99.9), PERFORMANCE, "en")
    assert (axis.low, axis.high) == (0, 100)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6))
def test_an_axis_holds_every_value(values):
    axis = map_axis(values, IMPORTANCE, "en")
    assert axis.low <= min(values) + 1e-6
    assert axis.high >= max(values) - 1e-6
    assert axis.low < axis.high


def test_noise_of_the_arithmetic_makes_no_axis_of_its_own():
    assert len(map_axis((0.5, 0.5 + 1e-12), IMPORTANCE, "en").ticks) < 10


def test_rows_without_a_number_or_a_part_are_left_to_the_table():
    points = map_points(CHART, report().results[0].tables[0], "en", {})
    assert [(point.row, point.number, point.name) for point in points] == [
        (0, 1, "Image"),
        (1, 2, "Quality"),
        (2, 3, "感知价值"),
        (3, 4, "Expectation"),
    ]
    assert [point.urgent for point in points] == [False, True, False, False]


def test_a_row_with_both_numbers_but_no_part_is_left_to_the_table_too():
    rows = (*ROWS, ("SAT1", 0.4, 0.3, 0.5, 70.0, 69.0, 71.0, Blank("not_applicable")))
    points = map_points(CHART, report(rows).results[0].tables[0], "en", {})
    assert [point.row for point in points] == [0, 1, 2, 3]
    whole = map_points(replace(CHART, zone=""), report(rows).results[0].tables[0], "en", {})
    assert [point.row for point in whole] == [0, 1, 2, 3, 5]


@pytest.mark.parametrize("count", [1, 4, 30, 80])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_of_a_map_is_wider_than_the_terminal(width, language, count):
    assert max(map(cells, screen(many(count), width=width, language=language))) <= width


def test_names_stand_beside_their_points_where_there_is_room():
    drawn = "\n".join(screen(width=100))
    assert drawn.count("●") == 4
    assert all(name in drawn for name in ("Image", "Quality", "感知价值", "Expectation"))
    assert "Satisfaction" not in drawn


def test_further_right_is_more_and_further_up_is_better():
    lines = screen(width=100)
    rows = {name: next(at for at, line in enumerate(lines) if name in line) for name in ("Image", "Quality", "Expectation")}
    assert rows["Expectation"] < rows["Image"] < rows["Quality"]
    assert lines[rows["Image"]].index("●") < lines[rows["Expectation"]].index("●") < lines[rows["Quality"]].index("●")


def test_the_corners_say_what_they_mean_in_either_language():
    assert all(key.replace("_", " ") in "\n".join(screen(width=100)) for key in KEYS)
    assert all(f"区{key[0]}" in "\n".join(screen(width=100, language="zh")) for key in KEYS)


def test_a_crowded_map_has_numbers_and_says_what_they_mean():
    drawn = "\n".join(screen(many(40), width=60))
    assert "●" not in drawn
    assert [f"{at} Indicator {at}" in drawn for at in range(1, 41)] == [True] * 40


def test_points_at_the_same_place_have_numbers_beside_each_other():
    rows = tuple((f"Twin {at}", 0.5, 0.4, 0.6, 70.0, 69.0, 71.0, "keep_up") for at in (1, 2, 3))
    field = [line for line in screen(rows, width=100) if "│" in line or "┤" in line]
    assert re.findall(r"(?<![\d.])[123](?![\d.])", "".join(line.split("┤", 1)[-1].split("│", 1)[-1] for line in field)) != []
    assert "1 Twin 1" in "\n".join(screen(rows, width=100))


def test_a_map_can_be_drawn_with_ascii_signs_alone():
    drawn = "\n".join(screen(many(5), width=80, unicode=False))
    assert drawn.isascii()
    assert drawn.count("o Indicator") + drawn.count("Indicator") > 4


def test_colour_changes_no_sign():
    plain = render_terminal(report(), width=80)
    coloured = render_terminal(report(), width=80, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_table_without_any_point_has_no_map():
    rows = (ROWS[-1],)
    assert "┄" not in render_terminal(report(rows), width=80)
    assert drawings(rows=rows) == []
    assert not charts(rows)


def test_both_intervals_stand_in_the_table_and_that_of_the_map_stays_longest():
    head = next(line for line in render_terminal(report(), width=110).splitlines() if "Latent" in line)
    assert head.count("95% interval") == 2
    narrow = next(line for line in render_terminal(report(), width=56).splitlines() if "Latent" in line)
    assert narrow.count("95% interval") == 1
    assert "Importance" in narrow


def test_the_page_draws_a_map_for_wide_and_for_narrow_pages():
    wide, narrow = drawings()
    assert [len(list(svg.iter("circle"))) for svg in (wide, narrow)] == [4, 4]
    assert sorted(written(wide, "name")) == sorted(["Image", "Quality", "感知价值", "Expectation"])
    assert written(wide, "zone") == [key.replace("_", " ") for key in KEYS]


def test_what_is_urgent_is_marked_and_a_point_tells_its_values():
    wide = drawings()[0]
    urgent = [group for group in wide.iter("g") if group.get("class") == "urgent"]
    assert [group.find("title").text for group in urgent] == ["Quality: Importance 0.610, Performance 65.4"]  # type: ignore[union-attr]


def test_whiskers_are_drawn_both_ways_while_they_are_few():
    assert len([box for box in drawings()[0].iter("rect") if box.get("class") == "reach"]) == 8
    assert not [box for box in drawings(rows=many(13))[0].iter("rect") if box.get("class") == "reach"]


def test_more_than_twelve_points_have_numbers_and_a_list_under_the_map():
    wide = drawings(rows=many(13))[0]
    assert written(wide, "number") == [str(at) for at in range(1, 14)]
    assert [name for name in written(wide, "name") if name.startswith("Indicator")] == [f"Indicator {at}" for at in range(1, 14)]


def test_a_name_too_long_for_the_map_makes_all_names_numbers():
    rows = (*ROWS[:3], (sample.LONG * 3, *ROWS[3][1:]), ROWS[4])
    assert written(drawings(rows=rows)[0], "number") == ["1", "2", "3", "4"]


def test_words_of_a_map_stay_inside_the_drawing():
    for svg in drawings(rows=many(20)):
        width, height = (float(number) for number in svg.get("viewBox", "").split()[2:])
        assert all(
            0 <= float(text.get("x", "0")) <= width and 0 <= float(text.get("y", "0")) <= height for text in svg.iter("text")
        )


def test_the_note_names_the_axes_and_where_the_lines_stand():
    table = report().results[0].tables[0]
    note = map_note(CHART, table, sample.SETTINGS, "en", {})
    assert (
        note
        == "To the right: Importance. Upwards: Performance. The dashed lines stand at 0.400 and 70.0. Whiskers: 95% interval."
    )
    assert map_note(replace(CHART, cross=None), table, sample.SETTINGS, "zh", {}) == "向右：重要性。向上：绩效。须线：95% 区间。"


def test_a_map_that_nothing_divides_has_neither_lines_nor_corners():
    html = render_page(report(cross=None)).decode()
    assert 'class="cross"' not in html
    assert 'class="zone"' not in html
    assert "┄" not in render_terminal(report(cross=None), width=80)


def charts(rows: tuple[tuple[Cell, ...], ...] = ROWS) -> list[str]:
    with ZipFile(BytesIO(render_workbook(report(rows)))) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]


def test_the_workbook_has_a_native_chart_of_one_series_a_point_and_two_lines():
    (chart,) = charts()
    assert "<c:scatterChart>" in chart
    assert chart.count("<c:ser>") == 6
    assert chart.count("<c:errBars>") == 8
    assert chart.count('<a:prstDash val="dash"/>') == 2


def test_cells_of_the_workbook_map_are_formulas_over_its_table():
    sheet = load_workbook(BytesIO(render_workbook(report()))).worksheets[1]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Chart: row")
    row = next(sheet.iter_rows(min_row=head.row + 2, max_row=head.row + 2, min_col=head.column))
    first = head.row + 2
    assert [cell.value for cell in row[:7]] == [
        "Quality",
        f"=B{first}",
        f"=E{first}",
        f"=B{first}-C{first}",
        f"=D{first}-B{first}",
        f"=E{first}-F{first}",
        f"=G{first}-E{first}",
    ]


def test_a_name_that_looks_like_a_formula_is_none_in_the_workbook():
    rows = (("=1+1", *ROWS[0][1:]), *ROWS[1:])
    sheet = load_workbook(BytesIO(render_workbook(report(rows)))).worksheets[1]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"} == {"s"}


def test_markdown_has_the_table_of_the_map():
    told = render_markdown(report())
    assert "| Quality | 0.610 | 0.550 – 0.680 | 65.4 | 63.9 – 66.9 | concentrate |" in told


UNSURE = Term("unsure", "Unsure", "不稳定")


def doubtful(**changes: object) -> Report:
    """The same map on which Quality, which is urgent, and Image are not settled."""
    rows = tuple((*row, row[0] in {"Quality", "Image"}) for row in ROWS)
    table = Table("m", Text("Where points lie", "各点位置"), (*COLUMNS, UNSURE), rows)
    chart = replace(CHART, unsure="unsure", **changes)  # type: ignore[arg-type]
    return sample.report(Result("map", sample.SCORE, None, (table,), (chart,), settings=sample.SETTINGS), notes=())


def on_one_scale(**changes: object) -> Report:
    """Importance and performance both in points, so that a line of equals can be drawn."""
    points = replace(PERFORMANCE, key="importance", en="Importance")
    rows = tuple((row[0], 100 * row[1], *row[4:]) if isinstance(row[1], float) else (row[0], *row[3:]) for row in ROWS)
    columns = (LATENT, points, PERFORMANCE, LOWER, UPPER, QUADRANT)
    chart = replace(CHART, x_lower="", x_upper="", diagonal=True, cross=None, **changes)  # type: ignore[arg-type]
    table = Table("m", Text("Where points lie", "各点位置"), columns, rows)
    return sample.report(Result("map", sample.SCORE, None, (table,), (chart,), settings=sample.SETTINGS), notes=())


def test_a_point_that_is_not_settled_is_hollow_and_never_urgent():
    table = doubtful().results[0].tables[0]
    points = map_points(replace(CHART, unsure="unsure"), table, "en", {})
    assert [(point.unsure, point.urgent) for point in points] == [(True, False), (True, False), (False, False), (False, False)]
    drawn = render_terminal(doubtful(), width=100)
    assert (drawn.count("○"), drawn.count("●")) == (2, 2)
    assert "?" in render_terminal(doubtful(), width=100, unicode=False)


def test_the_page_greys_what_is_not_settled_and_says_so():
    html = render_page(doubtful()).decode()
    svg = ElementTree.fromstring(re.search(r'<svg class="chart wide map".*?</svg>', html, re.DOTALL).group())  # type: ignore[union-attr]
    grey = [group.find("title").text for group in svg.iter("g") if group.get("class") == "unsure"]  # type: ignore[union-attr]
    assert [name.split(":")[0] for name in grey] == ["Image", "Quality"]  # type: ignore[union-attr]
    assert "Grey points: their place is not settled." in html
    assert "Grey points" not in render_page(report()).decode()


def test_the_workbook_leaves_points_hollow_that_are_not_settled():
    with ZipFile(BytesIO(render_workbook(doubtful()))) as archive:
        (name,) = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        assert archive.read(name).decode().count("FFFFFF") == 2


def test_the_line_of_equals_runs_where_both_axes_hold_it():
    chart, table = on_one_scale().results[0].charts[0], on_one_scale().results[0].tables[0]
    field = map_field(chart, table, map_points(chart, table, "en", {}), "en", whiskers=False)
    assert field.diagonal == (max(field.x.low, field.y.low), min(field.x.high, field.y.high))


def test_axes_without_a_common_value_have_no_line_of_equals():
    chart, table = replace(CHART, diagonal=True), report().results[0].tables[0]  # importance 0 to 1, performance 50 to 80
    assert map_field(chart, table, map_points(chart, table, "en", {}), "en", whiskers=False).diagonal is None


def test_every_form_draws_the_line_of_equals():
    assert "╱" in render_terminal(on_one_scale(), width=100)
    assert "╱" not in render_terminal(report(), width=100)
    html = render_page(on_one_scale()).decode()
    assert html.count('class="slant"') == 2
    assert "On the slanting line Importance and Performance are equal." in html
    with ZipFile(BytesIO(render_workbook(on_one_scale()))) as archive:
        (name,) = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        assert archive.read(name).decode().count("<c:ser>") == 5


def test_a_cross_off_the_points_is_on_the_map_all_the_same():
    chart, table = replace(CHART, cross=(0.05, 40.0)), report().results[0].tables[0]
    field = map_field(chart, table, map_points(chart, table, "en", {}), "en", whiskers=False)
    assert field.x.low <= 0.05
    assert field.y.low <= 40


def test_ends_of_both_intervals_have_the_digits_of_what_they_surround():
    turned = replace(
        CHART,
        x="performance",
        x_lower="lower",
        x_upper="upper",
        y="importance",
        lower="importance_lower",
        upper="importance_upper",
    )
    table = report().results[0].tables[0]
    result = Result("map", sample.SCORE, None, (table,), (turned,), settings=sample.SETTINGS)
    drawn = render_terminal(sample.report(result, notes=()), width=120)
    assert "0.550 – 0.680" in drawn
    assert "63.9 – 66.9" in drawn
