"""The short forms of features in a model -> the full form: a list of maps."""

from __future__ import annotations

from ...model.vocabulary import YES_NO
from ...terms import Text
from .forms import Form, as_it_is, by_language, each, one_of, texts
from .nodes import Faults, Items, Node, Pairs, Word


def features(node: Node, faults: Faults) -> Node | None:
    """[{name: Map, functional: F1, dysfunctional: D1}]; also {Map: [F1, D1]} and {Map: {functional: F1, …}}."""
    if isinstance(node, Pairs):
        return Items(tuple(_named(name, value, faults) for name, value in node.pairs), node.place)
    listed = texts(node, faults)
    if not isinstance(listed, Items):
        return listed
    return Items(tuple(_full(item, faults) for item in listed.items), listed.place)


def _named(name: Word, value: Node, faults: Faults) -> Node:
    if isinstance(value, Items):
        return _both(name, value, faults)
    own = isinstance(value, Pairs) and value.get("name") is None
    return _full(value.plus("name", name) if own and isinstance(value, Pairs) else value, faults)


def _both(name: Word, value: Items, faults: Faults) -> Pairs:
    """The two columns, with it and without it."""
    feature = Pairs(((Word("name", name.place), name),), value.place)
    if len(value.items) != 2:
        faults.add(
            value.place,
            Text(
                f'"{name.text}" has {len(value.items)} where a feature has two questions.',
                f"“{name.text}”列出了 {len(value.items)} 列；一个功能有两道题。",
            ),
            Text("Write [column with it, column without it].", "请写成 [正向题列, 反向题列]。"),
        )
    first, second = (*value.items, name, name)[:2]  # kept, so that no second fault follows from this one
    return feature.plus("functional", first).plus("dysfunctional", second)


def _full(item: Node, faults: Faults) -> Node:
    """The feature goes by the name of its first column where it has no other."""
    if not isinstance(item, Pairs):
        return as_it_is(item, faults) or item
    yes_no = one_of(YES_NO)
    forms: dict[str, Form] = {"label": by_language, "reversed": yes_no, "controllable": yes_no}
    feature = each(item, forms, faults)
    functional = feature.get("functional")
    return feature if feature.get("name") is not None or functional is None else feature.plus("name", functional)
