"""The scale of every column that holds answers: declared, or found out for the columns of a latent together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...model import Scale
from .columns import Column
from .label_scales import Choice, Heard, choose
from .labels import is_no_answer
from .mixed_labels import steps_of_others
from .number_scales import Numbers, find_ends, rivals
from .said import Missing

# declared: by the model · words: by the vocabulary · codes: by codes beside unknown words · numbers, header: standard ends
Basis = Literal["declared", "words", "codes", "numbers", "header", "unknown"]


@dataclass(frozen=True, eq=False)
class Asked:
    """One column of answers and what the model says of it. block: columns of one block usually share a scale."""

    column: Column
    declared: Scale | None
    missing: Missing
    block: str


@dataclass(frozen=True)
class Found:
    """scale: None when nothing fits. doubtful: another scale would fit nearly as well. codes: the code beside words is the answer.

    rival: the next wider standard scale, where an end of a guessed one was never used. mixed: words that were read by another vocabulary.
    """

    scale: Scale | None
    basis: Basis
    doubtful: bool = False
    codes: bool = False
    rival: tuple[float, float] | None = None
    mixed: tuple[str, ...] = ()


def find_scales(asked: Sequence[Asked]) -> dict[str, Found]:
    """The scale of each column, by the column's name."""
    found: dict[str, Found] = {}
    numeric: list[Numbers] = []
    for block in _blocks(asked):
        worded = [one for one in block if _is_open(one) and _answer_words(one)]
        choices = _shared_choices(worded)
        for one in block:
            choice = choices.get(one.column.name)
            fellows = [other for other in worded if choice and _same_set(choices.get(other.column.name), choice)]
            known = _by_words(one, choice, fellows)
            if known is not None:
                found[one.column.name] = known
            else:
                numeric.append(_numbers(one, choice))
    decided = find_ends(numeric)
    wider = rivals(decided)
    return found | {name: replace(_of_numbers(*guess), rival=wider.get(name)) for name, guess in decided.items()}


def _blocks(asked: Sequence[Asked]) -> Iterable[list[Asked]]:
    for name in dict.fromkeys(one.block for one in asked):
        yield [one for one in asked if one.block == name]


def _is_open(one: Asked) -> bool:
    return one.declared is None or not one.declared.labels


def _answer_words(one: Asked) -> dict[str, int]:
    return {word: count for word, count in one.column.words(one.missing).items() if not is_no_answer(word)}


def _shared_choices(columns: Sequence[Asked]) -> dict[str, Choice]:
    """One set of words for the whole block where one knows them all, else as few sets as will do."""
    together = _choice(columns)
    if together is not None and together.complete:
        return {one.column.name: together for one in columns}
    alone = {one.column.name: choice for one in columns if (choice := _choice([one])) is not None}
    chosen: dict[str, Choice] = {}
    for name, choice in alone.items():
        fellows = [one for one in columns if one.column.name in alone and _shares(one, choice)]
        joint = _choice(fellows)
        chosen[name] = joint if choice.complete and joint is not None and joint.complete else choice
    return _with_slips(columns, chosen)


def _with_slips(columns: Sequence[Asked], chosen: dict[str, Choice]) -> dict[str, Choice]:
    """A column with a misspelt word takes the scale of its block where that knows the rest of its words."""
    whole = [choice for choice in chosen.values() if choice.complete]
    for one in columns:
        own = chosen.get(one.column.name)
        words = _answer_words(one)
        for choice in whole:
            known = [word for word in words if word in choice.label_set.steps]
            if (own is None or not own.complete) and known and 2 * sum(words[word] for word in known) >= sum(words.values()):
                chosen[one.column.name] = Choice(choice.label_set, False, choice.doubtful)
                break
    return chosen


def _shares(one: Asked, choice: Choice) -> bool:
    return choice.label_set.holds(_answer_words(one))


def _choice(columns: Sequence[Asked]) -> Choice | None:
    words: Counter[str] = Counter()
    codes: dict[str, float] = {}
    numbers: set[float] = set()
    for one in columns:
        words.update(one.column.words(one.missing))
        codes |= one.column.codes(one.missing)
        numbers |= set(one.column.numbers(one.missing))
    widths = {one.declared.width for one in columns if one.declared is not None}
    respondents = max((sum(_answer_words(one).values()) for one in columns), default=0)
    return choose(Heard(words, respondents, codes, frozenset(numbers), widths.pop() if len(widths) == 1 else None))


