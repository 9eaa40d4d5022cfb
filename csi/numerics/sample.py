"""Respondents as units that can be resampled, and the terms whose sums every estimator is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .moments import Array, Sums, upper_rows

FEWEST, MOST = 512, 5000  # replicates computed together; part of the seed, so never a matter of the machine
CORRELATIONS = 24e6  # bytes of their correlations: fewer, and calling numpy costs more than computing; more, and caches overflow
MEMORY = 256e6  # bytes that one block may take
SIDE_BY_SIDE = 3 * MEMORY  # bytes that all blocks computed at the same time may take
CHUNK_UNITS = 4096  # units whose terms are formed together, at most
CHUNK_MEMORY = 48e6  # bytes of those terms


@dataclass(frozen=True)
class Sample:
    """What resampling needs to know of the respondents.

    values: (n, q) NaN = missing. products: leading columns that need products. case_weights: (n,) or None.
    units: (n,) number of the unit each respondent belongs to, 0 to u-1; None when each is a unit of its own.
    strata: (u,) number of the stratum of each unit, or None.
    drawn: whether units are drawn one by one, so that a resample takes a number a unit.
    corrections: what to add to the products of some rows, (m (m + 1) / 2, rows), where values are not answers (`em_influence`).
    """

    values: Array
    products: int
    case_weights: Array | None = None
    units: NDArray[np.int64] | None = None
    strata: NDArray[np.int64] | None = None
    corrections: Callable[[slice | NDArray[np.int64]], Array] | None = None
    drawn: bool = True

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
    def _bytes(self) -> int:
        """What one replicate takes: its multiplicities, its sums in both precisions, its correlations and their working copies."""
        return 8 * ((self.unit_count if self.drawn else 0) + 2 * self.layout.width + 2 * self.products**2)

    @cached_property
    def block(self) -> int:
        """Replicates a block, at most."""
        wish = min(max(CORRELATIONS // (8 * max(1, self.products) ** 2), FEWEST), MOST)
        return int(max(16, min(wish, MEMORY // self._bytes)))

    @property
    def blocks_side_by_side(self) -> int:
        """How many blocks may be computed at the same time without taking too much memory."""
        return int(max(1, SIDE_BY_SIDE // (self.block * self._bytes)))

    @cached_property
    def exact_in_single(self) -> bool:
        """Whether all terms are whole and small enough for single precision to add them without error."""
        if self.case_weights is not None or self.strata is not None or self.corrections is not None:
            return False  # neither answers nor multiplicities are whole
        x = np.nan_to_num(self.values - self.shift)
        return bool((x == np.rint(x)).all() and np.abs(x).max(initial=0) ** 2 * self._rows_per_unit * 4 * CHUNK_UNITS < 2**24)

    @property
    def _rows_per_unit(self) -> int:
        return 1 if self.units is None else int(np.bincount(self.units).max())

    def terms(self, start: int, stop: int, kind: type[np.floating[Any]] = np.float64) -> NDArray[np.floating[Any]]:
        """(width, stop - start) terms of units start to stop, added up over each unit's respondents."""
        if self.units is None:
            return self._row_terms(slice(start, stop), kind)
        order, edges = self._by_unit
        rows = order[edges[start] : edges[stop]]
        return np.add.reduceat(self._row_terms(rows, kind), edges[start:stop] - edges[start], axis=1)

    @cached_property
    def _by_unit(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        assert self.units is not None
        order = np.argsort(self.units, kind="stable")
        return order, np.concatenate([[0], np.cumsum(np.bincount(self.units))])

    def _row_terms(self, rows: slice | NDArray[np.int64], kind: type[np.floating[Any]]) -> NDArray[np.floating[Any]]:
        v = None if self.case_weights is None else self.case_weights[rows]
        terms = self.layout.terms(self.values[rows] - self.shift, v, kind)
        if self.corrections is not None:
            terms[self.layout.parts[2]] += self.corrections(rows) if v is None else self.corrections(rows) * v
        return terms


def _column_means(values: Array) -> Array:
    means: Array
    total = values.sum(axis=0)
    if np.isfinite(total).all():
        means = total / max(len(values), 1)
        return means
    seen = ~np.isnan(values)
    means = np.where(seen, values, 0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return means


class Layout:
    """Places of the sums in a column of terms, and the way back to `Sums`."""

    def __init__(self, q: int, m: int, holes: bool, own_weight: bool) -> None:
        self.q, self.m, self.holes = q, m, holes
        self.rows = upper_rows(m)
        self.own_weight = own_weight  # each column counts those who answered it
        self.weights = q if own_weight else 1
        triangle = m * (m + 1) // 2
        sizes = [self.weights, q, triangle] + ([triangle, m * m, m * m] if holes else [])
        ends = np.cumsum(sizes).tolist()
        self.parts = [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]
        self.width = int(ends[-1])

    def terms(self, x: Array, v: Array | None, kind: type[np.floating[Any]]) -> NDArray[np.floating[Any]]:
        """(width, rows): weights, weighted answers, products and, with holes, the pairwise sums. x: (rows, q), NaN = missing."""
        m = self.m
        seen = np.ascontiguousarray(~np.isnan(x.T), dtype=kind)
        z = np.ascontiguousarray(np.nan_to_num(x.T), dtype=kind)
        out = np.empty((self.width, x.shape[0]), dtype=kind)
        parts = [out[part] for part in self.parts]
        parts[0][:] = seen if self.own_weight else 1
        parts[1][:] = z
        for j, row in enumerate(self.rows):
            np.multiply(z[j], z[j:m], out=parts[2][row])
            if self.holes:
                np.multiply(seen[j], seen[j:m], out=parts[3][row])
                np.multiply(z[j], seen[:m], out=parts[4][j * m : (j + 1) * m])
                np.multiply(z[j] ** 2, seen[:m], out=parts[5][j * m : (j + 1) * m])
        if v is not None:
            out *= v
        return out

    def sums(self, s: Array, shift: Array) -> Sums:
        """`Sums` of a batch from its (width, B) rows."""
        q, m = self.q, self.m
        parts = [s[part] for part in self.parts]
        weight = parts[0] if self.own_weight else np.broadcast_to(parts[0], (q, s.shape[1]))
        if not m:
            return Sums(weight, parts[1], shift)
        if not self.holes:
            return Sums(weight, parts[1], shift, parts[2])
        pair_weight = np.empty((m, m, s.shape[1]))
        for j, row in enumerate(self.rows):
            pair_weight[j, j:] = pair_weight[j:, j] = parts[3][row]
        pair_total, pair_square = (part.reshape(m, m, -1) for part in parts[4:])
        return Sums(weight, parts[1], shift, parts[2], pair_weight, pair_total, pair_square)
