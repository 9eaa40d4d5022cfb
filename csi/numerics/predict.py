"""Prediction of respondents whom the model has not seen, beside a linear model and the plain mean (PLSpredict)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .folds import fold_of_units, places, training_sums
from .moments import Array
from .predict_maps import Frame, Maps, Trained, maps
from .sample import Sample

Train = Callable[[Array], Trained]  # (m, m, F) correlations of the training rows
CHUNK = 65_536  # rows predicted together


@dataclass(frozen=True)
class Errors:
    """Errors of the held-out rows, by item (e) or latent (h). Means over the repeats, one model at a time.

    squared, naive_squared: (n, e) of the model and of the training mean. absolute, naive_absolute, lm_squared, lm_absolute: (e,)
    weighted means over the rows; lm NaN where the linear model has no unique answer. latent_squared, latent_naive: (n, h).
    repeats: those in which every fold could be used; 0 leaves NaN everywhere.
    """

    squared: Array
    naive_squared: Array
    absolute: Array
    naive_absolute: Array
    lm_squared: Array
    lm_absolute: Array
    latent_squared: Array
    latent_naive: Array
    repeats: int


def errors(sample: Sample, frame: Frame, train: Train, *, folds: int, repeats: int, seed: int) -> Errors:
    """Errors of predicting each row from a model trained without its fold.

    sample: whole rows (no holes) of the m items. Folds hold whole units. DA predicts an item from the direct antecedents of
    its latent, EA from the latents at the beginning of all paths. The linear model regresses an item on all items of all other
    latents. Training sums are all sums less the fold's, so that all folds of all repeats are one batch.
    Source: Shmueli, Ray, Velasquez Estrada & Chatla (2016), Journal of Business Research 69(10), 4552-4564. DA, EA and the linear
    model as in seminr's predict_pls.
    """
    assigned = fold_of_units(sample.unit_count, folds, repeats, seed)
    sums = training_sums(sample, assigned, folds)
    r = sums.correlations()
    finite = np.isfinite(r).all(axis=(0, 1))
    trained = train(r)
    usable = (finite & trained.settled).reshape(repeats, folds).all(axis=1)
    tally = _Tally(sample, frame)
    for repeat in np.flatnonzero(usable).tolist():
        batch = slice(repeat * folds, (repeat + 1) * folds)
        tally.add(assigned[repeat], maps(sums, r, trained, frame, batch))
    return tally.errors()


class _Tally:
    """Errors added up repeat by repeat."""

    def __init__(self, sample: Sample, frame: Frame) -> None:
        self.x, self.frame = sample.values[:, : frame.owner.size], frame
        self.rows_unit = np.arange(self.x.shape[0]) if sample.units is None else sample.units
        self.v = np.ones(self.x.shape[0]) if sample.case_weights is None else sample.case_weights
        e, h, n = frame.items.size, frame.latents.size, self.x.shape[0]
        widths = {"squared": e, "naive_squared": e, "latent_squared": h, "latent_naive": h}
        self.by_row = {key: np.zeros((n, width)) for key, width in widths.items()}
        self.by_item = {key: np.zeros(e) for key in ("absolute", "naive_absolute", "lm_squared", "lm_absolute")}
        self.repeats = 0

    def add(self, assigned: NDArray[np.int64], made: Maps) -> None:
        """One repeat. assigned: (u,) the fold of each unit."""
        rows = places(assigned[self.rows_unit], made.means.shape[0])
        step = max(1, CHUNK // rows.shape[0])
        for start in range(0, rows.shape[1], step):
            self._add(rows[:, start : start + step], made)
        self.repeats += 1

    def _add(self, rows: NDArray[np.int64], made: Maps) -> None:
        """Some rows of every fold. rows: (F, some), -1 where a fold has no more."""
        away = self.x[rows] - made.means[:, None]
        real = rows >= 0
        answers, scores = away[:, :, self.frame.items], away @ made.latent
        errors = {
            "squared": answers - away @ made.pls,
            "naive_squared": answers,
            "latent_squared": scores - away @ made.latent_pls,
            "latent_naive": scores,
        }
        for key, error in errors.items():
            self.by_row[key][rows[real]] += error[real] ** 2
        v = self.v[rows[real]] / self.v.sum()
        lm = (answers - away @ made.lm)[real]
        self.by_item["absolute"] += v @ np.abs(errors["squared"][real])
        self.by_item["naive_absolute"] += v @ np.abs(answers[real])
        self.by_item["lm_squared"] += v @ lm**2
        self.by_item["lm_absolute"] += v @ np.abs(lm)

    def errors(self) -> Errors:
        """Means over the repeats that were added."""
        share = 1 / self.repeats if self.repeats else np.nan
        scaled = {key: values * share for key, values in (self.by_row | self.by_item).items()}
        return Errors(**scaled, repeats=self.repeats)
