"""Cells and a Model make a Survey: every answer a number on its scale, or a hole with its reason in a finding."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...errors import NothingToScore
from ...findings import Finding
from ...model import Model, Scale
from ...survey import Array, Survey
from ...terms import Text
from ..cells import Cells
from .answer_findings import odd_cells, quiet_cells
from .asked import Asked, Found, Scaled
from .block_scales import find_scales
from .column_answers import Fault, by_words, judge
from .columns import Column, column_of
from .decode_features import FeatureColumn, decode_features
from .feature_columns import feature_ratings
from .file_labels import moved_codes
from .kept_words import words_of
from .model_columns import AnswerColumn, answer_columns, position_of
from .plain_columns import plain_columns
from .said import Missing
from .scale_findings import nobody_answered, none_read, scale_findings

_TOGETHER = 1 << 15  # rows whose answers stay near the processor
_NO_SCALE = Scale(0.0, 1.0)  # of a column where no scale fits: all its answers are missing

_UNREAD: frozenset[Fault] = frozenset({"out_of_range", "not_an_answer", "unknown_label", "date"})


class _Judged(NamedTuple):
    """A column on its scale. values: what each distinct cell is worth, NaN where that is nothing. faults: why."""

    column: Column
    scale: Scale
    values: Array
    faults: Sequence[Fault]


def decode(cells: Cells, model: Model) -> Survey:
    """The answers that the model names, on their scales, turned round where declared, with a finding for all that was odd.

    Raises: NothingToScore when there are no rows or not one valid answer; UnknownColumn, ModelFault when the model does not fit.
    """
    wanted = answer_columns(cells, model)
    wanted = (*wanted, *feature_ratings(cells, model, {one.name for one in wanted}))
    if not len(cells.rows):
        raise _nothing(cells, Text("there are column names but no answers below them.", "只有列名，下面没有任何答案。"))
    asked = [_asked(cells, model, one) for one in wanted]
    found = find_scales(asked)
    judged = [_judged(one, found[one.column.name], column.reversed) for one, column in zip(asked, wanted, strict=True)]
    findings = _findings(cells, wanted, judged, found)
    asked_twice, told = decode_features(cells, model)
    every: list[_Judged | FeatureColumn] = [*judged, *asked_twice]
    if all(np.isnan(one.values).all() for one in every):
        raise _nothing(cells, _why_nothing(every, found))
    plain = plain_columns(cells, model, {one.column.name: one.scale for one in judged})
    missing = Missing(model.missing)
    return Survey(
        answers=_answers(every, len(cells.rows)),
        columns=tuple(one.column.name for one in every),
        scales=tuple(one.scale for one in every),
        labels={name: words_of(cells, position_of(cells, name), missing) for name in model.respondents.texts()},
        numbers=plain.numbers,
        origin=cells.origin,
        rows=tuple(cells.rows),
        findings=(*cells.findings, *findings, *told, *plain.findings, *_moved(cells, model, every)),
    )


def _answers(judged: Sequence[_Judged | FeatureColumn], rows: int) -> Array:
    """(n, c) as a survey keeps them, so that they need not be copied once more."""
    answers = np.empty((rows, len(judged)), order="F")
    for at, one in enumerate(judged):
        for first in range(0, rows, _TOGETHER):
            stretch = slice(first, first + _TOGETHER)
            answers[stretch, at] = one.values[one.column.index[stretch]]
    answers.setflags(write=False)
    return answers


def _moved(cells: Cells, model: Model, judged: Sequence[_Judged | FeatureColumn]) -> tuple[Finding, ...]:
    plain = dict.fromkeys(use.column for use in model.number_uses())
    numbers = (column_of(cells, position_of(cells, name), name) for name in plain)
    return moved_codes([*(one.column for one in judged), *numbers])


def _asked(cells: Cells, model: Model, column: AnswerColumn) -> Asked:
    missing = Missing((*model.missing, *(column.scale.missing if column.scale else ())))
    return Asked(column_of(cells, column.position, column.name), column.scale, missing, column.block)


def _judged(one: Asked, found: Found, declared: bool) -> _Judged:
    """declared: the model says that the answers run the other way; once the words have put that right, it is not done again."""
    turned = declared and not found.counts_down
    scale = found.scale or _NO_SCALE
    labels = by_words(scale.labels)
    verdicts = [judge(said, scale, labels, one.missing, codes=found.codes) for said in one.column.said]
    values = np.array([value if found.scale else np.nan for value, _ in verdicts], dtype=np.float64)
    if turned:
        values = scale.lowest + scale.highest - values
    return _Judged(one.column, dataclasses.replace(scale, reversed=turned), values, [fault for _, fault in verdicts])


def _findings(
    cells: Cells, wanted: Sequence[AnswerColumn], judged: Sequence[_Judged], found: dict[str, Found]
) -> tuple[Finding, ...]:
    scaled = [
        Scaled(one.column, found[one.column.name], column.scale, column.reversed)
        for one, column in zip(judged, wanted, strict=True)
    ]
    known = [one for one in judged if found[one.column.name].scale is not None]
    odd = [finding for one in known for finding in odd_cells(cells, one.column, one.scale, one.faults)]
    quiet = quiet_cells((one.column, one.faults) for one in known)
    holes = [one for one in judged if np.isnan(one.values).all() and not _unscaled(one, found)]
    empty = nobody_answered(one.column.name for one in holes if not _UNREAD.intersection(one.faults))
    unread = none_read([one.column for one in holes if _UNREAD.intersection(one.faults)])
    return (*scale_findings(scaled), *odd, *quiet, *(one for one in (empty, unread) if one))


def _unscaled(one: _Judged, found: dict[str, Found]) -> bool:
    """Whether there are answers, but no scale for them: that is said in a finding of its own."""
    return found[one.column.name].scale is None and one.column.answered() > 0


def _why_nothing(judged: Sequence[_Judged | FeatureColumn], found: dict[str, Found]) -> Text:
    names = [one.column.name for one in judged]
    en, zh = (comma.join(names[:3]) + (" …" if len(names) > 3 else "") for comma in (", ", "、"))
    seen = [said.text[:40] for one in judged for said in one.column.said if said.kind != "blank"][:3]
    if not seen:
        return Text(f"the columns of the model are empty: {en}.", f"模型所用的列均为空：{zh}。")
    quoted, cited = ", ".join(f'"{answer}"' for answer in seen), "、".join(f"“{answer}”" for answer in seen)
    if all(name in found and found[name].scale is None for name in names):
        return Text(f"no known answer scale fits {en}: they say {quoted}.", f"没有已知量表适合 {zh}，其内容为 {cited}。")
    return Text(f"not one answer of {en} lies on its scale: they say {quoted}.", f"{zh} 没有一个有效答案，其内容为 {cited}。")


def _nothing(cells: Cells, reason: Text) -> NothingToScore:
    sheet = f", sheet {cells.origin.sheet}" if cells.origin.sheet else ""
    return NothingToScore(
        place=f"{cells.origin.source}{sheet}",
        reason=reason,
        remedy=Text(
            f"Look at what was read with: csi check {cells.origin.source}",
            f"请查看读取结果：csi check {cells.origin.source}",
        ),
    )
