"""Two groups of different people compared by their means."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Mean(NamedTuple):
    """A mean with its standard error, the degrees of freedom of that error, and how many it stands on."""

    value: float
    error: float
    degrees: float
    n: int


class Difference(NamedTuple):
    """second less first, with a two-sided p and an interval."""

    value: float
    error: float
    lower: float
    upper: float
    t: float
    degrees: float
    p: float


def mean_of(values: np.typing.NDArray[np.float64]) -> Mean:
    """The mean of the numbers that are there, each of a respondent of their own. Two at least are needed for an error."""
    known = values[np.isfinite(values)]
    n = int(known.size)
    error = float(known.std(ddof=1) / np.sqrt(n)) if n > 1 else float("nan")
    return Mean(float(known.mean()) if n else float("nan"), error, float(n - 1), n)


def welch(first: Mean, second: Mean, confidence: float) -> Difference | None:
    """second less first where their spreads may differ; None where either has no error, or neither any spread.

    Source: Welch (1947), Biometrika 34, 28-35; degrees of freedom by Satterthwaite (1946), Biometrics Bulletin 2(6), 110-114.
    """
    parts = first.error**2, second.error**2
    if min(first.n, second.n) < 2 or not np.isfinite(sum(parts)) or sum(parts) < 1e-18:
        return None
    degrees = sum(parts) ** 2 / (parts[0] ** 2 / max(first.degrees, 1.0) + parts[1] ** 2 / max(second.degrees, 1.0))
    return beyond(second.value - first.value, float(np.sqrt(sum(parts))), float(degrees), confidence)


def beyond(value: float, error: float, degrees: float, confidence: float) -> Difference:
    """A figure with its standard error against zero, by Student's law. error: above zero."""
    from scipy.special import stdtr, stdtrit

    reach = float(stdtrit(degrees, (1 + confidence) / 2)) * error
    t = value / error
    return Difference(value, error, value - reach, value + reach, t, degrees, float(2 * stdtr(degrees, -abs(t))))
