"""The columns that a guessed model does not name, by what they were taken for: nothing is left out in silence."""

from __future__ import annotations

from ..findings import Finding
from ..model import Model
from ..terms import Text
from .cells import Cells
from .checking.column_roles import roles_of
from .checking.label_table import letters_of
from .checking.terms import ROLES
from .guessing.classify import classify

_LEFT_OUT = Text(
    "columns that count in no index, by what they were taken for: {kinds}; csi check says why",
    "不计入任何指数的列（按判定类型）：{kinds_zh}；原因见 csi check",
)


def left_out(cells: Cells, model: Model) -> dict[str, str]:
    """What columns were taken for that the model does not name -> their letters, in the order of the file."""
    columns = classify(cells)
    used = roles_of(columns, model)
    kinds: dict[str, list[str]] = {}
    for one in columns:
        if one.column.position not in used:
            kinds.setdefault(one.kind, []).append(one.letter)
    return {kind: letters_of(letters) for kind, letters in kinds.items()}


def said_left_out(cells: Cells, model: Model) -> tuple[Finding, ...]:
    """The finding that names them; nothing where every column counts."""
    found = left_out(cells, model)
    if not found:
        return ()
    values = {
        "kinds": "; ".join(f"{ROLES[kind].en} {letters}" for kind, letters in found.items()),
        "kinds_zh": "；".join(f"{ROLES[kind].zh} {letters}" for kind, letters in found.items()),
    }
    return (Finding("columns_left_out", "info", _LEFT_OUT, values=values),)
