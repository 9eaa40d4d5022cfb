"""What pydantic refuses -> what the analyst reads: the place, the reason and the next move, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...model.nearest import nearest
from ...model.vocabulary import INDICATOR_HEADERS, RESPONDENT_SETTINGS, SETTINGS, key_of
from ...terms import Text
from .entries import ModelEntry
from .nodes import Faults, Items, Node, Place, Word
from .schema import Loc, SchemaFault, checked, homes_of, keys_at


class Spot(NamedTuple):
    """Where the key of a value stands, and where the value stands."""

    key: Place
    value: Place


Spots = Mapping[Loc, Spot]

_NUMBER = Text("is not a number", "不是数字"), Text("Write a number, e.g. 0.25.", "请写数字，例如 0.25。")
_WORD = Text("should be a single word or text", "应为一个词或一段文字"), Text("Write one value here.", "此处只写一个值。")
_MAP = (
    Text("should hold keys with values", "应为“键: 值”的形式"),
    Text('Write "key: value", with a half-width colon and a space after it.', "请写“键: 值”，用半角冒号，冒号后加空格。"),
)
_KINDS: dict[str, tuple[Text, Text]] = {
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_parsing": (
        Text("is neither yes nor no", "既不是“是”也不是“否”"),
        Text("Write yes or no.", "请写 yes 或 no（是 或 否）。"),
    ),
    "bool_type": (
        Text("is neither yes nor no", "既不是“是”也不是“否”"),
        Text("Write yes or no.", "请写 yes 或 no（是 或 否）。"),
    ),
    "string_type": _WORD,
    "list_type": (Text("should be a list", "应为列表"), Text("Write [a, b, c].", "请写成 [a, b, c]。")),
    "dict_type": _MAP,
    "dataclass_type": _MAP,
}


_SHAPES = ("list_type", "dict_type", "dataclass_type")


def plain(node: Node) -> tuple[object, dict[Loc, Spot]]:
    """The tree as dictionaries, lists and text, and the place of everything in it."""
    spots: dict[Loc, Spot] = {}
    return _plain(node, (), Spot(node.place, node.place), spots), spots


def _plain(node: Node, loc: Loc, spot: Spot, spots: dict[Loc, Spot]) -> object:
    spots[loc] = spot
    if isinstance(node, Word):
        return node.text
    if isinstance(node, Items):
        return [_plain(item, (*loc, i), Spot(item.place, item.place), spots) for i, item in enumerate(node.items)]
    return {key.text: _plain(value, (*loc, key.text), Spot(key.place, value.place), spots) for key, value in node.pairs}


def checked_entry(values: object, spots: Spots, faults: Faults) -> ModelEntry | None:
    """The entry; where single values were refused, what is left without them, so that the rest can be checked too.

    None when whole branches make no sense: what is left of such a model would only show faults that follow from these.
    """
    entry, refused = checked(values)
    for fault in refused:
        _tell(fault, spots, faults)
    if entry is None and not any(_is_of_a_shape(fault) for fault in refused):
        for fault in refused:
            _take_out(values, fault.loc[:-1] if fault.kind == "missing" else fault.loc)
        entry, _ = checked(values)
    return entry


def _is_of_a_shape(fault: SchemaFault) -> bool:
    """Whether a list or map stands where a word belongs, or the other way round."""
    return fault.kind in _SHAPES or (fault.kind == "literal_error" and not isinstance(fault.value, str))


def _tell(fault: SchemaFault, spots: Spots, faults: Faults) -> None:
    spot = _spot(fault.loc, spots)
    word = str(fault.loc[-1]) if fault.loc else ""
    if fault.kind == "unexpected_keyword_argument":
        faults.add(spot.key, *_unknown_key(word, keys_at(fault.loc[:-1])))
    elif fault.kind == "missing":
        faults.add(spot.value, Text(f'"{word}" is missing.', f"缺少“{word}”。"), Text(f"Add {word}:.", f"请补充 {word}:。"))
    elif fault.kind == "literal_error" and not isinstance(fault.value, str):
        choices = fault.expected.replace("'", "")
        faults.add(
            spot.value,
            Text(f"{word} should be one word.", f"{word} 应为一个词。"),
            Text(f"Write {choices}.", f"请写 {choices.replace(' or ', ' 或 ')}。"),
        )
    elif fault.kind == "literal_error":
        choices = fault.expected.replace("'", "")
        faults.add(
            spot.value,
            Text(
                f'{word} is "{fault.value}"; it can be {choices}.',
                f"{word} 的值为“{fault.value}”；可选：{choices.replace(' or ', '、')}。",
            ),
            Text("Choose one of these.", "请从中选择。"),
        )
    else:
        reason, remedy = _KINDS[fault.kind]
        what = f'{word}: "{fault.value}"'.removeprefix(": ") if isinstance(fault.value, str) else word or "model"
        faults.add(spot.value, Text(f"{what} {reason.en}.", f"{what} {reason.zh}。"), remedy)


def _unknown_key(word: str, known: tuple[str, ...]) -> tuple[Text, Text]:
    meant = _in_chinese(word, known) or nearest(word, known)
    reason = Text(
        f'there is no key "{word}" here; the keys are {", ".join(known)}.', f"此处没有键“{word}”；可用的键：{'、'.join(known)}。"
    )
    if meant is not None:
        return reason, Text(f'The nearest is "{meant}".', f"最接近的是“{meant}”。")
    homes = homes_of(word)
    if homes:
        places = Text(", ".join(home.en for home in homes), "、".join(home.zh for home in homes))
        return reason, Text(f"It belongs to: {places.en}.", f"它属于：{places.zh}。")
    return reason, Text("Remove it.", "请删除。")


def _in_chinese(word: str, known: tuple[str, ...]) -> str | None:
    """The key that a model sheet would write with this word: 高阶 is higher_order."""
    tables = (INDICATOR_HEADERS, SETTINGS, RESPONDENT_SETTINGS)
    return next((key for table in tables if (key := key_of(word, table)) in known), None)


def _spot(loc: Loc, spots: Spots) -> Spot:
    """The spot of the value, or of the nearest thing around it that was written."""
    while loc not in spots:
        loc = loc[:-1]
    return spots[loc]


def _take_out(values: object, loc: Loc) -> None:
    for step in loc[:-1]:
        values = values[step] if isinstance(values, (dict, list)) and _has(values, step) else None  # type: ignore[index]
    if isinstance(values, dict) and loc:
        values.pop(loc[-1], None)
    elif isinstance(values, list) and loc and _has(values, loc[-1]):
        values[int(loc[-1])] = ""


def _has(values: dict[object, object] | list[object], step: str | int) -> bool:
    return step in values if isinstance(values, dict) else isinstance(step, int) and step < len(values)
