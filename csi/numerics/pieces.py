"""Figures of many replicates that were computed in blocks, joined only as far as somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Pieces(Mapping[str, Array]):
    """Name -> (…, B), joined over the blocks and kept when it is asked for; `row` joins one figure alone and keeps nothing.

    Most of what is resampled is read once, figure by figure: joining all of it would write every number a second time.
    """

    def __init__(self, blocks: Sequence[Mapping[str, Array]]) -> None:
        self._parts: dict[str, list[Array]] = {}
        self._first: dict[str, str] = {}  # figures of two names may be one array
        known: dict[tuple[int, ...], str] = {}
        for key in blocks[0] if blocks else ():
            parts = [block[key] for block in blocks]
            self._first[key] = known.setdefault(tuple(id(part) for part in parts), key)
            self._parts.setdefault(self._first[key], parts)

    def __getitem__(self, key: str) -> Array:
        parts = self._parts[self._first[key]]
        if len(parts) > 1:
            parts[:] = [np.concatenate(parts, axis=-1)]
        return parts[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def row(self, key: str, at: int | tuple[int, ...]) -> Array:
        """(B,) one entry of a figure."""
        parts = self._parts[self._first[key]]
        return parts[0][at] if len(parts) == 1 else np.concatenate([part[at] for part in parts])

    def first(self, key: str) -> str:
        """The first name that a figure has, the same for all its names."""
        return self._first[key]

    @property
    def columns(self) -> int:
        """B."""
        return sum(part.shape[-1] for part in next(iter(self._parts.values()), ()))
