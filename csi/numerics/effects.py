"""Direct, indirect and total effects along the paths."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def total_effects(path_coefficients: Array) -> Array:
    """Sum over every way from source to target of the product of its coefficients.

    path_coefficients: (k, k, B), [source, target], without circles. Returns (k, k, B).
    Source: Bollen (1987), Sociological Methodology 17, 37-69: T = B + B^2 + ...
    """
    total = path_coefficients.copy()
    power = path_coefficients
    for _ in range(path_coefficients.shape[0] - 1):
        power = np.einsum("sjb,jtb->stb", power, path_coefficients)
        if not power.any():
            break
        total += power
    return total
