"""Two groups compared with what chance makes of them: the same units dealt out again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .memory import keep_freed_memory
from .moments import Array, Sums
from .replicates import Drawn
from .sample import Sample
from .unit_sums import UnitSums

BLOCK = 250  # permutations computed together, at most; part of the seed, so never a matter of the machine
ROUNDS = 20  # times a block deals again what could not be used
MOSTLY = 2  # times its size that a block may deal in vain before it gives up
EXACT = 5e7  # permutations x units up to which every permutation is dealt

Flags = NDArray[np.bool_]
Comparison = Callable[[Sums, Sums], Drawn]


@dataclass(frozen=True)
class Permuted:
    """figures: (…, B) of all usable permutations. redrawn: item number -> how often it spoilt one. complete: B reached."""

    figures: Mapping[str, Array]
    redrawn: Mapping[int, int]
    complete: bool
    form: str


def permute(sample: Sample, first: Flags, comparison: Comparison, *, permutations: int, seed: int) -> Permuted:
    """The comparison's figures over random divisions of the units into two groups of the sizes that there are.

    first: (u,) the units of group one. Whole units change sides; with strata, inside their stratum only. The result does not
    depend on the number of processors. Group two's sums are all sums less group one's. Beyond `EXACT` units dealt, and without
    strata, group one's sums are drawn from the normal law with the mean and covariance of a draw without replacement.
    Source: Chin & Dibbern (2010), in Handbook of Partial Least Squares, 171-193.
    """
    size = min(BLOCK, sample.block)
    blocks = -(-permutations // size)
    sizes = [(k + 1) * permutations // blocks - k * permutations // blocks for k in range(blocks)]
    dealer = _dealer(sample, first, permutations)

    def run(number: int) -> tuple[list[Drawn], dict[int, int], bool]:
        return _fill(dealer, comparison, sizes[number], np.random.default_rng([seed, number]))

    keep_freed_memory()
    from threadpoolctl import threadpool_limits

    workers = max(1, min(cpu_count() or 1, blocks, sample.blocks_side_by_side))
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(max_workers=workers) as pool:
        done = list(pool.map(run, range(blocks)))
    return _gathered(done, dealer.form)


def both_groups(sample: Sample, first: Flags) -> tuple[Sums, Sums, Sums]:
    """Sums of group one, of group two and of everybody, each a batch of one."""
    sums = UnitSums(sample)
    counts = np.stack([first, ~first, np.ones_like(first)]).astype(sums.kind)
    total = sums.of(counts)
    one, two, all_of_them = (sample.layout.sums(total[:, [row]], sample.shift) for row in range(3))
    return one, two, all_of_them


def _gathered(done: list[tuple[list[Drawn], dict[int, int], bool]], form: str) -> Permuted:
    redrawn: dict[int, int] = {}
    for _, blamed, _ in done:
        for item, count in blamed.items():
            redrawn[item] = redrawn.get(item, 0) + count
    pieces = [piece for drawn, _, _ in done for piece in drawn]
    figures = {key: np.concatenate([piece.figures[key] for piece in pieces], axis=-1) for key in pieces[0].figures}
    return Permuted(figures, redrawn, all(full for _, _, full in done), form)


def _fill(
    dealer: _Dealer, comparison: Comparison, size: int, rng: np.random.Generator
) -> tuple[list[Drawn], dict[int, int], bool]:
    """Deal until `size` permutations can be used; what could not is counted under the item to blame."""
    kept: list[Drawn] = []
    blamed: dict[int, int] = {}
    missing = size
    for _ in range(ROUNDS):
        drawn = comparison(*dealer.sums(rng, missing))
        usable = drawn.spoiled == -1
        kept.append(Drawn({key: values[..., usable] for key, values in drawn.figures.items()}, drawn.spoiled[usable]))
        for item in drawn.spoiled[~usable].tolist():
            blamed[item] = blamed.get(item, 0) + 1
        missing -= int(usable.sum())
        if missing == 0:
            return kept, blamed, True
        if sum(blamed.values()) > MOSTLY * size:
            break
    return kept, blamed, False


@dataclass(frozen=True)
class _Dealer:
    form: str
    sample: Sample
    draw: Callable[[np.random.Generator, int], Array]  # (width, B) group one's terms added up
    total: Array  # (width, 1) everybody's

    def sums(self, rng: np.random.Generator, size: int) -> tuple[Sums, Sums]:
        """Sums of both groups in `size` fresh permutations."""
        one = self.draw(rng, size)
        layout, shift = self.sample.layout, self.sample.shift
        return layout.sums(one, shift), layout.sums(self.total - one, shift)


def _dealer(sample: Sample, first: Flags, permutations: int) -> _Dealer:
    sums = UnitSums(sample)
    total = sums.of(np.ones((1, sample.unit_count), dtype=sums.kind))
    if permutations * sample.unit_count > EXACT and sample.strata is None:
        return _Dealer("moment-gaussian", sample, _Gaussian(sums, total, int(first.sum())), total)
    return _Dealer("exact", sample, lambda rng, size: sums.of(dealt(rng, size, first, sample.strata).astype(sums.kind)), total)


def dealt(rng: np.random.Generator, size: int, first: Flags, strata: NDArray[np.int64] | None = None) -> NDArray[Any]:
    """(size, units) which units stand in group one, in random permutations inside the strata."""
    if strata is None:
        return rng.permuted(np.repeat(first[None], size, axis=0), axis=1)
    out = np.empty((size, first.size), dtype=bool)
    for stratum in range(int(strata.max()) + 1):
        members = np.flatnonzero(strata == stratum)
        out[:, members] = rng.permuted(np.repeat(first[None, members], size, axis=0), axis=1)
    return out


class _Gaussian:
    """Group one's sums from the normal law of a draw of `size_one` units without replacement.

    Source: Cochran (1977), Sampling Techniques, theorem 2.2: covariance n (1 - n/u) S / (u - 1).
    """

    def __init__(self, sums: UnitSums, total: Array, size_one: int) -> None:
        units, width = sums.sample.unit_count, total.shape[0]
        gram = np.zeros((width, width))
        for number in range(len(sums.chunks)):
            terms = sums.terms(number)  # single precision will do for the spread of a random draw
            gram += terms @ terms.T
        share = size_one / units
        values, vectors = np.linalg.eigh((gram - total @ total.T / units) * share * (units - size_one) / (units - 1))
        self.mean = total * share
        self.root = vectors * np.sqrt(np.maximum(values, 0))

    def __call__(self, rng: np.random.Generator, size: int) -> Array:
        """(width, size) sums of group one."""
        drawn: Array = self.mean + self.root @ rng.standard_normal((self.root.shape[1], size))
        return drawn
