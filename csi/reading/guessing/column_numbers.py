"""What a column of numbers is: answers on a scale, codes of groups, an amount."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers.cell_forms import share
from ..answers.columns import Column
from ..answers.said import Missing
from ..answers.scales import ends_in_header, guess_ends, plausible_answers
from . import known_headers as known
from .kinds import Taken
from .known_headers import plain

MOSTLY = 0.6  # share of numbers that makes a column of numbers
MOST_STEPS = 11  # a scale with more separate answers is a slider
MOST_GROUPS = 30
_ENOUGH = 30  # answers from which two numbers are taken for two groups
_SHORT_NAME = 40  # letters, a Han character as two; a longer one is a statement that merely mentions age or income


def by_numbers(column: Column) -> Taken | None:
    """What a column of numbers is; None when most cells are none."""
    if share(column, "number") < MOSTLY:
        return None
    name, numbers = plain(column.header), column.numbers(Missing())
    if _are_groups(name, numbers, column.answered()):
        return "segment", "two_numbers" if len(numbers) == 2 else "codes_of_groups"
    if known.NOT_AN_ANSWER.search(name) and (_width(name) <= _SHORT_NAME or not is_scale(column)) and not ends_in_header(name):
        return "number", "amount"
    if known.RECOMMEND.search(name) and (known.NPS.search(name) or max(numbers) > 7) and _ends(column) in ((0, 10), (1, 10)):
        return "recommend", "recommends"
    return ("indicator", "scale_numbers") if is_scale(column) else ("number", "other_numbers")


def _are_groups(name: str, numbers: Mapping[float, int], answered: int) -> bool:
    if set(numbers) == {0.0, 1.0} or (set(numbers) == {1.0, 2.0} and answered >= _ENOUGH):
        return True
    return known.DEMOGRAPHIC.search(name) is not None and _width(name) <= _SHORT_NAME and len(numbers) <= MOST_GROUPS


def _ends(column: Column) -> tuple[float, float] | None:
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
    wide = ends[1] - ends[0] >= MOST_STEPS
    return not wide or ends_in_header(column.header) == ends or bool(known.RATING.search(plain(column.header)))


def codes_are_a_scale(codes: Mapping[str, float]) -> bool:
    """Whether each wording has a code of its own and the codes lie on a common scale."""
    return (
        len(codes) > 1 and len(set(codes.values())) == len(codes) and guess_ends(dict.fromkeys(codes.values(), 1), 1) is not None
    )


def _width(name: str) -> int:
    return sum(2 if c >= "\u3000" else 1 for c in name)
