"""Rows and columns named in a sentence: runs as ranges, and not more of them than a reader takes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LISTED = 10  # ranges


def listed(rows: Sequence[int], names: Sequence[str] | None = None) -> str:
    """Rising numbers as "3, 7–9, 12 …". names: what is written for each instead, such as column letters."""
    written = list(map(str, rows)) if names is None else list(names)
    runs = list(_runs(rows))
    texts = [written[first] if first == last else f"{written[first]}–{written[last]}" for first, last in runs[:_LISTED]]
    return ", ".join(texts) + (" …" if len(runs) > _LISTED else "")


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place of each run of numbers that count on by one; two alone are no run."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place < len(rows) and rows[place] == rows[place - 1] + 1:
            continue
        if place - first < 3:
            yield from ((one, one) for one in range(first, place))
        else:
            yield first, place - 1
        first = place
