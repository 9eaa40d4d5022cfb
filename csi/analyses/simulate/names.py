"""What a name in an option means: an indicator, a part or a latent of the model; and numbers given to names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import UsageFault
from ...model import Indicator, Latent, Model
from ...model.nearest import nearest
from ...terms import Text

Pairs = Mapping[str, float] | tuple[tuple[str, float], ...]  # a number for each of several names
_LISTED = 12


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
    known = [node for node in nodes(model) if node.is_indicator or not indicators]
    exact = next((node for node in known if node.name == name), None)
    if exact is not None:
        return exact
    labels = _labels(model)
    labelled = next((node for node in known if name in labels.get(node.name, ())), None)
    if labelled is not None:
        return labelled
    raise _unknown(option, str(name), known, labels)


def _labels(model: Model) -> dict[str, tuple[str, ...]]:
    """The analyst's own labels in any language, by name."""
    every: list[Latent | Indicator] = [leaf for _, leaf in model.indicators]
    every += [node for latent in model.latents for node in latent.nodes()]
    return {node.name: tuple(node.label.values()) for node in every if node.label}


def _unknown(option: str, name: str, known: Sequence[Node], labels: Mapping[str, tuple[str, ...]]) -> UsageFault:
    names = list(dict.fromkeys(node.name for node in known))
    near = nearest(name, [*names, *(label for told in labels.values() for label in told)])
    said = Text(f"; the nearest is {near}", f"；最接近的是 {near}") if near else Text("", "")
    kind = (
        Text("indicator", "指标")
        if all(node.is_indicator for node in known)
        else Text("indicator, part or latent", "指标、组成部分或潜变量")
    )
    more = len(names) - _LISTED
    further = Text(f" … and {more} more; csi expand lists all", f" 等共 {len(names)} 个，可用 csi expand 查看全部")
    told = further if more > 0 else Text("", "")
    return _fault(
        f"{option} {name}",
        Text(f'the model has no {kind.en} "{name}"{said.en}.', f"模型中没有{kind.zh}“{name}”{said.zh}。"),
        Text(f"Name one of {', '.join(names[:_LISTED])}{told.en}.", f"可用名称：{'、'.join(names[:_LISTED])}{told.zh}。"),
    )


def _fault(place: str, reason: Text, remedy: Text) -> UsageFault:
    return UsageFault(place=place, reason=reason, remedy=remedy)
