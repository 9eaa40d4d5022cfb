"""The way to the summit of the normal likelihood of incomplete answers: rounds of EM, then Newton's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .em_patterns import Normal, Patterns, Slope, halves
from .moments import Array

TOLERANCE = 1e-10  # standard deviations that one more round of EM would move anything
MAX_ITERATIONS = 200
WARM = 8  # rounds of EM before the first of Newton's steps
DAMPINGS = 4  # tried in one round, each four times the one before
SINGULAR = 1e-6  # smallest eigenvalue of the correlations under which items determine each other
FLAT = 1e-7  # root of the share of a parameter's own precision under which the others leave nothing of it but rounding

Trouble = Literal["few", "apart", "singular", "flat", "unsettled"]


@dataclass(frozen=True, eq=False)
class Summit:
    """Where the climb ended, and the observed information there; or the trouble and the items to blame (see `em.Fit`)."""

    law: Normal
    information: Array | None = None
    iterations: int = 0
    last_change: float = 0.0
    trouble: Trouble | None = None
    items: tuple[int, ...] = ()


def climb(patterns: Patterns, law: Normal, *, tolerance: float, max_iterations: int) -> Summit:
    """The summit above a law to begin with, in standard units.

    EM never steps down but crawls where much is missing; Newton's steps, damped where the likelihood is not yet curved as at
    a summit, lead to the same place in a few rounds.
    Source: Dempster, Laird & Rubin (1977), JRSS B 39, 1-38; damping: Marquardt (1963), J. SIAM 11(2), 431-441.
    """
    slope, damping = patterns.slope(law), 0.0
    for iteration in range(max_iterations + 1):
        ahead = em_step(patterns, law, slope)
        change = _distance(law, ahead)
        if change < tolerance:
            return _summit(patterns, law, slope, iteration, change)
        there, damping = _newton(patterns, law, slope, damping) if iteration >= WARM else (None, 0.0)
        if there is not None:
            law, slope = there
            continue
        law = ahead
        values, vectors = np.linalg.eigh(_correlations(law.covariance))
        if values[0] < SINGULAR:
            return Summit(law, None, iteration, change, "singular", _heaviest(vectors[:, 0]))
        slope = patterns.slope(law)
    return Summit(law, None, max_iterations, change, "unsettled")


def em_step(patterns: Patterns, law: Normal, slope: Slope) -> Normal:
    """One round: expected sums of the answers that are missing, then the means and covariances of all.

    Written with the slope: the mean moves by S g / n, the covariance by S G S / n less the square of the mean's move.
    """
    s = law.covariance
    move = s @ slope.toward_mean / patterns.weight
    covariance = s + s @ slope.toward_covariance @ s / patterns.weight - np.multiply.outer(move, move)
    return Normal(law.mean + move, (covariance + covariance.T) / 2)


def _newton(patterns: Patterns, law: Normal, slope: Slope, damping: float) -> tuple[tuple[Normal, Slope] | None, float]:
    """A damped step of Newton that leads up, and the damping of the next; None where no damping tried does.

    Damping adds a share of the information that answers without holes would carry.
    """
    change = _distance(law, em_step(patterns, law, slope))
    observed = patterns.information(law, slope.pulls)
    for _ in range(DAMPINGS):
        there = _step(law, slope, observed + damping * patterns.without_holes(law) if damping else observed)
        found = None if there is None else patterns.slope(there)
        if there is not None and found is not None:
            nearer = _distance(there, em_step(patterns, there, found)) < change / 2
            if nearer or found.likelihood > slope.likelihood + 1e-9 * abs(slope.likelihood):
                return (there, found), damping / 8 if damping > 0.01 else 0.0
        damping = max(4 * damping, 0.02)
    return None, damping


def _step(law: Normal, slope: Slope, information: Array) -> Normal | None:
    """Where Newton's step ends; None where the information is not definite or the covariance there is not."""
    if not is_definite(information):
        return None
    m = law.mean.size
    upper = np.triu_indices(m)
    step = np.linalg.solve(information, np.concatenate([slope.toward_mean, slope.toward_covariance[upper] * halves(m)]))
    covariance = law.covariance.copy()
    covariance[upper] += step[m:]
    covariance.T[upper] = covariance[upper]
    if np.diag(covariance).min() <= 0 or np.linalg.eigvalsh(_correlations(covariance))[0] < SINGULAR:
        return None
    return Normal(law.mean + step[:m], covariance)


def _summit(patterns: Patterns, law: Normal, slope: Slope, iterations: int, change: float) -> Summit:
    information = patterns.information(law, slope.pulls)
    flat = first_flat(information)
    if flat is None:
        return Summit(law, information, iterations, change)
    m = law.mean.size
    a, b = np.triu_indices(m)
    items = {flat} if flat < m else {int(a[flat - m]), int(b[flat - m])}
    return Summit(law, None, iterations, change, "flat", tuple(sorted(items)))


def first_flat(information: Array) -> int | None:
    """Number of the first parameter that the likelihood leaves open given those before it, or None where there is none."""
    if is_definite(information):
        return None
    sound, open_ = 0, len(information)  # so many leading parameters are determined; so many are not
    while open_ - sound > 1:
        half = (sound + open_) // 2
        sound, open_ = (half, open_) if is_definite(information[:half, :half]) else (sound, half)
    return open_ - 1


def is_definite(information: Array) -> bool:
    """Whether every parameter keeps something of its own precision when those before it are unknown too."""
    diagonal = np.diag(information)
    if diagonal.min() <= 0:
        return False
    size = 1 / np.sqrt(diagonal)
    try:
        factor = np.linalg.cholesky(information * size[:, None] * size)
    except np.linalg.LinAlgError:
        return False
    return bool(np.diag(factor).min() > FLAT)


def _distance(one: Normal, other: Normal) -> float:
    return float(max(np.abs(other.mean - one.mean).max(), np.abs(other.covariance - one.covariance).max()))


def _correlations(covariance: Array) -> Array:
    scale = 1 / np.sqrt(np.maximum(np.diag(covariance), 1e-300))
    return covariance * scale[:, None] * scale


def _heaviest(vector: Array) -> tuple[int, ...]:
    """The items that make up a combination without spread."""
    return tuple(np.flatnonzero(np.abs(vector) > 0.3 * np.abs(vector).max()).tolist())
