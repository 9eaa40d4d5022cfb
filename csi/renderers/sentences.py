"""What is said about a study and its findings, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..findings import Finding, Remark, Value
from ..results import Card, Figure, Result
from ..terms import Unit
from .phrases import PHRASES
from .wording import DASH, clipped, heading, interval, named, number, pick, say, text

_ON_SHEET = re.compile(r'(.+), sheet "(.+)"')


def finding_sentence(finding: Finding, language: str) -> str:
    """The finding as one sentence, its place in front unless the sentence names it."""
    place = clipped(finding.place if finding.where is None else pick(finding.where, language))
    values = {**{key: _clipped(value) for key, value in finding.values.items()}, "count": finding.count, "place": place}
    sentence = text(finding.text, values, language)
    if not place or place in sentence:
        return sentence
    return say("placed", language, place=place, sentence=sentence)


def remark_sentence(remark: Remark, language: str) -> str:
    """The remark as a sentence."""
    return text(remark.text, remark.values, language)


def card_lines(card: Card, language: str) -> tuple[str, ...]:
    """What the numbers rest on, in parts: respondents, weights, intervals."""
    return (_respondents(card, language), _weights(card, language), _intervals(card, language))


def card_line(card: Card, language: str) -> str:
    """The same as one line: "1,204 respondents · PLS weights · 95% intervals from 2,000 resamples (seed 1)"."""
    return " · ".join(part for part in card_lines(card, language) if part)


def model_source(source: str, language: str) -> str:
    """Where the model came from, in words; a path stands as it is."""
    if source == "guess":
        return say("source_guess", language)
    if source.startswith("preset "):
        return say("source_preset", language, name=source.removeprefix("preset "))
    sheet = _ON_SHEET.fullmatch(source)
    return say("source_sheet", language, file=sheet[1], sheet=sheet[2]) if sheet else source


def _clipped(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(_clipped(one) for one in value)
    return clipped(value) if isinstance(value, str) else value


def interval_heading(settings: Mapping[str, Value], language: str) -> str:
    """The heading over an interval's column."""
    confidence = settings.get("confidence")
    return say("interval", language, confidence=confidence) if confidence else say("interval_plain", language)


def segment_heading(result: Result, language: str) -> str:
    """Which respondents a result covers, empty when all."""
    if result.segment is None:
        return ""
    column, value = result.segment
    return say("segment", language, column=column, value=value)


def is_under(figure: Figure, threshold: float, language: str) -> str:
    """The sentence of a missed threshold: "index 68.9 (66.2 – 71.5) is under 70"."""
    index = number(figure.term, figure.value, language)
    ends = interval(figure.term, figure.lower, figure.upper, language)
    if ends == DASH:
        return say("is_under_bare", language, index=index, threshold=threshold)
    return say("is_under", language, index=index, interval=ends, threshold=threshold)


def _respondents(card: Card, language: str) -> str:
    if not card.respondents:
        return ""  # a model alone
    key = "respondents" if card.used == card.respondents else "respondents_used"
    return say(key, language, used=card.used, respondents=card.respondents)


def _weights(card: Card, language: str) -> str:
    if not card.weights:
        return ""
    key = f"weights_{card.weights}"
    return say(key if key in PHRASES else "weights_other", language, weights=card.weights)


def _intervals(card: Card, language: str) -> str:
    settings = card.settings
    if "permutations" in settings:
        return say(
            "intervals_permutation",
            language,
            **{key: settings[key] for key in ("confidence", "permutations", "seed")},
        )
    if "resamples" not in settings:
        return ""
    if not settings["resamples"]:
        return say("point_estimates", language)
    if settings.get("interval", "") is None:
        return say("no_intervals", language)
    form = f"intervals_{str(settings.get('interval')).removeprefix('expanded ')}"
    return say(
        form if form in PHRASES else "intervals",
        language,
        confidence=settings.get("confidence", 0.95),
        resamples=settings["resamples"],
        seed=settings.get("seed", 1),
    )


def headline_about(figure: Figure, names: Mapping[str, str], language: str) -> list[str]:
    """Of what a headline is, and for a share, which could be one of anything, what it is; points are what the title says."""
    share = figure.term.unit is Unit.SHARE or not figure.about
    parts = (named(figure.about, names, language), heading(figure.term, language) if share else "")
    return [part for part in parts if part]
