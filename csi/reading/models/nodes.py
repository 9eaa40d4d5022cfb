"""A model as written, before it means anything: words, lists and pairs, each with its place. YAML and sheets both become this."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...errors import CsiError, ModelFault, Several
from ...terms import Text


class Place(NamedTuple):
    """exact: "model.yaml:9:31" or "model!C7". short: "model.yaml:9" or "model!C7". order: (row, column) for sorting."""

    exact: str
    short: str
    order: tuple[int, int]


Refusal = tuple[Place, Text, Text]  # the three that `Faults.add` takes


@dataclass(frozen=True)
class Word:
    """One value, always text."""

    text: str
    place: Place


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Pairs:
    """Keys with their values, in the order written, no key twice."""

    pairs: tuple[tuple[Word, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        return next((value for word, value in self.pairs if word.text == key), None)

    def without(self, *keys: str) -> Pairs:
        """The same without some keys."""
        return Pairs(tuple(pair for pair in self.pairs if pair[0].text not in keys), self.place)

    def plus(self, key: str, value: Node) -> Pairs:
        """The same with one more pair, placed where its value stands."""
        return Pairs((*self.pairs, (Word(key, value.place), value)), self.place)

    def put(self, key: str, value: Node) -> Pairs:
        """The same with another value under `key`."""
        return Pairs(tuple((word, value if word.text == key else old) for word, old in self.pairs), self.place)


Node = Word | Items | Pairs


LONGEST_QUOTE, LONGEST_SENTENCE = 80, 1000  # letters; a broken file may be one word of megabytes
_LONG_QUOTE = re.compile(rf'(["“])([^"”]{{{LONGEST_QUOTE - 1}}})[^"”]+(["”])')


class Faults:
    """Everything wrong with a model, gathered so that it can be said at once, in the order of the file."""

    def __init__(self) -> None:
        self._found: list[tuple[tuple[float, float], CsiError]] = []

    def add(self, place: Place, reason: Text, remedy: Text) -> None:
        """One more fault, at an exact place."""
        self._found.append((place.order, ModelFault(place=place.exact, reason=_clipped(reason), remedy=_clipped(remedy))))

    def move(self, error: CsiError, place: Place) -> None:
        """A fault that was found where nobody knew its place."""
        for single in _singles(error):
            self.add(place, single.reason, single.remedy)

    def take(self, error: CsiError) -> None:
        """Faults that know their place by themselves; they stand after the others. One that was told with its exact place is not told again."""
        told = {one.reason for _, one in self._found}
        self._found.extend(((float("inf"), 0), one) for one in map(_short, _singles(error)) if one.reason not in told)

    def __bool__(self) -> bool:
        return bool(self._found)

    def stop(self) -> None:
        """Raises what was gathered; returns when nothing was."""
        errors = tuple(error for _, error in sorted(self._found, key=lambda found: found[0]))
        if len(errors) == 1:
            raise errors[0]
        if errors:
            raise Several(errors)


def _short(error: CsiError) -> CsiError:
    return type(error)(place=_clipped(error.where), reason=_clipped(error.reason), remedy=_clipped(error.remedy))


def _clipped(words: Text) -> Text:
    return Text(_shorter(words.en), _shorter(words.zh))


def _shorter(sentence: str) -> str:
    """The sentence with what it quotes clipped; clipped as a whole where that does not help."""
    said = _LONG_QUOTE.sub(r"\1\2…\3", sentence)
    return said if len(said) <= LONGEST_SENTENCE else said[: LONGEST_SENTENCE - 1] + "…"


def _singles(error: CsiError) -> Iterator[CsiError]:
    if isinstance(error, Several):
        yield from error.errors
    else:
        yield error
