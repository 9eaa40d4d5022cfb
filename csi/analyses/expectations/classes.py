"""The class of an expectation: essential, ordinary, negotiable, or one that can be given up."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Codes = NDArray[np.int64]

CLASSES = ("essential", "ordinary", "negotiable", "given_up")
UNKNOWN = -1


class Cuts(NamedTuple):
    """top: share of the expectations that are the most important. firm, loose: shares of respondents who would give it up."""

    top: float = 0.333
    firm: float = 0.2
    loose: float = 0.5


def classes(importance: Array, give_up: Array, cuts: Cuts, must_be: NDArray[np.bool_] | None = None) -> Codes:
    """(p, B) the place of each expectation in CLASSES, UNKNOWN where neither was asked.

    importance: (p, B). give_up: (p, B) shares. Essential: among the most important, and fewer than `firm` would give it up (or
    nobody was asked), or a must-be feature of Kano's model (must_be: (p, B)); given_up: `loose` or more would; negotiable: between the two; ordinary: the rest.
    """
    asked = np.isfinite(give_up)
    top = among_the_top(importance, cuts.top)
    with np.errstate(invalid="ignore"):
        firm, loose = ~(give_up >= cuts.firm), give_up >= cuts.loose
    must = np.zeros(top.shape, dtype=bool) if must_be is None else must_be
    codes = np.select([must | (top & firm), loose, ~firm], [0, 3, 2], 1)
    return np.where(must | asked | np.isfinite(importance), codes, UNKNOWN)


def among_the_top(importance: Array, share: float) -> NDArray[np.bool_]:
    """(p, B) whether it belongs to the given share of the most important: as many as come nearest to it, one at least, and ties."""
    known = np.isfinite(importance)
    filled = np.where(known, importance, -np.inf)
    wanted = np.maximum(1, np.floor(known.sum(axis=0) * share + 0.5)).astype(int)
    falling = -np.sort(-filled, axis=0)
    least = falling[wanted - 1, np.arange(filled.shape[1])] if len(filled) else np.empty(0)
    top: NDArray[np.bool_] = known & (filled >= least - 1e-9)
    return top


def same(codes: Codes, point: int) -> float:
    """Share of the resamples (B,) with the same class; those that know no class do not count."""
    known = codes[codes != UNKNOWN]
    return float((known == point).mean()) if known.size else float("nan")
