"""Gaps by segment: whether a group of respondents falls shorter than the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...numerics.tests import linearised_error, two_sided_p
from ...numerics.welch import Mean, welch
from ...study import Study
from ...study.aside import Aside, aside
from ...study.pairs import Pairs

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

FEWEST = 30  # respondents a group needs
MOST = 12  # groups compared, the largest


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of one column that are large enough, and the gaps of the p pairs in each.

    members: which of the n respondents who count belong to each. small, beyond: groups that are not compared, with their sizes.
    """

    pairs: Pairs
    column: str
    members: Mapping[str, Flags]
    small: tuple[tuple[str, int], ...]
    beyond: tuple[tuple[str, int], ...]

    @property
    def study(self) -> Study:
        """Whose respondents they are."""
        return self.pairs.study

    @cached_property
    def everybody(self) -> Flags:
        """(n,) who is in one of the groups."""
        return np.asarray(np.any(list(self.members.values()), axis=0))

    @cached_property
    def made(self) -> Aside:
        """gap: (g, p, B) of each group; others: (g, p, B) of all other groups together."""
        d, g = self.pairs.differences, len(self.members)
        columns = np.column_stack([np.where(flags[:, None], d, np.nan) for flags in self.members.values()])

        def figures(sums: Sums) -> Mapping[str, Array]:
            shape = (g, d.shape[1], -1)
            weight = np.broadcast_to(sums.weight, sums.total.shape).reshape(shape)
            total = (sums.total + sums.weight * sums.shift[:, None]).reshape(shape)
            return {"gap": total / weight, "others": (total.sum(axis=0) - total) / (weight.sum(axis=0) - weight)}

        return aside(self.study, columns, figures, key=f"segments {self.column}")

    def compared(self, at: int, weights: Array) -> tuple[Array, Array]:
        """(B,) the combined gap of one group and of the others; B = 1. `drawn` is the same over the resamples."""
        return tuple(combined(self.made.point[key][at], weights) for key in ("gap", "others"))  # type: ignore[return-value]

    def drawn(self, at: int, weights: Array) -> tuple[Array, Array] | None:
        """(B,) the combined gaps of the resamples, None where there are none."""
        draws = self.made.draws
        return None if draws is None else (combined(draws["gap"][at], weights), combined(draws["others"][at], weights))

    def n(self, flags: Flags, weights: Array) -> int:
        """Respondents among them with at least one of the pairs that weigh."""
        return int((np.isfinite(self.pairs.differences[:, weights != 0]).any(axis=1) & flags).sum())

    def p(self, at: int, weights: Array) -> float:
        """Two-sided p of the difference; NaN where it has none.

        Respondents drawn one by one who count alike: Welch. Else by the linearised error of the difference, units less strata.
        """
        b, mine = self.study.base, list(self.members.values())[at]
        sides = [(flags, _residuals(self.pairs, flags) @ weights) for flags in (mine, self.everybody & ~mine)]
        values = [float(value[0]) for value in self.compared(at, weights)]
        if b.case_weights is None and b.units is None and b.strata is None:
            means = [_mean(value, rows, self.n(flags, weights)) for value, (flags, rows) in zip(values, sides, strict=True)]
            found = welch(means[1], means[0], self.study.confidence)
            return float("nan") if found is None else found.p
        rows = sides[0][1] - sides[1][1]
        units = int((rows != 0).sum())
        if units < 3 or not np.isfinite(rows).all():
            return float("nan")
        error = float(linearised_error(rows[:, None], np.array([units]), b.strata)[0])
        degrees = max(units - (1 if b.strata is None else np.unique(b.strata).size), 1)
        return float("nan") if error < 1e-12 else float(two_sided_p(np.array((values[0] - values[1]) / error), np.array(degrees)))


def groups_of(pairs: Pairs, column: str) -> Groups:
    """The groups of that column. Raises: UnknownColumn when the survey was not read with it."""
    study = pairs.study
    names = list(study.survey.groups(column))
    labels = np.array([study.survey.labels[column][at] for at in study.base.kept], dtype=object)
    flags = {name: labels == name for name in names}
    sizes = {name: int(own.sum()) for name, own in flags.items()}
    large = [name for name in names if sizes[name] >= FEWEST]
    kept = sorted(large, key=lambda name: -sizes[name])[:MOST]
    return Groups(
        pairs,
        column,
        {name: flags[name] for name in large if name in kept},
        tuple((name, sizes[name]) for name in names if name not in large),
        tuple((name, sizes[name]) for name in large if name not in kept),
    )


def combined(gaps: Array, weights: Array) -> Array:
    """(B,) gaps (p, B) weighed over the pairs that are there."""
    there = np.isfinite(gaps) & (weights != 0)[:, None]
    v = np.where(there, weights[:, None], 0.0)
    total = v.sum(axis=0)
    out: Array = np.divide(np.where(there, gaps * v, 0.0).sum(axis=0), total, out=np.full(total.shape, np.nan), where=total != 0)
    return out


def _residuals(pairs: Pairs, flags: Flags) -> Array:
    """(u, p) each unit's part in the error of the gaps of some of the respondents."""
    b = pairs.study.base
    seen = np.isfinite(pairs.differences) & flags[:, None]
    d = np.where(seen, pairs.differences, 0.0)
    v = np.ones(b.used) if b.case_weights is None else b.case_weights
    weight = np.where(v @ seen > 0, v @ seen, np.nan)
    rows = np.nan_to_num(np.where(seen, v[:, None] * (d - (v @ d) / weight), 0.0) / weight)
    if b.units is None:
        return rows
    totals = np.zeros((int(b.units.max()) + 1, rows.shape[1]))
    np.add.at(totals, b.units, rows)
    return totals


def _mean(value: float, rows: Array, n: int) -> Mean:
    error = float(np.sqrt(n / (n - 1) * (rows**2).sum())) if n > 1 else float("nan")
    return Mean(value, error, float(n - 1), n)


def subjects(pairs: Pairs) -> Sequence[tuple[str | None, Array]]:
    """The latents by the weights of everybody, then (None) all of them together."""
    made = [(name, pairs.of_latent(name)) for name in pairs.latents]
    made += [(None, pairs.of_latent(None))] if len(made) > 1 else []  # type: ignore[list-item]
    return [(name, one.point) for name, one in made if one.point.any() and not one.negative]
