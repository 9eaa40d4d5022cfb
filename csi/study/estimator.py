"""From sums to every figure of a study: weights, latent indices and the model behind them, for any batch of replicates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model import FITTED, OVERALL, Model
from ..numerics import index, linear
from ..numerics.moments import Sums
from ..numerics.replicates import UNSETTLED, Drawn
from .arrangement import Arrangement
from .constructs import Constructs
from .criteria import criteria
from .fitting import Start, fitted, moderated
from .tree import latent_shares, leaf_shares

Array = NDArray[np.float64]

POINT_TOLERANCE = 1e-12  # of the one solution that everybody reads
RESAMPLE_TOLERANCE = 1e-7  # Lohmoeller's value, of the thousands whose spread is read


@dataclass(frozen=True)
class Estimator:
    """Sums in, figures out; the same for the point estimate and for the replicates.

    Figures: means (q, B); shares (m, B) of the items in their latents; index (k, B); latent_shares (k, B); overall (B,).
    Under a fitted weighting (pls, component) also deviations (m, B) and those of `fitting.fitted` and `fitting.moderated`,
    and where the number of respondents is given as `n`, those of `criteria.criteria`.
    """

    arrangement: Arrangement
    model: Model
    weighting: str
    constructs: Constructs
    repaired: bool = False
    start: Start | None = None
    tolerance: float = POINT_TOLERANCE
    n: float | None = None

    def __call__(self, sums: Sums) -> Drawn:
        """Every figure of a batch, and for each replicate the item that spoils it."""
        a, m = self.arrangement, len(self.arrangement.items)
        performance = index.performance(sums.means[:m], a.lowest[:m], a.highest[:m])
        fitted, spoiled = self._fitted(sums) if self.weighting in FITTED else ({}, np.full(sums.total.shape[1], -1))
        shares = self._shares(sums, fitted)
        latent_index = index.weighted(performance, shares, a.starts)
        across = self._latent_shares(sums)
        figures = {
            "means": sums.means,
            "shares": shares,
            "index": latent_index,
            "latent_shares": across,
            "overall": index.weighted(latent_index, across, (0,))[0],
            **fitted,
        }
        return Drawn(figures, self._blame(spoiled, figures))

    def _blame(self, spoiled: NDArray[np.int64], figures: Mapping[str, Array]) -> NDArray[np.int64]:
        """Also spoiled where the target has no index. Other figures drop only the replicates that lack them."""
        names = [latent.name for latent in self.arrangement.latents]
        first = self.arrangement.starts[names.index(self.model.target)] if self.model.target in names else 0
        return np.where((spoiled == -1) & np.isnan(self.target(figures)), first, spoiled)

    def _shares(self, sums: Sums, fitted: dict[str, Array]) -> Array:
        a, m = self.arrangement, len(self.arrangement.items)
        if self.weighting in FITTED:
            width = (a.highest - a.lowest)[:m]
            return index.unstandardised_shares(fitted["outer_weights"], sums.deviations[:m], width, a.starts)
        if self.weighting == "stated":
            stated = self._importance(sums)
            sizes = np.diff([*a.starts, m])
            with np.errstate(invalid="ignore", divide="ignore"):
                shares: Array = stated / np.repeat(np.add.reduceat(stated, a.starts, axis=0), sizes, axis=0)
            return shares
        live = frozenset(leaf.name for leaf in a.items)
        fixed: dict[str, float] = {}
        for latent in a.latents:
            fixed |= leaf_shares(latent, live, self.weighting)
        return np.repeat(np.array([[fixed[leaf.name]] for leaf in a.items]), sums.total.shape[1], axis=1)

    def _importance(self, sums: Sums) -> Array:
        return sums.means[[self.arrangement.at["importance", leaf.name] for leaf in self.arrangement.items]]

    def _latent_shares(self, sums: Sums) -> Array:
        a = self.arrangement
        if self.weighting == "stated":
            totals = np.add.reduceat(self._importance(sums), a.starts, axis=0)
            with np.errstate(invalid="ignore", divide="ignore"):
                shares: Array = totals / totals.sum(axis=0)
            return shares
        return np.repeat(np.array(latent_shares(a.latents, self.weighting))[:, None], sums.total.shape[1], axis=1)

    def _fitted(self, sums: Sums) -> tuple[dict[str, Array], NDArray[np.int64]]:
        m = len(self.arrangement.items)
        flat = sums.deviations[:m] == 0
        every = sums.correlations()
        r = every[:m, :m]
        if self.repaired:
            usable = np.isfinite(r).all(axis=(0, 1))
            r[:, :, usable] = linear.nearest_definite(r[:, :, usable])
        crossed = self.n is not None
        figures, settled = fitted(r, self.constructs, start=self.start, tolerance=self.tolerance, crossed=crossed)
        if self.arrangement.crossed:
            figures |= moderated(figures, sums, every, self.arrangement, self.constructs)
            settled = settled & np.isfinite(figures["path_coefficients"]).all(axis=(0, 1))
        spoiled = np.where(flat.any(axis=0), flat.argmax(axis=0), np.where(settled, -1, UNSETTLED))
        figures["deviations"] = sums.deviations[:m]
        if self.n is not None:
            figures |= criteria(figures, r, self.constructs, self.n, tolerance=self._omega_tolerance)
        return figures, spoiled

    @property
    def _omega_tolerance(self) -> float:
        return 1e-10 if self.tolerance == POINT_TOLERANCE else 1e-5

    def target(self, figures: Mapping[str, Array]) -> Array:
        """(B,) the target's index."""
        if self.model.target == OVERALL:
            return figures["overall"]
        names = [latent.name for latent in self.arrangement.latents]
        of_latent: Array = figures["index"][names.index(self.model.target)]
        return of_latent
