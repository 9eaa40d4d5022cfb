"""Which block of questions is what the others should explain: the one that speaks of satisfaction."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import OVERALL
from .blocks import Block, Item
from .known_headers import OVERALL as SPEAKS_OF_ALL
from .known_headers import SATISFACTION, plain


def with_target(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Single questions on satisfaction leave their run of neighbours: they are what the others should explain."""
    found = []
    judges = _is_verdict if any(_is_verdict(item) for block in blocks for item in block.items) else _is_rare_speaker
    for block in blocks:
        about = [item for item in block.items if judges(item, block)]
        rest = [item for item in block.items if item not in about]
        if block.stem or not about or not rest:
            found.append(block)
        else:
            found += [Block("", tuple(rest)), Block("", tuple(about))]
    return tuple(found)


def _is_verdict(item: Item, block: Block | None = None) -> bool:
    """Whether the question asks for satisfaction as a whole."""
    name = plain(item.column.header)
    return SATISFACTION.search(name) is not None and SPEAKS_OF_ALL.search(name) is not None


def _is_rare_speaker(item: Item, block: Block) -> bool:
    """Whether the question speaks of satisfaction and few of its neighbours do."""
    speakers = [one for one in block.items if SATISFACTION.search(plain(one.column.header))]
    return item in speakers and 3 * len(speakers) <= len(block.items)


def target_of(names: Sequence[str], blocks: Sequence[Block]) -> str:
    """The one block that speaks of satisfaction, or of overall satisfaction where several do; else the whole tree."""
    speakers = [name for name, block in zip(names, blocks, strict=True) if _speaks(name, block)]
    overall = [name for name, block in zip(names, blocks, strict=True) if name in speakers and _is_overall(name, block)]
    chosen = overall if len(overall) == 1 else speakers
    return chosen[0] if len(chosen) == 1 and len(blocks) > 1 else OVERALL


def _speaks(name: str, block: Block) -> bool:
    if SATISFACTION.search(plain(name)) or SATISFACTION.search(plain(block.stem)):
        return True
    return all(SATISFACTION.search(plain(item.column.header)) for item in block.items)


def _is_overall(name: str, block: Block) -> bool:
    return bool(SPEAKS_OF_ALL.search(plain(name)) or all(SPEAKS_OF_ALL.search(plain(i.column.header)) for i in block.items))
