"""Labels that say the same in two languages, "非常满意 Very satisfied" or "Bon / Good": each half by itself is a label."""

from __future__ import annotations

import re
from collections.abc import Collection

_EAST = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PARTED = re.compile(r"([^/|]*[^\W\d_][^/|]*?)\s*[/|]\s*([^/|]*[^\W\d_][^/|]*)")
_DASHED = re.compile(r"(.*[^\W\d_])\s+-\s+([^\W\d_].*)")
_SCRIPTS = re.compile(
    rf"([{_EAST}][{_EAST}\s、,()]*)\s*[-(]?\s*([a-z][a-z\s',-]*)\)?|([a-z][a-z\s',-]*?)\s*[-(]?\s*([{_EAST}][{_EAST}\s、]*)\)?"
)


def halves(words: Collection[str]) -> tuple[dict[str, str], dict[str, str]] | None:
    """Word -> its first half, word -> its second; None unless every normalised word has two."""
    parted: dict[str, tuple[str, str]] = {}
    for word in words:
        pair = _pair(word)
        if pair is None:
            return None
        parted[word] = pair
    first, second = ({word: pair[side] for word, pair in parted.items()} for side in (0, 1))
    return first, second


def _pair(word: str) -> tuple[str, str] | None:
    for form in (_SCRIPTS, _PARTED, _DASHED):
        found = form.fullmatch(word)
        if found:
            one, other = (part.strip(" ()-,") for part in found.groups() if part is not None)
            return one, other
    return None
