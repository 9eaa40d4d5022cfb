"""Thresholds that were asked for: whether they are met, and which remarks say that they are not."""

from __future__ import annotations

from collections.abc import Sequence

from ..findings import Finding
from ..renderers.plain_text import plain
from ..renderers.sentences import finding_sentence, is_under
from ..renderers.wording import pick, reason, say
from ..results import Blank, Figure, Report
from ..terms import Text
from .faults import LISTED
from .streams import aside
from .wishes import Wishes

THRESHOLD_MISSED = 1


def verdict(report: Report, wishes: Wishes, language: str, *, name: str = "") -> int:
    """0 when every threshold is met; else 1, and each missed one is told on standard error, after the survey's name."""
    missed = [*_under(report, wishes.fail_under, language), *_strict(report, language, strict=wishes.strict)]
    for line in missed:
        aside(f"{name}: {line}" if name else line)
    return THRESHOLD_MISSED if missed else 0


def headline(report: Report) -> Figure | None:
    """The target's index over all respondents, where the report has it."""
    return next((r.headline for r in report.results if r.segment is None and r.analysis == "score"), None)


def tell_findings(findings: Sequence[Finding], language: str) -> None:
    """The findings that are more than a note, one a line on standard error."""
    for line in finding_lines([f for f in findings if f.severity != "info"], language):
        aside(line)


def finding_lines(findings: Sequence[Finding], language: str) -> list[str]:
    """Ten findings, one a line with its severity, and how many more there are."""
    lines = [
        plain(say("placed", language, place=say(f.severity, language), sentence=finding_sentence(f, language)))
        for f in findings[:LISTED]
    ]
    if len(findings) > LISTED:
        more = len(findings) - LISTED
        lines.append(pick(Text(f"and {more} more; `csi check` lists all", f"另有 {more} 条；`csi check` 列出全部"), language))
    return lines


def _under(report: Report, threshold: float | None, language: str) -> list[str]:
    figure = headline(report)
    if threshold is None or figure is None:
        return []
    if isinstance(figure.value, Blank):
        why = reason(figure.value, language)
        unknown = Text(
            f"the index is not known ({why}), so it does not reach {threshold:g}", f"指数未知（{why}），因此未达到 {threshold:g}"
        )
        return [pick(unknown, language)]
    return [is_under(figure, threshold, language)] if figure.value < threshold else []


def _strict(report: Report, language: str, *, strict: bool) -> list[str]:
    return finding_lines([f for f in report.findings if f.severity != "info"], language) if strict else []
