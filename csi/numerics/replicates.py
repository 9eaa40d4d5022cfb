"""Resamples of units as multiplicities, and the sums of all resamples of a block by one matrix product."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .moments import Array, Sums
from .sample import CHUNK_UNITS, MEMORY, Sample

ROUNDS = 20  # times a block redraws what could not be used
EXACT = 1e9  # resamples x units up to which every resample is drawn


@dataclass(frozen=True)
class Drawn:
    """What an estimator makes of a block: figures with the batch axis last, and for each replicate the item that spoils it.

    spoiled: (B,) -1 when the replicate can be used, else the number of the item to blame (or `UNSETTLED`).
    """

    figures: Mapping[str, Array]
    spoiled: NDArray[np.int64]


UNSETTLED = -2
Estimator = Callable[[Sums], Drawn]


@dataclass(frozen=True)
class Replicates:
    """figures: (…, B) of all usable resamples. redrawn: item number -> how often it spoilt a resample. complete: B reached."""

    figures: Mapping[str, Array]
    redrawn: Mapping[int, int]
    complete: bool
    form: str


def bootstrap(sample: Sample, estimator: Estimator, *, resamples: int, seed: int) -> Replicates:
    """The estimator's figures over `resamples` resamples of the units, the same whatever the number of processors.

    Units are drawn with replacement; inside strata n_h - 1 of n_h, rescaled (Rao & Wu 1988, JASA 83, 231-241).
    Beyond `EXACT` draws, moment-Gaussian: sums drawn from the normal law with the bootstrap's own mean and covariance.
    """
    blocks = -(-resamples // sample.block)
    sizes = [min(sample.block, resamples - k * sample.block) for k in range(blocks)]
    source = _source(sample, resamples)

    def run(number: int) -> tuple[list[Drawn], dict[int, int], bool]:
        return _fill(source, estimator, sizes[number], np.random.default_rng([seed, number]))

    with ThreadPoolExecutor(max_workers=max(1, min(cpu_count() or 1, blocks))) as pool:
        done = list(pool.map(run, range(blocks)))
    redrawn: dict[int, int] = {}
    for _, blamed, _ in done:
        for item, count in blamed.items():
            redrawn[item] = redrawn.get(item, 0) + count
    pieces = [piece for drawn, _, _ in done for piece in drawn]
    keys = pieces[0].figures if pieces else {}
    figures = {key: np.concatenate([piece.figures[key] for piece in pieces], axis=-1) for key in keys}
    return Replicates(figures, redrawn, all(full for _, _, full in done), source.form)


def _fill(source: _Source, estimator: Estimator, size: int, rng: np.random.Generator) -> tuple[list[Drawn], dict[int, int], bool]:
    """Draw until `size` replicates can be used; what could not is counted under the item to blame."""
    kept: list[Drawn] = []
    blamed: dict[int, int] = {}
    missing = size
    for _ in range(ROUNDS):
        drawn = estimator(source.sums(rng, missing))
        usable = drawn.spoiled == -1
        kept.append(Drawn({key: values[..., usable] for key, values in drawn.figures.items()}, drawn.spoiled[usable]))
        for item in drawn.spoiled[~usable].tolist():
            blamed[item] = blamed.get(item, 0) + 1
        missing -= int(usable.sum())
        if missing == 0:
            return kept, blamed, True
    return kept, blamed, False


@dataclass(frozen=True)
class _Source:
    form: str
    sums: Callable[[np.random.Generator, int], Sums]


def _source(sample: Sample, resamples: int) -> _Source:
    if resamples * sample.unit_count <= EXACT or sample.strata is not None:
        return _Source("exact", _Exact(sample).sums)
    return _Source("moment-gaussian", _Gaussian(sample).sums)


class _Exact:
    """Every resample drawn: multiplicities of units times their terms."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.kind: type[np.floating[Any]] = np.float32 if sample.exact_in_single else np.float64
        small = sample.unit_count * sample.layout.width * 8 <= MEMORY
        self.kept = [self._chunk(c) for c in self._chunks()] if small else None

    def _chunks(self) -> list[tuple[int, int]]:
        rows = int(max(64, min(CHUNK_UNITS, MEMORY // (8 * self.sample.layout.width))))
        return [(a, min(a + rows, self.sample.unit_count)) for a in range(0, self.sample.unit_count, rows)]

    def _chunk(self, chunk: tuple[int, int]) -> NDArray[np.floating[Any]]:
        return np.ascontiguousarray(self.sample.terms(*chunk).T, dtype=self.kind)

    def sums(self, rng: np.random.Generator, size: int) -> Sums:
        """Sums of `size` fresh resamples."""
        counts = multiplicities(rng, size, self.sample.unit_count, self.sample.strata).astype(self.kind)
        total = np.zeros((self.sample.layout.width, size))
        for number, (a, b) in enumerate(self._chunks()):
            terms = self.kept[number] if self.kept is not None else self._chunk((a, b))
            total += np.matmul(terms, counts[:, a:b].T)
        return self.sample.layout.sums(total, self.sample.shift)


class _Gaussian:
    """Sums drawn from the normal law that shares the bootstrap's mean and covariance of the terms."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        width, n = sample.layout.width, sample.unit_count
        self.total = np.zeros(width)
        gram = np.zeros((width, width))
        for a in range(0, n, CHUNK_UNITS):
            terms = sample.terms(a, min(a + CHUNK_UNITS, n))
            self.total += terms.sum(axis=0)
            gram += terms.T @ terms
        values, vectors = np.linalg.eigh(gram - np.outer(self.total, self.total) / n)
        self.root = vectors * np.sqrt(np.maximum(values, 0))

    def sums(self, rng: np.random.Generator, size: int) -> Sums:
        """Sums of `size` fresh draws."""
        drawn = self.total[:, None] + self.root @ rng.standard_normal((self.root.shape[1], size))
        return self.sample.layout.sums(drawn, self.sample.shift)


def multiplicities(rng: np.random.Generator, size: int, units: int, strata: NDArray[np.int64] | None) -> Array:
    """(size, units) how often each unit stands in each resample; with strata, rescaled to the stratum's size."""
    if strata is None:
        return _counts(rng, size, units, units)
    out = np.empty((size, units))
    for stratum in range(int(strata.max()) + 1):
        members = np.flatnonzero(strata == stratum)
        draws = max(len(members) - 1, 1)
        out[:, members] = _counts(rng, size, len(members), draws) * (len(members) / draws)
    return out


def _counts(rng: np.random.Generator, size: int, units: int, draws: int) -> Array:
    picks = rng.integers(0, units, size=(size, draws), dtype=np.int64)
    picks += np.arange(size, dtype=np.int64)[:, None] * units
    return np.bincount(picks.ravel(), minlength=size * units).reshape(size, units).astype(np.float64)
