"""Columns beyond the header that exist only because some rows hold more values than it: what a lost quotation mark spilled."""

from __future__ import annotations

from ..cells import Cells
from ..files.extent import column_number
from .classified import Classified


def unless_spilled(cells: Cells, one: Classified) -> Classified:
    """The same, but for a column beyond the header that only some rows reach."""
    long = next((finding for finding in cells.findings if finding.key == "long_rows"), None)
    if long is None or 2 * long.count > len(cells.rows) or column_number(one.letter) <= int(str(long.values["width"])):
        return one
    return one.taken_for("metadata", "spilled")
