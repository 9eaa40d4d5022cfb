"""What was answered: numbers inside their scales, holes as NaN, and where it all came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import UnknownColumn
from ..findings import Finding
from ..model.scale import Scale
from ..terms import Text

Array = NDArray[np.float64]
Holds = Literal["respondents", "counts", "correlations"]  # what the rows stand for


@dataclass(frozen=True)
class Origin:
    """Where the answers were found."""

    source: str = "DataFrame"  # the path as the analyst wrote it
    kind: str = "frame"  # xlsx, xls, xlsb, ods, csv, tsv, frame
    sheet: str | None = None
    sheets: int = 1
    header_row: int = 1  # counts from 1, as the analyst sees it
    encoding: str | None = None
    delimiter: str | None = None
    platform: str | None = None  # a key: google_forms, wjx, …
    holds: Holds = "respondents"


@dataclass(frozen=True, eq=False)
class Survey:
    """Only the columns that the model names.

    answers: (n, c) NaN = missing, write-locked, already turned round where the scale is reversed.
    columns: the c column names as the model writes them. scales: one a column.
    labels: words by column (id, segments, wave, cluster, strata), None where empty.
    numbers: plain numbers by column (case weight, recommend, profit), NaN where empty.
    rows: the sheet row of each respondent, counted from 1.
    companions: what the company's own people answered on other sheets ("managers", "staff"), whoever of the respondents is looked at.
    Promise: every number lies in its scale; what did not is NaN and a finding says so.
    """

    answers: Array
    columns: tuple[str, ...]
    scales: tuple[Scale, ...]
    labels: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    numbers: Mapping[str, Array] = field(default_factory=dict)
    origin: Origin = Origin()
    rows: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    companions: Mapping[str, Survey] = field(default_factory=dict)

    def __post_init__(self) -> None:
        answers = self.answers if _is_kept(self.answers) else np.array(self.answers, dtype=np.float64, order="F", copy=True)
        if answers.ndim != 2 or answers.shape[1] != len(self.columns) or len(self.columns) != len(self.scales):
            raise ValueError(f"answers {answers.shape} do not fit {len(self.columns)} columns, {len(self.scales)} scales")
        answers.setflags(write=False)
        object.__setattr__(self, "answers", answers)

    def __repr__(self) -> str:
        sheet = f", sheet {self.origin.sheet}" if self.origin.sheet else ""
        return f"Survey of {self.respondents} respondents, {len(self.columns)} columns, from {self.origin.source}{sheet}"

    @property
    def respondents(self) -> int:
        """How many rows of answers."""
        return int(self.answers.shape[0])

    def answered(self, column: str) -> Array:
        """(n,) the answers of one column."""
        return self.answers[:, self.columns.index(column)]

    def only(self, keep: NDArray[Any]) -> Survey:
        """The respondents where `keep` (n booleans) is true; the findings stay with them."""
        chosen = np.flatnonzero(keep)
        return Survey(
            answers=self.answers[chosen],
            columns=self.columns,
            scales=self.scales,
            labels={c: tuple(words[i] for i in chosen) for c, words in self.labels.items()},
            numbers={c: values[chosen] for c, values in self.numbers.items()},
            origin=self.origin,
            rows=tuple(self.rows[i] for i in chosen) if self.rows else (),
            findings=self.findings,
            companions=self.companions,
        )

    def groups(self, by: str) -> dict[str, Survey]:
        """The respondents of each group of a segment column, in the order of the groups' names. Raises UnknownColumn."""
        if by not in self.labels:
            there = [column for column, words in self.labels.items() if len(set(words)) < len(words)]  # an id groups nobody
            raise UnknownColumn(
                place=by,
                reason=Text(
                    f"the survey was not read with it as a segment; there are {', '.join(there) or 'none'}.",
                    f"读取调查时没有把它作为细分列；现有：{'、'.join(there) or '无'}。",
                ),
                remedy=Text("Name it under respondents: segments: in the model.", "请在模型的 respondents: segments: 中写明。"),
            )
        words = self.labels[by]
        return {v: self.only(np.array([word == v for word in words])) for v in sorted({w for w in words if w is not None})}


def _is_kept(answers: Array) -> bool:
    """Whether an array is nobody else's to change and lies column by column already."""
    flags = np.asarray(answers).flags
    return (
        answers is np.asarray(answers)
        and answers.dtype == np.float64
        and flags.owndata
        and flags.f_contiguous
        and not flags.writeable
    )
