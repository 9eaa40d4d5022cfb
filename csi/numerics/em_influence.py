"""What each respondent's answers do to the estimate of incomplete answers, so that resamples need not estimate it again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .em import Fit
from .em_patterns import halves, one_thread, precisions
from .moments import Array, upper_rows

ROWS = 2048  # respondents whose influence is computed together
Rows = slice | NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Influence:
    """Answers without holes whose weighted means and products, added up over any resample, are those of the estimate there.

    To first order: the estimate plus n I^-1 s_i, with s_i the slope of respondent i's own likelihood and I the observed information.
    In a survey without holes these are the answers themselves, and the corrections are 0.
    Source: Hampel (1974), JASA 69, 383-393; Davison & Hinkley (1997), Bootstrap Methods and their Application, section 2.7.
    """

    fit: Fit

    @cached_property
    def answers(self) -> Array:
        """(n, m) the estimated mean plus each respondent's influence on it."""
        f = self.fit
        n, m = len(f.patterns.order), len(f.moving)
        out = np.tile(f.mean, (n, 1))
        with one_thread():
            for start in range(0, n, ROWS):
                rows = slice(start, start + ROWS)
                out[rows, f.moving] += (self._slopes(rows) @ self._inverse[:, :m]) * f.scale
        return out

    def corrections(self, rows: Rows) -> Array:
        """(m (m + 1) / 2, rows) what the products of `answers` lack, upper triangle row by row; not yet times the case weight."""
        f = self.fit
        m = len(f.moving)
        a, b = np.triu_indices(m)
        moved = self._slopes(rows) @ self._inverse
        lacking = (f.law.covariance[a, b] + moved[:, m:] - moved[:, a] * moved[:, b]) * (f.scale[a] * f.scale[b])
        out = np.zeros((f.mean.size * (f.mean.size + 1) // 2, len(lacking)))
        out[self._places] = lacking.T
        return out

    @cached_property
    def _inverse(self) -> Array:
        if self.fit.information is None:
            raise ValueError(f"the estimate has no information matrix: {self.fit.trouble}")
        inverse: Array = np.linalg.inv(self.fit.information).astype(np.float64, copy=False)
        return self.fit.patterns.weight * inverse

    @cached_property
    def _places(self) -> NDArray[np.intp]:
        """Where the moving items' triangle stands in the triangle of all."""
        first = np.array([row.start - j for j, row in enumerate(upper_rows(self.fit.mean.size))], dtype=np.intp)
        a, b = np.triu_indices(len(self.fit.moving))
        return first[self.fit.moving[a]] + self.fit.moving[b]

    @cached_property
    def _pulls(self) -> Array:
        """(n, m) in the order of the survey."""
        patterns = self.fit.patterns
        pulls = np.empty_like(patterns.answers)
        pulls[patterns.order] = patterns.slope(self.fit.law).pulls
        return pulls

    def _slopes(self, rows: Rows) -> Array:
        """(rows, d) slope of each respondent's likelihood in the means and the upper triangle of the covariances."""
        patterns, m = self.fit.patterns, len(self.fit.moving)
        upper = np.triu_indices(m)
        kinds, which = np.unique(patterns.pattern_of[rows], return_inverse=True)
        expected = precisions(self.fit.law.covariance, patterns.seen[kinds])[0][:, *upper]
        y = self._pulls[rows]
        return np.concatenate([y, (y[:, upper[0]] * y[:, upper[1]] - expected[which]) * halves(m)], axis=1)
