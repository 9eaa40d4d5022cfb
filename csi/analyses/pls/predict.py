"""Whether the structural model predicts respondents whom it has not seen (PLSpredict): tables and remarks for the room of paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...findings import Remark
from ...results import Blank, Cell, Table
from ...study import Study
from ...terms import Text
from . import predict_terms as words
from .predict_folds import Prediction, predicted
from .predict_remarks import predict_remarks


@dataclass(frozen=True)
class Outcome:
    """What the prediction gives the room of paths."""

    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...]


def prediction(study: Study, *, folds: int, repeats: int, technique: str) -> tuple[Table, ...]:
    """Tables `predict` (one row an item that the model predicts) and `predictive_power` (one row a latent)."""
    return prediction_outcome(study, folds=folds, repeats=repeats, technique=technique).tables


def prediction_outcome(study: Study, *, folds: int, repeats: int, technique: str) -> Outcome:
    """The same tables with what has to be said of them. technique: "direct" or "earliest" antecedents."""
    found = predicted(study, folds=folds, repeats=repeats, technique=technique)
    if not found.frame.latents.size:
        return Outcome((), ())
    items = _items(found)
    latents = _latents(found, items)
    return Outcome((items, latents), tuple(predict_remarks(found, items, latents)))


def _items(found: Prediction) -> Table:
    """One row an item. Blank throughout where nothing could be predicted."""
    a = found.study.arrangement
    cells = _measured(found) if found.absent is None else [(Blank(found.absent),) * 11] * found.frame.items.size
    rows = [
        (a.latents[found.frame.owner[j]].name, a.items[j].name, *row, found.n)
        for j, row in zip(found.frame.items.tolist(), cells, strict=True)
    ]
    shown = ("latent", "indicator", "q2_predict", "lower", "upper", "rmse", "lm_rmse", "mean_rmse", "verdict")
    return Table("predict", Text("Prediction of new respondents", "样本外预测"), words.ITEMS, tuple(rows), shown)


def _measured(found: Prediction) -> list[tuple[Cell, ...]]:
    e = found.errors
    model, mean, linear = found.rmse(e.squared), found.rmse(e.naive_squared), np.sqrt(e.lm_squared)
    figures = (model, e.absolute, linear, e.lm_absolute, model - linear, mean, e.naive_absolute)
    rows = []
    for row, q in enumerate(found.q_squared[: model.size].tolist()):
        ends = _with_ends(found, row)
        verdict = _item_verdict(q, ends[1], float(model[row] - linear[row]))
        rows.append((*ends, *(_cell(float(figure[row])) for figure in figures), verdict))
    return rows


def _with_ends(found: Prediction, row: int) -> tuple[Cell, Cell, Cell]:
    q = float(found.q_squared[row])
    if not np.isfinite(q):
        return (Blank("undefined"),) * 3
    if not found.study.resamples:
        return q, Blank("no_resamples"), Blank("no_resamples")
    lower, upper = found.bounds[:, row].tolist()
    return q, _cell(lower, "resamples_unusable"), _cell(upper, "resamples_unusable")


def _item_verdict(q: float, lower: Cell, less_linear: float) -> Cell:
    """Against the mean first, beyond chance where there are intervals, then against the linear model."""
    if not q > 0:
        return "none"
    if isinstance(lower, float) and lower <= 0:
        return "chance"
    if np.isnan(less_linear):
        return Blank("singular")
    return "high" if less_linear < 0 else "low"


def _latents(found: Prediction, items: Table) -> Table:
    a, absent = found.study.arrangement, found.absent
    rows: list[tuple[Cell, ...]] = []
    for row, latent in enumerate(found.frame.latents.tolist()):
        name = a.latents[latent].name
        verdicts = [record["verdict"] for record in items.records() if record["latent"] == name]
        q = (Blank(absent),) * 3 if absent else _with_ends(found, found.frame.items.size + row)
        better = Blank(absent) if absent else sum(verdict == "high" for verdict in verdicts)
        rows.append((name, *q, len(verdicts), better, _power(verdicts), found.n))
    names = [row[0] for row in rows]
    target = found.study.model.target
    strong = frozenset({names.index(target)}) if target in names else frozenset()
    shown = ("latent", "q2_predict", "lower", "upper", "items", "better", "verdict")
    return Table("predictive_power", Text("Predictive power", "预测力"), words.LATENTS, tuple(rows), shown, strong)


def _power(verdicts: Sequence[Cell]) -> Cell:
    """Source: Shmueli et al. (2019), European Journal of Marketing 53(11), 2322-2347: none, a minority, a majority or half, all."""
    better = sum(verdict == "high" for verdict in verdicts)
    unknown = next((verdict for verdict in verdicts if isinstance(verdict, Blank)), None)
    if unknown is not None:
        return unknown
    if better == 0:
        return "none"
    if better == len(verdicts):
        return "high"
    return "medium" if 2 * better >= len(verdicts) else "low"


def _cell(value: float, reason: str = "singular") -> Cell:
    return value if np.isfinite(value) else Blank(reason)
