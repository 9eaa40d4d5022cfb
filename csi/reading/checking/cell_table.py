"""Every odd cell and every flagged respondent of the findings, with all addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...findings import Finding, Value
from ...results import Table
from ...terms import COLUMN, Text
from . import terms
from .finding_words import NAMED_FINDING, NAMES

LONGEST, SHORT = 4_000, 240  # letters of addresses in one cell, and of those for the eye; the findings themselves carry all

_TITLE = Text("Odd cells and flagged respondents", "异常单元格与被标记的受访者")
_TERMS = (NAMED_FINDING, COLUMN, terms.COUNT, terms.ANSWER, terms.CELLS, terms.WHERE)
_ADDRESS = re.compile(r"(?:.*!)?([A-Z]+)(\d+)")


def cell_table(findings: Iterable[Finding]) -> Table | None:
    """One row a finding that knows its cells or rows; None where none does."""
    rows = tuple(row for finding in findings if finding.key in NAMES for row in _row(finding))
    shown = ("finding", "column", "count", "answer", "where")
    return Table("cells", _TITLE, _TERMS, rows, shown=shown) if rows else None


def _row(finding: Finding) -> Iterator[tuple[str | int | None, ...]]:
    cells, rows = finding.values.get("cells"), finding.values.get("rows")
    where = _cells(cells) if cells else _rows(rows)
    if where:
        column = finding.values.get("column")
        answers = finding.values.get("answers")
        told = ", ".join(map(str, answers)) if isinstance(answers, tuple) else None
        yield finding.key, str(column) if column else None, finding.count, told, where, _cut(where, SHORT)


def _cells(said: Value) -> str:
    """C17, C40–C44: cells below one another drawn together."""
    if not isinstance(said, tuple):
        return str(said)
    found = [_ADDRESS.fullmatch(str(address)) for address in said]
    if not all(found):
        return _cut(", ".join(map(str, said)))
    places = [(match[1], int(match[2])) for match in found if match]
    return _cut(", ".join(_runs(places)))


def _rows(said: Value) -> str:
    if not isinstance(said, tuple):
        return str(said or "")
    if not all(str(row).isdecimal() for row in said):
        return _cut(", ".join(map(str, said)))
    return _cut(", ".join(_runs([("", int(str(row))) for row in said])))


def _runs(places: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Three or more rows that follow one another become a range."""
    at = 0
    while at < len(places):
        end = at
        while end + 1 < len(places) and places[end + 1] == (places[end][0], places[end][1] + 1):
            end += 1
        column, row = places[at]
        if end - at >= 2:
            yield f"{column}{row}–{column}{places[end][1]}"
            at = end + 1
        else:
            yield f"{column}{row}"
            at += 1


def _cut(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(",", 1)[0] + ", …"
