"""The scale behind undeclared numbers: one of the standard ones, never the ends that happened to be observed."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

# Guessed where nothing states the scale, from narrow to wide; the negative ones only where no other holds the answers.
# The figure is how common each is beside the others; only the order of size matters.
STANDARD: dict[tuple[float, float], float] = {
    (0, 1): 0.3,
    (1, 5): 1.0,
    (1, 7): 0.4,
    (1, 10): 0.6,
    (0, 10): 0.6,
    (0, 100): 0.3,
    (-2, 2): 0.1,
    (-3, 3): 0.05,
    (-5, 5): 0.05,
}
# What a question may state besides: never guessed, for the widest answer that was given is no end of a scale.
_STATED = frozenset(
    {*STANDARD, (1, 2), (1, 3), (1, 4), (1, 6), (1, 8), (1, 9), (1, 11), (1, 100), (0, 3), (0, 4), (0, 5), (0, 6)}
)
# Chance that a respondent uses a given answer, at the least: low answers are rare in satisfaction surveys, high ones are not.
RARE_LOW, RARE_HIGH = 0.02, 0.05
SURE = 20.0  # one reading is taken without doubt when it is so many times as likely as the next
_WIDEST = 10  # of the scales that are used step by step; what lies beyond is another scale, a code or a slip
_SLIPS = 0.05  # share of answers up to which they are slips
_REAL_END, _ENOUGH = 0.1, 50  # an end is used, not merely touched, by this share of so many answers
_FEW_ZEROS, _FULL = 0.1, (5, 7)  # zeros below a scale that is full without them; on 0-10 they are answers

_FAR_CODES = frozenset({66, 77, 88, 97, 98, 99, 666, 777, 888, 997, 998, 999, 7777, 8888, 9998, 9999, 99999})
_NEGATIVE_CODES = frozenset({-1, -2, -3, -4, -5, -6, -7, -8, -9, -66, -77, -88, -97, -98, -99, -888, -999, -9999})
_NEAR_CODES = frozenset({8, 9})
_FROM_TO = re.compile(r"(?<![0-9.])(-?[0-9]{1,2})\s*(?:-|–|—|~|to|and|至|到|through)\s*([0-9]{1,3})(?![0-9.])", re.IGNORECASE)
_NAMED_ENDS = re.compile(r"(?<![0-9.])(-?[0-9]{1,3})\s*(?:分)?\s*(?:=|:|为|代表|表示|means|is)")

Ends = tuple[float, float]


@dataclass(frozen=True)
class Guess:
    """The ends of a standard scale. sure: its best answer was given, and no wider scale comes near."""

    ends: Ends
    sure: bool


def guess_ends(answers: Mapping[float, int], respondents: int) -> Guess | None:
    """The smallest standard scale that holds all of these numbers, or None when none can hold them.

    answers: how often each number was given. respondents: how many gave one.
    A scale that is wider is as likely as its unused ends are, the less the more respondents there are.
    Missing codes (99, -1, 8 or 9 beyond a gap) and single slips far outside are set aside first, and stay outside.
    """
    kept = plausible_answers(answers)
    fitting = [ends for ends in STANDARD if kept and _holds(ends, kept)]
    if set(kept) == {1} and len(fitting) > 1:
        fitting = fitting[1:]  # ones alone are the foot of 1-5 rather than a yes
    if not fitting:
        return None
    ends, *wider = fitting
    best = _likelihood(ends, kept, respondents)
    rivals = [_likelihood(other, kept, respondents) for other in wider if other[1] != ends[1]]
    return Guess(ends, ends[1] in kept and all(best - rival > math.log(SURE) for rival in rivals))


def wider_scale(ends: Ends) -> Ends | None:
    """The next standard scale that holds this one; None when there is none."""
    return next((one for one in STANDARD if one != ends and one[0] <= ends[0] and ends[1] <= one[1]), None)


def uses_its_end(answers: Mapping[float, int], ends: Ends) -> bool:
    """Whether the highest answer was given often enough to be the real end of a scale."""
    total = sum(answers.values())
    return total >= _ENOUGH and answers.get(ends[1], 0) >= _REAL_END * total


def holds(ends: Ends, answers: Mapping[float, int]) -> bool:
    """Whether the scale holds all answers that are no missing code and no slip."""
    return _holds(ends, plausible_answers(answers))


def ends_in_header(header: str) -> Ends | None:
    """The scale that the question itself states: "(1-10)", "1 = not important, 5 = very important"; None when it states none."""
    text = unicodedata.normalize("NFKC", header)
    for low, high in _FROM_TO.findall(text):
        if (float(low), float(high)) in _STATED:
            return float(low), float(high)
    named = sorted({float(number) for number in _NAMED_ENDS.findall(text)})
    ends = (named[0], named[-1]) if len(named) > 1 else None
    return ends if ends in _STATED else None


def plausible_answers(answers: Mapping[float, int]) -> dict[float, int]:
    """The answers without those that look like missing codes or slips of the keyboard."""
    kept = _without_fractions(_without_far(dict(answers)))
    kept = _without_negative(kept)
    return _without_zeros(_without_near(kept))


def rare_zeros(answers: Mapping[float, int]) -> bool:
    """Whether there are a few zeros below a 1-5 or 1-7 that is used from end to end: "0 = no answer"."""
    rest = {value: count for value, count in answers.items() if value != 0}
    total = sum(rest.values())
    full = any(set(rest) == set(range(1, highest + 1)) for highest in _FULL)
    return full and total >= _ENOUGH and 0 < answers.get(0, 0) <= _FEW_ZEROS * total


def _without_zeros(answers: dict[float, int]) -> dict[float, int]:
    return {value: count for value, count in answers.items() if value != 0} if rare_zeros(answers) else answers


def _without_far(answers: dict[float, int]) -> dict[float, int]:
    near = {value: count for value, count in answers.items() if abs(value) <= _WIDEST}
    far = {value: count for value, count in answers.items() if abs(value) > _WIDEST}
    slips = sum(count for value, count in far.items() if value not in _FAR_CODES | _NEGATIVE_CODES)
    return near if near and slips <= _SLIPS * sum(near.values()) else answers


def _without_fractions(answers: dict[float, int]) -> dict[float, int]:
    whole = {value: count for value, count in answers.items() if value == int(value)}
    few = sum(answers.values()) - sum(whole.values()) <= _SLIPS * sum(whole.values())
    return whole if whole and few else answers


def _without_negative(answers: dict[float, int]) -> dict[float, int]:
    below = {value: count for value, count in answers.items() if value < 0}
    symmetric = 0 in answers and sum(below.values()) >= 0.05 * sum(answers.values()) and max(answers) <= 5
    if not below or symmetric or not set(below) <= _NEGATIVE_CODES or len(below) == len(answers):
        return answers
    return {value: count for value, count in answers.items() if value >= 0}


def _without_near(answers: dict[float, int]) -> dict[float, int]:
    rest = {value: count for value, count in answers.items() if value not in _NEAR_CODES}
    codes = [value for value in answers if value in _NEAR_CODES]
    if not rest or not codes or max(rest) > 7 or min(codes) <= max(rest) + 1:
        return answers
    few = sum(rest.values()) >= 20 and sum(answers[code] for code in codes) <= 0.1 * sum(rest.values())
    return rest if few else answers


def _holds(ends: Ends, answers: Mapping[float, int]) -> bool:
    return ends[0] <= min(answers) and max(answers) <= ends[1]


def _likelihood(ends: Ends, answers: Mapping[float, int], respondents: int) -> float:
    step = max(1.0, (ends[1] - ends[0]) / 10)  # wide scales are not used step by step
    above, below = (ends[1] - max(answers)) / step, (min(answers) - ends[0]) / step
    unused = min(RARE_HIGH * above + RARE_LOW * below, 0.9)
    return math.log(STANDARD[ends]) + respondents * math.log1p(-unused)
