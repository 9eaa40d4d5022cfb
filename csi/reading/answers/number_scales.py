"""The ends behind bare numbers, found over the columns of a block, and over the survey where a block says too little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from ...model import Scale
from .code_order import Order
from .columns import Column
from .header_words import NamedEnds
from .scales import Ends, Guess, ends_in_header, guess_ends, holds, uses_its_end, wider_scale

NumberBasis = Literal["declared", "numbers", "header", "file", "unknown"]


@dataclass(frozen=True, eq=False)
class Numbers:
    """The numbers of one column. poles: words that name an end, and whether it is the best.

    coded: codes beside words are among the numbers. known: the words are of the vocabulary. order: which way the codes count.
    named: what the question says of its ends.
    """

    column: Column
    declared: Scale | None
    block: str
    answers: Mapping[float, int]
    poles: Mapping[str, bool]
    coded: bool
    known: bool
    order: Order = "unclear"
    named: NamedEnds | None = None


_TEN = 10
_MANY = 3  # columns that make a scale the usual one of a survey

Decided = tuple[Numbers, Scale | None, NumberBasis]


def find_ends(columns: Sequence[Numbers]) -> dict[str, Decided]:
    """The scale of each column and what it rests on, by the column's name."""
    decided: dict[str, Decided] = {}
    open_columns: list[Numbers] = []
    for one in columns:
        stated = ends_in_header(one.column.header)
        if one.declared is not None:
            decided[one.column.name] = (one, one.declared, "declared")
        elif one.column.ends is not None and holds(one.column.ends, one.answers):
            decided[one.column.name] = (one, Scale(*one.column.ends), "file")
        elif not one.answers:
            decided[one.column.name] = (one, None, "unknown")
        elif stated is not None and holds(stated, one.answers):
            decided[one.column.name] = (one, Scale(*stated), "header")
        else:
            open_columns.append(one)
    return decided | _guessed(open_columns, {(scale.lowest, scale.highest) for _, scale, _ in decided.values() if scale})


def rivals(decided: Mapping[str, Decided]) -> dict[str, Ends]:
    """Column -> the next wider standard scale, for guessed scales with an end that no column of the block ever used."""
    blocks: dict[tuple[str, Scale], list[Numbers]] = {}
    for one, scale, basis in decided.values():
        if basis == "numbers" and scale is not None:
            blocks.setdefault((one.block, scale), []).append(one)
    found: dict[str, Ends] = {}
    for (_, scale), columns in blocks.items():
        used = {number for one in columns for number in one.answers}
        wider = wider_scale((scale.lowest, scale.highest))
        if wider is not None and not {scale.lowest, scale.highest} <= used:
            found |= {one.column.name: wider for one in columns}
    return found


def _guessed(columns: Sequence[Numbers], known: Set[Ends]) -> dict[str, Decided]:
    guesses: dict[str, Guess | None] = {}
    for block in dict.fromkeys(one.block for one in columns):
        guesses |= _of_block([one for one in columns if one.block == block])
    told = Counter(guess.ends for guess in guesses.values() if guess is not None and guess.sure)
    sure = known | set(told)
    usual = next(iter(sure)) if len(sure) == 1 else _from_zero(sure, told)
    return {one.column.name: _decided(one, guesses[one.column.name], usual) for one in columns}


def _from_zero(sure: Set[Ends], told: Mapping[Ends, int]) -> Ends | None:
    """0-10 where most columns say so and the rest may as well: a block in which nobody answered 0 looks like 1-10."""
    if {highest for _, highest in sure} != {_TEN} or not {lowest for lowest, _ in sure} <= {0, 1}:
        return None
    return (0, _TEN) if told.get((0, _TEN), 0) >= _MANY and told.get((0, _TEN), 0) > sum(told.values()) / 2 else None


def _decided(one: Numbers, guess: Guess | None, usual: Ends | None) -> Decided:
    """A block that leaves a doubt takes the scale that the rest of the survey is sure of."""
    if guess is None:
        return one, None, "unknown"
    yields = not guess.sure or (usual is not None and usual[1] == guess.ends[1])
    ends = usual if usual is not None and yields and holds(usual, one.answers) else guess.ends
    return one, Scale(*ends), "numbers"


def _of_block(columns: Sequence[Numbers]) -> dict[str, Guess | None]:
    """One scale for the block, unless its columns plainly end at different places."""
    alone = {one.column.name: _guess([one]) for one in columns}
    plain = {
        name: guess
        for one in columns
        if (guess := alone[name := one.column.name]) is not None and guess.sure and uses_its_end(one.answers, guess.ends)
    }
    if len({guess.ends[1] for guess in plain.values()}) < 2:
        together = _guess(columns)
        return {one.column.name: together or alone[one.column.name] for one in columns}
    return {one.column.name: plain.get(one.column.name) or _like_a_fellow(one, plain.values()) for one in columns}


def _like_a_fellow(one: Numbers, fellows: Iterable[Guess]) -> Guess | None:
    fitting = [guess for guess in fellows if holds(guess.ends, one.answers)]
    return min(fitting, key=lambda guess: guess.ends[1] - guess.ends[0]) if fitting else _guess([one])


def _guess(columns: Sequence[Numbers]) -> Guess | None:
    answers: dict[float, int] = {}
    for one in columns:
        for number, count in one.answers.items():
            answers[number] = answers.get(number, 0) + count
    return guess_ends(answers, max(sum(one.answers.values()) for one in columns))
