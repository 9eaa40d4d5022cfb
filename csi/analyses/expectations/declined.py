"""What cannot be done and is expected all the same: to be declined with a reason and with alternatives."""

from __future__ import annotations

from ...results import Cell, Table
from ...terms import Text
from .ranking import Ranking

_KEPT = (
    "rank", "latent", "indicator", "class", "importance", "importance_lower", "importance_upper", "give_up", "give_up_lower",
    "give_up_upper", "expectation_index", "gap_index", "gap_index_lower", "gap_index_upper", "n",
)  # fmt: skip
_TITLE = Text("To be declined: expected, and not feasible", "应予婉拒：客户期待但无法做到")


def declined_table(ranking: Ranking, table: Table) -> Table | None:
    """The rows of the ranking that the model calls not feasible; None where there are none."""
    barred = {leaf.name for _, leaf in ranking.asked.leaves if leaf.feasible is False}
    records = [row for row in table.records() if row["indicator"] in barred]
    if not records:
        return None
    columns = tuple(term for term in table.columns if term.key in _KEPT)
    rows: tuple[tuple[Cell, ...], ...] = tuple(tuple(row[term.key] for term in columns) for row in records)
    told = [key for key in ("importance", "give_up", "gap_index") if any(isinstance(row[key], float) for row in records)]
    return Table("declined", _TITLE, columns, rows, ("indicator", "class", *told))
