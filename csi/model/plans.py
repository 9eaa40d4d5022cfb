"""Which indicators may stand in a plan of action, and why the others may not."""

from __future__ import annotations

from typing import Literal

from ..terms import Text
from .latent import Indicator
from .model import Model

Bar = Literal["uncontrollable", "infeasible"]

BARS: dict[Bar, Text] = {
    "uncontrollable": Text("the firm does not control it", "企业无法控制"),
    "infeasible": Text("it is not feasible", "无法做到"),
}


def barred(leaf: Indicator) -> Bar | None:
    """Why the indicator may not be in a plan (a key of BARS), or None. What the model says nothing of may be."""
    if leaf.controllable is False:
        return "uncontrollable"
    return "infeasible" if leaf.feasible is False else None


def uncontrollable(model: Model) -> tuple[str, ...]:
    """Names of the indicators that the firm does not control, in the model's order."""
    return tuple(leaf.name for _, leaf in model.indicators if leaf.controllable is False)
