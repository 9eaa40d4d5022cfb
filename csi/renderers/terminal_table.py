"""A table as lines for the terminal: headings, rows with their bars, and the reasons for what is blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..results import Blank, Chart, Table
from ..terms import Term, Text
from .chart_rows import FIELDS, bars
from .sentences import interval_heading
from .terminal_bars import pictures
from .terminal_cells import INTERVAL, LOWER, UPPER, columns, groups, is_empty, shown
from .terminal_columns import GAP, Column, Layout, arrange
from .terminal_fold import cells, fold, pad
from .terminal_look import Line, Piece, Screen, indented
from .wording import are_ends, heading, pick, reason, say

MARGIN = 2  # where the sign of the target stands
INDENT = "  "
SPILL = 2  # lines that a name may take beside its numbers


def table_lines(table: Table, chart: Chart | None, screen: Screen) -> list[Line]:
    """Headings, rows and notes; no number is cut, and what had to be left out is said."""
    if not table.rows:
        return indented(say("no_rows", screen.language), "quiet", screen)
    terms = [term for term in shown(table) if not is_empty(table, term)]
    is_map = chart is not None and chart.kind in FIELDS
    rows = bars(chart, table, screen.language, screen.names) if chart and not is_map else ()
    above = groups(table, terms, screen)
    made = columns(table, terms[bool(above) :], chart if rows or is_map else None, screen)
    made[:1] = [replace(column, guides=((INDENT, INDENT),) * len(table.rows)) for column in made[:1] if above] or made[:1]
    layout = arrange(made, screen.width - MARGIN)
    drawn = pictures(table, chart, rows, layout.bar_width, screen) if chart else {}
    lines = _headings(layout, drawn.get(-1, []))
    for row in range(len(table.rows)):
        if above and (not row or above[row] != above[row - 1]):
            lines += indented(above[row], "", screen)
        lines += _row(row, row in table.strong, layout, drawn.get(row, []), screen)
    return lines + _notes(table, terms, layout, screen)


def _headings(layout: Layout, axis: list[Piece]) -> list[Line]:
    folded = [fold(column.heading, width) for column, width in layout]
    height = max(map(len, folded), default=1)
    lines = []
    for at in range(height):
        line: list[Piece] = [(" " * MARGIN, "")]
        for (column, width), words in zip(layout, folded, strict=True):
            here = words[at - height] if len(words) >= height - at else ""  # headings stand on their last line
            pieces = axis if column.kind == "bar" and at == height - 1 else [(here, "quiet")]
            line += [*_filled(pieces, width, right=column.kind == "number"), (" " * GAP, "")]
        lines.append(tuple(line))
    return lines


def _row(row: int, strong: bool, layout: Layout, picture: list[Piece], screen: Screen) -> list[Line]:
    names = _folded(layout.columns[0], row, layout.widths[0])
    before: list[list[Piece]] = []
    if len(names) > SPILL:  # a whole question as a name stands above its numbers, at full width
        before = _folded(layout.columns[0], row, screen.width - MARGIN)
        names = [[(layout.columns[0].later(row), "quiet")]]
    parts = [names, *(_folded(column, row, width) for column, width in list(layout)[1:])]
    lines = [(_margin(strong and not at, screen), *name) for at, name in enumerate(before)]
    for at in range(max(map(len, parts))):
        line = [_margin(strong and not at and not before, screen)]
        for (column, width), words in zip(layout, parts, strict=True):
            pieces = words[at : at + 1] if column.kind != "bar" else [picture] * (at == 0)
            line += [*_filled(pieces[0] if pieces else [], width, right=column.kind == "number"), (" " * GAP, "")]
        lines.append(tuple(line))
    return [tuple((words, style or ("strong" if strong else "")) for words, style in line) for line in lines]


def _margin(marked: bool, screen: Screen) -> Piece:
    return (pad(screen.glyphs.target if marked else "", MARGIN), "strong")


def _folded(column: Column, row: int, width: int) -> list[list[Piece]]:
    if column.kind == "bar":
        return [[]]
    style = column.styles[row] if column.styles else ""
    first, later = column.first(row), column.later(row)
    lines = fold(column.words[row], width - len(first))
    if len(lines) > 1:
        lines = fold(column.words[row], width - max(len(first), len(later)))
    return [[(later if at else first, "quiet"), (words, style)] for at, words in enumerate(lines)]


def _filled(pieces: list[Piece], width: int, *, right: bool = False) -> list[Piece]:
    space = (" " * (width - sum(cells(words) for words, _ in pieces)), "")
    return [space, *pieces] if right else [*pieces, space]


def _notes(table: Table, terms: Sequence[Term], layout: Layout, screen: Screen) -> list[Line]:
    """Why cells are blank, each reason once, and which columns had no room."""
    language, semicolon = screen.language, pick(Text("; ", "；"), screen.language)
    absent: dict[str, list[str]] = {}  # reasons -> the columns that hold nothing else
    for term, name in _empty(table, terms, screen):
        blanks = [reason(c, language) for c in table.column(term.key) if isinstance(c, Blank)]
        if blanks:
            absent.setdefault(semicolon.join(dict.fromkeys(blanks)), []).append(name)
    comma = pick(Text(", ", "、"), language)
    notes = [say("pair", language, name=comma.join(dict.fromkeys(names)), value=why) for why, names in absent.items()]
    seen = [term for term in terms if _is_visible(term, layout)]
    reasons = [reason(cell, language) for term in seen for cell in table.column(term.key) if isinstance(cell, Blank)]
    if reasons:
        notes.append(say("dash_means", language, reasons=semicolon.join(dict.fromkeys(reasons))))
    if layout.left_out:
        notes.append(say("left_out", language, columns=tuple(layout.left_out)))
    return [((" " * MARGIN + line, "quiet"),) for note in notes for line in fold(screen.words(note), screen.width - MARGIN)]


def _empty(table: Table, terms: Sequence[Term], screen: Screen) -> list[tuple[Term, str]]:
    """The columns that hold nothing, with their names; both ends of an interval go by its name."""
    every = shown(table)
    keys = {term.key for term in every}
    found = []
    for term in every:
        ends = (term.key, term.key.removesuffix(LOWER) + UPPER), (term.key.removesuffix(UPPER) + LOWER, term.key)
        paired = any(are_ends(*pair) and keys.issuperset(pair) for pair in ends)
        name = interval_heading(screen.settings, screen.language) if paired else heading(term, screen.language)
        found += [(term, name)] if term not in terms else []
    return found


def _is_visible(term: Term, layout: Layout) -> bool:
    """Whether the column of the term found room; the upper end of an interval stands with the lower one."""
    lower = term.key.removesuffix(UPPER) + LOWER if term.key.endswith(UPPER) else term.key
    keys = {column.key for column in layout.columns}
    return bool(keys & {term.key, lower}) or (lower == LOWER and INTERVAL in keys)
