"""The cross-validation of a study with paths: everybody predicted by models that have not seen them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics import intervals, predict, replicates
from ...numerics.moments import Sums
from ...numerics.predict import Errors
from ...numerics.predict_maps import Frame, Trained
from ...numerics.replicates import Drawn
from ...numerics.sample import Sample
from ...study import Study
from ...study.fitting import Start, fitted

Array = NDArray[np.float64]

FEWEST = 10  # respondents who answered everything
MOST = 50_000  # respondents judged; more would not change a digit that is read
PREDICTED = 100_000  # respondents x repeats
NUMBERS = 8e6  # correlations of all training parts together
TOLERANCE = 1e-10


@dataclass(frozen=True, eq=False)
class Prediction:
    """The cross-validation of a study. folds, repeats: as asked for. earliest: technique EA, else DA."""

    study: Study
    folds: int
    repeats: int
    earliest: bool

    @cached_property
    def frame(self) -> Frame:
        """Which item is predicted from what."""
        constructs = self.study.constructs
        return Frame(constructs.flat.owner, constructs.main, self.earliest)

    @cached_property
    def whole(self) -> NDArray[np.bool_]:
        """(n,) who answered every item; the others can neither be predicted nor judged."""
        return np.asarray(~np.isnan(self._items).any(axis=1), dtype=np.bool_)

    @cached_property
    def _items(self) -> Array:
        return self.study.arrangement.values[:, : len(self.study.arrangement.items)]

    @cached_property
    def sample(self) -> Sample:
        """The respondents who are held out in turn: whole rows, of large surveys a random part, in whole clusters."""
        b = self.study.base
        rows = np.flatnonzero(self.whole)
        labels = rows if b.units is None else b.units[rows]
        rows = rows[_some(np.unique(labels, return_inverse=True)[1], self.study.seed)]
        labels = rows if b.units is None else b.units[rows]
        kept, units = np.unique(labels, return_inverse=True)
        strata = None if b.strata is None else np.unique(b.strata[kept], return_inverse=True)[1]
        v = None if b.case_weights is None else b.case_weights[rows]
        return Sample(self._items[rows], self._items.shape[1], v, None if b.units is None else units, strata)

    @property
    def n(self) -> int:
        """Respondents judged."""
        return int(self.sample.values.shape[0])

    @property
    def folds_used(self) -> int:
        """No more folds than there are units, or than memory has room for."""
        return min(self.folds, self.sample.unit_count, self._trainings)

    @property
    def _trainings(self) -> int:
        return max(2, int(NUMBERS // self._items.shape[1] ** 2))

    @property
    def repeats_used(self) -> int:
        """Fewer where the survey is large, and one where every unit is its own fold."""
        if self.folds_used == self.sample.unit_count:
            return 1
        return max(1, min(self.repeats, PREDICTED // max(1, self.n), self._trainings // self.folds_used))

    @property
    def absent(self) -> str | None:
        """Why there is no prediction (a key of `reasons.REASONS`), or None."""
        if int(self.whole.sum()) < FEWEST or self.folds_used < 2:
            return "too_few_respondents"
        return None if self.errors.repeats else "fold_unusable"

    @cached_property
    def errors(self) -> Errors:
        """Errors of everybody held out."""
        return predict.errors(
            self.sample, self.frame, self._train, folds=self.folds_used, repeats=self.repeats_used, seed=self.study.seed
        )

    def _train(self, r: Array) -> Trained:
        figures, settled = fitted(r, self.study.constructs, start=Start.of(self.study.point), tolerance=TOLERANCE)
        k = len(self.study.constructs.latents)
        paths = figures["path_coefficients"][:k, :k]
        sound = settled & np.isfinite(paths).all(axis=(0, 1)) & np.isfinite(figures["outer_weights"]).all(axis=0)
        return Trained(figures["outer_weights"], figures["loadings"], paths, sound)

    @cached_property
    def q_squared(self) -> Array:
        """(e + h,) 1 less the squared errors over those of the training mean, of items and then of latents; NaN without spread."""
        return _ratio(*(self._weighted(rows) for rows in self._squares))

    @property
    def _squares(self) -> tuple[Array, Array]:
        e = self.errors
        return np.concatenate([e.squared, e.latent_squared], axis=1), np.concatenate([e.naive_squared, e.latent_naive], axis=1)

    def rmse(self, squared: Array) -> Array:
        """Root of the mean squared error. squared: (n, e)."""
        root: Array = np.sqrt(self._weighted(squared))
        return root

    def _weighted(self, rows: Array) -> Array:
        v = self.sample.case_weights
        mean: Array = rows.mean(axis=0) if v is None else v @ rows / v.sum()
        return mean

    @cached_property
    def bounds(self) -> Array:
        """(2, e + h) ends of the intervals of `q_squared` over other respondents, the models as they are; NaN without resamples."""
        width = self.q_squared.size
        if not self.study.resamples:
            return np.full((2, width), np.nan)
        s = self.sample
        rows = Sample(np.concatenate(self._squares, axis=1), 0, s.case_weights, s.units, s.strata)
        drawn = replicates.bootstrap(rows, _of_means, resamples=self.study.resamples, seed=self.study.seed)
        units = int(max(2, min(self.study.base.effective, s.unit_count)))
        lower, upper = intervals.percentile(drawn.figures["q_squared"], self.study.confidence, units)
        return np.stack([lower, upper])


def predicted(study: Study, *, folds: int, repeats: int, technique: str) -> Prediction:
    """The cross-validation of a study with paths. technique: "direct" or "earliest" antecedents."""
    return Prediction(study if study.criteria else study.measured, folds, repeats, technique == "earliest")


def _of_means(sums: Sums) -> Drawn:
    means = sums.means
    half = means.shape[0] // 2
    return Drawn({"q_squared": _ratio(means[:half], means[half:])}, np.full(means.shape[1], -1))


def _ratio(squared: Array, naive: Array) -> Array:
    out: Array = 1 - np.divide(squared, naive, out=np.full(squared.shape, np.nan), where=naive > 0)
    return out


def _some(units: NDArray[np.intp], seed: int) -> NDArray[np.bool_]:
    """(n,) all rows, or of more than `MOST` a random part in whole units. units: (n,) numbers."""
    if units.size <= MOST:
        return np.ones(units.size, dtype=bool)
    sizes = np.bincount(units)
    order = np.random.default_rng(seed).permutation(sizes.size)
    chosen = np.zeros(sizes.size, dtype=bool)
    chosen[order[np.cumsum(sizes[order]) <= MOST]] = True
    return chosen[units]
