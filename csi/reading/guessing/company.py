"""What columns are in the company of others: options of one question, places of one ranking, sums and copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..answers.said import Missing
from .answer_codes import answer_codes
from .arithmetic import copies, order_numbers, sums_and_means
from .blocks import Block, blocks_of
from .choices import may_be_option
from .classified import Classified
from .header_words import RANK
from .kinds import Taken
from .known_headers import plain

_MAY_BE_OPTIONS = frozenset({"segment", "multi_select", "free_text"})
_MOST_RANKS = 100  # columns compared with one another
_LEAST_STEPS = 5  # different answers of a rating among ratings
_GROUP = "_nps_group"
_MAY_BE_RANKS = frozenset({"segment", "multi_select", "free_text", "number", "indicator"})


def seen_together(columns: Sequence[Classified]) -> tuple[Classified, ...]:
    """The same columns; what only their neighbours give away is put right."""
    found = list(columns)
    for look in (_rated_like_neighbours, _recommended, answer_codes, _options, _ranks, _orders, _derived, _copies):
        for position, (kind, reason) in look(found).items():
            found[position] = found[position].taken_for(kind, reason)
    return tuple(found)


def _rated_like_neighbours(columns: Sequence[Classified]) -> dict[int, Taken]:
    """ "Your income" between two ratings, rated as they are, is a rating."""
    taken: dict[int, Taken] = {}
    for before, one, after in zip(columns, columns[1:], columns[2:], strict=False):
        rated = all(other.reason == "scale_numbers" for other in (before, after)) and one.reason == "codes_of_groups"
        if rated and len(_values(one)) >= _LEAST_STEPS and _values(one) <= _values(before) | _values(after):
            taken[one.column.position] = ("indicator", "scale_numbers")
    return taken


def _recommended(columns: Sequence[Classified]) -> dict[int, Taken]:
    """The question beside whose answers the platform wrote who is a promoter: "Q2" beside "Q2_NPS_GROUP"."""
    grouped = {plain(one.header).removesuffix(_GROUP) for one in columns if plain(one.header).endswith(_GROUP)}
    asked = [one for one in columns if one.kind == "indicator" and plain(one.header) in grouped]
    return {one.column.position: ("recommend", "group_beside") for one in asked}


def _values(one: Classified) -> set[float]:
    return set(one.column.numbers(Missing()))


def _options(columns: Sequence[Classified]) -> dict[int, Taken]:
    """Two or more columns of one question that hold nothing but ticks, and the column that joins them into one.

    An option that everybody ticked, or nobody, holds a single number: beside the others it is an option all the same.
    """
    alike = [one for one in columns if one.kind in (*_MAY_BE_OPTIONS, "indicator", "number")]
    ticked = [one for one in alike if may_be_option(one.column) and (one.kind in _MAY_BE_OPTIONS or len(_values(one)) == 1)]
    named = {plain(one.header): one.column.position for one in columns if one.kind in _MAY_BE_OPTIONS}
    taken: dict[int, Taken] = {}
    for block in _matrices(ticked):
        if not any(item.column.kind in _MAY_BE_OPTIONS for item in block.items):
            continue
        taken |= {item.column.column.position: ("multi_select", "option_of_several") for item in block.items}
        if plain(block.stem) in named:
            taken[named[plain(block.stem)]] = ("multi_select", "several_choices")
    return taken


def _matrices(columns: Sequence[Classified]) -> Iterable[Block]:
    return (block for block in blocks_of(columns) if block.stem and len(block.items) > 1)


def _ranks(columns: Sequence[Classified]) -> dict[int, Taken]:
    """First choice, second choice …: the same options under several places."""
    named = [one for one in columns if one.kind in _MAY_BE_RANKS and one.speaks(RANK)][:_MOST_RANKS]
    options: Mapping[int, set[str]] = {
        one.column.position: {said.whole or said.text for said in one.column.said} for one in named
    }
    alike = [
        at for at, own in options.items() if any(2 * len(own & other) > len(own) for to, other in options.items() if to != at)
    ]
    return dict.fromkeys(alike, ("ranking", "ranks"))


def _orders(columns: Sequence[Classified]) -> dict[int, Taken]:
    """Places 1 to k under k options of one question, each place once a row."""
    numbers = [one for one in columns if one.kind in ("indicator", "number", "segment") and one.choice is None]
    blocks = (block for block in _matrices(numbers) if len(block.items) > 2)
    ordered = (block for block in blocks if order_numbers([item.column.column for item in block.items]))
    return {item.column.column.position: ("ranking", "order_numbers") for block in ordered for item in block.items}


def _derived(columns: Sequence[Classified]) -> dict[int, Taken]:
    answers = [one.column for one in columns if one.kind in ("indicator", "recommend")]
    numbers = [one.column for one in columns if one.kind == "number" and one.reason == "other_numbers"]
    return {at: ("derived", reason) for at, reason in sums_and_means(numbers, answers).items()}


def _copies(columns: Sequence[Classified]) -> dict[int, Taken]:
    """A question again under a name made from its own: "op2" and "Rop2"."""
    answers = [one.column for one in columns if one.kind == "indicator" and one.choice is None]
    return dict.fromkeys(copies(answers), ("derived", "copy_of_another"))
