"""Bars, points and whiskers of one drawing. Colours are classes of the page's style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..results import Blank, Figure, Number
from .chart_rows import ARROWS, TARGET, Bar
from .page_axes import Axis
from .svg import canvas, child, coordinate, finished, words
from .text_width import lines

SIZE = 13.0  # letters, in the unit of the view box
LINE = 16.0
GROUP = 26.0  # the heading of a group
_TOP = 24.0  # tick labels
_INDENT, _DEEPEST = 12.0, 84.0  # rows under a group heading or a parent
_VALUE, _ENDS = 600.0, 672.0  # columns right of a wide plot


@dataclass(frozen=True)
class Layout:
    """Where things stand across a drawing. stacked: a row's name stands over its bar, for narrow pages."""

    name: str
    width: float
    label: float  # room for a row's name
    left: float  # the plot
    right: float
    stacked: bool

    def x(self, value: float, axis: Axis) -> float:
        """Where a value lies across the drawing."""
        return self.left + axis.share(value) * (self.right - self.left)


WIDE = Layout("wide", 780, 216, 232, 588, stacked=False)
NARROW = Layout("narrow", 360, 196, 6, 354, stacked=True)
FIGURE = Layout("figure", 360, 0, 10, 350, stacked=True)


def draw(rows: Sequence[Bar], axis: Axis, layout: Layout, *, title: str, note: str, number: int) -> str:
    """One drawing of the rows. `number` keeps its ids apart from those of other drawings on the page."""
    svg = canvas(layout.name, title, note, number)
    grid = child(svg, "g")
    below, group = _TOP, ""
    for bar in rows:
        if bar.group != group:
            group = bar.group
            below = _group_heading(svg, group, below, layout)
        below = _row(svg, bar, axis, layout, below)
    _grid(grid, axis, layout, below)
    return finished(svg, layout.width, below + 4)


def draw_figure(figure: Figure, axis: Axis, title: str, number: int) -> str:
    """One figure as a bar on the axis, with its whisker."""
    svg = canvas(FIGURE.name, title, "", number)
    child(svg, "rect", "track", x=FIGURE.left, y=8, width=FIGURE.right - FIGURE.left, height=12)
    if not isinstance(figure.value, Blank):
        width = FIGURE.x(figure.value, axis) - FIGURE.left
        child(svg, "rect", "bar target", x=FIGURE.left, y=8, width=width, height=12)
    _whisker(svg, (figure.lower, figure.upper), axis, FIGURE, 14)
    for at, written in axis.ticks:
        words(svg, written, FIGURE.x(at, axis), 38, "tick", anchor="middle")
    return finished(svg, FIGURE.width, 44)


def _grid(grid: Element, axis: Axis, layout: Layout, below: float) -> None:
    for at, written in axis.ticks:
        x = layout.x(at, axis)
        kind = "origin" if at == axis.origin and axis.diverging else "grid"
        child(grid, "line", kind, x1=x, x2=x, y1=_TOP - 4, y2=below)
        words(grid, written, x, _TOP - 10, "tick", anchor=_anchor(at, axis) if layout.stacked else "middle")


def _anchor(at: float, axis: Axis) -> str:
    return "start" if at == axis.low else "end" if at == axis.high else "middle"


def _group_heading(svg: Element, group: str, below: float, layout: Layout) -> float:
    """Write the names above the rows that follow, and say where those begin."""
    if not group:
        return below + LINE / 2
    for line in lines(group, layout.width, SIZE, most=1):
        words(svg, line, 0, below + 18, "group")
    return below + GROUP


def _row(svg: Element, bar: Bar, axis: Axis, layout: Layout, top: float) -> float:
    """Draw one row and say where the next one begins."""
    indent, named = _indent(bar), _name_lines(bar, layout)
    row = child(svg, "g", "row strong" if bar.strong else "row")
    if "…" in named[-1]:
        child(row, "title").text = bar.name
    height = row_height(bar, layout)
    first = top + 17 if layout.stacked else top + height / 2 + 4.5 - LINE * (len(named) - 1) / 2
    for number, line in enumerate(named):
        words(row, line, indent, first + LINE * number, "name")
    if layout.stacked:
        _numbers_above(row, bar, axis, layout, top + 17)
        _marks(row, bar, axis, layout, top + height - 14)
        return top + height
    _numbers_beside(row, bar, axis, top + height / 2 + 4.5)
    _marks(row, bar, axis, layout, top + height / 2)
    return top + height


def row_height(bar: Bar, layout: Layout) -> float:
    """How much of the drawing a row takes, without the heading of its group."""
    return (28.0 if layout.stacked else 12.0) + LINE * len(_name_lines(bar, layout))


def _indent(bar: Bar) -> float:
    return min(_INDENT * (bar.depth + bool(bar.group)), _DEEPEST)


def _name_lines(bar: Bar, layout: Layout) -> list[str]:
    return lines(f"{TARGET} {bar.name}" if bar.strong else bar.name, layout.label - _indent(bar), SIZE)


def _numbers_beside(row: Element, bar: Bar, axis: Axis, base: float) -> None:
    if not isinstance(bar.value, Blank):
        words(row, _value(bar, axis), _VALUE, base, f"value {_tone(bar, axis)}")
        words(row, bar.ends, _ENDS, base, "ends")


def _numbers_above(row: Element, bar: Bar, axis: Axis, layout: Layout, base: float) -> None:
    if not isinstance(bar.value, Blank):
        line = child(row, "text", x=layout.width, y=base, **{"text-anchor": "end"})
        child(line, "tspan", f"value {_tone(bar, axis)}").text = _value(bar, axis)
        child(line, "tspan", "ends", dx=7).text = bar.ends


def _marks(row: Element, bar: Bar, axis: Axis, layout: Layout, middle: float) -> None:
    if isinstance(bar.value, Blank):
        words(row, bar.written, layout.left + 4, middle + 4.5, "absent")
        return
    start, end = sorted((layout.x(axis.origin, axis), layout.x(bar.value, axis)))
    child(row, "rect", f"bar {_tone(bar, axis)}", x=start, y=middle - 6, width=end - start, height=12)
    _whisker(row, (bar.lower, bar.upper), axis, layout, middle)
    if axis.diverging:
        child(row, "circle", f"point {_tone(bar, axis)}", cx=layout.x(bar.value, axis), cy=middle, r=4.5)


def _whisker(parent: Element, ends: tuple[Number, Number], axis: Axis, layout: Layout, middle: float) -> None:
    lower, upper = ends
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        return
    low, high = coordinate(layout.x(lower, axis)), coordinate(layout.x(upper, axis))
    top, foot = coordinate(middle - 4), coordinate(middle + 4)
    path = f"M{low} {coordinate(middle)}H{high}M{low} {top}V{foot}M{high} {top}V{foot}"
    child(parent, "path", "halo", d=path)  # keeps the line legible on a dark bar, in grey too
    child(parent, "path", "whisker", d=path)


def _tone(bar: Bar, axis: Axis) -> str:
    if axis.diverging:
        return bar.direction or "untold"
    return "target" if bar.strong else ""


def _value(bar: Bar, axis: Axis) -> str:
    return f"{bar.written} {ARROWS.get(bar.direction, '')}".strip() if axis.diverging else bar.written
