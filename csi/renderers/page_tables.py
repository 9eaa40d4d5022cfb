"""Tables of the page: the columns a reader needs first, an interval in one column, footnotes for what is absent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import NamedTuple

from ..findings import Value
from ..results import Blank, Cell, Number, Table
from ..terms import Term, Text, Unit
from .chart_rows import ARROWS, LEVEL, URGENT, VERDICT, depths, is_tree
from .headings import title
from .plain_text import plain
from .sentences import interval_heading
from .text_width import breadth
from .wording import DASH, are_ends, cell, heading, interval, meaning, pick, reason

SHORT = 13.0  # letter sizes; names up to here are not broken into two lines


@dataclass(frozen=True)
class Head:
    """The head of a column. Several keys are shown as one: both ends of an interval."""

    keys: tuple[str, ...]
    words: str
    meaning: str
    numeric: bool


@dataclass(frozen=True)
class Shown:
    """One cell as it is read. note: the mark of its footnote; again: it repeats the cell above."""

    words: str
    kind: str
    note: str = ""
    again: bool = False


@dataclass(frozen=True)
class Row:
    """A row as it is read. depth: in a tree."""

    strong: bool
    depth: int
    cells: tuple[Shown, ...]


class Note(NamedTuple):
    """What stands under a table; the mark is empty where it concerns a whole column."""

    mark: str
    words: str


@dataclass(frozen=True)
class TableView:
    """A table as words, ready to be set."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]


class Footnotes:
    """Each reason once, marked a, b, c in order of appearance."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}

    def mark(self, words: str) -> str:
        """The mark of that reason."""
        number = len(self.marks)
        fresh = ascii_lowercase[number] if number < len(ascii_lowercase) else str(number + 1)
        return self.marks.setdefault(words, fresh)


def shown_view(table: Table, settings: Mapping[str, Value], language: str, names: Mapping[str, str]) -> TableView:
    """The columns that a reader's eye should meet; one without any number is told in a note instead."""
    keys = [key for key in shown_keys(table) if not (is_tree(table) and key == LEVEL)]
    absent = {key: why for key in keys if (why := _absent(table, key))}
    view = _view(table, [key for key in keys if key not in absent], settings, language, names)
    together: dict[str, list[str]] = {}  # reason -> the columns that hold nothing else, so that each is told once
    for head in heads(table, list(absent), settings, language):
        named = together.setdefault(plain(reason(absent[head.keys[0]], language)), [])
        named += [] if head.words in named else [head.words]
    comma = pick(Text(", ", "、"), language)
    notes = (Note("", title("none_because", language, what=comma.join(what), why=why)) for why, what in together.items())
    return replace(view, notes=(*view.notes, *notes))


def full_view(table: Table, settings: Mapping[str, Value], language: str, names: Mapping[str, str]) -> TableView | None:
    """Every column in the order of the table; None when the reader has seen them all."""
    keys = [term.key for term in table.columns]
    return _view(table, keys, settings, language, names) if set(keys) != set(shown_keys(table)) else None


def shown_keys(table: Table) -> tuple[str, ...]:
    """The columns to show, all of them where the table does not choose."""
    return table.shown or tuple(term.key for term in table.columns)


def heads(table: Table, keys: Sequence[str], settings: Mapping[str, Value], language: str) -> tuple[Head, ...]:
    """The heads of those columns; lower and upper beside each other become one interval."""
    terms = [table.columns[table.position(key)] for key in keys]
    made: list[Head] = []
    for before, term in zip([None, *terms], terms, strict=False):
        if before is not None and are_ends(before.key, term.key):
            made[-1] = Head((before.key, term.key), interval_heading(settings, language), "", numeric=True)
        else:
            words = plain(heading(term, language))
            made.append(Head((term.key,), words, plain(meaning(term, language)), term.unit is not Unit.NAME))
    return tuple(made)


def _absent(table: Table, key: str) -> Blank | None:
    """The reason when the column holds nothing but blanks for one reason."""
    cells = set(table.column(key))
    only = next(iter(cells)) if len(cells) == 1 else None
    return only if isinstance(only, Blank) else None


def _view(table: Table, keys: Sequence[str], settings: Mapping[str, Value], language: str, names: Mapping[str, str]) -> TableView:
    columns = heads(table, keys, settings, language)
    marks, deep = Footnotes(), depths(table)
    rows: list[Row] = []
    for number, record in enumerate(table.records()):
        above = rows[-1].cells if rows else ()
        cells = tuple(_shown(head, record, table, language=language, names=names, marks=marks) for head in columns)
        rows.append(Row(number in table.strong, deep[number], _repeats_muted(cells, above, columns)))
    notes = tuple(Note(mark, words) for words, mark in marks.marks.items())
    return TableView(plain(pick(table.title, language)), columns, tuple(rows), notes)


def _shown(
    head: Head, record: Mapping[str, Cell], table: Table, *, language: str, names: Mapping[str, str], marks: Footnotes
) -> Shown:
    value = next((record[key] for key in head.keys if isinstance(record[key], Blank)), record[head.keys[0]])
    if isinstance(value, Blank):
        return Shown(DASH, "absent", marks.mark(plain(reason(value, language))))
    term = table.columns[table.position(head.keys[0])]
    if len(head.keys) > 1:
        return Shown(_interval(term, [record[key] for key in head.keys], language), "number")
    words = plain(cell(term, value, language, names=names))
    if term.key == VERDICT and value in ARROWS:
        return Shown(f"{ARROWS[str(value)]} {words}", f"verdict {value}")
    if value in URGENT and value in term.values:
        return Shown(words, "verdict below")
    return Shown(words, "number" if head.numeric else "name short" if breadth(words, 1.0) < SHORT else "name")


def _interval(term: Term, ends: Sequence[Cell], language: str) -> str:
    lower, upper = ends
    return interval(term, lower, upper, language) if isinstance(lower, Number) and isinstance(upper, Number) else ""


def _repeats_muted(cells: tuple[Shown, ...], above: tuple[Shown, ...], columns: tuple[Head, ...]) -> tuple[Shown, ...]:
    """The first name is muted where it repeats the row above and a second name tells the rows apart."""
    named = [not head.numeric for head in columns[:2]]
    if named != [True, True] or not above or above[0].words != cells[0].words:
        return cells
    return (Shown(cells[0].words, cells[0].kind, cells[0].note, again=True), *cells[1:])
