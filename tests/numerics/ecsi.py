"""The ECSI mobile survey fitted as other programs fitted it, and their tables as matrices."""

from __future__ import annotations

from functools import cache

import numpy as np

from csi.numerics.design import PlsDesign
from csi.numerics.pls import PlsFit, fit

from ..reference import ecsi_correlations
from .test_pls import NAMES, design, reference_correlations

DESIGNS = {
    "modeA_path": design(),
    "modeA_factorial": design("factorial"),
    "modeB_image_quality_path": design(formative=("Image", "Quality")),
}
VARIANTS = list(DESIGNS)


@cache
def fitted(variant: str) -> tuple[np.ndarray, PlsDesign, PlsFit]:
    """Correlations in full precision, model and solution; skipped where the reference is not beside the checkout."""
    r = reference_correlations()
    return r, DESIGNS[variant], fit(r, DESIGNS[variant], tolerance=1e-14)


@cache
def golden() -> tuple[np.ndarray, PlsDesign, PlsFit]:
    """The same from the six digits that travel with the tests: correlations (24, 24, 1), model and solution."""
    r = ecsi_correlations()[:, :, None]
    return r, design(), fit(r, design(), tolerance=1e-13)


def resampled(n: int, replicates: int, seed: int = 1) -> np.ndarray:
    """(24, 24, B) correlations of normal samples of size n with the correlations of ECSI."""
    rng = np.random.default_rng(seed)
    root = np.linalg.cholesky(ecsi_correlations())
    return np.stack([np.corrcoef(root @ rng.standard_normal((24, n))) for _ in range(replicates)], axis=-1)


def one_factor_model(*loadings: float) -> np.ndarray:
    """(p, p, 1) correlations that one factor with these loadings makes."""
    r = np.outer(loadings, loadings)
    np.fill_diagonal(r, 1)
    return r[:, :, None]


def square(table: dict, *, absent: float = np.nan) -> np.ndarray:
    """(7, 7) of a peer's table by latent and latent, as the peer turns it; `absent` where it gives nothing."""
    cells = [[table.get(row, {}).get(column) for column in NAMES] for row in NAMES]
    return np.array([[absent if cell is None else float(cell) for cell in row] for row in cells])


def column(table: dict, key: str | None = None) -> np.ndarray:
    """(7,) of a peer's table by latent, NaN where it gives nothing."""
    cells = [table.get(name) if key is None else table[name][key] for name in NAMES]
    return np.array([np.nan if cell is None else float(cell) for cell in cells])
