"""Columns outside the answer scales: plain numbers, yes and no as 1 and 0, levels asked for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...findings import Finding
from ...model import Model, Scale
from ...model.named_columns import NumberUse
from ...terms import Text
from ..cells import Cells
from .answer_findings import neither_yes_nor_no, unreadable_numbers
from .column_answers import by_words
from .columns import Column, column_of, shown
from .model_columns import position_of
from .no_answers import is_no_answer
from .said import Missing, Said
from .yes_no import yes_or_no

if TYPE_CHECKING:
    from ...survey import Array

_CODED = Text("1 was read as yes and 2 as no in {titles}", "{titles} 中 1 读作“是”、2 读作“否”")


class Plain(NamedTuple):
    """The numbers of each column by its name, NaN where there is none, and what was odd."""

    numbers: dict[str, Array]
    findings: tuple[Finding, ...]


class _Read(NamedTuple):
    """One a distinct value: the number, and the numbers of the values that should be one and are not."""

    values: Sequence[float]
    wrong: Sequence[int]


def plain_columns(cells: Cells, model: Model, scales: Mapping[str, Scale]) -> Plain:
    """Every column that the model wants as plain numbers; a cell that says something else is NaN and a finding.

    scales: those that were found for the columns of answers; a level asked for may be in words of its indicator's.
    """
    import numpy as np

    numbers: dict[str, Array] = {}
    findings: list[Finding] = []
    coded: list[str] = []
    missing = Missing(model.missing)
    for use in model.number_uses():
        if use.column in numbers:
            continue
        column = column_of(cells, position_of(cells, use.column), use.column)
        read = _read(column, use, missing, scales, coded)
        numbers[use.column] = np.array(read.values, dtype=float)[column.index]
        if read.wrong:
            told = neither_yes_nor_no if use.kind == "yes_no" else unreadable_numbers
            findings.append(told(cells, column, read.wrong))
    return Plain(numbers, (*findings, *_coded(coded)))


def _read(column: Column, use: NumberUse, missing: Missing, scales: Mapping[str, Scale], coded: list[str]) -> _Read:
    if use.kind == "yes_no":
        decided = yes_or_no(column, missing)
        coded += [column.name] if decided.coded else []
        return _Read(decided.values, decided.wrong)
    scale = scales.get(use.indicator.column) if use.indicator is not None else None
    worth = {} if scale is None else by_words(scale.labels)
    values = [math.nan if missing.holds(said) else _number(said, worth) for said in column.said]
    silent = [said.kind == "blank" or missing.holds(said) or (bool(worth) and is_no_answer(said.whole)) for said in column.said]
    return _Read(values, [at for at, value in enumerate(values) if math.isnan(value) and not silent[at]])


def _number(said: Said, worth: Mapping[str, float]) -> float:
    if said.kind == "number":
        return said.number
    if said.words in worth:
        return worth[said.words]
    return math.nan if said.code is None else said.code


def _coded(columns: Sequence[str]) -> Iterator[Finding]:
    if columns:
        values = {"columns": tuple(columns), "titles": tuple(map(shown, columns))}
        yield Finding("yes_is_one", "info", _CODED, count=len(columns), values=values)
