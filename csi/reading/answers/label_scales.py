"""Which scale of the vocabulary a set of answer words belongs to: the theoretical scale, not merely the words that were seen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .labels import LabelSet, label_sets
from .no_answers import is_no_answer
from .scales import RARE_HIGH, RARE_LOW, SURE
from .two_languages import halves
from .written_form import normalise, split_code, without_gender

_NEIGHBOUR = 0.2  # an answer is given a fifth as often as its neighbour, at the least
_FEW = 0.05  # share of answers up to which unknown words are slips and whims
_STRAY = 0.02  # share of answers in a second wording for the same step
_SLIP = 0.01  # share of answers in words that nobody offered
_TELLING = 3  # different words from which a scale is told by its words
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
    """label_set: the words' scale. complete: it knows all of them. doubtful: another scale fits nearly as well and scores differently.

    rival: that scale, where the words alone leave the doubt.
    """

    label_set: LabelSet
    complete: bool
    doubtful: bool
    rival: LabelSet | None = None


def choose(heard: Heard) -> Choice | None:
    """The likeliest scale of the vocabulary for these words, or None when it knows too few of them.

    Where no set knows every word (a typing slip, a word of the author's), one that knows two of them and half of the answers will do.
    Labels in two languages at once are known by either.
    """
    return _chosen(heard) or _by_halves(heard)


def _chosen(heard: Heard) -> Choice | None:
    answers = heard.answers
    sets = label_sets(heard.words)
    # "not sure" is a step of some scales and no answer on others: first look for a scale that has it
    fitting = [one for one in sets if answers and one.holds(heard.words)] or [
        one for one in sets if answers and one.holds(answers)
    ]
    if fitting:
        # a stray word alone makes no longer scale: it may be another word for a step that has one
        loose = [one for one in sets if one not in fitting and _knows_all(one, answers)]
        best, *others = sorted(_as_told([*fitting, *loose], heard), key=lambda one: -_likelihood(one, heard))
        rival = _rival(best, others, heard)
        return Choice(best, True, rival is not None, rival)
    partial = [one for one in sets if _knows_enough(one, answers)]
    if not partial:
        return None
    best, *others = sorted(partial, key=lambda one: _partial_rank(one, heard), reverse=True)
    as_good = [one for one in others if _unknown(one, answers) == _unknown(best, answers)]
    rival = _rival(best, as_good, heard)
    return Choice(best, False, rival is not None or _unknown(best, answers) > _FEW * sum(answers.values()), rival)


def _by_halves(heard: Heard) -> Choice | None:
    """The scale of labels in two languages, where one of them is known and the other does not speak against it."""
    parts = halves(heard.answers)
    if parts is None:
        return None
    found: list[Choice] = []
    for half in parts:
        words: Counter[str] = Counter()
        for word, count in heard.answers.items():
            words[half[word]] += count
        codes = {half[word]: code for word, code in heard.codes.items() if word in half}
        choice = _chosen(replace(heard, words=words, codes=codes))
        if choice is not None and choice.complete and len(words) == len(half):
            steps = {word: choice.label_set.steps[part] for word, part in half.items()}
            found.append(replace(choice, label_set=replace(choice.label_set, steps=steps)))
    orders = {tuple(sorted(heard.answers, key=one.label_set.steps.__getitem__)) for one in found}
    if len(orders) != 1:
        return None
    differ = any(_differs(found[0].label_set, other.label_set, heard.answers) for other in found[1:])
    return replace(found[0], doubtful=found[0].doubtful or differ)


def _rival(best: LabelSet, others: Iterable[LabelSet], heard: Heard) -> LabelSet | None:
    """The likeliest other set that scores the words differently, where it is nearly as likely or the words are too few to tell."""
    rivals = [one for one in others if _differs(one, best, heard.answers)]
    if not rivals:
        return None
    rival = max(rivals, key=lambda one: _likelihood(one, heard))
    few = best.size > len(heard.answers) < _TELLING and not heard.codes
    near = _likelihood(best, heard) - _likelihood(rival, heard) < math.log(SURE)
    return rival if few or near else None


def is_one_scale(words: Iterable[str]) -> bool:
    """Whether these words, as written, are steps of one scale of the vocabulary, "don't know" and its like aside."""
    said = Counter(split_code(normalise(word))[0] for word in words)
    choice = choose(Heard(said, sum(said.values())))
    return choice is not None and choice.complete


def _as_told(sets: list[LabelSet], heard: Heard) -> list[LabelSet]:
    """The sets that have as many steps as declared and count as the codes do, from end to end if possible, where there are such."""
    wide = [one for one in sets if heard.width == one.size - 1] or sets
    counted = [one for one in wide if _codes_agree(one, heard)]
    whole = [one for one in counted if max(heard.codes.values()) - min(heard.codes.values()) == one.size - 1]
    return whole or counted or wide


def _likelihood(one: LabelSet, heard: Heard) -> float:
    """How common the scale is, less what speaks against it: numbers beyond it, second wordings, and steps that nobody used.

    Unused steps speak the more where their neighbours were used often.
    """
    used: dict[int, int] = {int(number) - one.lowest: 0 for number in heard.numbers if 0 <= number - one.lowest < one.size}
    beyond = sum(not 0 <= number - one.lowest < one.size for number in heard.numbers)
    for word, count in heard.words.items():
        if word in one.steps:
            used[one.steps[word]] = used.get(one.steps[word], 0) + count
    below, above = min(used, default=0), one.size - 1 - max(used, default=one.size - 1)
    total = max(sum(used.values()), 1)
    lowest_used = used.get(below, 0) / total if below else 0.0
    highest_used = used.get(one.size - 1 - above, 0) / total if above else 0.0
    unused = RARE_LOW * below + max(_NEIGHBOUR * lowest_used - RARE_LOW, 0)
    unused += RARE_HIGH * above + max(_NEIGHBOUR * highest_used - RARE_HIGH, 0)
    unused += RARE_HIGH * max(one.size - len(used) - below - above, 0)
    strays = sum(count for word, count in heard.answers.items() if word in one.steps) - _told_apart(one, heard.answers) + beyond
    return math.log(_SIZES[one.size]) + heard.respondents * math.log1p(-min(unused, 0.9)) + strays * math.log(_STRAY)


def _codes_agree(one: LabelSet, heard: Heard) -> bool:
    """Whether the codes beside the words count its steps, up or down, from 0 or from 1 to the end of the scale."""
    pairs = [(one.steps[word], code) for word, code in heard.codes.items() if word in one.steps]
    last = one.size - 1
    upward, downward = {code - step for step, code in pairs}, {code + step for step, code in pairs}
    counted = len(pairs) > 1 and 1 in (len(upward), len(downward))
    return counted and (upward <= {0, 1} or downward <= {last, last + 1})


def _differs(one: LabelSet, other: LabelSet, words: Iterable[str]) -> bool:
    known = [word for word in words if word in one.steps and word in other.steps]
    return any(one.steps[word] * (other.size - 1) != other.steps[word] * (one.size - 1) for word in known)


def _knows_enough(one: LabelSet, words: Mapping[str, int]) -> bool:
    known = [word for word in words if word in one.steps]
    apart = len({one.steps[word] for word in known})
    return apart >= 2 and not one.is_chance(apart) and 2 * sum(words[word] for word in known) >= sum(words.values())


def _knows_all(one: LabelSet, words: Mapping[str, int]) -> bool:
    """Whether it knows all words, a few of them as second wordings of a step."""
    return all(word in one.steps for word in words) and _told_apart(one, words) >= (1 - _FEW) * sum(words.values())


def _partial_rank(one: LabelSet, heard: Heard) -> float:
    return _likelihood(one, heard) + _unknown(one, heard.answers) * math.log(_SLIP)


def _unknown(one: LabelSet, words: Mapping[str, int]) -> int:
    return sum(count for word, count in words.items() if word not in one.steps)


def _told_apart(one: LabelSet, words: Mapping[str, int]) -> int:
    """How many answers the set knows, of two words on one step only the more frequent, both genders of one counted together."""
    wordings: Counter[tuple[int, str]] = Counter()
    for word, count in words.items():
        if word in one.steps:
            wordings[one.steps[word], without_gender(word)] += count
    steps: dict[int, int] = {}
    for (step, _), count in wordings.items():
        steps[step] = max(steps.get(step, 0), count)
    return sum(steps.values())
