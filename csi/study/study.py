"""A survey bound to a model: names outside, arrays inside, one fit and one set of resamples, each computed once."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding
from ..model import Role
from ..numerics import intervals, replicates
from ..numerics.replicates import UNSETTLED, Replicates
from ..results import Number
from ..survey import Survey
from . import checks, resampling, signs
from .basis import Basis
from .estimator import RESAMPLE_TOLERANCE, Estimator
from .fitting import Start
from .unsettled import why_unsettled

Array = NDArray[np.float64]
Made = TypeVar("Made")
_OF_THE_FIT = ("estimator", "point", "replicates", "measured", "spreads")


@dataclass(frozen=True, eq=False)
class Study(Basis):
    """A Survey and a Model that fit each other.

    weights: "pls", "component", "equal", "given", "stated", or None for the model's own. missing: "available", "listwise", "mean", "em".
    resamples: bootstrap replicates, 0 for point estimates only. confidence: of every interval. interval: "percentile", "bca", "normal".
    Raises at birth: UnknownColumn, ModelFault, UnusableWeights, NothingToScore, TooFewRespondents, ConstantIndicator.
    """

    resamples: int = field(default=2000, kw_only=True)
    seed: int = field(default=1, kw_only=True)
    confidence: float = field(default=0.95, kw_only=True)
    interval: intervals.Form = field(default="percentile", kw_only=True)
    criteria: bool = field(default=False, kw_only=True)  # also those of reliability and validity; see `measured`

    def __post_init__(self) -> None:
        checks.check_settings(
            confidence=self.confidence, resamples=self.resamples, seed=self.seed, missing=self.missing, scheme=self.scheme
        )
        checks.check_interval(self.interval)
        checks.check_fit(self.survey, self.model)
        checks.check_weighting(self.model, self.weighting)
        checks.check_holds(self.survey, self.weighting, self.missing)
        _ = self.arrangement  # refuses early what can never be estimated

    @cached_property
    def measured(self) -> Study:
        """The same study as the structural rooms want it: with every criterion, and with negative weights left standing.

        Weighted by pls where the model has paths, else by each latent's first principal component.
        """
        if not self.fitted:
            return self.weighed("pls" if self.model.has(Role.PATHS) else "component").measured
        closer = copy.copy(self)  # on the same sums
        for made in [key for key in closer.__dict__ if key in _OF_THE_FIT or key.startswith(("weighed ", "once "))]:
            del closer.__dict__[made]
        object.__setattr__(closer, "criteria", True)
        return closer

    @cached_property
    def estimator(self) -> Estimator:
        """From sums to figures, for the point estimate."""
        n = self.base.kish if self.criteria else None
        pairwise = self._products > 0 and self.sums.pair_weight is not None
        repaired = self.contradicted or pairwise or self._incomplete is not None  # of resamples: their own need not be definite
        return Estimator(self.arrangement, self.model, self.weighting, self.constructs, repaired=repaired, n=n)

    @cached_property
    def point(self) -> Mapping[str, Array]:
        """Every figure of the study (see `Estimator`), batch axis of one. Raises NotConverged, NegativeWeight."""
        drawn = self.estimator(self.sums)
        if self.fitted and UNSETTLED in drawn.spoiled:
            m = len(self.arrangement.items)
            raise why_unsettled(self.sums.correlations()[:m, :m], self.constructs)
        if not self.criteria:
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
        start = Start.of(self.point) if self.fitted else None
        estimator = dataclasses.replace(self.estimator, start=start, tolerance=RESAMPLE_TOLERANCE)
        drawn = replicates.bootstrap(self.sample, estimator, resamples=self.resamples, seed=self.seed)
        return resampling.completed(drawn, self.interval, self.point, self.sample, estimator, seed=self.seed)

    def weighed(self, weights: str) -> Study:
        """The same study under other weights, whose findings are told among these."""
        if weights == self.weighting:
            return self
        key = f"weighed {weights}"
        found: Study = self.__dict__.setdefault(key, dataclasses.replace(self, weights=weights))
        return found

    def once(self, make: Callable[[Study], Made]) -> Made:
        """What `make` makes of this study, made once for all rooms that ask."""
        key = f"once {make.__module__}.{make.__qualname__}"
        found: Made = self.__dict__[key] if key in self.__dict__ else self.__dict__.setdefault(key, make(self))
        return found

    def resampled(self, draws: NDArray[Any]) -> NDArray[Any]:
        """(…, B) the resamples alone, without what other forms than the percentile carry behind them for the interval."""
        return draws if self.replicates is None else draws[..., : self.replicates.resamples]

    def spread(self, figures: Array | None, n: float) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of one figure from its replicates (B,), which stands on n respondents.

        figures: computed from `replicates.figures` column by column, with all that they carry behind the resamples.
        """
        reason, drawn = self.no_interval(n), self.replicates
        if reason is not None or figures is None or drawn is None:
            return resampling.blank_spread(reason or "not_applicable")
        stands_on = min(n, self.base.effective)
        return resampling.spread(figures, self.interval, self.confidence, stands_on, resamples=drawn.resamples)

    def spread_of(self, key: str, at: int | tuple[int, ...], n: float) -> tuple[Number, Number, Number]:
        """`spread` of one entry of a figure by its name, made once for all tables that show it."""
        if self.replicates is None:
            return self.spread(None, n)
        drawn = self.replicates.figures
        known = self.__dict__.setdefault("spreads", {})
        place = (drawn.first(key), at, min(n, self.base.effective))
        if place not in known:
            known[place] = self.spread(drawn.row(key, at), n)
        found: tuple[Number, Number, Number] = known[place]
        return found

    def no_interval(self, n: float) -> str | None:
        """Why a figure on n respondents has no interval (a key of `reasons.REASONS`), or None."""
        if self.resamples == 0:
            return "no_resamples"
        if self.resamples == 1:
            return "too_few_resamples"
        if self.replicates is None and self.base.clusters is not None and self.base.clusters < 3:
            return "too_few_clusters"
        if self.replicates is None or n < 3:
            return "too_few_respondents"
        mostly = sum(self.replicates.redrawn.values()) <= self.resamples  # what is left of a rarer half tells of other surveys
        return None if self.replicates.complete and mostly else "resamples_unusable"

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
        found = [*self.survey.findings, *self._remarks()]
        drawn = self.__dict__.get("replicates")
        if drawn is not None:
            found += resampling.redrawn(drawn, [leaf.name for leaf in self.arrangement.items], self.resamples)
        told = {repr(finding) for finding in found}
        others = [study for key, study in self.__dict__.items() if key == "measured" or key.startswith("weighed ")]
        further = {repr(finding): finding for study in others for finding in study.findings}
        return (*found, *(finding for key, finding in further.items() if key not in told))
