"""Columns whose scale rests on a guess that may as well be another one."""

from __future__ import annotations

from collections.abc import Sequence

from ...survey import Survey

_UNSURE = frozenset({"scale_doubtful", "codes_read"})


def doubtful_ends(survey: Survey) -> frozenset[str]:
    """Columns whose scale may as well be another one, as the findings say."""
    return frozenset(
        str(column)
        for finding in survey.findings
        if finding.key in _UNSURE or (finding.key == "scale_guessed" and finding.severity == "warning")
        for column in _columns(finding.values.get("columns"))
    )


def _columns(said: object) -> Sequence[object]:
    return said if isinstance(said, tuple) else ()
