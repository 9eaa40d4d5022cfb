"""Latents and the indicators that make them measurable, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from .scale import Scale

Mode = Literal["A", "B"]
HigherOrder = Literal["two-stage", "repeated"]


@dataclass(frozen=True)
class Indicator:
    """A question. `column` is where its answers are stored (a header as it stands, or "$C" for column C).

    expectation, importance: columns that ask the same thing as expected / as important. minimum: the least that is acceptable,
    where `expectation` is what is wished for. give_up, promised, heard: columns of yes and no (would give it up; was promised
    it; heard of it). asked: column of the level asked for; asked_less: whether a lower one is the more demanding (minutes of waiting).
    standard: the industry's, in units of `asked`, else of the expectation.
    feasible: whether it can be done at all. vip_only: whether it is meant for some customers only. company: what the company
    believes that customers expect, in answer units. benchmark: a competitor's figure, or the column of its ratings.
    cost: of one index point. ceiling: the highest index that can be reached. expectation_dimension, experience_dimension:
    what kind it is ("quality/durability", "feel"). belief, service_standard, delivery, promise: columns on sheets of the
    company's own people.
    label: the analyst's display names by language. weight: given weight inside its node.
    place: where it was declared ("model.yaml:9"), for errors; takes no part in equality.
    """

    name: str
    column: str
    expectation: str | None = None
    importance: str | None = None
    weight: float | None = None
    scale: Scale | None = None
    reversed: bool = False
    controllable: bool | None = None
    label: Mapping[str, str] = field(default_factory=dict, hash=False)
    question: Mapping[str, str] = field(default_factory=dict, hash=False)
    minimum: str | None = None
    give_up: str | None = None
    asked: str | None = None
    asked_less: bool | None = None
    standard: float | None = None
    feasible: bool | None = None
    company: float | None = None
    benchmark: float | str | None = None
    cost: float | None = None
    ceiling: float | None = None
    promised: str | None = None
    heard: str | None = None
    vip_only: bool | None = None
    expectation_dimension: str | None = None
    experience_dimension: str | None = None
    belief: str | None = None
    service_standard: str | None = None
    delivery: str | None = None
    promise: str | None = None
    place: str = field(default="", compare=False)


@dataclass(frozen=True)
class Latent:
    """A latent, or a part of one: it holds parts or indicators (either may be empty, not both).

    higher_order: how its parts are joined when they are constructs of their own, each with its own mode: from their
    scores ("two-stage") or from all their indicators once more ("repeated"). None: one block of its leaves.
    points: column of the share of 100 points that the respondent gives it.
    """

    name: str
    parts: tuple[Latent, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    mode: Mode = "A"
    weight: float | None = None
    label: Mapping[str, str] = field(default_factory=dict, hash=False)
    higher_order: HigherOrder | None = None
    points: str | None = None
    place: str = field(default="", compare=False)

    @property
    def blocks(self) -> tuple[Latent, ...]:
        """The constructs that indicators measure directly: its parts when it is of higher order, else itself."""
        return (self,) if self.higher_order is None else self.parts

    def leaves(self) -> Iterator[Indicator]:
        """Every indicator below, in the order written."""
        yield from self.indicators
        for part in self.parts:
            yield from part.leaves()

    def nodes(self) -> Iterator[Latent]:
        """This node and every part below it, parents before children."""
        yield self
        for part in self.parts:
            yield from part.nodes()
