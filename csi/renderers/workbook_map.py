"""A native scatter chart for a map of points: names, whiskers and the cross refer to cells right of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..results import Chart
from ..terms import Term
from .headings import title
from .map_labels import Box, label_boxes
from .map_points import Field, Point, has_whiskers, map_field, map_points
from .page_axes import Axis
from .plain_text import plain
from .text_width import breadth, cut
from .wording import heading, pick
from .workbook_cells import INK, QUIET, RULE, Sheet, number_format
from .workbook_points import COLUMNS, CROSS, GREY, LONGEST_NAME, PointCells, cell_range, lengths
from .workbook_tables import Placed

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

WIDTH, HEIGHT, ROW = 660, 460, 20  # pixels; a row of the sheet is 20 high
_FIELD = (570.0, 340.0)  # of the map without axes and title
_LENGTHS = ("chart_minus", "chart_plus")


def write_map(book: Workbook, sheet: Sheet, chart: Chart, placed: Placed, right: int) -> int:
    """Draw the map under its table and say which column right of it is free; nothing when no row lies on it.

    right: the first column where the cells may stand that the map needs.
    """
    points = map_points(chart, placed.table, sheet.language, sheet.names)
    if not points:
        return right
    drawn_ends = has_whiskers(points)
    field = map_field(chart, placed.table, points, sheet.language, whiskers=drawn_ends)
    _write_heads(sheet, chart, placed, right)
    drawn = book.add_chart({"type": "scatter"})
    for at, (point, side) in enumerate(zip(points, _sides(points, field), strict=True)):
        cells = PointCells(sheet, placed.first + at, right)
        ends = lengths(point, chart, placed) if drawn_ends else (None,) * 4
        cells.write(point, chart, placed, ends)
        drawn.add_series(cells.series(point, ends, side))
    for line in _lines(sheet, field, placed, right):
        drawn.add_series(line)
    terms = [placed.table.columns[placed.table.position(key)] for key in (chart.x, chart.y)]
    drawn.set_x_axis(scatter_axis(field.x, terms[0], sheet.language))
    drawn.set_y_axis(scatter_axis(field.y, terms[1], sheet.language))
    set_looks(drawn, [sheet.name, placed.title, right])
    sheet.sheet.insert_chart(sheet.row, 0, drawn, {"object_position": 1, "description": plain(pick(chart.title, sheet.language))})
    sheet.row += HEIGHT // ROW + 3
    return right + COLUMNS


def set_looks(drawn: Any, title_cell: list[Any] | str) -> None:
    """Title, frame and size of a chart on two axes."""
    drawn.set_title({"name": title_cell, "name_font": {"size": 12, "bold": True, "color": INK}, "overlay": False})
    drawn.show_hidden_data()  # the columns that the map needs are nothing for the eye
    drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"color": RULE}})
    drawn.set_size({"width": WIDTH, "height": HEIGHT})


def _write_heads(sheet: Sheet, chart: Chart, placed: Placed, right: int) -> None:
    """The title of the map and the headings of its cells."""
    sheet.words(placed.title, right, pick(chart.title, sheet.language), **GREY)
    heads = [heading(placed.table.columns[placed.table.position(key)], sheet.language) for key in (chart.x, chart.y)]
    ends = [f"{head} · {title(key, sheet.language)}" for head in heads for key in _LENGTHS]
    for at, words in enumerate((title("chart_label", sheet.language), *heads, *ends)):
        sheet.words(placed.head, right + at, words, text_wrap=True, valign="bottom", **GREY)


def _sides(points: Sequence[Point], field: Field) -> list[str]:
    """On which side of each point its name stands, so that names keep out of each other's way as far as that goes."""
    width, height = _FIELD
    centres = [(field.x.share(point.x) * width, (1 - field.y.share(point.y)) * height) for point in points]
    marks = [Box(x - 5, y - 5, x + 5, y + 5) for x, y in centres]
    sizes = [(breadth(cut(point.name, LONGEST_NAME, 1.0), 12.0), 16.0) for point in points]
    boxes = label_boxes(marks, sizes, Box(0, 0, width, height), gap=4, places=4)
    return [_side(mark, box) for mark, box in zip(marks, boxes, strict=True)]


def _side(mark: Box, box: Box | None) -> str:
    if box is None or box.left >= mark.right:
        return "right"
    if box.right <= mark.left:
        return "left"
    return "above" if box.bottom <= mark.top else "below"


def _lines(sheet: Sheet, field: Field, placed: Placed, right: int) -> list[dict[str, Any]]:
    """The cross as two dashed lines from end to end of the axes, and the slanting line."""
    made = []
    for at, (ends, dashes) in enumerate(_ends(field)):
        first = placed.first + 2 * at
        for step, pair in enumerate(ends):
            for side, value in enumerate(pair):
                sheet.sheet.write_number(first + step, right + CROSS + side, value, sheet.looks(**GREY))
        across, up = (cell_range(sheet, first, right + CROSS + side, first + 1) for side in (0, 1))
        line = {"color": QUIET, "width": 1, "dash_type": dashes}
        made.append({"categories": across, "values": up, "marker": {"type": "none"}, "line": line})
    return made


def _ends(field: Field) -> list[tuple[tuple[tuple[float, float], ...], str]]:
    """Both ends of each line, and how it is drawn."""
    found: list[tuple[tuple[tuple[float, float], ...], str]] = []
    if field.cross is not None:
        x, y = field.cross
        found += [(((x, field.y.low), (x, field.y.high)), "dash"), (((field.x.low, y), (field.x.high, y)), "dash")]
    if field.diagonal is not None:
        low, high = field.diagonal
        found.append((((low, low), (high, high)), "solid"))
    return found


def scatter_axis(axis: Axis, term: Term, language: str) -> dict[str, Any]:
    """One axis of a chart on two."""
    digits = len(axis.ticks[1][1].partition(".")[2].rstrip("%"))
    return {
        "name": plain(heading(term, language)),
        "name_font": {"size": 9, "bold": True, "color": QUIET},
        "min": axis.low,
        "max": axis.high,
        "major_unit": axis.ticks[1][0] - axis.ticks[0][0],
        "crossing": axis.low,
        "num_format": number_format(replace(term, digits=digits)),
        "num_font": {"size": 9, "color": QUIET},
        "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.75}},
        "line": {"color": QUIET},
    }
