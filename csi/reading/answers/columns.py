"""One column of cells, each distinct value understood once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

from ..cells import Cells, Raw
from ..coded import Coded
from .file_labels import code_book
from .said import Kind, Missing, Said, understand

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Index = NDArray[np.integer[Any]]

LONGEST_NAME = 60


@dataclass(frozen=True, eq=False)
class Column:
    """said: the distinct values in order of appearance. index: (n,) which of them each row holds.

    question: its wording, where that stands apart from the name. offered: answers that the file labels and nobody gave.
    ends: of the scale that the file's own labels span, where they do not name every answer. fellows: columns that the file
    labels alike, this one counted; None where the file has no labels for it. moved: examples ("11 = 10") of codes that
    are not the answers they stand for.
    """

    name: str
    header: str
    position: int
    said: tuple[Said, ...]
    index: Index
    question: str = ""
    offered: tuple[Said, ...] = ()
    ends: tuple[float, float] | None = None
    fellows: int | None = None
    moved: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How often each distinct value occurs."""
        import numpy as np

        return tuple(int(count) for count in np.bincount(self.index, minlength=len(self.said)))

    def numbers(self, missing: Missing) -> dict[float, int]:
        """How often each number occurs, declared missing codes aside."""
        return self._tally("number", missing)

    def words(self, missing: Missing) -> dict[str, int]:
        """How often each wording occurs, declared missing words aside."""
        return self._tally("words", missing)

    def codes(self, missing: Missing) -> dict[str, float]:
        """The code that stands beside each wording, where one does."""
        said = (*self.said, *self.offered)
        return {s.words: s.code for s in said if s.kind == "words" and s.code is not None and not missing.holds(s)}

    def answered(self) -> int:
        """How many cells hold anything."""
        return sum(count for said, count in zip(self.said, self.counts, strict=True) if said.kind != "blank")

    def _tally(self, kind: Kind, missing: Missing) -> dict[Any, int]:
        found: dict[Any, int] = {}
        for said, count in zip(self.said, self.counts, strict=True):
            if said.kind == kind and not missing.holds(said):
                key = said.number if kind == "number" else said.words
                found[key] = found.get(key, 0) + count
        for said in self.offered:
            if said.kind == kind and not missing.holds(said):
                found.setdefault(said.number if kind == "number" else said.words, 0)
        return found


def column_of(cells: Cells, position: int, name: str = "") -> Column:
    """The column at a position, every distinct value understood once; `name` is what the model calls it."""
    known = _UNDERSTOOD.setdefault(cells, {})
    if position not in known:
        known[position] = _understood(cells, position)
    column = known[position]
    return column if name in ("", column.name) else dataclasses.replace(column, name=name)


def _understood(cells: Cells, position: int) -> Column:
    places, index = distinct(cells, position)
    header, labels = cells.header[position], cells.labels.get(position)
    plain = Column(header, header, position, (), index, cells.questions.get(position, ""))
    if not labels:
        spelled = cells.spelled.get(position, {})
        return dataclasses.replace(plain, said=tuple(_spelled(understand(value), spelled) for value in places))
    return _labelled(plain, list(places), labels, sum(other == labels for other in cells.labels.values()))


def _spelled(said: Said, spelled: Mapping[str, str]) -> Said:
    """An abbreviation with the words that another sheet says it stands for."""
    meaning = spelled.get(said.text)
    return said if meaning is None else dataclasses.replace(said, words=understand(meaning).words)


def _labelled(column: Column, values: Sequence[Raw], labels: Mapping[float, str], fellows: int) -> Column:
    """The column with what the file says of its codes."""
    codes = {said.number for said in map(understand, values) if said.kind == "number"}
    book = code_book(labels, codes)
    return dataclasses.replace(
        column,
        said=tuple(book.understand(value) for value in values),
        offered=tuple(said for code, said in book.said.items() if code not in codes),
        ends=book.ends,
        fellows=fellows,
        moved=book.examples,
    )


# the guess of a model, its decoding and the data check look at the same columns one after the other
_UNDERSTOOD: WeakKeyDictionary[Cells, dict[int, Column]] = WeakKeyDictionary()


def shown(name: str) -> str:
    """A column's name for a sentence: one line, at most sixty letters. Of a matrix the item is kept, which tells it from its fellows."""
    line = " ".join(name.split())
    if len(line) <= LONGEST_NAME:
        return line
    item = _ITEM.search(line[-_LONGEST_ENDING:])
    ending = item[0] if item else ""
    if len(ending) > _ENDING:
        ending = ending[: _ENDING - 1].rstrip() + "…"
    return line[: LONGEST_NAME - 1 - len(ending)].rstrip() + "…" + ending


# "Rate each: [Price]", "How satisfied are you with - Price"
_ITEM = re.compile(r" ?\[[^\[\]]+\]$| [-–—] (?:(?! [-–—] ).)+$")
_ENDING, _LONGEST_ENDING = 36, 400  # letters of an item that are kept; of the name's end that are looked at


def distinct(cells: Cells, position: int) -> tuple[Collection[Raw], Index]:
    """The distinct values of a column in order of appearance, and which of them each row holds."""
    import numpy as np

    values = cells.columns[position]
    if isinstance(values, Coded):
        return values.kinds, values.codes
    places = _Places()
    return places, np.fromiter(map(places.__getitem__, _hashable(values)), dtype=np.intp, count=len(values))


class _Places(dict[Raw, int]):
    """Numbers each value when it is first looked up: one pass over a column instead of two."""

    def __missing__(self, value: Raw) -> int:
        place = self[value] = len(self)
        return place


def _hashable(column: Any) -> Sequence[Raw]:
    values = column.tolist() if hasattr(column, "tolist") else column
    kinds = set(map(type, values))
    if kinds <= {str, float, int, NoneType}:
        return cast("Sequence[Raw]", values)
    # True and 1 are one key of a dictionary, but not one answer
    return [str(value) if type(value).__name__ in ("bool", "bool_", "list", "dict", "set") else value for value in values]
