"""A curve as inline SVG: axes, the band of the intervals, the line and its steps."""

from __future__ import annotations

from collections.abc import Sequence

from .curve_steps import Step, has_band
from .map_points import Field
from .page_map import MapLayout, draw_grid
from .svg import canvas, child, coordinate, finished

_STEP, _STRONG = 3.5, 6.0  # radius of a step, and of the one that was asked for


def draw_curve(steps: Sequence[Step], field: Field, layout: MapLayout, *, title: str, note: str, number: int) -> str:
    """One drawing of the curve. `number` keeps its ids apart from those of other drawings on the page."""
    svg = canvas(f"{layout.name} curve", title, note, number)
    draw_grid(svg, field, layout)
    if has_band(steps):
        there = [(step.x, step.ends[1]) for step in steps if step.ends]
        back = [(step.x, step.ends[0]) for step in reversed(steps) if step.ends]
        child(svg, "path", "band", d=f"{_course([*there, *back], field, layout)}Z")
    child(svg, "path", "course", d=_course([(step.x, step.y) for step in steps], field, layout))
    for step in steps:
        place = {"cx": layout.x(step.x, field), "cy": layout.y(step.y, field), "r": _STRONG if step.strong else _STEP}
        child(child(svg, "circle", "spot", **place), "title").text = step.written
    return finished(svg, layout.width, layout.foot + 42)


def _course(places: Sequence[tuple[float, float]], field: Field, layout: MapLayout) -> str:
    """A path through these places."""
    ends = (f"{coordinate(layout.x(x, field))} {coordinate(layout.y(y, field))}" for x, y in places)
    return "M" + "L".join(ends)
