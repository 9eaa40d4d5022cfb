"""The scale of every column that holds answers: declared, or found out for the columns of a latent together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model import Scale
from .asked import Asked, Found
from .code_order import order_of
from .label_scales import Choice, Heard, choose
from .mixed_labels import steps_of_others
from .number_scales import Numbers, find_ends, rivals
from .worded_numbers import found_by_numbers, is_mere_yes_or_no, is_stray, like_their_fellows, numbers_decide, numbers_of


def find_scales(asked: Sequence[Asked]) -> dict[str, Found]:
    """The scale of each column, by the column's name."""
    found: dict[str, Found] = {}
    numeric: list[Numbers] = []
    for block in _blocks(asked):
        worded = [one for one in block if one.is_open and one.answer_words() and not is_mere_yes_or_no(one)]
        choices = _shared_choices(worded)
        for one in block:
            choice = choices.get(one.column.name)
            choice = None if choice is not None and is_stray(one, choice) else choice
            fellows = [other for other in worded if choice and _same_set(choices.get(other.column.name), choice)]
            known = _by_words(one, choice, fellows)
            if known is not None:
                found[one.column.name] = known
            else:
                numeric.append(numbers_of(one, choice))
    decided = find_ends(like_their_fellows(numeric, found))
    wider = rivals(decided)
    return found | {name: replace(found_by_numbers(*guess), rival=wider.get(name)) for name, guess in decided.items()}


def _blocks(asked: Sequence[Asked]) -> Iterable[list[Asked]]:
    for name in dict.fromkeys(one.block for one in asked):
        yield [one for one in asked if one.block == name]


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
        words = one.answer_words()
        for choice in whole:
            known = [word for word in words if word in choice.label_set.steps]
            if (
                (own is None or not own.complete)
                and len(known) > 1
                and 2 * sum(words[word] for word in known) >= sum(words.values())
            ):
                chosen[one.column.name] = Choice(choice.label_set, False, choice.doubtful)
                break
    return chosen


def _shares(one: Asked, choice: Choice) -> bool:
    return choice.label_set.holds(one.answer_words())


def _choice(columns: Sequence[Asked]) -> Choice | None:
    words: Counter[str] = Counter()
    codes: dict[str, float] = {}
    numbers: set[float] = set()
    for one in columns:
        words.update(one.column.words(one.missing))
        codes |= one.column.codes(one.missing)
        numbers |= set(one.column.numbers(one.missing))
    widths = {one.declared.width for one in columns if one.declared is not None}
    respondents = max((sum(one.answer_words().values()) for one in columns), default=0)
    return choose(Heard(words, respondents, codes, frozenset(numbers), widths.pop() if len(widths) == 1 else None))


def _same_set(one: Choice | None, other: Choice) -> bool:
    return one is not None and one.label_set is other.label_set


def _by_words(one: Asked, choice: Choice | None, fellows: Sequence[Asked]) -> Found | None:
    """The scale that the words decide, or None where the numbers do."""
    if not one.is_open:
        return Found(one.declared, "declared")
    if choice is None or numbers_decide(one, choice):
        return None
    size, width = choice.label_set.size, one.declared.width if one.declared else None
    strange = steps_of_others(one.answer_words(), choice.label_set)
    mixed = {said.text: strange[said.words] for said in one.column.said if said.words in strange}
    order = order_of(one.column.codes(one.missing), choice.label_set.steps)
    if one.declared is not None and width == size - 1:
        scale = _labelled(fellows, choice, one.declared.lowest, one.declared, mixed)
        return Found(scale, "declared", mixed=tuple(mixed), order=order)
    scale = _labelled(fellows, choice, choice.label_set.lowest, one.declared, mixed)
    return Found(scale, "words", choice.doubtful, mixed=tuple(mixed), order=order, other=_other(choice, one.answer_words()))


def _other(choice: Choice, words: Iterable[str]) -> str:
    """What the words may as well be worth: "1–5: very dissatisfied = 1 … average = 3, satisfied = 4 … very satisfied = 5"."""
    rival = choice.rival
    if rival is None:
        return ""
    said = {rival.steps[word]: word for word in words if word in rival.steps}
    ranked = [f"{said[step]} = {rival.lowest + step}" for step in sorted(said)]
    worst = () if 0 in said else (f"{rival.ends[0]} = {rival.lowest} …",)
    best = () if rival.size - 1 in said else (f"… {rival.ends[1]} = {rival.lowest + rival.size - 1}",)
    return f"{rival.lowest}–{rival.lowest + rival.size - 1}: {' '.join((*worst, ', '.join(ranked), *best))}"


def _labelled(fellows: Sequence[Asked], choice: Choice, lowest: float, declared: Scale | None, mixed: dict[str, int]) -> Scale:
    """The scale with every spelling that its block uses, and a word for each step that nobody used. mixed: words of another set."""
    steps, last = choice.label_set.steps, choice.label_set.size - 1
    spelled = {said.text: steps[said.words] for one in fellows for said in one.column.said if said.words in steps}
    words = dict(zip((0, last), choice.label_set.ends, strict=True))
    for word, step in steps.items():
        words.setdefault(step, word)
    unused = {word: step for step, word in words.items() if step not in spelled.values()}
    labels = {text: lowest + step for text, step in sorted((spelled | unused | mixed).items(), key=lambda pair: pair[1])}
    missing = declared.missing if declared else ()
    return Scale(lowest, lowest + choice.label_set.size - 1, labels, missing, bool(declared and declared.reversed))
