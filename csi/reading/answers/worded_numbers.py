"""Numbers among words: scales whose ends alone carry words, and codes beside words that no vocabulary knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import Scale
from .asked import Asked, Found
from .code_order import Order, order_of
from .header_words import named_ends
from .label_scales import Choice
from .labels import label_sets
from .number_scales import NumberBasis, Numbers
from .said import Missing

_STEPS = 10  # of the widest scale that is used step by step
_TWO = 2  # answers of a question for yes or no


def numbers_decide(one: Asked, choice: Choice) -> bool:
    """Whether only the ends of the scale carry words ("10 - extremely likely") and the answers between are bare numbers."""
    numbers = one.column.numbers(one.missing)
    lowest, size = choice.label_set.lowest, choice.label_set.size
    inside = all(lowest <= number <= lowest + size - 1 for number in numbers)
    words, codes = one.answer_words(), one.column.codes(one.missing)
    if not numbers or (inside and sum(numbers.values()) <= sum(words.values())):
        return False
    around = len(words) == 2 and all(word in codes for word in words) and _lie_between(numbers, list(codes.values()))
    return around or all(choice.label_set.steps.get(word) in (0, size - 1) for word in words)


def is_mere_yes_or_no(one: Asked) -> bool:
    """Whether all that the words among the numbers of a scale say is yes or no: TRUE among answers 1 to 5 is no step of theirs."""
    numbers, words = one.column.numbers(one.missing), one.answer_words()
    if len(numbers) <= _TWO or sum(numbers.values()) <= sum(words.values()):
        return False
    return any(known.family == "yes_no" and known.size == _TWO and known.holds(words) for known in label_sets(words))


def is_stray(one: Asked, choice: Choice) -> bool:
    """Whether a single word of a scale's inside stands among numbers without filling a gap between them: "often" where others wrote 4."""
    numbers, words = one.column.numbers(one.missing), one.answer_words()
    if len(words) != 1 or sum(numbers.values()) <= sum(words.values()):
        return False
    step = choice.label_set.steps.get(next(iter(words)), 0)
    place = choice.label_set.lowest + step
    fills = place not in numbers and min(numbers) < place < max(numbers)
    return 0 < step < choice.label_set.size - 1 and not fills


def numbers_of(one: Asked, choice: Choice | None) -> Numbers:
    """What number inference needs: plain numbers, and codes where words have them. Words at the ends become labels later."""
    answers = one.column.numbers(one.missing)
    codes, words = one.column.codes(one.missing), one.answer_words()
    coded = {word: count for word, count in words.items() if word in codes}
    count_codes = bool(coded) and (choice is not None or _codes_count(answers, coded, codes, words))
    if count_codes:
        for word, count in coded.items():
            answers[codes[word]] = answers.get(codes[word], 0) + count
    steps = {} if choice is None else choice.label_set.steps
    poles = {} if choice is None else {word: steps.get(word, 0) > 0 for word in words if word not in codes}
    order = order_of({word: codes[word] for word in coded}, steps)
    named = named_ends(one.column)
    return Numbers(one.column, one.declared, one.block, answers, poles, count_codes, choice is not None, order, named)


def like_their_fellows(numbers: Sequence[Numbers], found: Mapping[str, Found]) -> list[Numbers]:
    """Codes beside unknown words count down where all codes of the survey do that stand beside known ones."""
    orders = {one.order for one in found.values() if one.order != "unclear"}
    if orders != {"down"}:
        return list(numbers)
    return [replace(one, order="down") if one.coded and not one.known else one for one in numbers]


def found_by_numbers(numbers: Numbers, scale: Scale | None, basis: NumberBasis) -> Found:
    """The scale with what its words are worth, and every answer counted from the other end where the codes count down."""
    if scale is None:
        return Found(None, "unknown")
    texts = {said.text: numbers.poles[said.words] for said in numbers.column.said if said.words in numbers.poles}
    ends = {text: scale.highest if best else scale.lowest for text, best in texts.items()}
    by_question = _order_by_question(numbers, scale)
    order = by_question if by_question == "down" else numbers.order
    if order == "down":
        ends |= _counted_down(numbers, scale)
    elif ends:
        ends |= numbers.column.codes(Missing(scale.missing))
    if ends:
        scale = Scale(scale.lowest, scale.highest, ends, scale.missing, scale.reversed)
    unknown_words = numbers.coded and not numbers.known
    return Found(
        scale,
        "codes" if unknown_words else basis,
        codes=numbers.coded,
        order=order,
        by_question=by_question,
        zeros=_zeros(numbers, scale, basis),
    )


def _order_by_question(numbers: Numbers, scale: Scale) -> Order | None:
    """Which way the question says that its numbers count; None where it says nothing, or the answers' own words have told."""
    named = numbers.named
    if named is None or numbers.order != "unclear" or not named.spans(scale.lowest, scale.highest):
        return None
    return named.order


def _zeros(numbers: Numbers, scale: Scale, basis: NumberBasis) -> bool:
    return basis == "numbers" and scale.lowest == 1 and 0 in numbers.answers


def _lie_between(numbers: Mapping[float, int], codes: Sequence[float]) -> bool:
    return all(min(codes) < number < max(codes) for number in numbers)


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


def _counted_down(numbers: Numbers, scale: Scale) -> dict[str, float]:
    missing = Missing(scale.missing)
    plain = {f"{number:.15g}": number for number in numbers.column.numbers(missing)}
    worded = {said.text: said.code for said in numbers.column.said if said.kind == "words" and said.code is not None}
    steps = range(int(scale.lowest), int(scale.highest) + 1) if scale.width <= _STEPS else ()
    plain = {f"{step}": float(step) for step in steps} | plain  # those too that nobody used: a later wave may
    codes = {text: code for text, code in (plain | worded).items() if scale.lowest <= code <= scale.highest}
    ranked = sorted(codes.items(), key=lambda pair: -pair[1])
    return {text: scale.lowest + scale.highest - code for text, code in ranked}
