"""Short forms -> the full form of a model file. Places stay with their values; what is not understood is left to the schema."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...model.short_forms import reads_as_number, scale_ends
from ...terms import Text
from .nodes import Faults, Items, Node, Pairs, Word

Form = Callable[[Node, Faults], Node | None]  # None: the value says nothing and is left out

_CHINESE = re.compile("[\u3400-\u9fff]")


def each(pairs: Pairs, forms: dict[str, Form], faults: Faults) -> Pairs:
    """The pairs with the form of each key applied to its value; blank values are left out."""
    written = ((key, forms.get(key.text, as_it_is)(value, faults)) for key, value in pairs.pairs)
    return Pairs(tuple((key, value) for key, value in written if value is not None), pairs.place)


def inside(forms: dict[str, Form]) -> Form:
    """A form for a value that is itself a map."""

    def form(node: Node, faults: Faults) -> Node | None:
        return each(node, forms, faults) if isinstance(node, Pairs) else as_it_is(node, faults)

    return form


def as_it_is(node: Node, faults: Faults) -> Node | None:
    """The value itself; a blank one says nothing."""
    return None if isinstance(node, Word) and not node.text.strip() else node


def one_of(words: dict[str, str]) -> Form:
    """A form that knows other words for the same value."""

    def form(node: Node, faults: Faults) -> Node | None:
        if not isinstance(node, Word):
            return node
        said = node.text.strip()
        return as_it_is(Word(words.get(said.casefold(), said), node.place), faults)

    return form


def language(node: Node, faults: Faults) -> Node | None:
    """en or zh; zh-CN and en_GB name a country that does not matter here."""
    known = one_of({"中文": "zh", "chinese": "zh", "英文": "en", "english": "en"})(node, faults)
    return Word(re.split(r"[-_]", known.text.casefold())[0], known.place) if isinstance(known, Word) else known


def texts(node: Node, faults: Faults) -> Node | None:
    """A list; one value stands for a list of one."""
    given = as_it_is(node, faults)
    return Items((given,), given.place) if isinstance(given, Word) else given


def by_language(node: Node, faults: Faults) -> Node | None:
    """A text without its language speaks for itself: Chinese characters make it Chinese."""
    given = as_it_is(node, faults)
    if isinstance(given, Word):
        key = "zh" if _CHINESE.search(given.text) else "en"
        return Pairs(((Word(key, given.place), given),), given.place)
    return each(given, {}, faults) if isinstance(given, Pairs) else given


def benchmark(node: Node, faults: Faults) -> Node | None:
    """{number} or {column}; also either alone, where what reads as a number is one."""
    given = as_it_is(node, faults)
    if not isinstance(given, Word):
        return given
    key = "number" if reads_as_number(given.text) else "column"
    return Pairs(((Word(key, given.place), given),), given.place)


def scale(node: Node, faults: Faults) -> Node | None:
    """{min, max, …}; also "1-10"."""
    given = as_it_is(node, faults)
    if isinstance(given, Pairs):
        return each(given, {"missing": texts}, faults)
    if not isinstance(given, Word):
        return given
    ends = scale_ends(given.text)
    if ends is None:
        faults.add(
            given.place,
            Text(f'"{given.text}" is no scale.', f"“{given.text}”不是有效的量表。"),
            Text("Write its ends, e.g. 1-10, or {min: 1, max: 10}.", "请写出两端，例如 1-10 或 {min: 1, max: 10}。"),
        )
        return None
    lowest, highest = (Word(repr(end), given.place) for end in ends)
    return Pairs(((Word("min", given.place), lowest), (Word("max", given.place), highest)), given.place)
