"""How broad words come out, near enough to break a line where no browser does it for us."""

from __future__ import annotations

import re
import unicodedata

# Shares of the letter size, rounded up from the usual sans-serif faces.
_NARROW = frozenset(" .,:;'|!()[]{}/\\ijlt1If")
_BROAD = frozenset("mwMW@%—")
_CLOSING = "，。、；：？！）】”’》〉·"
_PIECE = re.compile(
    f"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef][{_CLOSING}]*|[^\\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+\\s*|\\s+"
)


def breadth(words: str, size: float) -> float:
    """Width of the words in the unit of `size`, the letter size."""
    return size * sum(_share(letter) for letter in words)


def lines(words: str, room: float, size: float, most: int = 2) -> list[str]:
    """The words broken into at most `most` lines of width `room`; what does not fit ends in "…"."""
    broken = [""]
    for piece in _PIECE.findall(words):
        if broken[-1] and breadth((broken[-1] + piece).rstrip(), size) > room:
            broken.append("")
        broken[-1] += piece
    kept = [line.strip() for line in broken[:most]]
    if len(broken) > most:
        kept[-1] += "…"
    return [cut(line, room, size) for line in kept]


def cut(words: str, room: float, size: float) -> str:
    """The words, shortened with "…" until they fit."""
    if breadth(words, size) <= room:
        return words
    short = words.rstrip("…")
    while short and breadth(short + "…", size) > room:
        short = short[:-1]
    return short.rstrip() + "…"


def _share(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.9
    return 0.7 if letter.isupper() else 0.56
