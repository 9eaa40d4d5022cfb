"""Whether the answers of a column are those of a Kano question."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers.labels_kano import own_steps

_MOSTLY = 0.9


def are_kano_answers(words: Mapping[str, int]) -> bool:
    """Whether nearly all of these normalised answers are of a Kano question, three of the five at least, and one of its own.

    words: how often each was given. "Neutral" and "like" alone are words of other scales too.
    """
    known = {word: count for word, count in words.items() if word in own_steps()}
    steps = {own_steps()[word] for word in known}
    return sum(known.values()) >= _MOSTLY * sum(words.values()) > 0 and len(steps) >= 3 and not steps.isdisjoint({1, 3})
