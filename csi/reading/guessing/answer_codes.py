"""Answers exported as codes without their words: A1, A2 … A5, of which only the author knows the best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..answers.no_answers import is_no_answer
from ..answers.said import Missing
from .classified import Classified
from .kinds import Taken

_CODE = re.compile(r"(?P<letters>[a-z]{1,3})0?(?:[0-9]|1[01])")
_LEAST = 3  # different codes
_FELLOWS = 2  # columns of one spelling; one alone may hold groups


def answer_codes(columns: Sequence[Classified]) -> dict[int, Taken]:
    """The columns of groups whose names are answer codes, where several columns spell theirs alike."""
    spelled = {one.column.position: letters for one in columns if one.kind == "segment" and (letters := _letters(one))}
    alike = [at for at, letters in spelled.items() if list(spelled.values()).count(letters) >= _FELLOWS]
    return dict.fromkeys(alike, ("segment", "answer_codes"))


def _letters(one: Classified) -> str:
    """What all codes begin with; empty where something else is among the answers."""
    words = [word for word in one.column.words(Missing()) if not is_no_answer(word)]
    found = [_CODE.fullmatch(word) for word in words]
    letters = {match["letters"] for match in found if match}
    return letters.pop() if len(words) >= _LEAST and all(found) and len(letters) == 1 else ""
