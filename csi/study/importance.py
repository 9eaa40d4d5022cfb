"""Derived importance: how strongly each driver goes with an outcome, and what every resample makes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import ConstantIndicator, TooFewRespondents
from ..numerics import replicates
from ..numerics.explained import johnson
from ..numerics.lmg import Lmg, lmg
from ..numerics.replicates import Replicates
from ..results import Number
from . import resampling
from .associations import Associations
from .estimator import RESAMPLE_TOLERANCE
from .explaining import Explaining, Level, Score, explaining
from .fitting import Start
from .inexplicable import refuse_few, refuse_twins, refuse_without_weight, uncorrelated
from .study import Study

Array = NDArray[np.float64]
Figures = Mapping[str, Array]

MEASURES = ("correlation", "beta", "relative_weight", "shapley")


@dataclass(frozen=True, eq=False)
class Importance:
    """Every measure of importance of p drivers for one outcome, from one set of resamples.

    point: figures (…, 1); draws: the same (…, B) with what `spread` needs behind them, or None. Figures (p, B): correlation, beta,
    vif, relative_weight, shapley (LMG), shapley_noise (variance that sampling adds), performance (0-100 index of the driver);
    (B,): r_squared, outcome (0-100 index of the outcome).
    """

    study: Study  # of a fitted weighting
    weighting: str  # of the scores
    asked: Explaining
    among: Array  # (p + 1, p + 1) correlations between the drivers and, last, the outcome
    repaired: bool  # whether correlations over different respondents had to be made consistent
    lmg: Lmg | None
    point: Figures
    drawn: Replicates | None

    @property
    def drivers(self) -> tuple[Score, ...]:
        """The p drivers."""
        return self.asked.drivers

    @property
    def draws(self) -> Figures | None:
        """The figures of the resamples."""
        return None if self.drawn is None else self.drawn.figures

    @cached_property
    def n(self) -> int:
        """Respondents who answered something of the outcome and something of the drivers."""
        seen = self.study.arrangement.seen
        outcome = seen[:, list(self.asked.outcome.items)].any(axis=1)
        return int((outcome & seen[:, [at for driver in self.drivers for at in driver.items]].any(axis=1)).sum())

    @property
    def pairwise(self) -> bool:
        """Whether each correlation stands on other respondents, those who answered both of its questions."""
        return self.study.sums.pair_weight is not None

    @cached_property
    def pair_n(self) -> float:
        """Respondents, by Kish, that the correlations of the drivers with the outcome stand on; the fewest where they differ."""
        base, both = self.study.base, self.study.sums.pair_weight
        if both is None:
            return min(self.n, base.kish)
        scores = [list(score.items) for score in (*self.drivers, self.asked.outcome)]
        pairs = [1 / np.mean(1 / both[np.ix_(one, scores[-1])][..., 0]) for one in scores[:-1]]
        return float(min(pairs)) * base.kish / base.used

    def answered(self, at: int) -> int:
        """Respondents who answered something of a driver and something of the outcome."""
        seen = self.study.arrangement.seen
        both = [seen[:, list(score.items)].any(axis=1) for score in (self.drivers[at], self.asked.outcome)]
        return int((both[0] & both[1]).sum())

    def value(self, key: str, at: int | tuple[int, ...] = ()) -> float:
        """One entry of a figure."""
        return float(self.point[key][at][..., 0])

    def spread(self, key: str, at: int | tuple[int, ...] = ()) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of one entry of a figure."""
        return self.spread_of(None if self.draws is None else self.draws[key][at])

    def spread_of(self, draws: Array | None) -> tuple[Number, Number, Number]:
        """The same of what was computed from `draws` column by column."""
        reason, drawn = self.no_interval, self.drawn
        if reason is not None or draws is None or drawn is None:
            return resampling.blank_spread(reason or "not_applicable")
        study = self.study
        stands_on = min(self.n, study.base.effective)
        return resampling.spread(draws, study.interval, study.confidence, stands_on, resamples=drawn.resamples)

    @property
    def no_interval(self) -> str | None:
        """Why no figure has an interval (a key of `reasons.REASONS`), or None."""
        if self.study.resamples < 2:
            return "no_resamples" if self.study.resamples == 0 else "too_few_resamples"
        if self.drawn is None:
            clusters = self.study.base.clusters
            return "too_few_clusters" if clusters is not None and clusters < 3 else "too_few_respondents"
        mostly = sum(self.drawn.redrawn.values()) <= self.study.resamples
        return None if self.drawn.complete and mostly else "resamples_unusable"

    def resampled(self, key: str) -> Array | None:
        """(…, B) the resamples of a figure alone, those without an answer left out; None where most have none."""
        if self.drawn is None or self.no_interval is not None:
            return None
        sound = np.isfinite(self.drawn.figures["r_squared"][: self.drawn.resamples])
        if sound.mean() < 0.5:
            return None
        drawn: Array = self.drawn.figures[key][..., : self.drawn.resamples][..., sound]
        return drawn


