"""What a column of numbers is: answers on a scale, codes of groups, an amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..answers.cell_forms import share
from ..answers.columns import Column
from ..answers.said import Missing
from ..answers.scales import ends_in_header, guess_ends, plausible_answers
from . import header_words as known
from .kinds import Taken
from .known_headers import plain, speaks

MOSTLY = 0.6  # share of numbers that makes a column of numbers
MOST_STEPS = 11  # a scale with more separate answers is a slider
MOST_GROUPS = 30
_FELLOWS = 3  # columns with the same labels that make an answer scale of them
_ENOUGH = 30  # answers from which two numbers are taken for two groups
_SHORT_NAME = 40  # letters, a Han character as two; a longer one is a statement that merely mentions age or income


def by_numbers(column: Column) -> Taken | None:
    """What a column of numbers is; None when most cells are none."""
    if share(column, "number") < MOSTLY:
        return None
    names, numbers = [plain(said) for said in (column.header, column.question) if said], column.numbers(Missing())
    if _are_groups(names, numbers, column.answered()):
        return "segment", "two_numbers" if len(numbers) == 2 else "codes_of_groups"
    amount = any(known.NOT_AN_ANSWER.search(said) and (_width(said) <= _SHORT_NAME or not is_scale(column)) for said in names)
    if amount and not any(map(ends_in_header, names)):
        return "number", "amount"
    ten = _ends(column) in ((0, 10), (1, 10)) and (speaks(column, known.NPS) or max(numbers) > 7)
    if ten and speaks(column, known.RECOMMEND):
        return "recommend", "recommends"
    if not is_scale(column):
        return "number", "other_numbers"
    return "indicator", "slider" if _is_wide(column) else "scale_numbers"


def _are_groups(names: Sequence[str], numbers: Mapping[float, int], answered: int) -> bool:
    if set(numbers) == {0.0, 1.0} or (set(numbers) == {1.0, 2.0} and answered >= _ENOUGH):
        return True
    named = any(known.DEMOGRAPHIC.search(name) and _width(name) <= _SHORT_NAME for name in names)
    return named and len(numbers) <= MOST_GROUPS


@lru_cache(maxsize=8)  # several tests in a row ask it of the same column
def _ends(column: Column) -> tuple[float, float] | None:
    if column.ends is not None:
        return column.ends
    guess = guess_ends(column.numbers(Missing()), column.answered())
    return guess.ends if guess else None


def is_scale(column: Column) -> bool:
    """Whether the cells are whole numbers on a common scale; a slider must say that it rates something."""
    numbers, ends = column.numbers(Missing()), _ends(column)
    if (
        ends in (None, (0, 1))
        or share(column, "number") < MOSTLY
        or any(number != int(number) for number in plausible_answers(numbers))
    ):
        return False
    stated = column.ends is not None or any(ends_in_header(said) == ends for said in (column.header, column.question))
    return not _is_wide(column) or stated or speaks(column, known.RATING)


def _is_wide(column: Column) -> bool:
    ends = _ends(column)
    return ends is not None and ends[1] - ends[0] >= MOST_STEPS


def labels_may_answer(column: Column, codes: Mapping[str, float]) -> bool:
    """Whether codes beside unknown words may be a scale: groups are coded too in SPSS and Stata, but each question its own way."""
    return column.fellows is None or (column.fellows >= _FELLOWS and len(codes) > 2)


def codes_are_a_scale(codes: Mapping[str, float]) -> bool:
    """Whether each wording has a code of its own and the codes lie on a common scale."""
    return (
        len(codes) > 1 and len(set(codes.values())) == len(codes) and guess_ends(dict.fromkeys(codes.values(), 1), 1) is not None
    )


def _width(name: str) -> int:
    return sum(2 if c >= "\u3000" else 1 for c in name)
