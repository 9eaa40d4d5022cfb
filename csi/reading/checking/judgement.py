"""One indicator judged by each principle, from its answers and from what the model says of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Indicator
from .verdicts import Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST = 30  # answers below which nothing is sure
EXTREME = 0.9  # share of one end from which a question tells respondents apart no longer
WEAK = 0.2  # item–rest correlation under which a question hardly belongs to its latent
UNSAID = ("not_declared", "no_benchmark")
_T = 2.0  # standard errors from zero


def important(asked: Floats | None, relation: float, n: int) -> Verdict:
    """By what respondents rate as important, where they were asked; else by its correlation with what the index is of."""
    import numpy as np

    if asked is not None and not np.isnan(asked).all():
        return Verdict("passes", "asked_important") if np.nanmean(asked) >= 0.5 else Verdict("fails", "asked_unimportant")
    if n < LEAST or math.isnan(relation):
        return Verdict("unknown", "too_few" if n < LEAST else "nothing_beside")
    return Verdict("passes", "related") if _sure(relation, n) and relation > 0 else Verdict("fails", "unrelated")


def controllable(leaf: Indicator) -> Verdict:
    """By what the model says; nobody else can know."""
    if leaf.controllable is None:
        return Verdict("unknown", "not_declared")
    return Verdict("passes" if leaf.controllable else "fails", "declared")


def measurable(answers: Floats, with_fellows: float, block: int) -> Verdict:
    """By its answers: enough of them, not all alike, and in step with the `block` questions of its latent."""
    import numpy as np

    told = answers[~np.isnan(answers)]
    flaw = _flaw(told, len(answers))
    if flaw:
        return Verdict("fails", flaw)
    if len(told) < LEAST:
        return Verdict("unknown", "too_few")
    if block > 1 and with_fellows < 0 and _sure(with_fellows, len(told)):
        return Verdict("fails", "against_others")
    if block > 2 and with_fellows < WEAK:
        return Verdict("fails", "weak_with_others")
    return Verdict("passes", "spreads")


def remark(judged: Sequence[Verdict]) -> str | None:
    """The reason for a no, else for a doubt; what the model does not say is true of most, and no remark."""
    told = [one for one in judged if one.because not in UNSAID]
    found = [one.because for said in ("fails", "unknown") for one in told if one.said == said]
    return found[0] if found else None


def _flaw(told: Floats, respondents: int) -> str:
    if not len(told):
        return "no_answers"
    if 2 * len(told) < respondents:
        return "mostly_missing"
    if told.min() == told.max():
        return "constant"
    if (told == 1).mean() >= EXTREME:
        return "ceiling"
    return "floor" if (told == 0).mean() >= EXTREME else ""


def _sure(correlation: float, n: int) -> bool:
    return correlation**2 * n > _T**2
