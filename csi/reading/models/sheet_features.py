"""The table of features in a model sheet -> features as written: one row a feature."""

from __future__ import annotations

from .nodes import Items, Pairs, Word
from .sheet_blocks import Block
from .sheet_grid import Sheet

_LABELS = {"label_en": "en", "label_zh": "zh"}


def features_of(sheet: Sheet, block: Block) -> Items:
    """Every filled row as a feature in the form of a model file."""
    rows = (_words(sheet, block, row) for row in range(block.header + 1, block.end))
    return Items(tuple(_feature(words) for words in rows if words), sheet.place(block.header, min(block.columns)))


def _words(sheet: Sheet, block: Block, row: int) -> dict[str, Word]:
    """The filled cells of a row by their header; columns that no header names have been refused."""
    cells = {key: sheet.word(row, column) for column, key in block.columns.items() if not key.startswith("?")}
    return {key: word for key, word in cells.items() if word is not None}


def _feature(words: dict[str, Word]) -> Pairs:
    place = next(iter(words.values())).place
    pairs = [(Word("name" if key == "feature" else key, word.place), word) for key, word in words.items() if key not in _LABELS]
    labels = tuple((Word(_LABELS[key], word.place), word) for key, word in words.items() if key in _LABELS)
    if labels:
        return Pairs((*pairs, (Word("label", labels[0][1].place), Pairs(labels, labels[0][1].place))), place)
    return Pairs(tuple(pairs), place)
