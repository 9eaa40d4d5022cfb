"""Columns that follow from others by arithmetic: sums, means, copies, order numbers. They measure nothing of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..answers.columns import Column
from .known_headers import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST_ROWS = 8  # complete rows on which a sum is believed
SAMPLE = 150  # rows that are looked at
MOST_ANSWERS = 120  # columns of answers among which terms are sought
MOST_SUMS = 40  # columns that may be sums
_ROUNDED = 0.0051  # a mean written with two digits
_NEARLY_ALL = 0.98
_RECODED = re.compile(
    r"r|rev|reversed?|inv|inverted|rec|recoded?|rc|new|n|copy|num(?:eric)?|反向|反转|反轉|重编码|逆転|역코딩|umgepolt|invertid[oa]|inversé|balik"
)


def sums_and_means(candidates: Sequence[Column], answers: Sequence[Column]) -> Mapping[int, str]:
    """Position -> "mean_of_others" or "sum_of_others", for numbers that are so of two or more neighbouring columns of answers."""
    import numpy as np

    answers = answers[:MOST_ANSWERS]
    if len(answers) < 2 or not candidates:
        return {}
    runs = _runs(np.column_stack([_numbers(column) for column in answers]))
    found = {}
    for column in candidates[:MOST_SUMS]:
        reason = _as_sum(_numbers(column), runs)
        if reason:
            found[column.position] = reason
    return found


def _as_sum(numbers: Floats, runs: Sequence[tuple[Floats, Floats]]) -> str:
    """Why the numbers are derived; empty when they are not."""
    import numpy as np

    for total, count in runs:
        if _is_one(numbers, total / np.where(count > 0, count, np.nan)):
            return "mean_of_others"
        if _is_one(numbers, total):
            return "sum_of_others"
    return ""


def _runs(terms: Floats) -> list[tuple[Floats, Floats]]:
    """Totals and counts over every run of two or more neighbours, by difference of running sums; blanks count as nothing."""
    import numpy as np

    seen = ~np.isnan(terms)
    zero = np.zeros((len(terms), 1))
    totals = np.hstack([zero, np.cumsum(np.where(seen, terms, 0.0), axis=1)])
    counts = np.hstack([zero, np.cumsum(seen, axis=1)])
    lengths = range(2, terms.shape[1] + 1)
    return [(totals[:, n:] - totals[:, :-n], counts[:, n:] - counts[:, :-n]) for n in lengths]


def _is_one(numbers: Floats, formed: Floats) -> bool:
    """Whether any column of `formed` is these numbers, in all but a few rows, and is no constant."""
    import numpy as np

    both = ~np.isnan(numbers)[:, None] & ~np.isnan(formed)
    rows = both.sum(axis=0)
    agree = (np.abs(formed - numbers[:, None]) <= _ROUNDED) & both
    alike = (rows >= LEAST_ROWS) & (agree.sum(axis=0) >= _NEARLY_ALL * rows)
    return bool(alike.any()) and len(set(numbers[~np.isnan(numbers)].tolist())) > 2


def copies(columns: Sequence[Column]) -> Iterator[int]:
    """Positions of the columns that say what an earlier one says, or its reverse, under a name made from its name."""
    import numpy as np

    columns = columns[:MOST_ANSWERS]
    known = [(plain(column.header), _numbers(column)) for column in columns]
    for at, (name, numbers) in enumerate(known):
        for other, answers in known[:at]:
            if not _is_derived_name(name, other):
                continue
            both = ~np.isnan(numbers) & ~np.isnan(answers)
            if both.sum() < LEAST_ROWS or len(set(answers[both].tolist())) < 3:
                continue
            if np.ptp((numbers + answers)[both]) == 0 or np.ptp((numbers - answers)[both]) == 0:
                yield columns[at].position
                break


def _is_derived_name(name: str, other: str) -> bool:
    """Whether one name is the other and a word for turning or recoding: "rop2", "q1_r", "q1 (recoded)"; but not "q11" of "q1"."""
    longer, shorter = sorted((name, other), key=len, reverse=True)
    added = longer.replace(shorter, "", 1).strip(" _.-()（）") if shorter in longer else ""
    return _RECODED.fullmatch(added) is not None


def order_numbers(columns: Sequence[Column]) -> bool:
    """Whether nearly every complete row gives out the places 1 to k among these k columns, each place once."""
    import numpy as np

    size = len(columns)
    if any(len(column.said) > size + 3 for column in columns):
        return False
    rows = np.column_stack([_numbers(column) for column in columns])
    complete = rows[~np.isnan(rows).any(axis=1)]
    if len(complete) < LEAST_ROWS:
        return False
    in_order = np.sort(complete, axis=1) == np.arange(1, size + 1)
    return bool(in_order.all(axis=1).mean() >= _NEARLY_ALL)


def _numbers(column: Column) -> Floats:
    """The numbers of the first rows, NaN where a cell holds none."""
    import numpy as np

    worth = np.array([said.number if said.kind == "number" else np.nan for said in column.said], dtype=float)
    return np.asarray(worth[column.index[:SAMPLE]])
