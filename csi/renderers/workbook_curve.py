"""A native chart of a curve: the line and the two edges of its band refer to the cells of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..results import Chart
from .curve_steps import curve_field, curve_steps, has_band
from .plain_text import plain
from .wording import pick
from .workbook_cells import QUIET, TARGET, Sheet
from .workbook_map import HEIGHT, ROW, scatter_axis, set_looks
from .workbook_points import cell_range
from .workbook_tables import Placed

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_LARGE = 10  # of the point that was asked for


def write_curve(book: Workbook, sheet: Sheet, chart: Chart, placed: Placed, right: int) -> int:
    """Draw the curve under its table; it needs no cells besides, so that `right`, the first free column, stays free."""
    steps = curve_steps(chart, placed.table, sheet.language)
    if not steps:
        return right
    field = curve_field(chart, placed.table, steps, sheet.language)
    drawn = book.add_chart({"type": "scatter", "subtype": "straight"})
    if has_band(steps):
        for key in (chart.lower, chart.upper):
            drawn.add_series(_series(sheet, chart, placed, key, color=QUIET, width=1.0))
    line = _series(sheet, chart, placed, chart.y, color=TARGET, width=2.25)
    points = [{"fill": {"color": TARGET}} if step.strong else None for step in steps]
    drawn.add_series({**line, "marker": {"type": "circle", "size": 5, "fill": {"color": TARGET}}, "points": points})
    for step in steps:
        if step.strong:
            drawn.add_series(_asked(sheet, chart, placed, step.row))
    terms = [placed.table.columns[placed.table.position(key)] for key in (chart.x, chart.y)]
    drawn.set_x_axis(scatter_axis(field.x, terms[0], sheet.language))
    drawn.set_y_axis(scatter_axis(field.y, terms[1], sheet.language))
    words = plain(pick(chart.title, sheet.language))
    set_looks(drawn, words)
    sheet.sheet.insert_chart(sheet.row, 0, drawn, {"object_position": 1, "description": words})
    sheet.row += HEIGHT // ROW + 3
    return right


def _series(sheet: Sheet, chart: Chart, placed: Placed, key: str, *, color: str, width: float) -> dict[str, Any]:
    """A line through one column over another."""
    across, up = (cell_range(sheet, placed.first, placed.columns[column], placed.last) for column in (chart.x, key))
    return {"categories": across, "values": up, "marker": {"type": "none"}, "line": {"color": color, "width": width}}


def _asked(sheet: Sheet, chart: Chart, placed: Placed, row: int) -> dict[str, Any]:
    """The large point."""
    across, up = (cell_range(sheet, placed.first + row, placed.columns[column]) for column in (chart.x, chart.y))
    marker = {"type": "circle", "size": _LARGE, "fill": {"color": TARGET}, "border": {"color": TARGET}}
    return {"categories": across, "values": up, "marker": marker, "line": {"none": True}}
