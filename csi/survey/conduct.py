"""How respondents went about it, as far as the file tells besides their answers: their time, instructed answers, who they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Severity, Value
from ..terms import Text
from .survey import Array, Survey

Flags = NDArray[np.bool_]

MANY = 0.1  # share of respondents from which a flag becomes a warning
FAST = 1 / 3  # of the median time; faster is not reading
SECONDS_AN_ITEM = 2.0
LEAST_TIMES = 10  # respondents with a time, below which no median is worth a word

_SPEEDING = Text(
    "respondents who took less than a third of the median time ({median:plain} s), or under 2 s a question, by {column}: {count}"
    " ({share:share}%), kept (rows {rows})",
    "根据“{column}”，{count} 名受访者（{share:share}%）用时不足中位数（{median:plain} 秒）的三分之一或每题不到 2 秒；已保留（行号 {rows}）",
)
_SPEEDING_RELATIVE = Text(
    "respondents who took less than a third of the median of {column} ({median:plain}): {count} ({share:share}%), kept (rows {rows})",
    "{count} 名受访者（{share:share}%）的“{column}”不足中位数（{median:plain}）的三分之一；已保留（行号 {rows}）",
)
_FAILED = Text(
    "respondents who did not give the answer that {title} asks for ({wanted}): {count} ({share:share}%), kept (rows {rows})",
    "{count} 名受访者（{share:share}%）未按“{title}”的要求作答（{wanted}）；已保留（行号 {rows}）",
)
_ABSENT = Text(
    "respondents without a single answer to the questions of the model: {count} ({share:share}%), kept (rows {rows})",
    "{count} 名受访者（{share:share}%）未回答模型中的任何题目；已保留（行号 {rows}）",
)


@dataclass(frozen=True, eq=False)
class Check:
    """A question that tells which answer to give. failed: (n,) who gave another one, or none though they answered the rest."""

    column: str
    title: str
    wanted: str
    failed: Flags


@dataclass(frozen=True, eq=False)
class Conduct:
    """What the file tells of each respondent besides the answers of the model.

    times: (n,) how long it took, NaN where that is not told; in seconds when `in_seconds`. clock: the column it was read from.
    people: column -> what names a person (an e-mail address), to see who comes twice; it is compared, never told.
    """

    times: Array | None = None
    clock: str = ""
    in_seconds: bool = False
    checks: tuple[Check, ...] = ()
    people: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)


def conduct_findings(survey: Survey, conduct: Conduct, answers: Array) -> Iterator[Finding]:
    """Who was too fast, who did not do as asked, who answered nothing. answers: (n, c) those of the model."""
    absent = np.asarray(np.isnan(answers).all(axis=1))
    if conduct.times is not None:
        yield from _speeding(survey, conduct, conduct.times, answers.shape[1])
    for check in conduct.checks:
        yield from flagged(
            survey,
            check.failed & ~absent,
            ("attention_failed", _FAILED),
            column=check.column,
            title=check.title,
            wanted=check.wanted,
        )
    yield from flagged(survey, absent, ("no_answers_at_all", _ABSENT))


def flagged(survey: Survey, where: Flags, said: tuple[str, Text], **values: Value) -> Iterator[Finding]:
    """The finding that these respondents are kept in spite of something, a warning when they are many; none when nobody is."""
    count = int(where.sum())
    if count:
        share = count / survey.respondents
        severity: Severity = "warning" if share > MANY else "info"
        key, text = said
        yield Finding(key, severity, text, count=count, values={**values, "share": share, "rows": sheet_rows(survey, where)})


def sheet_rows(survey: Survey, where: Flags) -> tuple[str, ...]:
    """The rows of these respondents, as they stand in the sheet."""
    rows = survey.rows or tuple(range(1, survey.respondents + 1))
    return tuple(map(str, compress(rows, where.tolist())))


def _speeding(survey: Survey, conduct: Conduct, times: Array, questions: int) -> Iterator[Finding]:
    told = times[~np.isnan(times)]
    if len(told) < LEAST_TIMES:
        return
    median = float(np.median(told))
    limit = max(median * FAST, SECONDS_AN_ITEM * questions) if conduct.in_seconds else median * FAST
    if limit >= median:
        limit = median * FAST  # a survey that everybody answers in less than 2 s a question is made so
    text = _SPEEDING if conduct.in_seconds else _SPEEDING_RELATIVE
    with np.errstate(invalid="ignore"):
        yield from flagged(
            survey, np.asarray(times < limit), ("speeding", text), column=conduct.clock, median=median, limit=limit
        )
