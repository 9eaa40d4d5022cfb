"""The vocabulary of answer scales in nine languages: which sets of answer words know a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from .label_sets import LANGUAGES, LabelSet, sets_knowing, vocabulary
from .no_answers import is_no_answer

__all__ = ["LANGUAGES", "LabelSet", "label_sets", "vocabulary"]

LONGEST = 60  # letters; a longer text is no label of the vocabulary
# script -> the languages looked up first, and those looked up where the first do not know all of the words
_LANGUAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "kana": (("ja",), ()),
    "hangul": (("ko",), ()),
    "han": (("zh",), ("ja",)),
    "latin": (("en",), ("es", "pt", "fr", "de", "id")),
    "sign": (("signs",), ()),
}
_SCRIPTS = {
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "hangul": re.compile(r"[\uac00-\ud7af]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "latin": re.compile(r"[a-z]"),
}


def label_sets(words: Collection[str]) -> tuple[LabelSet, ...]:
    """The sets of the vocabulary that know at least one of these normalised words, in the order of the vocabulary."""
    short = [word for word in words if len(word) <= LONGEST]
    scripts = {_script(word) for word in short}
    first = _known(short, [one for script in scripts for one in _LANGUAGES[script][0]])
    answers = [word for word in words if not is_no_answer(word)]
    if any(one.holds(answers) for one in first):
        return first
    others = _known(short, [one for script in scripts for one in _LANGUAGES[script][1]])
    return tuple(sorted({*first, *others}, key=lambda one: one.rank))


def _script(word: str) -> str:
    return next((script for script, letters in _SCRIPTS.items() if letters.search(word)), "sign")


def _known(words: Collection[str], languages: Iterable[str]) -> tuple[LabelSet, ...]:
    known = {one for language in languages for one in sets_knowing(language, words)}
    return tuple(sorted(known, key=lambda one: one.rank))
