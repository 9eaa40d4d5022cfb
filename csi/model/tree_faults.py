"""What forbids a tree of latents: empty nodes, things claimed twice, higher orders that cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from ..errors import CsiError, ModelFault
from ..terms import Text
from .latent import Latent
from .places import of_latent

Kind = Literal["column", "indicator", "latent"]
_KINDS = {"column": "列", "indicator": "指标", "latent": "潜变量"}


def tree_faults(latents: Sequence[Latent]) -> Iterator[CsiError]:
    """Everything wrong with the latents, at the places where they were declared."""
    leaves = [leaf for latent in latents for leaf in latent.leaves()]
    for latent in latents:
        yield from _empty_nodes(latent)
    yield from _claimed_twice([(leaf.column, leaf.place) for leaf in leaves], "column")
    # an indicator that goes by the name of its column, when that is claimed twice, would be the same slip told again
    twice = {column for column, count in Counter(leaf.column for leaf in leaves).items() if count > 1}
    named = [leaf for leaf in leaves if leaf.name != leaf.column or leaf.column not in twice]
    yield from _claimed_twice([(leaf.name, leaf.place) for leaf in named], "indicator")
    yield from _claimed_twice([(latent.name, latent.place) for latent in latents], "latent")
    for latent in latents:
        for node in latent.nodes():
            fault = higher_order_fault(node, latents)
            if fault is not None:
                yield ModelFault(place=node.place or of_latent(node.name), reason=fault[0], remedy=fault[1])


def higher_order_fault(node: Latent, latents: Sequence[Latent]) -> tuple[Text, Text] | None:
    """Reason and remedy, where a node is said to be of higher order but cannot be."""
    if node.higher_order is None:
        return None
    name = node.name
    if not any(node is latent for latent in latents):
        return (
            Text(
                f'"{name}" is a part, and only a latent that is no part itself can be of higher order.',
                f"“{name}”是组成部分；只有顶层潜变量才能设为高阶。",
            ),
            Text(
                "Remove higher_order here: deeper levels become one block of all their indicators.",
                "请删除此处的 higher_order：更深的层级合并为由全部指标构成的一个测量块。",
            ),
        )
    if node.indicators:
        return (
            Text(
                f'"{name}" is of higher order, so its parts measure it; {node.indicators[0].name} stands beside them.',
                f"“{name}”为高阶潜变量，由各部分测量，但 {node.indicators[0].name} 与各部分并列。",
            ),
            Text(
                "Put its own indicators into a part, or remove higher_order.", "请把这些指标归入某一部分，或删除 higher_order。"
            ),
        )
    if len(node.parts) < 2:
        there = node.parts[0].name if node.parts else ""
        return (
            Text(
                f'"{name}" is of higher order and has {f"one part only, {there}" if there else "no parts"}; it takes two at least.',
                f"“{name}”为高阶潜变量，但{f'只有一个部分“{there}”' if there else '没有组成部分'}；至少需要两个。",
            ),
            Text("Add parts, or make it an ordinary latent.", "请补充组成部分，或改为普通潜变量。"),
        )
    return _block_twice(node, latents) or _other_way(node, latents)


def _block_twice(node: Latent, latents: Sequence[Latent]) -> tuple[Text, Text] | None:
    """Parts of a higher-order latent have figures of their own, so they need names of their own."""
    taken = [latent.name for latent in latents] + [part.name for one in latents if one.higher_order for part in one.parts]
    twice = next((part.name for part in node.parts if taken.count(part.name) > 1), None)
    if twice is None:
        return None
    return (
        Text(
            f'the part "{twice}" of "{node.name}" is a construct of its own, but another construct is called "{twice}" too.',
            f"“{node.name}”的部分“{twice}”是独立的构念，但另有构念也叫“{twice}”。",
        ),
        Text("Rename one of them.", "请为其中一个改名。"),
    )


def _other_way(node: Latent, latents: Sequence[Latent]) -> tuple[Text, Text] | None:
    """All higher-order latents of a model are estimated in the same stages."""
    first = next(latent for latent in latents if latent.higher_order is not None)
    if first.higher_order == node.higher_order:
        return None
    return (
        Text(
            f'"{node.name}" is {node.higher_order} and "{first.name}" is {first.higher_order}; a model is estimated in one way.',
            f"“{node.name}”为 {node.higher_order}，而“{first.name}”为 {first.higher_order}；一个模型只能采用一种方法。",
        ),
        Text("Choose the same for both.", "请统一为同一种。"),
    )


def _empty_nodes(latent: Latent) -> Iterator[CsiError]:
    for node in latent.nodes():
        if not node.parts and not node.indicators:
            yield ModelFault(
                place=node.place or of_latent(node.name),
                reason=Text(
                    f'"{node.name}" has no indicators, so nothing measures it.', f"“{node.name}”没有任何指标，无法测量。"
                ),
                remedy=Text("Add indicators, or remove it.", "请添加指标，或删除它。"),
            )


def _claimed_twice(claims: list[tuple[str, str]], kind: Kind) -> Iterator[CsiError]:
    for name, count in Counter(name for name, _ in claims).items():
        if count > 1:
            places = [place for claimed, place in claims if claimed == name and place]
            reason, remedy = claimed(kind, name, count)
            unplaced = Text(f"{kind} {name}", f"{_KINDS[kind]}“{name}”")
            yield ModelFault(place=places[-1] if places else unplaced, reason=reason, remedy=remedy)


def claimed(kind: Kind, name: str, count: int) -> tuple[Text, Text]:
    """Reason and remedy, where a column, an indicator or a latent stands in more than one place."""
    return (
        Text(f'the {kind} "{name}" is claimed {count} times.', f"{_KINDS[kind]}“{name}”被使用了 {count} 次。"),
        Text("Keep it in one place only.", "请只保留一处。"),
    )
