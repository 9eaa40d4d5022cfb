"""The same respondent twice: answers repeated to the letter, ids and persons that come again, ids that start anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Value
from ..terms import Text
from .conduct import Flags, sheet_rows
from .steps import HOLE, Steps
from .survey import Array, Survey

LEAST_COLUMNS = 10  # equal answers of two respondents that are no coincidence
MOST_RESTARTS = 50
_LONG = 16  # digits that no running number has
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


def doubles(survey: Survey, given: Steps, straight: Flags) -> Iterator[Finding]:
    """Respondents with at least LEAST_COLUMNS answers, no straight line, that all stand in an earlier row too."""
    whole = ((given != HOLE).sum(axis=1, dtype=np.int32) >= LEAST_COLUMNS) & ~straight
    repeated = _repeats(given, np.flatnonzero(whole))
    if repeated.any():
        numbers = sheet_rows(survey, repeated)
        yield Finding("duplicate_answers", "info", _DOUBLES, count=len(numbers), values={"rows": numbers})


def _repeats(given: Steps, among: NDArray[np.intp]) -> Flags:
    """Which of these rows equal an earlier one, by a sum that equal rows share, then by the rows themselves."""
    signs = np.asarray(np.random.default_rng(0).integers(1, 2**62, size=given.shape[1]) | 1, dtype=np.uint64)
    keys = np.zeros(len(given), dtype=np.uint64)
    for column, sign in zip(given.T, signs, strict=True):
        keys += column.astype(np.uint64) * sign
    among = among[_come_again(keys[among])]
    _, first, which = np.unique(keys[among], return_index=True, return_inverse=True)
    earlier = among[first[which.reshape(-1)]]
    repeated = np.zeros(len(given), dtype=bool)
    repeated[among] = earlier != among
    for column in given.T:
        repeated[among] &= column[among] == column[earlier]
    return repeated


def _come_again(keys: NDArray[np.uint64]) -> Flags:
    """Which of the keys stand there more than once."""
    ranked = np.sort(keys)
    several = ranked[1:][ranked[1:] == ranked[:-1]]
    if not len(several):
        return np.zeros(len(keys), dtype=bool)
    return np.asarray(several[np.minimum(np.searchsorted(several, keys), len(several) - 1)] == keys)


def ids(survey: Survey, identifier: str | None) -> Iterator[Finding]:
    """Ids that come again, and running numbers that start anew."""
    if identifier is None:
        return
    words = survey.labels[identifier]
    numbers = _counting(words)
    again = np.zeros(len(words), dtype=bool) if _rise(numbers) else _again(words)
    if again.any():
        values: dict[str, Value] = {"column": identifier, "rows": sheet_rows(survey, again)}
        yield Finding("duplicate_ids", "warning", _SAME_ID, identifier, int(again.sum()), values)
    restarts = _restarts(numbers)
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
    told = len(words) - words.count(None)
    if len(set(words) - {None}) == told:
        return np.zeros(len(words), dtype=bool)
    first: dict[str, int] = {}
    return np.array([word is not None and first.setdefault(word, at) != at for at, word in enumerate(words)], dtype=bool)


def _rise(numbers: Array) -> bool:
    return bool((np.diff(numbers) > 0).all())


def _restarts(numbers: Array) -> Flags:
    """Where a number that counts up by one falls back to 1 or below the first; nothing where ids do not count."""
    steps = np.diff(numbers, prepend=np.nan)
    known = steps[~np.isnan(steps)]
    if len(known) < 10 or (known == 1).mean() < _COUNTED:
        return np.zeros(len(numbers), dtype=bool)
    with np.errstate(invalid="ignore"):
        return np.asarray((steps < 0) & (numbers <= max(1.0, float(np.nan_to_num(numbers[0], nan=1.0)))))


def _counting(words: Sequence[str | None]) -> Array:
    """The words as numbers, NaN where they are none."""
    if None not in words and all(map(str.isdecimal, words)) and max(map(len, words), default=0) < _LONG:  # type: ignore[arg-type]
        return np.array(list(map(int, words)), dtype=np.float64)  # type: ignore[arg-type]
    return np.array([float(word) if word is not None and word.isdecimal() and len(word) < _LONG else np.nan for word in words])
