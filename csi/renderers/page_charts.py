"""Charts of the page as inline SVG. A chart is a view of a table: every number it shows stands there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..results import Chart, Figure, Table
from ..terms import Term
from .chart_rows import Bar, bars
from .curve_steps import curve_field, curve_steps
from .map_points import has_whiskers, map_field, map_points
from .page_axes import Axis, gap_axis, index_axis
from .page_curve import draw_curve
from .page_drawing import GROUP, NARROW, WIDE, Layout, draw, draw_figure, row_height
from .page_map import NARROW_MAP, WIDE_MAP, draw_map
from .plain_text import plain
from .wording import pick

TALLEST = 1050.0  # of one drawing, so that it fits a printed sheet
AXES: Mapping[str, Callable[[Sequence[Bar], Term, str], Axis]] = {"index_bars": index_axis, "gap_bars": gap_axis}


@dataclass(frozen=True)
class Drawn:
    """A chart, or one of its panels, twice: for wide and for narrow pages."""

    wide: str
    narrow: str


def chart_drawings(
    chart: Chart, table: Table, language: str, names: Mapping[str, str], *, note: str, ids: Iterator[int]
) -> tuple[Drawn, ...]:
    """The chart in panels that fit a printed sheet, all on the same axis; empty when it has no number to show."""
    if chart.kind == "map":
        return _map(chart, table, language, names, note=note, ids=ids)
    if chart.kind == "curve":
        return _curve(chart, table, language, note=note, ids=ids)
    rows = bars(chart, table, language, names)
    if not rows:
        return ()
    axis = AXES[chart.kind](rows, table.columns[table.position(chart.y)], language)
    title = plain(pick(chart.title, language))
    return tuple(_panel(part, axis, title, note, ids) for part in panels(rows))


def figure_drawing(figure: Figure, title: str, ids: Iterator[int], language: str) -> str:
    """The headline on its 0-100 line, with its interval."""
    return draw_figure(figure, index_axis((), figure.term, language), title, next(ids))


def panels(rows: tuple[Bar, ...], tallest: float = TALLEST) -> list[tuple[Bar, ...]]:
    """The rows in parts of nearly equal height, none of which is taller than asked."""
    groups = ["", *(bar.group for bar in rows)]
    heights = [row_height(bar, WIDE) + GROUP * (bar.group != above) for above, bar in zip(groups, rows, strict=False)]
    room = sum(heights) / math.ceil(sum(heights) / tallest)
    parts = [int(end / room - 1e-9) for end in accumulate(heights)]
    return [tuple(bar for bar, at in zip(rows, parts, strict=True) if at == part) for part in sorted(set(parts))]


def _map(
    chart: Chart, table: Table, language: str, names: Mapping[str, str], *, note: str, ids: Iterator[int]
) -> tuple[Drawn, ...]:
    points = map_points(chart, table, language, names)
    if not points:
        return ()
    field = map_field(chart, table, points, language, whiskers=has_whiskers(points))
    title = plain(pick(chart.title, language))
    wide, narrow = (
        draw_map(points, field, layout, title=title, note=note, number=next(ids)) for layout in (WIDE_MAP, NARROW_MAP)
    )
    return (Drawn(wide, narrow),)


def _curve(chart: Chart, table: Table, language: str, *, note: str, ids: Iterator[int]) -> tuple[Drawn, ...]:
    steps = curve_steps(chart, table, language)
    if not steps:
        return ()
    field = curve_field(chart, table, steps, language)
    title = plain(pick(chart.title, language))
    wide, narrow = (
        draw_curve(steps, field, layout, title=title, note=note, number=next(ids)) for layout in (WIDE_MAP, NARROW_MAP)
    )
    return (Drawn(wide, narrow),)


def _panel(rows: tuple[Bar, ...], axis: Axis, title: str, note: str, ids: Iterator[int]) -> Drawn:
    def drawn(layout: Layout) -> str:
        return draw(rows, axis, layout, title=title, note=note, number=next(ids))

    return Drawn(drawn(WIDE), drawn(NARROW))
