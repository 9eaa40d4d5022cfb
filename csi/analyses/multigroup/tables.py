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

LONGEST = 20  # letters of a group's name in a title
_JUDGED = ("difference", "lower", "upper", "p_adjusted", "verdict")  # in front, so that narrow screens keep them


def invariance_table(pairs: Sequence[Pair]) -> Table:
    """One row a pair and latent: MICOM's second and third step, and what follows."""
    rows = [row for pair in pairs for row in _measured_alike(pair)]
    shown = ("latent", "c", "p_adjusted", "p_mean_adjusted", "p_variance_adjusted", "verdict")
    title = _named(Text("Measurement invariance (MICOM)", "测量不变性（MICOM）"), pairs)
    return Table("invariance", title, words.INVARIANCE, tuple(rows), (*_heads(pairs), *shown))


def path_table(pairs: Sequence[Pair], invariance: Table) -> Table:
    """One row a pair and path; without a verdict where an end is measured differently."""
    rows: list[tuple[Cell, ...]] = []
    for pair in pairs:
        names, at = pair.study.constructs.names, pair.study.constructs.arrows
        sources, targets = (np.array(ends, dtype=np.intp) for ends in zip(*at, strict=True))
        tested = Tested.of(pair, "paths", (sources, targets))
        sides = [solution["path_coefficients"][sources, targets, 0] for solution in pair.solutions]
        unlike = unlike_latents(pair, invariance)
        for row, ends in enumerate((names[source], names[target]) for source, target in at):
            doubtful = not unlike.isdisjoint({*ends[0].split(" * "), ends[1]})
            rows.append((*pair.names, *ends, *(_cell(side[row]) for side in sides), *tested.cells(row, doubtful=doubtful)))
    shown = ("source", "target", *_JUDGED, "coefficient_a", "coefficient_b")
    title = _named(Text("Paths by group", "各组路径"), pairs)
    return Table("paths", title, words.PATHS, tuple(rows), (*_heads(pairs), *shown))


def index_table(pairs: Sequence[Pair], invariance: Table) -> Table:
    """One row a pair and latent; without a verdict where the latent is measured differently."""
    rows: list[tuple[Cell, ...]] = []
    strong = []
    for pair in pairs:
        absent, unlike = _negative(pair), unlike_latents(pair, invariance)
        tested = Tested.of(pair, "index", (np.arange(absent.size),), without=absent)
        for row, latent in enumerate(pair.study.arrangement.latents):
            if latent.name == pair.study.model.target:
                strong.append(len(rows))
            sides = [solution["index"][row, 0] for solution in pair.solutions]
            figures = (*(_cell(side) for side in sides), *tested.cells(row, doubtful=latent.name in unlike))
            cells = [Blank("negative_weight")] * len(figures) if absent[row] else figures
            rows.append((*pair.names, latent.name, *cells))
    shown = ("latent", *_JUDGED, "index_a", "index_b")
    title = _named(Text("Index by group", "各组指数"), pairs)
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

    def cells(self, row: int, *, doubtful: bool) -> tuple[Cell, ...]:
        """Difference, its interval, the bounds of chance, p, adjusted p, verdict. doubtful: what differs may be the measurement."""
        d, (low, high), adjusted = self.difference[row], self.bounds[:, row], self.adjusted[row]
        verdict: Cell = Blank("resamples_unusable")
        if not np.isnan(adjusted):
            verdict = "not_comparable" if doubtful else "different" if adjusted < self.level else "same"
        return (*(_cell(x) for x in (d, d - high, d - low, low, high, self.p[row], adjusted)), verdict)


def _against_chance(pair: Pair, figure: str, observed: Array, at: Places) -> tuple[Array, Array]:
    """Bounds (2, r) and p (r,); NaN where too many permutations could not be used."""
    if not pair.usable:
        return np.full((2, observed.size), np.nan), np.full(observed.size, np.nan)
    permuted, tail = pair.permuted.figures[figure][at], (1 - pair.study.confidence) / 2
    return np.quantile(permuted, (tail, 1 - tail), axis=-1), invariance.two_sided(observed, permuted)


def _measured_alike(pair: Pair) -> list[tuple[Cell, ...]]:
    level, every = 1 - pair.study.confidence, (np.arange(len(pair.study.arrangement.latents)),)
    composed = _composed(pair, level)
    means, ratios = (
        (observed := pair.observed[figure], *_bounds_and_p(pair, figure, observed, every)) for figure in ("means", "variances")
    )
    rows = []
    for row, latent in enumerate(pair.study.arrangement.latents):
        alone = bool(np.isnan(composed[0][row]))
        c = [Blank("single_item") if alone else _cell(values[row]) for values in composed]
        others = [_cell(values[row]) for values in (*means, *ratios)]
        verdict = _verdict(1.0 if alone else composed[-1][row], means[-1][row], ratios[-1][row], level)
        rows.append((*pair.names, latent.name, *c, *others, verdict, *pair.sizes))
    return rows


def _composed(pair: Pair, level: float) -> tuple[Array, ...]:
    """c, the least that chance leaves, p and adjusted p, each (k,); NaN for a latent of one item."""
    c = pair.observed["composition"]
    if not pair.usable:
        return (c, *(np.full(c.shape, np.nan) for _ in range(3)))
    permuted = pair.permuted.figures["composition"]
    p = invariance.lower_tail(c, permuted)
    return c, np.quantile(permuted, level, axis=-1), p, holm(p)


def _bounds_and_p(pair: Pair, figure: str, observed: Array, at: Places) -> tuple[Array, ...]:
    bounds, p = _against_chance(pair, figure, observed, at)
    return (*bounds, p, holm(p))


def _verdict(p: float, p_mean: float, p_variance: float, level: float) -> Cell:
    if np.isnan(p) or np.isnan(p_mean):
        return Blank("resamples_unusable")
    if p < level:
        return "none"
    return "full" if min(p_mean, p_variance) >= level else "partial"


def unlike_latents(pair: Pair, invariance: Table) -> set[str]:
    """The latents that the two groups measure differently."""
    rows = (row for row in invariance.records() if (row["group_a"], row["group_b"]) == pair.names)
    return {str(row["latent"]) for row in rows if row["verdict"] == "none"}


def _named(title: Text, pairs: Sequence[Pair]) -> Text:
    """The title with the names of both groups; several pairs have columns for them."""
    if len(pairs) > 1:
        return title
    a, b = (name if len(name) <= LONGEST else name[:LONGEST].rstrip() + "…" for name in pairs[0].names)
    return Text(f"{title.en}: A = {a}, B = {b}", f"{title.zh}：甲组 = {a}，乙组 = {b}")


def _heads(pairs: Sequence[Pair]) -> tuple[str, ...]:
    return ("group_a", "group_b") if len(pairs) > 1 else ()


def _negative(pair: Pair) -> NDArray[np.bool_]:
    """(k,) whether a share is negative in one of the groups, so that its index leaves 0-100."""
    least = np.minimum(*(solution["shares"][:, 0] for solution in pair.solutions))
    return np.asarray(np.minimum.reduceat(least, pair.study.arrangement.starts) < -1e-12, dtype=np.bool_)


def _cell(value: float) -> Cell:
    return float(value) if np.isfinite(value) else Blank("resamples_unusable")
