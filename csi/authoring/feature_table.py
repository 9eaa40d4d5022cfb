"""The features of a model as a table: which columns ask about each."""

from __future__ import annotations

from ..model import Model
from ..model.vocabulary import FEATURE_HEADERS
from ..results import Cell, Table
from ..terms import Term, Text

_MEANINGS = {
    "feature": Text("What is asked about twice.", "问两次的功能。"),
    "functional": Text("Column of the answers with it.", "具备时答案所在的列。"),
    "dysfunctional": Text("Column of the answers without it.", "不具备时答案所在的列。"),
    "importance": Text("Column of its self-stated importance.", "自述重要性所在的列。"),
    "satisfaction": Text("Column of the satisfaction with it today.", "当前满意度所在的列。"),
    "controllable": Text("Whether the firm decides on it.", "企业能否自行决定。"),
}
_TERMS = {
    key: Term(key, FEATURE_HEADERS[key].en.capitalize(), FEATURE_HEADERS[key].zh, meaning=meaning)
    for key, meaning in _MEANINGS.items()
}


def feature_table(model: Model) -> Table:
    """One row a feature; columns that no feature has are left out."""
    rows = [{"feature": one.name, **dict(one.columns()), "controllable": one.controllable} for one in model.features]
    keys = [key for key in _TERMS if any(row.get(key) is not None for row in rows)]
    cells: tuple[tuple[Cell, ...], ...] = tuple(tuple(row.get(key) for key in keys) for row in rows)
    return Table("features", Text("Features, asked about twice", "问两次的功能"), tuple(_TERMS[key] for key in keys), cells)
