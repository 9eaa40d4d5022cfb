"""What else is known of the respondents who count: their further answers, numbers and words, row by row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .study import Study

Array = NDArray[np.float64]


def answers(study: Study, column: str) -> Array:
    """(n_used,) a column of scaled answers as they were given, NaN = missing; nothing is replaced or estimated."""
    at = study.survey.columns.index(column)
    given: Array = np.where(study.base.answered[:, at], study.base.values[:, at], np.nan)
    return given


def on_100(study: Study, column: str) -> Array:
    """(n_used,) the same on 0-100 of its scale."""
    scale = study.survey.scales[study.survey.columns.index(column)]
    return 100 * (answers(study, column) - scale.lowest) / scale.width


def numbers(study: Study, column: str) -> Array:
    """(n_used,) a column of plain numbers, or of yes and no as 1 and 0; NaN = missing."""
    found: Array = np.asarray(study.survey.numbers[column])[study.base.kept]
    return found


def words(study: Study, column: str) -> tuple[str | None, ...]:
    """(n_used,) a column of words (a tier, a segment), None = empty."""
    said = study.survey.labels[column]
    return tuple(said[at] for at in study.base.kept)
