"""Which way the codes beside answers count: up to the best, as their words would have it, or down."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Literal

Order = Literal["up", "down", "unclear"]


def order_of(codes: Mapping[str, float], steps: Mapping[str, int]) -> Order:
    """Whether the codes rise or fall as their words get better. steps: each known word's place, 0 the worst."""
    pairs = [(steps[word], code) for word, code in codes.items() if word in steps]
    turns = {
        (code > other_code) == (step > other) for (step, code), (other, other_code) in combinations(pairs, 2) if step != other
    }
    if len(turns) != 1:
        return "unclear"
    return "up" if turns.pop() else "down"
