"""Answers drawn from a model whose truth is known: for tests, examples and the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Question:
    """How answers to one question come about: a latent, noise, rounding to the scale.

    latent: its number. loading: correlation with it before rounding. mean, spread: of the answers before rounding.
    """

    latent: int
    loading: float
    mean: float
    spread: float
    lowest: int = 1
    highest: int = 10


def latent_scores(rng: np.random.Generator, n: int, path_coefficients: Array) -> Array:
    """(n, k) standard normal latents that obey the paths. path_coefficients: (k, k), [source, target], sources before targets.

    Raises ValueError when the paths explain more than all of a latent's variance.
    """
    k = path_coefficients.shape[0]
    covariance = np.eye(k)
    scores = rng.standard_normal((n, k))
    for target in range(k):
        beta = path_coefficients[:target, target]
        explained = float(beta @ covariance[:target, :target] @ beta)
        if explained >= 1:
            raise ValueError(f"latent {target}: its causes explain {explained:.2f} of its variance")
        scores[:, target] = scores[:, :target] @ beta + np.sqrt(1 - explained) * scores[:, target]
        covariance[:target, target] = covariance[target, :target] = covariance[:target, :target] @ beta
    return scores


def answers(rng: np.random.Generator, scores: Array, questions: list[Question]) -> Array:
    """(n, m) whole answers inside their scales. scores: (n, k) latents."""
    columns = []
    for q in questions:
        noise = rng.standard_normal(scores.shape[0])
        raw = q.mean + q.spread * (q.loading * scores[:, q.latent] + np.sqrt(1 - q.loading**2) * noise)
        columns.append(np.clip(np.rint(raw), q.lowest, q.highest))
    return np.column_stack(columns)


def with_holes(rng: np.random.Generator, values: Array, share: float) -> Array:
    """The same answers with a share of them missing at random."""
    return np.where(rng.random(values.shape) < share, np.nan, values)
