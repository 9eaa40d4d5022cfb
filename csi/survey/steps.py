"""Answers as small whole numbers, for questions that only ask which of them are equal."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .survey import Array

HOLE = -1
_NARROWEST, _NARROW = 1 << 7, 1 << 15  # steps that a byte, and two, tell apart

Steps = NDArray[np.signedinteger[Any]]


def steps_of(answers: Array) -> Steps:
    """(n, c) a number for each answer, the same for equal ones, HOLE where there is none; column by column.

    Whole answers keep their order and distance.
    """
    lowest, highest = _ends(answers)
    whole = highest - lowest < _NARROW and all(_are_whole(column) for column in answers.T)
    if not whole:
        return _ranks(answers)
    narrow = np.int8 if highest - lowest < _NARROWEST else np.int16
    steps = np.empty(answers.shape, dtype=narrow, order="F")
    for at, column in enumerate(answers.T):
        steps[:, at] = np.where(np.isnan(column), HOLE, column - lowest)
    return steps


def _ends(answers: Array) -> tuple[float, float]:
    """The lowest and the highest answer; 0 and 0 where there is none."""
    lowest = np.fmin.reduce(answers, axis=None, initial=np.inf)
    highest = np.fmax.reduce(answers, axis=None, initial=-np.inf)
    return (float(lowest), float(highest)) if lowest <= highest else (0.0, 0.0)


def _are_whole(column: Array) -> bool:
    return bool(((column == np.rint(column)) | np.isnan(column)).all())


def _ranks(answers: Array) -> Steps:
    kinds, ranks = np.unique(answers, return_inverse=True)
    holes = np.isnan(answers)
    return np.asfortranarray(
        np.where(holes, HOLE, ranks.reshape(answers.shape)).astype(np.int32 if len(kinds) >= _NARROW else np.int16)
    )
