"""The rows of a table as the steps of a curve: where they lie, how far their intervals reach, which one was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..findings import Value
from ..results import Chart, Table
from ..terms import Text
from .headings import title
from .map_points import Ends, Field
from .page_axes import map_axis
from .plain_text import plain
from .sentences import interval_heading
from .wording import heading, number, pick


@dataclass(frozen=True)
class Step:
    """One row of a curve. strong: what was asked for; written: both values as they are read."""

    row: int
    x: float
    y: float
    ends: Ends | None
    strong: bool
    written: str


def curve_steps(chart: Chart, table: Table, language: str) -> tuple[Step, ...]:
    """The rows with both numbers, in the table's order; none where they are fewer than two, between which no line runs."""
    x, y = (table.columns[table.position(key)] for key in (chart.x, chart.y))
    found = []
    for row, record in enumerate(table.records()):
        across, up, low, high = (record.get(key) for key in (chart.x, chart.y, chart.lower, chart.upper))
        if not (isinstance(across, int | float) and isinstance(up, int | float)):
            continue
        ends = (float(low), float(high)) if isinstance(low, int | float) and isinstance(high, int | float) else None
        written = f"{heading(x, language)} {number(x, across, language)}, {heading(y, language)} {number(y, up, language)}"
        found.append(Step(row, float(across), float(up), ends, row in table.strong, written))
    return tuple(found) if len(found) > 1 else ()


def curve_field(chart: Chart, table: Table, steps: Sequence[Step], language: str) -> Field:
    """The field that holds the whole curve with its band."""
    x, y = (table.columns[table.position(key)] for key in (chart.x, chart.y))
    up = [value for step in steps for value in (step.y, *(step.ends or ()))]
    across = map_axis([step.x for step in steps], x, language)
    return Field(across, map_axis(up, y, language), plain(heading(x, language)), plain(heading(y, language)), None, ())


def curve_note(chart: Chart, table: Table, settings: Mapping[str, Value], language: str) -> str:
    """How the curve is to be read: its axes, its band, its large point."""
    steps = curve_steps(chart, table, language)
    x, y = (plain(heading(table.columns[table.position(key)], language)) for key in (chart.x, chart.y))
    told = [title("curve", language, x=x, y=y)]
    if has_band(steps):
        told.append(title("curve_band", language, interval=interval_heading(settings, language)))
    if any(step.strong for step in steps):
        told.append(title("curve_strong", language))
    return pick(Text(" ", ""), language).join(told)


def has_band(steps: Sequence[Step]) -> bool:
    """Whether every step has an interval, so that a band runs along the whole curve."""
    return all(step.ends for step in steps)
