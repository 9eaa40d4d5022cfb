"""What the three makers share: questions about latents, drawn with a fixed seed from paths that are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from csi.numerics.generate import Question, answers, latent_scores

HERE = Path(__file__).parent


def paths_matrix(latents: Sequence[str], coefficients: dict[tuple[str, str], float]) -> np.ndarray:
    """(k, k) path coefficients, [source, target]."""
    matrix = np.zeros((len(latents), len(latents)))
    for (source, target), value in coefficients.items():
        matrix[latents.index(source), latents.index(target)] = value
    return matrix


def draw(rng: np.random.Generator, n: int, paths: np.ndarray, questions: list[Question]) -> np.ndarray:
    """(n, m) answers."""
    return answers(rng, latent_scores(rng, n, paths), questions)


def blanked(rng: np.random.Generator, values: np.ndarray, share: float) -> np.ndarray:
    """Objects of the same shape, a share of them None as if skipped."""
    out = values.astype(object)
    out[rng.random(values.shape) < share] = None
    return out
