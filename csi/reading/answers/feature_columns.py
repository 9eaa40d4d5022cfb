"""Ratings that stand beside the Kano questions of a feature: how important it is, how satisfied people are with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...model import Model, Scale
from ..cells import Cells
from .columns import column_of
from .model_columns import AnswerColumn, position_of
from .said import Missing
from .scales import plausible_answers

_SELF_STATED = Scale(1, 9)  # the form of Kano's questionnaire, which no other survey uses


def feature_ratings(cells: Cells, model: Model, known: Collection[str]) -> tuple[AnswerColumn, ...]:
    """The columns of ratings that features name, each once; those in `known` are read already."""
    importance = _columns(model, "importance", known)
    nine = _is_of_nine(cells, model, importance)
    columns = [AnswerColumn(name, position_of(cells, name), nine, False, "features, importance") for name in importance]
    satisfaction = _columns(model, "satisfaction", {*known, *importance})
    return (*columns, *(AnswerColumn(name, position_of(cells, name), None, False, "features") for name in satisfaction))


def _columns(model: Model, use: str, known: Collection[str]) -> tuple[str, ...]:
    named: Iterator[str | None] = (getattr(one, use) for one in model.features)
    return tuple(dict.fromkeys(name for name in named if name is not None and name not in known))


def _is_of_nine(cells: Cells, model: Model, names: Collection[str]) -> Scale | None:
    """1-9 where all the importances together go beyond 7 and not beyond 9: no scale that is guessed has these ends."""
    answers: dict[float, int] = {}
    for name in names:
        for number, count in column_of(cells, position_of(cells, name), name).numbers(Missing(model.missing)).items():
            answers[number] = answers.get(number, 0) + count
    kept = plausible_answers(answers) if answers else {}
    return _SELF_STATED if kept and min(kept) >= 1 and 7 < max(kept) <= 9 else None
