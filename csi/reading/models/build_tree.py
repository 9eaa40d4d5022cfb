"""Checked entries -> latents, indicators and scales, each with its place."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...errors import ModelFault
from ...model import Indicator, Latent, Scale
from ...model.short_forms import number_text
from ...model.tree_faults import claimed, higher_order_fault
from ...terms import Text
from .entries import IndicatorEntry, LatentEntry, ModelEntry, ScaleEntry
from .nodes import Faults
from .schema import Loc
from .schema_faults import Spots


class Page(NamedTuple):
    """Where everything stands, and where faults are gathered."""

    spots: Spots
    faults: Faults


def latents_of(entry: ModelEntry, page: Page) -> tuple[Latent, ...]:
    """The latents with everything below them."""
    latents = tuple(_latent(name, below, ("latents", name), page) for name, below in entry.latents.items())
    _claimed_twice(tuple(leaf for name, below in entry.latents.items() for leaf in _leaves(below, ("latents", name))), page)
    return tuple(_possible(one, ("latents", one.name), latents, page) for one in latents)


def _leaves(entry: LatentEntry, loc: Loc) -> Iterator[tuple[Loc, IndicatorEntry]]:
    """Every indicator below, with the way to it."""
    yield from (((*loc, "indicators", i), one) for i, one in enumerate(entry.indicators))
    for part, below in entry.parts.items():
        yield from _leaves(below, (*loc, "parts", part))


def _claimed_twice(leaves: Sequence[tuple[Loc, IndicatorEntry]], page: Page) -> None:
    """The model would find these too, but knows their lines only."""
    for column, count in Counter(one.column for _, one in leaves).items():
        if count > 1:
            last = next(loc for loc, one in reversed(leaves) if one.column == column)
            page.faults.add(page.spots[last].value, *claimed("column", column, count))


def _possible(node: Latent, loc: Loc, latents: tuple[Latent, ...], page: Page) -> Latent:
    """The node without a higher order that it cannot have."""
    fault = higher_order_fault(node, latents)
    if fault is not None:
        page.faults.add(page.spots[(*loc, "higher_order")].value, *fault)
    parts = tuple(_possible(part, (*loc, "parts", part.name), latents, page) for part in node.parts)
    return dataclasses.replace(node, parts=parts, higher_order=node.higher_order if fault is None else None)


def _latent(name: str, entry: LatentEntry, loc: Loc, page: Page) -> Latent:
    """The latent or part that stands at `loc`, with everything below it."""
    return Latent(
        name=name,
        parts=tuple(_latent(part, below, (*loc, "parts", part), page) for part, below in entry.parts.items()),
        indicators=tuple(_indicator(one, (*loc, "indicators", i), page) for i, one in enumerate(entry.indicators)),
        mode=entry.mode,
        weight=_weight(entry.weight, (*loc, "weight"), page),
        label=entry.label.texts(),
        higher_order=entry.higher_order,
        points=entry.points,
        place=page.spots[loc].key.short,
    )


def _indicator(entry: IndicatorEntry, loc: Loc, page: Page) -> Indicator:
    as_written = {**vars(entry), "benchmark": None if entry.benchmark is None else entry.benchmark.said()}
    return Indicator(
        **{
            **as_written,
            "weight": _weight(entry.weight, (*loc, "weight"), page),
            "scale": scale(entry.scale, (*loc, "scale"), page),
            "label": entry.label.texts(),
            "question": entry.question.texts(),
            "place": page.spots[loc].value.short,
        }
    )


def _weight(weight: float | None, loc: Loc, page: Page) -> float | None:
    if weight is not None and weight < 0:
        page.faults.add(
            page.spots[loc].value,
            Text(f"the weight {number_text(weight)} is negative.", f"权重 {number_text(weight)} 为负。"),
            Text(
                "Give a weight of zero or more; an item worded the other way round is said with reversed: yes.",
                "权重须大于或等于零；反向题请写 reversed: yes。",
            ),
        )
    return weight


def scale(entry: ScaleEntry | None, loc: Loc, page: Page) -> Scale | None:
    """The scale that stands at `loc`; None where there is none, or where it makes no sense."""
    if entry is None:
        return None
    try:
        found = Scale(entry.min, entry.max, entry.labels, tuple(entry.missing))
    except ModelFault as fault:
        page.faults.move(fault, page.spots[loc].value)
        return None
    for label, score in entry.labels.items():
        if not entry.min <= score <= entry.max:
            worth = number_text(score)
            page.faults.add(
                page.spots[(*loc, "labels", label)].value,
                Text(f'"{label}" is worth {worth}, outside the scale.', f"“{label}”的分值 {worth} 超出量表范围。"),
                Text("Correct the score, or the ends of the scale.", "请更正分值或量表两端。"),
            )
    return found
