"""Tables of the workbook: every column, those for the reader first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..results import Table
from ..terms import Term, Unit
from .chart_rows import ARROWS, VERDICT, depths
from .page_tables import shown_keys
from .text_width import breadth
from .wording import cell, heading, pick
from .workbook_cells import HEAD, QUIET, RULE, STRONG, TONES, Sheet

_WIDEST, _NARROWEST, _TOGETHER = 46.0, 10.0, 92.0


@dataclass(frozen=True)
class Placed:
    """Where a table stands: its head's row, its rows, and the column of each key."""

    table: Table
    title: int
    head: int
    columns: Mapping[str, int]

    @property
    def first(self) -> int:
        """Its first row."""
        return self.head + 1

    @property
    def last(self) -> int:
        """Its last row."""
        return self.head + len(self.table.rows)


def write_table(sheet: Sheet, table: Table) -> Placed:
    """Write title, head and rows at the sheet's next free row, and say where they stand."""
    terms = ordered(table)
    placed = Placed(table, sheet.row, sheet.row + 1, {term.key: at for at, term in enumerate(terms)})
    sheet.words(placed.title, 0, pick(table.title, sheet.language), bold=True, font_size=11)
    for at, term in enumerate(terms):
        _head(sheet, placed.head, at, term, chosen=term.key in shown_keys(table))
    deep = depths(table)
    for number, record in enumerate(table.records()):
        for at, term in enumerate(terms):
            look = _look(term, record[term.key], strong=number in table.strong)
            sheet.value(placed.first + number, at, term, record[term.key], indent=_indent(at, term, deep[number]), **look)
    sheet.row = placed.last + 2
    return placed


def _indent(column: int, term: Term, depth: int) -> int:
    if column == 0:
        return min(depth, 15)  # the most that a cell can be indented
    return 1 if term.unit is Unit.NAME else 0  # away from the numbers of the column before


def ordered(table: Table) -> list[Term]:
    """The columns, those for the reader first."""
    first = shown_keys(table)
    return sorted(table.columns, key=lambda term: first.index(term.key) if term.key in first else len(first))


def widths(tables: tuple[Table, ...], language: str, names: Mapping[str, str]) -> list[float]:
    """The width of each column of a sheet that holds these tables, in characters."""
    found = [_NARROWEST]
    for table in tables:
        for at, term in enumerate(ordered(table)):
            found += [_NARROWEST] if at >= len(found) else []
            found[at] = max(found[at], _width(table, term, language, names))
    found[0] += max(0.0, _TOGETHER - sum(found))  # room for a chart
    return found


def _width(table: Table, term: Term, language: str, names: Mapping[str, str]) -> float:
    if term.unit is not Unit.NAME:
        return _NARROWEST
    words = [heading(term, language), *(cell(term, value, language, names=names) for value in table.column(term.key))]
    deepest = max(depths(table), default=0)
    return min(_WIDEST, max(breadth(one, 1.0) for one in words) / 0.52 + 2 + deepest)


def _head(sheet: Sheet, row: int, column: int, term: Term, *, chosen: bool) -> None:
    align = "left" if term.unit is Unit.NAME else "right"
    look: dict[str, object] = {
        "bg_color": HEAD,
        "bottom": 1,
        "bottom_color": QUIET,
        "text_wrap": True,
        "align": align,
        "valign": "bottom",
    }
    look["indent"] = _indent(column, term, 0)
    sheet.words(row, column, heading(term, sheet.language), bold=chosen, font_color="#1B2530" if chosen else QUIET, **look)


def _look(term: Term, value: object, *, strong: bool) -> dict[str, object]:
    look: dict[str, object] = {"bottom": 1, "bottom_color": RULE}
    if strong:
        look |= {"bold": True, "bg_color": STRONG}
    if term.key == VERDICT and value in ARROWS:
        look["font_color"] = TONES[str(value)]
    return look
