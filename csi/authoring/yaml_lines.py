"""Words, lists and maps -> YAML that a person likes to read: short things on one line, long things below one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .text_width import places

Value = str | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 120
_BLOCKS = frozenset({"latents", "parts", "paths"})  # their maps stand below one another however short they are
_BRANCH = frozenset({"indicators", "parts"})  # so does a map that holds one of these

# what needs no quotes: the reader takes every scalar as text, so 1-10, yes and 98 may stand bare
_PLAIN = re.compile(r"[\w$](?:[\w $%&()+./<=>;!?'·—–、。，；：？！（）《》“”…-]*[\w$%)。？！）》”…])?")
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """The text as a YAML scalar: bare where that is safe, else in double quotes with everything odd escaped."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def flow(value: Value) -> str:
    """The value on one line."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(key)}: {flow(below)}" for key, below in value.items()) + "}"
    return "[" + ", ".join(flow(item) for item in value) + "]"


def yaml_lines(pairs: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """The map as lines of YAML, two spaces a level."""
    margin = " " * indent
    for key, value in pairs.items():
        line = f"{margin}{quoted(key)}: {flow(value)}"
        if isinstance(value, str) or not value or (not _stands_below(key, value) and places(line) <= WIDTH):
            yield line
        elif isinstance(value, Mapping):
            yield f"{margin}{quoted(key)}:"
            yield from yaml_lines(value, indent + 2)
        else:
            yield f"{margin}{quoted(key)}:"
            for item in value:
                yield from _item(item, indent + 2)


def _stands_below(key: str, value: Value) -> bool:
    if isinstance(value, Mapping):
        return key in _BLOCKS or not _BRANCH.isdisjoint(value)
    return any(not isinstance(item, str) for item in value) or (key == "paths" and not isinstance(value, str))


def _item(item: Value, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}- {flow(item)}"
    if places(line) <= WIDTH or not isinstance(item, Mapping):
        yield line
        return
    first, *rest = yaml_lines(item, indent + 2)
    yield f"{' ' * indent}- {first.lstrip()}"
    yield from rest


def _escaped(character: str) -> str:
    if character in _NAMED_ESCAPES:
        return _NAMED_ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
