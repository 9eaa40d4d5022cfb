"""Names to arrays: which column of numbers holds which answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..model import Indicator, Latent, Model, Scale
from ..numerics.moderation import Crossed
from ..survey import Survey
from .respondents import Base

Array = NDArray[np.float64]
Use = Literal["item", "experience", "expectation", "importance"]

_UNBOUNDED = Scale(-1, 1)  # a product of answers is no answer; nobody reads it on 0-100


@dataclass(frozen=True, eq=False)
class Arrangement:
    """The columns of one study. The weighted items stand first, block by block, one block a latent.

    values: (n, q). seen: (n, q) which of them were answered rather than replaced. items: the m indicators that take part in the weighting. latents: the k latents that have such items.
    starts: first item of each latent's block. at: (use, indicator name) -> column of `values`.
    crossed: for each interaction the products of its items; their columns stand right behind the items.
    "experience" and "expectation" hold only the respondents who answered both sides of a pair.
    """

    values: Array
    seen: NDArray[np.bool_]
    items: tuple[Indicator, ...]
    latents: tuple[Latent, ...]
    starts: tuple[int, ...]
    at: Mapping[tuple[Use, str], int]
    scales: tuple[Scale, ...]  # one a column of values
    crossed: tuple[Crossed, ...] = ()

    @property
    def multiplied(self) -> int:
        """Leading columns whose products are needed: the items, and the products of items."""
        return self.crossed[-1].columns.stop if self.crossed else len(self.items)

    @property
    def lowest(self) -> Array:
        """(q,) theoretical lowest answers."""
        return np.array([scale.lowest for scale in self.scales])

    @property
    def highest(self) -> Array:
        """(q,) theoretical highest answers."""
        return np.array([scale.highest for scale in self.scales])

    def blocks(self) -> tuple[slice, ...]:
        """One slice of items a latent."""
        ends = (*self.starts[1:], len(self.items))
        return tuple(slice(a, b) for a, b in zip(self.starts, ends, strict=True))

    def column(self, use: Use, indicator: str) -> int | None:
        """Where the answers stand, or None when there are none of that use."""
        return self.at.get((use, indicator))


def arrange(survey: Survey, model: Model, base: Base, weighted: frozenset[str], *, interactions: bool = False) -> Arrangement:
    """The arrangement of the indicators named in `weighted`; the others that have answers follow behind.

    base: the respondents who count, with their answers after the missing policy. interactions: whether products are wanted.
    """
    builder = _Builder(survey, base)
    blocks = [(latent, [leaf for leaf in latent.leaves() if leaf.name in weighted]) for latent in model.latents]
    blocks = [(latent, leaves) for latent, leaves in blocks if leaves]
    items = tuple(leaf for _, leaves in blocks for leaf in leaves)
    for leaf in items:
        builder.add("item", leaf, leaf.column)
    sizes = [len(leaves) for _, leaves in blocks]
    starts = tuple(int(s) for s in np.cumsum([0, *sizes[:-1]])) if sizes else ()
    spans = {latent.name: slice(at, at + size) for (latent, _), at, size in zip(blocks, starts, sizes, strict=True)}
    pairs = [(spans[a], spans[b]) for _, a, b in model.interactions if interactions and a in spans and b in spans]
    crossed = tuple(builder.cross(first, second, len(items)) for first, second in pairs)
    for _, leaf in model.indicators:
        if ("item", leaf.name) not in builder.at and builder.any(leaf.column):
            builder.add("item", leaf, leaf.column)
        builder.add_pair(leaf)
        if leaf.importance is not None:
            builder.add("importance", leaf, leaf.importance)
    latents = tuple(latent for latent, _ in blocks)
    return Arrangement(*builder.collected(), items, latents, starts, builder.at, tuple(builder.scales), crossed)


class _Builder:
    """Collects columns: those of the survey as they stand, by number, and others of their own."""

    def __init__(self, survey: Survey, base: Base) -> None:
        self.survey, self.base, self.values = survey, base, base.values
        self.estimated = base.estimated
        self.columns: list[int | Array] = []
        self.scales: list[Scale] = []
        self.at: dict[tuple[Use, str], int] = {}

    def any(self, column: str) -> bool:
        return bool(self.base.counts[self._at(column)])

    def add(self, use: Use, leaf: Indicator, column: str) -> None:
        self._put(use, leaf, self._at(column), self._at(column))

    def collected(self) -> tuple[Array, NDArray[np.bool_]]:
        """The columns side by side, and which of them were answered; no copy where they are the survey's own."""
        plain = [column for column in self.columns if isinstance(column, int)]
        if plain == list(range(self.values.shape[1])) == list(range(len(self.columns))):
            return self.values, self.base.answered
        values = np.empty((len(self.values), len(self.columns)))
        seen = np.empty(values.shape, dtype=bool)
        seats = [at for at, column in enumerate(self.columns) if isinstance(column, int)]
        values[:, seats], seen[:, seats] = self.values[:, plain], self.base.answered[:, plain]
        for at, column in enumerate(self.columns):
            if not isinstance(column, int):
                values[:, at], seen[:, at] = column, ~np.isnan(column)
        return values, seen

    def add_pair(self, leaf: Indicator) -> None:
        """Both sides over those who answered both; a side without extra answers shares the item's own column."""
        if leaf.expectation is None:
            return
        experience, expectation = self._answers(leaf.column), self._answers(leaf.expectation)
        both = ~np.isnan(experience) & ~np.isnan(expectation)
        if not both.any():
            return
        whole = bool((both == ~np.isnan(experience)).all()) and ("item", leaf.name) in self.at
        if whole and (both.all() or not self.estimated):  # the mean of an item that is estimated is not theirs who answered
            self.at["experience", leaf.name] = self.at["item", leaf.name]
        else:
            self._put("experience", leaf, np.where(both, experience, np.nan), self._at(leaf.column))
        self._put("expectation", leaf, np.where(both, expectation, np.nan), self._at(leaf.expectation))

    def cross(self, first: slice, second: slice, m: int) -> Crossed:
        """The products of the items of two latents, each about a whole number near its mean."""
        columns = [self.values[:, column] if isinstance(column, int) else column for column in self.columns[:m]]
        centres = np.array([np.rint(np.nanmean(column)) for column in columns])
        about = [column - centre for column, centre in zip(columns, centres, strict=True)]
        start = len(self.columns)
        for i in range(first.start, first.stop):
            for j in range(second.start, second.stop):
                product = about[i] * about[j]
                self.columns.append(product)
                self.scales.append(_UNBOUNDED)
        return Crossed(first, second, slice(start, len(self.columns)), centres)

    def _put(self, use: Use, leaf: Indicator, answers: int | Array, at: int) -> None:
        self.at[use, leaf.name] = len(self.columns)
        self.columns.append(answers)
        self.scales.append(self.survey.scales[at])

    def _answers(self, column: str) -> Array:
        return self.values[:, self._at(column)]

    def _at(self, column: str) -> int:
        return self.survey.columns.index(column)
