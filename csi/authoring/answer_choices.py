"""Which answers a cell of a questionnaire allows, and what it says when it is entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Model, Scale
from ..model.short_forms import number_text
from ..terms import Text
from .questions import Question, in_language

Choices = tuple[str | float, ...]

_LONGEST = 25  # entries of a drop-down; a longer scale is typed
_MESSAGE, _TITLE = 255, 32  # letters that Excel allows

_NOT_ALLOWED = Text("Please enter {allowed}, or leave the cell empty.", "请填写 {allowed}，或留空。")
_CHOOSE = Text("Please choose an answer from the list, or leave the cell empty.", "请从下拉列表中选择，或留空。")


@dataclass(frozen=True)
class Form:
    """What every page of a questionnaire needs to know."""

    model: Model
    language: str
    asked: tuple[Question, ...]

    def say(self, text: Text) -> str:
        """The sentence in the language of the questionnaire."""
        return in_language(text, self.language)


def choices_of(form: Form) -> tuple[Choices, ...]:
    """The different drop-downs that the questions need, in the order first met."""
    return tuple(dict.fromkeys(found for question in form.asked if (found := choices(question.scale, form.model.missing))))


def choices(scale: Scale | None, missing: tuple[str, ...]) -> Choices:
    """The entries of a drop-down, best word first or lowest number first, then the codes for no answer; empty when typed."""
    if scale is None:
        return ()
    codes = tuple(_number(code) for code in dict.fromkeys((*scale.missing, *missing)))
    if scale.labels:
        return (*best_first(scale.labels), *codes)
    if not _is_whole(scale) or not codes or scale.width >= _LONGEST:
        return ()
    return (*(float(number) for number in range(int(scale.lowest), int(scale.highest) + 1)), *codes)


def validation(question: Question, lists: Mapping[Choices, str], form: Form) -> dict[str, object]:
    """What Excel checks and says at the cells of one question. lists: where the drop-downs stand."""
    said: dict[str, object] = {
        "input_title": _cut(question.column, _TITLE),
        "input_message": _cut(question.text, _MESSAGE),
        "ignore_blank": True,
    }
    entries = choices(question.scale, form.model.missing)
    if entries:
        return {**said, "validate": "list", "source": lists[entries], "error_message": form.say(_CHOOSE)}
    if question.scale is None:
        return {**said, "validate": "any"}
    lowest, highest = question.scale.lowest, question.scale.highest
    kind = "integer" if _is_whole(question.scale) else "decimal"
    message = form.say(_NOT_ALLOWED).format(allowed=f"{number_text(lowest)} – {number_text(highest)}")
    codes = question.scale.missing or form.model.missing
    allowed = {"validate": kind, "criteria": "between", "minimum": lowest, "maximum": highest, "error_message": message}
    return {**said, **allowed, "error_type": "warning" if codes else "stop"}  # a code for no answer must remain possible


def _is_whole(scale: Scale) -> bool:
    return float(scale.lowest).is_integer() and float(scale.highest).is_integer()


def best_first(labels: Mapping[str, float]) -> tuple[str, ...]:
    """One word a score, the first written, best first."""
    by_score: dict[float, str] = {}
    for word, score in labels.items():
        by_score.setdefault(score, word)
    return tuple(by_score[score] for score in sorted(by_score, reverse=True))


def _number(code: str) -> str | float:
    """A code as Excel would type it."""
    try:
        return float(code)
    except ValueError:
        return code


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
