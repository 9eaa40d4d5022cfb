"""The register of analyses in reading order: name -> one sentence. Rooms are imported when called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..terms import Text

if TYPE_CHECKING:
    from .contract import Analysis

ANALYSES: dict[str, Text] = {
    "score": Text("The 0-100 index of every latent, with its interval.", "每个潜变量的 0–100 指数及其区间。"),
    "gap": Text("How far experience falls short of what was expected.", "体验与期望之间的差距。"),
}


def load(name: str) -> Analysis[Any]:
    """The room of that name. Raises KeyError when the register has none."""
    if name not in ANALYSES:
        raise KeyError(name)
    room = import_module(f".{name}", __package__)
    found: Analysis[Any] = getattr(room, name)
    return found
