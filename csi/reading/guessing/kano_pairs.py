"""Kano questions, asked twice: how one would feel with a feature, and without it."""

from __future__ import annotations

from collections.abc import Sequence

from .classified import Classified
from .pairs import LEAST_CODED, Named, by_letter, by_word, by_word_unnumbered, numbered_pairs, side_and_core
from .side_words import LETTERED, NEGATION, NUMBER_IN_FRONT, OPENS, Side

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
        by_word_unnumbered([*answered, *numbers], "dysfunctional", "functional"),
        _by_negation([*answered, *numbers]),
        _by_opening(answered),
        _by_last_letter(answered),
        _where_no_list([_named(one) for one in columns if one.kind == "indicator"]),
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


def _by_opening(columns: Sequence[Named]) -> KanoPairs:
    """ "有夜间模式时，您的感受" beside "没有夜间模式时，您的感受"."""
    with_it, without = (
        {form.sub("", name): one.position for one in columns if form.search(name := NUMBER_IN_FRONT.sub("", one.header))}
        for form in (OPENS["functional"], OPENS["dysfunctional"])
    )
    return {position: without[core] for core, position in with_it.items() if core in without and core}


def _by_last_letter(columns: Sequence[Named]) -> KanoPairs:
    """ "Map_f" beside "Map_d"."""
    lists = _lettered(columns)
    return {letters["f"]: letters["d"] for letters in lists if {"f", "d"} <= letters.keys()}


def _where_no_list(columns: Sequence[Named]) -> KanoPairs:
    """The same among plain numbers: several such pairs, and nothing ends in another letter, as items of a list do."""
    lists = _lettered(columns)
    pairs = {letters["f"]: letters["d"] for letters in lists if letters.keys() == {"f", "d"}}
    return pairs if len(pairs) >= LEAST_CODED and len(pairs) == len(lists) else {}


def _lettered(columns: Sequence[Named]) -> list[dict[str, int]]:
    """The columns of each name that go on with one letter, by that letter."""
    found: dict[str, dict[str, int]] = {}
    for one in columns:
        match = LETTERED.fullmatch(one.header.strip())
        if match:
            found.setdefault(match["core"].casefold(), {}).setdefault(match["letter"].casefold(), one.position)
    return list(found.values())


def _named(one: Classified) -> Named:
    return Named(one.column.position, one.header, one.header, "", one.column.question)
