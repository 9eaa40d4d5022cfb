"""A column of answers as the model asks for it, and the scale that was found for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ...model import Scale
from .code_order import Order
from .columns import Column
from .no_answers import is_no_answer
from .said import Missing

# declared: by the model · words: by the vocabulary · codes: by codes beside unknown words · numbers, header: standard ends ·
# file: by the labels that the file gives to some of its codes
Basis = Literal["declared", "words", "codes", "numbers", "header", "file", "unknown"]


@dataclass(frozen=True, eq=False)
class Asked:
    """One column of answers and what the model says of it. block: columns of one block usually share a scale."""

    column: Column
    declared: Scale | None
    missing: Missing
    block: str

    @property
    def is_open(self) -> bool:
        """Whether the model leaves it to the vocabulary what the words are worth."""
        return self.declared is None or not self.declared.labels

    def answer_words(self) -> dict[str, int]:
        """How often each wording occurs that is an answer."""
        return {word: count for word, count in self.column.words(self.missing).items() if not is_no_answer(word)}


@dataclass(frozen=True)
class Found:
    """scale: None when nothing fits. doubtful: another scale would fit nearly as well. codes: the code beside words is the answer.

    rival: the next wider standard scale, where an end of a guessed one was never used. mixed: words that were read by another vocabulary.
    order: which way the codes beside the words count; where they count down, the answers follow the words.
    other: the scale of words that fits nearly as well. by_question: which way the words in the question run, where it has such.
    zeros: a few zeros below the scale were taken for no answer.
    """

    scale: Scale | None
    basis: Basis
    doubtful: bool = False
    codes: bool = False
    rival: tuple[float, float] | None = None
    mixed: tuple[str, ...] = ()
    order: Order = "unclear"
    other: str = ""
    by_question: Order | None = None
    zeros: bool = False

    @property
    def counts_down(self) -> bool:
        """Whether the lowest code stands for the best answer."""
        return self.order == "down"


class Scaled(NamedTuple):
    """A column, what its scale rests on, what the model declared, and whether the model says to turn it round."""

    column: Column
    found: Found
    declared: Scale | None
    turned: bool
