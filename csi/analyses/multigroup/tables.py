"""The tables of a comparison of groups: invariance of measurement, paths, indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...numerics import invariance
from ...numerics.tests import holm
from ...results import Blank, Cell, Table
from ...study.group_pair import Pair
from ...terms import Text
from . import terms as words

Array = NDArray[np.float64]
Places = tuple[NDArray[np.intp], ...]


def invariance_table(pairs: Sequence[Pair]) -> Table:
    """One row a pair and latent: MICOM's second and third step, and what follows."""
    rows = [row for pair in pairs for row in _measured_alike(pair)]
    shown = ("latent", "c", "c_lower", "p", "mean_difference", "p_mean", "p_variance", "verdict")
    title = Text("Measurement invariance between groups (MICOM)", "组间测量不变性（MICOM）")
    return Table("invariance", title, words.INVARIANCE, tuple(rows), (*_heads(pairs), *shown))


def path_table(pairs: Sequence[Pair]) -> Table:
    """One row a pair and path."""
    rows: list[tuple[Cell, ...]] = []
    for pair in pairs:
        names, at = pair.study.constructs.names, pair.study.constructs.arrows
        sources, targets = (np.array(ends, dtype=np.intp) for ends in zip(*at, strict=True))
        tested = Tested.of(pair, "paths", (sources, targets))
        sides = [solution["path_coefficients"][sources, targets, 0] for solution in pair.solutions]
        for row, (source, target) in enumerate(at):
            rows.append((*pair.names, names[source], names[target], *(_cell(side[row]) for side in sides), *tested.cells(row)))
    shown = ("source", "target", "coefficient_a", "coefficient_b", "difference", "lower", "upper", "p_adjusted", "verdict")
    return Table("paths", Text("Paths by group", "各组路径"), words.PATHS, tuple(rows), (*_heads(pairs), *shown))


def index_table(pairs: Sequence[Pair]) -> Table:
    """One row a pair and latent."""
    rows: list[tuple[Cell, ...]] = []
    strong = []
    for pair in pairs:
        absent = _negative(pair)
        tested = Tested.of(pair, "index", (np.arange(absent.size),), without=absent)
        for row, latent in enumerate(pair.study.arrangement.latents):
            if latent.name == pair.study.model.target:
                strong.append(len(rows))
            sides = [solution["index"][row, 0] for solution in pair.solutions]
            figures = (*(_cell(side) for side in sides), *tested.cells(row))
            cells = [Blank("negative_weight")] * len(figures) if absent[row] else figures
            rows.append((*pair.names, latent.name, *cells))
    shown = ("latent", "index_a", "index_b", "difference", "lower", "upper", "p_adjusted", "verdict")
    title = Text("Index by group", "各组指数")
    return Table("indices", title, words.INDICES, tuple(rows), (*_heads(pairs), *shown), frozenset(strong))


@dataclass(frozen=True, eq=False)
class Tested:
    """Differences of a pair with their p values. difference, p, adjusted: (r,); bounds: (2, r) of what chance makes."""

    difference: Array
    bounds: Array
    p: Array
    adjusted: Array
    level: float

    @staticmethod
    def of(pair: Pair, figure: str, at: Places, *, without: NDArray[np.bool_] | None = None) -> Tested:
        """The differences of one figure at some places, which share Holm's correction. without: (r,) those not to be tested."""
        difference = np.where(False if without is None else without, np.nan, pair.observed[figure][at])
        bounds, p = _against_chance(pair, figure, difference, at)
        return Tested(difference, bounds, p, holm(p), 1 - pair.study.confidence)

    def cells(self, row: int) -> tuple[Cell, ...]:
        """Difference, its interval, the bounds of chance, p, adjusted p, verdict."""
        d, (low, high), adjusted = self.difference[row], self.bounds[:, row], self.adjusted[row]
        verdict: Cell = Blank("resamples_unusable")
        if not np.isnan(adjusted):
            verdict = "different" if adjusted < self.level else "same"
        return (*(_cell(x) for x in (d, d - high, d - low, low, high, self.p[row], adjusted)), verdict)


def _against_chance(pair: Pair, figure: str, observed: Array, at: Places) -> tuple[Array, Array]:
    """Bounds (2, r) and p (r,); NaN where too many permutations could not be used."""
    if not pair.usable:
        return np.full((2, observed.size), np.nan), np.full(observed.size, np.nan)
    permuted, tail = pair.permuted.figures[figure][at], (1 - pair.study.confidence) / 2
    return np.quantile(permuted, (tail, 1 - tail), axis=-1), invariance.two_sided(observed, permuted)


def _measured_alike(pair: Pair) -> list[tuple[Cell, ...]]:
    level, every = 1 - pair.study.confidence, (np.arange(len(pair.study.arrangement.latents)),)
    c = pair.observed["composition"]
    (mean_bounds, p_mean), (ratio_bounds, p_ratio) = (
        _against_chance(pair, figure, pair.observed[figure], every) for figure in ("means", "variances")
    )
    lowest, p = np.full(c.shape, np.nan), np.full(c.shape, np.nan)
    if pair.usable:
        lowest, p = (
            np.quantile(pair.permuted.figures["composition"], level, axis=-1),
            invariance.lower_tail(c, pair.permuted.figures["composition"]),
        )
    rows = []
    for row, latent in enumerate(pair.study.arrangement.latents):
        alone = np.isnan(c[row])
        composed: list[Cell] = [Blank("single_item")] * 3 if alone else [_cell(x) for x in (c[row], lowest[row], p[row])]
        means = (pair.observed["means"][row], *mean_bounds[:, row], p_mean[row])
        ratios = (pair.observed["variances"][row], *ratio_bounds[:, row], p_ratio[row])
        verdict = _verdict(1.0 if alone else p[row], p_mean[row], p_ratio[row], level)
        rows.append((*pair.names, latent.name, *composed, *(_cell(x) for x in (*means, *ratios)), verdict, *pair.sizes))
    return rows


def _verdict(p: float, p_mean: float, p_variance: float, level: float) -> Cell:
    if np.isnan(p) or np.isnan(p_mean):
        return Blank("resamples_unusable")
    if p < level:
        return "none"
    return "full" if min(p_mean, p_variance) >= level else "partial"


def _heads(pairs: Sequence[Pair]) -> tuple[str, ...]:
    return ("group_a", "group_b") if len(pairs) > 1 else ()


def _negative(pair: Pair) -> NDArray[np.bool_]:
    """(k,) whether a share is negative in one of the groups, so that its index leaves 0-100."""
    least = np.minimum(*(solution["shares"][:, 0] for solution in pair.solutions))
    return np.asarray(np.minimum.reduceat(least, pair.study.arrangement.starts) < -1e-12, dtype=np.bool_)


def _cell(value: float) -> Cell:
    return float(value) if np.isfinite(value) else Blank("resamples_unusable")
