"""Lavaan text -> statements of tokens, and the comments that say what lavaan has no words for. Every token knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ...model.vocabulary import SETTINGS, key_of
from ...terms import Text
from .nodes import Faults, Place, Word
from .yaml_nodes import At

Kind = Literal["name", "quoted", "number", "operator", "odd", "end", "line"]

MEASURES: dict[str, Literal["A", "B"]] = {"=~": "A", "<~": "B"}
RELATIONS = (*MEASURES, "~", "~~", "~*~", ":=", "==", "<", ">", "|")
_OPERATORS = (*RELATIONS, "+", "*", ":")
_FULL_WIDTH = str.maketrans("＝～＋＊：；＜＞，（）×", "=~+*:;<>,():")
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’"}
_TOKEN = re.compile(
    r"""(?P<end>;)
      | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$.]))
      | (?P<name>[\w$.]+(?:[ \t]*\.\.[ \t]*[\w$.]+)?)
      | (?P<operator>~\*~|:=|[=~<>|%^/&@?-]+|[+*:])
      | (?P<odd>\S)""",
    re.VERBOSE,
)
_DIRECTIVE = re.compile(r"[#!]+[ \t]*(?P<key>[^:：]{1,20}?)[ \t]*[:：][ \t]*(?P<value>.*?)")


@dataclass(frozen=True)
class Token:
    """One word or sign. text: a quoted name without its quotes, signs in their half-width form."""

    kind: Kind
    text: str
    place: Place

    @property
    def is_name(self) -> bool:
        """Whether it can name a latent or a column."""
        return self.kind in ("name", "quoted")

    def is_sign(self, *texts: str) -> bool:
        """Whether it is one of these operators."""
        return self.kind == "operator" and self.text in texts


Statement = tuple[Token, ...]


def looks_like_lavaan(text: str) -> bool:
    """Whether some line says what measures a latent: Y =~ x1 + x2, or Y <~ x1 + x2."""
    lines = (re.split("[#!]", line, maxsplit=1)[0].translate(_FULL_WIDTH) for line in text.splitlines())
    return any(sign in line for line in lines for sign in MEASURES)


def statements(text: str, at: At, faults: Faults) -> Iterator[Statement]:
    """The statements: one a line, or several with ; between. A line that ends or begins with an operator belongs to its neighbour."""
    run: list[Token] = []
    for token, after in pairwise((*_tokens(text, at, faults), Token("end", ";", at(1, 1)))):
        joined = bool(run) and "operator" in (run[-1].kind, after.kind)
        if token.kind == "end" or (token.kind == "line" and not joined):
            if run:
                yield tuple(run)
            run = []
        elif token.kind != "line":
            run.append(token)
    if run:
        yield tuple(run)


def directives(text: str, at: At) -> Iterator[tuple[Word, Word]]:
    """Key and value of every comment line that is one: # index: Satisfaction."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _DIRECTIVE.fullmatch(line.strip())
        key = key_of(found["key"], SETTINGS) if found is not None else None
        if found is not None and key is not None:
            start = 1 + len(line) - len(line.lstrip())
            yield (
                Word(key, at(number, start + found.start("key"))),
                Word(found["value"], at(number, start + found.start("value"))),
            )


def _tokens(text: str, at: At, faults: Faults) -> Iterator[Token]:
    """Every token; a "line" between two lines that say something."""
    first = True
    for number, line in enumerate(text.split("\n"), 1):
        found = tuple(_in_line(line, number, at, faults))
        if found and not first:
            yield Token("line", "", at(number, 1))
        first = first and not found
        yield from found


def _in_line(line: str, number: int, at: At, faults: Faults) -> Iterator[Token]:
    plain, column = line.translate(_FULL_WIDTH), 0
    while column < len(line) and line[column] not in "#!":
        place = at(number, column + 1)
        if line[column] in _QUOTES:
            end = line.find(_QUOTES[line[column]], column + 1)
            if end < 0:
                _refuse_quote(line[column], place, faults)
                end = len(line)
            if name := line[column + 1 : end].strip():
                yield Token("quoted", name, place)
            column = end + 1
        elif found := _TOKEN.match(plain, column):
            kind: Kind = found.lastgroup  # type: ignore[assignment]  # the groups are called like the kinds
            yield Token("odd" if kind == "operator" and found[0] not in _OPERATORS else kind, found[0], place)
            column = found.end()
        else:  # a space
            column += 1


def _refuse_quote(sign: str, place: Place, faults: Faults) -> None:
    faults.add(
        place,
        Text(f"the quote {sign} is opened here and not closed on this line.", f"此处的引号 {sign} 在本行内没有闭合。"),
        Text(
            "Close it. Of R code, keep only the lines between the quotes.",
            "请补上另一半引号；若粘贴的是 R 代码，只保留引号之间的内容。",
        ),
    )
