"""The features that a survey asks about twice, as far as the names of its columns make them plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...model import Feature
from ..cells import Cells
from .blocks import short
from .classified import Classified
from .kano_pairs import KanoPairs
from .latent_names import free_name
from .pairs import side_and_core
from .side_words import NEGATION, Side

_CODE = re.compile(r"^\s*[A-Za-z]{1,4}[_ .-]?\d+(?:[_.-]\d+)*\s*[.:：、)]\s*(?=\S)")  # "F1. Map" is about the map
_ASKING = re.compile(r"[,，]?\s*(?:请问)?[您你](?:会|的)?(?:感觉|觉得|感受|认为|评价|看法).*$")  # "…, how do you feel?"


class Features(NamedTuple):
    """ratings: positions of columns that rate a feature and so belong to no latent."""

    found: tuple[Feature, ...]
    ratings: frozenset[int]


def guessed_features(cells: Cells, columns: Sequence[Classified], pairs: KanoPairs, answers: Sequence[Classified]) -> Features:
    """One feature a pair, in the order of the file, with the importance and satisfaction that name the same thing.

    answers: columns that may be such ratings. One that belongs to a question of its own ("Map" beside "Map (importance)") is none.
    """
    asked = {one.column.position: one for one in columns}
    rated = _rated(answers)
    found: dict[str, Feature] = {}
    ratings: set[int] = set()
    for one, other in sorted(pairs.items()):
        core = _core(asked[one])
        own = (
            {}
            if (None, core) in rated
            else {side: rated[side, core] for side in ("importance", "experience") if (side, core) in rated}
        )
        name = free_name(_name(asked[one]), found)
        importance, satisfaction = own.get("importance"), own.get("experience")
        found[name] = Feature(
            name,
            cells.header[one],
            cells.header[other],
            None if importance is None else cells.header[importance],
            None if satisfaction is None else cells.header[satisfaction],
        )
        ratings |= set(own.values())
    return Features(tuple(found.values()), frozenset(ratings))


def ratings_of_halves(columns: Sequence[Classified], halves: Mapping[int, Side], answers: Sequence[Classified]) -> frozenset[int]:
    """Positions of what rates a feature of which only one question is there: it belongs to no latent either."""
    cores = {_core(one) for one in columns if one.column.position in halves}
    told = ((one.column.position, *side_and_core(one.asks)) for one in answers)
    return frozenset(at for at, side, core in told if side in ("importance", "experience") and core.casefold() in cores)


def _rated(answers: Sequence[Classified]) -> dict[tuple[Side | None, str], int]:
    """Position of the first column by the side that it names and what it is about."""
    found: dict[tuple[Side | None, str], int] = {}
    for one in answers:
        side, core = side_and_core(one.asks)
        found.setdefault((side, core.casefold()), one.column.position)
    return found


def _core(one: Classified) -> str:
    return side_and_core(one.asks)[1].casefold()


def _name(one: Classified) -> str:
    """What the question is about; the column's name where nothing else is left of it."""
    side, core = side_and_core(one.asks)
    bare = " ".join(NEGATION.sub(" ", core).split()) if side == "functional" and one.column.question else core
    told = _ASKING.sub("", _CODE.sub("", bare, count=1))
    return short(told.strip(" ,，:：?？.。") or one.header)
