"""What a report says about itself before its figures: the study card, the leading result, the findings by weight."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import NamedTuple

from ..findings import Finding, Remark, Value
from ..results import Blank, Card, Report, Result
from ..terms import Text
from .headings import title
from .methods import setting_lines
from .plain_text import plain
from .sentences import card_lines, model_source, remark_sentence
from .wording import heading, named, own_names, pick, say, text

_WEIGHT = {"severe": 0, "warning": 1, "info": 2}


class Fact(NamedTuple):
    """One line of the study card."""

    name: str
    value: str


def skipped_by_reason(report: Report, language: str) -> tuple[Fact, ...]:
    """The analyses that the report could not hold, one line a reason."""
    why: dict[str, list[str]] = {}
    for gone in report.skipped:
        why.setdefault(pick(gone.reason, language), []).append(heading(gone.title, language))
    comma = pick(Text(", ", "、"), language)
    return tuple(Fact(comma.join(titles), reason) for reason, titles in why.items())


def facts(report: Report, language: str) -> tuple[Fact, ...]:
    """The study card in words, without the lines that the report leaves empty."""
    card = report.card
    _, weights, intervals = card_lines(card, language)
    target = named(card.target, own_names(report, language), language) if card.target else ""
    lines = (
        ("survey", _survey(card, language)),
        ("respondents", _respondents(card, language)),
        ("target", target),
        ("weights", weights),
        ("intervals", intervals),
        ("model", model_source(_file(card.model), language)),
        ("made", report.created[:16].replace("T", " ")),
    )
    return tuple(Fact(title(key, language), plain(value)) for key, value in lines if value)


def headline_result(report: Report) -> Result | None:
    """The first result about all respondents that has a headline, rather one whose number is there."""
    leading = [result for result in report.results if result.headline is not None and result.segment is None]
    there = (result for result in leading if result.headline and not isinstance(result.headline.value, Blank))
    return next(there, leading[0] if leading else None)


def findings_by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """The severe ones first; within one severity in the order of the report."""
    return sorted(findings, key=lambda finding: _WEIGHT[finding.severity])


def answer(result: Result, names: Mapping[str, str], language: str) -> str:
    """The one sentence that stands above all others, with a capital; empty when the result has none."""
    said = "" if result.answer is None else _said(result.answer, names, language)
    return said[:1].upper() + said[1:]


def remarks(result: Result, names: Mapping[str, str], language: str) -> tuple[str, ...]:
    """What the result says besides in sentences, under the analyst's own labels."""
    return tuple(_said(remark, names, language) for remark in result.remarks)


def _said(remark: Remark, names: Mapping[str, str], language: str) -> str:
    values = {key: _named(value, names) for key, value in remark.values.items()}
    return plain(remark_sentence(replace(remark, values=values), language))


def own_settings(result: Result, report: Report, language: str) -> str:
    """The settings in which a result differs from what the report says for all; empty when in none."""
    told = {**asdict(report.card), **report.card.settings}
    parts = (f"{name}: {value}" for name, value in setting_lines(result.settings, language, but=told))
    return pick(Text("; ", "；"), language).join(parts)


def _named(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, tuple):
        return tuple(_named(one, names) for one in value)
    return names.get(value, value) if isinstance(value, str) else value


def study_name(card: Card) -> str:
    """What the study is called: its own name, else that of the file."""
    return plain(_file(card.survey) if card.name == card.survey else card.name)


def _survey(card: Card, language: str) -> str:
    survey = _file(card.survey)
    return say("survey_sheet", language, survey=survey, sheet=card.sheet) if card.sheet else survey


def _file(source: str) -> str:
    """The file without its folders, which are nobody's business but the analyst's; what stands in quotes is left alone."""
    return re.sub(r"""^[^"'“]*[/\\]""", "", source)


def _respondents(card: Card, language: str) -> str:
    if not card.respondents:
        return ""
    if card.used == card.respondents:
        return text(Text("{used}", "{used}"), {"used": card.used}, language)
    return title("used_of", language, used=card.used, respondents=card.respondents)