def importance(
    study: Study,
    *,
    outcome: str | None = None,
    drivers: Sequence[str] | None = None,
    level: Level = "indicators",
    exact: bool = False,
    shares: bool = True,
) -> Importance:
    """The importance of every driver for the outcome. Options as in `explaining`.

    exact: LMG shares of every resample from all subsets, up to 20 drivers at any price. shares: False leaves out LMG,
    which is quicker; relative weights stay. Made once for all rooms that ask for the same.
    Scores have the weights in force; under weights that are not fitted to the answers, correlations are those over the answers that exist.
    Raises: MissingRole, UsageFault (see `explaining`); TooFewRespondents under p + 2 of them; NoHonestAnswer naming drivers that
    determine one another; what fitting the weights raises.
    """
    key = f"once importance {outcome} {drivers} {level} {exact}"
    found: Importance | None = study.__dict__.get(key)
    if found is None:
        key += "" if shares else " without shares"
        found = study.__dict__.get(key) or _made(study, outcome, drivers, level, exact=exact, shares=shares)
        study.__dict__[key] = found
    return found


def _made(
    study: Study, outcome: str | None, drivers: Sequence[str] | None, level: Level, *, exact: bool, shares: bool
) -> Importance:
    fitted = _correlated(study)
    asked = explaining(fitted, outcome, drivers, level)
    refuse_few(fitted.used, asked)
    first = _associations(study, fitted, asked)
    both = first.correlations(fitted.sums)
    refuse_without_weight(asked, both)
    refuse_twins(asked, both)
    among, toward = both[:-1, :-1], both[:-1, -1]
    reckoned = lmg(among, toward, resamples=fitted.resamples, seed=fitted.seed, exact=exact) if shares else None
    at_point = (johnson,) if reckoned is None else (johnson, reckoned.of_point)
    point = dataclasses.replace(first, ways=at_point)(fitted.sums).figures
    drawn = _drawn(fitted, first, reckoned, point)
    return Importance(fitted, study.weighting, asked, both[:, :, 0], fitted.contradicted, reckoned, point, drawn)


def _correlated(study: Study) -> Study:
    """The study itself, or under weights that are not fitted the one whose sums hold products."""
    if study.fitted:
        return study
    try:
        return study.weighed("component")
    except (TooFewRespondents, ConstantIndicator) as fault:
        raise uncorrelated(fault) from fault


def _associations(study: Study, fitted: Study, asked: Explaining) -> Associations:
    weighing = fitted.measured.estimator if study.fitted else None
    plain = None if weighing is None else dataclasses.replace(weighing, n=None)  # without criteria that nobody reads here
    return Associations(fitted.arrangement, asked, study.weighting, plain, fitted.estimator.repaired)


def _drawn(study: Study, first: Associations, reckoned: Lmg | None, point: Figures) -> Replicates | None:
    if study.resamples == 0 or study.base.effective < 3:
        return None
    ways = (johnson,) if reckoned is None else (johnson, reckoned.of_resamples)
    weighing = first.weighing
    if weighing is not None:
        start = Start.of(study.measured.point)
        weighing = dataclasses.replace(weighing, start=start, tolerance=RESAMPLE_TOLERANCE)
    again = dataclasses.replace(first, weighing=weighing, ways=ways)
    drawn = replicates.bootstrap(study.sample, again, resamples=study.resamples, seed=study.seed)
    return resampling.completed(drawn, study.interval, point, study.sample, again, seed=study.seed)
