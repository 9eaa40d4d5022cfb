"""Who counts, and how much: missing-answer policy, case weights, clusters and strata."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import NothingToScore, UnusableWeights
from ..findings import Finding
from ..model import Model
from ..model.places import of_column
from ..survey import Survey
from ..terms import Text
from .design import sampling_units

Array = NDArray[np.float64]
Missing = Literal["available", "listwise", "mean", "em"]


@dataclass(frozen=True, eq=False)
class Base:
    """The respondents that a study stands on.

    values: (n, c) answers of those who count, after the missing policy. answered: (n, c) which were given, not replaced. case_weights: (n,) with mean 1, or None.
    units: (n,) unit of each respondent, or None when each is their own. strata: (u,) stratum of each unit, or None.
    kept: (n,) their places among the survey's respondents, to find what else is known of them.
    """

    values: Array
    answered: NDArray[np.bool_]
    case_weights: Array | None
    units: NDArray[np.int64] | None
    strata: NDArray[np.int64] | None
    findings: tuple[Finding, ...]
    kept: NDArray[np.intp]
    estimated: bool = False  # whether missing answers to the items are left to maximum likelihood

    @property
    def used(self) -> int:
        """n."""
        return int(self.values.shape[0])

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """(c,) how many answered each column."""
        counts: NDArray[np.int64] = self.answered.sum(axis=0)
        return counts

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """Two (c,): the lowest and the highest number of each column, NaN where there is none."""
        return np.fmin.reduce(self.values, axis=0), np.fmax.reduce(self.values, axis=0)

    @property
    def kish(self) -> float:
        """The number of respondents, or with case weights the number that unweighted would tell as much (Kish 1965)."""
        v = self.case_weights
        return float(self.used) if v is None else float(v.sum() ** 2 / (v**2).sum())

    @property
    def clusters(self) -> int | None:
        """The number of clusters, None where each respondent is their own."""
        return None if self.units is None else int(self.units.max() + 1)

    @property
    def effective(self) -> float:
        """Kish's effective number of respondents, or the number of clusters where that is smaller."""
        return self.kish if self.clusters is None else min(self.kish, float(self.clusters))


def base(survey: Survey, model: Model, missing: Missing) -> Base:
    """The respondents who count. Raises UnusableWeights, NothingToScore."""
    weights, weighting_findings = _case_weights(survey, model)
    keep = np.ones(survey.respondents, dtype=bool) if weights is None else weights > 0
    asked = _answer_columns(survey, model)
    findings = list(weighting_findings)
    if missing == "listwise":
        whole = ~np.isnan(survey.answers[:, asked]).any(axis=1)
        if (keep & ~whole).any():
            findings.append(_listwise(int((keep & ~whole).sum())))
        keep &= whole
    if not keep.any():
        raise _nobody(survey, missing)
    answers = survey.answers if keep.all() else survey.answers[keep]
    answered = ~np.isnan(answers)
    v = None if weights is None else weights[keep] / weights[keep].mean()
    if missing == "mean" and np.isnan(answers[:, asked]).any():
        findings.append(_replaced(int(np.isnan(answers[:, asked]).sum())))
        answers = _mean_replaced(answers, v)
    units, strata, design_findings = sampling_units(survey, model, keep)
    return Base(answers, answered, v, units, strata, (*findings, *design_findings), np.flatnonzero(keep), missing == "em")


def _answer_columns(survey: Survey, model: Model) -> list[int]:
    uses = [use.column for use in model.uses() if use.use in ("indicator", "expectation")]
    return [survey.columns.index(column) for column in dict.fromkeys(uses)]


def _case_weights(survey: Survey, model: Model) -> tuple[Array | None, list[Finding]]:
    column = model.respondents.case_weight
    if column is None:
        return None, []
    v = np.array(survey.numbers[column])
    if (v < 0).any():
        rows, count = _rows(survey, v < 0), int((v < 0).sum())
        verb = "case weight is" if count == 1 else "case weights are"
        raise _unusable(
            column,
            Text(
                f"{count} {verb} negative (row {', '.join(rows)}).",
                f"有 {count} 个个案权重为负（第 {'、'.join(rows)} 行）。",
            ),
        )
    absent = ~np.isfinite(v)
    v = np.where(absent, 0.0, v)
    if not (v > 0).any():
        raise _unusable(column, _why_weightless(survey, column))
    left_out = int((v == 0).sum())
    return v, [_weightless(column, left_out, int(absent.sum()))] if left_out else []


def _why_weightless(survey: Survey, column: str) -> Text:
    """Words in the column, told by their number alone: they may be anything that respondents said; else nothing above zero."""
    words = sum(f.count for f in survey.findings if f.key == "not_a_number" and f.values.get("column") == column)
    if words == 0:
        return Text("all case weights are zero or missing.", "个案权重全部为零或缺失。")
    return Text(
        f"it holds words, not numbers ({words} of {survey.respondents} cells).",
        f"该列是文字而不是数字（{survey.respondents} 个单元格中的 {words} 个）。",
    )


def _rows(survey: Survey, where: NDArray[np.bool_]) -> list[str]:
    rows = survey.rows or tuple(range(1, survey.respondents + 1))
    found = [str(rows[i]) for i in np.flatnonzero(where)]
    return found if len(found) <= 10 else [*found[:10], "…"]


def _unusable(column: str, reason: Text) -> UnusableWeights:
    return UnusableWeights(
        place=of_column(column),
        reason=reason,
        remedy=Text("Correct the column, or score without case weights.", "请更正该列，或不使用个案权重计算。"),
    )


def _mean_replaced(answers: Array, v: Array | None) -> Array:
    seen = ~np.isnan(answers)
    weights = np.ones(answers.shape[0]) if v is None else v
    with np.errstate(invalid="ignore"):
        means = (weights @ np.where(seen, answers, 0)) / (weights @ seen)
    return np.where(seen, answers, means)


def _nobody(survey: Survey, missing: Missing) -> NothingToScore:
    listwise = missing == "listwise"
    return NothingToScore(
        place=survey.origin.sheet or survey.origin.source,
        reason=Text("no respondent is left with answers to score.", "没有可用于计算的受访者。")
        if not listwise
        else Text("no respondent answered every question.", "没有受访者回答了全部题目。"),
        remedy=Text("Try --missing available.", "可尝试 --missing available。")
        if listwise
        else Text("csi check shows what was read.", "csi check 可显示读取结果。"),
    )


def _listwise(count: int) -> Finding:
    text = Text(
        "{count} {count:respondent|respondents} with a missing answer {count:was|were} left out (listwise)",
        "有 {count} 名受访者因缺答被整行剔除（listwise）",
    )
    return Finding("left_out_listwise", "info", text, count=count)


def _replaced(count: int) -> Finding:
    text = Text(
        "{count} missing {count:answer was|answers were} replaced by {count:its|their} item's mean, which makes intervals too narrow",
        "有 {count} 个缺失答案用该题均值替代，会使区间偏窄",
    )
    return Finding("means_replaced", "info", text, count=count)


def _weightless(column: str, count: int, absent: int) -> Finding:
    text = Text(
        "{count} {count:respondent|respondents} {count:has|have} no case weight above zero ({absent} of them none at all) and {count:was|were} left out",
        "有 {count} 名受访者没有大于零的个案权重（其中 {absent} 名缺失），已剔除",
    )
    return Finding(
        "case_weight_zero", "warning" if absent else "info", text, place=column, count=count, values={"absent": absent}
    )
