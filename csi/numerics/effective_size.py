"""How many independent respondents a share of a weighted or clustered survey is worth."""

from __future__ import annotations


def effective_size(share: float, variance: float, n: float, units: float, confidence: float) -> float:
    """The number of independent respondents whose interval of the share is as wide as this survey's.

    variance: of the share over resamples of the survey's own design; a share of 0 or 1 has none, which says nothing of the design.
    n: respondents by their weights alone (Kish), never exceeded. units: independently drawn units (clusters, or n), on which the
    variance is known. confidence: of the interval, which is wider the fewer units there are (Student's law against the normal).
    Source: Korn & Graubard (1998), Survey Methodology 24(2), 193-201.
    """
    from scipy.special import ndtri, stdtrit

    if variance <= 1e-15 or not 0 < share < 1:
        return min(n, units)
    at = (1 + confidence) / 2
    wider = float(ndtri(at) / stdtrit(max(units - 1, 1.0), at)) ** 2
    return min(n, share * (1 - share) / variance * wider)
