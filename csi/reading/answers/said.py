"""What one cell says: a number, words with or without a code, a date, or nothing."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, SupportsFloat

from ..cells import Raw
from .written_form import normalise, split_code

Kind = Literal["blank", "number", "words", "date", "odd"]

LONGEST_LABEL = 200  # a longer text is a comment, and no scale knows it
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


class Missing:
    """Codes and words declared to be no answer. They compare as text and as numbers: "98", "98.0" and 98 are one code.

    words: normalised. numbers: the codes that are numbers.
    """

    def __init__(self, declared: Collection[str] = ()) -> None:
        understood = [understand(code) for code in declared]
        self.words = frozenset(said.whole for said in understood if said.whole)
        self.numbers = frozenset(said.number for said in understood if said.kind == "number")

    def holds(self, said: Said) -> bool:
        """Whether the value is one of them."""
        return said.number in self.numbers or (bool(said.whole) and (said.whole in self.words or said.words in self.words))


def understand(raw: Raw) -> Said:
    """What a cell says. Infinite, oversized and oddly written numbers are words, and words are judged by the scale."""
    if isinstance(raw, str):
        return _text(raw)
    if raw is None or _is_nothing(raw):
        return Said("blank")
    if isinstance(raw, bool) or type(raw).__name__ == "bool":
        return Said("words", str(raw), words=str(raw).lower(), whole=str(raw).lower())
    if isinstance(raw, (float, int)) or isinstance(raw, SupportsFloat):  # the protocol is slow to ask  # noqa: SIM101
        return _real(raw)
    if isinstance(raw, (date, time)):
        return Said("date", str(raw))
    return Said("odd", str(raw))


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
