"""Each respondent's answers to the pairs on 0-100: by question, by dimension, and with the weights they give themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...study import Study
from ...study.pairs import Pairs

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class People:
    """The n respondents who count. p: pairs, d: latents with pairs."""

    pairs: Pairs

    @property
    def study(self) -> Study:
        """Whose respondents they are."""
        return self.pairs.study

    @cached_property
    def experience(self) -> Array:
        """(n, p) on 0-100, NaN where either side is missing."""
        return self._whole("experience")

    @cached_property
    def expectation(self) -> Array:
        """(n, p) on 0-100, NaN where either side is missing."""
        return self._whole("expectation")

    @cached_property
    def owners(self) -> NDArray[np.intp]:
        """(p,) the place of each pair's latent among `pairs.latents`."""
        return np.array([self.pairs.latents.index(latent) for latent, _ in self.pairs.leaves], dtype=np.intp)

    @cached_property
    def sizes(self) -> NDArray[np.intp]:
        """(d,) how many pairs each latent has."""
        return np.bincount(self.owners, minlength=len(self.pairs.latents))

    def dimensions(self, values: Array) -> Array:
        """(n, d) each respondent's mean over the answered pairs of each latent."""
        return np.column_stack([row_means(values[:, self.owners == d]) for d in range(len(self.sizes))])

    @cached_property
    def importance(self) -> Array | None:
        """(n, p) how important each respondent rates each pair, from nothing up; None where the model does not ask it of all."""
        a = self.study.arrangement
        columns = [a.column("importance", leaf.name) for _, leaf in self.pairs.leaves]
        if not columns or None in columns:
            return None
        at = [column for column in columns if column is not None]
        return np.asarray(a.values[:, at])

    @cached_property
    def width(self) -> float | None:
        """Highest less lowest answer where all pairs have the same scale, else None; points x width / 100 are answer units."""
        a = self.study.arrangement
        ends = {
            (a.scales[a.at[use, leaf.name]].lowest, a.scales[a.at[use, leaf.name]].highest)
            for _, leaf in self.pairs.leaves
            for use in ("experience", "expectation")
        }
        low, high = next(iter(ends), (0.0, 0.0))
        return high - low if len(ends) == 1 else None

    def _whole(self, use: str) -> Array:
        mine, other = self._on_100(use), self._on_100("expectation" if use == "experience" else "experience")
        return np.where(np.isnan(other), np.nan, mine)

    def _on_100(self, use: str) -> Array:
        a = self.study.arrangement
        at = [a.at[use, leaf.name] for _, leaf in self.pairs.leaves]  # type: ignore[index]
        low, high = a.lowest[at], a.highest[at]
        on_100: Array = 100 * (a.values[:, at] - low) / (high - low)
        return on_100


def row_means(values: Array) -> Array:
    """(n,) the mean of each row over what is there; NaN where nothing is."""
    seen = np.isfinite(values)
    count = seen.sum(axis=1)
    total = np.where(seen, values, 0.0).sum(axis=1)
    means: Array = np.divide(total, count, out=np.full(len(values), np.nan), where=count > 0)
    return means


def weighted_rows(values: Array, weights: Array) -> Array:
    """(n,) each row's weighted mean over what is there on both sides; NaN where nothing is or it weighs nothing."""
    seen = np.isfinite(values) & np.isfinite(weights)
    v = np.where(seen, weights, 0.0)
    total, weighted = v.sum(axis=1), np.where(seen, values * v, 0.0).sum(axis=1)
    means: Array = np.divide(weighted, total, out=np.full(len(values), np.nan), where=total > 0)
    return means


def on_100(study: Study, column: str) -> Array:
    """(n,) the answers of those who count in one scaled column of the survey, on 0-100."""
    at = study.survey.columns.index(column)
    scale = study.survey.scales[at]
    answers: Array = 100 * (study.base.values[:, at] - scale.lowest) / scale.width
    return answers
