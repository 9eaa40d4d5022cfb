"""R squared less what as many variables would explain by chance, and the draws of a figure that every resample raises."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def adjusted(r_squared: Array, n: float, q: int) -> Array:
    """(B,) R squared of q variables, corrected for their number; it may be below 0. n: respondents, n > q + 1.

    Source: Theil (1961), Economic Forecasts and Policy, 2nd ed., 211-214.
    """
    return 1 - (1 - r_squared) * (n - 1) / (n - q - 1)


def moved_back(draws: Array, estimate: float) -> Array:
    """(B,) draws moved by what their mean lies above the estimate, no lower than 0; as they are where none is finite.

    For figures that lie as far above the estimate in a resample as the estimate lies above the truth, as R squared does: variables
    explain more of a resample than of its survey, and more of a survey than of those it stands for.
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 10.2 (bias).
    """
    if not np.isfinite(draws).any():
        return draws
    back: Array = np.maximum(draws - draws[np.isfinite(draws)].mean() + estimate, 0)
    return back
