"""Reach less noise: which items' failures (or delights) mark those whom a whole has failed; the batch is the last axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .moments import Sums

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

PATTERNS = 2_000_000  # respondents times patterns of marks, up to which each resample chooses in an order of its own
ADDS = 1e-12  # what an item must add to the difference of reach and noise at least
_SLICE = 256  # resamples looked at together


def shapley_shares(marks: Flags) -> Array:
    """(n, p) each respondent's part in the Shapley values: one over the number of their marks at each mark, else 0.

    In the game "any item of S is marked" the marked items of one respondent stand for one another and the others add nothing,
    so each of the f marked ones has 1 / f. Values of a mean over respondents are means of theirs: exact, however many items.
    Source: Shapley (1953), by symmetry, dummy and additivity; the game is that of Conklin, Powaga & Lipovetsky (2004), European
    Journal of Operational Research 154(3), 819-827.
    """
    shares: Array = marks / np.maximum(marks.sum(axis=1, keepdims=True), 1)
    return shares


def rising(gain: Array) -> NDArray[np.int64]:
    """(B,) how many items stand before the first that adds nothing. gain: (p, B) what each adds to the difference, in order."""
    adds = gain > ADDS
    return np.where(adds.all(axis=0), len(gain), np.argmin(adds, axis=0))


@dataclass(frozen=True, eq=False)
class Reach:
    """Columns whose sums tell reach and noise of items, in the order of their Shapley values.

    marks: (n, p) what failed (or delighted) whom. marked: (n,) respondents in the group to be reached; others: (n,) the rest; in neither:
    those who do not count. case_weights: (n,) or None. Both groups must hold somebody.
    """

    marks: Flags
    marked: Flags
    others: Flags
    case_weights: Array | None = None

    @cached_property
    def order(self) -> NDArray[np.int64]:
        """(p,) items by their Shapley value, largest first."""
        v = np.ones(len(self.marks)) if self.case_weights is None else self.case_weights
        parts = shapley_shares(self.marks)
        inside, outside = v * self.marked, v * self.others
        value = inside @ parts / inside.sum() - outside @ parts / outside.sum()
        return np.argsort(-value, kind="stable")

    @cached_property
    def patterns(self) -> tuple[Flags, Flags] | None:
        """The patterns of marks, items in `order`, that occur in the group and among the others; None where they are too many."""
        marks = self.marks[:, self.order]
        found = [np.unique(marks[side], axis=0) for side in (self.marked, self.others)]
        return (found[0], found[1]) if len(marks) * sum(map(len, found)) <= PATTERNS else None

    def columns(self) -> Array:
        """(n, q) the columns that `figures` wants sums of: who has which pattern, or what the items' marks tell of each respondent."""
        marks = self.marks[:, self.order]
        if self.patterns is None:
            own = np.column_stack([np.ones(len(marks)), _told(marks)])
            return np.concatenate([own * side[:, None] for side in (self.marked, self.others)], axis=1)
        sides = zip((self.marked, self.others), self.patterns, strict=True)
        return np.concatenate([_membership(marks, side, found) for side, found in sides], axis=1)

    def figures(self, sums: Sums) -> Mapping[str, Array]:
        """Over a batch of B, items in `order`: shapley, item_reach, item_noise, reach, noise (p, B), the last two of all items up to
        each; chosen (p, B) 1 where the item is one of those before the difference of reach and noise stops rising.
        """
        p = self.marks.shape[1]
        whole = sums.total + sums.shift[:, None] * sums.weight
        if self.patterns is None:
            inside, outside = (side[1:] / side[0] for side in np.split(whole, 2))
        else:
            sides = np.split(whole, [len(self.patterns[0])])
            shares = [side / side.sum(axis=0) for side in sides]
            inside, outside = (_told(found).T @ share for found, share in zip(self.patterns, shares, strict=True))
        (reached, reach), (noisy, noise) = ((side[p : 2 * p], side[2 * p :]) for side in (inside, outside))
        shapley = inside[:p] - outside[:p]
        if self.patterns is None:
            chosen = _held(reach - noise)
        else:
            chosen = _chosen(shapley, np.concatenate([shares[0], -shares[1]]), np.concatenate(self.patterns))
        return {"shapley": shapley, "item_reach": reached, "item_noise": noisy, "reach": reach, "noise": noise, "chosen": chosen}


def _told(marks: Flags) -> Array:
    """(n, 3p) parts in the Shapley values, marks, and whether any item up to each is marked."""
    return np.concatenate([shapley_shares(marks), marks, np.logical_or.accumulate(marks, axis=1)], axis=1)


def _membership(marks: Flags, side: Flags, found: Flags) -> Array:
    """(n, patterns) 1 where a respondent of that side has the pattern."""
    member = np.zeros((len(marks), len(found)))
    which = np.unique(marks[side], axis=0, return_inverse=True)[1].ravel()
    member[np.flatnonzero(side), which] = 1
    return member


def _chosen(shapley: Array, signed: Array, patterns: Flags) -> Array:
    """(p, B) which items each replicate chooses, in an order of its own. signed: (patterns, B) shares in the group, less those of the others."""
    chosen = np.full(shapley.shape, np.nan)
    told = np.flatnonzero(np.isfinite(shapley).all(axis=0))
    for first in range(0, len(told), _SLICE):
        some = told[first : first + _SLICE]
        chosen[:, some] = _chosen_by_pattern(shapley[:, some], signed[:, some], patterns)
    return chosen


def _chosen_by_pattern(shapley: Array, signed: Array, patterns: Flags) -> Array:
    order = np.argsort(-shapley, axis=0, kind="stable")
    chosen = np.zeros(shapley.shape)
    still = np.arange(shapley.shape[1])  # replicates whose difference rises
    rest = signed  # of patterns that no chosen item has marked yet
    for items in order:
        hit = patterns[:, items[still]]
        adds = np.where(hit, rest, 0).sum(axis=0) > ADDS
        still, rest = still[adds], np.where(hit, 0, rest)[:, adds]
        chosen[items[still], still] = 1
        if not still.size:
            break
    return chosen


def _held(difference: Array) -> Array:
    """(p, B) the items that are chosen while the order stays that of the point estimate. difference: (p, B) of all items up to each."""
    gain = np.diff(difference, axis=0, prepend=0.0)
    told = np.isfinite(difference).all(axis=0)
    return np.where(told, np.arange(len(difference))[:, None] < rising(gain), np.nan)