def _same_set(one: Choice | None, other: Choice) -> bool:
    return one is not None and one.label_set is other.label_set


def _by_words(one: Asked, choice: Choice | None, fellows: Sequence[Asked]) -> Found | None:
    """The scale that the words decide, or None where the numbers do."""
    if not _is_open(one):
        return Found(one.declared, "declared")
    if choice is None or _numbers_decide(one, choice):
        return None
    size, width = choice.label_set.size, one.declared.width if one.declared else None
    strange = steps_of_others(_answer_words(one), choice.label_set)
    mixed = {said.text: strange[said.words] for said in one.column.said if said.words in strange}
    if one.declared is not None and width == size - 1:
        return Found(_labelled(fellows, choice, one.declared.lowest, one.declared, mixed), "declared", mixed=tuple(mixed))
    scale = _labelled(fellows, choice, choice.label_set.lowest, one.declared, mixed)
    return Found(scale, "words", choice.doubtful, mixed=tuple(mixed))


def _labelled(fellows: Sequence[Asked], choice: Choice, lowest: float, declared: Scale | None, mixed: dict[str, int]) -> Scale:
    """The scale with every spelling that its block uses, and a word for an end that nobody used. mixed: words of another set."""
    steps, last = choice.label_set.steps, choice.label_set.size - 1
    spelled = {said.text: steps[said.words] for one in fellows for said in one.column.said if said.words in steps}
    ends = {word: step for word, step in zip(choice.label_set.ends, (0, last), strict=True) if step not in spelled.values()}
    labels = {text: lowest + step for text, step in sorted((spelled | ends | mixed).items(), key=lambda pair: pair[1])}
    missing = declared.missing if declared else ()
    return Scale(lowest, lowest + choice.label_set.size - 1, labels, missing, bool(declared and declared.reversed))


def _numbers_decide(one: Asked, choice: Choice) -> bool:
    """Whether only the ends of the scale carry words ("10 - extremely likely") and the answers between are bare numbers."""
    numbers = one.column.numbers(one.missing)
    lowest = choice.label_set.lowest
    inside = all(lowest <= number <= lowest + choice.label_set.size - 1 for number in numbers)
    if not numbers or (inside and sum(numbers.values()) <= sum(_answer_words(one).values())):
        return False
    return all(choice.label_set.steps.get(word) in (0, choice.label_set.size - 1) for word in _answer_words(one))


def _numbers(one: Asked, choice: Choice | None) -> Numbers:
    """What number inference needs: plain numbers, and codes where words have them. Words at the ends become labels later."""
    answers = one.column.numbers(one.missing)
    codes, words = one.column.codes(one.missing), _answer_words(one)
    coded = {word: count for word, count in words.items() if word in codes}
    count_codes = bool(coded) and (choice is not None or _codes_count(answers, coded, codes, words))
    if count_codes:
        for word, count in coded.items():
            answers[codes[word]] = answers.get(codes[word], 0) + count
    poles = {} if choice is None else {word: choice.label_set.steps.get(word, 0) > 0 for word in words if word not in codes}
    return Numbers(one.column, one.declared, one.block, answers, poles, count_codes, choice is not None)


def _codes_count(
    numbers: Mapping[float, int], coded: Mapping[str, int], codes: Mapping[str, float], words: Mapping[str, int]
) -> bool:
    """Whether codes beside unknown words are answers: most answers have one, or they stand at the ends of bare numbers.

    "4 or 5" among numbers is neither.
    """
    if 5 * sum(coded.values()) < 4 * sum(words.values()):
        return False
    seen = {*numbers, *(codes[word] for word in coded)}
    at_ends = all(codes[word] in (min(seen), max(seen)) for word in coded)
    return at_ends or sum(coded.values()) >= sum(numbers.values())


def _of_numbers(numbers: Numbers, scale: Scale | None, basis: Literal["declared", "numbers", "header", "unknown"]) -> Found:
    if scale is None:
        return Found(None, "unknown")
    ends = {word: scale.highest if best else scale.lowest for word, best in numbers.poles.items()}
    if ends:
        ends |= numbers.column.codes(Missing(scale.missing))
        scale = Scale(scale.lowest, scale.highest, ends, scale.missing, scale.reversed)
    unknown_words = numbers.coded and not numbers.known
    return Found(scale, "codes" if unknown_words else basis, codes=numbers.coded)
