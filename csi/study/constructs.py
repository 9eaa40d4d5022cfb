"""The model in numbers: first-order blocks of items, the latents above them, and the interactions beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..model import Latent, Model
from ..numerics.design import PlsDesign
from .arrangement import Arrangement

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Block:
    """Items that measure one thing directly: a latent, or a part of a higher-order latent."""

    name: str
    latent: str
    items: slice
    formative: bool


@dataclass(frozen=True, eq=False)
class Constructs:
    """Blocks (f), latents (k), and constructs (K): the latents and behind them the interactions.

    paths: (K, K) booleans, [source, target]; arrows: the same as numbers, in the order of the model. products: for each interaction the numbers of its two latents.
    """

    blocks: tuple[Block, ...]
    latents: tuple[Latent, ...]
    items: int
    products: tuple[tuple[int, int], ...]
    names: tuple[str, ...]
    paths: Flags
    arrows: tuple[tuple[int, int], ...]
    scheme: str

    @cached_property
    def higher(self) -> tuple[int, ...]:
        """Numbers of the latents that stand on latents of their own."""
        return tuple(number for number, latent in enumerate(self.latents) if latent.higher_order)

    @property
    def method(self) -> str | None:
        """How higher-order latents are estimated: "two-stage", "repeated", or None without any."""
        return self.latents[self.higher[0]].higher_order if self.higher else None

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """For each latent the numbers of its blocks."""
        return tuple(
            tuple(number for number, block in enumerate(self.blocks) if block.latent == latent.name) for latent in self.latents
        )

    @cached_property
    def main(self) -> Flags:
        """(k, k) paths between latents."""
        k = len(self.latents)
        return self.paths[:k, :k]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First item of each block."""
        return tuple(block.items.start for block in self.blocks)

    @cached_property
    def flat(self) -> PlsDesign:
        """One block a latent."""
        starts = tuple(self.blocks[parts[0]].items.start for parts in self.parts)
        formative = tuple(latent.mode == "B" for latent in self.latents)
        return PlsDesign(starts, self.items, self.main, formative, self.scheme)

    @cached_property
    def first(self) -> PlsDesign:
        """Every higher-order latent replaced by its parts, which take over its paths (the disjoint first stage)."""
        return PlsDesign(self.starts, self.items, self.between_blocks, tuple(b.formative for b in self.blocks), self.scheme)

    @cached_property
    def between_blocks(self) -> Flags:
        """(f, f) paths between blocks."""
        paths = np.zeros((len(self.blocks), len(self.blocks)), dtype=bool)
        for source, target in np.argwhere(self.main):
            paths[np.ix_(self.parts[source], self.parts[target])] = True
        return paths


def pair_number(a: int, b: int, k: int) -> int:
    """Where the pair of a and b stands among all pairs of k, in the order of `itertools.combinations`."""
    low, high = sorted((a, b))
    return low * (2 * k - low - 1) // 2 + high - low - 1


def constructs(arrangement: Arrangement, model: Model, scheme: str, *, paths: bool) -> Constructs:
    """The constructs of the latents that have items. paths: False leaves every latent to itself."""
    names = [latent.name for latent in arrangement.latents]
    joined = [
        (number, names.index(first), names.index(second))
        for number, (_, first, second) in enumerate(model.interactions)
        if paths and first in names and second in names
    ]
    crossed = [model.interactions[number][0] for number, _, _ in joined]
    every = [*names, *crossed]
    written = [(a, b) for a, b in model.inner.paths if paths and a in every and b in every]
    arrows = tuple((every.index(source), every.index(target)) for source, target in dict.fromkeys(written))
    joins = np.zeros((len(every), len(every)), dtype=bool)
    for arrow in arrows:
        joins[arrow] = True
    blocks = tuple(_blocks(arrangement))
    products = tuple((first, second) for _, first, second in joined)
    return Constructs(blocks, arrangement.latents, len(arrangement.items), products, tuple(every), joins, arrows, scheme)


def _blocks(arrangement: Arrangement) -> list[Block]:
    found = []
    for latent, items in zip(arrangement.latents, arrangement.blocks(), strict=True):
        if not latent.higher_order:
            found.append(Block(latent.name, latent.name, items, latent.mode == "B"))
            continue
        at = items.start
        live = {leaf.name for leaf in arrangement.items[items]}
        for part in latent.parts:
            size = sum(leaf.name in live for leaf in part.leaves())
            if size:
                found.append(Block(part.name, latent.name, slice(at, at + size), part.mode == "B"))
            at += size
    return found
