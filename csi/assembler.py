"""The assembler: from a study to one result, to every result it supports, to a report."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from . import __version__
from .analyses import ANALYSES, load
from .errors import MissingRole, NoHonestAnswer, NothingToScore, UsageFault
from .findings import Finding
from .model.nearest import nearest
from .results import Card, Report, Result, Skipped
from .terms import Text

if TYPE_CHECKING:
    from .study import Study

MAIN = "score"  # the analysis that a report cannot do without


def run(name: str, study: Study, **options: Any) -> Result:
    """One analysis of the study, by its name in the register.

    Raises: UsageFault for an unknown name; MissingRole when the model lacks what it needs; NoHonestAnswer.
    """
    if name not in ANALYSES:
        raise _no_analysis(name)
    return load(name)(study, **options)


def report(study: Study) -> Report:
    """Every analysis that the study supports; the others are named with the reason.

    Raises: NoHonestAnswer when the index itself has none.
    """
    results: list[Result] = []
    skipped: list[Skipped] = []
    for name in ANALYSES:
        outcome = _attempt(name, study)
        if isinstance(outcome, Result):
            results.append(outcome)
        else:
            skipped.append(outcome)
    return assemble(study, results, skipped=skipped)


def assemble(
    study: Study, results: Iterable[Result], *, skipped: Iterable[Skipped] = (), findings: Iterable[Finding] = ()
) -> Report:
    """These results with the card and the findings of their study.

    findings: further ones, beside those of the survey and the study; each is kept once.
    """
    from .study import card_of  # brings numpy, which no help page needs

    told = tuple(results)
    return Report(
        card=_carded(card_of(study), told),
        results=told,
        findings=merged(study.survey.findings, study.findings, findings),
        skipped=tuple(skipped),
        version=__version__,
        created=moment(),
        names=study.model.names(),
    )


def _carded(card: Card, results: tuple[Result, ...]) -> Card:
    """The card; where a single result permutes instead of resampling, with that result's settings, which are then all there is."""
    done = {result.settings.get("missing") for result in results}
    if len(done) == 1 and None not in done:  # not what was asked for, but what was done
        card = replace(card, settings={**card.settings, "missing": results[0].settings["missing"]})
    if len(results) != 1 or results[0].settings.get("interval") != "permutation":
        return card
    settings = results[0].settings
    return replace(card, weights=str(settings["weights"]), settings=settings)


def merged(*sources: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings in order, the same one once."""
    kept: dict[str, Finding] = {}
    for source in sources:
        for finding in source:
            kept.setdefault(repr(finding), finding)
    return tuple(kept.values())


def moment() -> str:
    """Now as ISO date-time, or the moment that SOURCE_DATE_EPOCH fixes (seconds since 1970).

    Raises: UsageFault when it is no whole number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError) as fault:
        raise UsageFault(
            place="SOURCE_DATE_EPOCH",
            reason=Text(f'"{epoch}" is no number of seconds since 1970.', f"“{epoch}”不是自 1970 年起的秒数。"),
            remedy=Text("Set it to a whole number, or unset it.", "请设为整数，或取消该环境变量。"),
        ) from fault


def _attempt(name: str, study: Study) -> Result | Skipped:
    analysis = load(name)
    reason = analysis.missing(study)
    if reason is not None:
        return Skipped(name, analysis.title, reason)
    try:
        return analysis(study)
    except (NoHonestAnswer, NothingToScore, MissingRole) as refusal:
        if name == MAIN or (isinstance(refusal, NothingToScore) and not study.model.latents):
            raise
        return Skipped(name, analysis.title, refusal.reason)


def _no_analysis(name: str) -> UsageFault:
    near = nearest(name, ANALYSES)
    said = Text(f"; the nearest is {near}", f"；最接近的是 {near}") if near else Text("", "")
    return UsageFault(
        place=Text(f"analysis {name}", f"分析 {name}"),
        reason=Text(f"there is no analysis of that name{said.en}.", f"没有该名称的分析{said.zh}。"),
        remedy=Text(f"Choose one of {', '.join(ANALYSES)}.", f"请从以下选项中选择：{'、'.join(ANALYSES)}。"),
    )
