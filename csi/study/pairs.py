"""Experience beside expectation: every gap of a study as a weighted sum of its indicators' gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..model import Indicator
from ..numerics.tests import linearised_error, two_sided_p
from .study import Study

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Combination:
    """A weighted mean of p indicator gaps. point: (p,) weights summing to 1; drawn: (p, B) the same in the resamples."""

    point: Array
    drawn: Array | None
    n: int  # respondents with at least one of its pairs
    negative: bool  # whether a weight behind it is negative, so that it has no meaning
    degrees: float


@dataclass(frozen=True, eq=False)
class Side:
    """One side of the p pairs, over the respondents who answered both: means in answer units and on 0-100, (p, B)."""

    means: Array
    index: Array


@dataclass(frozen=True, eq=False)
class Pairs:
    """The indicators with both sides answered by somebody, in the model's order: p of them."""

    study: Study

    @cached_property
    def leaves(self) -> tuple[tuple[str, Indicator], ...]:
        """(latent, indicator) of each pair."""
        a = self.study.arrangement
        return tuple(
            (latent, leaf) for latent, leaf in self.study.model.indicators if a.column("expectation", leaf.name) is not None
        )

    @cached_property
    def latents(self) -> tuple[str, ...]:
        """Latents that have a pair."""
        return tuple(dict.fromkeys(latent for latent, _ in self.leaves))

    def side(self, expected: bool, drawn: bool) -> Side:
        """Expectation or experience, of the point estimate or of the replicates."""
        a, use = self.study.arrangement, "expectation" if expected else "experience"
        columns = [a.at[use, leaf.name] for _, leaf in self.leaves]  # type: ignore[index]
        means = self._figures(drawn)["means"][columns]
        low, high = a.lowest[columns, None], a.highest[columns, None]
        return Side(means, 100 * (means - low) / (high - low))

    def gaps(self, drawn: bool) -> Array:
        """(p, B) experience minus expectation on 0-100."""
        return self.side(False, drawn).index - self.side(True, drawn).index

    def one(self, row: int) -> Combination:
        """The gap of one indicator."""
        unit = np.zeros(len(self.leaves))
        unit[row] = 1
        return self._combination(unit, None if self.study.replicates is None else unit[:, None], negative=False)

    def of_latent(self, latent: str | None) -> Combination:
        """The gap of a latent by the experience side's shares over the pairs that exist; None: the overall gap."""
        point = self._shares(latent, drawn=False)[:, 0]
        negative = self.study.negative_items()
        owners = self.latents if latent is None else (latent,)
        paired = {leaf.name for _, leaf in self.leaves}
        bad = any(paired & set(negative.get(owner, ())) for owner in owners)
        return self._combination(point, None if self.study.replicates is None else self._shares(latent, drawn=True), negative=bad)

    def combined(self, weights: Array) -> Combination:
        """The pairs with weights of one's own, (p,) summing to 1, the same in every resample."""
        return self._combination(weights, None if self.study.replicates is None else weights[:, None], negative=False)

    def value(self, combination: Combination) -> float:
        """The combined gap in index points."""
        return float(combination.point @ self.gaps(drawn=False)[:, 0])

    def draws(self, combination: Combination) -> Array | None:
        """(B,) the combined gap in the resamples; NaN where a resample holds none of its pairs."""
        if combination.drawn is None:
            return None
        gaps = self.gaps(drawn=True)
        weights = np.where(np.isnan(gaps), 0, np.broadcast_to(combination.drawn, gaps.shape))
        total = weights.sum(axis=0)
        weighted = (np.nan_to_num(gaps) * weights).sum(axis=0)
        combined: Array = np.divide(weighted, total, out=np.full(total.shape, np.nan), where=total != 0)
        return combined

    def test(self, combination: Combination) -> tuple[float, float] | None:
        """Paired t and its two-sided p, or None where all differences are the same.

        Weights are held at their estimates. Without case weights, clusters or holes this is the paired t of the
        respondents' weighted mean differences. Degrees of freedom: units that answered less 1 (less strata).
        """
        answered = np.array([combination.degrees + 1])
        error = linearised_error(self.residuals @ combination.point[:, None], answered, self.study.base.strata)[0]
        if error < 1e-12:
            return None
        t = self.value(combination) / error
        return float(t), float(two_sided_p(np.array(t), np.array(combination.degrees)))

    @cached_property
    def residuals(self) -> Array:
        """(u, p) each unit's part in the error of each gap, in index points."""
        b = self.study.base
        v = np.ones(b.used) if b.case_weights is None else b.case_weights
        d = self.differences
        seen = ~np.isnan(d)
        weight = v @ seen
        mean = (v @ np.where(seen, d, 0)) / weight
        rows = np.where(seen, v[:, None] * (d - mean), 0) / weight
        if b.units is None:
            return rows
        totals = np.zeros((int(b.units.max()) + 1, rows.shape[1]))
        np.add.at(totals, b.units, rows)
        return totals

    @cached_property
    def differences(self) -> Array:
        """(n, p) each respondent's experience minus expectation on 0-100, NaN where a side is missing."""
        return np.column_stack([self._on_100("experience", leaf) - self._on_100("expectation", leaf) for _, leaf in self.leaves])

    def _on_100(self, use: str, leaf: Indicator) -> Array:
        a = self.study.arrangement
        at = a.at[use, leaf.name]  # type: ignore[index]
        return 100 * (a.values[:, at] - a.scales[at].lowest) / a.scales[at].width

    def _figures(self, drawn: bool) -> Mapping[str, Array]:
        if not drawn:
            return self.study.point
        assert self.study.replicates is not None
        return self.study.replicates.figures

    def _combination(self, point: Array, drawn: Array | None, *, negative: bool) -> Combination:
        b = self.study.base
        answered = (~np.isnan(self.differences[:, point != 0])).any(axis=1)
        units = answered.sum() if b.units is None else np.unique(b.units[answered]).size
        strata = 1 if b.strata is None else np.unique(b.strata).size
        return Combination(point, drawn, int(answered.sum()), negative, float(max(units - strata, 1)))

    def _shares(self, latent: str | None, *, drawn: bool) -> Array:
        """(p, B) shares of the pairs in a latent's gap, or across all latents."""
        if latent is None:
            figures, names = self._figures(drawn), [known.name for known in self.study.arrangement.latents]
            parts = [
                self._shares(name, drawn=drawn) * figures["latent_shares"][names.index(name)]
                for name in self.latents
                if name in names
            ]
            return _normalised(sum(parts, np.zeros((len(self.leaves), figures["shares"].shape[1]))))
        position = {leaf.name: j for j, leaf in enumerate(self.study.arrangement.items)}
        shares = self._figures(drawn)["shares"]
        rows = np.zeros((len(self.leaves), shares.shape[1]))
        for row, (owner, leaf) in enumerate(self.leaves):
            if owner == latent and leaf.name in position:
                rows[row] = shares[position[leaf.name]]
        return _normalised(rows)


def _normalised(shares: Array) -> Array:
    with np.errstate(invalid="ignore"):  # weights that cancel make shares without a value
        total = shares.sum(axis=0)
        out: Array = np.divide(shares, total, out=np.zeros_like(shares), where=total != 0)
    return out
