"""What can be said of a raw value before any scale is known: blank, a number, a title."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from ..cells import Raw

Row = Sequence[Raw]

# besides white space: NUL, the byte order mark, zero-width spaces and joiners
_NOTHING = " \t\r\n\v\f\0\ufeff\u200b\u200c\u200d\u2060\u00a0\u3000\u2028\u2029"
_NUMERIC = re.compile(r"\s*[-+]?[\d.,]*\d[\d.,]*\s*%?\s*")
_DATED = re.compile(r"[\d\s:/.,+\-TZ年月日时分秒]*(?:[AP]M)?(?:\s?GMT[+\-]\d+)?", re.IGNORECASE)


def is_blank(value: Raw) -> bool:
    """Nothing there, or nothing but white space."""
    return value is None or value == "" or (isinstance(value, str) and not value.strip(_NOTHING))


def blank_row(row: Row) -> bool:
    """Whether a row holds nothing. Most rows tell with their first cell."""
    return all(is_blank(value) for value in row) if row and is_blank(row[0]) else not row


def title(value: Raw) -> str:
    """The value as a column's name: outer white space gone, whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip(_NOTHING)


def is_figure(value: Raw) -> bool:
    """A number, a date or a truth value, or text that spells a number."""
    if isinstance(value, str):
        return bool(_NUMERIC.fullmatch(value))
    return isinstance(value, int | float | datetime.date | datetime.time | datetime.timedelta)


def is_wordless(value: Raw) -> bool:
    """A figure, or text that spells a date or a time."""
    return is_figure(value) or (isinstance(value, str) and bool(_DATED.fullmatch(value)) and any(map(str.isdigit, value)))


def number(value: Raw) -> float | None:
    """The value as a number, or None. Spelled numbers count; truth values do not."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None
