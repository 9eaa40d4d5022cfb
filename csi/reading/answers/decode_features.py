"""The two answers to each feature: words or codes -> 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike, or a hole with its reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ...findings import Finding
from ...model import Model, Scale
from ...survey import Array
from ..cells import Cells
from .answer_findings import odd_cells, quiet_cells
from .column_answers import Fault
from .columns import Column, column_of
from .feature_findings import how_read
from .labels_kano import ANSWERS, ANSWERS_ZH, all_steps
from .model_columns import position_of
from .no_answers import is_no_answer
from .said import Missing, Said
from .scale_findings import nobody_answered, none_read

_STEPS = 5


@dataclass(frozen=True, eq=False)
class FeatureColumn:
    """Answers to one Kano question. values, faults: one a distinct value. codes: how its codes count, see `Codes`."""

    column: Column
    scale: Scale
    values: Array
    faults: tuple[Fault, ...]
    codes: Codes
    missing: Missing


@dataclass(frozen=True)
class Codes:
    """From a code to a step (0 like … 4 dislike): origin + direction * code.

    told: whether words beside the codes say so; else 1 is like, or 5 where the model says that they are reversed.
    direction: 0 where the words contradict one another, so that no code can be read without its word.
    """

    origin: float
    direction: int
    told: bool

    def step(self, code: float) -> int | None:
        """The step that the code stands for, None where it is none of the five."""
        found = self.origin + self.direction * code
        return int(found) if self.direction and found in range(_STEPS) else None


def decode_features(cells: Cells, model: Model) -> tuple[tuple[FeatureColumn, ...], tuple[Finding, ...]]:
    """Every Kano question of the model in its order, and what was odd in the answers."""
    missing = Missing(model.missing)
    asked = [(name, one.reversed) for one in model.features for name in one.pair]
    columns = tuple(_decoded(column_of(cells, position_of(cells, name), name), missing, turned=turned) for name, turned in asked)
    return columns, tuple(_findings(cells, columns))


def _decoded(column: Column, missing: Missing, *, turned: bool) -> FeatureColumn:
    codes = codes_of(column, missing, turned=turned)
    verdicts = [_judge(said, codes, missing) for said in column.said]
    values = np.array([value for value, _ in verdicts], dtype=float)
    return FeatureColumn(column, _scale(column, missing), values, tuple(fault for _, fault in verdicts), codes, missing)


def codes_of(column: Column, missing: Missing, *, turned: bool = False) -> Codes:
    """How the codes of a column count, by the words beside them where there are any that are known."""
    pairs = {(code, all_steps()[word]) for word, code in column.codes(missing).items() if word in all_steps()}
    if not pairs:
        return Codes(5, -1, told=False) if turned else Codes(-1, 1, told=False)
    up, down = {step - code for code, step in pairs}, {step + code for code, step in pairs}
    if len(up) == 1 and (len(pairs) > 1 or up <= {-1.0, 0.0}):
        return Codes(up.pop(), 1, told=True)
    return Codes(down.pop(), -1, told=True) if len(down) == 1 else Codes(0, 0, told=True)


def _judge(said: Said, codes: Codes, missing: Missing) -> tuple[float, Fault]:
    """The answer from 1 to 5, or NaN and what is wrong with it. Words go before the code beside them."""
    if said.kind == "blank" or missing.holds(said):
        return math.nan, "blank" if said.kind == "blank" else "missing_code"
    step = all_steps().get(said.whole, all_steps().get(said.words)) if said.kind == "words" else None
    code = said.number if said.kind == "number" else said.code
    if step is None and code is not None and not (said.kind == "words" and is_no_answer(said.words)):
        step = codes.step(code)
    if step is not None:
        return step + 1.0, ""
    return math.nan, _fault(said)


def _fault(said: Said) -> Fault:
    if said.kind == "date":
        return "date"
    if said.kind == "number":
        return "out_of_range"
    if is_no_answer(said.whole) or is_no_answer(said.words):
        return "no_answer"
    return "unknown_label" if said.kind == "words" else "not_an_answer"


def _scale(column: Column, missing: Missing) -> Scale:
    """1 to 5 with every known spelling of the column, and a word for each answer that it does not hold; no words for bare codes."""
    spelled: dict[str, float] = {}
    for said in column.said:
        step = all_steps().get(said.whole, all_steps().get(said.words)) if said.kind == "words" else None
        if step is not None and not missing.holds(said):
            spelled[said.text] = step + 1.0
    if not spelled:
        return Scale(1, _STEPS)
    words = ANSWERS_ZH if any("\u3400" <= letter <= "\u9fff" for word in spelled for letter in word) else ANSWERS
    unused = {word: at + 1.0 for at, word in enumerate(words) if at + 1.0 not in spelled.values()}
    return Scale(1, _STEPS, dict(sorted((spelled | unused).items(), key=lambda pair: pair[1])))


def _findings(cells: Cells, columns: tuple[FeatureColumn, ...]) -> Iterator[Finding]:
    yield from how_read([(one.column, _read_as(one), 0 if one.codes.told else one.codes.direction) for one in columns])
    for one in columns:
        yield from odd_cells(cells, one.column, one.scale, one.faults)
    yield from quiet_cells((one.column, one.faults) for one in columns)
    holes = [one for one in columns if np.isnan(one.values).all()]
    silent = [one.column.name for one in holes if set(one.faults) <= {"blank", "missing_code", "no_answer"}]
    empty, unread = nobody_answered(silent), none_read([one.column for one in holes if one.column.name not in silent])
    yield from (one for one in (empty, unread) if one is not None)


def _read_as(one: FeatureColumn) -> Mapping[Said, int]:
    """Each distinct value that was read, and the step that it was read as."""
    return {
        said: int(_judge(said, one.codes, one.missing)[0]) - 1
        for said, fault in zip(one.column.said, one.faults, strict=True)
        if not fault
    }
