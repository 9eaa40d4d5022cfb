"""What every feature is to the respondents, for the point estimate and for every resample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...model import Feature
from ...numerics import kano
from ...numerics.moments import Sums
from ...results import Blank, Number
from ...study import Study
from ...study.aside import Aside, aside

Array = NDArray[np.float64]
_SIX = len(kano.CATEGORIES)


@dataclass(frozen=True, eq=False)
class Kano:
    """The f features of a study. table: the evaluation table in force, a key of `numerics.kano.TABLES`."""

    study: Study
    table: str

    @property
    def features(self) -> tuple[Feature, ...]:
        """In the model's order."""
        return self.study.model.features

    @cached_property
    def codes(self) -> Array:
        """(n, f) number of each respondent's category, NaN where one of the two answers is missing."""
        functional, dysfunctional = self._asked("functional"), self._asked("dysfunctional")
        return kano.categories(functional, dysfunctional, self.table)

    @cached_property
    def answered(self) -> NDArray[np.int64]:
        """(f,) respondents with both answers."""
        both: NDArray[np.int64] = (~np.isnan(self.codes)).sum(axis=0)
        return both

    @cached_property
    def made(self) -> Aside:
        """shares (6, f, B), weight (f, B), functional and dysfunctional (f, B) mean scores, importance and satisfaction (f, B)."""
        columns = [kano.memberships(self.codes).reshape(len(self.codes), -1), *self._scores]
        columns += [self._asked("importance"), self._asked("satisfaction")]
        return aside(self.study, np.column_stack(columns), self._figures, key=f"kano {self.table}")

    @cached_property
    def shares(self) -> Array:
        """(6, f) of the point estimate."""
        shares: Array = self.made.point["shares"][..., 0]
        return shares

    @cached_property
    def drawn_shares(self) -> Array | None:
        """(6, f, B) of the resamples alone."""
        if self.made.drawn is None:
            return None
        drawn: Array = self.made.drawn.figures["shares"][..., : self.made.drawn.resamples]
        return drawn

    @cached_property
    def counts(self) -> Array:
        """(6, f) respondents in each category, or the sums of their weights."""
        counts: Array = self.shares * self.made.point["weight"][:, 0]
        return np.round(counts, 9)

    def asks(self, use: str) -> bool:
        """Whether any feature has a column of that use."""
        return any(getattr(one, use) is not None for one in self.features)

    def category(self, at: int) -> str | Blank:
        """The most frequent category of a feature, a letter."""
        return kano.CATEGORIES[int(kano.by_mode(self.shares[:, at]))] if self.answered[at] else Blank("no_pairs")

    def probability(self, at: int) -> Number:
        """Share of the resamples in which the feature is in the same category."""
        reason = self.made.no_interval(float(self.answered[at]))
        if not self.answered[at] or reason is not None or self.drawn_shares is None:
            return Blank("no_pairs" if not self.answered[at] else reason or "not_applicable")
        drawn = self.drawn_shares[:, at]
        there = ~np.isnan(drawn).any(axis=0)
        same = kano.by_mode(drawn[:, there]) == kano.by_mode(self.shares[:, at])
        return float(same.mean()) if there.mean() >= 0.5 else Blank("resamples_unusable")

    @property
    def _scores(self) -> tuple[Array, Array]:
        """(n, f) DuMouchel's scores with it and without it, of those who stand in A, O, M or I."""
        clear = self.codes < 4  # neither reverse nor questionable; NaN is neither

        def scored(use: str, scores: tuple[float, ...]) -> Array:
            answers = np.where(clear, self._asked(use), 1).astype(np.int64)
            return np.where(clear, np.array(scores)[answers - 1], np.nan)

        return scored("functional", kano.WITH_IT), scored("dysfunctional", kano.WITHOUT_IT)

    def _asked(self, use: str) -> Array:
        """(n, f) answers that were given, not replaced; a column of holes for features without such a question."""
        known, names = self.study.base, self.study.survey.columns
        asked = np.full((known.used, len(self.features)), np.nan)
        for at, one in enumerate(self.features):
            column = getattr(one, use)
            if column is not None:
                place = names.index(column)
                asked[:, at] = np.where(known.answered[:, place], known.values[:, place], np.nan)
        return asked

    def _figures(self, sums: Sums) -> Mapping[str, Array]:
        f = len(self.features)
        means = sums.means
        shares = means[: _SIX * f].reshape(_SIX, f, -1)
        rest = means[_SIX * f :].reshape(4, f, -1)
        weight = sums.weight[:f]
        return {
            "shares": shares,
            "weight": weight,
            "functional": rest[0],
            "dysfunctional": rest[1],
            "importance": rest[2],
            "satisfaction": rest[3],
        }
