"""A column as far as it has to be seen to know what it is: all of it where answers repeat, a stretch of it where hardly any does."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from ..answers.columns import Column, column_of
from ..cells import Cells, Raw

STRETCH = 2_000  # rows that show what a column of names, moments or comments is; no scale has so many different answers


def glimpse(cells: Cells, position: int) -> tuple[Column, int]:
    """The column, or a stretch of rows of it; and how many of all its cells hold anything."""
    values: Any = cells.columns[position]
    if position in cells.labels or len(values) <= STRETCH:
        return _whole(cells, position)
    plain = values.tolist() if hasattr(values, "tolist") else values
    try:
        many = len(set(plain)) > STRETCH
    except TypeError:  # a cell of a DataFrame may hold a list
        many = False
    return _stretch(cells, position, plain) if many else _whole(cells, position)


def _whole(cells: Cells, position: int) -> tuple[Column, int]:
    column = column_of(cells, position)
    return column, column.answered()


def _stretch(cells: Cells, position: int, values: Sequence[Raw]) -> tuple[Column, int]:
    """From the first cell that holds anything."""
    filled = [at for at, value in enumerate(values) if _is_filled(value)]
    first = filled[0] if filled else 0
    part = values[first : first + STRETCH]
    questions = {0: cells.questions[position]} if position in cells.questions else {}
    small = Cells(
        (cells.header[position],), (part,), (cells.letters[position],), range(len(part)), cells.origin, questions=questions
    )
    return dataclasses.replace(column_of(small, 0), position=position), len(filled)


def _is_filled(value: Raw) -> bool:
    return not (value is None or value != value or (isinstance(value, str) and not value.strip()))  # noqa: PLR0124  (NaN)
