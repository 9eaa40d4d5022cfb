"""Questions that belong together by their names: matrices, numbered items of one prefix, runs of statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from ..answers.columns import shown
from ..answers.said import Missing
from .classified import Classified

_LONGEST = 2_000  # letters of a name
# "Rate each: [Price]", "SAT[SQ001]", "SAT[SQ001]. Text"
_BRACKET = re.compile(r"(?P<stem>[^\[\]]+?)\s*\[(?P<item>[^\]]+)\].*", re.DOTALL)
# "7、题干：—陈述一" opens a matrix, "7、陈述二" goes on with it
_NUMBERED = re.compile(r"\s*(?:[Qq](?=\d))?(?P<number>\d+)\s*[、.．]\s*(?P<rest>.*)", re.DOTALL)
_DASHED = re.compile(r"(?P<stem>.+?)\s*(?:[:：]?\s*(?:——|—|–)\s*|\s-\s)(?P<item>.+)", re.DOTALL)
_COLON = re.compile(r"(?P<stem>.+?)\s*[:：|]\s*(?P<item>.+)|(?P<group>[^\s/]+)/(?P<question>[^\s/]+)", re.DOTALL)
# "8(Option A)", "Quality (staff)"
_ROUND = re.compile(
    r"(?P<stem>[^()（）]+?)\s*[(（](?P<item>[^()（）\d]{3,}|[^()（）\d\w]?[\u3400-\u9fff][^()（）\d]*)[)）]", re.DOTALL
)
# "IMAG1", "Q7_1", "X1.1", and "Q7_1. Text"
_CODE = re.compile(r"(?P<stem>[^\W\d_][\w.-]*?(?: [\w.-]*?)?)[_ .-]?(?P<item>\d+)")
_CODE_AND_TEXT = re.compile(r"(?P<stem>[^\W\d_]+\d*)[_.-](?P<number>\d+)\s*[\s.:：|、)]\s*(?P<item>.+)", re.DOTALL)
# "Easy to learn2", "Easy to learn (2)": a name that stood there already
_AGAIN = re.compile(r"\s*(?:\d+|\(\d+\))$")


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
    keyed: dict[int, _Key] = {}
    for read in (_bracketed, _continued(columns), _dashed, _coded_text, _coded, _coloned, _rounded):
        open_columns = [one for one in columns if one.column.position not in keyed]
        found = {one.column.position: key for one in open_columns if (key := _read(read, one)) is not None}
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
_Reader = Callable[[str], _Key | None]


def _read(read: _Reader, one: Classified) -> _Key | None:
    """By the name, else by the wording of the question."""
    return read(_line(one.header)) or (read(_line(one.column.question)) if one.column.question else None)


def _line(text: str) -> str:
    """As much of a name as is looked at, with single spaces, so that no pattern has to try many ways."""
    return " ".join(text[:_LONGEST].split())


def _bracketed(header: str) -> _Key | None:
    return _key("[", _BRACKET.fullmatch(header))


def _dashed(header: str) -> _Key | None:
    return _key("-", _DASHED.fullmatch(header))


def _rounded(header: str) -> _Key | None:
    return _key("(", _ROUND.fullmatch(header))


def _coded_text(header: str) -> _Key | None:
    return _key("_", _CODE_AND_TEXT.fullmatch(header))


def _key(mark: str, found: re.Match[str] | None) -> _Key | None:
    return (f"{mark}{found['stem']}", found["stem"], found["item"]) if found else None


def _coloned(header: str) -> _Key | None:
    found = _COLON.fullmatch(header)
    if not found:
        return None
    stem, item = found["stem"] or found["group"], found["item"] or found["question"]
    return f":{stem}", stem, item


def _coded(header: str) -> _Key | None:
    found = _CODE.fullmatch(header)
    return (f"_{found['stem']}", found["stem"].rstrip(" _.-"), header) if found else None


def _continued(columns: Sequence[Classified]) -> _Reader:
    """Same number in front of several columns: the first of them may hold the stem."""
    first: dict[str, str] = {}
    for one in columns:
        found = _NUMBERED.fullmatch(_line(one.header))
        if found:
            first.setdefault(found["number"], found["rest"])

    def read(header: str) -> _Key | None:
        found = _NUMBERED.fullmatch(header)
        if not found:
            return None
        number, rest = found["number"], found["rest"]
        opening = _DASHED.fullmatch(first[number]) or _COLON.fullmatch(first[number])
        if not opening or not opening["stem"]:
            return f"#{number}", f"Q{number}", rest
        own = _DASHED.fullmatch(rest) or _COLON.fullmatch(rest)
        again = own is not None and own["stem"] == opening["stem"]
        return f"#{number}", opening["stem"], own["item"] if own and again else rest

    return read


def _gathered(columns: Sequence[Classified], keyed: Mapping[int, _Key], between: Collection[int]) -> tuple[Block, ...]:
    blocks: dict[str, list[Item]] = {}
    run, last = "", columns[0] if columns else None
    asked: set[str] = set()  # in this run
    for one in columns:
        position = one.column.position
        if position in keyed:
            key, stem, item = keyed[position]
            item = one.asks if item == _line(one.header) else item
        else:
            bare = _AGAIN.sub("", _line(one.header))
            if not (run and last and _goes_on(last, one, between)) or bare in asked:
                run, asked = f"run {position}", set()
            asked.add(bare)
            key, stem, item, last = run, "", short(one.asks), one
        blocks.setdefault(key, []).append(Item(one, short(item), short(stem) if stem else ""))
    return tuple(Block(items[0].stem, tuple(items)) for items in blocks.values())


def _goes_on(last: Classified, one: Classified, between: Collection[int]) -> bool:
    """Whether nothing but the other side of a pair stands between two questions, and both are answered in the same way."""
    apart = range(last.column.position + 1, one.column.position)
    if not all(position in between for position in apart) or (last.choice is None) != (one.choice is None):
        return False
    if last.choice is None or one.choice is None:
        return True
    ours, theirs = last.choice.label_set, one.choice.label_set
    words = set(last.column.words(Missing()))
    return ours.family == theirs.family or not words.isdisjoint(one.column.words(Missing()))
