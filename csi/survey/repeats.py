"""The same respondent twice: answers repeated to the letter, ids and persons that come again, ids that start anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..findings import Finding, Value
from ..terms import Text
from .conduct import Flags, sheet_rows
from .survey import Array, Survey

LEAST_COLUMNS = 10  # equal answers of two respondents that are no coincidence
MOST_RESTARTS = 50
_COUNTED = 0.9  # share of steps of one that makes ids a running number

_DOUBLES = Text(
    "respondents whose answers repeat another's to the letter: {count}, kept (rows {rows})",
    "{count} 名受访者的答案与他人完全相同；已保留（行号 {rows}）",
)
_SAME_ID = Text(
    "{column}: ids that stand there before: {count}, respondents kept (rows {rows})",
    "“{column}”中有 {count} 个重复编号；相应受访者已保留（行号 {rows}）",
)
_RESTART = Text(
    "{column}: the running number starts anew {count} times (rows {rows}): were several exports pasted together?",
    "“{column}”的流水号 {count} 次重新开始（行号 {rows}）：是否把多次导出的数据拼接在一起？",
)
_SAME_PERSON = Text(
    "respondents whose {column} stands there before: {count}, kept (rows {rows})",
    "{count} 名受访者的“{column}”此前已出现过；已保留（行号 {rows}）",
)


def doubles(survey: Survey, given: Array, straight: Flags) -> Iterator[Finding]:
    """Respondents with at least LEAST_COLUMNS answers, no straight line, that all stand in an earlier row too."""
    whole = ((~np.isnan(given)).sum(axis=1) >= LEAST_COLUMNS) & ~straight
    repeated = np.zeros(len(given), dtype=bool)
    repeated[np.flatnonzero(whole)] = _repeats(given[whole])
    if repeated.any():
        numbers = sheet_rows(survey, repeated)
        yield Finding("duplicate_answers", "info", _DOUBLES, count=len(numbers), values={"rows": numbers})


def _repeats(rows: Array) -> Flags:
    """Which rows equal an earlier one, by a sum of their bits that equal rows share, then by the rows themselves."""
    if not len(rows):
        return np.zeros(0, dtype=bool)
    filled = np.ascontiguousarray(np.where(np.isnan(rows), np.inf, rows))
    bits = filled.view(np.uint64).reshape(rows.shape)
    signs = np.asarray(np.random.default_rng(0).integers(1, 2**62, size=rows.shape[1]) | 1, dtype=np.uint64)
    keys = np.zeros(len(filled), dtype=np.uint64)
    for at in range(len(signs)):
        keys += (bits[:, at] ^ (bits[:, at] >> np.uint64(32))) * signs[at]
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    earlier = first[which.reshape(-1)]
    other = np.flatnonzero(earlier != np.arange(len(filled)))
    repeated = np.zeros(len(filled), dtype=bool)
    repeated[other] = (filled[other] == filled[earlier[other]]).all(axis=1)
    return repeated


def ids(survey: Survey, identifier: str | None) -> Iterator[Finding]:
    """Ids that come again, and running numbers that start anew."""
    if identifier is None:
        return
    words = survey.labels[identifier]
    again = _again(words)
    if again.any():
        values: dict[str, Value] = {"column": identifier, "rows": sheet_rows(survey, again)}
        yield Finding("duplicate_ids", "warning", _SAME_ID, identifier, int(again.sum()), values)
    restarts = _restarts(words)
    if 0 < restarts.sum() <= MOST_RESTARTS:
        values = {"column": identifier, "rows": sheet_rows(survey, restarts)}
        yield Finding("ids_restart", "warning", _RESTART, identifier, int(restarts.sum()), values)


def people(survey: Survey, named: Mapping[str, Sequence[str | None]]) -> Iterator[Finding]:
    """Persons that come again, by their address; the address itself is told nowhere."""
    for column, words in named.items():
        again = _again(words)
        if again.any() and again.sum() < 0.5 * len(again):
            values: dict[str, Value] = {"column": column, "rows": sheet_rows(survey, again)}
            yield Finding("duplicate_people", "warning", _SAME_PERSON, column, int(again.sum()), values)


def _again(words: Sequence[str | None]) -> Flags:
    first: dict[str, int] = {}
    return np.array([word is not None and first.setdefault(word, at) != at for at, word in enumerate(words)], dtype=bool)


def _restarts(words: Sequence[str | None]) -> Flags:
    """Where a number that counts up by one falls back to 1 or below the first; nothing where ids do not count."""
    numbers = np.array([float(word) if word is not None and word.isdecimal() and len(word) < 16 else np.nan for word in words])
    steps = np.diff(numbers, prepend=np.nan)
    known = steps[~np.isnan(steps)]
    if len(known) < 10 or (known == 1).mean() < _COUNTED:
        return np.zeros(len(numbers), dtype=bool)
    with np.errstate(invalid="ignore"):
        return np.asarray((steps < 0) & (numbers <= max(1.0, float(np.nan_to_num(numbers[0], nan=1.0)))))
