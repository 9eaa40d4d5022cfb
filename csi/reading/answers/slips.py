"""Typing slips: the answer that a misspelt word was probably meant to be. It is proposed to the analyst, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .written_form import normalise

_LEAST_LETTERS = 3  # a shorter word is one letter from too many others
_LONG = 12  # letters from which two slips are still the same word
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# characters and beginnings that turn a word into its contrary, so that they are no slip
_TURNING = frozenset("不没无非未否莫勿無沒")
_CONTRARY = (
    "dis",
    "un",
    "in",
    "im",
    "ir",
    "non",
    "mis",
    "des",
    "ab",
    "in-",
    "a",
    "de",
    "mal",
    "anti",
    "not ",
    "no ",
    "nao ",
    "nicht ",
    "pas ",
)


def likely_meant(word: str, labels: Iterable[str]) -> str | None:
    """The label that differs from the normalised word by a slip of the finger; None where there is none, or more than one.

    A slip is one letter added, left out, changed, or two in the wrong order; two slips in a word of twelve letters or more.
    """
    near: dict[str, str] = {}
    for label in labels:
        form = normalise(label)
        if _is_slip(word, form):
            near.setdefault(form, label)
    distances = {form: distance(word, form, 2) for form in near}
    best = [form for form in near if distances[form] == min(distances.values())]
    return near[best[0]] if len(best) == 1 else None


def distance(one: str, other: str, most: int) -> int:
    """How many letters were added, left out, changed or swapped with their neighbour; `most` + 1 where more than that.

    Source: optimal string alignment, a restricted Damerau-Levenshtein distance.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], most + 1)


def _is_slip(word: str, form: str) -> bool:
    eastern = _EAST.search(form) is not None
    if form == word or len(form) < _LEAST_LETTERS or _are_contrary(word, form):
        return False
    most = 2 if len(form) >= _LONG and not eastern else 1
    return distance(word, form, most) <= most


def _are_contrary(word: str, form: str) -> bool:
    if _TURNING.intersection(word) != _TURNING.intersection(form):
        return True
    short, long = sorted((word, form), key=len)
    return any(long == prefix + short for prefix in _CONTRARY)
