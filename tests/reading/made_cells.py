"""Cells made by hand, and models over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from csi.model import Indicator, Latent, Model, Scale
from csi.reading.cells import Cells
from csi.survey import Origin, Survey

LETTERS = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *(f"A{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
ORIGIN = Origin("survey.xlsx", "xlsx", "Responses")


def cells(columns: dict[str, Sequence[Any]]) -> Cells:
    """A sheet "Responses" whose first row is the header."""
    length = max((len(values) for values in columns.values()), default=0)
    letters = tuple(LETTERS[: len(columns)])
    return Cells(tuple(columns), tuple(columns.values()), letters, tuple(range(2, length + 2)), ORIGIN)


def model(blocks: dict[str, list[str]], scale: Scale | None = None, **more: Any) -> Model:
    """Latents with one indicator a column, named like it."""
    latents = tuple(Latent(name, indicators=tuple(Indicator(c, c) for c in columns)) for name, columns in blocks.items())
    return Model(latents, scale=scale, **more)


def keys(survey: Survey) -> list[str]:
    """Keys of the findings, in their order."""
    return [finding.key for finding in survey.findings]


def finding(survey: Survey, key: str) -> Any:
    """The finding of that key."""
    return next(one for one in survey.findings if one.key == key)
