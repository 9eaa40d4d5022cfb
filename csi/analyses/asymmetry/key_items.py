"""The few items whose failures mark the dissatisfied, and the few whose delights mark the delighted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...numerics.reach import Reach, rising
from ...results import Blank, Number
from ...study.aside import Aside, aside
from .effects import DECIDED
from .question import Question

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bounded = tuple[Number, Number, Number]


@dataclass(frozen=True, eq=False)
class KeyItems:
    """Items by how well their marks tell one group from the others.

    marks: (n, p) failures or delights. group: (n,) whom they are to reach. others: (n,) the rest of those who count.
    """

    question: Question
    marks: Flags
    group: Flags
    others: Flags

    @property
    def apart(self) -> bool:
        """Whether there is somebody on both sides, and anything marked."""
        return bool(self.group.any() and self.others.any() and self.marks[self.group | self.others].any())

    @cached_property
    def reach(self) -> Reach:
        """The columns to be added up."""
        return Reach(self.marks, self.group, self.others, self.question.study.base.case_weights)

    @cached_property
    def made(self) -> Aside:
        """Every figure of `Reach` with its resamples, and the difference of reach and noise."""
        reach = self.reach

        def figures(sums: Sums) -> Mapping[str, Array]:
            found = dict(reach.figures(sums))
            return {**found, "difference": found["reach"] - found["noise"]}

        return aside(self.question.study, reach.columns(), figures)

    @property
    def names(self) -> tuple[str, ...]:
        """The items by their Shapley value, largest first."""
        return tuple(self.question.drivers[at].name for at in self.reach.order)

    def value(self, key: str, row: int) -> float:
        """A figure of the item in that row."""
        return self.made.value(key, row)

    def bounded(self, key: str, row: int) -> Bounded:
        """A figure with its lower and upper end."""
        _, lower, upper = self.made.spread(key, row, self.n)
        return self.value(key, row), lower, upper

    @property
    def n(self) -> int:
        """Respondents of the smaller side, on which the difference stands."""
        return int(min(self.group.sum(), self.others.sum()))

    @cached_property
    def length(self) -> int:
        """How many of the first items are key: until the difference stops rising."""
        difference = np.array([[self.value("difference", row)] for row in range(len(self.names))])
        return int(rising(np.diff(difference, axis=0, prepend=0.0))[0])

    @property
    def chosen(self) -> tuple[str, ...]:
        """The key items."""
        return self.names[: self.length]

    @cached_property
    def sure(self) -> int | None:
        """How many of the key items, from the first on, are sure; None where no resamples tell.

        Most resamples choose each of them again, and the intervals of its own value and of the difference up to it lie above 0.
        """
        for row in range(self.length):
            again, lower, own = self.again(row), self.bounded("difference", row)[1], self.bounded("shapley", row)[1]
            if not (isinstance(again, float) and isinstance(lower, float) and isinstance(own, float)):
                return None
            if again < DECIDED or lower <= 0 or own <= 0:
                return row
        return self.length

    def again(self, row: int) -> Number:
        """Share of the resamples in which the item is among the chosen."""
        reason = self.made.no_interval(self.n)
        if reason is not None or self.made.drawn is None:
            return Blank(reason or "not_applicable")
        draws = self.made.drawn.figures["chosen"][row, : self.made.drawn.resamples]
        told = draws[np.isfinite(draws)]
        return float(told.mean()) if 2 * told.size >= draws.size else Blank("resamples_unusable")


def dissatisfiers(asked: Question) -> KeyItems:
    """Failures (low answers) among the dissatisfied, against all others."""
    return KeyItems(asked, asked.low, asked.dissatisfied, asked.complete & ~asked.dissatisfied)


def enhancers(asked: Question, failures: KeyItems) -> KeyItems:
    """Delights (high answers) among the delighted, against all others; only of those whom no key item has failed.

    The key dissatisfiers are those of the point estimate, in all resamples.
    """
    key = [asked.drivers[at].name in failures.chosen for at in range(len(asked.drivers))] if failures.apart else []
    spared = asked.complete & ~asked.low[:, key].any(axis=1) if key else asked.complete
    return KeyItems(asked, asked.high, asked.delighted & spared, spared & ~asked.delighted)
