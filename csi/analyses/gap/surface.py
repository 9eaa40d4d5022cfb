"""Satisfaction over experience and expectation: the surface that a gap score forces to be a slope along the difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums, point_sums
from ...numerics.regression import FTest, f_test, regression, wald_test
from ...study import Study
from ...study.aside import Aside, aside
from .outcome import Outcome

Array = NDArray[np.float64]

MIDDLE, STEP = 50.0, 10.0  # points: where both sides are zero, and what counts as one of them in the coefficients


@dataclass(frozen=True, eq=False)
class Surface:
    """S = b0 + b1 P + b2 E + b3 P² + b4 PE + b5 E², P and E in steps of ten points from the middle of the scale.

    values: (n, 7) S, P, E, P², PE, E², P - E of those who have all three; the others are NaN throughout. point: `_fitted` of them.
    """

    study: Study
    name: str
    values: Array
    point: Mapping[str, Array]

    @cached_property
    def n(self) -> int:
        """Respondents who have all three."""
        return int(np.isfinite(self.values[:, 0]).sum())

    @cached_property
    def made(self) -> Aside:
        """The same figures with their resamples, drawn when somebody asks for them."""
        return aside(self.study, self.values, _fitted, products=7)

    @property
    def r_squared(self) -> tuple[float, float, float]:
        """Of the difference alone, of both sides, of the surface."""
        gap, sides, whole = (float(value) for value in self.point["r_squared"][:, 0])
        return gap, sides, whole

    @property
    def test(self) -> str:
        """F where respondents are drawn one by one and count alike, else Wald's by the resamples of the design."""
        b = self.study.base
        return "F" if b.case_weights is None and b.units is None and b.strata is None else "wald"

    @cached_property
    def whole(self) -> FTest | None:
        """Of b1 = -b2 and b3 = b4 = b5 = 0."""
        gap, _, whole = self.r_squared
        return f_test(whole, gap, 4, 5, self.n) if self.test == "F" else self._wald("constraints", slice(0, 4))

    @cached_property
    def sides(self) -> FTest | None:
        """Of b1 = -b2 without higher terms."""
        gap, sides, _ = self.r_squared
        return f_test(sides, gap, 1, 2, self.n) if self.test == "F" else self._wald("linear", slice(0, 1))

    @cached_property
    def curvature(self) -> FTest | None:
        """Of b3 = b4 = b5 = 0."""
        _, sides, whole = self.r_squared
        return f_test(whole, sides, 3, 5, self.n) if self.test == "F" else self._wald("constraints", slice(1, 4))

    @property
    def reason(self) -> str:
        """Why a test is absent, where it is."""
        if not np.isfinite(self.r_squared).all():
            return "too_few_respondents" if self.n < 7 else "singular"
        if self.test == "wald" and self.study.resamples < 2:
            return "no_resamples" if self.study.resamples == 0 else "too_few_resamples"
        return "too_few_respondents" if self.n < 7 else "undefined"

    def _wald(self, key: str, at: slice) -> FTest | None:
        if not np.isfinite(self.r_squared).all() or self.made.draws is None:
            return None
        b = self.study.base
        strata = 1 if b.strata is None else np.unique(b.strata).size
        degrees = float((b.used if b.units is None else b.units.max() + 1) - strata)
        return wald_test(self.point[key][at, 0], self.study.resampled(self.made.draws[key])[at], degrees)


def surface_of(study: Study, outcome: Outcome, experience: Array, expectation: Array, name: str) -> Surface | None:
    """The surface of those who have all three; None where nobody has.

    Source: Edwards (1994), Organizational Behavior and Human Decision Processes 58(1), 51-100.
    """
    p, e = (experience - MIDDLE) / STEP, (expectation - MIDDLE) / STEP
    values = np.column_stack([outcome.values, p, e, p * p, p * e, e * e, p - e])
    there = np.isfinite(values).all(axis=1, keepdims=True)
    if not there.any():
        return None
    values = np.where(there, values, np.nan)
    with np.errstate(all="ignore"):
        point = _fitted(point_sums(values, study.base.case_weights, 7))
    return Surface(study, name, values, point)


def _fitted(sums: Sums) -> Mapping[str, Array]:
    gap, sides, whole = (regression(sums, 0, at) for at in ((6,), (1, 2), (1, 2, 3, 4, 5)))
    b = whole.coefficients
    return {
        "r_squared": np.stack([gap.r_squared, sides.r_squared, whole.r_squared]),
        "coefficients": b,
        "centre": MIDDLE + STEP * sums.means[1:3],
        "spread": STEP * sums.deviations[1:3],
        "linear": np.stack([sides.coefficients[1] + sides.coefficients[2]]),
        "constraints": np.stack([b[1] + b[2], b[3], b[4], b[5]]),
        "lines": np.stack([b[1] + b[2], b[3] + b[4] + b[5], b[1] - b[2], b[3] - b[4] + b[5]]),
    }
