"""The company's own people, who answer on sheets of their own, and gaps that others have worked out already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Companion = Literal["managers", "staff"]
Side = Literal["belief", "service_standard", "delivery", "promise"]

# who is asked for a side first; the other sheet is looked at where the first has no such column
HOMES: Mapping[Side, tuple[Companion, Companion]] = {
    "belief": ("managers", "staff"),
    "service_standard": ("managers", "staff"),
    "delivery": ("staff", "managers"),
    "promise": ("staff", "managers"),
}
COMPANIONS: tuple[Companion, ...] = ("managers", "staff")
SIDES: tuple[Side, ...] = tuple(HOMES)

# what the expectation columns hold where they hold no expectations: ready-made gaps, in this direction
GapSign = Literal["experience-expectation", "expectation-experience"]
