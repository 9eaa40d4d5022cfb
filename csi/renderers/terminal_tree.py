"""Guides before the nodes of a tree, drawn from their levels."""

from __future__ import annotations

from collections.abc import Sequence

from .terminal_look import Glyphs


def guides(levels: Sequence[int], glyphs: Glyphs) -> list[tuple[str, str]]:
    """For each node, what stands before it and what stands before its folded lines. Nodes come parents first."""
    top = min(levels, default=0)
    found = []
    for row, level in enumerate(levels):
        trunks = "".join(glyphs.trunk if _goes_on(levels, row, above) else "   " for above in range(top + 1, level))
        if level == top:
            found.append(("", glyphs.trunk if _has_children(levels, row) else ""))
            continue
        goes_on = _goes_on(levels, row, level)
        below = glyphs.trunk if goes_on else "   "
        inside = glyphs.trunk if _has_children(levels, row) else ""
        found.append((trunks + (glyphs.branch if goes_on else glyphs.last), trunks + below + inside))
    return found


def _goes_on(levels: Sequence[int], row: int, level: int) -> bool:
    """Whether a later node stands on that level under the same parent."""
    for later in levels[row + 1 :]:
        if later <= level:
            return later == level
    return False


def _has_children(levels: Sequence[int], row: int) -> bool:
    return row + 1 < len(levels) and levels[row + 1] > levels[row]
