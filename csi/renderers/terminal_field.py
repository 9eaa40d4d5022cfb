"""A field of two axes in characters: the cells, the frame around them, and where a value lies."""

from __future__ import annotations

from .map_points import Field
from .page_axes import Axis
from .terminal_fold import cells, pad
from .terminal_look import Line, Piece, Screen

WIDEST = 110  # cells of the field; a broader one only scatters what belongs together
MARGIN = 2
Grid = list[list[Piece]]  # one piece a cell; a broad character is followed by an empty one


class Canvas:
    """The field in cells, the first row on top."""

    def __init__(self, field: Field, screen: Screen) -> None:
        self.field, self.screen = field, screen
        ticks = [screen.words(words) for _, words in field.y.ticks]
        self.left = MARGIN + max(map(cells, ticks)) + 1
        self.width = min(screen.width - self.left - 2, WIDEST)
        self.height = min(max(screen.width // 6, 11), 19)
        self.grid: Grid = [[(" ", "")] * self.width for _ in range(self.height)]

    def column(self, value: float) -> int:
        """The cell across in which the value lies."""
        return _cell(value, self.field.x, self.width)

    def row(self, value: float) -> int:
        """The cell downwards in which the value lies."""
        return self.height - 1 - _cell(value, self.field.y, self.height)

    def write(self, x: int, y: int, words: str, style: str) -> None:
        """Put words into the cells from there to the right."""
        for letter in words:
            self.grid[y][x] = (letter, style)
            for step in range(1, cells(letter)):
                self.grid[y][x + step] = ("", "")
            x += cells(letter)

    def framed(self) -> list[Line]:
        """The cells with both axes: labels left and below, and what they measure."""
        screen, ticks = self.screen, self.field.y.ticks
        lines: list[Line] = [((" " * MARGIN + screen.words(self.field.y_name), "quiet"),)]
        for row in range(self.height):
            tick = next((screen.words(words) for at, words in ticks if self.row(at) == row), "")
            edge = screen.glyphs.tick_left if tick else screen.glyphs.zero
            lines.append(((pad(tick, self.left - 1, right=True) + " " + edge, "quiet"), *self.grid[row]))
        return lines + self._foot()

    def _foot(self) -> list[Line]:
        """The line under the field, its labels, and what it measures."""
        screen, left = self.screen, self.left
        at = {self.column(value) for value, _ in self.field.x.ticks}
        rule = "".join(screen.glyphs.tick_foot if column in at else screen.glyphs.rule for column in range(self.width))
        labels = ""
        for value, words in self.field.x.ticks:
            written = screen.words(words)
            start = min(max(self.column(value) - cells(written) // 2, 0), self.width - cells(written))
            if start >= len(labels) + 2 * bool(labels):
                labels = pad(labels, start) + written
        name = pad(screen.words(self.field.x_name), self.width, right=True)
        space = " " * (left + 1)
        return [((" " * left + screen.glyphs.corner + rule, "quiet"),), ((space + labels, "quiet"),), ((space + name, "quiet"),)]


def _cell(value: float, axis: Axis, width: int) -> int:
    return round(axis.share(value) * (width - 1))
