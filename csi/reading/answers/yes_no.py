"""Answers of yes and no in nine languages, as 1 and 0."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from .columns import Column
from .labels import label_sets
from .no_answers import is_no_answer
from .said import Missing, Said
from .written_form import normalise

_FAMILY = "yes_no"
# what stands for yes and no in answers to these questions alone: was it ticked, would you give it up, have you heard of it
_YES = (
    "✓, √, ✔, ☑, checked, ticked, selected, would, i would, heard, heard of it, promised, it was promised,"
    " 对, 选中, 已选, 已选中, 愿意, 可以, 能, 会, 听说过, 听过, 承诺过, 已承诺, 可以放弃, 愿意放弃"
)
_NO = (
    "✗, ✘, ×, ☐, unchecked, not checked, not ticked, not selected, would not, i would not, not heard, never heard of it,"
    " not promised, 错, 未选, 未选中, 不愿意, 不可以, 不能, 不会, 没听说过, 未听说过, 没有听说过, 没听过, 没承诺过, 未承诺, 没有承诺,"
    " 不可以放弃, 不能放弃, 不愿意放弃, 不愿放弃"
)
_CODES = {1.0: 1.0, 2.0: 0.0}  # where there is no 0, the first code is yes


class Decided(NamedTuple):
    """One a distinct value of a column: 1, 0 or NaN. wrong: numbers of those that are neither. coded: 1 was yes and 2 was no."""

    values: tuple[float, ...]
    wrong: tuple[int, ...]
    coded: bool


def yes_or_no(column: Column, missing: Missing) -> Decided:
    """What each distinct value of a column says: 1 for yes, 0 for no, NaN for neither."""
    numbers = set(column.numbers(missing))
    coded = 2.0 in numbers and numbers <= set(_CODES)
    known = _worth(column.words(missing))
    values = [_value(said, known, _CODES if coded else {0.0: 0.0, 1.0: 1.0}, missing) for said in column.said]
    wrong = [at for at, said in enumerate(column.said) if math.isnan(values[at]) and not _says_nothing(said, missing)]
    return Decided(tuple(values), tuple(wrong), coded)


def _value(said: Said, known: Mapping[str, float], codes: Mapping[float, float], missing: Missing) -> float:
    if said.kind == "blank" or missing.holds(said):
        return math.nan
    if said.kind == "number":
        return codes.get(said.number, math.nan)
    return known.get(said.words, known.get(said.whole, math.nan))


def _says_nothing(said: Said, missing: Missing) -> bool:
    return said.kind == "blank" or missing.holds(said) or is_no_answer(said.whole) or is_no_answer(said.words)


def _worth(words: Collection[str]) -> dict[str, float]:
    """The words that mean yes or no, in whichever language."""
    own = {word: worth for word in words if (worth := _ticks().get(word)) is not None}
    sets = [one for one in label_sets(words) if one.family == _FAMILY and one.size == 2] if words else []
    return {word: float(one.steps[word]) for one in reversed(sets) for word in words if word in one.steps} | own


@cache
def _ticks() -> dict[str, float]:
    return {normalise(word.strip()): worth for worth, words in ((1.0, _YES), (0.0, _NO)) for word in words.split(",")}
