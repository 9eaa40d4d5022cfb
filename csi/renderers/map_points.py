"""The rows of a table as the points of a map: named, numbered, with the words of its corners and axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..findings import Value
from ..results import Cell, Chart, Table
from ..terms import Term, Text
from .chart_rows import URGENT, row_names
from .headings import title
from .page_axes import Axis, map_axis
from .plain_text import plain
from .sentences import interval_heading
from .wording import DASH, heading, number, pick

NAMED = 12  # points up to which names stand on the map; more have numbers, and a list of what they mean
_REACH = 1.5  # how far whiskers may widen a map, in spreads of its points

Ends = tuple[float, float]


@dataclass(frozen=True)
class Point:
    """One row on a map. row: its number in the table; number: among the points, from 1; urgent: what is to be acted on first;
    unsure: whose place is not settled.
    """

    row: int
    number: int
    name: str
    x: float
    y: float
    x_ends: Ends | None
    y_ends: Ends | None
    urgent: bool
    written: str  # both values as they are read
    unsure: bool = False


@dataclass(frozen=True)
class Field:
    """What a map is drawn on: both axes with their names, where the cross stands, the words of the four corners.

    diagonal: the first and the last value of the line on which x and y are equal, so far as it crosses the field.
    """

    x: Axis
    y: Axis
    x_name: str
    y_name: str
    cross: tuple[float, float] | None
    corners: tuple[str, ...]
    diagonal: Ends | None = None


def map_points(chart: Chart, table: Table, language: str, names: Mapping[str, str]) -> tuple[Point, ...]:
    """The rows that lie on the map, in the table's order: those with both numbers and, where parts are told, a part."""
    x, y = (table.columns[table.position(key)] for key in (chart.x, chart.y))
    found: list[Point] = []
    for row, record in enumerate(table.records()):
        across, up = record[chart.x], record[chart.y]
        if not (isinstance(across, int | float) and isinstance(up, int | float)) or not _has_part(chart, record):
            continue
        name = " · ".join(row_names(record, chart, table, language, names)) or DASH
        written = f"{heading(x, language)} {number(x, across, language)}, {heading(y, language)} {number(y, up, language)}"
        ends = (_ends(record, chart.x_lower, chart.x_upper), _ends(record, chart.lower, chart.upper))
        unsure = record.get(chart.unsure) is True
        urgent = record.get(chart.zone) in URGENT and not unsure
        found.append(Point(row, len(found) + 1, name, float(across), float(up), *ends, urgent, written, unsure))
    return tuple(found)


def map_field(chart: Chart, table: Table, points: Sequence[Point], language: str, *, whiskers: bool) -> Field:
    """The field that holds every point, its cross and, where they are drawn, the whiskers."""
    x, y = (table.columns[table.position(key)] for key in (chart.x, chart.y))
    across = _reached([point.x for point in points], [point.x_ends or () for point in points if whiskers])
    up = _reached([point.y for point in points], [point.y_ends or () for point in points if whiskers])
    crossing = chart.cross or ()  # a cross off the points would seem to stand at the edge
    axes = map_axis([*across, *crossing[:1]], x, language), map_axis([*up, *crossing[1:]], y, language)
    return Field(
        *axes,
        plain(heading(x, language)),
        plain(heading(y, language)),
        chart.cross,
        _corners(chart, table, language),
        _diagonal(*axes) if chart.diagonal else None,
    )


def _diagonal(x: Axis, y: Axis) -> Ends | None:
    """From where to where both axes hold the same value; None where they have none in common."""
    low, high = max(x.low, y.low), min(x.high, y.high)
    return (low, high) if low < high else None


def _reached(values: list[float], ends: Sequence[tuple[float, ...]]) -> list[float]:
    """The values and the ends of their whiskers; those that reach far beyond all points are cut, so that the points stay apart."""
    spread = max(values) - min(values)
    least, most = min(values) - _REACH * spread, max(values) + _REACH * spread
    return [*values, *(min(max(end, least), most) if spread else end for pair in ends for end in pair)]


def has_whiskers(points: Sequence[Point]) -> bool:
    """Whether intervals are drawn: any there are, and the map is not so full that they would cover it."""
    return len(points) <= NAMED and any(point.x_ends or point.y_ends for point in points)


def map_note(chart: Chart, table: Table, settings: Mapping[str, Value], language: str, names: Mapping[str, str]) -> str:
    """How the map is to be read: its axes, its lines, its whiskers."""
    points = map_points(chart, table, language, names)
    terms = [table.columns[table.position(key)] for key in (chart.x, chart.y)]
    told = [title("map", language, x=plain(heading(terms[0], language)), y=plain(heading(terms[1], language)))]
    if chart.cross is not None:
        x, y = (number(term, at, language) for term, at in zip(terms, chart.cross, strict=True))
        told.append(title("map_cross", language, x=x, y=y))
    if chart.diagonal:
        x_name, y_name = (plain(heading(term, language)) for term in terms)
        told.append(title("map_diagonal", language, x=x_name, y=y_name))
    if any(point.unsure for point in points):
        told.append(title("map_unsure", language))
    if has_whiskers(points):
        told.append(title("whiskers", language, interval=interval_heading(settings, language)))
    return pick(Text(" ", ""), language).join(told)


def _has_part(chart: Chart, record: Mapping[str, Cell]) -> bool:
    return not chart.zone or isinstance(record[chart.zone], str)


def _ends(record: Mapping[str, Cell], lower: str, upper: str) -> Ends | None:
    low, high = record.get(lower), record.get(upper)
    return (float(low), float(high)) if isinstance(low, int | float) and isinstance(high, int | float) else None


def _corners(chart: Chart, table: Table, language: str) -> tuple[str, ...]:
    """The words of the four parts; none where nothing divides the map."""
    if not chart.zone or chart.cross is None:
        return ()
    said: Term = table.columns[table.position(chart.zone)]
    return tuple(plain(pick(said.values[key], language)) for key in chart.corners)
