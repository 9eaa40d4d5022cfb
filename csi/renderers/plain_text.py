"""Words from a survey, made harmless: nothing left that steers a reader's screen."""

from __future__ import annotations

import unicodedata

_STEERS_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_BREAKS_LINES = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")
_INVISIBLE = frozenset({"Cc", "Cs"})  # controls, halves of surrogate pairs


def plain(words: str) -> str:
    """The words on one line, without control characters and without marks that turn the reading direction."""
    spaced = "".join(" " if letter in _BREAKS_LINES else letter for letter in words)
    return "".join(letter for letter in spaced if not _is_hidden(letter))


def _is_hidden(letter: str) -> bool:
    return letter in _STEERS_DIRECTION or unicodedata.category(letter) in _INVISIBLE
