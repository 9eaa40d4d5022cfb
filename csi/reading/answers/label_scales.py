"""Which scale of the vocabulary a set of answer words belongs to: the theoretical scale, not merely the words that were seen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from .labels import LabelSet, is_no_answer, label_sets
from .scales import RARE_HIGH, RARE_LOW, SURE

# how common scales of so many words are, before any answer is seen
_SIZES = {5: 1.0, 7: 0.3, 4: 0.3, 3: 0.2, 2: 0.2, 6: 0.1}


@dataclass(frozen=True)
class Heard:
    """What a block of columns says. words: how often each normalised word. codes: the code beside a word, where one stands.

    numbers: bare numbers among the words. respondents: how many answered in words. width: of the declared scale, if any.
    """

    words: Mapping[str, int]
    respondents: int
    codes: Mapping[str, float] = field(default_factory=dict)
    numbers: frozenset[float] = frozenset()
    width: float | None = None

    @property
    def answers(self) -> dict[str, int]:
        """The words that answer, "don't know" and its like aside."""
        return {word: count for word, count in self.words.items() if not is_no_answer(word)}


@dataclass(frozen=True)
class Choice:
    """label_set: the words' scale. complete: it knows all of them. doubtful: another scale fits nearly as well and scores differently."""

    label_set: LabelSet
    complete: bool
    doubtful: bool


def choose(heard: Heard) -> Choice | None:
    """The likeliest scale of the vocabulary for these words, or None when it knows too few of them.

    Where no set knows every word (a typing slip, a word of the author's), one that knows two of them and half of the answers will do.
    """
    answers = heard.answers
    sets = label_sets(heard.words)
    # "not sure" is a step of some scales and no answer on others: first look for a scale that has it
    fitting = [one for one in sets if answers and one.holds(heard.words)] or [
        one for one in sets if answers and one.holds(answers)
    ]
    if fitting:
        best, *others = sorted(_as_told(fitting, heard), key=lambda one: -_likelihood(one, heard))
        rivals = [one for one in others if _differs(one, best, answers)]
        doubtful = any(_likelihood(best, heard) - _likelihood(rival, heard) < math.log(SURE) for rival in rivals)
        return Choice(best, True, doubtful)
    partial = [one for one in sets if _knows_enough(one, answers)]
    return Choice(max(partial, key=lambda one: _partial_rank(one, heard)), False, False) if partial else None


def _as_told(sets: list[LabelSet], heard: Heard) -> list[LabelSet]:
    """The sets that have as many steps as declared and count as the codes do, where there are such."""
    wide = [one for one in sets if heard.width == one.size - 1] or sets
    return [one for one in wide if _codes_agree(one, heard)] or wide


def _likelihood(one: LabelSet, heard: Heard) -> float:
    """How common the scale is, less what speaks against it: steps that nobody used."""
    used = {one.steps[word] for word in heard.words if word in one.steps}
    used |= {int(number) - one.lowest for number in heard.numbers if 0 <= number - one.lowest < one.size}
    below = min(used, default=0)
    unused = RARE_LOW * below + RARE_HIGH * (one.size - len(used) - below)
    return math.log(_SIZES[one.size]) + heard.respondents * math.log1p(-min(unused, 0.9))


def _codes_agree(one: LabelSet, heard: Heard) -> bool:
    """Whether the codes beside the words count its steps, up or down, from 0 or from 1 to the end of the scale."""
    pairs = [(one.steps[word], code) for word, code in heard.codes.items() if word in one.steps]
    last = one.size - 1
    upward, downward = {code - step for step, code in pairs}, {code + step for step, code in pairs}
    counted = len(pairs) > 1 and 1 in (len(upward), len(downward))
    return counted and (upward <= {0, 1} or downward <= {last, last + 1})


def _differs(one: LabelSet, other: LabelSet, words: Mapping[str, int]) -> bool:
    return any(one.steps[word] * (other.size - 1) != other.steps[word] * (one.size - 1) for word in words)


def _knows_enough(one: LabelSet, words: Mapping[str, int]) -> bool:
    known = [word for word in words if word in one.steps]
    return len(known) >= 2 and one.holds(known) and 2 * sum(words[word] for word in known) >= sum(words.values())


def _partial_rank(one: LabelSet, heard: Heard) -> tuple[int, float]:
    return sum(count for word, count in heard.answers.items() if word in one.steps), _likelihood(one, heard)
