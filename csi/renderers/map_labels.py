"""Where names stand on a map, so that none covers a point or another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right - _HAIR and other.left < self.right - _HAIR
        return across and self.top < other.bottom - _HAIR and other.top < self.bottom - _HAIR

    def widened(self, by: float) -> Box:
        """The rectangle with so much more on the left and on the right."""
        return Box(self.left - by, self.top, self.right + by, self.bottom)

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        across = self.left <= other.left + _HAIR and other.right <= self.right + _HAIR
        return across and self.top <= other.top + _HAIR and other.bottom <= self.bottom + _HAIR


_HAIR = 1e-6
_CLEAR = 3  # gaps between a label and another's mark


def label_boxes(
    marks: Sequence[Box],
    sizes: Sequence[tuple[float, float]],
    room: Box,
    *,
    gap: float = 1.0,
    taken: Sequence[Box] = (),
    disliked: Sequence[Box] = (),
    places: int = 8,
) -> list[Box | None]:
    """A box for the label of each mark, beside it; None where every place would cover something.

    sizes: width and height of each label. gap: what stays free beside labels, thrice as much beside the marks of others. taken: what else no label
    may cover. disliked: what a label covers only where it has no other place. places: how many
    places a label may choose from, see `beside`. The marks with the fewest free places choose first.
    """
    wide = [mark.widened(_CLEAR * gap) for mark in marks]  # a label close to another's mark would seem to be its own
    free = []
    for at, (mark, size) in enumerate(zip(marks, sizes, strict=True)):
        others = (mark, *wide[:at], *wide[at + 1 :], *taken)
        free.append([box for box in islice(beside(mark, size, gap), places) if room.holds(box) and not _covers(box, others)])
    found: list[Box | None] = [None] * len(marks)
    for at in sorted(range(len(marks)), key=lambda at: len(free[at])):
        used = [box.widened(gap) for box in found if box is not None]
        left = [box for box in free[at] if not _covers(box, used)]
        found[at] = min(left, key=lambda box: _covers(box, disliked), default=None)
    return found


def _covers(box: Box, others: Sequence[Box]) -> bool:
    return any(box.touches(other) for other in others)


def beside(mark: Box, size: tuple[float, float], gap: float) -> Iterator[Box]:
    """The places for a label, best first: right, left, above, below, then the corners."""
    width, height = size
    middle_x, middle_y = (mark.left + mark.right - width) / 2, (mark.top + mark.bottom - height) / 2
    right, left, above, below = mark.right + gap, mark.left - gap - width, mark.top - height, mark.bottom
    places = (
        (right, middle_y),
        (left, middle_y),
        (middle_x, above),
        (middle_x, below),
        (right, above),
        (right, below),
        (left, above),
        (left, below),
    )
    for x, y in places:
        yield Box(x, y, x + width, y + height)


def corner_boxes(
    sizes: Sequence[tuple[float, float]], room: Box, cross: tuple[float, float], marks: Sequence[Box], *, line: float
) -> list[Box | None]:
    """A box for the word in each corner, lower left, lower right, upper left, upper right; None where there is no room.

    A word stays in its own part of the map, away from the cross, and moves inwards line by line until it covers no mark.
    """
    return [
        _corner(size, _part(room, cross, right=bool(at % 2), upper=at >= 2), marks, right=bool(at % 2), upper=at >= 2, line=line)
        for at, size in enumerate(sizes)
    ]


def _part(room: Box, cross: tuple[float, float], *, right: bool, upper: bool) -> Box:
    x, y = cross
    return Box(x if right else room.left, room.top if upper else y, room.right if right else x, y if upper else room.bottom)


def _corner(size: tuple[float, float], part: Box, marks: Sequence[Box], *, right: bool, upper: bool, line: float) -> Box | None:
    width, height = size
    left = part.right - width if right else part.left
    for step in range(3):
        top = part.top + step * line if upper else part.bottom - height - step * line
        box = Box(left, top, left + width, top + height)
        if part.holds(box) and not any(box.touches(mark) for mark in marks):
            return box
    return None
