"""YAML text -> words, lists and pairs with their places. Every scalar stays text: no YAML booleans, dates or numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ...errors import ModelFault
from ...terms import Text
from .nodes import Faults, Items, Node, Pairs, Place, Word

DEEPEST = 40  # levels of nesting; a model has a handful
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

At = Callable[[int, int], Place]  # line and column, both from 1


def in_file(source: str) -> At:
    """Places in a text file: "model.yaml:9:31"."""
    return lambda line, column: Place(f"{source}:{line}:{column}", f"{source}:{line}", (line, column))


def yaml_nodes(text: str, at: At, faults: Faults) -> Node | None:
    """The tree of a YAML text; None when it is empty. Duplicate keys, anchors, aliases and tags go to `faults`.

    Works on the stream of events, so that neither depth nor aliases can make it explode.
    Raises: ModelFault when the text is not YAML at all.
    """
    import yaml

    refuse_what_is_no_text(text, at)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(at, faults)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _not_yaml(error, text, at) from error
    return builder.root


@dataclass
class _Open:
    """A list or a map whose end has not come yet."""

    mapping: bool
    place: Place
    children: list[Node] = field(default_factory=list)


class _Builder:
    def __init__(self, at: At, faults: Faults) -> None:
        self.root: Node | None = None
        self._at, self._faults = at, faults
        self._open: list[_Open] = []

    def take(self, event: Any) -> None:
        """One event of the YAML stream."""
        kind = type(event).__name__
        place = self._at(event.start_mark.line + 1, event.start_mark.column + 1)
        self._refuse_magic(event, kind, place)
        if kind == "ScalarEvent":
            self._put(Word(event.value, place))
        elif kind == "AliasEvent":
            self._put(Word(event.anchor, place))
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._begin(_Open(kind == "MappingStartEvent", place))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._end(self._open.pop())

    def _refuse_magic(self, event: Any, kind: str, place: Place) -> None:
        if getattr(event, "anchor", None) is not None:
            self._faults.add(
                place,
                Text("anchors (&) and aliases (*) are not read here.", "此处不支持锚点（&）和别名（*）。"),
                Text(
                    'Write the value out, or put a text that begins so in "quotes".',
                    "请直接写出内容；若文字本身以此开头，请加引号。",
                ),
            )
        if getattr(event, "tag", None) is not None:
            self._faults.add(
                place,
                Text(f"the tag {event.tag} is not read here.", f"此处不支持标签 {event.tag}。"),
                Text('Remove it, or put a text that begins so in "quotes".', "请删除；若文字本身以此开头，请加引号。"),
            )
        if kind == "DocumentStartEvent" and self.root is not None:
            self._faults.add(
                place,
                Text("a second document begins here (---).", "此处开始了第二个文档（---）。"),
                Text("Keep one model in one file.", "一个文件只放一个模型。"),
            )

    def _begin(self, container: _Open) -> None:
        if len(self._open) >= DEEPEST:
            raise ModelFault(
                place=container.place.exact,
                reason=Text(f"more than {DEEPEST} levels inside one another.", f"嵌套超过 {DEEPEST} 层。"),
                remedy=Text("Check the brackets and the indentation.", "请检查括号和缩进。"),
            )
        self._open.append(container)

    def _end(self, done: _Open) -> None:
        if done.mapping:
            self._put(self._pairs(done))
        else:
            self._put(Items(tuple(done.children), done.place))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node

    def _pairs(self, done: _Open) -> Pairs:
        seen: dict[str, Word] = {}
        pairs: list[tuple[Word, Node]] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Word):
                self._faults.add(
                    key.place,
                    Text("a key must be a single word or text.", "键必须是一个词或一段文字。"),
                    Text('Put a text with brackets in "quotes".', "含括号的文字请加引号。"),
                )
            elif key.text in seen:
                self._twice(key, seen[key.text])
            else:
                seen[key.text] = key
                pairs.append((key, value))
        return Pairs(tuple(pairs), done.place)

    def _twice(self, key: Word, first: Word) -> None:
        self._faults.add(
            key.place,
            Text(
                f'the key "{key.text}" stands here a second time (first at {first.place.exact}).',
                f"键“{key.text}”重复出现（首次出现于 {first.place.exact}）。",
            ),
            Text("Keep one of them.", "请只保留一个。"),
        )


def refuse_what_is_no_text(text: str, at: At) -> None:
    """Nothing. Raises: ModelFault at the first control character, which no text file holds."""
    odd = _NO_TEXT.search(text)
    if odd is None:
        return
    line = text.count("\n", 0, odd.start()) + 1
    column = odd.start() - text.rfind("\n", 0, odd.start())
    code = f"U+{ord(odd[0]):04X}"
    raise ModelFault(
        place=at(line, column).exact,
        reason=Text(f"the character {code} does not belong in a text file.", f"文本中含有非法字符 {code}。"),
        remedy=Text("Delete it, or save the file as UTF-8 text.", "请删除它，或将文件另存为 UTF-8 文本。"),
    )


def _not_yaml(error: Any, text: str, at: At) -> ModelFault:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    problem = getattr(error, "problem", None) or "it cannot be read"
    lines = text.splitlines()
    written = "\n".join(lines[max(line - 2, 0) : line])  # YAML often sees an error one line late
    return ModelFault(
        place=at(line, column).exact,
        reason=Text(f"this is not valid YAML: {problem}.", f"不是有效的 YAML：{problem}。"),
        remedy=_yaml_remedy(written),
    )


def _yaml_remedy(written: str) -> Text:
    if "：" in written:
        return Text(
            "Write a half-width colon and a space after a key, not the full-width one.",
            "键后请用半角冒号加空格“: ”，不要用全角“：”。",
        )
    if "\t" in written:
        return Text("Indent with spaces, not with tabs.", "请用空格缩进，不要用制表符。")
    return Text(
        'Check the indentation and brackets here and one line above; put texts that hold ": # [ ] { }" in quotes.',
        "请检查此行及上一行的缩进和括号；含有 : # [ ] { } 的文字请加引号。",
    )
