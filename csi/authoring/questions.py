"""What a questionnaire asks: one question a column, in the order in which people answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..model import Indicator, Latent, Model, Scale
from ..terms import Text
from .feature_questions import feature_questions

Part = Literal["respondent", "expectation", "experience", "importance", "feature", "closing"]

_EXPECTED = Text(
    "Your expectation (how it should be, not how it was): {question}", "您的期望（应当达到的水平，而非实际感受）：{question}"
)
_IMPORTANT = Text(
    "How important is this to you: {label}? (a larger number is more important)", "此项对您有多重要：{label}？（数字越大越重要）"
)
_ABOUT: dict[str, Text] = {
    "id": Text("Number or code of the respondent.", "受访者编号。"),
    "segments": Text("Group of the respondent: {column}.", "受访者所属群体：{column}。"),
    "wave": Text("Wave or period of the survey, e.g. 2026-Q1.", "调查期次，例如 2026-Q1。"),
    "cluster": Text("Place or branch where the respondent was drawn.", "受访者所属的抽样点或网点。"),
    "strata": Text("Stratum from which the respondent was drawn.", "受访者所属的抽样层。"),
    "case_weight": Text("Weight of the respondent; leave empty when all count alike.", "受访者权重；一视同仁时请留空。"),
    "recommend": Text(
        "How likely are you to recommend us to a friend or colleague? (0 = not at all likely, 10 = extremely likely)",
        "您向朋友或同事推荐我们的可能有多大？（0 = 完全不可能，10 = 极有可能）",
    ),
    "profit": Text("Profit or margin earned with the respondent.", "该受访者带来的利润或毛利。"),
}
_FIRST = ("id", "wave", "segments", "cluster", "strata")
_LAST = ("recommend", "profit", "case_weight")
_RECOMMEND = Scale(0.0, 10.0)


@dataclass(frozen=True)
class Question:
    """column: the header under which answers go. about: the latent or role it belongs to. scale: None when any answer will do."""

    column: str
    part: Part
    about: str
    text: str
    scale: Scale | None


def questions(model: Model, language: str) -> tuple[Question, ...]:
    """Every column that the model names, once: who, what was expected, what was met, how important, and the rest."""
    asked: dict[str, Question] = {}
    for question in _all(model, language):
        asked.setdefault(question.column, question)
    return tuple(asked.values())


def _all(model: Model, language: str) -> Iterator[Question]:
    yield from _roles(model, _FIRST, "respondent", language)
    # a column may be expected of one indicator and experienced of another: it is asked as experienced
    experienced = {leaf.column for _, leaf in model.indicators}
    for latent, leaf in model.indicators:
        if leaf.expectation and leaf.expectation not in experienced:
            yield Question(
                leaf.expectation,
                "expectation",
                _name(model.latent(latent), language),
                _expected(leaf, language),
                _scale(leaf, model),
            )
    for latent, leaf in model.indicators:
        yield Question(
            leaf.column, "experience", _name(model.latent(latent), language), _asked(leaf, language), _scale(leaf, model)
        )
    for latent, leaf in model.indicators:
        if leaf.importance:
            text = in_language(_IMPORTANT, language).format(label=_important(model.latent(latent), leaf, language))
            yield Question(leaf.importance, "importance", _name(model.latent(latent), language), text, None)
    for column, about, text, scale in feature_questions(model, language):
        yield Question(column, "feature", about, text, scale)
    yield from _roles(model, _LAST, "closing", language)


def _roles(model: Model, roles: tuple[str, ...], part: Part, language: str) -> Iterator[Question]:
    for role in roles:
        columns = getattr(model.respondents, role)
        for column in columns if isinstance(columns, tuple) else (columns,):
            if column is not None:
                text = in_language(_ABOUT[role], language).replace("{column}", column)
                yield Question(column, part, column, text, _RECOMMEND if role == "recommend" else None)


def _important(latent: Latent, leaf: Indicator, language: str) -> str:
    """The indicator; or the whole latent when its indicators share one importance column."""
    sharing = [other for other in latent.leaves() if other.importance == leaf.importance]
    return _name(latent if len(sharing) > 1 else leaf, language)


def _expected(leaf: Indicator, language: str) -> str:
    return in_language(_EXPECTED, language).replace("{question}", _asked(leaf, language))


def _scale(leaf: Indicator, model: Model) -> Scale | None:
    return leaf.scale or model.scale


def _asked(leaf: Indicator, language: str) -> str:
    return _spoken(leaf.question, language) or _name(leaf, language)


def _name(node: Latent | Indicator, language: str) -> str:
    return node.label.get(language) or node.name


def _spoken(texts: Mapping[str, str], language: str) -> str | None:
    return texts.get(language) or next(iter(texts.values()), None)


def in_language(text: Text, language: str) -> str:
    """The sentence in "zh" or else in English."""
    return text.zh if language == "zh" else text.en
