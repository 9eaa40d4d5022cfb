"""Resamples of units as multiplicities, and the sums of all resamples of a block by one matrix product."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gaussian import Gaussian
from .memory import keep_freed_memory
from .moments import Array, Sums
from .pieces import Pieces
from .sample import CHUNK_MEMORY, CHUNK_UNITS, MEMORY, Sample

ROUNDS = 20  # times a block redraws what could not be used
DRAWS = 32_768  # made together
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
    """figures: (…, B) of all usable resamples. redrawn: item number -> how often it spoilt a resample. complete: B reached.

    carried: columns behind the B resamples, which an interval needs besides (`jackknife.carrying`).
    """

    figures: Pieces
    redrawn: Mapping[int, int]
    complete: bool
    form: str
    carried: int = 0

    @property
    def resamples(self) -> int:
        """B."""
        return self.figures.columns - self.carried


def bootstrap(sample: Sample, estimator: Estimator, *, resamples: int, seed: int) -> Replicates:
    """The estimator's figures over `resamples` resamples of the units, the same whatever the number of processors.

    Units are drawn with replacement; inside strata n_h - 1 of n_h, rescaled (Rao & Wu 1988, JASA 83, 231-241).
    Beyond `EXACT` draws, moment-Gaussian: sums drawn from the normal law with the bootstrap's own mean and covariance.
    """
    if not _is_exact(sample, resamples):
        sample = dataclasses.replace(sample, drawn=False)
    blocks = -(-resamples // sample.block)
    sizes = [(k + 1) * resamples // blocks - k * resamples // blocks for k in range(blocks)]
    keep_freed_memory()
    workers = max(1, min(cpu_count() or 1, blocks, sample.blocks_side_by_side))
    from threadpoolctl import threadpool_limits

    # products that start threads of their own as well would wait for one another
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(max_workers=workers) as pool:
        source = _source(sample, resamples)

        def run(number: int) -> tuple[list[Drawn], dict[int, int], bool]:
            return _fill(source, estimator, sizes[number], np.random.default_rng([seed, number]))

        done = list(pool.map(run, range(blocks)))
    figures = Pieces([piece.figures for drawn, _, _ in done for piece in drawn])
    redrawn: dict[int, int] = {}
    for _, blamed, _ in done:
        for item, count in blamed.items():
            redrawn[item] = redrawn.get(item, 0) + count
    return Replicates(figures, redrawn, all(full for _, _, full in done), source.form)


def _fill(source: _Source, estimator: Estimator, size: int, rng: np.random.Generator) -> tuple[list[Drawn], dict[int, int], bool]:
    """Draw until `size` replicates can be used; what could not is counted under the item to blame."""
    kept: list[Drawn] = []
    blamed: dict[int, int] = {}
    missing = size
    for _ in range(ROUNDS):
        drawn = estimator(source.sums(rng, missing))
        usable = drawn.spoiled == -1
        kept.append(drawn if usable.all() else _only(drawn, usable))
        for item in drawn.spoiled[~usable].tolist():
            blamed[item] = blamed.get(item, 0) + 1
        missing -= int(usable.sum())
        if missing == 0:
            return kept, blamed, True
    return kept, blamed, False


def _only(drawn: Drawn, usable: NDArray[np.bool_]) -> Drawn:
    return Drawn({key: values[..., usable] for key, values in drawn.figures.items()}, drawn.spoiled[usable])


@dataclass(frozen=True)
class _Source:
    form: str
    sums: Callable[[np.random.Generator, int], Sums]


def _is_exact(sample: Sample, resamples: int) -> bool:
    return resamples * sample.unit_count <= EXACT or sample.strata is not None


def _source(sample: Sample, resamples: int) -> _Source:
    if _is_exact(sample, resamples):
        return _Source("exact", _Exact(sample).sums)
    return _Source("moment-gaussian", Gaussian(sample).sums)


class _Exact:
    """Every resample drawn: multiplicities of units times their terms."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.kind: type[np.floating[Any]] = np.float32 if sample.exact_in_single else np.float64
        row = np.dtype(self.kind).itemsize * sample.layout.width
        rows = int(max(64, min(CHUNK_UNITS, CHUNK_MEMORY // row)))
        self.chunks = [(a, min(a + rows, sample.unit_count)) for a in range(0, sample.unit_count, rows)]
        self.kept = [self._chunk(chunk) for chunk in self.chunks] if sample.unit_count * row <= MEMORY / 2 else None

    def _chunk(self, chunk: tuple[int, int]) -> NDArray[np.floating[Any]]:
        return self.sample.terms(*chunk, self.kind)

    def sums(self, rng: np.random.Generator, size: int) -> Sums:
        """Sums of `size` fresh resamples."""
        counts = multiplicities(rng, size, self.sample.unit_count, self.sample.strata, self.kind)
        total: Array | None = None
        for number, (a, b) in enumerate(self.chunks):
            terms = self.kept[number] if self.kept is not None else self._chunk((a, b))
            part = np.matmul(terms, counts[:, a:b].T)
            total = part.astype(np.float64, copy=False) if total is None else np.add(total, part, out=total)
        assert total is not None  # a sample has at least one unit
        return self.sample.layout.sums(total, self.sample.shift)


def multiplicities(
    rng: np.random.Generator,
    size: int,
    units: int,
    strata: NDArray[np.int64] | None,
    kind: type[np.floating[Any]] = np.float64,
) -> NDArray[np.floating[Any]]:
    """(size, units) how often each unit stands in each resample; with strata, rescaled to the stratum's size."""
    if strata is None:
        return _counts(rng, size, units, units, kind)
    out = np.empty((size, units), dtype=kind)
    for stratum in range(int(strata.max()) + 1):
        members = np.flatnonzero(strata == stratum)
        draws = max(len(members) - 1, 1)
        out[:, members] = _counts(rng, size, len(members), draws, kind) * (len(members) / draws)
    return out


def _counts(
    rng: np.random.Generator, size: int, units: int, draws: int, kind: type[np.floating[Any]]
) -> NDArray[np.floating[Any]]:
    """(size, units) how often each of `units` was drawn, a few resamples at a time so that their draws stay in the cache."""
    out = np.empty((size, units), dtype=kind)
    step = max(1, DRAWS // max(draws, units))
    for first in range(0, size, step):
        some = out[first : first + step]
        own = np.arange(len(some), dtype=np.int64)[:, None] * units
        picks = rng.integers(0, units, size=(len(some), draws), dtype=np.int64)
        picks += own
        some[:] = np.bincount(picks.ravel(), minlength=some.size).reshape(some.shape)
    return out
