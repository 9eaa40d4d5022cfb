"""Which block of questions is what the others should explain: the one that speaks of satisfaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model import OVERALL
from .blocks import Block, Item
from .header_words import OVERALL as SPEAKS_OF_ALL
from .header_words import SATISFACTION, SATISFIED
from .known_headers import plain

_BRIEF = 36  # letters


def with_target(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Single questions on satisfaction leave their run of neighbours: they are what the others should explain."""
    verdicts = any(_is_verdict(item) for block in blocks for item in block.items)
    if not verdicts and sum(bool(_rare_speakers(block)) for block in blocks if not block.stem) > 1:
        return tuple(blocks)  # every block has its own: none is the survey's
    return tuple(part for block in blocks for part in _parted(block, _verdicts if verdicts else _rare_speakers))


def _parted(block: Block, judges: Callable[[Block], Sequence[Item]]) -> tuple[Block, ...]:
    about = judges(block)
    apart = {id(item) for item in about}
    rest = tuple(item for item in block.items if id(item) not in apart)
    if block.stem or not about or not rest:
        return (block,)
    return Block("", rest), Block("", tuple(about))


def _verdicts(block: Block) -> Sequence[Item]:
    return [item for item in block.items if _is_verdict(item)]


def _is_verdict(item: Item) -> bool:
    """Whether the question asks for satisfaction as a whole."""
    return item.column.speaks(SATISFACTION) and item.column.speaks(SPEAKS_OF_ALL)


def _rare_speakers(block: Block) -> Sequence[Item]:
    """The questions that speak of satisfaction, where few of their neighbours do."""
    speakers = [item for item in block.items if _judges(item)]
    return speakers if 3 * len(speakers) <= len(block.items) else []


def _judges(item: Item) -> bool:
    """Whether the question asks how satisfied one is; a long statement may merely hold the word."""
    brief = len(item.column.asks) <= _BRIEF and item.column.speaks(SATISFACTION)
    return brief or item.column.speaks(SATISFIED)


def target_of(names: Sequence[str], blocks: Sequence[Block]) -> str:
    """The one block that speaks of satisfaction, or of overall satisfaction where several do; else the whole tree."""
    speakers = [name for name, block in zip(names, blocks, strict=True) if _speaks(name, block)]
    overall = [name for name, block in zip(names, blocks, strict=True) if name in speakers and _is_overall(name, block)]
    chosen = overall if len(overall) == 1 else speakers
    return chosen[0] if len(chosen) == 1 and len(blocks) > 1 else OVERALL


def _speaks(name: str, block: Block) -> bool:
    if SATISFACTION.search(plain(name)) or SATISFACTION.search(plain(block.stem)):
        return True
    return all(item.column.speaks(SATISFACTION) for item in block.items)


def _is_overall(name: str, block: Block) -> bool:
    return bool(SPEAKS_OF_ALL.search(plain(name)) or all(item.column.speaks(SPEAKS_OF_ALL) for item in block.items))
