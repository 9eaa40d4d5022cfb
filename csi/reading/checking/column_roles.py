"""What the model takes each column of a file for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...model import Model
from ..guessing.classified import Classified


class Role(NamedTuple):
    """The model's name of the column, what it is in the model, and of which latent."""

    name: str
    use: str
    latent: str


def roles_of(columns: Sequence[Classified], model: Model | None) -> dict[int, Role]:
    """What the model takes each column for, by its position."""
    if model is None:
        return {}
    named: dict[str, tuple[str, str]] = {name: (role, "") for role, name in _respondent_roles(model)}
    named |= {use.column: (use.use, use.latent) for use in reversed(model.number_uses()) if use.latent}
    named |= {column: (use, one.name) for one in reversed(model.features) for use, column in one.columns()}
    named |= {use.column: (use.use, use.latent) for use in reversed(model.uses())}
    places = {word: one.column.position for one in reversed(columns) for word in _words_for(one)}
    return {places[name.strip()]: Role(name, *said) for name, said in named.items() if name.strip() in places}


def _words_for(one: Classified) -> tuple[str, ...]:
    asked = (one.column.question.strip(),) if one.column.question else ()
    return (*asked, f"${one.letter}", one.header.strip())


def _respondent_roles(model: Model) -> list[tuple[str, str]]:
    who = model.respondents
    singles: Mapping[str, str | None] = {
        "id": who.id,
        "wave": who.wave,
        "cluster": who.cluster,
        "strata": who.strata,
        "recommend": who.recommend,
        "profit": who.profit,
        "tier": who.tier,
        "promises": who.promises,
        "kept": who.kept,
        "weight": who.case_weight,
    }
    return [("segment", name) for name in who.segments] + [(role, name) for role, name in singles.items() if name is not None]
