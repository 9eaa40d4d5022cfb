"""The tree of latents, parts and indicators in its short forms -> the full form."""

from __future__ import annotations

from ...errors import ModelFault
from ...model.short_forms import columns_between
from ...model.vocabulary import HIGHER_ORDERS, YES_NO
from ...terms import Text
from .entries import HANDED_DOWN, SIDE_BY_SIDE
from .feature_forms import features
from .forms import Form, as_it_is, benchmark, by_language, each, inside, language, one_of, scale, texts
from .gap_forms import gap_sign
from .nodes import Faults, Items, Node, Pairs, Word
from .path_forms import paths

_MODES = {"a": "A", "b": "B", "reflective": "A", "formative": "B", "反映型": "A", "形成型": "B"}
_HIGHER_ORDERS = {
    **{word: key for key, words in HIGHER_ORDERS.items() for word in words},
    **dict.fromkeys(("yes", "true", "是", "two stage", "two_stage", "两阶段", "二阶段法"), "two-stage"),
    **dict.fromkeys(("repeated indicators", "repeated-indicators", "repeated_indicators", "重复指标"), "repeated"),
    **dict.fromkeys(("no", "false", "否"), ""),
}


def full_form(root: Node, faults: Faults) -> Node:
    """The whole model with every short form written out."""
    forms: dict[str, Form] = {
        "language": language,
        "scale": scale,
        "missing": texts,
        "latents": _latents,
        "paths": paths,
        "respondents": inside({"segments": texts}),
        "gap_sign": gap_sign,
        "features": features,
    }
    return _with_latents(each(root, forms, faults)) if isinstance(root, Pairs) else root


def _with_latents(model: Pairs) -> Pairs:
    """A model of features alone need not say that it has no latents."""
    needless = model.get("features") is not None and model.get("latents") is None
    return model.plus("latents", Pairs((), model.place)) if needless else model


def _latents(node: Node, faults: Faults) -> Node | None:
    if not isinstance(node, Pairs):
        return as_it_is(node, faults)
    return Pairs(tuple((key, _latent(value, faults)) for key, value in node.pairs), node.place)


def _latent(node: Node, faults: Faults) -> Node:
    """A list or a word means the indicators; keys meant for all of them are handed down."""
    if not isinstance(node, Pairs):
        given = _indicators(node, faults)
        return Pairs(((Word("indicators", node.place), given),) if given is not None else (), node.place)
    forms: dict[str, Form] = {
        "label": by_language,
        "mode": one_of(_MODES),
        "higher_order": one_of(_HIGHER_ORDERS),
        "indicators": _indicators,
        "parts": _latents,
        "scale": scale,
    }
    latent = each(node, forms, faults)
    for key in SIDE_BY_SIDE:
        latent = _side_by_side(latent, key, faults)
    return _handed_down(latent)


def _indicators(node: Node, faults: Faults) -> Node | None:
    listed = texts(node, faults)
    if not isinstance(listed, Items):
        return listed
    return Items(tuple(full for item in listed.items for full in _indicator(item, faults)), listed.place)


def _indicator(item: Node, faults: Faults) -> tuple[Pairs, ...]:
    """One item of a list of indicators; a range makes several. Name and column stand for each other."""
    if isinstance(item, Word) and item.text.strip():
        words = [Word(column, item.place) for column in _range(item, faults)]
        return tuple(Pairs((), item.place).plus("name", word).plus("column", word) for word in words)
    if isinstance(item, Pairs):
        yes_no = one_of(YES_NO)
        forms: dict[str, Form] = dict.fromkeys(("reversed", "controllable", "asked_less", "feasible", "vip_only"), yes_no)
        forms |= {"scale": scale, "benchmark": benchmark, "label": by_language, "question": by_language}
        indicator = each(item, forms, faults)
        name, column = indicator.get("name"), indicator.get("column")
        if name is None and column is not None:
            return (indicator.plus("name", column),)
        if name is not None:
            return (indicator if column is not None else indicator.plus("column", name),)
        return (_nameless(indicator, faults),)
    return (_nameless(Pairs((), item.place), faults),)


def _nameless(indicator: Pairs, faults: Faults) -> Pairs:
    faults.add(
        indicator.place,
        Text("an indicator needs a name or a column.", "指标需要有名称或列名。"),
        Text("Write a column name, or {name: Speed, column: Q7}.", "请写列名，或 {name: 速度, column: Q7}。"),
    )
    seat = Word(f"? {indicator.place.exact}", indicator.place)  # kept, so that no second fault follows from this one
    return indicator.plus("name", seat).plus("column", seat)


def _range(word: Word, faults: Faults) -> tuple[str, ...]:
    try:
        return columns_between(word.text)
    except ModelFault as fault:
        faults.move(fault, word.place)
        return (word.text,)


def _side_by_side(latent: Pairs, key: str, faults: Faults) -> Pairs:
    """indicators: [P1..P4] with expectation: [E1..E4] beside it."""
    beside, own = latent.get(key), latent.get("indicators")
    if beside is None:
        return latent
    listed = beside.items if isinstance(beside, Items) else (beside,)
    columns = [Word(column, word.place) for word in listed if isinstance(word, Word) for column in _range(word, faults)]
    indicators = [one for one in own.items if isinstance(one, Pairs)] if isinstance(own, Items) else []
    if len(indicators) != len(columns):
        faults.add(
            beside.place,
            Text(
                f"{key} lists {len(columns)} columns beside {len(indicators)} indicators.",
                f"{key} 列出了 {len(columns)} 列，而指标有 {len(indicators)} 个。",
            ),
            Text("Give each indicator its column, in the same order.", "请按相同顺序为每个指标给出对应的列。"),
        )
        return latent.without(key)
    paired = [_with_column(one, key, column, faults) for one, column in zip(indicators, columns, strict=True)]
    return latent.without(key).put("indicators", Items(tuple(paired), beside.place if own is None else own.place))


def _with_column(indicator: Pairs, key: str, column: Word, faults: Faults) -> Pairs:
    if indicator.get(key) is None:
        return indicator.plus(key, column)
    faults.add(
        column.place,
        Text(f"this indicator has its {key} already.", f"该指标已另行给出 {key}。"),
        Text("Say it once: at the indicator, or in the list beside indicators.", "请只写一处：写在指标中，或写在并列的列表中。"),
    )
    return indicator


def _handed_down(latent: Pairs) -> Pairs:
    """A scale or a dimension written at the latent goes to every indicator below that has none of its own."""
    for key in HANDED_DOWN:
        common = latent.get(key)
        latent = latent if common is None else _with(latent.without(key), key, common)
    return latent


def _with(latent: Pairs, key: str, common: Node) -> Pairs:
    own, parts = latent.get("indicators"), latent.get("parts")
    if isinstance(own, Items):
        given = (one.plus(key, common) if isinstance(one, Pairs) and one.get(key) is None else one for one in own.items)
        latent = latent.put("indicators", Items(tuple(given), own.place))
    if isinstance(parts, Pairs):
        below = ((name, _with(part, key, common) if isinstance(part, Pairs) else part) for name, part in parts.pairs)
        latent = latent.put("parts", Pairs(tuple(below), parts.place))
    return latent
