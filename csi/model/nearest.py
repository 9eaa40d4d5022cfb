"""The word that was probably meant: every "there is no such …" names it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is alike. Case and full-width forms do not count."""
    alike = nearest_few(word, known, at_most=1)
    return alike[0] if alike else None


def nearest_few(word: str, known: Iterable[str], *, at_most: int = 2) -> tuple[str, ...]:
    """The known words most like `word`, best first; empty when none is alike."""
    import difflib  # only where something is wrong already

    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(_folded(candidate), candidate)
    # 0.6 is difflib's own border between a slip of the finger and another word
    close = difflib.get_close_matches(_folded(word), list(folded), n=at_most, cutoff=0.6)
    return tuple(folded[match] for match in close)


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip()
