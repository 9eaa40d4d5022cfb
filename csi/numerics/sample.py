"""Respondents as units that can be resampled, and the terms whose sums every estimator is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .moments import Array, Sums

BLOCK = 1024  # replicates computed together; part of the seed, so never a matter of the machine
MEMORY = 96e6  # bytes of sums that one block may hold
CHUNK_UNITS = 4096  # units whose terms are formed together


@dataclass(frozen=True)
class Sample:
    """What resampling needs to know of the respondents.

    values: (n, q) NaN = missing. products: leading columns that need products. case_weights: (n,) or None.
    units: (n,) number of the unit each respondent belongs to, 0 to u-1; None when each is a unit of its own.
    strata: (u,) number of the stratum of each unit, or None.
    """

    values: Array
    products: int
    case_weights: Array | None = None
    units: NDArray[np.int64] | None = None
    strata: NDArray[np.int64] | None = None

    @cached_property
    def unit_count(self) -> int:
        """u, the number of units that are drawn."""
        return int(self.values.shape[0] if self.units is None else self.units.max() + 1)

    @cached_property
    def shift(self) -> Array:
        """(q,) whole numbers near the means, taken off before summing."""
        return np.rint(_column_means(self.values))

    @cached_property
    def holes(self) -> bool:
        """Whether any of the columns that need products has a missing answer."""
        return bool(np.isnan(self.values[:, : self.products]).any())

    @cached_property
    def layout(self) -> Layout:
        """Which sums stand where in a row of terms."""
        return Layout(self.values.shape[1], self.products, self.holes, bool(np.isnan(self.values).any()))

    @cached_property
    def block(self) -> int:
        """Replicates a block: `BLOCK`, fewer when the sums are many."""
        return int(max(16, min(BLOCK, MEMORY // (8 * self.layout.width))))

    @cached_property
    def exact_in_single(self) -> bool:
        """Whether all terms are whole and small enough for single precision to add them without error."""
        if self.case_weights is not None:
            return False
        x = np.nan_to_num(self.values - self.shift)
        return bool((x == np.rint(x)).all() and np.abs(x).max(initial=0) ** 2 * self._rows_per_unit * 4 * CHUNK_UNITS < 2**24)

    @property
    def _rows_per_unit(self) -> int:
        return 1 if self.units is None else int(np.bincount(self.units).max())

    def terms(self, start: int, stop: int) -> Array:
        """(stop - start, width) terms of units start to stop, added up over each unit's respondents."""
        if self.units is None:
            return self._row_terms(slice(start, stop))
        order, edges = self._by_unit
        rows = order[edges[start] : edges[stop]]
        return np.add.reduceat(self._row_terms(rows), edges[start:stop] - edges[start], axis=0)

    @cached_property
    def _by_unit(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        assert self.units is not None
        order = np.argsort(self.units, kind="stable")
        return order, np.concatenate([[0], np.cumsum(np.bincount(self.units))])

    def _row_terms(self, rows: slice | NDArray[np.int64]) -> Array:
        v = None if self.case_weights is None else self.case_weights[rows]
        return self.layout.terms(self.values[rows] - self.shift, v)


def _column_means(values: Array) -> Array:
    seen = ~np.isnan(values)
    means: Array = np.where(seen, values, 0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return means


class Layout:
    """Places of the sums in one row of terms, and the way back to `Sums`."""

    def __init__(self, q: int, m: int, holes: bool, own_weight: bool) -> None:
        self.q, self.m, self.holes = q, m, holes
        self.upper = np.triu_indices(m)
        self.off = np.array([(j, k) for j in range(m) for k in range(m) if j != k], dtype=np.intp).reshape(-1, 2).T
        self.weights = q if own_weight else 1
        triangle = m * (m + 1) // 2
        self.width = self.weights + q + triangle + (triangle + 2 * self.off.shape[1] if holes else 0)
        square = np.zeros((m, m), dtype=np.intp)
        square[self.upper] = np.arange(triangle)
        self.square = np.maximum(square, square.T)

    def terms(self, x: Array, v: Array | None) -> Array:
        """(rows, width): weights, weighted answers, products and, with holes, the pairwise sums."""
        m = self.m
        seen = ~np.isnan(x)
        z = np.where(seen, x, 0)
        zm, om = z[:, :m], seen[:, :m].astype(float)
        j, k = self.upper
        parts = [seen.astype(float) if self.weights > 1 else np.ones((x.shape[0], 1)), z, zm[:, j] * zm[:, k]]
        if self.holes:
            a, b = self.off
            parts += [om[:, j] * om[:, k], zm[:, a] * om[:, b], zm[:, a] ** 2 * om[:, b]]
        out = np.concatenate(parts, axis=1)
        if v is not None:
            out *= v[:, None]
        return out

    def sums(self, s: Array, shift: Array) -> Sums:
        """`Sums` of a batch from its (width, B) rows."""
        q, m = self.q, self.m
        ends = np.cumsum([self.weights, q, self.upper[0].size])
        weight = s[: ends[0]] if self.weights > 1 else np.broadcast_to(s[:1], (q, s.shape[1]))
        if not m:
            return Sums(weight, s[ends[0] : ends[1]], shift)
        product = s[ends[1] : ends[2]][self.square]
        pairs = self._pairs(s[ends[2] :], s[ends[0] : ends[1]], product) if self.holes else (None, None, None)
        return Sums(weight, s[ends[0] : ends[1]], shift, product, *pairs)

    def _pairs(self, s: Array, total: Array, product: Array) -> tuple[Array, Array, Array]:
        m, triangle, off = self.m, self.upper[0].size, self.off.shape[1]
        weight = s[:triangle][self.square]
        pair_total, pair_square = np.empty((m, m, s.shape[1])), np.empty((m, m, s.shape[1]))
        a, b = self.off
        pair_total[a, b], pair_square[a, b] = s[triangle : triangle + off], s[triangle + off :]
        own = np.arange(m)
        pair_total[own, own], pair_square[own, own] = total[:m], product[own, own]
        return weight, pair_total, pair_square
