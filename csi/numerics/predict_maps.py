"""Predictions as linear functions of the answers: by the path model, and by a regression on all items of other latents."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .effects import total_effects
from .moments import Array, Sums

Flags = NDArray[np.bool_]
SINGULAR = 1e-10  # smallest eigenvalue of predictors' correlations that still tells their coefficients apart


@dataclass(frozen=True)
class Trained:
    """A path model on the correlations of the training rows.

    outer_weights, loadings: (m, F). path_coefficients: (k, k, F), [source, target]. settled: (F,) which may be used.
    """

    outer_weights: Array
    loadings: Array
    path_coefficients: Array
    settled: Flags


@dataclass(frozen=True)
class Frame:
    """What predicts what.

    owner: (m,) the latent of each item. paths: (k, k) booleans, [source, target]. earliest: predict from the latents at the
    beginning of all paths (EA), else from the direct antecedents (DA).
    """

    owner: NDArray[np.intp]
    paths: Flags
    earliest: bool = False

    @property
    def endogenous(self) -> Flags:
        """(k,) latents that something acts on."""
        return np.asarray(self.paths.any(axis=0), dtype=np.bool_)

    @property
    def items(self) -> NDArray[np.intp]:
        """(e,) the items that are predicted."""
        return np.flatnonzero(self.endogenous[self.owner])

    @property
    def latents(self) -> NDArray[np.intp]:
        """(h,) the latents that are predicted."""
        return np.flatnonzero(self.endogenous)


@dataclass(frozen=True)
class Maps:
    """Predictions as linear functions of answers less their training means, for the folds of a repeat (F).

    means: (F, m). pls, lm: (F, m, e) in answer units. latent, latent_pls: (F, m, h) scores and their predictions.
    """

    means: Array
    pls: Array
    lm: Array
    latent: Array
    latent_pls: Array


def maps(sums: Sums, r: Array, trained: Trained, frame: Frame, batch: slice) -> Maps:
    """The maps of the folds of one repeat. sums, r, trained: of all folds of all repeats; batch: those of this repeat."""
    m = frame.owner.size
    deviations = sums.deviations[:m, batch]
    paths = _reach(trained.path_coefficients[:, :, batch], frame)
    weights, loadings = trained.outer_weights[:, batch], trained.loadings[:, batch]
    own = (frame.owner[:, None] == frame.latents).astype(float)[:, :, None] * (weights / deviations)[:, None]
    predicted = (weights / deviations)[:, None] * paths[frame.owner][:, frame.latents]
    at = np.searchsorted(frame.latents, frame.owner[frame.items])
    pls = predicted[:, at] * (loadings * deviations)[frame.items]
    lm = linear_model(r[:, :, batch], frame) * deviations[frame.items] / deviations[:, None]
    last = [np.ascontiguousarray(np.moveaxis(one, -1, 0)) for one in (sums.means[:m, batch], pls, lm, own, predicted)]
    return Maps(*last)


def _reach(path_coefficients: Array, frame: Frame) -> Array:
    """(k, k, F) what a source's score adds to the prediction of a target: paths (DA), or total effects of first causes (EA)."""
    if not frame.earliest:
        return path_coefficients
    first: Array = total_effects(path_coefficients) * ~frame.endogenous[:, None, None]
    return first


def linear_model(correlations: Array, frame: Frame) -> Array:
    """(m, e, F) standardised coefficients of each predicted item on all items of other latents; NaN where these are collinear.

    correlations: (m, m, F).
    """
    items = frame.items
    out = np.zeros((frame.owner.size, items.size, correlations.shape[2]))
    r = np.moveaxis(correlations, -1, 0)
    for latent in frame.latents:
        targets, others = np.flatnonzero(frame.owner == latent), np.flatnonzero(frame.owner != latent)
        inside = r[:, others[:, None], others]
        sound = np.linalg.eigvalsh(inside)[:, 0] > SINGULAR
        beta = np.full((r.shape[0], others.size, targets.size), np.nan)
        beta[sound] = np.linalg.solve(inside[sound], r[sound][:, others[:, None], targets])
        out[np.ix_(others, np.searchsorted(items, targets))] = np.moveaxis(beta, 0, -1)
    return out
