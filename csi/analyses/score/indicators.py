"""The indicators of an index: weight, mean, index, top-two share, one row each."""

from __future__ import annotations

import numpy as np

from ...model import Indicator
from ...numerics.index import performance
from ...results import Blank, Cell, Table
from ...study import Study
from ...terms import COLUMN, INDEX, INDICATOR, LATENT, LOWER, MEAN, OUTER_WEIGHT, STANDARD_ERROR, TOP_TWO, UPPER, WEIGHT, N, Text

_WHY = {"pls": "constant", "component": "constant", "stated": "no_importance"}  # why an answered indicator carries no weight


def indicator_table(study: Study) -> Table:
    """One row an indicator, in the model's order, those without weight or answers included."""
    rows = tuple(_indicator_row(study, latent, leaf) for latent, leaf in study.model.indicators)
    columns = (LATENT, INDICATOR, COLUMN, OUTER_WEIGHT, WEIGHT, MEAN, INDEX, STANDARD_ERROR, LOWER, UPPER, TOP_TWO, N)
    shown = ("latent", "indicator", "weight", "mean", "index", "lower", "upper", "top_two", "n")
    return Table("indicators", Text("Indicators", "指标"), columns, rows, shown)


def _indicator_row(study: Study, latent: str, leaf: Indicator) -> tuple[Cell, ...]:
    at = study.arrangement.column("item", leaf.name)
    if at is None:
        absent = Blank("no_answers")
        return (latent, leaf.name, leaf.column, *[absent] * 8, 0)
    n = study.answered(at)
    outer, share = _weights(study, leaf)
    mean = float(study.point["means"][at, 0])
    drawn = study.replicates
    spread = study.spread(None if drawn is None else _on_100(study, drawn.figures["means"][at : at + 1], at)[0], n)
    value = float(_on_100(study, study.point["means"][at : at + 1], at)[0, 0])
    return (latent, leaf.name, leaf.column, outer, share, mean, value, *spread, _top_two(study, at), n)


def _weights(study: Study, leaf: Indicator) -> tuple[float | Blank, float | Blank]:
    names = [item.name for item in study.arrangement.items]
    if leaf.name not in names:
        reason = Blank(_WHY.get(study.weighting, "no_weight"))
        return reason, reason
    j = names.index(leaf.name)
    share = float(study.point["shares"][j, 0])
    if not study.fitted:
        return Blank("not_estimated"), share
    return float(study.point["outer_weights"][j, 0]), share


def _on_100(study: Study, means: np.ndarray, at: int) -> np.ndarray:
    scale = study.arrangement.scales[at]
    return performance(means, np.array([scale.lowest]), np.array([scale.highest]))


def _top_two(study: Study, at: int) -> float | Blank:
    if study.survey.origin.holds == "correlations":
        return Blank("needs_respondents")
    second = study.arrangement.scales[at].second_best
    if second is None:
        return Blank("not_discrete")
    answers = study.arrangement.values[:, at]
    seen = study.arrangement.seen[:, at]
    v = np.ones(answers.size) if study.base.case_weights is None else study.base.case_weights
    return float(v[seen & (answers >= second - 1e-9)].sum() / v[seen].sum())
