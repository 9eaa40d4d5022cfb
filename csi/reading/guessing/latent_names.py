"""Names for guessed latents: the shared question, or where the columns stand."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import OVERALL
from .blocks import Block
from .known_headers import SATISFACTION, plain


def block_names(blocks: Sequence[Block]) -> list[str]:
    """One name a block, none twice."""
    names: list[str] = []
    for block in blocks:
        names.append(free_name(_name(block), names))
    return names


def _name(block: Block) -> str:
    if block.stem:
        return block.stem
    if len(block.items) == 1:
        return block.items[0].name
    letters = [item.column.letter for item in block.items]
    chinese = any("\u3400" <= c <= "\u9fff" for c in block.items[0].name)
    if all(SATISFACTION.search(plain(item.column.header)) for item in block.items):
        return "满意度" if chinese else "Satisfaction"
    return f"{letters[0]}–{letters[-1]}列" if chinese else f"Columns {letters[0]}–{letters[-1]}"


def free_name(name: str, taken: Sequence[str]) -> str:
    """The name, numbered where it is taken already."""
    number = 2
    free = name
    while free in taken or free == OVERALL:
        free, number = f"{name} ({number})", number + 1
    return free
