"""A map of points in characters: axes, the cross, names beside the points, or numbers where names have no room."""

from __future__ import annotations

from collections.abc import Sequence

from ..results import Chart, Table
from .map_labels import Box, corner_boxes, label_boxes
from .map_points import Field, Point, map_field, map_points
from .page_axes import Axis
from .terminal_fold import cells, fold, pad
from .terminal_look import Line, Piece, Screen

WIDEST = 110  # cells of the field; a broader one only scatters what belongs together
MARGIN = 2
Grid = list[list[Piece]]  # one piece a cell; a broad character is followed by an empty one


def map_lines(chart: Chart, table: Table, screen: Screen) -> list[Line]:
    """The map, with the list of its numbers where it has them; nothing where no row lies on it."""
    points = map_points(chart, table, screen.language, screen.names)
    if not points:
        return []
    field = map_field(chart, table, points, screen.language, whiskers=False)
    ticks = [screen.words(words) for _, words in field.y.ticks]
    left = MARGIN + max(map(cells, ticks)) + 1
    width = min(screen.width - left - 2, WIDEST)
    height = min(max(screen.width // 6, 11), 19)
    drawn = _Drawing(field, width, height, screen)
    numbered = drawn.put(points)
    lines: list[Line] = [((" " * MARGIN + screen.words(field.y_name), "quiet"),)]
    for row in range(height):
        tick = next((screen.words(words) for at, words in field.y.ticks if drawn.row(at) == row), "")
        edge = screen.glyphs.tick_left if tick else screen.glyphs.zero
        lines.append(((pad(tick, left - 1, right=True) + " " + edge, "quiet"), *drawn.grid[row]))
    lines += _foot(field, drawn, left, screen)
    return [*lines, *(_legend(points, screen) if numbered else [])]


class _Drawing:
    """The field in cells, the first row on top."""

    def __init__(self, field: Field, width: int, height: int, screen: Screen) -> None:
        self.field, self.width, self.height, self.screen = field, width, height, screen
        self.grid: Grid = [[(" ", "")] * width for _ in range(height)]

    def column(self, value: float) -> int:
        """The cell across in which the value lies."""
        return _cell(value, self.field.x, self.width)

    def row(self, value: float) -> int:
        """The cell downwards in which the value lies."""
        return self.height - 1 - _cell(value, self.field.y, self.height)

    def put(self, points: Sequence[Point]) -> bool:
        """Draw cross, corners, points and names; say whether numbers stand for the names."""
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
            self._write(int(mark.left), int(mark.top), self.screen.glyphs.point, _style(point))
            if box is not None:
                self._write(round(box.left), round(box.top), name, "strong" if point.urgent else "")
        return False

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
            self._write(x, y, str(point.number), _style(point))

    def _free(self, taken: set[tuple[int, int]], size: int) -> list[tuple[int, int]]:
        return [
            (x, y)
            for y in range(self.height)
            for x in range(self.width - size + 1)
            if not any((x + step, y) in taken for step in range(size))
        ]

    def _cross(self) -> None:
        if self.field.cross is None:
            return
        glyphs, (x, y) = self.screen.glyphs, self.field.cross
        column, row = self.column(x), self.row(y)
        for at in range(self.width):
            self._write(at, row, glyphs.dotted[0], "quiet")
        for at in range(self.height):
            self._write(column, at, glyphs.dotted[1], "quiet")
        self._write(column, row, glyphs.crossing, "quiet")

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
                self._write(int(box.left), int(box.top), word, "quiet")
        return [box for box in boxes if box is not None]

    def _write(self, x: int, y: int, words: str, style: str) -> None:
        for letter in words:
            self.grid[y][x] = (letter, style)
            for step in range(1, cells(letter)):
                self.grid[y][x + step] = ("", "")
            x += cells(letter)


def _cell(value: float, axis: Axis, width: int) -> int:
    return round(axis.share(value) * (width - 1))


def _style(point: Point) -> str:
    return "below" if point.urgent else "bar_strong"


def _foot(field: Field, drawn: _Drawing, left: int, screen: Screen) -> list[Line]:
    """The line under the field, its labels, and what it measures."""
    at = {drawn.column(value) for value, _ in field.x.ticks}
    rule = "".join(screen.glyphs.tick_foot if column in at else screen.glyphs.rule for column in range(drawn.width))
    labels = ""
    for value, words in field.x.ticks:
        written = screen.words(words)
        start = min(max(drawn.column(value) - cells(written) // 2, 0), drawn.width - cells(written))
        if start >= len(labels) + 2 * bool(labels):
            labels = pad(labels, start) + written
    name = pad(screen.words(field.x_name), drawn.width, right=True)
    space = " " * (left + 1)
    return [((" " * left + screen.glyphs.corner + rule, "quiet"),), ((space + labels, "quiet"),), ((space + name, "quiet"),)]


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
