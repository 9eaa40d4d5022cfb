"""A curve in characters: its steps, the line between them, and the band of their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..results import Chart, Table
from .curve_steps import Step, curve_field, curve_steps, has_band
from .terminal_field import Canvas
from .terminal_look import Line, Screen


def curve_lines(chart: Chart, table: Table, screen: Screen) -> list[Line]:
    """The curve; nothing where fewer than two rows lie on it."""
    steps = curve_steps(chart, table, screen.language)
    if not steps:
        return []
    drawn = Canvas(curve_field(chart, table, steps, screen.language), screen)
    if has_band(steps):
        _band(drawn, steps)
    for at in range(drawn.column(steps[0].x), drawn.column(steps[-1].x) + 1):
        drawn.write(at, drawn.row(_between(drawn, at, [(step.x, step.y) for step in steps])), screen.glyphs.line, "bar")
    for step in sorted(steps, key=lambda step: step.strong):  # what was asked for covers its neighbours
        sign = screen.glyphs.target if step.strong else screen.glyphs.point
        drawn.write(drawn.column(step.x), drawn.row(step.y), sign, "strong" if step.strong else "bar_strong")
    return drawn.framed()


def _band(drawn: Canvas, steps: Sequence[Step]) -> None:
    lower = [(step.x, step.ends[0]) for step in steps if step.ends]
    upper = [(step.x, step.ends[1]) for step in steps if step.ends]
    for at in range(drawn.column(steps[0].x), drawn.column(steps[-1].x) + 1):
        for row in range(drawn.row(_between(drawn, at, upper)), drawn.row(_between(drawn, at, lower)) + 1):
            drawn.write(at, row, drawn.screen.glyphs.dotted[1], "quiet")


def _between(drawn: Canvas, column: int, course: Sequence[tuple[float, float]]) -> float:
    """The height of a course of straight lines in the middle of a column."""
    axis = drawn.field.x
    x = axis.low + column / max(drawn.width - 1, 1) * (axis.high - axis.low)
    for (left, start), (right, end) in pairwise(course):
        if x <= right:
            share = (x - left) / (right - left) if right > left else 1.0
            return start + min(max(share, 0.0), 1.0) * (end - start)
    return course[-1][1]
