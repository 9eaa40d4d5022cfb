"""Incomplete answers sorted by who answered what, and the slope of their normal likelihood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .moments import Array

CHUNK_MEMORY = 32e6  # bytes of the precision matrices that are held at the same time


@dataclass(frozen=True)
class Normal:
    """A normal law of m items. mean: (m,). covariance: (m, m)."""

    mean: Array
    covariance: Array


@dataclass(frozen=True, eq=False)
class Slope:
    """The log-likelihood at a law, up to a constant, and its first derivatives.

    pulls: (n, m) each respondent's K r: the residuals of their answers times the precision of the items they answered.
    toward_mean: (m,) the pulls added up. toward_covariance: (m, m) twice the derivative: sum of pull pull' - K.
    """

    likelihood: float
    pulls: Array
    toward_mean: Array
    toward_covariance: Array


@dataclass(frozen=True, eq=False)
class Patterns:
    """Answers to m items, m up to 62, the respondents of one pattern standing together.

    answers: (n, m), 0 where missing. case_weights: (n,). seen: (P, m) what each pattern answered.
    edges: (P + 1,) where each begins. order: (n,) number of each respondent in the survey.
    """

    answers: Array
    case_weights: Array
    seen: NDArray[np.bool_]
    edges: NDArray[np.int64]
    order: NDArray[np.intp]

    @classmethod
    def of(cls, values: Array, case_weights: Array) -> Patterns:
        """The patterns of values (n, m), NaN = missing."""
        seen = ~np.isnan(values)
        code = seen @ (np.int64(1) << np.arange(values.shape[1]))
        order = np.argsort(code, kind="stable")
        starts = np.flatnonzero(np.diff(code[order], prepend=-1))
        edges = np.append(starts, len(code))
        return cls(np.nan_to_num(values[order]), case_weights[order], seen[order][starts], edges, order)

    @cached_property
    def weight(self) -> float:
        """Sum of the case weights, of those who answered nothing too."""
        return float(self.case_weights.sum())

    @cached_property
    def by_pattern(self) -> Array:
        """(P,) sum of the case weights of each pattern."""
        return np.add.reduceat(self.case_weights, self.edges[:-1])

    @cached_property
    def pattern_of(self) -> NDArray[np.intp]:
        """(n,) pattern of each respondent, in the order of the survey."""
        found = np.empty(len(self.order), dtype=np.intp)
        found[self.order] = np.repeat(np.arange(len(self.seen)), np.diff(self.edges))
        return found

    def chunks(self) -> Iterator[tuple[int, int]]:
        """First and last pattern of pieces whose precision matrices fit."""
        step = max(1, int(CHUNK_MEMORY // (8 * max(1, self.seen.shape[1]) ** 2)))
        return ((a, min(a + step, len(self.seen))) for a in range(0, len(self.seen), step))

    def slope(self, law: Normal) -> Slope:
        """The slope of the log-likelihood of a law that is positive definite."""
        pulls = np.empty_like(self.answers)
        expected = np.zeros_like(law.covariance)
        volume = 0.0
        for a, b in self.chunks():
            k, volumes = precisions(law.covariance, self.seen[a:b])
            volume += float(self.by_pattern[a:b] @ volumes)
            expected += np.tensordot(self.by_pattern[a:b], k, 1)
            for pattern, precision in enumerate(k, start=a):
                rows = slice(self.edges[pattern], self.edges[pattern + 1])
                np.matmul(self.answers[rows] - law.mean, precision, out=pulls[rows])  # columns of missing answers are 0 in K
        found = (pulls * self.case_weights[:, None]).T @ pulls
        distance = float(np.einsum("ij,ij,i->", self.answers - law.mean, pulls, self.case_weights))
        return Slope(-(volume + distance) / 2, pulls, self.case_weights @ pulls, found - expected)

    def information(self, law: Normal, pulls: Array) -> Array:
        """(d, d) minus the second derivatives in the means and the upper triangle of the covariances, d = m + m (m + 1) / 2.

        The observed, not the expected, information: under answers missing at random only that one is right, and it joins
        means and covariances. Per pattern, with E_ab the unit change of a covariance, y the pulls and L = sum of y y' - K / 2:
        means K; mean with covariance K E y; covariances tr(E K F L). The traces of all patterns come from one table of K times L.
        Source: Savalei (2010), Psychological Methods 15(4), 352-367; Kenward & Molenberghs (1998), Statistical Science 13(3), 236-247.
        """
        m = law.mean.size
        upper = np.triu_indices(m)
        means, crossed = np.zeros((m, m)), np.zeros((len(upper[0]), m))
        table = np.zeros((len(upper[0]), len(upper[0])))
        weighted = pulls * self.case_weights[:, None]
        for a, b in self.chunks():
            k, _ = precisions(law.covariance, self.seen[a:b])
            curvature = -0.5 * self.by_pattern[a:b, None, None] * k
            for pattern in range(a, b):
                rows = slice(self.edges[pattern], self.edges[pattern + 1])
                curvature[pattern - a] += weighted[rows].T @ pulls[rows]
            flat = k[:, *upper].T
            means += np.tensordot(self.by_pattern[a:b], k, 1)
            crossed += flat @ np.add.reduceat(weighted[self.edges[a] : self.edges[b]], self.edges[a:b] - self.edges[a], axis=0)
            table += flat @ curvature[:, *upper]
        return _assembled(means, crossed, table)

    def without_holes(self, law: Normal) -> Array:
        """(d, d) the information that as many respondents without holes would be expected to carry."""
        k: Array = np.linalg.inv(law.covariance).astype(np.float64, copy=False)
        flat = k[np.triu_indices(len(k))]
        return _assembled(self.weight * k, np.zeros((len(flat), len(k))), self.weight / 2 * np.multiply.outer(flat, flat))


def one_thread() -> AbstractContextManager[object]:
    """Small products and inverses in one thread: with more they wait for one another, and their last digit depends on the number."""
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(1, user_api="blas")
    return limits


def precisions(covariance: Array, seen: NDArray[np.bool_]) -> tuple[Array, Array]:
    """(P, m, m) inverse of the covariance of the items that each pattern saw, 0 elsewhere; (P,) logarithm of its determinant.

    seen: (P, m). Patterns of one size together; by the smaller of two matrices, that of the items seen or that of the items missing.
    Source: inverse of a block from the inverse of the whole, Horn & Johnson (2013), Matrix Analysis, section 0.7.3.
    """
    m, size = covariance.shape[0], seen.sum(axis=1)
    whole = np.linalg.inv(covariance)
    k, volume = np.zeros((len(seen), m, m)), np.zeros(len(seen))
    for answered in np.unique(size[size > 0]):
        which = np.flatnonzero(size == answered)
        items = np.nonzero(seen[which] if 2 * answered < m else ~seen[which])[1].reshape(len(which), -1)
        square = items[:, :, None], items[:, None, :]
        if 2 * answered < m:
            k[which[:, None, None], *square] = np.linalg.inv(covariance[square])
            volume[which] = np.linalg.slogdet(covariance[square])[1]
        else:
            rows = whole[items]
            k[which] = whole - np.swapaxes(rows, 1, 2) @ np.linalg.solve(whole[square], rows)
            volume[which] = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(whole[square])[1]
    k *= seen[:, :, None]
    k *= seen[:, None, :]
    return (k + np.swapaxes(k, 1, 2)) / 2, volume


def halves(m: int) -> Array:
    """(m (m + 1) / 2,) 1/2 on the diagonal of an upper triangle and 1 beside it, where a covariance stands twice in its matrix."""
    a, b = np.triu_indices(m)
    return np.where(a == b, 0.5, 1.0)


def _assembled(means: Array, crossed: Array, table: Array) -> Array:
    m = len(means)
    a, b = np.triu_indices(m)
    place = np.empty((m, m), dtype=np.intp)
    place[a, b] = place[b, a] = np.arange(len(a))
    mixed = (crossed[place[:, a], b] + crossed[place[:, b], a]) * halves(m)
    one, other = place[a[:, None], a], place[b[:, None], b]
    traces = table[one, other] + table[other, one]
    one, other = place[a[:, None], b], place[b[:, None], a]
    traces += table[one, other] + table[other, one]
    traces *= halves(m)[:, None] * halves(m)
    return np.block([[means, mixed], [mixed.T, traces]])
