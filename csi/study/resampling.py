"""From replicates to a standard error and an interval, and what has to be said of the resampling."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Severity
from ..numerics import intervals, jackknife, order_statistics
from ..numerics.replicates import UNSETTLED, Estimator, Replicates
from ..numerics.sample import Sample
from ..results import Blank, Number
from ..terms import Text

Array = NDArray[np.float64]
Spread = tuple[Number, Number, Number]  # standard error, lower, upper


def spread(draws: Array, form: str, confidence: float, n: float, *, resamples: int) -> Spread:
    """Standard error and interval of one figure that stands on n respondents.

    draws: (resamples,), not finite where a resample holds nothing of it; for "normal" the estimate behind them, for "bca" behind that
    the figure without each unit. A form that has no answer leaves the standard error and two blanks.
    """
    figures, units = draws[:resamples], int(max(2, n))
    if form == "percentile" and np.isfinite((found := order_statistics.spread(figures, intervals.levels(confidence, units)))[0]):
        return found
    known = figures[np.isfinite(figures)]
    if known.size < max(2, 0.5 * figures.size):
        return blank_spread("resamples_unusable")
    if form == "percentile":
        return order_statistics.spread(known, intervals.levels(confidence, units))
    error = float(intervals.standard_error(known))
    estimate = float(draws[resamples])
    if not np.isfinite(estimate):
        return blank_spread("not_applicable")
    if form == "normal":
        return (error, *intervals.normal(estimate, error, confidence, units))
    return (error, *_bca(known, estimate, draws[resamples + 1 :], confidence, units))


def _bca(known: Array, estimate: float, left_out: Array, confidence: float, units: int) -> tuple[Number, Number]:
    seen = left_out[np.isfinite(left_out)]
    if seen.size < max(2, 0.5 * left_out.size):
        return Blank("jackknife_unusable"), Blank("jackknife_unusable")
    ends = intervals.bca(known, estimate, intervals.acceleration(seen), confidence, units)
    return (Blank("resamples_one_sided"),) * 2 if np.isnan(ends[0]) else ends


def expanded(form: str) -> Text:
    """The remark under figures whose interval is of the wider form for small samples."""
    return _EXPANDED[form]


_EXPANDED: dict[str, Text] = {
    "percentile": Text(
        "figures on fewer than 100 independent respondents have expanded percentile intervals, wider than plain ones",
        "独立受访者不足 100 名的数值采用加宽的百分位区间",
    ),
    "bca": Text(
        "figures on fewer than 100 independent respondents have expanded BCa intervals, wider than plain ones",
        "独立受访者不足 100 名的数值采用加宽的 BCa 区间",
    ),
    "normal": Text(
        "figures on fewer than 100 independent respondents have intervals by Student's t in place of the normal law",
        "独立受访者不足 100 名的数值以 t 分布代替正态分布计算区间",
    ),
}


def completed(
    drawn: Replicates, form: str, point: Mapping[str, Array], sample: Sample, estimator: Estimator, *, seed: int
) -> Replicates:
    """The resamples, and behind them what the form of the intervals needs besides: the estimate, the estimate without each unit."""
    if form == "percentile":
        return drawn
    behind = [point] if form == "normal" else [point, jackknife.figures(sample, estimator, seed=seed)]
    return jackknife.carrying(drawn, *behind)


def blank_spread(reason: str) -> Spread:
    """Three blanks with one reason."""
    blank = Blank(reason)
    return blank, blank, blank


def redrawn(drawn: Replicates, items: list[str], resamples: int) -> list[Finding]:
    """A finding for each item that spoilt resamples, graver when it spoilt more than one in twenty."""
    flat = Text(
        '{count} {count:resample was|resamples were} redrawn, because "{indicator}" had no spread or no answer in {count:it|them}',
        "有 {count} 个重抽样因“{indicator}”无差异或无答案而重新抽取",
    )
    restless = Text(
        "{count} {count:resample was|resamples were} redrawn, because the weights did not settle in {count:it|them}",
        "有 {count} 个重抽样因权重未收敛而重新抽取",
    )
    found = []
    for item, count in sorted(drawn.redrawn.items()):
        name = "" if item == UNSETTLED else items[item]
        severity: Severity = "warning" if count > 0.05 * resamples else "info"
        text = restless if item == UNSETTLED else flat
        found.append(Finding("resamples_redrawn", severity, text, place=name, count=count, values={"indicator": name}))
    return found


def repaired() -> Finding:
    """The finding that pairwise correlations had to be made definite."""
    text = Text(
        "the correlations over the answers that exist contradicted each other slightly and were made consistent",
        "按可用答案计算的相关矩阵略有矛盾（非正定），已作修正",
    )
    return Finding("correlations_repaired", "warning", text)
