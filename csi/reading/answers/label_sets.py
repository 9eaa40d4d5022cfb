"""The sets of answer words of one language, spelled out from its small grammar: each family only when one of its words was met."""

from __future__ import annotations

import importlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Protocol, cast

from .written_form import fold, without_gender

LANGUAGES = ("en", "zh", "es", "pt", "fr", "de", "id", "ja", "ko", "signs")
ABBREVIATED = "abbreviations"  # the family of SS, S, TS, STS: letters that may mean anything where few of them are seen
_LEAST_ABBREVIATIONS = 3
_PIECE = re.compile(r"[a-z]+|[\u3040-\u9fff\uac00-\ud7af]")  # a Latin word, an eastern character
_NAMED = re.compile(r"\{(\w+)\}")


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
        """Whether every word is one of these, no two on one step but those of both genders."""
        taken: dict[int, str] = {}
        for word in words:
            step = self.steps.get(word)
            if step is None or taken.setdefault(step, without_gender(word)) != without_gender(word):
                return False
        return not self.is_chance(len(taken))

    def is_chance(self, known: int) -> bool:
        """Whether so many known words may well be of no scale at all: S and M, N and S."""
        return self.family == ABBREVIATED and known < _LEAST_ABBREVIATIONS

    @property
    def lowest(self) -> int:
        """The code of the worst answer: 0 where there are two answers, else 1."""
        return 0 if self.size == 2 else 1


def sets_knowing(language: str, words: Collection[str]) -> tuple[LabelSet, ...]:
    """The sets of one of LANGUAGES that know at least one of these normalised words."""
    if not any(_pieces(language).issuperset(_PIECE.findall(word)) for word in words):
        return ()
    pieces = {piece for word in words for piece in _PIECE.findall(word)}
    own = [family for family in _grammar(language).PAIRS if pieces & _own_pieces(language, family)]
    # words for the middle are of every pair, and score alike in all of them
    families = (None, *(own or tuple(_grammar(language).PAIRS)[:1]))
    return tuple({one: None for family in families for word in words for one in _by_word(language, family).get(word, ())})


@cache
def vocabulary(language: str) -> tuple[LabelSet, ...]:
    """Every set of one of LANGUAGES, spelled out."""
    return tuple(one for family in (None, *_grammar(language).PAIRS) for one in _family(language, family))


class _Grammar(Protocol):
    ADVERBS: dict[str, str]
    PAIRS: dict[str, tuple[str, str, str]]
    MIDDLE: str
    SHAPES: tuple[str, ...]
    SETS: dict[str, tuple[str, ...]]


@cache
def _grammar(language: str) -> _Grammar:
    return cast("_Grammar", importlib.import_module(f".labels_{language}", __package__))


@cache
def _pieces(language: str) -> frozenset[str]:
    """The words (of eastern scripts: the characters) that all labels of the language are put together from."""
    grammar = _grammar(language)
    shapes = [shape for listed in grammar.SETS.values() for shape in listed]
    shared = (*grammar.ADVERBS.values(), grammar.MIDDLE, *grammar.SHAPES, *shapes)
    return frozenset(_in_pieces(shared)).union(*(_in_pieces(pair) for pair in grammar.PAIRS.values()))


@cache
def _own_pieces(language: str, family: str) -> frozenset[str]:
    grammar = _grammar(language)
    favourable, unfavourable, _ = grammar.PAIRS[family]
    own = _in_pieces((favourable, unfavourable))
    return frozenset(own - _in_pieces((*grammar.ADVERBS.values(), grammar.MIDDLE, *grammar.SHAPES)) or own)


def _in_pieces(texts: Iterable[str]) -> set[str]:
    return set(_PIECE.findall(fold(" ".join(texts))))


@cache
def _family(language: str, family: str | None) -> tuple[LabelSet, ...]:
    """The sets of a pair of adjectives, or, for None, those that the grammar lists word by word."""
    grammar = _grammar(language)
    first = 2000 * LANGUAGES.index(language)
    if family is None:
        adverbs = _Words(grammar.ADVERBS)
        listed = [(name, shape) for name, shapes in grammar.SETS.items() for shape in shapes]
        return tuple(_label_set(first + number, name, shape, adverbs) for number, (name, shape) in enumerate(listed))
    favourable, unfavourable, middle = grammar.PAIRS[family]
    pair = {"pos": favourable, "neg": unfavourable, "mid": ", ".join(filter(None, (grammar.MIDDLE, middle)))}
    words = _Words(grammar.ADVERBS | pair)
    first += 200 + len(grammar.SHAPES) * tuple(grammar.PAIRS).index(family)  # after all that are listed
    return tuple(_label_set(first + number, family, shape, words) for number, shape in enumerate(grammar.SHAPES))


@cache
def _by_word(language: str, family: str | None) -> dict[str, list[LabelSet]]:
    found: dict[str, list[LabelSet]] = {}
    for label_set in _family(language, family):
        for word in label_set.steps:
            found.setdefault(word, []).append(label_set)
    return found


def _label_set(rank: int, family: str, shape: str, words: _Words) -> LabelSet:
    slots = [list(_spelled(slot, words)) for slot in shape.split("|")]
    steps: dict[str, int] = {}
    for step, spelled in enumerate(slots):
        for word in spelled:
            steps.setdefault(_folded(word), step)
    return LabelSet(family, steps, len(slots), (slots[0][0], slots[-1][0]), rank)


@cache
def _folded(word: str) -> str:
    """As `fold`, for words that most sets of a family share."""
    return fold(word)


class _Words(dict[str, tuple[str, ...]]):
    """What each {name} of a grammar stands for, worked out when it is first met."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        super().__init__()
        self._macros = macros

    def __missing__(self, name: str) -> tuple[str, ...]:
        listed = self[name] = tuple("" if word == "-" else word for word in _spelled(self._macros[name], self))
        return listed


def _spelled(slot: str, words: _Words) -> Iterator[str]:
    """Every wording of a slot: its alternatives, with each {name} replaced by all that it stands for."""
    for alternative in slot.split(","):
        pieces = _NAMED.split(alternative.strip())
        if len(pieces) == 1:
            yield pieces[0]
            continue
        choices = [(piece,) if number % 2 == 0 else words[piece] for number, piece in enumerate(pieces)]
        for chosen in product(*choices):
            yield "".join(chosen).strip()
