"""Kano questions, asked twice: how one would feel with a feature, and without it."""

from __future__ import annotations

from collections.abc import Sequence

from .classified import Classified
from .pairs import Named, by_letter, by_word, numbered_pairs, side_and_core
from .side_words import NEGATION, Side

KanoPairs = dict[int, int]  # functional column -> dysfunctional column, by position
_OTHER: dict[Side | None, Side] = {"functional": "dysfunctional", "dysfunctional": "functional"}


def kano_pairs(columns: Sequence[Classified]) -> KanoPairs:
    """The pairs among these columns that their names make plain.

    Columns with a Kano question's words may be told by number or letter; columns of numbers only by the words of their names.
    """
    answered = [_named(one) for one in columns if one.kind == "kano"]
    numbers = [
        _named(one)
        for one in columns
        if one.kind == "indicator" and side_and_core(one.asks)[0] in ("functional", "dysfunctional")
    ]
    pairs: KanoPairs = {}
    found = (
        by_word([*answered, *numbers], "dysfunctional", "functional"),
        _by_negation([*answered, *numbers]),
        by_letter(answered, "dysfunctional"),
        dict(numbered_pairs(answered)),
    )
    for more in found:
        taken = {*pairs, *pairs.values()}
        pairs |= {one: other for one, other in more.items() if one not in taken and other not in taken}
    return pairs


def half_pairs(columns: Sequence[Classified], pairs: KanoPairs) -> dict[int, Side]:
    """Position of a column that asks one side of a feature while no column asks the other -> the side that is missing.

    Columns of numbers only where the file has whole pairs beside them, so that they can be nothing else.
    """
    paired = {*pairs, *pairs.values()}
    halves: dict[int, Side] = {}
    for one in columns:
        side = side_and_core(one.asks)[0]
        asks = one.kind == "kano" or (bool(pairs) and one.kind == "indicator")
        if asks and side in _OTHER and one.column.position not in paired:
            halves[one.column.position] = _OTHER[side]
    return halves


def _by_negation(columns: Sequence[Named]) -> KanoPairs:
    """ "… if the app had a map?" beside "… if the app did not have a map?"."""
    sides: dict[str, dict[str, int]] = {"functional": {}, "dysfunctional": {}}
    for one in columns:
        side, core = side_and_core(one.question or one.header)
        if side in sides:
            sides[side].setdefault(" ".join(NEGATION.sub(" ", core.casefold()).split()), one.position)
    without = sides["dysfunctional"]
    return {position: without[core] for core, position in sides["functional"].items() if core in without and core}


def _named(one: Classified) -> Named:
    return Named(one.column.position, one.header, one.header, "", one.column.question)
