"""An answer on its scale: the number that a cell is worth, or why it is worth none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from ...model import Scale
from .no_answers import is_no_answer
from .said import Missing, Said
from .written_form import normalise, split_code

Fault = Literal["", "blank", "missing_code", "no_answer", "out_of_range", "not_an_answer", "unknown_label", "date"]


def judge(said: Said, scale: Scale, labels: Mapping[str, float], missing: Missing, *, codes: bool = False) -> tuple[float, Fault]:
    """The answer on its scale, or NaN and what is wrong with it.

    labels: the scale's, by normalised words. codes: the code beside unknown words is the answer.
    """
    if said.kind == "blank" or missing.holds(said):
        return math.nan, "blank" if said.kind == "blank" else "missing_code"
    score = labels.get(said.whole, labels.get(said.words)) if said.whole else None
    if score is None and said.kind == "number":
        score = labels.get(f"{said.number:.15g}", said.number)
    if score is None and codes and said.code is not None:
        score = said.code
    if score is not None:
        return (score, "") if scale.lowest <= score <= scale.highest else (math.nan, "out_of_range")
    return math.nan, _fault(said, labels)


def by_words(labels: Mapping[str, float]) -> dict[str, float]:
    """The labels of a scale by their normalised words, with and without a code beside them."""
    whole = {normalise(label): score for label, score in labels.items()}
    bare = {split_code(words)[0]: score for words, score in whole.items()}
    return {words: score for words, score in (bare | whole).items() if words}


def _fault(said: Said, labels: Mapping[str, float]) -> Fault:
    if said.kind == "date":
        return "date"
    if is_no_answer(said.whole) or is_no_answer(said.words):
        return "no_answer"
    return "unknown_label" if labels and said.kind == "words" else "not_an_answer"
