"""Means of many columns of the respondents, resampled together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...study import Study
from ...study.aside import Aside, aside

Array = NDArray[np.float64]
Means = Mapping[str, Array]  # name -> (p, B)


def means_of(study: Study, blocks: Means, derive: Callable[[Means], Means], *, key: str | None = None) -> Aside:
    """The means of every block, and what `derive` makes of them, under the names of both.

    blocks: name -> (n_used, p), NaN = missing; a column counts those who have it, and one that nobody has is NaN.
    """
    names, widths = list(blocks), [block.shape[1] for block in blocks.values()]
    columns = np.concatenate(list(blocks.values()), axis=1)
    known = np.isfinite(columns).any(axis=0)
    ends = np.cumsum([0, *widths])

    def figures(sums: Sums) -> Means:
        means = np.full((len(known), sums.weight.shape[1]), np.nan)
        means[known] = sums.means
        parts = {name: means[a:b] for name, a, b in zip(names, ends[:-1], ends[1:], strict=True)}
        return {**parts, **derive(parts)}

    return aside(study, columns[:, known], figures, key=key)


def counts(block: Array) -> list[int]:
    """How many respondents have each column of a block."""
    found: list[int] = np.isfinite(block).sum(axis=0).tolist()
    return found


def side_by_side(columns: list[Array], n: int) -> Array:
    """(n, p) the columns beside one another; (n, 0) when there are none."""
    return np.column_stack(columns) if columns else np.empty((n, 0))
