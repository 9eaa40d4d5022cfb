"""The forms that cells take: addresses, dates, running numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from .columns import Column
from .no_answers import is_no_answer
from .said import Missing, Said

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")
_PHONE = re.compile(r"(?:\+?\d[\d\s().-]{8,}\d)")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:\(.*\))?")
_DATE = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[ t].*)?")
HALF = 0.5


def share(column: Column, kind: str) -> float:
    """Share of the cells of this kind among those that say something: not blank, no "don't know"."""
    said = [(one, count) for one, count in zip(column.said, column.counts, strict=True) if not _says_nothing(one)]
    return sum(count for one, count in said if one.kind == kind) / max(sum(count for _, count in said), 1)


def are_dates(column: Column) -> bool:
    """Whether most cells are dates, or texts like "2024/5/1 9:03"."""
    return share(column, "date") > HALF or _alike(column, _DATE)


def are_addresses(column: Column) -> bool:
    """Whether most distinct texts are e-mail or network addresses."""
    return _alike(column, _EMAIL) or _alike(column, _IP)


def are_phone_numbers(column: Column) -> bool:
    """Whether most distinct texts are telephone numbers."""
    return share(column, "words") > HALF and _alike(column, _PHONE)


def are_long_numbers(column: Column) -> bool:
    """Whether the cells are numbers too long to mean an amount."""
    return share(column, "number") > 0.9 and min(column.numbers(Missing()), default=0) >= 10**9


def count_rows(column: Column) -> bool:
    """1, 2, 3 … down the sheet: the rows were numbered."""
    first, number = [said.number for said in column.said[:50]], column.answered()
    return number > 20 and len(column.said) == number and all(b - a == 1 for a, b in pairwise(first))


def mostly_counts(column: Column) -> bool:
    """1, 2, 3 … down the sheet, and again from the start where another sheet was added below."""
    numbers = [column.said[at].number for at in column.index.tolist()]
    steps = [b - a == 1 for a, b in pairwise(numbers) if a is not None and b is not None]
    return len(steps) >= 20 and sum(steps) > 0.9 * len(steps)


def _says_nothing(said: Said) -> bool:
    return said.kind == "blank" or (said.kind == "words" and is_no_answer(said.whole))


def _alike(column: Column, form: re.Pattern[str]) -> bool:
    texts = [said.text for said in column.said if said.kind == "words"]
    return bool(texts) and sum(bool(form.fullmatch(text.strip().lower())) for text in texts) > HALF * len(texts)
