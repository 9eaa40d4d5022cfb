"""Signs of an encoding in the first bytes: the marks that files begin with, which may be wrong, and wide characters without one."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS = frozenset(b',;\t\r\n "0123456789')
_LINE_ENDS = b"\n\r"
_HEAD = 4096


@dataclass(frozen=True)
class Mark:
    """length: of the mark in bytes. encoding: the codec that it claims. believable: what follows does not contradict it."""

    length: int
    encoding: str
    believable: bool


def mark_of(data: bytes) -> Mark | None:
    """The mark that the bytes begin with, or None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and not (encoding.startswith("utf-32") and not _are_quads(data[len(mark) :], encoding)):
            return Mark(len(mark), encoding, _is_believable(data[len(mark) :], encoding))
    return None


def unmarked_wide(data: bytes) -> str | None:
    """The codec of UTF-32 or UTF-16 without a mark, or None: separators and digits stand beside NULs, always on the same side."""
    head = data[:_HEAD]
    for encoding in ("utf-32-le", "utf-32-be"):
        if (
            len(head) >= 8
            and _are_quads(head, encoding)
            and not _are_quads(head, "utf-32-be" if encoding[-2] == "l" else "utf-32-le")
        ):
            return encoding
    pairs = Counter(zip(head[0::2], head[1::2], strict=False))
    little = sum(times for (first, second), times in pairs.items() if second == 0 and first in _SEPARATORS)
    big = sum(times for (first, second), times in pairs.items() if first == 0 and second in _SEPARATORS)
    separators = len(head) - len(head.translate(None, bytes(_SEPARATORS)))
    if max(little, big) * 2 < max(separators, 1):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _are_quads(data: bytes, encoding: str) -> bool:
    """Whether every four bytes are a character: no code point reaches beyond the seventeenth plane."""
    head = data[: len(data[:_HEAD]) // 4 * 4]
    top, plane = (3, 2) if encoding == "utf-32-le" else (0, 1)
    return bool(head) and not any(head[top::4]) and max(head[plane::4]) <= 0x10


def _is_believable(rest: bytes, encoding: str) -> bool:
    """A mark of UTF-16 is wrong when line ends are single bytes, or stand on the other side of their NULs."""
    if not encoding.startswith("utf-16"):
        return True
    found = unmarked_wide(rest)
    narrow = b"\0" not in rest and any(end in rest for end in _LINE_ENDS)
    return not narrow and found in (None, encoding)
