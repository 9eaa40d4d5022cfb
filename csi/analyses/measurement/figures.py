"""Figures of the measurement as cells: a number with the ends of its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics.reliability import feldt, spearman_brown
from ...results import Blank, Number
from ...study import Study
from ...study.constructs import Block

Array = NDArray[np.float64]
At = tuple[int, ...]
Ends = tuple[Number, Number]

SINGLE, FORMATIVE, UNDEFINED, SINGULAR = Blank("single_item"), Blank("formative"), Blank("undefined"), Blank("singular")


def number(value: float, reason: Blank = UNDEFINED) -> Number:
    """The value, or the reason where it is none."""
    return float(value) if np.isfinite(value) else reason


@dataclass(frozen=True, eq=False)
class Measurement:
    """The figures of a study that has every criterion, by block and item."""

    study: Study

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Latents of the first order, and the parts of higher-order ones."""
        return self.study.constructs.blocks

    @cached_property
    def correlations(self) -> Array:
        """(m, m) between items; pairwise where there are holes."""
        return self.study.item_correlations

    @property
    def drawn(self) -> Mapping[str, Array] | None:
        """The figures of all resamples, or None."""
        return None if self.study.replicates is None else self.study.replicates.figures

    def value(self, key: str, at: At) -> Number:
        """The point estimate of one figure."""
        return number(float(self.study.point[key][at][0]))

    def ends(self, key: str, at: At, n: float) -> Ends:
        """Both ends of its interval, on n respondents."""
        _, lower, upper = self.study.spread_of(key, at, n)
        return lower, upper

    def spread(self, draws: Array | None, n: float) -> Ends:
        """Both ends of the interval that replicates (B,) give."""
        known = None if draws is None else np.where(np.isfinite(draws), draws, np.nan)
        _, lower, upper = self.study.spread(known, n)
        return lower, upper

    def with_ends(self, key: str, at: At, n: float, reason: Blank | None = None) -> tuple[Number, Number, Number]:
        """The figure and both ends; one reason for all three where it has no meaning."""
        value = reason or self.value(key, at)
        return (value, value, value) if isinstance(value, Blank) else (value, *self.ends(key, at, n))

    def feldt(self, alpha: Number, effective: float, items: int) -> Ends:
        """Both ends of the interval of an alpha, which needs no resamples."""
        if isinstance(alpha, Blank):
            return alpha, alpha
        lower, upper = feldt(alpha, effective, items, self.study.confidence)
        few = Blank("too_few_respondents")
        return number(lower, few), number(upper, few)

    def n(self, items: slice) -> int:
        """Respondents that every figure of these items stands on: those of the item with the fewest answers."""
        answered: int = self.study.arrangement.seen[:, items].sum(axis=0).min()
        return int(answered)

    def effective(self, items: slice) -> float:
        """The same as independent respondents: case weights and clusters make them fewer."""
        return min(float(self.n(items)), self.study.independent(items))


def size(block: Block) -> int:
    """How many items the block has."""
    items: int = block.items.stop - block.items.start
    return items


def of_two(r: float) -> tuple[Number, Number]:
    """r and Spearman-Brown of two items."""
    return number(r), number(float(spearman_brown(np.array([r]))[0]))


def no_reliability(block: Block) -> Blank | None:
    """Why criteria of reflective measurement have no meaning for the block, or None."""
    if size(block) == 1:
        return SINGLE
    return FORMATIVE if block.formative else None
