"""Small symmetric systems solved for a whole batch at once; the batch is the last axis."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def cholesky(matrix: Array) -> Array:
    """Lower factors L with L L' = matrix; NaN throughout where one is not positive definite.

    matrix: (p, p, B). Returns (p, p, B). The loops run over p, never over B.
    Source: Golub & Van Loan (2013), Matrix Computations, algorithm 4.2.1.
    """
    p = matrix.shape[0]
    factor = np.zeros_like(matrix)
    with np.errstate(invalid="ignore", divide="ignore"):
        for j in range(p):
            column = matrix[j:, j] if j == 0 else matrix[j:, j] - np.einsum("ikb,kb->ib", factor[j:, :j], factor[j, :j])
            factor[j, j] = np.sqrt(np.where(column[0] > 1e-12, column[0], np.nan))
            np.divide(column[1:], factor[j, j], out=factor[j + 1 :, j])
    return factor


def solve_factored(factor: Array, right: Array) -> Array:
    """x with L L' x = right. factor: (p, p, B), right: (p, B). Returns (p, B)."""
    p = factor.shape[0]
    x: Array = np.empty_like(right)
    for i in range(p):
        rest = right[i] if i == 0 else right[i] - np.einsum("kb,kb->b", factor[i, :i], x[:i])
        np.divide(rest, factor[i, i], out=x[i])
    for i in reversed(range(p)):
        rest = x[i] if i == p - 1 else x[i] - np.einsum("kb,kb->b", factor[i + 1 :, i], x[i + 1 :])
        np.divide(rest, factor[i, i], out=x[i])
    return x


def solve(matrix: Array, right: Array) -> Array:
    """x with matrix x = right for symmetric positive definite matrices, NaN where one is not.

    matrix: (p, p, B), right: (p, B). Returns (p, B).
    """
    return eliminate(np.concatenate([matrix, right[:, None]], axis=1))


def eliminate(system: Array) -> Array:
    """x with matrix x = right, given side by side in `system`, which is used up. NaN where the matrix is not positive definite.

    system: (p, p + 1, B). Returns (p, B).
    Source: Gauss without pivoting, which symmetric positive definite matrices allow (Golub & Van Loan 2013, section 4.2);
    the loops run over p alone, since few large steps leave the other processors freer than many small ones.
    """
    p = system.shape[0]
    x = system[:, p]
    with np.errstate(invalid="ignore", divide="ignore"):
        for j in range(p - 1):
            ratio = system[j, j + 1 : p] / system[j, j]
            system[j + 1 :, j + 1 :] -= ratio[:, None] * system[j, j + 1 :]
        for i in reversed(range(p)):
            x[i] /= system[i, i]
            x[:i] -= system[:i, i] * x[i]
        sound = np.einsum("jjb->jb", system[:, :p]).min(axis=0) > 1e-12
    if not sound.all():
        x[:, ~sound] = np.nan
    return x


def nearest_definite(correlations: Array, floor: float = 1e-6) -> Array:
    """Correlation matrices with their eigenvalues lifted to at least `floor`, diagonal back at 1; those that need it.

    correlations: (m, m, B), symmetric, unit diagonal. Needed only for pairwise moments, which may be indefinite.
    Source: eigenvalue clipping, Rousseeuw & Molenberghs (1993), Communications in Statistics 22(4), 965-984.
    """
    short = np.isnan(cholesky(correlations - floor * np.eye(len(correlations))[:, :, None])[-1, -1])
    if not short.any():
        return correlations
    found = correlations.copy()
    found[:, :, short] = _lifted(correlations[:, :, short], floor)
    return found


def _lifted(correlations: Array, floor: float) -> Array:
    stacked = np.moveaxis(correlations, -1, 0)
    values, vectors = np.linalg.eigh(stacked)
    lifted = (vectors * np.maximum(values, floor)[:, None, :]) @ np.swapaxes(vectors, 1, 2)
    scale = 1 / np.sqrt(np.einsum("bjj->bj", lifted))
    definite: Array = np.moveaxis(lifted * scale[:, :, None] * scale[:, None, :], 0, -1)
    return definite


def smallest_eigenvalue(correlations: Array) -> float:
    """Smallest eigenvalue of one (m, m) matrix."""
    return float(np.linalg.eigvalsh(correlations)[0])
