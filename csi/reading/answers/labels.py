"""Answer words and what they are worth: the vocabulary of answer scales, and how a written answer is brought to its form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Protocol

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "—": "-", "–": "-", "‐": "-", "−": "-"}
)
_UNIT = r"(?:分|星|points?|pts?|stars?)?"
_NUMBER = r"([+-]?[0-9]{1,4}(?:[.,][0-9]{1,2})?)"
_BARE_CODE = re.compile(rf"[(\[]?{_NUMBER}\s*{_UNIT}\s*[)\]]?")
_CODE_FIRST = re.compile(rf"[(\[]?{_NUMBER}\s*{_UNIT}\s*(?:[)\]]\s*[-:.,]?|[-:.,、=_]|\s)\s*([^\W\d_(].*)")
_HAN = re.compile(r"[\u3400-\u9fff]")
# "agree (5)", "agree - 5", "agree 5", "同意5"; but neither "a4" nor "1e5"
_CODE_LAST = re.compile(
    rf"(.*[^\W\d_)])(?:\s*[-:=,]?\s*[(\[]\s*{_NUMBER}\s*{_UNIT}\s*[)\]]|(?:\s*[-:=,]\s*|\s+|(?<={_HAN.pattern})){_NUMBER}\s*{_UNIT})"
)
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10), "")  # they only colour the emoji before them


def normalise(text: str) -> str:
    """The answer in the form in which words are compared: NFKC, one kind of quotes, single spaces, no case, no emoji around."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES | _SELECTORS)
    visible = "".join(c if c.isspace() else "" if unicodedata.category(c) in ("Cc", "Cf") else c for c in plain)
    folded = " ".join(visible.split()).casefold()
    return folded[_decoration(folded, "") : len(folded) - _decoration(folded[::-1], "!;,.。")] or folded


def split_code(words: str) -> tuple[str, float | None]:
    """A normalised answer without the code at its front or end, and that code: "5 - very good" is ("very good", 5)."""
    bare = _BARE_CODE.fullmatch(words)
    if bare:
        return "", _number(bare[1])
    front = _CODE_FIRST.fullmatch(words)
    if front:
        return front[2].strip(), _number(front[1])
    end = _CODE_LAST.fullmatch(words)
    if end:
        return end[1].strip(" -:=,("), _number(end[2] or end[3])
    return words, None


@dataclass(frozen=True, eq=False)
class LabelSet:
    """The words of one answer scale.

    steps: each known word's place, 0 the worst. size: how many steps there are. rank: its place in the vocabulary.
    """

    family: str
    steps: Mapping[str, int] = field(repr=False, hash=False)
    size: int
    ends: tuple[str, str]
    rank: int

    def holds(self, words: Iterable[str]) -> bool:
        """Whether every word is one of these, no two on one step."""
        taken = [self.steps.get(word, -1) for word in words]
        return -1 not in taken and len(set(taken)) == len(taken)

    @property
    def lowest(self) -> int:
        """The code of the worst answer: 0 where there are two answers, else 1."""
        return 0 if self.size == 2 else 1


def label_sets(words: Collection[str]) -> tuple[LabelSet, ...]:
    """The sets of the vocabulary that know at least one of these normalised words, in the order of the vocabulary."""
    known = {one for word in words for one in _by_word(bool(_HAN.search(word))).get(word, ())}
    return tuple(sorted(known, key=lambda one: one.rank))


def is_no_answer(word: str) -> bool:
    """Whether the normalised word says that there is no answer: don't know, not applicable, refused."""
    return word in _no_answers()


def known_words(label_set: LabelSet) -> tuple[str, ...]:
    """Every word that the set knows, for proposals."""
    return tuple(label_set.steps)


class _Grammar(Protocol):
    ADVERBS: dict[str, str]
    PAIRS: dict[str, tuple[str, str, str]]
    MIDDLE: str
    SHAPES: tuple[str, ...]
    SETS: dict[str, tuple[str, ...]]
    NO_ANSWER: str


def _decoration(text: str, signs: str) -> int:
    """How many characters in front say nothing: emoji, quotes, spaces, and these signs."""
    return next((at for at, c in enumerate(text) if not (unicodedata.category(c) in ("So", "Sk") or c in " \"'" + signs)), 0)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


@cache
def _grammar(chinese: bool) -> _Grammar:
    if chinese:
        from . import labels_zh

        return labels_zh
    from . import labels_en

    return labels_en


@cache
def _no_answers() -> frozenset[str]:
    listed = f"{_grammar(chinese=False).NO_ANSWER}, {_grammar(chinese=True).NO_ANSWER}"
    return frozenset(normalise(word) for word in listed.split(", "))


@cache
def _vocabulary(chinese: bool) -> tuple[LabelSet, ...]:
    grammar = _grammar(chinese)
    shapes = [(family, shape, grammar.ADVERBS) for family, listed in grammar.SETS.items() for shape in listed]
    for family, (favourable, unfavourable, middle) in grammar.PAIRS.items():
        pair = {"pos": favourable, "neg": unfavourable, "mid": ", ".join(filter(None, (grammar.MIDDLE, middle)))}
        shapes += [(family, shape, grammar.ADVERBS | pair) for shape in grammar.SHAPES]
    return tuple(_label_set(rank, *shape) for rank, shape in enumerate(shapes))


@cache
def _by_word(chinese: bool) -> dict[str, list[LabelSet]]:
    found: dict[str, list[LabelSet]] = {}
    for label_set in _vocabulary(chinese):
        for word in label_set.steps:
            found.setdefault(word, []).append(label_set)
    return found


def _label_set(rank: int, family: str, shape: str, macros: Mapping[str, str]) -> LabelSet:
    slots = [list(_spelled(slot, macros)) for slot in shape.split("|")]
    steps: dict[str, int] = {}
    for step, words in enumerate(slots):
        for word in words:
            steps.setdefault(word, step)
    return LabelSet(family, steps, len(slots), (slots[0][0], slots[-1][0]), rank)


def _spelled(slot: str, macros: Mapping[str, str]) -> Iterable[str]:
    for alternative in slot.split(","):
        pieces = re.split(r"\{(\w+)\}", alternative)
        choices = [[piece] if number % 2 == 0 else list(_choices(piece, macros)) for number, piece in enumerate(pieces)]
        for chosen in product(*choices):
            yield " ".join("".join(chosen).split())


def _choices(name: str, macros: Mapping[str, str]) -> Iterable[str]:
    for word in macros[name].split(","):
        bare = word.strip()
        if "{" in bare:
            yield from _spelled(bare, macros)
        else:
            yield "" if bare == "-" else bare
