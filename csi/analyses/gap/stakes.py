"""What each respondent weighs the dimensions by: 100 points, ratings of importance, or the weights that the model gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .people import People, row_means, weighted_rows

Array = NDArray[np.float64]
Source = Literal["points", "importance", "given"]
Form = Literal["mean", "sum22"]

WHOLE = 100.0  # points that a respondent shares out
OFF = 1.0  # by how much they may miss it without a word


@dataclass(frozen=True, eq=False)
class Stakes:
    """The weights of the d dimensions and, spread over their questions, of the p pairs; None where there are none."""

    people: People

    @cached_property
    def points(self) -> Array | None:
        """(n, d) points as they were given; None unless every dimension has its column."""
        model, numbers = self.people.study.model, self.people.study.survey.numbers
        columns = [model.latent(name).points for name in self.people.pairs.latents]
        if not columns or any(column is None or column not in numbers for column in columns):
            return None
        given = np.column_stack([numbers[str(column)] for column in columns])[self.people.study.base.kept]
        return np.where(given >= 0, given, np.nan)

    @cached_property
    def off(self) -> int:
        """How many respondents gave points to all dimensions that do not add up to 100."""
        if self.points is None:
            return 0
        total = self.points.sum(axis=1)
        return int((np.abs(total[np.isfinite(total)] - WHOLE) > OFF).sum())

    @cached_property
    def given(self) -> Array | None:
        """(d,) the model's own weights of the dimensions, adding up to 1; None unless all have one."""
        weights = [self.people.study.model.latent(name).weight for name in self.people.pairs.latents]
        known = np.array([np.nan if weight is None else weight for weight in weights])
        return known / known.sum() if known.size and np.isfinite(known).all() and known.sum() > 0 else None

    @property
    def of_gaps(self) -> Source | None:
        """What weighs SERVQUAL: the points if there are any."""
        if self.points is not None:
            return "points"
        return "given" if self.given is not None else "importance" if self.people.importance is not None else None

    @property
    def of_performance(self) -> Source | None:
        """What weighs SERVPERF: ratings of importance if there are any."""
        return "importance" if self.people.importance is not None else self.of_gaps

    @cached_property
    def shares(self) -> Array | None:
        """(n, d) each respondent's shares of the dimensions, adding up to 1; NaN throughout where they are not known."""
        if self.points is None:
            n = self.people.study.used
            return None if self.given is None else np.broadcast_to(self.given, (n, len(self.given)))
        total = self.points.sum(axis=1, keepdims=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(total > 0, self.points / np.where(total > 0, total, 1.0), np.nan)

    def contributions(self, gaps: Array, form: Form) -> Array | None:
        """(n, d) what each dimension brings to a respondent's weighted gap, which is their sum; NaN unless all are known.

        gaps: (n, d) of the dimensions. "mean": share x gap. "sum22": share x the gaps of its questions added up, over the number
        of all questions.
        """
        if self.shares is None:
            return None
        sizes = self.people.sizes
        brought = self.shares * gaps * (sizes / sizes.sum() if form == "sum22" else 1.0)
        return np.where(np.isfinite(brought).all(axis=1, keepdims=True), brought, np.nan)

    def weighted(self, values: Array, source: Source) -> Array:
        """(n,) each respondent's weighted mean of the pairs' values (n, p) by that source."""
        if source == "importance":
            assert self.people.importance is not None
            return weighted_rows(values, self.people.importance)
        assert self.shares is not None
        return np.asarray((self.shares * self.people.dimensions(values)).sum(axis=1))


def unweighted(people: People, values: Array, form: Form) -> Array:
    """(n,) each respondent's mean of the dimensions (all of which are needed), or of the questions under "sum22"."""
    if form == "sum22":
        return row_means(values)
    return np.asarray(people.dimensions(values).mean(axis=1))
