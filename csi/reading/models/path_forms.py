"""The three ways to write paths -> one list of source and target."""

from __future__ import annotations

from itertools import pairwise

from ...model.short_forms import path_names
from ...terms import Text
from .forms import texts
from .nodes import Faults, Items, Node, Pairs, Word

Arrow = tuple[Word, Word]


def paths(node: Node, faults: Faults) -> Node | None:
    """cause: [effects], or a list of "A -> B", or a list of {from: A, to: B}."""
    if isinstance(node, Pairs):
        arrows = [(cause, effect) for cause, effects in node.pairs for effect in _effects(effects, faults)]
    else:
        listed = texts(node, faults)
        arrows = [arrow for item in (listed.items if isinstance(listed, Items) else ()) for arrow in _arrows(item, faults)]
    return Items(tuple(_path(*arrow) for arrow in arrows), node.place)


def _effects(node: Node, faults: Faults) -> tuple[Word, ...]:
    items = node.items if isinstance(node, Items) else (node,)
    for item in items:
        if not isinstance(item, Word):
            _refuse(item, faults)
    return tuple(item for item in items if isinstance(item, Word) and item.text.strip())


def _arrows(item: Node, faults: Faults) -> list[Arrow]:
    found = _along(item) if isinstance(item, Word) else _from_to(item) if isinstance(item, Pairs) else []
    if not found:
        _refuse(item, faults)
    return found


def _along(word: Word) -> list[Arrow]:
    names = [Word(name, word.place) for name in path_names(word.text)]
    return list(pairwise(names)) if all(name.text for name in names) else []


def _from_to(pairs: Pairs) -> list[Arrow]:
    cause, effect = pairs.get("from"), pairs.get("to")
    return [(cause, effect)] if len(pairs.pairs) == 2 and isinstance(cause, Word) and isinstance(effect, Word) else []


def _refuse(item: Node, faults: Faults) -> None:
    faults.add(
        item.place,
        Text("this is no path between latents.", "这不是潜变量之间的路径。"),
        Text(
            "Write Image: [Satisfaction, Loyalty], or a list of Image -> Satisfaction.",
            "请写成“形象: [满意, 忠诚]”，或“形象 -> 满意”的列表。",
        ),
    )


def _path(cause: Word, effect: Word) -> Pairs:
    return Pairs(((Word("source", cause.place), cause), (Word("target", effect.place), effect)), cause.place)
