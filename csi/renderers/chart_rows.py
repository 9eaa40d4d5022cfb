"""The rows of a table as a chart shows them: named, written out, and with the direction of a gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..findings import Value
from ..results import Blank, Cell, Chart, Number, Table
from ..terms import Text, Unit
from .headings import title
from .plain_text import plain
from .sentences import interval_heading
from .wording import DASH, cell, interval, number, pick

Direction = Literal["below", "meets", "exceeds", ""]  # nothing where neither a test nor an interval tells
DIRECTIONS: tuple[Direction, ...] = ("below", "meets", "exceeds")
ARROWS: Mapping[str, str] = {"below": "▼", "meets": "●", "exceeds": "▲"}
TARGET = "▸"
VERDICT = "verdict"  # the column that tells the direction, where a table has one
FIELDS = frozenset({"map", "curve"})  # drawn on two axes, above their table, with nothing beside the rows
URGENT = frozenset({"concentrate"})  # the part of a map that asks to be acted on first
LEVEL = "level"  # the column that makes a table a tree


@dataclass(frozen=True)
class Bar:
    """One row of a chart. `row` is its number in the table; `group` the names that stand above its own."""

    row: int
    group: str
    name: str
    value: Number
    lower: Number
    upper: Number
    strong: bool
    direction: Direction
    written: str  # the value as it is read, or why there is none
    ends: str  # the interval as it is read, empty when there is none
    depth: int = 0  # in a tree


def bars(chart: Chart, table: Table, language: str, names: Mapping[str, str]) -> tuple[Bar, ...]:
    """The rows that the chart concerns, in the table's order; empty when none of them holds a number."""
    made = tuple(
        _bar(record, row, chart, table, depth=depth, language=language, names=names)
        for row, (record, depth) in enumerate(zip(table.records(), depths(table), strict=True))
        if record[chart.y] is not None
    )
    return made if any(not isinstance(bar.value, Blank) for bar in made) else ()


def row_names(record: Mapping[str, Cell], chart: Chart, table: Table, language: str, names: Mapping[str, str]) -> list[str]:
    """What names a row, from the outermost word to its own; cells that do not concern the row are left out."""
    terms = {term.key: term for term in table.columns}
    words = (plain(cell(terms[key], record[key], language, names=names)) for key in chart.label)
    return [word for word in words if word]


def direction(verdict: Cell, lower: Number, upper: Number) -> Direction:
    """The verdict of the table, else on which side of zero the whole interval lies; empty when neither is known."""
    for known in DIRECTIONS:
        if verdict == known:
            return known
    if isinstance(verdict, Blank) or isinstance(lower, Blank) or isinstance(upper, Blank):
        return ""
    return "below" if upper < 0 else "exceeds" if lower > 0 else "meets"


def is_tree(table: Table) -> bool:
    """Whether the rows are nodes, parents first, with their level in a column."""
    return any(term.key == LEVEL for term in table.columns) and all(isinstance(at, int) for at in table.column(LEVEL))


def depths(table: Table) -> tuple[int, ...]:
    """How deep each row stands below the highest ones of its tree, 0 where the table is none."""
    if not is_tree(table):
        return (0,) * len(table.rows)
    levels = [at for at in table.column(LEVEL) if isinstance(at, int)]
    return tuple(level - min(levels) for level in levels)


def chart_note(chart: Chart, table: Table, settings: Mapping[str, Value], language: str) -> str:
    """How the chart is to be read: what its bars, whiskers and signs mean."""
    is_share = table.columns[table.position(chart.y)].unit is Unit.SHARE
    bars_of = "share_bars" if is_share and chart.kind == "index_bars" else chart.kind
    told = [_signs(table, language) if chart.kind == "gap_bars" else title(bars_of, language)]
    if any(not isinstance(end, Blank | None) for end in table.column(chart.lower)):
        told.append(title("whiskers", language, interval=interval_heading(settings, language)))
    if table.strong and chart.kind == "index_bars":
        told.append(title("target_bar", language))
    return pick(Text(" ", ""), language).join(told)


def _signs(table: Table, language: str) -> str:
    verdicts = next((term.values for term in table.columns if term.key == VERDICT), {})
    words = {key: pick(verdicts[key], language) if key in verdicts else title(key, language) for key in ARROWS}
    return " · ".join(f"{ARROWS[key]} {plain(said)}" for key, said in words.items()) + pick(Text(".", "。"), language)


def _bar(
    record: Mapping[str, Cell], row: int, chart: Chart, table: Table, *, depth: int, language: str, names: Mapping[str, str]
) -> Bar:
    term = table.columns[table.position(chart.y)]
    value, lower, upper = (_number(record[key]) for key in (chart.y, chart.lower, chart.upper))
    *above, name = row_names(record, chart, table, language, names) or [DASH]
    ends = interval(term, lower, upper, language)
    return Bar(
        row=row,
        group=" · ".join(above),
        name=name,
        value=value,
        lower=lower,
        upper=upper,
        strong=row in table.strong,
        direction=direction(record.get(VERDICT), lower, upper),
        written=number(term, value, language, long=True),
        ends="" if ends == DASH else ends,
        depth=depth,
    )


def _number(value: Cell) -> Number:
    return value if isinstance(value, int | float | Blank) else Blank("not_applicable")
