"""From replicates to a standard error and an interval, and what has to be said of the resampling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Severity
from ..numerics import intervals
from ..numerics.replicates import UNSETTLED, Replicates
from ..results import Blank, Number
from ..terms import Text

Array = NDArray[np.float64]
Spread = tuple[Number, Number, Number]  # standard error, lower, upper


def spread(figures: Array, confidence: float, n: float) -> Spread:
    """Standard error and interval of one figure. figures: (B,), NaN where a resample holds nothing of it; n: what it stands on."""
    known = figures[~np.isnan(figures)]
    if known.size < max(2, 0.5 * figures.size):
        return blank_spread("resamples_unusable")
    lower, upper = intervals.percentile(known, confidence, int(max(2, n)))
    return float(intervals.standard_error(known)), float(lower), float(upper)


def blank_spread(reason: str) -> Spread:
    """Three blanks with one reason."""
    blank = Blank(reason)
    return blank, blank, blank


def redrawn(drawn: Replicates, items: list[str], resamples: int) -> list[Finding]:
    """A finding for each item that spoilt resamples, graver when it spoilt more than one in twenty."""
    flat = Text(
        '{count} resamples were redrawn, because "{indicator}" had no spread or no answer in them',
        "有 {count} 个重抽样因“{indicator}”无差异或无答案而重新抽取",
    )
    restless = Text(
        "{count} resamples were redrawn, because the weights did not settle in them", "有 {count} 个重抽样因权重未收敛而重新抽取"
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
