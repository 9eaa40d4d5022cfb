"""What stands in the columns of a table on the terminal: from its terms alone, so that any table can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..results import Blank, Cell, Chart, Table
from ..terms import Term, Unit
from .chart_rows import FIELDS, URGENT, VERDICT
from .sentences import interval_heading
from .terminal_columns import Column, Kind
from .terminal_look import Screen
from .terminal_tree import guides
from .wording import are_ends, cell, clipped, heading, interval, say

ANSWERS = frozenset({VERDICT, "cause", "class", "quadrant", "alarm", "kind", "category"})  # what the reader asked for
EARLY = ("column", "standard_error")  # they leave a narrow terminal before all others
VERDICT_RANK, BAR_RANK = 1, 2  # the bar leaves after all numbers but those it draws, the verdict last
LEVEL, LOWER, UPPER, INTERVAL = "level", "lower", "upper", "interval"


def shown(table: Table) -> tuple[Term, ...]:
    """The columns for a reader's eye; the level of a tree is drawn, not written."""
    keys = table.shown or tuple(term.key for term in table.columns)
    return tuple(table.columns[table.position(key)] for key in keys if key != LEVEL or not is_tree(table))


def is_tree(table: Table) -> bool:
    """Whether each row has a level, so that its name can hang from guides."""
    return any(term.key == LEVEL for term in table.columns) and all(type(level) is int for level in table.column(LEVEL))


def is_empty(table: Table, term: Term) -> bool:
    """Whether no row has anything in that column."""
    return bool(table.rows) and all(value is None or isinstance(value, Blank) for value in table.column(term.key))


def groups(table: Table, terms: Sequence[Term], screen: Screen) -> tuple[str, ...]:
    """The name above each row where the first column only repeats what the rows of the second belong to; else nothing."""
    if len(terms) < 2 or is_tree(table) or _kind(table, terms[0]) != "words" or _kind(table, terms[1]) != "words":
        return ()
    values = table.column(terms[0].key)
    runs = sum(at == 0 or value != values[at - 1] for at, value in enumerate(values))
    if runs != len(set(values)) or 2 * runs > len(values):
        return ()
    return tuple(_words(terms[0], value, screen) for value in values)


def columns(table: Table, terms: Sequence[Term], chart: Chart | None, screen: Screen) -> list[Column]:
    """The terms as columns; lower and upper become one, and a bar stands before it where a chart looks at the table."""
    keys = [term.key for term in terms]
    uppers = {at + 1 for at, (key, after) in enumerate(pairwise(keys)) if are_ends(key, after)}
    found = [
        _interval(table, term, place, chart, screen) if place + 1 in uppers else _column(table, term, place, chart, screen)
        for place, term in enumerate(terms)
        if place not in uppers
    ]
    if found and is_tree(table):
        found[0] = replace(found[0], guides=tuple(guides(_levels(table), screen.glyphs)))
    if chart and chart.kind not in FIELDS:
        at = next((at for at, column in enumerate(found) if column.key == INTERVAL), len(found))
        found.insert(at, Column("bar", "", "bar", rank=BAR_RANK))
    return found


def _column(table: Table, term: Term, place: int, chart: Chart | None, screen: Screen) -> Column:
    values = table.column(term.key)
    words = tuple(_words(term, value, screen) for value in values)
    return Column(
        term.key,
        screen.words(heading(term, screen.language)),
        _kind(table, term),
        words,
        tuple(_style(term, value) for value in values),
        rank=_rank(term, place, chart),
    )


def _interval(table: Table, lower: Term, place: int, chart: Chart | None, screen: Screen) -> Column:
    """Both ends as one column; those of a second figure leave a narrow terminal, those of the chart's own stay."""
    own = lower.key == LOWER
    written = chart.y if chart and lower.key == chart.lower else lower.key
    term = table.columns[table.position(written)]  # ends are written like what they surround
    lowers = table.column(lower.key)
    ends = zip(lowers, table.column(lower.key.removesuffix(LOWER) + UPPER), strict=True)
    words = tuple(screen.words(_between(term, low, high, screen)) for low, high in ends)
    title = screen.words(interval_heading(screen.settings, screen.language))
    styles = tuple(_style(term, low) for low in lowers)
    if own:
        return Column(INTERVAL, title, "number", words, styles)
    figure = next((one for one in table.columns if one.key == lower.key.removesuffix(f"_{LOWER}")), lower)
    about = screen.words(say("interval_of", screen.language, interval=title, figure=heading(figure, screen.language)))
    early = chart is not None and chart.kind in FIELDS  # a map has two figures: their intervals leave before them
    rank = place + (1000 if early else BAR_RANK)
    return Column(lower.key, title, "number", words, styles, rank=rank, about=about)


def _between(term: Term, lower: Cell, upper: Cell, screen: Screen) -> str:
    if isinstance(lower, int | float | Blank) and isinstance(upper, int | float | Blank):
        return interval(term, lower, upper, screen.language)
    return ""


def _words(term: Term, value: Cell, screen: Screen) -> str:
    words = screen.words(clipped(cell(term, value, screen.language, names=screen.names)))
    mark = screen.glyphs.marks.get(value) if term.key == VERDICT and isinstance(value, str) else None
    return f"{mark} {words}" if mark else words


def _style(term: Term, value: Cell) -> str:
    if isinstance(value, Blank):
        return "quiet"
    if value in URGENT and value in term.values:
        return "below"
    return str(value) if term.key == VERDICT and value in {"below", "exceeds"} else ""


def _kind(table: Table, term: Term) -> Kind:
    """Words that the term itself lists never fold; the analyst's own names do."""
    if term.unit is not Unit.NAME:
        return "number"
    listed = all(value in term.values for value in table.column(term.key) if isinstance(value, str))
    return "sign" if term.values and listed else "words"


def _levels(table: Table) -> list[int]:
    return [level for level in table.column(LEVEL) if isinstance(level, int)]


def _rank(term: Term, place: int, chart: Chart | None) -> int:
    """0 for what names the rows and for the chart's own number; else the further right, the earlier it leaves."""
    if place == 0 or (chart and term.key in {*chart.label, chart.x, chart.y}):
        return 0
    if term.key in ANSWERS or (chart and term.key == chart.zone):
        return VERDICT_RANK
    return place + (1000 if term.key in EARLY else BAR_RANK)
