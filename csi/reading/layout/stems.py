"""The question above a matrix, where only the matrix's first column states it: 问卷星's "7、题干：—陈述一", then "7、陈述二"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...terms import Text
from .listing import listed

_NUMBERED = re.compile(r"\s*[Qq]?(?P<number>\d+)\s*[、.．](?P<rest>.+)", re.DOTALL)
# the lone hyphen comes last, for it stands inside words too
_OPENINGS = tuple(
    re.compile(rf"(?P<stem>.+(?:{dash})\s*)(?P<item>\S.*)", re.DOTALL) for dash in ("——|—|–|--", r"\s-\s|[:：]\s*-|-")
)
_SHOWN = 80  # letters of a question in a finding


@dataclass(frozen=True)
class _Matrix:
    """stem: the first name up to its statement. at: the place of its column. further: the places that go on with it."""

    stem: str
    at: int
    further: range


def carried(header: Sequence[str], letters: Sequence[str]) -> tuple[dict[int, str], tuple[Finding, ...]]:
    """The whole question of each column that goes on with a matrix, by its place, and a finding for each matrix.

    The names stay as they stand in the file, since a model names columns by them.
    """
    numbered = [_NUMBERED.fullmatch(title) for title in header]
    matrices = tuple(_matrices(header, numbered))
    questions = {at: matrix.stem + _rest(numbered[at]) for matrix in matrices for at in matrix.further}
    return questions, tuple(_said(matrix, letters) for matrix in matrices)


def _matrices(header: Sequence[str], numbered: Sequence[re.Match[str] | None]) -> Iterator[_Matrix]:
    at = 0
    while at < len(header):
        stem = _stem(header[at]) if numbered[at] else None
        further = _further(header, numbered, at) if stem else range(0)
        if stem and further:
            yield _Matrix(stem, at, further)
        at += 1 + len(further)


def _stem(title: str) -> str | None:
    found = next((match for opening in _OPENINGS if (match := opening.fullmatch(title.strip()))), None)
    return found["stem"] if found else None


def _further(header: Sequence[str], numbered: Sequence[re.Match[str] | None], at: int) -> range:
    """The places right of a matrix's first column that bear its number and no question of their own."""
    first, end = numbered[at], at + 1
    while end < len(numbered):
        here = numbered[end]
        if first is None or here is None or here["number"] != first["number"] or _OPENINGS[0].fullmatch(header[end].strip()):
            break
        end += 1
    return range(at + 1, end)


def _rest(further: re.Match[str] | None) -> str:
    return further["rest"].strip() if further else ""


def _said(matrix: _Matrix, letters: Sequence[str]) -> Finding:
    text = Text(
        'the question "{stem}" stands in column {column} only and was carried to {columns}.',
        "题目“{stem}”只写在 {column} 列，已沿用至 {columns} 列。",
    )
    stem = " ".join(matrix.stem.split()).rstrip(" :：—–-")[:_SHOWN]
    columns = listed(matrix.further, [letters[at] for at in matrix.further])
    values = {"stem": stem, "column": letters[matrix.at], "columns": columns}
    return Finding("stem_carried", "info", text, letters[matrix.at], len(matrix.further), values)
