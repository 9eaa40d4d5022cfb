"""A survey bound to a model: names outside, arrays inside, one fit and one set of resamples, each computed once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding
from ..model import Model
from ..numerics import linear, replicates
from ..numerics.moments import Sums, point_sums
from ..numerics.replicates import UNSETTLED, Replicates
from ..numerics.sample import Sample
from ..results import Number
from ..survey import Survey
from . import checks, resampling, signs, tree
from .arrangement import Arrangement, arrange
from .estimator import RESAMPLE_TOLERANCE, Estimator
from .items import weighted_items
from .respondents import Base, Missing, base

Array = NDArray[np.float64]
Scheme = Literal["path", "factorial", "centroid"]


@dataclass(frozen=True, eq=False)
class Study:
    """A Survey and a Model that fit each other.

    weights: "pls", "equal", "given", "stated", or None for the model's own. missing: "available", "listwise", "mean".
    resamples: bootstrap replicates, 0 for point estimates only. confidence: of every interval.
    Raises at birth: UnknownColumn, ModelFault, UnusableWeights, NothingToScore, TooFewRespondents, ConstantIndicator.
    """

    survey: Survey
    model: Model
    weights: str | None = field(default=None, kw_only=True)
    scheme: Scheme = field(default="path", kw_only=True)
    missing: Missing = field(default="available", kw_only=True)
    resamples: int = field(default=2000, kw_only=True)
    seed: int = field(default=1, kw_only=True)
    confidence: float = field(default=0.95, kw_only=True)

    def __post_init__(self) -> None:
        checks.check_settings(
            confidence=self.confidence, resamples=self.resamples, seed=self.seed, missing=self.missing, scheme=self.scheme
        )
        checks.check_fit(self.survey, self.model)
        checks.check_weighting(self.model, self.weighting)
        checks.check_holds(self.survey, self.weighting, self.missing)
        _ = self.arrangement  # refuses early what can never be estimated

    @property
    def weighting(self) -> str:
        """The weights in force."""
        return self.model.weighting if self.weights is None else self.weights

    @property
    def respondents(self) -> int:
        """Respondents in the survey."""
        return self.survey.respondents

    @property
    def used(self) -> int:
        """Respondents who count."""
        return self.base.used

    @cached_property
    def base(self) -> Base:
        """The respondents who count, and how much."""
        return base(self.survey, self.model, self.missing)

    @cached_property
    def _items(self) -> tuple[frozenset[str], tuple[Finding, ...]]:
        return weighted_items(self.model, self.survey, self.base, self.weighting)

    @cached_property
    def _size(self) -> tuple[Finding, ...]:
        return checks.check_size(self.model, self.base) if self.weighting == "pls" else ()

    @cached_property
    def arrangement(self) -> Arrangement:
        """Which column of numbers holds which answers."""
        _ = self._size, self._given
        return arrange(self.survey, self.model, self.base, self._items[0])

    @cached_property
    def _given(self) -> tuple[Finding, ...]:
        return tree.check_given(self.model) if self.weighting == "given" else ()

    @property
    def _products(self) -> int:
        return len(self.arrangement.items) if self.weighting == "pls" else 0

    @cached_property
    def sums(self) -> Sums:
        """Sums over all respondents who count."""
        return point_sums(self.arrangement.values, self.base.case_weights, self._products)

    @cached_property
    def _repaired(self) -> bool:
        """Whether pairwise correlations had to be made definite."""
        if self._products == 0:
            return False
        r = self.sums.correlations()
        checks.check_pairs(r, [leaf.name for leaf in self.arrangement.items])
        return self.sums.pair_weight is not None and linear.smallest_eigenvalue(r[:, :, 0]) < 1e-8

    @cached_property
    def estimator(self) -> Estimator:
        """From sums to figures, for the point estimate."""
        return Estimator(self.arrangement, self.model, self.weighting, self.scheme, repaired=self._repaired)

    @cached_property
    def point(self) -> Mapping[str, Array]:
        """Every figure of the study (see `Estimator`), batch axis of one. Raises NotConverged, NegativeWeight."""
        drawn = self.estimator(self.sums)
        if self.weighting == "pls" and UNSETTLED in drawn.spoiled:
            raise signs.unsettled()
        signs.refuse_negative(self.model.target, signs.negative_items(self.arrangement, drawn.figures["shares"][:, 0]))
        return drawn.figures

    def negative_items(self) -> dict[str, list[str]]:
        """Latent -> its indicators with a negative weight in the point estimate."""
        return signs.negative_items(self.arrangement, self.point["shares"][:, 0])

    @cached_property
    def replicates(self) -> Replicates | None:
        """The same figures over all resamples; None when none were asked for or one or two units cannot be resampled."""
        if self.resamples == 0 or self.base.effective < 3:
            return None
        start = self.point["outer_weights"][:, 0] if self.weighting == "pls" else None
        estimator = dataclasses.replace(self.estimator, start=start, tolerance=RESAMPLE_TOLERANCE)
        b = self.base
        sample = Sample(self.arrangement.values, self._products, b.case_weights, b.units, b.strata)
        return replicates.bootstrap(sample, estimator, resamples=self.resamples, seed=self.seed)

    def spread(self, figures: Array | None, n: float) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of one figure from its replicates (B,), which stands on n respondents."""
        reason = self.no_interval(n)
        if reason is not None or figures is None:
            return resampling.blank_spread(reason or "not_applicable")
        return resampling.spread(figures, self.confidence, min(n, self.base.effective))

    def no_interval(self, n: float) -> str | None:
        """Why a figure on n respondents has no interval (a key of `terms.REASONS`), or None."""
        if self.resamples == 0:
            return "no_resamples"
        if self.replicates is None or n < 3:
            return "too_few_respondents"
        mostly = sum(self.replicates.redrawn.values()) <= self.resamples  # what is left of a rarer half tells of other surveys
        return None if self.replicates.complete and mostly else "resamples_unusable"

    def answered(self, columns: int | slice | list[int]) -> int:
        """How many respondents who count gave an answer in a column of the arrangement, or in any of several."""
        seen = self.arrangement.seen[:, columns]
        return int(seen.sum() if seen.ndim == 1 else seen.any(axis=1).sum())

    def split(self, by: str) -> dict[str, Study]:
        """One study a group of `by`, in the order of their names. Raises UnknownColumn.

        Groups whose study cannot be born (nobody answered, PLS on too few) raise when they are born: see `groups`.
        """
        return {value: dataclasses.replace(self, survey=survey) for value, survey in self.groups(by).items()}

    def groups(self, by: str) -> dict[str, Survey]:
        """The respondents of each group of a segment column, in the order of the groups' names."""
        return self.survey.groups(by)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the study remarks, besides the survey's own findings, so far as it has computed."""
        found = [
            *self.base.findings,
            *self._items[1],
            *self._size,
            *self._given,
            *checks.model_remarks(self.model, self.weighting),
        ]
        if self._products and "_repaired" in self.__dict__ and self._repaired:
            found.append(resampling.repaired())
        drawn = self.__dict__.get("replicates")
        if drawn is not None:
            found += resampling.redrawn(drawn, [leaf.name for leaf in self.arrangement.items], self.resamples)
        return (*self.survey.findings, *found)
