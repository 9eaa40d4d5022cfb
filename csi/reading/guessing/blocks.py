"""Questions that belong together by their names: matrices, numbered items of one prefix, runs of statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..answers.columns import shown
from .classify import Classified

# "Rate each: [Price]", "SAT[SQ001]", "SAT[SQ001]. Text"
_BRACKET = re.compile(r"(?P<stem>[^\[\]]+?)\s*\[(?P<item>[^\]]+)\].*", re.DOTALL)
# "7、题干：—陈述一" opens a matrix, "7、陈述二" goes on with it
_NUMBERED = re.compile(r"\s*(?:[Qq](?=\d))?(?P<number>\d+)\s*[、.．]\s*(?P<rest>.*)", re.DOTALL)
_DASHED = re.compile(r"(?P<stem>.+?)\s*(?:[:：]?\s*(?:——|—|–)\s*|\s-\s)(?P<item>.+)", re.DOTALL)
_COLON = re.compile(r"(?P<stem>.+?)\s*[:：|]\s*(?P<item>.+)|(?P<group>[^\s/]+)/(?P<question>[^\s/]+)", re.DOTALL)
# "IMAG1", "Q7_1", "X1.1", and "Q7_1. Text"
_CODE = re.compile(r"(?P<stem>[^\W\d_][\w.-]*?(?: [\w.-]*?)?)[_ .-]?(?P<item>\d+)")
_CODE_AND_TEXT = re.compile(r"(?P<stem>[^\W\d_]+\d*)[_.-](?P<number>\d+)\s*[\s.:：|、)]\s*(?P<item>.+)", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Item:
    """A column in its block. name: what sets it apart from the others. stem: what they share, as it is read."""

    column: Classified
    name: str
    stem: str


@dataclass(frozen=True, eq=False)
class Block:
    """Columns that ask about one thing. stem: the shared question or prefix; empty for a run of single questions."""

    stem: str
    items: tuple[Item, ...]


def blocks_of(columns: Sequence[Classified], between: Collection[int] = ()) -> tuple[Block, ...]:
    """The blocks of these answer columns, in the order of the file; what belongs to no matrix stands in runs of neighbours.

    between: positions of columns that do not part neighbours (the expectation beside each experience).
    """
    keyed: dict[int, tuple[str, str, str]] = {}
    for read in (_bracketed, _continued, _dashed, _coded_text, _coded, _coloned):
        open_columns = [one for one in columns if one.column.position not in keyed]
        found = {one.column.position: key for one in open_columns if (key := read(one, columns)) is not None}
        sizes = Counter(shared for shared, _, _ in found.values())
        keyed |= {position: key for position, key in found.items() if sizes[key[0]] > 1}
    return _gathered(columns, keyed, between)


def short(text: str) -> str:
    """A question as a name: one line, without number and colon, at most sixty letters."""
    line = " ".join(text.split())
    numbered = _NUMBERED.fullmatch(line)
    bare = (numbered["rest"] if numbered and numbered["rest"] else line).strip(" :：-—–")
    return shown(bare or line)


_Key = tuple[str, str, str]  # what the columns of a block have in common, the shared question, the item


def _bracketed(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    found = _BRACKET.fullmatch(one.header.strip())
    return (f"[{found['stem']}", found["stem"], found["item"]) if found else None


def _continued(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    """Same number in front of several columns: the first of them may hold the stem."""
    found = _NUMBERED.fullmatch(one.header.strip())
    if not found:
        return None
    number = found["number"]
    fellows = [other for other in columns if (match := _NUMBERED.fullmatch(other.header.strip())) and match["number"] == number]
    opening = _DASHED.fullmatch(found["rest"])
    first = _DASHED.fullmatch(_rest(fellows[0]))
    stem = first["stem"] if first else f"Q{number}"
    return f"#{number}", stem, opening["item"] if opening and one is fellows[0] else found["rest"]


def _rest(one: Classified) -> str:
    found = _NUMBERED.fullmatch(one.header.strip())
    return found["rest"] if found else one.header


def _dashed(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    found = _DASHED.fullmatch(one.header.strip())
    return (f"-{found['stem']}", found["stem"], found["item"]) if found else None


def _coloned(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    found = _COLON.fullmatch(one.header.strip())
    if not found:
        return None
    stem, item = found["stem"] or found["group"], found["item"] or found["question"]
    return f":{stem}", stem, item


def _coded_text(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    found = _CODE_AND_TEXT.fullmatch(one.header.strip())
    return (f"_{found['stem']}", found["stem"], found["item"]) if found else None


def _coded(one: Classified, columns: Sequence[Classified]) -> _Key | None:
    found = _CODE.fullmatch(one.header.strip())
    return (f"_{found['stem']}", found["stem"].rstrip(" _.-"), one.header.strip()) if found else None


def _gathered(columns: Sequence[Classified], keyed: dict[int, _Key], between: Collection[int]) -> tuple[Block, ...]:
    blocks: dict[str, list[Item]] = {}
    run, last = "", -2
    for one in columns:
        position = one.column.position
        if position in keyed:
            key, stem, item = keyed[position]
        else:
            run = run if run and all(other in between for other in range(last + 1, position)) else f"run {position}"
            key, stem, item, last = run, "", short(one.header), position
        blocks.setdefault(key, []).append(Item(one, short(item), short(stem) if stem else ""))
    return tuple(Block(items[0].stem, tuple(items)) for items in blocks.values())
