"""The company's view of what customers expect, beside the customers' own (gap 1)."""

from __future__ import annotations

import numpy as np

from ...results import Blank, Cell, Table
from ...terms import INDICATOR, LATENT, N, Term, Text, bounded
from .asked import Asked, turned
from .blocks import Means, counts, means_of, side_by_side
from .terms import answers, keys, points

_COMPANY = answers("company", "The company believes", "企业估计", Text("In answer units.", "以答案单位计。"))
_CUSTOMERS = answers("customers", "Customers expect", "客户期望", Text("Mean in answer units.", "平均值，以答案单位计。"))
_DIFFERENCE = answers(
    "difference",
    "Company less customers",
    "企业减客户",
    Text("Positive: the company believes that more is expected.", "为正表示企业高估了客户的期望。"),
    signed=True,
)
_POINTS = points("difference_index", "Points of 0-100", "指数点", signed=True)
VIEW = Term(
    "verdict",
    "The company",
    "企业",
    values={
        "underestimates": Text("underestimates", "低估"),
        "right": Text("is right", "估计准确"),
        "overestimates": Text("overestimates", "高估"),
    },
)
_COLUMNS = (LATENT, INDICATOR, _COMPANY, *bounded(_CUSTOMERS), *bounded(_DIFFERENCE), _POINTS, VIEW, N)
_SHOWN = ("indicator", "company", "customers", *keys(_DIFFERENCE), "difference_index", "verdict", "n")
_TITLE = Text("What the company believes is expected, and what is (gap 1)", "企业眼中的期望与客户的期望（差距 1）")


def company_table(asked: Asked) -> Table | None:
    """One row an indicator with an estimate of the company; None where there is none."""
    study = asked.study
    places = [at for at, (_, leaf) in enumerate(asked.leaves) if leaf.company is not None and leaf.expectation is not None]
    if not places:
        return None
    leaves = [asked.leaves[at] for at in places]
    said = np.array([turned(study, leaf, leaf.company) for _, leaf in leaves], dtype=float)
    columns = [asked.in_answers(leaf) for _, leaf in leaves]
    block = side_by_side([column for column in columns if column is not None], study.used)

    def beside(means: Means) -> Means:
        return {"difference": said[:, None] - means["customers"]}

    made, n = means_of(study, {"customers": block}, beside), counts(block)
    rows: list[tuple[Cell, ...]] = []
    for at, (latent, leaf) in enumerate(leaves):
        difference = made.bounded("difference", at, n[at])
        width = study.survey.scales[study.survey.columns.index(str(leaf.expectation))].width
        whole = difference[0] if isinstance(difference[0], Blank) else 100 * difference[0] / width
        customers = made.bounded("customers", at, n[at])
        rows.append((latent, leaf.name, float(said[at]), *customers, *difference, whole, _view(*difference[1:]), n[at]))
    return Table("company", _TITLE, _COLUMNS, tuple(rows), _SHOWN)


def _view(lower: Cell, upper: Cell) -> Cell:
    if isinstance(lower, Blank) or not isinstance(lower, float) or not isinstance(upper, float):
        return lower
    return "underestimates" if upper < 0 else "overestimates" if lower > 0 else "right"
