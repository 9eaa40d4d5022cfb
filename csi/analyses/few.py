"""What is said of a study of few respondents, before anything is concluded from it."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Remark
from ..study import Study
from ..terms import Text

FEW = 30  # respondents under which nothing is called certain; the smallest base of --min-base, too


def few_respondents(study: Study) -> Iterator[Remark]:
    """A warning where there are few; nothing otherwise."""
    if study.used < FEW:
        text = Text(
            "only {used} {used:respondent|respondents} (under {few}): read all of this as a hint, not as a result",
            "仅有 {used} 位受访者（少于 {few} 位）：以下内容只能作为线索，不能作为结论",
        )
        yield Remark("few_respondents", text, {"used": study.used, "few": FEW})
