"""A path model in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .inner_weights import Paths


@dataclass(frozen=True)
class PlsDesign:
    """Which item belongs to which latent, and which latent acts on which.

    starts: first item of each latent's block; the blocks lie one after the other and cover all m items.
    paths: (k, k) booleans, [source, target]. formative: (k,) mode B.
    """

    starts: tuple[int, ...]
    items: int
    paths: Paths
    formative: tuple[bool, ...]
    scheme: str = "path"

    @cached_property
    def blocks(self) -> tuple[slice, ...]:
        """One slice of items a latent."""
        ends = (*self.starts[1:], self.items)
        return tuple(slice(a, b) for a, b in zip(self.starts, ends, strict=True))

    @property
    def latents(self) -> int:
        """k."""
        return len(self.starts)

    @cached_property
    def owner(self) -> NDArray[np.intp]:
        """(m,) the latent of each item."""
        return np.repeat(np.arange(self.latents), np.diff([*self.starts, self.items]))

    @cached_property
    def reach(self) -> tuple[tuple[slice, ...], ...]:
        """For each latent the runs of items whose covariance with it a round of the iteration reads.

        They are its own, those of its neighbours, and those of latents that act on the same one.
        """
        one = self.paths.astype(int)
        near = self.paths | self.paths.T | (one @ one.T > 0) | np.eye(self.latents, dtype=bool)
        return tuple(_runs(row[self.owner]) for row in near)


def _runs(wanted: NDArray[np.bool_]) -> tuple[slice, ...]:
    edges = np.flatnonzero(np.diff(wanted.astype(int), prepend=0, append=0))
    return tuple(slice(a, b) for a, b in edges.reshape(-1, 2).tolist())
