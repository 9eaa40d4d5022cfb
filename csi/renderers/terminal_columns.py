"""How wide each column of a table is, and which ones leave when the terminal is narrow. Numbers are never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .terminal_fold import cells, narrowest, unbroken

Kind = Literal["words", "sign", "number", "bar"]  # words fold; signs and numbers never do
GAP = 2  # cells between columns
BAR_CEILING = 100  # one cell an index point is as fine as it gets
WORDS_SHARE = 0.4  # of the line, for words beside a bar


@dataclass(frozen=True)
class Column:
    """What stands in one column, row by row. `rank`: a higher one leaves first, 0 never leaves.

    guides: what is drawn before a row's words and before their folded lines, in a tree. about: its name away from its
    neighbours, where the heading says too little.
    """

    key: str
    heading: str
    kind: Kind
    words: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    guides: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    about: str = ""

    def first(self, row: int) -> str:
        """What is drawn before the row's words."""
        return self.guides[row][0] if self.guides else ""

    def later(self, row: int) -> str:
        """What is drawn before the row's folded lines."""
        return self.guides[row][1] if self.guides else ""

    @property
    def indent(self) -> int:
        """Cells of the deepest guide."""
        return max((len(first) for first, _ in self.guides), default=0)

    @property
    def widest(self) -> int:
        """Cells of the widest row with its guide."""
        return max((len(self.first(row)) + cells(words) for row, words in enumerate(self.words)), default=0)


@dataclass(frozen=True)
class Layout:
    """The columns that fit, their widths, and the headings of those that do not."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    left_out: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[tuple[Column, int]]:
        return zip(self.columns, self.widths, strict=True)

    @property
    def bar_width(self) -> int:
        """Cells of the bar, 0 where it had no room."""
        return next((width for column, width in self if column.kind == "bar"), 0)


@dataclass(frozen=True)
class _Squeeze:
    """What columns are content with: cells of folded words, cells of a bar, lines of a heading."""

    words: int
    bar: int
    heading_lines: int


_SQUEEZES = (_Squeeze(24, 30, 1), _Squeeze(20, 24, 2), _Squeeze(16, 16, 2), _Squeeze(12, 12, 3))
_HARDEST = _Squeeze(8, 8, 4)


def arrange(columns: Sequence[Column], room: int) -> Layout:
    """The columns in at most `room` cells: words fold and bars shrink, then columns leave by rank."""
    kept = list(columns)
    while True:
        for squeeze in _SQUEEZES:
            widths = _widths(kept, room, squeeze)
            if widths:
                return _layout(columns, kept, widths)
        leaving = max(kept, key=lambda column: column.rank)
        if leaving.rank == 0:
            return _layout(columns, kept, _widths(kept, room, _HARDEST) or _least(kept, _HARDEST))
        kept.remove(leaving)


def _layout(columns: Sequence[Column], kept: Sequence[Column], widths: Sequence[int]) -> Layout:
    gone = [column for column in columns if column not in kept and column.heading]
    figures = {column.key for column in gone}  # whose interval is gone with them
    left_out = [one.about or one.heading for one in gone if not one.about or one.key.removesuffix("_lower") not in figures]
    return Layout(tuple(kept), tuple(widths), tuple(left_out))


def _widths(columns: Sequence[Column], room: int, squeeze: _Squeeze) -> list[int]:
    """Widths that fill at most the room, or nothing when even the least does not fit."""
    least = _least(columns, squeeze)
    slack = room - sum(least) - GAP * (len(columns) - 1)
    if slack < 0:
        return []
    share = WORDS_SHARE if any(column.kind == "bar" for column in columns) else 1.0
    wishes = [max(width, _wish(column, int(room * share))) for width, column in zip(least, columns, strict=True)]
    widths = _share_out(least, wishes, slack)
    left = room - sum(widths) - GAP * (len(columns) - 1)
    return [
        width + min(left, BAR_CEILING - width) if column.kind == "bar" else width
        for column, width in zip(columns, widths, strict=True)
    ]


def _share_out(least: Sequence[int], wishes: Sequence[int], slack: int) -> list[int]:
    """Cell by cell to the narrowest column that wishes for more, so that long words do not starve short ones."""
    widths = list(least)
    for _ in range(slack):
        wishing = [at for at, width in enumerate(widths) if width < wishes[at]]
        if not wishing:
            break
        widths[min(wishing, key=lambda at: widths[at])] += 1
    return widths


def _least(columns: Sequence[Column], squeeze: _Squeeze) -> list[int]:
    return [_narrow(column, squeeze) for column in columns]


def _narrow(column: Column, squeeze: _Squeeze) -> int:
    if column.kind == "bar":
        return squeeze.bar
    if column.kind == "words":
        return max(min(column.widest, column.indent + squeeze.words), unbroken(column.heading))
    return max(column.widest, narrowest(column.heading, squeeze.heading_lines))


def _wish(column: Column, ceiling: int) -> int:
    if column.kind == "bar":
        return 0
    wish = max(column.widest, cells(column.heading))
    return min(wish, ceiling) if column.kind == "words" else wish
