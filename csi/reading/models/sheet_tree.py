"""The table of indicators in a model sheet -> latents, parts and indicators as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model.vocabulary import PATH_SEPARATOR
from ...terms import Text
from .nodes import Faults, Items, Node, Pairs, Place, Word
from .sheet_blocks import Block
from .sheet_cells import yaml_or_word
from .sheet_grid import Sheet

_LANGUAGES = ("en", "zh")
_OF_A_NODE = (
    "weight",
    "mode",
    "higher_order",
    "points",
    "scale",
    "label_en",
    "label_zh",
)  # what a row without indicator and column may say
_PLAIN_OF_A_NODE = ("weight", "mode", "higher_order", "points")


@dataclass
class _Branch:
    """A latent or part while its rows are being read."""

    name: Word
    said: dict[str, Word] = field(default_factory=dict)
    indicators: list[Node] = field(default_factory=list)
    parts: dict[str, _Branch] = field(default_factory=dict)


def latents_of(sheet: Sheet, block: Block, faults: Faults) -> Pairs:
    """The tree. A blank latent or part means the one above; a row without indicator and column speaks of its latent or part."""
    root = _Branch(Word("", sheet.place(block.header, min(block.columns))))
    way: tuple[Word, ...] = ()
    for row in range(block.header + 1, block.end):
        words = {key: word for column, key in block.columns.items() if (word := sheet.word(row, column)) is not None}
        if not words:
            continue
        way = _way(words, way, block)
        first = next(iter(words.values())).place
        if not way:
            faults.add(
                first,
                Text("this row names no latent.", "此行没有写潜变量。"),
                Text("Write the latent in its column.", "请在“潜变量”列中填写。"),
            )
            continue
        if "higher_order" in words and ("indicator" in words or "column" in words):
            _say(root.parts.setdefault(way[0].text, _Branch(way[0])), "higher_order", words.pop("higher_order"), faults)
        _read_row(words, _branch(root, way), faults, first)
    return _parts(root, faults)


def _way(words: dict[str, Word], above: tuple[Word, ...], block: Block) -> tuple[Word, ...]:
    """The latent and the parts down to this row's node."""
    levels = [key for key in block.columns.values() if key.startswith("part")]
    parts = [words.get(key) for key in levels]
    if len(levels) == 1 and parts[0] is not None:
        parts = [Word(name.strip(), parts[0].place) for name in parts[0].text.split(PATH_SEPARATOR)]
    named = words.get("latent")
    if named is not None:
        return (named, *(part for part in parts if part is not None))
    given = [level for level, part in enumerate(parts) if part is not None]
    kept = above[: 1 + given[0]] if given else above
    return (*kept, *(part for part in parts if part is not None)) if above else ()


def _branch(root: _Branch, way: tuple[Word, ...]) -> _Branch:
    branch = root
    for name in way:
        branch = branch.parts.setdefault(name.text, _Branch(name))
    return branch


def _read_row(words: dict[str, Word], branch: _Branch, faults: Faults, first: Place) -> None:
    if "indicator" in words or "column" in words:
        for key in ("mode", "points"):
            if key in words:
                _say(branch, key, words.pop(key), faults)
        branch.indicators.append(_indicator(words, faults))
        return
    for key, word in words.items():
        if key in _OF_A_NODE:
            _say(branch, key, word, faults)
        elif not key.startswith(("latent", "part", "?")):
            faults.add(
                word.place,
                Text(f"{key} is given, but the row has no indicator and no column.", f"填写了 {key}，但此行没有指标和列。"),
                Text("Add the indicator's column, or clear this cell.", "请补充指标所在的列，或清空此单元格。"),
            )


def _say(branch: _Branch, key: str, word: Word, faults: Faults) -> None:
    before = branch.said.setdefault(key, word)
    if before.text != word.text:
        faults.add(
            word.place,
            Text(
                f'{key} of "{branch.name.text}" is "{word.text}" here and "{before.text}" at {before.place.exact}.',
                f"“{branch.name.text}”的 {key} 在此为“{word.text}”，而在 {before.place.exact} 为“{before.text}”。",
            ),
            Text("Keep one of them.", "请只保留一个。"),
        )


def _indicator(words: dict[str, Word], faults: Faults) -> Node:
    """An indicator; a column alone may be a range, as in a model file."""
    own = {key: word for key, word in words.items() if not key.startswith(("latent", "part", "?"))}
    if list(own) == ["column"]:
        return own["column"]
    names = {"indicator": "name"}
    pairs = [(names.get(key, key), _value(key, word, faults)) for key, word in own.items()]
    plain = [(Word(key, value.place), value) for key, value in pairs if not key.startswith(("label_", "question_"))]
    return Pairs((*plain, *_texts(own)), next(iter(own.values())).place)


def _value(key: str, word: Word, faults: Faults) -> Node:
    """A cell of one column; a benchmark in brackets is read as in a model file: {column: "12"}."""
    bracketed = key == "benchmark" and word.text.startswith("{")
    return yaml_or_word(word, faults) if key == "scale" or bracketed else word


def _texts(said: dict[str, Word]) -> Iterator[tuple[Word, Node]]:
    """label_en, label_zh -> label: {en, zh}"""
    for key in ("label", "question"):
        found = tuple((Word(code, word.place), word) for code in _LANGUAGES if (word := said.get(f"{key}_{code}")) is not None)
        if found:
            yield Word(key, found[0][1].place), Pairs(found, found[0][1].place)


def _pairs(branch: _Branch, faults: Faults) -> Pairs:
    """The branch in the form of a model file."""
    place = branch.name.place
    pairs: list[tuple[Word, Node]] = [
        (Word(key, branch.said[key].place), branch.said[key]) for key in _PLAIN_OF_A_NODE if key in branch.said
    ]
    pairs.extend(_texts(branch.said))
    if "scale" in branch.said:
        pairs.append((Word("scale", place), yaml_or_word(branch.said["scale"], faults)))
    if branch.indicators:
        pairs.append((Word("indicators", place), Items(tuple(branch.indicators), place)))
    if branch.parts:
        pairs.append((Word("parts", place), _parts(branch, faults)))
    return Pairs(tuple(pairs), place)


def _parts(branch: _Branch, faults: Faults) -> Pairs:
    return Pairs(tuple((below.name, _pairs(below, faults)) for below in branch.parts.values()), branch.name.place)
