"""A map of points in characters: axes, the cross, names beside the points, or numbers where names have no room."""

from __future__ import annotations

from collections.abc import Sequence

from ..results import Chart, Table
from .map_labels import Box, corner_boxes, label_boxes
from .map_points import Point, map_field, map_points
from .terminal_field import MARGIN, Canvas
from .terminal_fold import cells, fold, pad
from .terminal_look import Line, Screen


def map_lines(chart: Chart, table: Table, screen: Screen) -> list[Line]:
    """The map, with the list of its numbers where it has them; nothing where no row lies on it."""
    points = map_points(chart, table, screen.language, screen.names)
    if not points:
        return []
    field = map_field(chart, table, points, screen.language, whiskers=False)
    drawn = _Drawing(field, screen)
    numbered = drawn.put(points)
    return [*drawn.framed(), *(_legend(points, screen) if numbered else [])]


class _Drawing(Canvas):
    """The map in cells."""

    def put(self, points: Sequence[Point]) -> bool:
        """Draw lines, corners, points and names; say whether numbers stand for the names."""
        self._diagonal()
        self._cross()
        marks = [Box(x, y, x + 1, y + 1) for x, y in ((self.column(p.x), self.row(p.y)) for p in points)]
        corners = self._corners(marks)
        names = [self.screen.words(point.name) for point in points]
        distinct = len({(mark.left, mark.top) for mark in marks}) == len(marks)
        boxes = self._labels(marks, names, corners) if distinct else [None]
        numbered = any(box is None for box in boxes)
        if numbered:
            self._numbers(points, marks)
            return True
        for point, mark, name, box in zip(points, marks, names, boxes, strict=True):
            self.write(int(mark.left), int(mark.top), self._sign(point), _style(point))
            if box is not None:
                self.write(round(box.left), round(box.top), name, "strong" if point.urgent else "quiet" if point.unsure else "")
        return False

    def _sign(self, point: Point) -> str:
        return self.screen.glyphs.hollow if point.unsure else self.screen.glyphs.point

    def _labels(self, marks: Sequence[Box], names: Sequence[str], corners: Sequence[Box]) -> list[Box | None]:
        sizes = [(cells(name), 1) for name in names]
        upright = [] if self.field.cross is None else [self.column(self.field.cross[0])]
        lines = [Box(at - 1, 0, at + 2, self.height) for at in upright]  # with a cell of air on both sides
        return label_boxes(marks, sizes, Box(0, 0, self.width, self.height), taken=corners, disliked=lines, places=4)

    def _numbers(self, points: Sequence[Point], marks: Sequence[Box]) -> None:
        """The number of each point in its cell, or in the nearest free ones where another stands there."""
        taken: set[tuple[int, int]] = set()
        for point, mark in zip(points, marks, strict=True):
            size = len(str(point.number))
            x, y = min(self._free(taken, size), key=lambda at: (at[0] - mark.left) ** 2 + (2 * (at[1] - mark.top)) ** 2)
            taken |= {(x + step, y) for step in range(-1, size + 1)}
            self.write(x, y, str(point.number), _style(point))

    def _free(self, taken: set[tuple[int, int]], size: int) -> list[tuple[int, int]]:
        return [
            (x, y)
            for y in range(self.height)
            for x in range(self.width - size + 1)
            if not any((x + step, y) in taken for step in range(size))
        ]

    def _diagonal(self) -> None:
        if self.field.diagonal is None:
            return
        first, last = self.field.diagonal
        start, stop = self.column(first), self.column(last)
        for at in range(start, stop + 1):
            value = first + (last - first) * (at - start) / max(stop - start, 1)
            self.write(at, self.row(value), self.screen.glyphs.slant, "quiet")

    def _cross(self) -> None:
        if self.field.cross is None:
            return
        glyphs, (x, y) = self.screen.glyphs, self.field.cross
        column, row = self.column(x), self.row(y)
        for at in range(self.width):
            self.write(at, row, glyphs.dotted[0], "quiet")
        for at in range(self.height):
            self.write(column, at, glyphs.dotted[1], "quiet")
        self.write(column, row, glyphs.crossing, "quiet")

    def _corners(self, marks: Sequence[Box]) -> list[Box]:
        """Write the words of the corners and say where they stand."""
        if not self.field.corners or self.field.cross is None:
            return []
        words = [self.screen.words(word) for word in self.field.corners]
        cross = (self.column(self.field.cross[0]), self.row(self.field.cross[1]))
        room = Box(1, 0, self.width - 1, self.height)
        boxes = corner_boxes([(cells(word), 1) for word in words], room, cross, marks, line=1)
        for word, box in zip(words, boxes, strict=True):
            if box is not None:
                self.write(int(box.left), int(box.top), word, "quiet")
        return [box for box in boxes if box is not None]


def _style(point: Point) -> str:
    return "below" if point.urgent else "quiet" if point.unsure else "bar_strong"


def _legend(points: Sequence[Point], screen: Screen) -> list[Line]:
    """What the numbers mean, in columns of equal width."""
    named = [f"{point.number} {screen.words(point.name)}" for point in points]
    room = screen.width - MARGIN
    width = min(max(map(cells, named)) + 2, room)
    across = max(room // width, 1)
    down = -(-len(named) // across)
    if across == 1:
        return [((" " * MARGIN + line, ""),) for words in named for line in fold(words, room)]
    rows = [named[at::down] for at in range(down)]
    return [((" " * MARGIN + "".join(pad(words, width) for words in row), ""),) for row in rows]
