"""The measurement lines of a lavaan text -> latents with their indicators, or with the latents below them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lavaan_conflicts import part_of_two, parts_in_a_circle, third_order, two_modes
from .lavaan_terms import Relation
from .lavaan_tokens import MEASURES, Token
from .nodes import Faults, Items, Node, Pairs, Word


@dataclass
class _Seen:
    """A latent while its lines are being read: a second line adds to the first."""

    name: Token
    operator: Token
    items: list[Token] = field(default_factory=list)


class Latents:
    """All latents of a text."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._seen: dict[str, _Seen] = {}
        self._owners: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Every latent, parts of others too, in the order first measured."""
        return tuple(self._seen)

    def take(self, relation: Relation) -> None:
        """One line more."""
        for name in relation.left:
            seen = self._seen.setdefault(name.text, _Seen(name, relation.operator))
            if seen.operator.text != relation.operator.text:
                self._faults.add(*two_modes(relation.operator, seen.operator))
            seen.items += [term.factors[0] for term in relation.right]

    def node(self) -> Pairs:
        """The latents as a model file writes them; those that are parts of others stand below these."""
        for name, seen in self._seen.items():
            seen.items = [item for item in seen.items if not self._is_part(item, name) or self._owned(item, name)]
        tops = [seen for name, seen in self._seen.items() if name not in self._owners]
        return self._pairs(tops or list(self._seen.values()), top=True)

    def _is_part(self, item: Token, owner: str) -> bool:
        """Whether an item is a latent; a latent may be called like its own column."""
        return item.text in self._seen and item.text != owner

    def _owned(self, part: Token, owner: str) -> bool:
        """Whether `part` belongs to `owner` from now on; a fault where it belongs to another, or stands above `owner`."""
        above = owner
        while above != part.text and above in self._owners:
            above = self._owners[above]
        if above == part.text:
            self._faults.add(*parts_in_a_circle(part, owner))
        elif part.text in self._owners:
            self._faults.add(*part_of_two(part, self._owners[part.text]))
        else:
            self._owners[part.text] = owner
            return True
        return False

    def _pairs(self, latents: list[_Seen], *, top: bool) -> Pairs:
        named = ((Word(seen.name.text, seen.name.place), self._latent(seen, top=top)) for seen in latents)
        return Pairs(tuple(named), latents[0].name.place)

    def _latent(self, seen: _Seen, *, top: bool) -> Pairs:
        place = seen.operator.place
        parts = [self._seen[item.text] for item in seen.items if self._is_part(item, seen.name.text)]
        columns = tuple(_indicator(item) for item in seen.items if not self._is_part(item, seen.name.text))
        node = Pairs((), seen.name.place).plus("mode", Word(MEASURES[seen.operator.text], place))
        if not columns and not parts:  # its line was refused: a seat, so that no second fault follows from the first
            columns = (Word(f"? {place.exact}", place),)
        if columns:
            node = node.plus("indicators", Items(columns, place))
        if not parts:
            return node
        if top:
            node = node.plus("higher_order", Word("two-stage", place))
        else:
            self._faults.add(*third_order(seen.name))
        return node.plus("parts", self._pairs(parts, top=False))


def _indicator(item: Token) -> Node:
    """A bare name may be a range; a name in quotes is a header as it stands."""
    word = Word(item.text, item.place)
    return Pairs((), item.place).plus("column", word) if item.kind == "quoted" else word
