"""A sample without each of its units in turn, or without each of some hundred groups of them: what BCa intervals need besides resamples."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np

from .moments import Array, Sums
from .pieces import Pieces
from .replicates import Estimator, Replicates
from .sample import CHUNK_UNITS, Sample

GROUPS = 250  # units that are left out one by one; of more, so many groups, which tell the acceleration to +-0.003


def figures(sample: Sample, estimator: Estimator, *, seed: int) -> dict[str, Array]:
    """The estimator's figures (…, J) without each unit or group; NaN in all of a column that the estimator calls spoiled."""
    drawn = estimator(left_out(sample, seed=seed))
    usable = drawn.spoiled == -1
    return {key: np.where(usable, values, np.nan) for key, values in drawn.figures.items()}


def left_out(sample: Sample, *, seed: int) -> Sums:
    """Sums of the sample without each unit, a batch of J = number of units; beyond `GROUPS` without each group of units.

    Groups are dealt by chance, so that the order of the rows means nothing; they may differ in size by one. The group sums of
    what units bring have the second and third moments of the units' own, therefore groups give the same acceleration.
    Inside strata a unit gives its weight to the whole stratum instead, itself included, so that the stratum keeps its weight
    and what two units bring is comparable between strata of different size.
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 11 and 14; groups: Shao & Tu (1995), The Jackknife and Bootstrap.
    """
    dealt = _dealt(sample, seed)
    terms = _by_unit(dealt)
    columns = terms.sum(axis=1)[:, None] - terms
    if sample.strata is not None:
        columns += _returned(sample, dealt, sample.strata)
    return sample.layout.sums(columns, sample.shift)


def carrying(drawn: Replicates, *behind: Mapping[str, Array]) -> Replicates:
    """The resamples with further columns behind them, which whatever is computed from the figures carries along."""
    parts = (drawn.figures, *behind)
    together = {key: np.concatenate([part[key] for part in parts], axis=-1) for key in drawn.figures}
    width = next(iter(together.values())).shape[-1]
    return dataclasses.replace(drawn, figures=Pieces([together]), carried=width - drawn.resamples)


def _dealt(sample: Sample, seed: int) -> Sample:
    """The sample with groups for units, where it has too many units to leave each out."""
    count = sample.unit_count
    if count <= GROUPS:
        return sample
    groups = np.random.default_rng([seed, 0, GROUPS]).permutation(np.arange(count) % GROUPS)
    return dataclasses.replace(sample, units=groups if sample.units is None else groups[sample.units], strata=None)


def _by_unit(sample: Sample) -> Array:
    """(width, u) the terms of every unit, formed for some thousand respondents at a time."""
    u = sample.unit_count
    step = max(1, CHUNK_UNITS * u // sample.values.shape[0])
    return np.concatenate([sample.terms(a, min(a + step, u)) for a in range(0, u, step)], axis=1)


def _returned(sample: Sample, dealt: Sample, strata: np.ndarray) -> Array:
    """(width, J) what the strata of the units left out get back: each unit's share in its stratum."""
    rows = np.arange(sample.values.shape[0])
    unit = rows if sample.units is None else sample.units
    gone = rows if dealt.units is None else dealt.units
    group = np.zeros(sample.unit_count, dtype=np.int64)
    group[unit] = gone
    shares = np.zeros((int(strata.max()) + 1, dealt.unit_count))
    np.add.at(shares, (strata, group), 1 / np.bincount(strata)[strata])
    whole = _by_unit(dataclasses.replace(sample, units=strata[unit], strata=None))
    returned: Array = np.einsum("wh,hj->wj", whole, shares)  # no BLAS, whose sums depend on the number of threads
    return returned
