"""What separates the values of a text file, judged on records that are parsed, not on characters that are counted."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
NONE = "\x1f"  # separates nothing: a file of one column
_BLANKS = ' \r\n"\ufeff'
_RECORDS = 60
_DECLARED = re.compile(r'\ufeff?"?sep=(.)"?[^\S\r\n]*(?:\r\n?|\n)')  # Excel's own first line

Shape = tuple[bool, bool, int, float]


def declared(text: str) -> str | None:
    """The delimiter that a first line `sep=;` names, or None."""
    found = _DECLARED.match(text)
    return found[1] if found else None


def delimiter_of(text: str) -> str:
    """The delimiter under which the first records agree best on their length; NONE for a single column."""
    if not text.strip("".join(DELIMITERS) + _BLANKS):  # separators alone: a table of blank cells
        return max(DELIMITERS, key=text.count)
    shapes = {delimiter: _shape(_lengths(text, delimiter)) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: shapes[delimiter])
    return best if shapes[best][2] else NONE


def _lengths(text: str, delimiter: str) -> list[int]:
    return [len(record) for record in islice(_records(text, delimiter), _RECORDS) if any(field.strip() for field in record)]


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _shape(lengths: list[int]) -> Shape:
    """Nearly all alike? mostly alike? how many values, what share: in that order of weight; zeros when it separates nothing."""
    parted = [length for length in lengths if length > 1]
    if not parted:
        return False, False, 0, 0.0
    width, times = Counter(parted).most_common(1)[0]
    share = times / len(lengths)
    # titles above a table stand alone on their lines; commas in the sentences of one column never agree
    titled = times >= 0.8 * len(parted) and share >= 0.3
    overfull = lengths[0] > 2 and sum(length >= lengths[0] for length in lengths) >= 0.8 * len(lengths)
    if not (titled or overfull or share >= 0.6):
        return False, False, 0, 0.0
    return share >= 0.99, share >= 0.8, width, share
