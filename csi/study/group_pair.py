"""Two groups of respondents side by side: both solutions, what parts them, and what chance alone would part."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import NotConverged
from ..numerics import invariance, linear
from ..numerics.invariance import Yardstick
from ..numerics.moments import Sums
from ..numerics.permutation import Permuted, both_groups, permute
from ..numerics.replicates import Drawn
from ..numerics.sample import Sample
from ..survey import Survey
from ..terms import Text
from .estimator import RESAMPLE_TOLERANCE, Estimator
from .fitting import Start
from .study import Study

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Contrast:
    """Sums of two groups in, all differences out.

    Figures: paths (K, K, B), index (k, B), means (k, B) of the pooled solution's scores: first less second. variances (k, B):
    log of first over second. composition (k, B): correlation of the scores by either group's weights.
    """

    estimator: Estimator
    pooled: Yardstick
    sizes: tuple[int, int]

    def __call__(self, first: Sums, second: Sums) -> Drawn:
        """Every difference of a batch, and for each replicate the item that spoils it."""
        one, two = self.estimator(first), self.estimator(second)
        (mean, variance), (other_mean, other_variance) = self._scores(first), self._scores(second)
        figures = {
            "paths": one.figures["path_coefficients"] - two.figures["path_coefficients"],
            "index": one.figures["index"] - two.figures["index"],
            "composition": invariance.composition(one.figures["outer_weights"], two.figures["outer_weights"], self.pooled),
            "means": mean - other_mean,
            "variances": invariance.log_ratio(variance, other_variance, self.sizes),
        }
        return Drawn(figures, np.where(one.spoiled != -1, one.spoiled, two.spoiled))

    def _scores(self, sums: Sums) -> tuple[Array, Array]:
        m = self.pooled.means.size
        return invariance.score_moments(sums, self.pooled, sums.correlations()[:m, :m])


@dataclass(frozen=True, eq=False)
class Pair:
    """Two groups. study: both together, measured, the respondents of the first group standing in front.

    sizes: respondents who count. Raises NotConverged when the model does not settle in one of the groups.
    """

    names: tuple[str, str]
    study: Study
    sizes: tuple[int, int]
    permutations: int

    @cached_property
    def sample(self) -> Sample:
        """The respondents as units that may change sides: a cluster that has members in both groups is one unit in each."""
        a, b = self.study.arrangement, self.study.base
        strata = b.strata
        units = None
        if b.units is not None:
            parts, units = np.unique(2 * b.units + self._second, return_inverse=True)
            strata = None if strata is None else strata[parts // 2]
        values = a.values[:, : a.multiplied]
        return Sample(values, a.multiplied, b.case_weights, units, self._mixed(strata, units))

    @property
    def _second(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(2), self.sizes)

    def _mixed(self, strata: NDArray[np.int64] | None, units: NDArray[np.int64] | None) -> NDArray[np.int64] | None:
        """The strata where units can change sides inside them; where most hold one group only, the groups are strata themselves."""
        if strata is None or strata.max() == 0:
            return None
        first = self._first(units)
        count, ones = np.bincount(strata), np.bincount(strata, weights=first)
        mixed = (ones > 0) & (ones < count)
        return np.unique(strata, return_inverse=True)[1].astype(np.int64) if mixed[strata].mean() >= 0.5 else None

    def _first(self, units: NDArray[np.int64] | None) -> NDArray[np.bool_]:
        if units is None:
            return np.asarray(self._second == 0, dtype=np.bool_)
        return np.asarray(np.bincount(units, weights=self._second) == 0, dtype=np.bool_)

    @cached_property
    def _sums(self) -> tuple[Sums, Sums, Sums]:
        return both_groups(self.sample, self._first(self.sample.units))

    @cached_property
    def _estimator(self) -> Estimator:
        """The study's own, without further criteria; latents point as they do in both groups together."""
        estimator = self.study.estimator
        m = len(self.study.arrangement.items)
        contradictory = [s.pair_weight is not None and _indefinite(s.correlations()[:m, :m]) for s in self._sums]
        return dataclasses.replace(
            estimator, n=None, start=Start.of(self.study.point), repaired=estimator.repaired or any(contradictory)
        )

    @cached_property
    def solutions(self) -> tuple[Mapping[str, Array], Mapping[str, Array]]:
        """Figures of either group, a batch of one."""
        one, two = (self._solved(sums, name) for sums, name in zip(self._sums[:2], self.names, strict=True))
        return one, two

    def _solved(self, sums: Sums, name: str) -> Mapping[str, Array]:
        drawn = self._estimator(sums)
        if drawn.spoiled[0] != -1:
            raise NotConverged(
                place=f"group {name}",
                reason=Text("the model has no settled solution in this group.", "模型在该组中无法收敛。"),
                remedy=Text("Merge small groups, or simplify the model.", "请合并较小的组，或简化模型。"),
            )
        return drawn.figures

    @cached_property
    def _contrast(self) -> Contrast:
        m = len(self.study.arrangement.items)
        together = self._sums[2]
        pooled = Yardstick(
            together.correlations()[:m, :m, 0],
            together.means[:m, 0],
            together.deviations[:m, 0],
            self.study.point["outer_weights"][:, 0],
            self.study.arrangement.starts,
        )
        return Contrast(self._estimator, pooled, self.sizes)

    @cached_property
    def observed(self) -> Mapping[str, Array]:
        """Every difference as it is; shapes as `Contrast` without the batch."""
        _ = self.solutions  # names the group that does not settle
        return {key: values[..., 0] for key, values in self._contrast(*self._sums[:2]).figures.items()}

    @cached_property
    def permuted(self) -> Permuted:
        """Every difference as chance makes it."""
        quick = dataclasses.replace(self._contrast, estimator=dataclasses.replace(self._estimator, tolerance=RESAMPLE_TOLERANCE))
        first = self._first(self.sample.units)
        return permute(self.sample, first, quick, permutations=self.permutations, seed=self.study.seed)

    @property
    def strata_ignored(self) -> bool:
        """Whether there are strata, but respondents are dealt without them."""
        strata = self.study.base.strata
        return strata is not None and bool(strata.max()) and self.sample.strata is None

    @property
    def usable(self) -> bool:
        """Whether enough permutations could be used for a p value."""
        return self.permuted.complete and sum(self.permuted.redrawn.values()) <= self.permutations


def together(first: Survey, second: Survey) -> Survey:
    """Both groups in one survey, the first in front."""
    return dataclasses.replace(
        first,
        answers=np.concatenate([first.answers, second.answers]),
        labels={column: words + second.labels[column] for column, words in first.labels.items()},
        numbers={column: np.concatenate([values, second.numbers[column]]) for column, values in first.numbers.items()},
        rows=first.rows + second.rows,
        findings=(),
    )


def _indefinite(r: Array) -> bool:
    return bool(np.isfinite(r).all() and linear.smallest_eigenvalue(r[:, :, 0]) < 1e-8)
