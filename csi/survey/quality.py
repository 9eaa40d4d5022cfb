"""What is suspicious in the answers themselves: straight lines, doubles, holes, an item that runs against its fellows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Severity, Value
from ..terms import Text
from .survey import Array, Survey

LEAST_ANSWERS = 5  # equal answers in a row that make a line
LEAST_COLUMNS = 10  # equal answers of two respondents that are no coincidence
MANY = 0.1  # share of respondents from which a flag becomes a warning
MOSTLY_EMPTY = 0.5
LEAST_RESPONDENTS = 10  # below, no correlation is worth a word

_STRAIGHT = Text(
    "respondents who gave one and the same answer to every question: {count} ({share:.1%}), kept (rows {rows})",
    "{count} 名受访者（{share:.1%}）对所有题目给出相同答案；已保留（行号 {rows}）",
)
_DOUBLES = Text(
    "respondents whose answers repeat another's to the letter: {count}, kept (rows {rows})",
    "{count} 名受访者的答案与他人完全相同；已保留（行号 {rows}）",
)
_SAME_ID = Text(
    "{column}: ids that stand there before: {count}, respondents kept (rows {rows})",
    "“{column}”中有 {count} 个重复编号；相应受访者已保留（行号 {rows}）",
)
_HOLES = Text(
    "missing answers: {count} ({share:.1%} of all), most in {column} ({most})",
    "共缺失 {count} 个答案（占 {share:.1%}），其中“{column}”最多（{most} 个）",
)
_EMPTY = Text(
    "more than half of the answers are missing in {columns}",
    "{columns} 的缺失答案超过一半",
)
_AGAINST = Text(
    "{column} runs against the other questions of {latent} (correlation {correlation:.2f}): is it worded the other way round?"
    " It was not turned; reversed: in the model would do that",
    "“{column}”与“{latent}”的其他题目方向相反（相关系数 {correlation:.2f}）：是否为反向题？未自动反转；可在模型中用 reversed: 声明",
)


def quality(survey: Survey, blocks: Mapping[str, Sequence[str]], *, identifier: str | None = None) -> tuple[Finding, ...]:
    """What an analyst should look at before trusting the figures. Everything is flagged and counted, nothing is dropped or turned.

    blocks: latent -> the columns of its indicators. identifier: the column that names the respondent.
    """
    columns = list(dict.fromkeys(column for block in blocks.values() for column in block))
    answers = survey.answers[:, [survey.columns.index(column) for column in columns]]
    as_given = _as_given(survey, columns, answers)
    straight = _straight(as_given)
    return tuple(
        finding
        for findings in (
            _lines(survey, straight),
            _doubles(survey, as_given, straight),
            _ids(survey, identifier),
            _holes(columns, answers),
            _against(survey, blocks),
        )
        for finding in findings
    )


def item_rest_correlation(answers: Array) -> Array:
    """(p,) correlation of each column with the mean of the others, over the respondents who answered it and any other.

    answers: (n, p), NaN = missing. NaN where fewer than LEAST_RESPONDENTS or no spread.
    """
    seen = ~np.isnan(answers)
    given = np.where(seen, answers, 0.0)
    totals, counts = given.sum(axis=1), seen.sum(axis=1)
    return np.array(
        [_correlation(given[:, item], totals - given[:, item], counts - 1, seen[:, item]) for item in range(answers.shape[1])]
    )


def _correlation(item: Array, rest: Array, others: NDArray[np.int_], answered: NDArray[np.bool_]) -> float:
    pairs = answered & (others > 0)
    if pairs.sum() < LEAST_RESPONDENTS:
        return float("nan")
    x, y = item[pairs], rest[pairs] / others[pairs]
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        return float("nan")
    return float(np.corrcoef(x, y)[0, 1])


def _as_given(survey: Survey, columns: Sequence[str], answers: Array) -> Array:
    """The answers before reversed questions were turned: a straight line is what the respondent ticked."""
    given = np.array(answers)
    for number, column in enumerate(columns):
        scale = survey.scales[survey.columns.index(column)]
        if scale.reversed:
            given[:, number] = scale.lowest + scale.highest - given[:, number]
    return given


def _straight(given: Array) -> NDArray[np.bool_]:
    answered = ~np.isnan(given)
    lowest = np.where(answered, given, np.inf).min(axis=1, initial=np.inf)
    highest = np.where(answered, given, -np.inf).max(axis=1, initial=-np.inf)
    return np.asarray((answered.sum(axis=1) >= LEAST_ANSWERS) & (lowest == highest))


def _lines(survey: Survey, straight: NDArray[np.bool_]) -> Iterator[Finding]:
    count = int(straight.sum())
    if count:
        share = count / survey.respondents
        severity: Severity = "warning" if share > MANY else "info"
        values: dict[str, Value] = {"share": share, "rows": _rows(survey, straight)}
        yield Finding("straight_lines", severity, _STRAIGHT, count=count, values=values)


def _doubles(survey: Survey, given: Array, straight: NDArray[np.bool_]) -> Iterator[Finding]:
    whole = (~np.isnan(given)).sum(axis=1) >= LEAST_COLUMNS
    rows = np.ascontiguousarray(np.nan_to_num(given, nan=np.inf))
    first: dict[bytes, int] = {}
    repeated = np.zeros(len(given), dtype=bool)
    for row in map(int, np.flatnonzero(whole & ~straight)):
        repeated[row] = first.setdefault(rows[row].tobytes(), row) != row
    if repeated.any():
        numbers = _rows(survey, repeated)
        yield Finding("duplicate_answers", "info", _DOUBLES, count=len(numbers), values={"rows": numbers})


def _ids(survey: Survey, identifier: str | None) -> Iterator[Finding]:
    if identifier is None:
        return
    first: dict[str | None, int] = {}
    words = survey.labels[identifier]
    again = np.array([word is not None and first.setdefault(word, at) != at for at, word in enumerate(words)], dtype=bool)
    if again.any():
        values: dict[str, Value] = {"column": identifier, "rows": _rows(survey, again)}
        yield Finding("duplicate_ids", "warning", _SAME_ID, identifier, int(again.sum()), values)


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


def _against(survey: Survey, blocks: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for latent, columns in blocks.items():
        if len(columns) < 2:
            continue
        shares = _shares(survey, columns)
        correlations = item_rest_correlation(shares)
        for column, correlation, answered in zip(columns, correlations, (~np.isnan(shares)).sum(axis=0), strict=True):
            # under two standard errors of a correlation of zero is noise
            if correlation < 0 and correlation**2 * answered > 4:
                values: dict[str, Value] = {"column": column, "latent": latent, "correlation": float(correlation)}
                yield Finding("negative_item", "warning", _AGAINST, column, 1, values)


def _shares(survey: Survey, columns: Sequence[str]) -> Array:
    """The answers of a block on one footing, 0 worst and 1 best, so that scales may be mixed."""
    positions = [survey.columns.index(column) for column in columns]
    lowest = np.array([survey.scales[position].lowest for position in positions])
    widths = np.array([survey.scales[position].width for position in positions])
    return np.asarray((survey.answers[:, positions] - lowest) / widths)


def _rows(survey: Survey, where: NDArray[np.bool_]) -> tuple[str, ...]:
    rows = survey.rows or tuple(range(1, survey.respondents + 1))
    return tuple(str(rows[number]) for number in np.flatnonzero(where))
