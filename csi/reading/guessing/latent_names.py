"""Names for guessed latents that can be read: the shared question, the topic that the questions name, or the first of them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ...model import OVERALL
from .blocks import Block
from .header_words import SATISFACTION
from .pairs import without_side
from .topics import topic_of

_NUMBERING = re.compile(r"(?:[a-z]|var|item|question|frage|pregunta|pergunta|题|第)", re.IGNORECASE)
_FIRST_WORDS = 32  # letters of the first question, where nothing else names a block


def block_names(blocks: Sequence[Block]) -> list[str]:
    """One name a block, none twice."""
    names: dict[str, None] = {}  # in the order of the blocks
    for block in blocks:
        names[free_name(_name(block), names)] = None
    return list(names)


def _name(block: Block) -> str:
    if block.stem:
        return block.stem if not _NUMBERING.fullmatch(block.stem) else _from_to(block)
    if len(block.items) == 1:
        return block.items[0].name
    if all(item.column.speaks(SATISFACTION) for item in block.items):
        chinese = any("\u3400" <= c <= "\u9fff" for c in block.items[0].name)
        return "满意度" if chinese else "Satisfaction"
    if not any(map(str.isalpha, block.items[0].name)):
        return _from_to(block)
    return topic_of([without_side(item.column.asks) for item in block.items]) or _opening(without_side(block.items[0].name))


def _from_to(block: Block) -> str:
    """Q2–Q10, where all that the columns share is that they are numbered."""
    headers = [item.column.header.strip() for item in block.items]
    topic = (
        topic_of([item.column.asks for item in block.items]) if any(item.column.column.question for item in block.items) else ""
    )
    return topic or (headers[0] if len(headers) == 1 else f"{headers[0]}–{headers[-1]}")


def _opening(question: str) -> str:
    """The beginning of a question, cut between words."""
    if len(question) <= _FIRST_WORDS:
        return f"{question.rstrip(' .。…')} …"
    cut = question[:_FIRST_WORDS]
    return f"{(cut.rsplit(' ', 1)[0] if ' ' in cut else cut).rstrip(' ,;:.…')} …"


def free_name(name: str, taken: Container[str]) -> str:
    """The name, numbered where it is taken already."""
    number = 2
    free = name
    while free in taken or free == OVERALL:
        free, number = f"{name} ({number})", number + 1
    return free
