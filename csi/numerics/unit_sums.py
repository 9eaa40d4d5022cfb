"""Sums over many sets of units at once, from the units' terms."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .moments import Array
from .sample import CHUNK_MEMORY, CHUNK_UNITS, MEMORY, Sample


class UnitSums:
    """The terms of a sample's units, kept where memory allows, and what they add up to.

    kind: single precision where that adds without error, else double; multiplicities come in the same.
    """

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.kind: type[np.floating[Any]] = np.float32 if sample.exact_in_single else np.float64
        row = np.dtype(self.kind).itemsize * sample.layout.width
        step = int(max(64, min(CHUNK_UNITS, CHUNK_MEMORY // row)))
        self.chunks = [(a, min(a + step, sample.unit_count)) for a in range(0, sample.unit_count, step)]
        self._kept = [sample.terms(a, b, self.kind) for a, b in self.chunks] if sample.unit_count * row <= MEMORY / 2 else None

    def terms(self, number: int) -> NDArray[np.floating[Any]]:
        """(width, units) terms of one chunk."""
        return self._kept[number] if self._kept is not None else self.sample.terms(*self.chunks[number], self.kind)

    def of(self, multiplicities: NDArray[np.floating[Any]]) -> Array:
        """(width, B) sums. multiplicities: (B, u) how often each unit counts in each set."""
        total = np.zeros((self.sample.layout.width, multiplicities.shape[0]))
        for number, (a, b) in enumerate(self.chunks):
            total += np.matmul(self.terms(number), multiplicities[:, a:b].T)
        return total

    def by_label(self, labels: NDArray[np.int64], count: int) -> Array:
        """(width, count) sums over the units with each label. labels: (u,) 0 to count - 1."""
        total = np.zeros((self.sample.layout.width, count))
        for number, (a, b) in enumerate(self.chunks):
            order = np.argsort(labels[a:b], kind="stable")
            present, edges = np.unique(labels[a:b][order], return_index=True)
            total[:, present] += np.add.reduceat(self.terms(number)[:, order], edges, axis=1)
        return total
