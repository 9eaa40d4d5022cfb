"""Better and Worse of a feature: what it brings when it is there, and what it costs when it is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...numerics import kano
from ...results import Blank, Number
from .figures import Kano
from .intervals import Ends, share_ends

_FOUR = 4  # M, O, A, I: the categories that the two ratios stand on


@dataclass(frozen=True, eq=False)
class Ratios:
    """Better and |Worse| of one feature with their ends, and on which side of the lines they lie."""

    found: Kano
    at: int

    @cached_property
    def better(self) -> Number:
        """0 to 1."""
        return self._value(1, 2)

    @cached_property
    def harm(self) -> Number:
        """Worse without its sign, 0 to 1."""
        return self._value(0, 1)

    @cached_property
    def better_ends(self) -> Ends:
        """Of the interval."""
        return self._ends(self.better, 1, 2)

    @cached_property
    def harm_ends(self) -> Ends:
        """Of the interval."""
        return self._ends(self.harm, 0, 1)

    def corner(self, cross: tuple[float, float] | None) -> str | Blank:
        """I, M, A or O by the sides of the lines; a point on a line counts as beyond it."""
        if isinstance(self.better, Blank) or isinstance(self.harm, Blank) or cross is None:
            return Blank(self._absent if cross is not None else "nothing_to_compare")
        right, up = self.harm >= cross[0] - 1e-9, self.better >= cross[1] - 1e-9
        return "IMAO"[int(right) + 2 * int(up)]

    def _value(self, *parts: int) -> Number:
        shares = self.found.shares[:, self.at]
        whole = float(kano.base(shares)) if self.found.answered[self.at] else 0.0
        return float(shares[list(parts)].sum()) / whole if whole > 1e-12 else Blank(self._absent)

    def _ends(self, value: Number, *parts: int) -> Ends:
        if isinstance(value, Blank):
            return value, value
        drawn = self.found.drawn_shares
        with np.errstate(invalid="ignore", divide="ignore"):
            draws = None if drawn is None else drawn[list(parts), self.at].sum(axis=0) / kano.base(drawn[:, self.at])
        return share_ends(self.found, float(value), draws, self.found.codes[:, self.at] < _FOUR)

    @property
    def _absent(self) -> str:
        """Why there is neither: nobody answered, or nobody is in one of the four categories."""
        return "no_such_answers" if self.found.answered[self.at] else "no_pairs"
