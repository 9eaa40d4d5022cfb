"""Single cells of a model sheet: several values in one, a scale, and what Excel makes of 1-10."""

from __future__ import annotations

import re

from ...errors import ModelFault
from ...model.vocabulary import LIST_SEPARATORS
from ...terms import Text
from .nodes import Faults, Items, Node, Word
from .yaml_nodes import yaml_nodes

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*")


def yaml_or_word(word: Word, faults: Faults) -> Node:
    """A cell as it stands; one in brackets is read as in a model file: {min: 1, max: 5, labels: {…}}."""
    if _DATE.fullmatch(word.text):
        faults.add(
            word.place,
            Text("Excel has turned this scale into a date.", "Excel 已把此量表变成日期。"),
            Text("Write it as 1 to 10, or with an apostrophe before it: '1-10.", "请写成 1至10，或在前面加英文单引号：'1-10。"),
        )
        return Word("", word.place)
    if word.text[0] not in "{[":
        return word
    try:
        return yaml_nodes(word.text, lambda line, column: word.place, faults) or word
    except ModelFault as fault:
        faults.move(fault, word.place)
        return Word("", word.place)


def several(word: Word, faults: Faults) -> Node:
    """The values of one cell: 98, 99, 不清楚; in brackets when a value holds a comma: ["a, b", c]."""
    if word.text.startswith("["):
        return yaml_or_word(word, faults)
    parts = re.split(f"[{LIST_SEPARATORS}]", word.text)
    return Items(tuple(Word(part.strip(), word.place) for part in parts if part.strip()), word.place)
