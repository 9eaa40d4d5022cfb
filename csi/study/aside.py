"""Further columns made of the respondents' answers (bands, shares, dummies), resampled as the study itself is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from ..numerics import replicates
from ..numerics.moments import Sums, point_sums
from ..numerics.proportion import wilson
from ..numerics.replicates import Drawn, Replicates
from ..numerics.sample import Sample
from ..results import Blank, Number
from . import resampling
from .study import Study

Array = NDArray[np.float64]
Bounded = tuple[Number, Number, Number]  # value, lower, upper
Figures = Callable[[Sums], Mapping[str, Array]]

_NONE = 1e-12  # of a share: nobody


@dataclass(frozen=True, eq=False)
class Aside:
    """Figures made of further columns. point: name -> (…, 1). draws: name -> (…, B) with what `spread` needs behind them, or None."""

    study: Study
    point: Mapping[str, Array]
    drawn: Replicates | None

    @property
    def draws(self) -> Mapping[str, Array] | None:
        """The figures over the resamples; None when none were asked for or one or two units cannot be resampled."""
        return None if self.drawn is None else self.drawn.figures

    def value(self, key: str, at: int | tuple[int, ...] = ()) -> float:
        """One entry of a figure, NaN where it has none."""
        return float(self.point[key][at][..., 0])

    def spread(self, key: str, at: int | tuple[int, ...], n: float) -> tuple[Number, Number, Number]:
        """Standard error, lower and upper end of one entry of a figure, which stands on n respondents; blanks with a reason."""
        return self.spread_of(None if self.drawn is None else self.drawn.figures[key][at], n)

    def spread_of(self, draws: Array | None, n: float) -> tuple[Number, Number, Number]:
        """The same of what was computed from `draws` column by column, with all that they carry."""
        reason = self.no_interval(n)
        if reason is not None or draws is None or self.drawn is None:
            return resampling.blank_spread(reason or "not_applicable")
        stands_on, study = min(n, self.study.base.effective), self.study
        return resampling.spread(draws, study.interval, study.confidence, stands_on, resamples=self.drawn.resamples)

    def bounded(self, key: str, at: int | tuple[int, ...], n: float, reason: str = "undefined") -> Bounded:
        """Value, lower and upper end of one entry of a figure; blanks where it has no value."""
        return self.bounded_by(self.value(key, at), None if self.drawn is None else self.drawn.figures[key][at], n, reason)

    def bounded_by(self, value: float, draws: Array | None, n: float, reason: str = "undefined") -> Bounded:
        """The same of what was computed from figures. draws: (B,) from `draws` column by column."""
        if not np.isfinite(value):
            return (Blank("no_answers" if n == 0 else reason),) * 3
        return (value, *self.spread_of(draws, n)[1:])

    def share(self, key: str, at: int | tuple[int, ...], n: float) -> Bounded:
        """A share of respondents; of nobody or everybody the resamples know no interval, and Wilson's stands in its place."""
        value = self.value(key, at)
        if np.isfinite(value) and n > 0 and self.no_interval(n) is None and min(value, 1 - value) < _NONE:
            return (value, *wilson(value, min(n, self.study.base.effective), self.study.confidence))
        return self.bounded(key, at, n)

    def no_interval(self, n: float) -> str | None:
        """Why a figure on n respondents has no interval (a key of `reasons.REASONS`), or None."""
        if self.study.resamples < 2:
            return "no_resamples" if self.study.resamples == 0 else "too_few_resamples"
        if self.drawn is None and self.study.base.clusters is not None and self.study.base.clusters < 3:
            return "too_few_clusters"
        return "too_few_respondents" if self.drawn is None or n < 3 else None


def aside(study: Study, values: Array, figures: Figures, products: int = 0, *, key: str | None = None) -> Aside:
    """What `figures` makes of the sums of further columns: a batch of one, and over resamples of the study's own kind.

    values: (n_used, c) in the rows of `study.base.values`, NaN = missing; each column counts those who have it, also where the
    study estimates missing answers (em) or is weighted by paths. products: how many leading columns need products (`Sums.product`).
    figures: sums with the batch last -> name -> (…, B); NaN or infinite where a resample holds nothing of it (no warning is raised).
    Units, clusters, strata, case weights, number of resamples, seed and form of the intervals are the study's. The resamples are
    not those of `study.replicates` one by one: what belongs together belongs into one call. key: a name under which the study
    keeps the result, so that several rooms share it.
    """
    name = f"once aside {key}"
    if key is not None and name in study.__dict__:
        kept: Aside = study.__dict__[name]
        return kept
    made = _made(study, np.ascontiguousarray(values, dtype=float), _Quiet(figures), products)
    return made if key is None else study.__dict__.setdefault(name, made)


def _made(study: Study, values: Array, quiet: _Quiet, products: int) -> Aside:
    b = study.base
    if values.ndim != 2 or values.shape[0] != b.used:
        raise ValueError(f"columns of {b.used} respondents are wanted, not an array of {values.shape}")
    point = MappingProxyType(dict(quiet(point_sums(values, b.case_weights, products)).figures))
    if study.resamples == 0 or b.effective < 3 or not point:
        return Aside(study, point, None)
    sample = Sample(values, products, b.case_weights, b.units, b.strata)
    drawn = replicates.bootstrap(sample, quiet, resamples=study.resamples, seed=study.seed)
    return Aside(study, point, resampling.completed(drawn, study.interval, point, sample, quiet, seed=study.seed))


@dataclass(frozen=True)
class _Quiet:
    """Figures as an estimator: every resample counts, and a share of nobody is NaN without a word."""

    figures: Figures

    def __call__(self, sums: Sums) -> Drawn:
        with np.errstate(all="ignore"):
            made = self.figures(sums)
        return Drawn(made, np.full(sums.weight.shape[1], -1, dtype=np.int64))
