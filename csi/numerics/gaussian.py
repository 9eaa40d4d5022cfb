"""Sums of resamples drawn from a normal law, for samples so large that drawing respondents would take too long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

from .moments import Array, Sums
from .sample import CHUNK_UNITS, Sample


class Gaussian:
    """Sums drawn from the normal law that shares the bootstrap's mean and covariance of the terms."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        width, n = sample.layout.width, sample.unit_count
        self.total = np.zeros(width)
        gram = np.zeros((width, width))
        with ThreadPoolExecutor(max_workers=cpu_count() or 1) as pool:
            for total, product in pool.map(self._chunk, range(0, n, CHUNK_UNITS)):  # added in their order, whoever comes first
                self.total += total
                gram += product
        values, vectors = np.linalg.eigh(gram - np.outer(self.total, self.total) / n)
        self.root = vectors * np.sqrt(np.maximum(values, 0))

    def _chunk(self, start: int) -> tuple[Array, NDArray[np.float32]]:
        """Sums of the terms and of their products. Single precision tells the spread of the resamples to six digits."""
        terms = self.sample.terms(start, min(start + CHUNK_UNITS, self.sample.unit_count), np.float32)
        return terms.sum(axis=1, dtype=np.float64), np.matmul(terms, terms.T, dtype=np.float32)

    def sums(self, rng: np.random.Generator, size: int) -> Sums:
        """Sums of `size` fresh draws."""
        drawn = self.total[:, None] + self.root @ rng.standard_normal((self.root.shape[1], size))
        return self.sample.layout.sums(drawn, self.sample.shift)
