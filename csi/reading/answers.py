"""One column of cells, understood: each distinct value once, as a number, words, a date or nothing; then judged on its scale."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, SupportsFloat, cast

from ..model import Scale
from .cells import Cells, Raw
from .labels import is_no_answer, normalise, split_code

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Kind = Literal["blank", "number", "words", "date", "odd"]
Fault = Literal["", "blank", "missing_code", "no_answer", "out_of_range", "not_an_answer", "unknown_label", "date"]

LONGEST_LABEL = 200  # a longer text is a comment, and no scale knows it
LONGEST_NAME = 60
# a comma before exactly three digits parts thousands or decimals: nobody can tell, so it is no number
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+|[0-9]{1,15},(?:[0-9]{1,2}|[0-9]{4,}))")


@dataclass(frozen=True)
class Said:
    """One distinct value of a column. text: as it stands. words: normalised, without the code that stood beside them."""

    kind: Kind
    text: str = ""
    number: float = math.nan
    words: str = ""
    whole: str = ""  # normalised, with the code
    code: float | None = None


@dataclass(frozen=True, eq=False)
class Column:
    """said: the distinct values in order of appearance. index: (n,) which of them each row holds."""

    name: str
    header: str
    position: int
    said: tuple[Said, ...]
    index: NDArray[np.intp]

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
        return {s.words: s.code for s in self.said if s.kind == "words" and s.code is not None and not missing.holds(s)}

    def answered(self) -> int:
        """How many cells hold anything."""
        return sum(count for said, count in zip(self.said, self.counts, strict=True) if said.kind != "blank")

    def _tally(self, kind: Kind, missing: Missing) -> dict[Any, int]:
        found: dict[Any, int] = {}
        for said, count in zip(self.said, self.counts, strict=True):
            if said.kind == kind and not missing.holds(said):
                key = said.number if kind == "number" else said.words
                found[key] = found.get(key, 0) + count
        return found


class Missing:
    """Codes and words declared to be no answer. They compare as text and as numbers: "98", "98.0" and 98 are one code."""

    def __init__(self, declared: Collection[str] = ()) -> None:
        understood = [understand(code) for code in declared]
        self._words = frozenset(said.whole for said in understood if said.whole)
        self._numbers = frozenset(said.number for said in understood if said.kind == "number")

    def holds(self, said: Said) -> bool:
        """Whether the value is one of them."""
        return said.number in self._numbers or (bool(said.whole) and (said.whole in self._words or said.words in self._words))


def column_of(cells: Cells, position: int, name: str = "") -> Column:
    """The column at a position, every distinct value understood once."""
    import numpy as np

    values = _hashable(cells.columns[position])
    places = _Places()
    index = np.fromiter(map(places.__getitem__, values), dtype=np.intp, count=len(values))
    header = cells.header[position]
    return Column(name or header, header, position, tuple(understand(value) for value in places), index)


def understand(raw: Raw) -> Said:
    """What a cell says. Infinite, oversized and oddly written numbers are words, and words are judged by the scale."""
    if isinstance(raw, str):
        return _text(raw)
    if raw is None or _is_nothing(raw):
        return Said("blank")
    if isinstance(raw, bool) or type(raw).__name__ == "bool":
        return Said("words", str(raw), words=str(raw).lower(), whole=str(raw).lower())
    if isinstance(raw, SupportsFloat):
        return _real(raw)
    if isinstance(raw, (date, time)):
        return Said("date", str(raw))
    return Said("odd", str(raw))


def judge(
    said: Said, scale: Scale, labels: Mapping[str, float], missing: Missing, *, codes: bool = False
) -> tuple[float, Fault]:
    """The answer on its scale, or NaN and what is wrong with it.

    labels: the scale's, by normalised words. codes: the code beside unknown words is the answer.
    """
    if said.kind == "blank" or missing.holds(said):
        return math.nan, "blank" if said.kind == "blank" else "missing_code"
    score = labels.get(said.whole, labels.get(said.words)) if said.whole else None
    if score is None and said.kind == "number":
        score = said.number
    if score is None and codes and said.code is not None:
        score = said.code
    if score is not None:
        return (score, "") if scale.lowest <= score <= scale.highest else (math.nan, "out_of_range")
    return math.nan, _fault(said, labels)


def shown(name: str) -> str:
    """A column's name for a sentence: one line, at most sixty letters."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"


def by_words(labels: Mapping[str, float]) -> dict[str, float]:
    """The labels of a scale by their normalised words, with and without a code beside them."""
    whole = {normalise(label): score for label, score in labels.items()}
    bare = {split_code(words)[0]: score for words, score in whole.items()}
    return {words: score for words, score in (bare | whole).items() if words}


def _fault(said: Said, labels: Mapping[str, float]) -> Fault:
    if said.kind == "date":
        return "date"
    if is_no_answer(said.whole) or is_no_answer(said.words):
        return "no_answer"
    return "unknown_label" if labels and said.kind == "words" else "not_an_answer"


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


def _is_nothing(raw: object) -> bool:
    return type(raw).__name__ in ("NAType", "NaTType") or (isinstance(raw, float) and math.isnan(raw))


def _real(raw: SupportsFloat) -> Said:
    try:
        number = float(raw)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        return Said("odd", str(raw)[:LONGEST_LABEL])
    return Said("number", f"{number:.15g}", number, whole=f"{number:.15g}")


def _text(raw: str) -> Said:
    shown = raw[:LONGEST_LABEL]
    plain = unicodedata.normalize("NFKC", shown).strip().replace("−", "-")
    if _NUMBER.fullmatch(plain):
        return _real(float(plain.replace(",", ".")))
    whole = normalise(shown)
    if not whole:
        return Said("blank")
    words, code = split_code(whole)
    if not words and code is not None:
        return Said("number", shown.strip(), code, whole=whole)
    return Said("words", " ".join(shown.split()), words=words, whole=whole, code=code)
