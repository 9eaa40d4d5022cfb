"""A table that counts answers: one question a row, one answer a column. Recognised by its headings and by what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ..layout.raw import Row, is_blank, is_figure, title
from .count_heads import Heads, find_heads
from .figures import at, count, percentage
from .words import BASE, plain

_HEAD = 20  # rows in which the headings may stand
_LARGE, _EVEN = 3, 1.05  # times the highest answer; times the smallest base
_OFF = 0.02  # what shares may lack to their whole through rounding


@dataclass(frozen=True)
class Counted:
    """One question. row: where it stands, counted from 0. figures: one an option. base: respondents, None where none is given."""

    question: str
    row: int
    figures: tuple[float, ...]
    base: float | None


@dataclass(frozen=True)
class CountTable:
    """heads: what its columns count. row: of the headings. questions: its rows. shares: 1 or 100 where the figures are shares of it.

    passed: rows below the headings that hold no question's counts: sections, totals, notes.
    """

    heads: Heads
    row: int
    questions: tuple[Counted, ...]
    shares: float | None
    passed: tuple[int, ...]


def find_count_table(rows: Sequence[Row]) -> CountTable | None:
    """The table of answer counts on a sheet; None where there is none."""
    for row in islice(range(len(rows)), _HEAD):
        heads = find_heads(rows, row)
        table = None if heads is None else _below(rows, row, heads)
        if table is not None:
            return table
    return None


def _below(rows: Sequence[Row], row: int, heads: Heads) -> CountTable | None:
    names = _name_column(rows, heads)
    if names is None:
        return None
    questions, passed = [], []
    for number in range(heads.first, len(rows)):
        found = _counted(rows, number, heads, names)
        if found is not None:
            questions.append(found)
        elif not all(map(is_blank, rows[number])):
            passed.append(number)
    if not questions or not _are_counts(questions, heads):
        return None
    return CountTable(heads, row, tuple(questions), _whole(rows, heads, questions), tuple(passed))


def _name_column(rows: Sequence[Row], heads: Heads) -> int | None:
    """The column of texts next to the counts, each text once; to the left of them, as a rule."""
    first = heads.options[0].column
    last = heads.options[-1].column + 1
    width = max(len(row) for row in rows)
    columns: list[int] = [*range(first - 1, -1, -1), *range(last, width)]
    for column in columns:
        texts = [title(at(row, column)) for row in rows[heads.first :] if _has_figures(row, heads)]
        worded = [text for text in texts if text and not is_figure(text)]
        if worded and len(worded) >= 0.8 * len(texts) and len(set(worded)) >= 0.9 * len(worded):
            return column
    return None


def _has_figures(row: Row, heads: Heads) -> bool:
    return any(not is_blank(at(row, head.column)) for head in heads.options)


def _counted(rows: Sequence[Row], number: int, heads: Heads, names: int) -> Counted | None:
    row = rows[number]
    name = title(at(row, names))
    if not name or not _has_figures(row, heads) or plain(name) in BASE:
        return None
    values = [at(row, head.column) for head in heads.options]
    figures = [percentage(value) if percentage(value) is not None else count(value) for value in values]
    known = tuple(figure for figure in figures if figure is not None and figure >= 0)
    base = None if heads.base is None else count(at(row, heads.base)) or None
    return Counted(name, number, known, base) if len(known) == len(values) and sum(known) > 0 else None


def _are_counts(questions: Sequence[Counted], heads: Heads) -> bool:
    """Whether the figures can be counts or shares: not every one a 0 or a 1, as where options were ticked.

    Under numbers, which may as well number questions, they must also be too large for answers and sum to one base.
    """
    figures = [figure for question in questions for figure in question.figures]
    if set(figures) <= {0.0, 1.0}:
        return False
    if not heads.numeric:
        return True
    sums = [sum(question.figures) for question in questions]
    highest = max(float(str(head.answer)) for head in heads.options)
    based = all(abs(total - (question.base or -1)) < 0.5 for total, question in zip(sums, questions, strict=True))
    even = len(sums) > 1 and max(sums) <= _EVEN * min(sums)
    return max(figures) >= _LARGE * highest and (based or even)


def _whole(rows: Sequence[Row], heads: Heads, questions: Sequence[Counted]) -> float | None:
    """What the figures of a row are shares of: 1, 100, or None where they are counts."""
    sums = [sum(question.figures) for question in questions]
    whole = next((one for one in (1.0, 100.0) if all(abs(total - one) <= _OFF * one for total in sums)), None)
    if whole is None or all(abs(total - (question.base or -1)) < 0.5 for total, question in zip(sums, questions, strict=True)):
        return None
    signed = any(percentage(at(rows[question.row], head.column)) is not None for question in questions for head in heads.options)
    broken = any(not figure.is_integer() for question in questions for figure in question.figures)
    based = any(question.base is not None for question in questions)
    return whole if signed or broken or based or heads.shares else None
