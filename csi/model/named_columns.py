"""Columns that a model names: scaled answers; plain numbers, yes and no, levels asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .latent import Indicator, Latent
from .roles import Respondents
from .scale import Scale

Kind = Literal["number", "yes_no", "level"]

YES_NO_COLUMNS = ("give_up", "promised", "heard")  # of an indicator


@dataclass(frozen=True)
class ColumnUse:
    """One column that holds answers, and as what."""

    column: str
    use: Literal["indicator", "expectation", "importance", "minimum", "benchmark", "disconfirmation"]
    indicator: Indicator
    latent: str
    scale: Scale | None  # declared, or None: to be found out
    reversed: bool

    @property
    def place(self) -> str:
        """Where it was declared."""
        return self.indicator.place


@dataclass(frozen=True)
class NumberUse:
    """A column that is kept as plain numbers: as they stand ("number"), 1 for yes and 0 for no ("yes_no"), or a level asked for.

    A "level" is a number in units of its own, or words of the indicator's own scale. latent: of an indicator or of `points`,
    "" where it speaks of the respondent. place: where it was declared.
    """

    column: str
    use: str
    kind: Kind = "number"
    indicator: Indicator | None = None
    latent: str = ""
    place: str = ""


def answer_uses(
    indicators: Sequence[tuple[str, Indicator]], respondents: Respondents, common: Scale | None
) -> Iterator[ColumnUse]:
    """Every column of answers on a scale, once a use. indicators: (latent, indicator). common: the model's own scale."""
    for latent, leaf in indicators:
        scale = leaf.scale or common
        yield ColumnUse(leaf.column, "indicator", leaf, latent, scale, leaf.reversed)
        if leaf.expectation:
            yield ColumnUse(leaf.expectation, "expectation", leaf, latent, scale, leaf.reversed)
        if leaf.importance:
            yield ColumnUse(leaf.importance, "importance", leaf, latent, None, False)
        if leaf.minimum:
            yield ColumnUse(leaf.minimum, "minimum", leaf, latent, scale, leaf.reversed)
        if isinstance(leaf.benchmark, str):
            yield ColumnUse(leaf.benchmark, "benchmark", leaf, latent, scale, leaf.reversed)
    column = respondents.disconfirmation
    if column is not None:
        yield ColumnUse(column, "disconfirmation", Indicator(column, column), "", None, False)


def number_uses(latents: Sequence[Latent], respondents: Respondents) -> Iterator[NumberUse]:
    """Every column of the model that is kept as plain numbers, once a use."""
    for use, column in respondents.plain():
        yield NumberUse(column, use)
    for latent in latents:
        for node in latent.nodes():
            if node.points is not None:
                yield NumberUse(node.points, "points", latent=node.name, place=node.place)
        for leaf in latent.leaves():
            yield from _of(leaf, latent.name)


def _of(leaf: Indicator, latent: str) -> Iterator[NumberUse]:
    for use in YES_NO_COLUMNS:
        column = getattr(leaf, use)
        if column is not None:
            yield NumberUse(column, use, "yes_no", leaf, latent, leaf.place)
    if leaf.asked is not None:
        yield NumberUse(leaf.asked, "asked", "level", leaf, latent, leaf.place)
