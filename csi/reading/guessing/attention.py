"""Questions that tell which answer to give ("please select 4"): they show who reads, and measure nothing."""

from __future__ import annotations

import re

from ..answers.columns import Column
from ..answers.said import Said
from .header_words import ATTENTION, INSTRUCTS
from .known_headers import plain, speaks

_OBEYED = 0.5  # share of respondents who do as they are told, at the least
_PLAINLY = 0.7  # the same where the name alone says that it is such a question
_MOST_ANSWERS = 12
# between the verb and the answer it asks for
_FILLERS = (
    r"(?:(?:the|option|number|answer|response|value|only|here|on|with|la|el|opción|número|respuesta|aquí|a|o|opção|resposta|aqui|le|réponse|ici|die|den|antwort"
    r"|hier|sie|bitte|jawaban|pilihan|angka|nomor|选项|数字|答案)[\s:]+|选项|数字|答案|數字|選項){0,4}"
)


def instructed_answer(column: Column) -> Said | None:
    """The answer that the question asks everybody to give; None when it is a question like others.

    Only an answer that the question itself names after its verb, or in quotes, or the commonest under a name like "attention check".
    """
    filled = [(count, said) for said, count in zip(column.said, column.counts, strict=True) if said.kind in ("number", "words")]
    if not filled or len(filled) > _MOST_ANSWERS:
        return None
    most, commonest = max(filled, key=lambda pair: pair[0])
    share = most / column.answered()
    if speaks(column, ATTENTION):
        return commonest if share >= _PLAINLY else None
    if share < _OBEYED or not speaks(column, INSTRUCTS):
        return None
    told = plain(column.question or column.header)
    others = any(_stands_in(_answer(one), told) for _, one in filled if one is not commonest and one.kind == "number")
    return commonest if _is_asked(_answer(commonest), told) and not others else None


def _answer(said: Said) -> str:
    return plain(said.text)


def _stands_in(answer: str, told: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(answer)}(?![\w%]|[.-]\d)", told) is not None


def _is_asked(answer: str, told: str) -> bool:
    """Directly after the verb, in quotes, or directly before the verb where the language puts it last."""
    if not answer:
        return False
    word = re.escape(answer)
    forms = (
        rf"(?:{INSTRUCTS.pattern})\W*{_FILLERS}\W*{word}(?!\w|[.-]\d)",
        rf"[\"'“”‘’„«»「『【(]\s*{word}\s*[\"'“”‘’»」』】)]",
        rf"(?<!\w){word}\W{{0,2}}(?:を|를|을)\s*(?:選|お選び|선택|골라|체크)",
    )
    return any(re.search(form, told) for form in forms)
