"""Expectation and disconfirmation: what satisfaction owes to what was expected, and what to how it turned out beside that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...numerics.regression import regression
from ...results import Cell, Table
from ...study.aside import aside
from ...study.further_columns import on_100
from ...terms import N, Term, Text
from ...terms import bounded as with_ends
from .outcome import Outcome
from .people import People
from .terms import R_SQUARED, ratio
from .terms import share as share_term

Array = NDArray[np.float64]

MIDDLE = 50.0  # of a question from worse to better: as expected
FORM = Term(
    "form",
    "Disconfirmation",
    "期望确认",
    values={
        "subjective": Text("as respondents say", "受访者自述"),
        "computed": Text("experience − expectation", "体验 − 期望"),
    },
)
PART = Term(
    "part",
    "Of",
    "来源",
    values={
        "constant": Text("constant", "常数项"),
        "expectation": Text("expectation (b1)", "期望（b1）"),
        "disconfirmation": Text("disconfirmation (b2)", "期望确认（b2）"),
    },
)
_PARTS = ("constant", "expectation", "disconfirmation")
_COEFFICIENT = ratio(
    "coefficient",
    "Points of satisfaction",
    "满意度点数",
    Text(
        "For one point more of it, the other held; the constant: where both are zero.",
        "其他不变时每高 1 点所对应的满意度点数；常数项为二者均为零时的值。",
    ),
    signed=True,
)
_COLUMNS = (FORM, PART, *with_ends(_COEFFICIENT), *with_ends(R_SQUARED), N)
_SHOWN = ("form", "part", "coefficient", "coefficient_lower", "coefficient_upper", "r_squared", "n")
_TITLE = Text("Expectation and disconfirmation (Oliver)", "期望与期望确认（Oliver 模型）")

_WORSE = share_term("worse", "Worse than expected", "不如预期")
_AS = share_term("as_expected", "As expected", "符合预期")
_BETTER = share_term("better", "Better than expected", "超出预期")
_SHARES = (*with_ends(_WORSE), *with_ends(_AS), *with_ends(_BETTER), N)
_SHARES_TITLE = Text("Worse or better than expected, as respondents say", "与预期相比（受访者自述）")


@dataclass(frozen=True, eq=False)
class Oliver:
    """One form of the model: satisfaction, expectation and disconfirmation of those who have all three, (n,) each."""

    form: str
    satisfaction: Array
    expectation: Array
    disconfirmation: Array

    def columns(self) -> Array:
        """(n, 3), missing together."""
        values = np.column_stack([self.satisfaction, self.expectation, self.disconfirmation])
        return np.where(np.isfinite(values).all(axis=1, keepdims=True), values, np.nan)


def said(people: People) -> Array | None:
    """(n,) disconfirmation as respondents say it, in points from -50 (much worse) to +50; None where nobody was asked."""
    column = people.study.model.respondents.disconfirmation
    if column is None or column not in people.study.survey.columns:
        return None
    found = on_100(people.study, column) - MIDDLE
    return found if np.isfinite(found).any() else None


def oliver_of(people: People, outcome: Outcome) -> list[Oliver]:
    """By what respondents say where they were asked, and by the difference. Expectation: the mean of the dimensions."""
    expected = people.dimensions(people.expectation).mean(axis=1)
    had = people.dimensions(people.experience).mean(axis=1)
    forms = {"subjective": said(people), "computed": had - expected}
    return [Oliver(form, outcome.values, expected, values) for form, values in forms.items() if values is not None]


def oliver_table(people: People, outcome: Outcome) -> Table:
    """Bounded rows a form: constant, expectation, disconfirmation. Expectation, experience and difference never stand together."""
    rows = [row for one in oliver_of(people, outcome) for row in _rows(people, one, outcome.name)]
    return Table("disconfirmation", _TITLE, _COLUMNS, tuple(rows), _SHOWN)


def _rows(people: People, one: Oliver, outcome: str) -> list[tuple[Cell, ...]]:
    columns = one.columns()
    n = int(np.isfinite(columns[:, 0]).sum())
    made = aside(people.study, columns, _fitted, products=3, key=f"oliver {one.form} {outcome}")
    explained = made.bounded("r_squared", (), n, "singular")
    return [(one.form, part, *made.bounded("coefficients", at, n, "singular"), *explained, n) for at, part in enumerate(_PARTS)]


def _fitted(sums: Sums) -> Mapping[str, Array]:
    fit = regression(sums, 0, (1, 2))
    return {"coefficients": fit.coefficients, "r_squared": fit.r_squared}


def disconfirmed_table(people: People, values: Array) -> Table:
    """Shares of those who say it was worse, as expected, better."""
    known = np.isfinite(values)
    bands = (values < -1e-9, np.abs(values) <= 1e-9, values > 1e-9)
    columns = np.column_stack([np.where(known, band, np.nan) for band in bands])
    made = aside(people.study, columns, lambda sums: {"share": sums.means}, key="disconfirmed")
    n = int(known.sum())
    row = [cell for at in range(3) for cell in made.share("share", at, n)]
    return Table("disconfirmed", _SHARES_TITLE, _SHARES, ((*row, n),))
