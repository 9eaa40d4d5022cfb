"""The cells right of a table that a map needs: a point's name, its values and its whiskers, and the point as a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..results import Chart
from .map_points import Point
from .text_width import cut
from .workbook_cells import INK, QUIET, TARGET, TONES, Sheet
from .workbook_tables import Placed

LONGEST_NAME = 25.0  # letter sizes
NAME, X, Y, ENDS, CROSS, COLUMNS = 0, 1, 2, 3, 7, 9  # columns right of the table: four lengths of whiskers, two of the cross
GREY: dict[str, Any] = {"font_color": QUIET, "font_size": 8}
_WHISKER = "#9DBAD5"
Length = tuple[str, float] | None  # formula and value


def lengths(point: Point, chart: Chart, placed: Placed) -> tuple[Length, ...]:
    """Left, right, down and up: how far the whiskers reach."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    def cell(key: str) -> str:
        return str(xl_rowcol_to_cell(placed.first + point.row, placed.columns[key]))

    found: list[Length] = []
    for value, ends, keys in (
        (point.x, point.x_ends, (chart.x, chart.x_lower, chart.x_upper)),
        (point.y, point.y_ends, (chart.y, chart.lower, chart.upper)),
    ):
        if ends is None:
            found += [None, None]
            continue
        middle, low, high = map(cell, keys)
        found += [(f"={middle}-{low}", value - ends[0]), (f"={high}-{middle}", ends[1] - value)]
    return tuple(found)


@dataclass(frozen=True)
class PointCells:
    """The cells of one point right of the table; rows of the table that lie off the map have none."""

    sheet: Sheet
    row: int
    right: int

    def write(self, point: Point, chart: Chart, placed: Placed, lengths: tuple[Length, ...]) -> None:
        """Its name, both values and the lengths of its whiskers, as formulas over the cells of the table."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        self.sheet.words(self.row, self.right + NAME, cut(point.name, LONGEST_NAME, 1.0), **GREY)
        at = [xl_rowcol_to_cell(placed.first + point.row, placed.columns[key]) for key in (chart.x, chart.y)]
        told = ((f"={at[0]}", point.x), (f"={at[1]}", point.y), *lengths)
        for column, said in enumerate(told, start=X):
            if said is not None:
                formula, value = said
                self.sheet.sheet.write_formula(self.row, self.right + column, formula, self.sheet.looks(**GREY), value)

    def series(self, point: Point, lengths: tuple[Length, ...], side: str) -> dict[str, Any]:
        """The point as a series of its own: every spreadsheet program can write the name of a series beside its point."""
        colour = TONES["below"] if point.urgent else QUIET if point.unsure else TARGET
        ink = QUIET if point.unsure else INK
        made: dict[str, Any] = {
            "name": [self.sheet.name, self.row, self.right + NAME],
            "categories": self.at(X),
            "values": self.at(Y),
            "marker": {
                "type": "circle",
                "size": 8,
                "fill": {"color": "#FFFFFF" if point.unsure else colour},
                "border": {"color": colour},
            },
            "data_labels": {"series_name": True, "position": side, "font": {"size": 9, "color": ink, "bold": point.urgent}},
        }
        for step, bars in ((0, "x_error_bars"), (2, "y_error_bars")):
            minus, plus = lengths[step : step + 2]
            if minus is not None and plus is not None:
                made[bars] = {
                    "type": "custom",
                    "end_style": 0,
                    "minus_values": self.at(ENDS + step),
                    "plus_values": self.at(ENDS + step + 1),
                    "minus_data": [minus[1]],
                    "plus_data": [plus[1]],
                    "line": {"color": _WHISKER, "width": 1.25},
                }
        return made

    def at(self, column: int) -> str:
        """One of the cells, as a chart refers to it."""
        return cell_range(self.sheet, self.row, self.right + column)


def cell_range(sheet: Sheet, first: int, column: int, last: int | None = None) -> str:
    """One cell, or several of a column, as a chart refers to them."""
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    return f"={quote_sheetname(sheet.name)}!{xl_range_abs(first, column, first if last is None else last, column)}"
