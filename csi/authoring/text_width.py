"""How wide a text is on the page."""

from __future__ import annotations


def places(text: str) -> int:
    """How many letters wide a text is; a Chinese character takes two."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)
