"""Features of whose answers so many could not be read that the rest should decide nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...errors import NothingToScore
from ...findings import Finding, Remark
from ...study import Study
from ...terms import Text

UNREAD = (
    0.05  # of what was said to one of the two questions, from which the words that are not known may be a category of their own
)
_KEYS = frozenset({"unknown_label", "out_of_range", "not_an_answer", "date_for_answer"})
_ROW = re.compile(r"\d+$")
_TEXT = Text(
    "more than 5% of the answers to {features} could not be read (up to {share:share}%), so what they are is left open:"
    " csi check shows the words; code them 1 like … 5 dislike, or correct them",
    "{features} 有超过 5% 的答案无法读取（最多 {share:share}%），因此不下结论：csi check 可列出这些选项词；请改写，或编码为 1 很喜欢 …… 5 很不喜欢",
)


def unread_features(study: Study) -> Mapping[str, float]:
    """Share of the answers to a feature that could not be read, where it is above `UNREAD`: of the worse of its two questions."""
    lost = _lost(study)
    shares = {one.name: max(_share(study, name, lost) for name in one.pair) for one in study.model.features}
    return {name: share for name, share in shares.items() if share > UNREAD}


def unread_remark(unread: Mapping[str, float]) -> Remark | None:
    """Which features are left open; none where all were read."""
    return Remark("unread", _TEXT, {"features": tuple(unread), "share": max(unread.values())}) if unread else None


def nobody(study: Study) -> NothingToScore:
    """The refusal where no feature has a single pair of answers."""
    unread = bool(_lost(study))
    return NothingToScore(
        place=study.survey.origin.sheet or study.survey.origin.source,
        reason=Text("nobody answered both questions of any feature.", "没有人同时回答任何功能的两道题。")
        if not unread
        else Text(
            "nobody answered both questions of any feature in words or numbers that could be read.",
            "没有人以可读取的选项词或数字同时回答任何功能的两道题。",
        ),
        remedy=Text(
            f"csi check {study.survey.origin.source} shows what was read; code the answers 1 like … 5 dislike.",
            f"csi check {study.survey.origin.source} 可显示读取结果；请将答案编码为 1 很喜欢 …… 5 很不喜欢。",
        ),
    )


def _share(study: Study, column: str, lost: Mapping[str, int]) -> float:
    read = int(study.base.counts[study.survey.columns.index(column)])
    count = lost.get(column, 0)
    return count / (read + count) if count else 0.0


def _lost(study: Study) -> Mapping[str, int]:
    """Answers of these respondents that could not be read, by column."""
    survey = study.survey
    rows = {survey.rows[at] for at in study.base.kept} if survey.rows else set()
    lost: dict[str, int] = {}
    for finding in survey.findings:
        if finding.key in _KEYS:
            column = str(finding.values.get("column"))
            lost[column] = lost.get(column, 0) + _among(finding, rows)
    return lost


def _among(finding: Finding, rows: set[int]) -> int:
    """How many of its cells stand in these rows; all where rows have no numbers."""
    cells = finding.values.get("cells")
    if not rows or not isinstance(cells, tuple):
        return finding.count or 0
    found = [_ROW.search(str(cell)) for cell in cells]
    return sum(match is not None and int(match[0]) in rows for match in found)
