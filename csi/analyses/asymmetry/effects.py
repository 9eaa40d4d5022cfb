"""Penalty and reward of every item, with what the resamples make of them, and the kind that follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...numerics.adjusted import adjusted, moved_back
from ...numerics.contrasts import contrasts, dummies, slope_errors
from ...numerics.relative_weights import twins
from ...numerics.tests import holm, two_sided_p
from ...results import Blank, Number
from ...study.aside import Aside, aside
from .question import Question

Array = NDArray[np.float64]
Side = Literal["penalty", "reward"]
Spread = tuple[Number, Number, Number]
SIDES: tuple[Side, Side] = ("penalty", "reward")

KINDS = ("frustrator", "dissatisfier", "hybrid", "satisfier", "delighter")
LIMITS = (-0.7, -0.2, 0.2, 0.7)  # of the asymmetry, between the kinds
DECIDED = 0.8  # of the resamples of one mind, under which nothing should be decided by it
TOLD = 0.5  # of the resamples of one mind, under which no kind is told
FEW = 30  # answers under which a dummy tells little


@dataclass(frozen=True, eq=False)
class Effects:
    """Penalties and rewards of the p items of a question."""

    question: Question

    @cached_property
    def made(self) -> Aside:
        """Every figure of `contrasts` with its resamples."""
        asked = self.question
        columns = dummies(asked.low, asked.high, asked.result, asked.complete)
        return aside(asked.study, columns, contrasts, products=columns.shape[1])

    def value(self, key: str, at: int) -> float:
        """One figure of an item, NaN where there is none."""
        return self.made.value(key, at)

    def count(self, side: Side, at: int) -> int:
        """How many of those who answered everything gave the item a low (penalty) or a high (reward) answer."""
        asked = self.question
        flags = asked.low if side == "penalty" else asked.high
        return int((flags[:, at] & asked.complete).sum())

    def absent(self, side: Side, at: int) -> str | None:
        """Why the item has no penalty or no reward, or None."""
        if np.isfinite(self.value(side, at)):
            return None
        if self.count(side, at) == 0:
            return "no_such_answers"
        middle = self.question.n - self.count("penalty", at) - self.count("reward", at)
        return "no_middle" if middle == 0 else "singular"

    def effect(self, side: Side, at: int) -> tuple[Number, Number, Number, Number]:
        """Penalty or reward with standard error, lower and upper end."""
        reason = self.absent(side, at)
        if reason is not None:
            return (Blank(reason),) * 4
        return (self.value(side, at), *self.made.spread(side, at, self.question.n))

    def test(self, side: Side, at: int) -> tuple[Number, Number]:
        """t and its two-sided p."""
        reason = self.absent(side, at)
        error, degrees = self._errors[side][at], self._errors["degrees"][0]
        if reason is not None or not error > 0:
            return (Blank(reason or "no_spread"),) * 2
        t = self.value(side, at) / error
        return float(t), float(two_sided_p(np.array(t), np.array(degrees)))

    def p_adjusted(self, side: Side, at: int) -> Number:
        """The p of `test`, corrected for the penalties, or the rewards, of all items."""
        p = self.test(side, at)[1]
        return p if isinstance(p, Blank) else float(self._family[side][at])

    def explained(self) -> tuple[Number, Number, Number, Number]:
        """Adjusted R squared with standard error, lower and upper end; percentiles of draws that are moved back to it."""
        asked, made = self.question, self.made
        n, q, raw = min(asked.n, asked.study.base.kish), len(self._telling), made.value("r_squared")
        if not np.isfinite(raw) or n <= q + 1:
            return (Blank("too_few_respondents" if np.isfinite(raw) else "singular"),) * 4
        value = float(adjusted(np.array(raw), n, q))
        draws = None if made.drawn is None else adjusted(made.drawn.figures["r_squared"], n, q)
        if draws is not None and asked.study.interval == "percentile":
            draws = moved_back(draws, value)
        return (max(value, 0.0), *made.spread_of(draws, asked.n))

    @cached_property
    def entangled(self) -> tuple[str, ...]:
        """The items that determine one another, so that no item has a penalty or a reward; empty where all are told apart."""
        places, p = self._telling, len(self.question.drivers)
        if not any(self.absent(side, at) == "singular" for side in SIDES for at in range(p)):
            return ()
        flags = np.concatenate([self.question.low, self.question.high], axis=1)[self.question.complete][:, places]
        found = sorted({places[at] % p for at in twins(np.corrcoef(flags, rowvar=False))}) if len(places) > 1 else []
        return tuple(self.question.drivers[at].name for at in found)

    def wrong(self, at: int) -> bool:
        """Whether low answers go with more of the outcome, or high ones with less."""
        return self.value("penalty", at) > 0 or self.value("reward", at) < 0

    def shape(self, key: str, at: int) -> tuple[Number, Number, Number, Number]:
        """Impact range, a potential or the asymmetry with standard error, lower and upper end; blanks where a sign is wrong."""
        reason = self.absent("penalty", at) or self.absent("reward", at) or ("wrong_sign" if self.wrong(at) else None)
        value = self.value(key, at)
        if reason is None and not np.isfinite(value):
            reason = "undefined"
        if reason is not None:
            return (Blank(reason),) * 4
        return (value, *self.made.spread(key, at, self.question.n))

    def kind(self, at: int) -> str | Blank:
        """One of KINDS; blank where there is no reason for one, or fewer than half of the resamples agree."""
        certainty = self.certainty(at)
        unsettled = isinstance(certainty, float) and certainty < TOLD
        return Blank("kind_unsettled") if unsettled else self.likely(at)

    def likely(self, at: int) -> str | Blank:
        """The kind of the estimate; blank where a sign is wrong or neither penalty nor reward differs from zero beyond chance."""
        index = self.shape("asymmetry", at)[0]
        if isinstance(index, Blank):
            return index
        beyond = 1 - self.question.study.confidence
        tested = [self.test(side, at)[1] for side in ("penalty", "reward")]
        if not any(isinstance(p, float) and p < beyond for p in tested):
            return Blank("not_clear")
        return KINDS[int(np.searchsorted(LIMITS, index))]

    def certainty(self, at: int) -> Number:
        """Share of the resamples in which the item is of the kind of the estimate; where a sign is wrong it is of none."""
        kind = self.likely(at)
        reason = self.made.no_interval(self.question.n)
        if isinstance(kind, Blank) or reason is not None or self.made.drawn is None:
            return kind if isinstance(kind, Blank) else Blank(reason or "not_applicable")
        figures, last = self.made.drawn.figures, self.made.drawn.resamples
        penalty, reward, index = (figures[key][at, :last] for key in ("penalty", "reward", "asymmetry"))
        told = np.isfinite(penalty) & np.isfinite(reward)
        same = (penalty <= 0) & (reward >= 0) & (np.searchsorted(LIMITS, index) == KINDS.index(kind)) & np.isfinite(index)
        return float(same[told].mean()) if told.any() else Blank("resamples_unusable")

    @cached_property
    def _telling(self) -> list[int]:
        """The dummies that could tell something, low answers of all items first, then high ones."""
        p = len(self.question.drivers)
        return [k * p + at for k, side in enumerate(SIDES) for at in range(p) if self.absent(side, at) in {None, "singular"}]

    @cached_property
    def _family(self) -> dict[Side, Array]:
        """(p,) Holm's p of the penalties and of the rewards, NaN where there is none."""
        plain = {side: [self.test(side, at)[1] for at in range(len(self.question.drivers))] for side in SIDES}
        return {side: holm(np.array([p if isinstance(p, float) else np.nan for p in found])) for side, found in plain.items()}

    @cached_property
    def _errors(self) -> dict[str, Array]:
        """Standard errors of penalties and rewards, NaN where there are none, and their degrees of freedom."""
        asked, p = self.question, len(self.question.drivers)
        known = np.array([self.absent(side, at) is None for side in ("penalty", "reward") for at in range(p)])
        errors, degrees = np.full(2 * p, np.nan), np.nan
        whole, b = asked.complete, asked.study.base
        dummy = np.concatenate([asked.low, asked.high], axis=1)[whole][:, known].astype(float)
        units = None if b.units is None else np.unique(b.units[whole], return_inverse=True)[1]
        strata = None if b.strata is None else _strata(b.strata, b.units, whole)
        v = None if b.case_weights is None else b.case_weights[whole]
        found = slope_errors(dummy, asked.result[whole], v, units, strata)
        if found is not None:
            errors[known], degrees = found
        return {"penalty": errors[:p], "reward": errors[p:], "degrees": np.array([degrees])}


def _strata(strata: NDArray[np.int64], units: NDArray[np.int64] | None, whole: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The stratum of each unit that is left."""
    if units is None:
        return strata[whole]
    kept: NDArray[np.int64] = strata[np.unique(units[whole])]
    return kept
