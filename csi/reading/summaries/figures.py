"""Figures of a printed table as numbers: "12 (8.5%)", ".56**", "—"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..cells import Raw
from ..layout.raw import Row, is_blank, title

_NUMBER = r"[-+]?(?:\d{1,3}(?:[,\u00a0 ]\d{3})+|\d*[.,]?\d+|\d+[.,]?)"
_COUNTED = re.compile(rf"\s*({_NUMBER})\s*(?:人|份|次)?\s*(?:[(\[（]\s*{_NUMBER}\s*[%％]?\s*[)\]）])?\s*")
_PERCENT = re.compile(rf"\s*({_NUMBER})\s*[%％]\s*")
_MARKED = re.compile(rf"[(\[]?\s*({_NUMBER})\s*[)\]]?[*†‡⁎∗a-c\s]*")  # signs of significance and footnotes
_HUGE = 1e15
_DASHES = frozenset({"-", "–", "—", "−", "--", "."})


def count(value: Raw) -> float | None:
    """A number of answers, whatever stands in brackets behind it; blank and dashes are none at all, 0. None where it is no number."""
    if is_blank(value) or title(value) in _DASHES:
        return 0.0
    return _parsed(value, _COUNTED)


def percentage(value: Raw) -> float | None:
    """The number before a percent sign, or None where there is none."""
    return _parsed(value, _PERCENT) if isinstance(value, str) else None


def coefficient(value: Raw) -> float | None:
    """A correlation, mean or deviation, with stars and brackets taken off; None where it is no number."""
    return _parsed(value, _MARKED)


def _parsed(value: Raw, form: re.Pattern[str]) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < _HUGE else None  # neither NaN nor infinity is
    if not isinstance(value, str) or len(value) > 40:
        return None
    found = form.fullmatch(unicodedata.normalize("NFKC", value).replace("−", "-"))
    return _number(found[1]) if found else None


def _number(text: str) -> float | None:
    plain = re.sub(r"[\u00a0 ]", "", text)
    if re.fullmatch(r"[-+]?\d{1,3}(?:,\d{3})+", plain):
        plain = plain.replace(",", "")
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < _HUGE else None


def at(row: Row, column: int) -> Raw:
    """The value in a column, blank where a short row has ended."""
    return row[column] if column < len(row) else ""


def spaced(positions: int, among: int) -> Sequence[int]:
    """So many places among more, evenly apart: where the sorted answers of a few stand among those of many."""
    return [(2 * place + 1) * among // (2 * positions) for place in range(positions)]
