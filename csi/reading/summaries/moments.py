"""Rows whose means, deviations and correlations are exactly the ones that were printed, as a normal sample would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_SEED = 20  # the rows are the same whenever the table is


def nearest_correlations(r: Array) -> tuple[Array, float]:
    """(m, m) the correlations, negative eigenvalues raised to nothing where rounding has made some, and how far an entry moved."""
    import numpy as np

    values, vectors = np.linalg.eigh(r)
    if values[0] >= 0:
        return r, 0.0
    raised = (vectors * np.maximum(values, 1e-10)) @ vectors.T
    scale = 1 / np.sqrt(np.diag(raised))
    mended = raised * np.outer(scale, scale)
    return mended, float(np.abs(mended - r).max())


def rows_of(means: Array, deviations: Array, r: Array, n: int) -> Array:
    """(n, m) rows with these means, deviations (ddof 1) and correlations, to rounding. n must be above m.

    Standard normal draws are freed of their own means and correlations and given the wanted ones.
    """
    import numpy as np

    drawn = np.random.default_rng(_SEED).standard_normal((n, len(means)))
    drawn -= drawn.mean(axis=0)
    q, _ = np.linalg.qr(drawn)  # orthonormal columns, each of mean 0
    values, vectors = np.linalg.eigh(r)
    root = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
    rows: Array = np.sqrt(n - 1) * q @ root * deviations + means
    return rows
