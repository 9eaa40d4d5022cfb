"""From sums to what drivers mean for an outcome, for the estimate and for every resample alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..numerics import index, linear
from ..numerics.explained import Way, composed, explained
from ..numerics.moments import Sums
from ..numerics.replicates import Drawn
from .arrangement import Arrangement
from .estimator import Estimator
from .explaining import Explaining, Score
from .tree import leaf_shares

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Shares:
    """The weights of the items in their latents. standardised: (m, B) for standardised answers; on_100: (m, B) for 0-100 ones."""

    standardised: Array
    on_100: Array
    spoiled: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Associations:
    """Sums in, importance out (see `importance.Importance` for the figures).

    arrangement: that of the sums. weighting: of the scores. weighing: what fits the weights to the answers, None where they are not fitted.
    repaired: whether correlations have to be made definite. ways: how R squared is shared out.
    """

    arrangement: Arrangement
    asked: Explaining
    weighting: str
    weighing: Estimator | None
    repaired: bool
    ways: tuple[Way, ...] = ()

    def __call__(self, sums: Sums) -> Drawn:
        """Every figure of a batch, and for each replicate the item that spoils it."""
        shares = self._shares(sums)
        both = self._correlations(sums, shares)
        found = explained(both[:-1, :-1], both[:-1, -1], self.ways)
        means = sums.means[: len(self.arrangement.items)]
        found["performance"] = np.stack([self._performance(score, means, shares) for score in self.asked.drivers])
        found["outcome"] = self._performance(self.asked.outcome, means, shares)
        return Drawn(found, self._blame(sums, shares))

    def correlations(self, sums: Sums) -> Array:
        """(p + 1, p + 1, B) between the drivers and, last, the outcome; NaN beside what does not vary."""
        return self._correlations(sums, self._shares(sums))

    @property
    def _scores(self) -> tuple[Score, ...]:
        return (*self.asked.drivers, self.asked.outcome)

    def _correlations(self, sums: Sums, shares: Shares | None) -> Array:
        items = sorted({at for score in self._scores for at in score.items})
        seat = {at: number for number, at in enumerate(items)}
        r = sums.correlations()[np.ix_(items, items)]
        if self.repaired:
            usable = np.isfinite(r).all(axis=(0, 1))
            r[:, :, usable] = linear.nearest_definite(r[:, :, usable])
        one = np.ones((1, r.shape[2]))
        weights = [
            one if shares is None or len(score.items) == 1 else shares.standardised[list(score.items)] for score in self._scores
        ]
        seats = [tuple(seat[at] for at in score.items) for score in self._scores]
        return composed(r, list(zip(seats, weights, strict=True)))

    def _performance(self, score: Score, means: Array, shares: Shares | None) -> Array:
        """(B,) 0-100 index of a score."""
        a, items = self.arrangement, list(score.items)
        on_100 = index.performance(means[items], a.lowest[items], a.highest[items])
        if shares is None or len(items) == 1:
            single: Array = on_100[0]
            return single
        of_latent: Array = index.weighted(on_100, shares.on_100[items], (0,))[0]
        return of_latent

    def _blame(self, sums: Sums, shares: Shares | None) -> NDArray[np.int64]:
        items = sorted({at for score in self._scores for at in score.items})
        flat = sums.deviations[items] == 0
        spoiled = np.full(flat.shape[1], -1) if shares is None else shares.spoiled
        return np.where(flat.any(axis=0), np.array(items)[flat.argmax(axis=0)], spoiled)

    def _shares(self, sums: Sums) -> Shares | None:
        """None where only single items are asked for, which need no weights."""
        if all(len(score.items) == 1 for score in self._scores):
            return None
        batch, m = sums.total.shape[1], len(self.arrangement.items)
        if self.weighing is not None:
            drawn = self.weighing(sums)
            return Shares(drawn.figures["outer_weights"], drawn.figures["shares"], drawn.spoiled)
        on_100 = self._stated(sums) if self.weighting == "stated" else np.repeat(self._fixed()[:, None], batch, axis=1)
        width = (self.arrangement.highest - self.arrangement.lowest)[:m]
        return Shares(on_100 * sums.deviations[:m] / width[:, None], on_100, np.full(batch, -1))

    def _fixed(self) -> Array:
        live = frozenset(leaf.name for leaf in self.arrangement.items)
        found: dict[str, float] = {}
        for latent in self.arrangement.latents:
            found |= leaf_shares(latent, live, self.weighting)
        return np.array([found[leaf.name] for leaf in self.arrangement.items])

    def _stated(self, sums: Sums) -> Array:
        a = self.arrangement
        stated = sums.means[[a.at["importance", leaf.name] for leaf in a.items]]
        with np.errstate(invalid="ignore", divide="ignore"):
            shares: Array = stated / np.repeat(
                np.add.reduceat(stated, a.starts, axis=0), np.diff([*a.starts, len(a.items)]), axis=0
            )
        return shares
