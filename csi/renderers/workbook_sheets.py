"""Names of worksheets: what a spreadsheet program allows, each once."""

from __future__ import annotations

import re

from ..results import Report, Result
from .headings import title
from .plain_text import plain
from .wording import heading

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_TORN = 6  # letters of a word that are rather left out than shown torn
_SHORTEST_TITLE = 12  # what is left of a title beside the name of a segment


def sheet_names(report: Report, language: str) -> tuple[str, ...]:
    """The summary, one sheet a result in the report's order, the terms: legal and unlike each other."""
    wanted = [title("summary", language), *(_wanted(result, language) for result in report.results), title("terms", language)]
    taken: dict[str, str] = {}
    for name in (_legal(words) for words in wanted):
        unique = _unlike(name, taken)
        taken[unique.casefold()] = unique
    return tuple(taken.values())


def _wanted(result: Result, language: str) -> str:
    words = plain(heading(result.title, language))
    if result.segment is None:
        return words
    value = plain(result.segment[1])
    return f"{shortened(words, max(_SHORTEST_TITLE, LONGEST - 1 - _length(value)))} {value}"


def _legal(words: str) -> str:
    name = shortened(" ".join(_FORBIDDEN.sub(" ", words).split()), LONGEST).strip("' ")
    return f"{name} " if name.casefold() == "history" else name or "–"  # Excel keeps "History" for itself


def _unlike(name: str, taken: dict[str, str]) -> str:
    number, unique = 1, name
    while unique.casefold() in taken:
        number += 1
        unique = f"{shortened(name, LONGEST - len(str(number)) - 3)} ({number})"
    return unique


def shortened(words: str, most: int) -> str:
    """The words in at most `most` units of UTF-16, as spreadsheet programs count; "…" stands for what is cut."""
    if _length(words) <= most:
        return words
    while _length(words) > most - 1:
        words = words[:-1]
    whole, _, rest = words.rpartition(" ")
    return (whole if whole and len(rest) <= _TORN else words.rstrip()) + "…"


def _length(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
