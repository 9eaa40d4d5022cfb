"""Help and manual pages as plain lines, as wide as the terminal allows."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Sequence

from ..renderers.terminal_fold import cells, fold, pad

_WIDEST = 100  # longer lines are hard to follow with the eye
_LEFT = 34  # a longer name stands on a line of its own


def columns() -> int:
    """How wide a page may be: COLUMNS or the terminal, at most 100."""
    return max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def pairs(rows: Sequence[tuple[str, str]], width: int, *, indent: int = 2) -> list[str]:
    """Two columns: names, and beside them what they mean."""
    left = min(max((cells(name) for name, _ in rows), default=0), _LEFT)
    margin = " " * (indent + left + 2)
    lines: list[str] = []
    for name, meaning in rows:
        beside = fold(meaning, max(20, width - len(margin)))
        head = " " * indent + name
        if cells(name) > left:
            lines += [head, margin + beside[0]]
        else:
            lines.append(pad(head, len(margin)) + beside[0])
        lines += [margin + line for line in beside[1:]]
    return [line.rstrip() for line in lines]


def page(words: str, width: int) -> str:
    """A manual page: paragraphs are folded anew, indented lines and lists stand as they are written."""
    return "\n\n".join(_paragraph(block.splitlines(), width) for block in re.split(r"\n\s*\n", words.strip("\n")))


def _paragraph(lines: Sequence[str], width: int) -> str:
    if any(line.startswith((" ", "- ", "* ")) for line in lines):
        return "\n".join(lines)
    return "\n".join(fold(_joined(lines), width))


def _joined(lines: Sequence[str]) -> str:
    """One line of several; no blank after a Chinese sign, nor between two Chinese characters."""
    words = lines[0]
    for line in lines[1:]:
        last, first = words[-1:], line[:1]
        closed = cells(last) == 2 and (cells(first) == 2 or unicodedata.category(last).startswith("P"))
        words += line if closed else f" {line}"
    return words
