"""The short forms of a model in words: columns Q1..Q5, scales 1-10, arrows A -> B. Readers and writers share them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import ModelFault
from ..terms import Text

LONGEST_RANGE = 1000  # columns; a longer one is a slip of the finger

_RANGE = re.compile(r"(?P<prefix>.*?)(?P<first>\d+)\s*\.\.\s*(?P<other>.*?)(?P<last>\d+)", re.DOTALL)
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_ENDS = re.compile(rf"\s*({_NUMBER})\s*(?:-|–|—|~|～|\.\.|to|至|到)\s*({_NUMBER})\s*")
_PLAIN_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_ARROW = re.compile(r"\s*(?:-+>|=>|→|⟶)\s*")


def columns_between(text: str) -> tuple[str, ...]:
    """The columns that "Q08..Q12" means, zeros kept; a text that is no range comes back as it is.

    Raises: ModelFault (without a place) when the two sides do not belong together.
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        return (text,)
    prefix, first, last = match["prefix"], match["first"], match["last"]
    if match["other"] != prefix:
        raise _no_range(text, Text("the two sides begin differently", "两端的前缀不同"))
    padded = first.startswith("0")
    if len(last) < len(first) or (last.startswith("0") and len(last) > 1 and not padded):
        raise _no_range(text, Text("the two sides are padded with zeros differently", "两端补零的位数不一致"))
    count = int(last) - int(first) + 1
    if not 1 <= count <= LONGEST_RANGE:
        raise _no_range(text, Text(f"it counts {count:,} columns", f"它包含 {count} 列"))
    width = len(first) if padded else 0
    return tuple(f"{prefix}{number:0{width}d}" for number in range(int(first), int(last) + 1))


def range_text(columns: Sequence[str]) -> str | None:
    """The short form of three or more columns that follow one another, or None."""
    if len(columns) < 3:
        return None
    short = f"{columns[0]}..{columns[-1]}"
    try:
        return short if columns_between(short) == tuple(columns) else None
    except ModelFault:
        return None


def is_one_column(text: str) -> bool:
    """Whether `text` in a list of indicators means just itself, not a range."""
    return _RANGE.fullmatch(text) is None


def scale_ends(text: str) -> tuple[float, float] | None:
    """Lowest and highest of "1-10", "-3..3", "1至5"; None when it is no such text."""
    match = _ENDS.fullmatch(text)
    return (float(match[1]), float(match[2])) if match else None


def reads_as_number(text: str) -> bool:
    """Whether a word that may be a number or the name of a column is a number."""
    return _PLAIN_NUMBER.fullmatch(text) is not None


def ends_text(lowest: float, highest: float) -> str | None:
    """ "1-10", or None when the numbers need the long form."""
    short = f"{number_text(lowest)}-{number_text(highest)}"
    return short if scale_ends(short) == (lowest, highest) else None


def path_names(text: str) -> tuple[str, ...]:
    """The latents along "A -> B" or "A → B → C", in order."""
    return tuple(name.strip() for name in _ARROW.split(text))


def number_text(number: float) -> str:
    """A number as a person writes it, nothing lost: 2 for 2.0."""
    return str(int(number)) if number == int(number) else repr(float(number))


def _no_range(text: str, why: Text) -> ModelFault:
    return ModelFault(
        place="",
        reason=Text(f'"{text}" is no range of columns: {why.en}.', f"“{text}”不是有效的列区间：{why.zh}。"),
        remedy=Text(
            f'Write it like Q1..Q5; a header that really reads so goes into {{column: "{text}"}}.',
            f'请写成 Q1..Q5 的形式；如果列名本身就是这样，请写 {{column: "{text}"}}。',
        ),
    )
