"""What a question says of the ends of its scale: "(1 = very satisfied, 5 = very dissatisfied)", and which way that runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from .code_order import Order, order_of
from .columns import Column
from .labels import label_sets
from .written_form import normalise

_LETTER = r"[^\W\d_]"
_HAN = r"[\u3400-\u9fff]"
# "1 = excellent", "1: excellent", "1 (excellent)", "1非常满意", "1表示非常满意"; up to the next number or mark
_NAMED = re.compile(
    rf"(?<![A-Za-z0-9.])(-?[0-9]{{1,3}})\s*(?:分)?\s*(?:(?:=|:|[(\[]|为|是|代表|表示|means|is|bedeutet)\s*(?=[\W]?{_LETTER})|(?={_HAN}))"
    r"['\"“”‘’]?([^0-9=:;,、。…()\[\]|→]+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[\s.\-–—~'\"“”]|\b(?:to|and|bis|und|through|hasta|até|jusqu'à|sampai)$|[至到]$)+$", re.IGNORECASE)
# said of the ends of a scale, hardly ever among its answers
_WORST = "worst, the worst, lowest, minimum, 最差, 最低, 最不满意, am schlechtesten, schlechteste, peor, pior, pire, terburuk, 最悪, 최악"
_BEST = "best, the best, highest, maximum, 最好, 最高, 最满意, am besten, beste, mejor, melhor, meilleur, terbaik, 최고"
_ENDS = {normalise(word): step for step, words in enumerate((_WORST, _BEST)) for word in words.split(", ")}


@dataclass(frozen=True)
class NamedEnds:
    """codes: the number beside each wording of the question. order: which way they count; unclear where the words are not known."""

    codes: Mapping[str, float]
    order: Order

    def spans(self, lowest: float, highest: float) -> bool:
        """Whether the words stand at the ends of this scale."""
        return {min(self.codes.values()), max(self.codes.values())} == {lowest, highest}


def named_ends(column: Column) -> NamedEnds | None:
    """What the question says of its ends; None where it names fewer than two numbers."""
    return next((named for text in (column.header, column.question) if (named := _named(text)) is not None), None)


def _named(text: str) -> NamedEnds | None:
    pairs = [
        (float(code), normalise(_BETWEEN.sub("", words))) for code, words in _NAMED.findall(unicodedata.normalize("NFKC", text))
    ]
    codes = {words: code for code, words in pairs if words}
    return NamedEnds(codes, _order(codes)) if len(set(codes.values())) > 1 else None


def _order(codes: Mapping[str, float]) -> Order:
    """The order on which every set of words that knows most of these agrees."""
    sets = [_ENDS, *(one.steps for one in label_sets(tuple(codes)))]
    most = max(sum(word in steps for word in codes) for steps in sets)
    orders = {order_of(codes, steps) for steps in sets if sum(word in steps for word in codes) == most}
    return orders.pop() if most > 1 and len(orders) == 1 else "unclear"
