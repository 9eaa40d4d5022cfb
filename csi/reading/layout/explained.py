"""Cells with what another sheet of the file says about them: abbreviations spelled out, codes labelled, questions in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from ...findings import Finding, Value
from ...terms import Text
from ..cells import Cells, Raw
from .codebook import Codebook, codebook_of, coded, spelled_out
from .listing import listed
from .raw import Row

_Key = TypeVar("_Key")
_QUOTED = 8  # entries of a codebook in a finding
_KINDS = 40  # distinct values of a column that may be abbreviations or codes

_WORDS = Text(
    'sheet "{sheet}" spells out the abbreviations in {count} columns ({columns}): {entries}.',
    "工作表“{sheet}”说明了 {count} 列（{columns}）中缩写的含义：{entries}。",
)
_CODES = Text(
    'sheet "{sheet}" says what the codes in {count} columns ({columns}) mean: {entries}.',
    "工作表“{sheet}”说明了 {count} 列（{columns}）中代码的含义；首列为 {entries}。",
)
_QUESTIONS = Text(
    'sheet "{sheet}" gives the questions behind the names of {count} columns ({columns}).',
    "工作表“{sheet}”给出了 {count} 列（{columns}）的完整题目。",
)


def explained(cells: Cells, sheets: Iterable[tuple[str, Sequence[Row]]], are_answers: Callable[[Sequence[str]], bool]) -> Cells:
    """The cells with what the other sheets explain, and a finding for each kind of explanation. What is known already stays.

    are_answers: whether words are those of one answer scale. A list "1 Ann, 2 Bob" explains no column of ones and twos.
    """
    for name, rows in sheets:
        book = codebook_of(rows, cells.header)
        if book.codes and not are_answers(list(book.codes.values())):
            book.codes.clear()
        if book.words or book.codes or book.labels or book.questions:
            cells = _with(cells, name, book, [_kinds(column) for column in cells.columns])
    return cells


def _kinds(column: Sequence[Raw]) -> list[Raw]:
    """The distinct values of a column; [] where they are too many to be abbreviations or codes."""
    seen = dict.fromkeys(column)
    return list(seen) if len(seen) <= _KINDS else []


def _with(cells: Cells, sheet: str, book: Codebook, kinds: Sequence[list[Raw]]) -> Cells:
    places = range(len(cells.header))
    spelled = {at: words for at in places if at not in cells.spelled and (words := spelled_out(kinds[at], book.words))}
    labels = {at: codes for at in places if at not in cells.labels and (codes := _labels(book, cells.header[at], kinds[at]))}
    questions = {
        at: book.questions[name] for at, name in enumerate(cells.header) if name in book.questions and at not in cells.questions
    }
    said = (
        _Said("abbreviations_read", _WORDS, spelled, [f"{key} = {words}" for key, words in _first(spelled).items()]),
        _Said("codebook_read", _CODES, labels, [f"{key:g} = {words}" for key, words in _first(labels).items()]),
        _Said("questions_read", _QUESTIONS, questions, []),
    )
    return replace(
        cells,
        spelled={**cells.spelled, **spelled},
        labels={**cells.labels, **labels},
        questions={**cells.questions, **questions},
        findings=(*cells.findings, *(one.finding(cells, sheet) for one in said if one.places)),
    )


def _labels(book: Codebook, name: str, kinds: list[Raw]) -> dict[float, str]:
    """The labels of a column's codes: its own, else those for all columns where it holds nothing else."""
    own = book.labels.get(name, {})
    if len(own) > 1:
        return own
    return book.codes if kinds and coded(kinds, book.codes) else {}


def _first(found: Mapping[int, dict[_Key, str]]) -> dict[_Key, str]:
    return found[min(found)] if found else {}


class _Said(NamedTuple):
    """What a sheet explains of the columns at these places."""

    key: str
    text: Text
    places: Mapping[int, object]
    entries: Sequence[str]

    def finding(self, cells: Cells, sheet: str) -> Finding:
        at = sorted(self.places)
        values: dict[str, Value] = {
            "sheet": sheet,
            "columns": listed(at, [cells.letters[place] for place in at]),
            "entries": (*self.entries[:_QUOTED], *(["…"] if len(self.entries) > _QUOTED else [])),
        }
        return Finding(self.key, "info", self.text, sheet, len(at), values)
