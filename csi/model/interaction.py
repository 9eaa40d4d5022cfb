"""Interactions: one latent makes the effect of another stronger or weaker. Written "A * B" as the source of a path."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

_SIGN = re.compile(r"\s*[*×✕∗＊]\s*")  # the signs that people type


class Interaction(NamedTuple):
    """name: as it stands in the paths. first, second: the two latents."""

    name: str
    first: str
    second: str


def product_name(first: str, second: str) -> str:
    """The name of an interaction as every model keeps it: "A * B"."""
    return f"{first} * {second}"


def halves(name: str) -> Iterator[tuple[str, str]]:
    """Every way to read a name as a product of two; none when it has no multiplication sign."""
    for sign in _SIGN.finditer(name):
        first, second = name[: sign.start()].strip(), name[sign.end() :].strip()
        if first and second:
            yield first, second


def factors(name: str, latents: Collection[str]) -> tuple[str, str] | None:
    """The two latents that a name multiplies; None when it is a latent's own name, or no product of two latents."""
    if name in latents:
        return None
    return next((pair for pair in halves(name) if pair[0] in latents and pair[1] in latents), None)
