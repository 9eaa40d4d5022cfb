"""What a questionnaire asks of features: with it, without it, how important, how satisfied today."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Feature, Model, Scale
from ..terms import Text

_ASKED: dict[str, Text] = {
    "functional": Text("How do you feel if you have this: {feature}?", "如果具备“{feature}”，您的感受是？"),
    "dysfunctional": Text("How do you feel if you do NOT have this: {feature}?", "如果不具备“{feature}”，您的感受是？"),
    "importance": Text(
        "How important is this to you: {feature}? (1 = not at all, 9 = extremely)",
        "“{feature}”对您有多重要？（1 = 完全不重要，9 = 极其重要）",
    ),
    "satisfaction": Text(
        "How satisfied are you today with: {feature}? (1 = very dissatisfied, 5 = very satisfied)",
        "您对目前的“{feature}”有多满意？（1 = 非常不满意，5 = 非常满意）",
    ),
}
_FEELINGS = (
    Text("I like it", "我很喜欢"),
    Text("I expect it", "理应如此"),
    Text("I am neutral", "无所谓"),
    Text("I can live with it", "勉强接受"),
    Text("I dislike it", "我很不喜欢"),
)


def feature_questions(model: Model, language: str) -> Iterator[tuple[str, str, str, Scale]]:
    """Column, feature, question and the answers allowed: all with-and-without questions first, then the ratings."""
    for uses in (("functional", "dysfunctional"), ("importance", "satisfaction")):
        for one in model.features:
            yield from (
                (column, _name(one, language), _text(use, one, language), _answers(use, language))
                for use, column in one.columns()
                if use in uses
            )


def _name(one: Feature, language: str) -> str:
    return one.label.get(language) or one.name


def _text(use: str, one: Feature, language: str) -> str:
    return _in(_ASKED[use], language).replace("{feature}", _name(one, language))


def _answers(use: str, language: str) -> Scale:
    """Feelings in the order of the form; the scores are the places from below, for the drop-down alone."""
    if use in ("importance", "satisfaction"):
        return Scale(1.0, 9.0 if use == "importance" else 5.0)
    return Scale(1.0, 5.0, {_in(word, language): 5.0 - at for at, word in enumerate(_FEELINGS)})


def _in(text: Text, language: str) -> str:
    return text.zh if language == "zh" else text.en
