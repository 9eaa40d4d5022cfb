"""What is suspicious in the answers themselves: straight lines, doubles, holes, an item that runs against its fellows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..findings import Finding
from ..terms import Text
from .against import items_against
from .conduct import Conduct, conduct_findings
from .lines import line_findings, straight_lines
from .repeats import doubles, ids, people
from .steps import steps_of
from .survey import Array, Survey

MOSTLY_EMPTY = 0.5

_HOLES = Text(
    "missing answers: {count} ({share:.1%} of all), most in {column} ({most})",
    "共缺失 {count} 个答案（占 {share:.1%}），其中“{column}”最多（{most} 个）",
)
_EMPTY = Text(
    "more than half of the answers are missing in {columns}",
    "{columns} 的缺失答案超过一半",
)


def quality(
    survey: Survey, blocks: Mapping[str, Sequence[str]], *, identifier: str | None = None, conduct: Conduct | None = None
) -> tuple[Finding, ...]:
    """What an analyst should look at before trusting the figures. Everything is flagged and counted, nothing is dropped or turned.

    blocks: latent -> the columns of its indicators. identifier: the column that names the respondent. conduct: their time and
    the like. A table of counts or correlations has no respondents to look at.
    """
    if survey.origin.holds != "respondents":
        return ()
    columns = list(dict.fromkeys(column for block in blocks.values() for column in block))
    places = _places(survey, columns)
    side_by_side = places == list(range(len(places)))  # as they are, unless columns serve two latents: then nothing is copied
    answers = survey.answers[:, : len(places)] if side_by_side else survey.answers[:, places]
    return tuple(
        finding
        for findings in (
            _respondents(survey, columns, answers, blocks),
            ids(survey, identifier),
            people(survey, conduct.people if conduct else {}),
            conduct_findings(survey, conduct or Conduct(), answers if columns else survey.answers),
            _holes(columns, answers),
            items_against(survey, blocks),
        )
        for finding in findings
    )


def _respondents(
    survey: Survey, columns: Sequence[str], answers: Array, blocks: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    if not columns:  # a survey of features has no ratings, in which alone a straight line means something
        return
    given = steps_of(_as_given(survey, columns, answers))
    yield from line_findings(survey, given, columns, blocks)
    yield from doubles(survey, given, straight_lines(given))


def _places(survey: Survey, columns: Sequence[str]) -> list[int]:
    places = {name: at for at, name in enumerate(survey.columns)}
    return [places[column] for column in columns]


def _as_given(survey: Survey, columns: Sequence[str], answers: Array) -> Array:
    """The answers before reversed questions were turned: a straight line is what the respondent ticked."""
    if not any(survey.scales[place].reversed for place in _places(survey, columns)):
        return answers
    given = np.array(answers)
    for number, place in enumerate(_places(survey, columns)):
        scale = survey.scales[place]
        if scale.reversed:
            given[:, number] = scale.lowest + scale.highest - given[:, number]
    return given


def _holes(columns: Sequence[str], answers: Array) -> Iterator[Finding]:
    missing = Counter(dict(zip(columns, np.isnan(answers).sum(axis=0).tolist(), strict=True)))
    total = sum(missing.values())
    if not total:
        return
    worst, most = missing.most_common(1)[0]
    yield Finding(
        "missing_answers", "info", _HOLES, count=total, values={"share": total / answers.size, "column": worst, "most": most}
    )
    empty = tuple(column for column, count in missing.items() if MOSTLY_EMPTY * len(answers) < count < len(answers))
    if empty:
        yield Finding("mostly_missing", "warning", _EMPTY, count=len(empty), values={"columns": empty})
