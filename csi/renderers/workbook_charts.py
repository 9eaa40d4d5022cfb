"""Native charts of the workbook: bars and whiskers that refer to the cells of their table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..results import Chart
from ..terms import Term
from .chart_rows import ARROWS, TARGET, Bar, bars
from .headings import title
from .page_axes import Axis
from .page_charts import AXES
from .plain_text import plain
from .text_width import cut
from .wording import pick
from .workbook_cells import INK, QUIET, RULE, TONES, Sheet, number_format
from .workbook_cells import TARGET as TARGET_COLOUR
from .workbook_tables import Placed

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_BAR = "#9DBAD5"
_PALE = {"below": "#E6B08F", "meets": "#C6CCD2", "exceeds": "#A3C6E3"}
_LONGEST_NAME = 25.0  # letter sizes
_WIDTH, _HEAD, _LINE, _ROW = 660, 96, 24, 20  # pixels; a row of the sheet is 20 high
CHART_COLUMNS = 13.0  # width of the columns that whiskers need


def write_chart(book: Workbook, sheet: Sheet, chart: Chart, placed: Placed, right: int) -> int:
    """Draw the chart under its table and say which column right of it is free; nothing when it has no number.

    right: the first column where the cells may stand that whiskers and names of the rows need.
    """
    rows = bars(chart, placed.table, sheet.language, sheet.names)
    if not rows:
        return right
    _write_ends(sheet, chart, rows, placed, right)
    term = placed.table.columns[placed.table.position(chart.y)]
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series(_series(sheet, chart, rows, placed, right))
    _set_axes(drawn, AXES[chart.kind](rows, term, sheet.language), term)
    font = {"size": 12, "bold": True, "color": INK}
    drawn.set_title({"name": [sheet.name, placed.title, right], "name_font": font, "overlay": False})
    drawn.show_hidden_data()  # the columns that whiskers need are nothing for the eye
    drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"color": RULE}})
    height = _HEAD + _LINE * len(placed.table.rows)
    drawn.set_size({"width": _WIDTH, "height": height})
    sheet.sheet.insert_chart(sheet.row, 0, drawn, {"object_position": 1, "description": plain(pick(chart.title, sheet.language))})
    sheet.row += height // _ROW + 3
    return right + 3


def _write_ends(sheet: Sheet, chart: Chart, rows: tuple[Bar, ...], placed: Placed, right: int) -> None:
    """Title, the name of each row and the lengths of its whisker, these as formulas over the cells of the table."""
    grey: dict[str, Any] = {"font_color": QUIET, "font_size": 8}
    sheet.words(placed.title, right, pick(chart.title, sheet.language), **grey)
    for at, key in enumerate(("chart_label", "chart_minus", "chart_plus")):
        sheet.words(placed.head, right + at, title(key, sheet.language), text_wrap=True, valign="bottom", **grey)
    for bar in rows:
        row = placed.first + bar.row
        sheet.words(row, right, _name(bar, chart), **grey)
        for at, (formula, length) in enumerate(_lengths(bar, chart, placed), start=1):
            sheet.sheet.write_formula(row, right + at, formula, sheet.looks(num_format="0.0", **grey), length)


def _name(bar: Bar, chart: Chart) -> str:
    name = cut(f"{bar.group} · {bar.name}" if bar.group else bar.name, _LONGEST_NAME, 1.0)
    if chart.kind == "gap_bars":
        return f"{name}  {bar.written} {ARROWS.get(bar.direction, '')}".strip() if isinstance(bar.value, int | float) else name
    return f"{TARGET} {name}" if bar.strong else name


def _lengths(bar: Bar, chart: Chart, placed: Placed) -> list[tuple[str, float]]:
    """Formula and value of the whisker's two sides; none when an end is absent."""
    value, lower, upper = bar.value, bar.lower, bar.upper
    if not (isinstance(value, int | float) and isinstance(lower, int | float) and isinstance(upper, int | float)):
        return []
    from xlsxwriter.utility import xl_rowcol_to_cell

    y, low, high = (xl_rowcol_to_cell(placed.first + bar.row, placed.columns[key]) for key in (chart.y, chart.lower, chart.upper))
    return [(f"={y}-{low}", value - lower), (f"={high}-{y}", upper - value)]


def _series(sheet: Sheet, chart: Chart, rows: tuple[Bar, ...], placed: Placed, right: int) -> dict[str, Any]:
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    def cells(column: int) -> str:
        return f"={quote_sheetname(sheet.name)}!{xl_range_abs(placed.first, column, placed.last, column)}"

    by_row = {bar.row: bar for bar in rows}
    every = [by_row.get(row) for row in range(len(placed.table.rows))]
    ends = {bar.row: [length for _, length in _lengths(bar, chart, placed)] for bar in rows}
    term = placed.table.columns[placed.table.position(chart.y)]
    return {
        "name": [sheet.name, placed.head, placed.columns[chart.y]],
        "categories": cells(right),
        "values": cells(placed.columns[chart.y]),
        "gap": 55,
        "fill": {"color": _BAR},
        "points": [_point(bar, chart) for bar in every],
        "data_labels": _labels(every, number_format(term)) if chart.kind == "index_bars" else {},
        "y_error_bars": {
            "type": "custom",
            "minus_values": cells(right + 1),
            "plus_values": cells(right + 2),
            "minus_data": _side(ends, len(every), 0),
            "plus_data": _side(ends, len(every), 1),
            "line": {"color": INK, "width": 1.25},
        },
    }


def _side(ends: Mapping[int, list[float]], rows: int, side: int) -> list[float | None]:
    return [ends[row][side] if ends.get(row) else None for row in range(rows)]


def _point(bar: Bar | None, chart: Chart) -> dict[str, Any] | None:
    if bar is None or (chart.kind == "index_bars" and not bar.strong):
        return None
    if chart.kind == "index_bars":
        return {"fill": {"color": TARGET_COLOUR}}
    return {"fill": {"color": _PALE[bar.direction or "meets"]}, "border": {"color": TONES[bar.direction or "meets"]}}


def _labels(every: list[Bar | None], written: str) -> dict[str, Any]:
    """The values inside the feet of their bars, where no whisker runs through them."""
    custom: list[dict[str, Any] | None] = []
    for bar in every:
        if bar is None or not isinstance(bar.value, int | float):
            custom.append({"delete": True})
        else:
            custom.append({"font": {"color": "#FFFFFF", "bold": True}} if bar.strong else None)
    font = {"size": 9, "color": INK}
    return {"value": True, "position": "inside_base", "num_format": written, "font": font, "custom": custom}


def _set_axes(drawn: Any, axis: Axis, term: Term) -> None:
    step = axis.ticks[1][0] - axis.ticks[0][0]
    written = number_format(replace(term, digits=0) if step.is_integer() else term)
    font = {"size": 9, "color": QUIET}
    drawn.set_x_axis(
        {
            "min": axis.low,
            "max": axis.high,
            "major_unit": step,
            "num_format": written,
            "num_font": font,
            "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.75}},
            "line": {"none": True},
        }
    )
    drawn.set_y_axis(
        {
            "reverse": True,  # the first row on top, as in the table
            "label_position": "low",
            "num_font": {"size": 9, "color": INK},
            "line": {"color": QUIET},
            "major_tick_mark": "none",
        }
    )
