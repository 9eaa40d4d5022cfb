"""One statement of lavaan text -> its two sides, or the fault that says what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .lavaan_refusals import (
    REFUSED,
    fixed,
    joined_badly,
    no_meaning,
    no_relation,
    nothing_beside,
    number_as_name,
    product_outside_paths,
    two_in_one,
)
from .lavaan_tokens import RELATIONS, Statement, Token
from .nodes import Faults


class Term(NamedTuple):
    """One summand. factors: its name, or the two names of an interaction. labels: what only names its coefficient."""

    factors: tuple[Token, ...]
    labels: tuple[Token, ...] = ()


class Relation(NamedTuple):
    """`Y =~ x1 + x2`: left, operator, right."""

    left: tuple[Token, ...]
    operator: Token
    right: tuple[Term, ...]


def relations(statement: Statement, faults: Faults) -> Iterator[Relation]:
    """What a statement says; nothing when it says nothing that `csi` can take."""
    signs = [number for number, token in enumerate(statement) if token.is_sign(*RELATIONS)]
    if not signs:
        odd = next((token for token in statement if token.kind == "odd"), None)
        faults.add(*(no_relation(statement[0]) if odd is None else no_meaning(odd)))
    elif statement[signs[0]].text in REFUSED:
        faults.add(statement[signs[0]].place, *REFUSED[statement[signs[0]].text])
    else:
        for one in _one_by_one(statement, signs, faults):
            yield from _relation(one, faults)


def _one_by_one(statement: Statement, signs: Sequence[int], faults: Faults) -> Iterator[Statement]:
    """A second relation begins a statement of its own, with the name before it."""
    begin = 0
    for before, sign in pairwise(signs):
        if sign > before + 1:
            yield statement[begin : sign - 1]
            begin = sign - 1
            if not statement[begin - 1].is_sign("+"):
                faults.add(*two_in_one(statement[begin]))
    yield statement[begin:]


def _relation(statement: Statement, faults: Faults) -> Iterator[Relation]:
    at = next(number for number, token in enumerate(statement) if token.is_sign(*RELATIONS))
    operator = statement[at]
    if operator.text in REFUSED:
        faults.add(operator.place, *REFUSED[operator.text])
        return
    left = tuple(term.factors[0] for term in _terms(statement[:at], operator, faults) if len(term.factors) == 1)
    yield Relation(left, operator, tuple(_terms(statement[at + 1 :], operator, faults)))


def _terms(side: Sequence[Token], operator: Token, faults: Faults) -> Iterator[Term]:
    """The summands of one side."""
    plus = [number for number, token in enumerate(side) if token.is_sign("+")]
    for begin, end in pairwise((-1, *plus, len(side))):
        if end == begin + 1:
            faults.add(*nothing_beside(side[min(end, len(side) - 1)] if side else operator))
        elif (term := _term(side[begin + 1 : end], operator, faults)) is not None:
            yield term


def _term(tokens: Sequence[Token], operator: Token, faults: Faults) -> Term | None:
    stars = [number for number, token in enumerate(tokens) if token.is_sign("*")]
    name = list(tokens[stars[-1] + 1 :]) if stars else list(tokens)
    labels = tuple(_labels(tokens[: stars[-1]], faults)) if stars else ()
    odd = next((token for token in name if token.kind == "odd"), None)
    if odd is not None:
        faults.add(*no_meaning(odd))
    elif not name:
        faults.add(*nothing_beside(tokens[stars[-1]]))
    elif name[0].kind == "number":
        faults.add(*number_as_name(name[0], operator))
    elif not _alternates(name):
        faults.add(*joined_badly(name))
    elif len(name) > 1 and operator.text != "~":
        faults.add(*product_outside_paths(name[1]))
    else:
        return Term(tuple(name[::2]), labels)
    return None


def _alternates(name: Sequence[Token]) -> bool:
    """Whether names stand alone or between colons."""
    return len(name) % 2 == 1 and all(token.is_sign(":") if number % 2 else token.is_name for number, token in enumerate(name))


def _labels(tokens: Sequence[Token], faults: Faults) -> Iterator[Token]:
    """The labels before a name; whatever fixes a coefficient is a fault."""
    words = [token for token in tokens if not token.is_sign("*")]
    if [token.text for token in words[:2]] == ["label", "("]:
        words = [token for token in words[2:] if token.text != ")"]
    if any(not token.is_name or token.text == "NA" for token in words):
        faults.add(*fixed(words[0], "".join(token.text for token in tokens)))
    else:
        yield from words
