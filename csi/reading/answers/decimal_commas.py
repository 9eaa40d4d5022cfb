"""What a comma in the numbers of a column parts, decimals or thousands: told by the column, else by its neighbours and the delimiter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal
from weakref import WeakKeyDictionary

from ...findings import Finding
from ...terms import Text
from ..cells import Cells, Raw
from ..coded import Coded

Comma = Literal["decimal", "thousands", "open", "none"]

_SEEN = 2_000  # values that show how a column writes its numbers
_LONGEST = 30  # characters of a number
_LISTED = 10
_DECIMAL = re.compile(r"[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d{3}|\d{4,},\d{3}|\d{1,3}(?:\.\d{3})+,\d+)")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d*|[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}")
_OPEN = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_POINT = re.compile(r"[+-]?\d+\.(?:\d{1,2}|\d{4,})")
_EUROPEAN = (";", "\t")

_AMBIGUOUS = Text(
    'a comma before three digits may part decimals or thousands ("{example}"); such cells are read as text: {columns}. '
    "Write a decimal point, or no separator of thousands.",
    "逗号后恰有三位数字，可能是小数，也可能是千位分隔（“{example}”），这些单元格按文字读取：{columns}。请改用小数点，或去掉千位分隔符。",
)


def point_for_comma(cells: Cells, position: int, raw: Raw) -> Raw:
    """The value with a decimal point, where it holds a comma that only its column can tell to be a decimal one."""
    if isinstance(raw, str) and "," in raw and _commas(cells)[position] == "decimal" and _OPEN.fullmatch(raw.strip()):
        return raw.replace(",", ".")
    return raw


def ambiguous_commas(cells: Cells) -> tuple[Finding, ...]:
    """A warning that names the columns in which nobody can tell what a comma parts."""
    places = [at for at, comma in enumerate(_commas(cells)) if comma == "open"]
    if not places:
        return ()
    names = [cells.header[at] for at in places]
    example = next(text for text in _texts(cells.columns[places[0]]) if _OPEN.fullmatch(text))
    values = {"columns": ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else ""), "example": example}
    return (Finding("comma_ambiguous", "warning", _AMBIGUOUS, names[0], len(names), values),)


def _commas(cells: Cells) -> tuple[Comma, ...]:
    if cells not in _TOLD:
        texts = [_texts(values) for values in cells.columns]
        _TOLD[cells] = _in_company([_alone(column) for column in texts], texts, cells.origin.delimiter)
    return _TOLD[cells]


_TOLD: WeakKeyDictionary[Cells, tuple[Comma, ...]] = WeakKeyDictionary()


def _texts(values: Any) -> list[str]:
    """What may be numbers with a comma or a point, of the column's first values."""
    if getattr(getattr(values, "dtype", None), "kind", "O") in "biufcmM":
        return []
    seen = values.kinds if isinstance(values, Coded) else values
    first: Sequence[Raw] = list(seen[:_SEEN])
    return [text.strip() for text in first if isinstance(text, str) and len(text) <= _LONGEST and ("," in text or "." in text)]


def _alone(texts: Sequence[str]) -> Comma:
    """What the column tells by itself. Where its commas part more than numbers (choices, words) it tells nothing."""
    written = [text for text in texts if "," in text]
    kinds = [_kind(text) for text in written]
    if 2 * kinds.count("none") >= len(kinds):
        return "none"
    return next(kind for kind in ("thousands", "decimal", "open") if kind in kinds)


def _kind(text: str) -> Comma:
    if _OPEN.fullmatch(text):
        return "open"
    if _DECIMAL.fullmatch(text):
        return "decimal"
    return "thousands" if _THOUSANDS.fullmatch(text) else "none"


def _in_company(alone: Sequence[Comma], texts: Sequence[Sequence[str]], delimiter: str | None) -> tuple[Comma, ...]:
    """Open columns settled by the others, if all agree; a semicolon or a tab speaks for decimals that are not all round."""
    if "open" not in alone:
        return tuple(alone)
    against = "thousands" in alone or any(_POINT.fullmatch(text) for column in texts for text in column)
    sure: Comma = "open" if against else "decimal"
    told = "decimal" in alone
    return tuple(
        sure if comma == "open" and (told or (delimiter in _EUROPEAN and _uneven(column))) else comma
        for comma, column in zip(alone, texts, strict=True)
    )


def _uneven(texts: Sequence[str]) -> bool:
    """Whether not all numbers end in 0, as thousands would."""
    return any(_OPEN.fullmatch(text) and not text.endswith("0") for text in texts)
