"""Bars of one line: a share of 0-100 with its interval, and a gap beside zero with its interval."""

from __future__ import annotations

from collections.abc import Sequence

from ..results import Blank, Chart, Table
from .chart_rows import Bar
from .page_axes import Axis, gap_axis, index_axis
from .terminal_fold import cells, pad
from .terminal_look import Glyphs, Piece, Screen

Ends = tuple[float, float, float]  # lower, value, upper; all the same when there is no interval


def pictures(table: Table, chart: Chart, rows: Sequence[Bar], width: int, screen: Screen) -> dict[int, list[Piece]]:
    """The drawing beside each row by its number, and the labels of the axis as number -1."""
    if not rows or not width:
        return {}
    term = table.columns[table.position(chart.y)]
    is_gap = chart.kind == "gap_bars"
    axis = (gap_axis if is_gap else index_axis)(rows, term, screen.language)
    drawn: dict[int, list[Piece]] = {-1: [(screen.words(ticks(axis, width)), "quiet")]}
    for bar in rows:
        ends = _ends(bar)
        if ends and is_gap:
            drawn[bar.row] = gap_bar(ends, axis, width, screen.glyphs, bar.direction)
        elif ends:
            draw = shaded_index_bar if screen.color else index_bar
            drawn[bar.row] = draw(ends, axis, width, screen.glyphs, "bar_strong" if bar.strong else "bar")
    return drawn


def _ends(bar: Bar) -> Ends | None:
    if isinstance(bar.value, Blank):
        return None
    if isinstance(bar.lower, Blank) or isinstance(bar.upper, Blank):
        return bar.value, bar.value, bar.value
    return bar.lower, bar.value, bar.upper


def index_bar(ends: Ends, axis: Axis, width: int, glyphs: Glyphs, style: str = "bar") -> list[Piece]:
    """A bar up to the value and a line on to the upper end of the interval, precise to an eighth and half a cell."""
    _, value, upper = (width * axis.share(end) for end in ends)
    bar = _blocks(value, glyphs.eighths)
    return [(bar, style), (_whisker(upper - len(bar), glyphs), "whisker")]


def shaded_index_bar(ends: Ends, axis: Axis, width: int, glyphs: Glyphs, style: str = "bar") -> list[Piece]:
    """The same with a lighter shade from the lower end to the value, for terminals that know colours."""
    bar, whisker = index_bar(ends, axis, width, glyphs, style)
    whole = bar[0].count(glyphs.eighths[-1])
    sure = _blocks(width * axis.share(ends[0]), glyphs.eighths)
    if len(sure) > whole:
        return [bar, whisker]
    edge = sure[-1:] if sure[-1:] != glyphs.eighths[-1] else ""
    full = sure[: len(sure) - len(edge)]
    return [(full, style), (edge, f"{style}_edge"), (bar[0][len(sure) :], f"{style}_unsure"), whisker]


def gap_bar(ends: Ends, axis: Axis, width: int, glyphs: Glyphs, style: str) -> list[Piece]:
    """A point at the value and a line over its interval, beside the upright at zero."""
    lower, value, upper = (_cell(end, axis, width) for end in ends)
    zero = _cell(axis.origin, axis, width)
    signs: list[Piece] = [(" ", "")] * width
    signs[zero] = (glyphs.zero, "quiet")
    signs[lower : upper + 1] = [(glyphs.line, style)] * (upper - lower + 1)
    signs[lower], signs[upper] = (glyphs.ends[0], style), (glyphs.ends[1], style)
    if lower < zero < upper:
        signs[zero] = (glyphs.crossing, style)
    signs[value] = (glyphs.point, style)
    return signs


def ticks(axis: Axis, width: int) -> str:
    """The labels over the bars: all of them, every second, or the ends and the origin, as there is room."""
    around = [mark for mark in axis.ticks if mark[0] in {axis.low, axis.origin, axis.high}]
    longer = around[:2] if axis.origin - axis.low > axis.high - axis.origin else around[-2:]
    for marks in (axis.ticks, () if axis.diverging else axis.ticks[::2], around, longer):
        row = _labels(marks, axis, width)
        if row.strip():
            return row
    return " " * width


def _labels(marks: Sequence[tuple[float, str]], axis: Axis, width: int) -> str:
    """The labels in their places, or nothing when two would touch."""
    row = ""
    for at, words in marks:
        start = min(max(_cell(at, axis, width) - cells(words) // 2, 0), width - cells(words))
        if start < len(row) + bool(row):
            return ""
        row = pad(row, start) + words
    return pad(row, width)


def _cell(value: float, axis: Axis, width: int) -> int:
    return min(int(axis.share(value) * width), width - 1)


def _blocks(length: float, eighths: str) -> str:
    steps = len(eighths) - 1
    whole, rest = divmod(round(length * steps), steps)
    return eighths[-1] * whole + (eighths[rest] if rest else "")


def _whisker(length: float, glyphs: Glyphs) -> str:
    halves = max(round(2 * length), 0)
    return glyphs.line * (halves // 2) + (glyphs.half_line if halves % 2 else "")
