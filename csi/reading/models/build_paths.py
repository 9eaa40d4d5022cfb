"""Checked entries -> the inner model: names of latents, interactions under one name, every fault at its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...errors import ModelFault
from ...model import InnerModel, Interaction, Latent
from ...model.interaction import factors, product_name
from ...model.path_faults import interaction_faults, source_faults, target_faults
from ...terms import Text
from .build_tree import Page
from .entries import ModelEntry
from .nodes import Place


class _Arrow(NamedTuple):
    """place: of the source. end: of the target. interaction: what the source multiplies, None when it is a latent."""

    source: str
    target: str
    place: Place
    end: Place
    interaction: Interaction | None


def inner_model(entry: ModelEntry, latents: Sequence[Latent], page: Page) -> InnerModel:
    """The paths that make sense; all others are faults."""
    arrows = tuple(_once(_arrows(entry, latents, page), page))
    try:
        inner = InnerModel(tuple((arrow.source, arrow.target) for arrow in arrows))
    except ModelFault as fault:
        page.faults.move(fault, _closing(arrows).end)
        return InnerModel()
    return InnerModel(tuple((arrow.source, arrow.target) for arrow in arrows if _has_meaning(arrow, inner, page)))


def _closing(arrows: Sequence[_Arrow]) -> _Arrow:
    """The first arrow that makes a circle of those written before it; there is one."""
    before: tuple[tuple[str, str], ...] = ()
    for arrow in arrows:
        if arrow.source == arrow.target or InnerModel(before).leads(arrow.target, arrow.source):
            return arrow
        before = (*before, (arrow.source, arrow.target))
    return arrows[-1]


def _arrows(entry: ModelEntry, latents: Sequence[Latent], page: Page) -> Iterator[_Arrow]:
    """Each path between known names."""
    known = [latent.name for latent in latents]
    products: dict[frozenset[str], str] = {}
    for number, path in enumerate(entry.paths):
        source, target = (page.spots[("paths", number, end)].value for end in ("source", "target"))
        faults = [(source, fault) for fault in source_faults(path.source, latents)]
        faults += [(target, fault) for fault in target_faults(path.target, latents)]
        for place, fault in faults:
            page.faults.add(place, *fault)
        pair = factors(path.source, known)
        # B * A is the product that has been called A * B before
        name = path.source if pair is None else products.setdefault(frozenset(pair), product_name(*pair))
        if not faults:
            yield _Arrow(name, path.target, source, target, None if pair is None else Interaction(name, *pair))


def _once(arrows: Iterator[_Arrow], page: Page) -> Iterator[_Arrow]:
    seen: set[tuple[str, str]] = set()
    for arrow in arrows:
        if arrow[:2] in seen:
            page.faults.add(
                arrow.end,
                Text(
                    f"the path {arrow.source} -> {arrow.target} is written twice.", f"路径 {arrow.source} → {arrow.target} 重复。"
                ),
                Text("Keep one of them.", "请只保留一个。"),
            )
        else:
            seen.add(arrow[:2])
            yield arrow


def _has_meaning(arrow: _Arrow, inner: InnerModel, page: Page) -> bool:
    faults = list(interaction_faults(arrow.interaction, arrow.target, inner)) if arrow.interaction else []
    for fault in faults:
        page.faults.add(arrow.place, *fault)
    return not faults
