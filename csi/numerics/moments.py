"""Weighted sums, the only thing estimators ever see of the answers. The batch of replicates is the last axis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

CHUNK = 8192  # rows that stay in the second-level cache while they are multiplied


@dataclass(frozen=True)
class Sums:
    """Sums over respondents (or resampled respondents), each with the batch axis last.

    weight: (q, B) sum of case weights over those who answered; total: (q, B) weighted answers, less `shift`.
    product: (m (m + 1) / 2, B) of the first m columns, upper triangle row by row (see `upper_rows`), or None when nobody asked.
    With holes, pairwise (m, m, B): pair_weight [j, k] over those who answered both, pair_total [j, k] of item j over them,
    pair_square [j, k] of its squares.
    """

    weight: Array
    total: Array
    shift: Array
    product: Array | None = None
    pair_weight: Array | None = None
    pair_total: Array | None = None
    pair_square: Array | None = None

    @cached_property
    def means(self) -> Array:
        """(q, B) weighted means over the answers that exist; NaN where nobody answered."""
        with np.errstate(invalid="ignore", divide="ignore"):
            mean: Array = self.total / self.weight + self.shift[:, None]
        return mean

    @cached_property
    def deviations(self) -> Array:
        """(m, B) standard deviations with ddof 0, which case weights of any size leave well defined. Needs products.

        Only their ratios inside a block are read, and with answers from everybody these do not depend on ddof.
        """
        product = self._need_products()
        square = product[[row.start for row in self._rows]]
        m = len(self._rows)
        weight, total = self.weight[:m], self.total[:m]
        with np.errstate(invalid="ignore", divide="ignore"):
            variance = (square - total * total / weight) / weight
            spread = variance > 1e-12 * np.maximum(1, square / weight)
        return np.sqrt(np.where(spread, variance, 0))

    @cached_property
    def _rows(self) -> list[slice]:
        return upper_rows((isqrt(8 * self._need_products().shape[0] + 1) - 1) // 2)

    def correlations(self) -> Array:
        """(m, m, B) correlations; pairwise where there are holes. NaN beside an item without spread. Needs products."""
        return self._complete() if self.pair_weight is None else self._pairwise()

    def _complete(self) -> Array:
        product, m = self._need_products(), len(self._rows)
        total, weight = self.total[:m], self.weight[:m]
        with np.errstate(invalid="ignore", divide="ignore"):
            mean, scale = total / weight, 1 / (self.deviations * np.sqrt(weight))
        scale[~np.isfinite(scale)] = np.nan
        r = np.empty((m, m, total.shape[1]))
        spare = np.empty_like(total)
        for j, row in enumerate(self._rows):  # one row of all replicates stays in the cache from its sums to its correlations
            np.subtract(product[row], np.multiply(total[j], mean[j:], out=spare[j:]), out=r[j, j:])
            r[j, j:] *= np.multiply(scale[j], scale[j:], out=spare[j:])
            r[j + 1 :, j] = r[j, j + 1 :]
        return _unit_diagonal(r)

    def _pairwise(self) -> Array:
        """Correlation of each pair over the respondents who answered both (R's `pairwise.complete.obs`)."""
        n, s, q, p = self.pair_weight, self.pair_total, self.pair_square, self._square_products()
        assert n is not None and s is not None and q is not None
        with np.errstate(invalid="ignore", divide="ignore"):
            variance = q - s * s / n
            covariance = p - s * np.swapaxes(s, 0, 1) / n
            spread = variance * np.swapaxes(variance, 0, 1)
            r = covariance / np.sqrt(np.where(spread > 0, spread, np.nan))
        flat = self.deviations == 0
        r[np.broadcast_to(flat[:, None] | flat[None, :], r.shape)] = np.nan
        return _unit_diagonal(np.clip(r, -1, 1))

    def _square_products(self) -> Array:
        product, m = self._need_products(), len(self._rows)
        square = np.empty((m, m, product.shape[1]))
        for j, row in enumerate(self._rows):
            square[j, j:] = square[j:, j] = product[row]
        return square

    def _need_products(self) -> Array:
        if self.product is None:
            raise ValueError("these sums were added up without products")
        return self.product


def upper_rows(m: int) -> list[slice]:
    """Where each row of an (m, m) upper triangle stands when they are laid one after the other; each begins on the diagonal."""
    ends = np.cumsum(np.arange(m, 0, -1)).tolist()
    return [slice(end - (m - j), end) for j, end in enumerate(ends)]


def _unit_diagonal(r: Array) -> Array:
    for j in range(r.shape[0]):
        r[j, j] = np.where(np.isnan(r[j, j]), np.nan, 1.0)
    return r


def point_sums(values: Array, case_weights: Array | None, products: int) -> Sums:
    """Sums over all respondents, a batch of one.

    values: (n, q), NaN = missing. case_weights: (n,) or None for 1 each. products: how many leading columns need them (0: none).
    One pass over the rows in chunks that fit the cache, each one matrix product.
    """
    shift = _provisional_means(values)
    complete = _Complete(values.shape[1], products)
    for start in range(0, values.shape[0], CHUNK):
        rows = values[start : start + CHUNK] - shift
        v = None if case_weights is None else case_weights[start : start + CHUNK]
        if not complete.add(rows, v):
            return _holey_sums(values, case_weights, products, shift)
    return complete.sums(shift)


class _Complete:
    """Running sums while no hole has been met."""

    def __init__(self, q: int, products: int) -> None:
        self.products = products
        self.weight = 0.0
        self.total = np.zeros(q)
        self.gram = np.zeros((products, products))

    def add(self, rows: Array, v: Array | None) -> bool:
        """Take a chunk in; False when it has a hole."""
        total = rows.sum(axis=0) if v is None else v @ rows
        if not np.isfinite(total).all():
            return False
        self.weight += rows.shape[0] if v is None else float(v.sum())
        self.total += total
        if self.products:
            block = rows[:, : self.products]
            self.gram += block.T @ (block if v is None else block * v[:, None])
        return True

    def sums(self, shift: Array) -> Sums:
        weight = np.full((self.total.size, 1), self.weight)
        return Sums(weight, self.total[:, None], shift, _upper(self.gram) if self.products else None)


def _holey_sums(values: Array, case_weights: Array | None, products: int, shift: Array) -> Sums:
    q, m = values.shape[1], products
    weight, total = np.zeros(q), np.zeros(q)
    n, s, sq, p = (np.zeros((m, m)) for _ in range(4))
    for start in range(0, values.shape[0], CHUNK):
        rows = values[start : start + CHUNK] - shift
        seen = (~np.isnan(rows)).astype(float)
        x = np.nan_to_num(rows)
        v = np.ones(rows.shape[0]) if case_weights is None else case_weights[start : start + CHUNK]
        weight += v @ seen
        total += v @ x
        if m:
            xm, om = x[:, :m], seen[:, :m] * v[:, None]
            n += seen[:, :m].T @ om
            s += xm.T @ om
            sq += (xm * xm).T @ om
            p += xm.T @ (xm * v[:, None])
    pairs = [None] * 3 if not m or bool((n == n[0, 0]).all()) else [a[:, :, None] for a in (n, s, sq)]
    return Sums(weight[:, None], total[:, None], shift, _upper(p) if m else None, *pairs)


def _upper(square: Array) -> Array:
    triangle: Array = square[np.triu_indices(square.shape[0])][:, None]
    return triangle


def _provisional_means(values: Array) -> Array:
    """Roughly the means, whole numbers so that Likert answers stay whole: subtracting them keeps the sums small."""
    head = values[: min(CHUNK, values.shape[0])]
    seen = ~np.isnan(head)
    count = np.maximum(seen.sum(axis=0), 1)
    shift: Array = np.rint(np.where(seen, head, 0).sum(axis=0) / count)
    return shift
