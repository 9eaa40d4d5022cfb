"""The interval of a share where resamples cannot tell it: when everybody or nobody is counted."""

from __future__ import annotations

import math


def wilson(share: float, n: float, confidence: float) -> tuple[float, float]:
    """Lower and upper end of a share of n independent answers. n: above zero, whole or effective.

    Source: Wilson (1927), J. American Statistical Association 22, 209-212.
    """
    from scipy.special import ndtri

    z2 = float(ndtri((1 + confidence) / 2)) ** 2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = math.sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    return max(0.0, middle - reach), min(1.0, middle + reach)
