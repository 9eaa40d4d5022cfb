"""Products of two latents, from sums of products of their items: no respondent's score is formed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .moments import Sums

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Crossed:
    """The products of every item of one latent with every item of another.

    first, second: items of the two latents. columns: where the products stand, row by row of `first`.
    centres: (m,) what was taken off the items before they were multiplied.
    """

    first: slice
    second: slice
    columns: slice
    centres: Array


@dataclass(frozen=True)
class Products:
    """Interactions standardised. correlations: (I, k, B) with the latents; among: (I, I, B); deviations: (I, B) before that."""

    correlations: Array
    among: Array
    deviations: Array

    def beside(self, latents: Array) -> Array:
        """(k + I, k + I, B) correlations of the latents and behind them the interactions. latents: (k, k, B)."""
        top = np.concatenate([latents, np.swapaxes(self.correlations, 0, 1)], axis=1)
        bottom = np.concatenate([self.correlations, self.among], axis=1)
        return np.concatenate([top, bottom])


def products(sums: Sums, r: Array, outer_weights: Array, blocks: Sequence[slice], crossed: Sequence[Crossed]) -> Products:
    """The products of standardised latent scores, and how they go together with the latents.

    r: (c, c, B) correlations of the items and behind them the columns of products. outer_weights: (m, B). blocks: items of each latent.
    With x and z the means of a resample, (x_i - x)(z_j - z) is the product column less z times x_i less x times z_j, so the
    variance of a product of two scores, and its covariance with a third, follow from sums.
    Source: two-stage moderation, Henseler & Chin (2010), Structural Equation Modeling 17, 82-109; Becker, Ringle & Sarstedt (2018),
    Journal of Applied Structural Equation Modeling 2(2), 1-21.
    """
    r = np.where(sums.deviations[: r.shape[0]] > 0, np.nan_to_num(r), 0)  # a product that never varies adds nothing
    parts = np.array([_coefficients(sums, outer_weights, one) for one in crossed])
    carried = np.einsum("scb,cdb->sdb", parts, r)
    among = np.einsum("sdb,tdb->stb", carried, parts)
    deviations = np.sqrt(np.maximum(np.einsum("ssb->sb", among), 0))
    toward = np.array([(carried[:, block] * outer_weights[block]).sum(axis=1) for block in blocks])
    with np.errstate(invalid="ignore", divide="ignore"):
        scale = np.where(deviations > 1e-9, 1 / deviations, np.nan)
        return Products(np.swapaxes(toward * scale, 0, 1), among * scale[:, None] * scale[None, :], deviations)


def _coefficients(sums: Sums, outer_weights: Array, crossed: Crossed) -> Array:
    """(c, B) of the standardised columns in the product of two scores."""
    m = outer_weights.shape[0]
    away = sums.means[:m] - crossed.centres[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        raw = np.where(sums.deviations[:m] > 0, outer_weights / sums.deviations[:m], 0)
    one, other = crossed.first, crossed.second
    found = np.zeros((sums.deviations.shape[0], outer_weights.shape[1]))
    grid = raw[one][:, None] * raw[other][None, :]
    found[crossed.columns] = grid.reshape(-1, grid.shape[2]) * sums.deviations[crossed.columns]
    found[one] = -(raw[other] * away[other]).sum(axis=0) * outer_weights[one]
    found[other] = -(raw[one] * away[one]).sum(axis=0) * outer_weights[other]
    return found
