"""Figures with their uncertainty: the point estimate beside what the resamples make of the same formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..results import Blank, Number
from .study import Study

Array = NDArray[np.float64]
Formula = Callable[[Mapping[str, Array]], Array]


@dataclass(frozen=True)
class Estimate:
    """One figure, its standard error and its interval."""

    value: Number
    standard_error: Number
    lower: Number
    upper: Number

    @property
    def bounded(self) -> tuple[Number, Number, Number]:
        """Value, lower, upper."""
        return self.value, self.lower, self.upper

    @property
    def full(self) -> tuple[Number, Number, Number, Number]:
        """Value, standard error, lower, upper."""
        return self.value, self.standard_error, self.lower, self.upper

    @property
    def clear(self) -> bool:
        """Whether the interval leaves zero out."""
        if isinstance(self.lower, Blank) or isinstance(self.upper, Blank):
            return False
        return self.lower > 0 or self.upper < 0


@dataclass(frozen=True, eq=False)
class Estimated:
    """A whole array of figures. point: (…,). `estimated[i, j]` is one figure with its interval.

    draws: (…, B) of what was made of several figures; None without resamples, and where `key` names the one figure.
    """

    study: Study
    point: Array
    draws: Array | None
    reason: str
    key: str | None = None

    def __getitem__(self, at: int | tuple[int, ...]) -> Estimate:
        value = float(self.point[at])
        if not np.isfinite(value):
            return absent(self.reason)
        if self.key is not None:
            return Estimate(value, *self.study.spread_of(self.key, at, self.study.used))
        return Estimate(value, *self.study.spread(None if self.draws is None else self.draws[at], self.study.used))


def estimated(study: Study, formula: str | Formula, reason: str = "not_applicable") -> Estimated:
    """What a formula makes of the study's figures; a word is the figure of that name. reason: of what has no value."""

    if isinstance(formula, str):
        return Estimated(study, study.point[formula][..., 0], None, reason, formula)
    drawn = study.replicates
    return Estimated(study, formula(study.point)[..., 0], None if drawn is None else formula(drawn.figures), reason)


def absent(reason: str) -> Estimate:
    """A figure that has no meaning here."""
    blank = Blank(reason)
    return Estimate(blank, blank, blank, blank)
