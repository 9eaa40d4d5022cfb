"""Words into lines of a given width, where a Chinese character takes two cells."""

from __future__ import annotations

import re

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6"
_OPENING = "（“‘《「『【"
_CLOSING = "，。、；：！？）”’》」』】…%"
# a line may break after a space and between Chinese characters, but never before a closing or after an opening sign
_ATOM = re.compile(rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}]+)[{_CLOSING}]*|[{_OPENING}]+")

UNBROKEN = 6  # cells of a Chinese heading that stays on one line; character under character it is no word any more


def cells(words: str) -> int:
    """How many terminal cells the words take."""
    from rich.cells import cell_len

    return len(words) if words.isascii() else cell_len(words)


def fold(words: str, width: int) -> list[str]:
    """The words in lines of at most `width` cells; a word that is longer than a line is cut."""
    if cells(words) <= width:
        return [words]
    width = max(width, 2)  # one Chinese character
    lines = [""]
    for atom in _atoms(words, width):
        if cells(lines[-1] + atom.rstrip()) > width:
            lines.append(atom.lstrip())
        else:
            lines[-1] += atom
    return [line.rstrip() for line in lines if line.strip()] or [""]


def longest_word(words: str) -> int:
    """The narrowest width that cuts no word."""
    return max((cells(atom.strip()) for atom in _ATOM.findall(words)), default=0)


def unbroken(words: str) -> int:
    """The narrowest width that cuts no word and leaves a short Chinese heading on one line."""
    return max(longest_word(words), 0 if words.isascii() else min(cells(words), UNBROKEN))


def narrowest(words: str, lines: int) -> int:
    """The narrowest width in which the words take at most so many lines."""
    width = max(unbroken(words), -(-cells(words) // lines))
    while len(fold(words, width)) > lines:
        width += 1
    return width


def pad(words: str, width: int, *, right: bool = False) -> str:
    """The words filled with spaces to `width` cells; `right` puts them at the right end."""
    space = " " * (width - cells(words))
    return space + words if right else words + space


def _atoms(words: str, width: int) -> list[str]:
    from rich.cells import chop_cells

    found: list[str] = []
    for atom in _ATOM.findall(words):
        found += chop_cells(atom, width) if cells(atom) > width else [atom]
    return found
