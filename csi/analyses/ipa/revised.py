"""The revised importance: partial correlation of the logarithm of each performance with overall satisfaction."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...numerics import index
from ...numerics.moments import Sums
from ...numerics.partial import partial_correlations
from ...study import Study
from ...study.aside import Aside, aside
from ...study.explaining import Explaining

Array = NDArray[np.float64]


def revised(study: Study, asked: Explaining) -> Aside:
    """importance and performance (p, B) of the drivers: partial r of ln(answer) with the outcome, and the 0-100 index.

    The logarithm is of the answer counted from 1 at the worst, so that 0-10 is taken as 1-11 and 1-10 as it is. The outcome is the
    mean of its indicators on 0-100 over those that were answered.
    Source: Deng (2007), Tourism Management 28(5), 1274-1284.
    """
    a, p = study.arrangement, len(asked.drivers)
    places = [driver.items[0] for driver in asked.drivers]
    low, high = a.lowest[places], a.highest[places]
    answers = a.values[:, places]
    columns = np.column_stack([np.log(np.maximum(answers - low, 0) + 1), _outcome(study, asked), answers])

    def figures(sums: Sums) -> Mapping[str, Array]:
        partial = partial_correlations(sums.correlations(), pairwise=sums.pair_weight is not None)
        return {"importance": partial, "performance": index.performance(sums.means[p + 1 :], low, high)}

    return aside(study, columns, figures, products=p + 1)


def _outcome(study: Study, asked: Explaining) -> Array:
    """(n,) the outcome on 0-100, NaN where none of its indicators was answered."""
    a, places = study.arrangement, list(asked.outcome.items)
    on_100 = 100 * (a.values[:, places] - a.lowest[places]) / (a.highest - a.lowest)[places]
    seen = ~np.isnan(on_100)
    count = seen.sum(axis=1)
    total = np.where(seen, on_100, 0).sum(axis=1)
    found: Array = np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)
    return found
