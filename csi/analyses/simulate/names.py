"""What a name in an option means: an indicator, a part or a latent of the model; and numbers given to names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import UsageFault
from ...model import Model
from ...model.named import named
from ...terms import Text

Pairs = Mapping[str, float] | tuple[tuple[str, float], ...]  # a number for each of several names
_INDICATOR, _ANY = Text("indicator", "指标"), Text("indicator, part or latent", "指标、组成部分或潜变量")


@dataclass(frozen=True)
class Node:
    """Something of the model that has a mean: its name, and the indicators below it (itself, when it is one)."""

    name: str
    leaves: tuple[str, ...]
    is_indicator: bool


def nodes(model: Model) -> tuple[Node, ...]:
    """Everything that has a mean, latents before their parts before indicators."""
    above = [node for latent in model.latents for node in latent.nodes()]
    return (
        *(Node(node.name, tuple(leaf.name for leaf in node.leaves()), is_indicator=False) for node in above),
        *(Node(leaf.name, (leaf.name,), is_indicator=True) for _, leaf in model.indicators),
    )


def numbered(option: str, given: Pairs, model: Model, *, indicators: bool = False) -> tuple[tuple[Node, float], ...]:
    """The nodes with their numbers, in the order given. indicators: whether only these may be named.

    Raises: UsageFault for what is no number, for a name that is not there (with the nearest), and for one named twice.
    """
    pairs = tuple(given.items()) if isinstance(given, Mapping) else tuple(given)
    found: dict[str, tuple[Node, float]] = {}
    for name, value in pairs:
        node = _named(option, name, model, indicators=indicators)
        if node.name in found:
            raise _fault(
                f"{option} {name}",
                Text("it is named twice.", "被指定了两次。"),
                Text("Say it once, with one number.", "请只写一次，给出一个数。"),
            )
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise _fault(
                f"{option} {name}",
                Text(f"{value} is no number.", f"{value} 不是数。"),
                Text("Give a number.", "请给出一个数。"),
            )
        found[node.name] = (node, float(value))
    return tuple(found.values())


def spelled(pairs: Sequence[tuple[Node, float]]) -> tuple[str, ...]:
    """The numbers as they are written after an option."""
    return tuple(f"{node.name}={value:g}" for node, value in pairs)


def _named(option: str, name: object, model: Model, *, indicators: bool) -> Node:
    known: dict[str, Node] = {}
    for node in nodes(model):
        if node.is_indicator or not indicators:
            known.setdefault(node.name, node)
    kind = _INDICATOR if all(node.is_indicator for node in known.values()) else _ANY
    return known[named(model, str(name), list(known), option=option, kind=kind)]


def _fault(place: str, reason: Text, remedy: Text) -> UsageFault:
    return UsageFault(place=place, reason=reason, remedy=remedy)
