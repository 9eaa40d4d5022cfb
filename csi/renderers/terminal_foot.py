"""What stands last on the terminal: what was left out of the report, and what was odd in the survey."""

from __future__ import annotations

import shlex

from ..results import Report
from .facts import findings_by_weight, skipped_by_reason
from .sentences import finding_sentence
from .terminal_look import Line, Screen, indented
from .wording import say

FINDINGS = 5  # before the rest is only counted


def finding_lines(report: Report, screen: Screen, *, everything: bool) -> list[Line]:
    """How many findings there are, and the worst of them; all when `everything`."""
    findings = findings_by_weight(report.findings)
    shown = findings if everything or len(findings) <= FINDINGS + 1 else findings[:FINDINGS]
    if not findings:
        return []
    key = "finding_one" if len(findings) == 1 else "findings_count"
    lines: list[Line] = [((screen.words(say(key, screen.language, count=len(findings))), "title"),)]
    for finding in shown:
        mark = screen.glyphs.marks[finding.severity] + " "
        lines += indented(finding_sentence(finding, screen.language), "", screen, hanging=mark, sign=finding.severity)
    if len(shown) < len(findings):
        lines += indented(_more(report, len(findings) - len(shown), screen), "quiet", screen, hanging="  ")
    return lines


def skipped_lines(report: Report, screen: Screen) -> list[Line]:
    """The analyses that the study does not support, and why."""
    if not report.skipped:
        return []
    lines: list[Line] = [((screen.words(say("skipped", screen.language)), "title"),)]
    for titles, reason in skipped_by_reason(report, screen.language):
        lines += indented(say("skipped_line", screen.language, title=titles, reason=reason), "quiet", screen)
    return [*lines, ()]


def _more(report: Report, more: int, screen: Screen) -> str:
    if not report.card.survey:
        return say("findings_more_plain", screen.language, more=more)
    command = f"csi check {shlex.quote(report.card.survey)}"
    return say("findings_more", screen.language, more=more, command=command)
