"""In which direction ready-made gaps were worked out, in the words that analysts use -> the word of the schema."""

from __future__ import annotations

import re

from .forms import as_it_is
from .nodes import Faults, Node, Word

_EXPECTATION = re.compile(r"expect\w*|期望|预期|预料", re.IGNORECASE)
_EXPERIENCE = re.compile(r"experience\w*|percept\w*|perceiv\w*|perform\w*|result\w*|体验|感知|感受|实际|绩效|结果", re.IGNORECASE)
_MINUS = re.compile(r"\s*(?:-|−|–|—|－|减去?|minus|less)\s*", re.IGNORECASE)


def gap_sign(node: Node, faults: Faults) -> Node | None:
    """ "experience - expectation" and "体验−期望" in the spelling of the schema; anything else is left to it."""
    sides = _MINUS.split(node.text.strip()) if isinstance(node, Word) else []
    if isinstance(node, Word) and len(sides) == 2:
        for first, second, said in (
            (_EXPERIENCE, _EXPECTATION, "experience-expectation"),
            (_EXPECTATION, _EXPERIENCE, "expectation-experience"),
        ):
            if first.fullmatch(sides[0]) and second.fullmatch(sides[1]):
                return Word(said, node.place)
    return as_it_is(node, faults)
