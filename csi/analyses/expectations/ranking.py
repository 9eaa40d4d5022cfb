"""The ranking of expectations: class, shares, and whether experience falls short of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics.kano import CATEGORIES, by_mode
from ...results import Blank, Number
from ...study.aside import Aside
from ..few import FEW
from .asked import Asked
from .blocks import Means, counts, means_of
from .classes import CLASSES, UNKNOWN, Cuts, classes, same

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Ranking:
    """The p expectations with their classes. cuts: where the classes divide."""

    asked: Asked
    cuts: Cuts

    @cached_property
    def blocks(self) -> Means:
        """Name -> (n, p)."""
        asked, (expectation, experience) = self.asked, self.asked.pair
        beyond = np.where(np.isfinite(asked.excess), asked.excess > 0, np.nan)
        of_kano = {} if asked.kano is None else {"kano": asked.kano.reshape(asked.study.used, -1)}
        return {
            **of_kano,
            "importance": asked.importance,
            "give_up": asked.give_up,
            "excess": asked.excess,
            "beyond": beyond,
            "expected": asked.expected,
            "expectation": expectation,
            "experience": experience,
        }

    @cached_property
    def made(self) -> Aside:
        """Means and shares (p, B), `gap` and `class` (places in CLASSES)."""
        return means_of(self.asked.study, self.blocks, self._derived)

    @cached_property
    def n(self) -> dict[str, list[int]]:
        """How many respondents each mean of a block stands on."""
        return {name: counts(block) for name, block in self.blocks.items()}

    def class_of(self, at: int) -> str | Blank:
        """One of CLASSES."""
        code = int(self.made.value("class", at))
        return Blank("no_answers") if code == UNKNOWN else CLASSES[code]

    def certainty(self, at: int) -> Number:
        """Share of the resamples in which it is of the same class; of few respondents nothing is certain."""
        code, n = int(self.made.value("class", at)), self.answered(at)
        reason = "no_answers" if code == UNKNOWN else self.made.no_interval(n)
        reason = reason or ("too_few_respondents" if n < FEW else None)
        if reason is not None or self.made.drawn is None:
            return Blank(reason or "not_applicable")
        codes = self.made.drawn.figures["class"][at, : self.made.drawn.resamples]
        return same(codes.astype(np.int64), code)

    def order(self) -> list[int]:
        """The places of the expectations from the most essential down."""
        codes = self.made.point["class"][:, 0]
        weight = np.nan_to_num(self.rating(self.made.point)[:, 0], nan=-1.0)
        return sorted(range(len(codes)), key=lambda at: (codes[at] if codes[at] != UNKNOWN else 9, -weight[at]))

    def rating(self, means: Means) -> Array:
        """(p, B) by what they are ordered: importance, or how much is expected where nobody was asked for importance."""
        return means["importance"] if self.asked.states_importance else means["expected"]

    def kano(self, at: int) -> str | None:
        """The letter of the most frequent Kano category, None where no feature has the indicator's name."""
        if self.asked.kano is None:
            return None
        shares = self.made.point["kano"].reshape(6, len(self.asked.leaves), 1)[:, at, 0]
        return CATEGORIES[int(by_mode(shares))] if np.isfinite(shares).all() else None

    def _must_be(self, means: Means) -> NDArray[np.bool_] | None:
        if "kano" not in means:
            return None
        shares = means["kano"].reshape(6, len(self.asked.leaves), -1)
        known = np.isfinite(shares).all(axis=0)
        must: NDArray[np.bool_] = known & (by_mode(np.where(known, shares, 0.0)) == CATEGORIES.index("M"))
        return must

    def answered(self, at: int) -> int:
        """Respondents who said anything of it."""
        return max(self.n["importance"][at], self.n["give_up"][at], self.n["expected"][at])

    def _derived(self, means: Means) -> Means:
        codes = classes(self.rating(means), means["give_up"], self.cuts, self._must_be(means))
        return {"gap": means["experience"] - means["expectation"], "class": codes.astype(np.float64)}
