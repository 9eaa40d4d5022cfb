"""What managers and staff answered on sheets of their own, beside the customers of the study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..model import Indicator
from ..model.company import HOMES, SIDES, Companion, Side
from ..numerics.tests import linearised_error
from ..numerics.welch import Mean, mean_of
from .study import Study

Array = NDArray[np.float64]
Group = Literal["customers", "managers", "staff"]
View = Literal["expectation", "belief", "service_standard", "delivery", "promise"]


@dataclass(frozen=True, eq=False)
class Answers:
    """What one group answered on one side of an indicator, on 0-100. values: one a person, NaN = missing."""

    group: Group
    values: Array


def answers_of(study: Study, leaf: Indicator, view: View) -> Answers | None:
    """The customers' expectation, or what the company's people say; None where it was not asked or nobody answered."""
    if view == "expectation":
        return None if leaf.expectation is None else _known("customers", _customers(study, leaf.expectation))
    column = getattr(leaf, view)
    home = None if column is None else _home(study, view, column)
    if home is None:
        return None
    people = study.survey.companions[home]
    at = people.columns.index(column)
    scale = people.scales[at]
    return _known(home, 100 * (people.answers[:, at] - scale.lowest) / scale.width)


def asks_the_company(study: Study) -> bool:
    """Whether managers or staff were asked anything."""
    return any(getattr(leaf, side) is not None for _, leaf in study.model.indicators for side in SIDES)


def mean_answer(study: Study, answers: Answers) -> Mean:
    """The mean with its error: of customers by the design of their sample, of others as people who count alike."""
    if answers.group != "customers":
        return mean_of(answers.values)
    b = study.base
    seen = np.isfinite(answers.values)
    v = np.where(seen, 1.0 if b.case_weights is None else b.case_weights, 0.0)
    mean = float((v * np.where(seen, answers.values, 0.0)).sum() / v.sum())
    rows = np.where(seen, v * (answers.values - mean), 0.0) / v.sum()
    units = int(seen.sum())
    if b.units is not None:
        rows = np.bincount(b.units, weights=rows, minlength=int(b.units.max()) + 1)
        units = np.unique(b.units[seen]).size
    strata = 1 if b.strata is None else np.unique(b.strata).size
    error = float(linearised_error(rows[:, None], np.array([units]), b.strata)[0]) if units > 1 else float("nan")
    return Mean(mean, error, float(max(units - strata, 1)), int(seen.sum()))


def _customers(study: Study, column: str) -> Array:
    at = study.survey.columns.index(column)
    scale = study.survey.scales[at]
    on_100: Array = 100 * (study.base.values[:, at] - scale.lowest) / scale.width
    return on_100


def _home(study: Study, side: Side, column: str) -> Companion | None:
    there = study.survey.companions
    return next((home for home in HOMES[side] if home in there and column in there[home].columns), None)


def _known(group: Group, values: Array) -> Answers | None:
    return Answers(group, values) if np.isfinite(values).any() else None
