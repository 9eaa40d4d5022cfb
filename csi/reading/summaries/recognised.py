"""A sheet or file that holds sums in place of respondents, as cells; told from answers by its shape."""

from __future__ import annotations

from collections.abc import Sequence

from ...survey import Origin
from ..cells import Cells
from ..layout.raw import Row
from .correlation_table import find_correlation_table
from .correlations import correlated_cells
from .count_table import find_count_table
from .counts import counted_cells

MOST_ROWS, MOST_COLUMNS = 400, 300  # of such a table


def summary_cells(rows: Sequence[Row], origin: Origin) -> Cells | None:
    """The cells that stand for a table of counts or correlations; None where the rows are respondents.

    Raises: NothingToScore when it is such a table but lacks what is needed.
    """
    if not rows or len(rows) > MOST_ROWS or max(len(row) for row in rows) > MOST_COLUMNS:
        return None
    correlations = find_correlation_table(rows)
    if correlations is not None:
        return correlated_cells(correlations, origin)
    counts = find_count_table(rows)
    return None if counts is None else counted_cells(counts, origin)
