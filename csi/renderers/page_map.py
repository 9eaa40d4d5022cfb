"""A map of points as inline SVG: axes, the cross, whiskers, names beside the points, or numbers and a list under the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .map_labels import Box, corner_boxes, label_boxes
from .map_points import NAMED, Field, Point, has_whiskers
from .page_drawing import LINE, SIZE
from .svg import canvas, child, finished, words
from .text_width import breadth, cut

_RADIUS, _SMALL = 5.5, 12.0  # of a point; letters of corners and numbers
_THIN = 0.8  # half of a whisker
_COLUMN = 258.0  # the broadest of the list under a map


@dataclass(frozen=True)
class MapLayout:
    """Where the field lies in the drawing."""

    name: str
    width: float
    left: float
    right: float
    top: float
    foot: float

    @property
    def room(self) -> Box:
        """The field, a hair inside its frame."""
        return Box(self.left + 4, self.top + 4, self.right - 4, self.foot - 4)

    def x(self, value: float, field: Field) -> float:
        """Where a value lies across."""
        return self.left + field.x.share(value) * (self.right - self.left)

    def y(self, value: float, field: Field) -> float:
        """Where a value lies downwards."""
        return self.foot - field.y.share(value) * (self.foot - self.top)


WIDE_MAP = MapLayout("wide", 780, 44, 772, 26, 446)
NARROW_MAP = MapLayout("narrow", 360, 34, 354, 26, 326)


def draw_map(points: Sequence[Point], field: Field, layout: MapLayout, *, title: str, note: str, number: int) -> str:
    """One drawing of the points. `number` keeps its ids apart from those of other drawings on the page."""
    svg = canvas(f"{layout.name} map", title, note, number)
    draw_grid(svg, field, layout)
    marks = [_mark(point, field, layout) for point in points]
    corners = _corners(svg, field, layout, marks)
    boxes: list[Box | None] = [] if len(points) > NAMED else _boxes(points, marks, field, layout, taken=corners, numbered=False)
    numbered = not boxes or None in boxes
    if numbered:
        boxes = _boxes(points, marks, field, layout, taken=corners, numbered=True)
    if has_whiskers(points):
        for point in points:
            for box in _reach(point, field, layout):
                child(svg, "rect", "reach", x=box.left, y=box.top, width=box.right - box.left, height=box.bottom - box.top)
    for point, mark, place in zip(points, marks, boxes, strict=True):
        _point(svg, point, mark, place, numbered=numbered)
    foot = layout.foot + 42
    return finished(svg, layout.width, _legend(svg, points, layout, foot) if numbered else foot)


def draw_grid(svg: Element, field: Field, layout: MapLayout) -> None:
    """Lines and ticks of both axes, their names, and the lines that divide the field."""
    grid = child(svg, "g")
    for at, written in field.x.ticks:
        x = layout.x(at, field)
        child(grid, "line", "grid", x1=x, x2=x, y1=layout.top, y2=layout.foot)
        words(grid, written, x, layout.foot + 16, "tick", anchor="middle")
    for at, written in field.y.ticks:
        y = layout.y(at, field)
        child(grid, "line", "grid", x1=layout.left, x2=layout.right, y1=y, y2=y)
        words(grid, written, layout.left - 7, y + 4, "tick", anchor="end")
    words(grid, field.y_name, 0, layout.top - 11, "axis")
    words(grid, f"{field.x_name} →", layout.right, layout.foot + 35, "axis", anchor="end")
    if field.cross is not None:
        x, y = layout.x(field.cross[0], field), layout.y(field.cross[1], field)
        child(grid, "line", "cross", x1=x, x2=x, y1=layout.top, y2=layout.foot)
        child(grid, "line", "cross", x1=layout.left, x2=layout.right, y1=y, y2=y)
    if field.diagonal is not None:
        (left, right), (low, high) = ([at(end, field) for end in field.diagonal] for at in (layout.x, layout.y))
        child(grid, "line", "slant", x1=left, x2=right, y1=low, y2=high)


def _mark(point: Point, field: Field, layout: MapLayout) -> Box:
    x, y = layout.x(point.x, field), layout.y(point.y, field)
    return Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS)


def _corners(svg: Element, field: Field, layout: MapLayout, marks: Sequence[Box]) -> list[Box]:
    """Write the words of the corners and say where they stand."""
    if not field.corners or field.cross is None:
        return []
    sizes = [(breadth(word, _SMALL), LINE) for word in field.corners]
    cross = (layout.x(field.cross[0], field), layout.y(field.cross[1], field))
    boxes = corner_boxes(sizes, layout.room, cross, marks, line=LINE)
    for at, (word, box) in enumerate(zip(field.corners, boxes, strict=True)):
        if box is not None:
            x = box.right if at % 2 else box.left
            words(svg, word, x, box.bottom - 4, "zone", anchor="end" if at % 2 else "start")
    return [box for box in boxes if box is not None]


def _boxes(
    points: Sequence[Point], marks: Sequence[Box], field: Field, layout: MapLayout, *, taken: Sequence[Box], numbered: bool
) -> list[Box | None]:
    """Where the names stand, or the numbers."""
    said = [str(point.number) if numbered else point.name for point in points]
    sizes = [(breadth(word, SIZE) + 2, LINE - 1) for word in said]
    lines: list[Box] = []
    if field.cross is not None:
        x, y = layout.x(field.cross[0], field), layout.y(field.cross[1], field)
        lines = [Box(x - 1, layout.top, x + 1, layout.foot), Box(layout.left, y - 1, layout.right, y + 1)]
    if has_whiskers(points):
        lines += [box for point in points for box in _reach(point, field, layout)]
    return label_boxes(marks, sizes, layout.room, gap=3, taken=taken, disliked=lines)


def _reach(point: Point, field: Field, layout: MapLayout) -> list[Box]:
    """The whiskers as thin boxes, the one across first."""
    x, y = layout.x(point.x, field), layout.y(point.y, field)
    found = []
    if point.x_ends:
        low, high = (layout.x(end, field) for end in point.x_ends)
        found.append(Box(low, y - _THIN, high, y + _THIN))
    if point.y_ends:
        low, high = (layout.y(end, field) for end in point.y_ends)
        found.append(Box(x - _THIN, high, x + _THIN, low))
    return found


def _point(svg: Element, point: Point, mark: Box, box: Box | None, *, numbered: bool) -> None:
    group = child(svg, "g", "urgent" if point.urgent else "unsure" if point.unsure else "")
    child(group, "title").text = f"{point.name}: {point.written}"
    child(group, "circle", "spot", cx=(mark.left + mark.right) / 2, cy=(mark.top + mark.bottom) / 2, r=_RADIUS)
    said = str(point.number) if numbered else point.name
    if box is None:  # a number that finds no free place stands right of its point all the same
        words(group, said, mark.right + 2, mark.bottom, "name")
    elif box.left >= mark.right:
        words(group, said, box.left, box.bottom - 3.5, "name")
    elif box.right <= mark.left:
        words(group, said, box.right, box.bottom - 3.5, "name", anchor="end")
    else:
        words(group, said, (box.left + box.right) / 2, box.bottom - 3.5, "name", anchor="middle")


def _legend(svg: Element, points: Sequence[Point], layout: MapLayout, top: float) -> float:
    """The names of the numbers, column by column, and where they end."""
    widest = min(max(breadth(point.name, SIZE) for point in points) + 46, _COLUMN)
    across = max(int(layout.width // widest), 1)
    down = -(-len(points) // across)
    width = min(layout.width / across, _COLUMN)
    for at, point in enumerate(points):
        x, y = (at // down) * width, top + 18 + LINE * 1.15 * (at % down)
        words(svg, str(point.number), x + 22, y, "number", anchor="end")
        words(svg, cut(point.name, width - 44, SIZE), x + 30, y, "name")
    return top + 18 + LINE * 1.15 * down
