"""The rooms that open input: bytes to cells, text to a model, and both to a survey. Names load when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..model.presets import PRESETS
    from .cells import Cells
    from .data_check import Overview, look, overview
    from .drafting import Draft, draft
    from .grid import read_cells
    from .models.store import read_model
    from .opening import open_survey, read_survey

# no module of this package may be called like one of these names: importing it would put it in front of the name
_HOMES = {
    "PRESETS": "..model.presets",
    "Cells": ".cells",
    "Draft": ".drafting",
    "Overview": ".data_check",
    "draft": ".drafting",
    "look": ".data_check",
    "open_survey": ".opening",
    "overview": ".data_check",
    "read_cells": ".grid",
    "read_model": ".models.store",
    "read_survey": ".opening",
}

__all__ = [
    "PRESETS",
    "Cells",
    "Draft",
    "Overview",
    "draft",
    "look",
    "open_survey",
    "overview",
    "read_cells",
    "read_model",
    "read_survey",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'csi.reading' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
