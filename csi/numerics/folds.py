"""Folds of a cross-validation: who is held out when, and the sums over everybody else, all folds of all repeats at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .moments import Sums
from .sample import Sample
from .unit_sums import UnitSums

Numbers = NDArray[np.int64]


def fold_of_units(units: int, folds: int, repeats: int, seed: int) -> Numbers:
    """(repeats, units) the fold of each unit, at random; the folds of a repeat differ in size by one unit at most.

    With as many folds as units (leave-one-out) each unit is its own fold, whatever the seed.
    """
    balanced = np.arange(units, dtype=np.int64) % folds
    if folds == units:
        return np.repeat(balanced[None], repeats, axis=0)
    return np.stack([np.random.default_rng([seed, repeat]).permutation(balanced) for repeat in range(repeats)])


def training_sums(sample: Sample, assigned: Numbers, folds: int) -> Sums:
    """Sums over the units outside each fold, a batch of repeats x folds, repeat by repeat.

    assigned: (repeats, u) the fold of each unit.
    """
    sums = UnitSums(sample)
    whole = sums.of(np.ones((1, sample.unit_count), dtype=sums.kind))
    held_out = [sums.by_label(labels, folds) for labels in assigned]
    return sample.layout.sums(whole - np.concatenate(held_out, axis=1), sample.shift)


def places(assigned: Numbers, folds: int) -> Numbers:
    """(folds, largest fold) the rows of each fold, filled up with -1. assigned: (n,) the fold of each row."""
    order = np.argsort(assigned, kind="stable")
    sizes = np.bincount(assigned, minlength=folds)
    out = np.full((folds, int(sizes.max())), -1, dtype=np.int64)
    within = np.arange(assigned.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    out[assigned[order], within] = order
    return out
