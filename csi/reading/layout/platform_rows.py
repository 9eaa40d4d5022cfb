"""Respondents whom the platform itself marks: tests of the questionnaire, questionnaires that were not finished, rejected ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...findings import Finding, Severity
from ...terms import Text
from ..cells import Cells, Raw
from .listing import listed
from .platforms import folded
from .raw import is_blank, title

_TESTS = Text(
    'tests of the questionnaire, not respondents, by "{column}" ({said}): {count}, kept (rows {rows}); --only leaves them out.',
    "“{column}”显示为问卷测试而非受访者（{said}）：{count} 行，已保留（第 {rows} 行）；可用 --only 排除。",
)
_UNFINISHED = Text(
    'questionnaires that were not finished, by "{column}": {count}, kept (rows {rows}).',
    "“{column}”显示未完成的答卷：{count} 份，已保留（第 {rows} 行）。",
)
_REJECTED = Text(
    'answers that were rejected, by "{column}" ({said}): {count}, kept (rows {rows}); --only leaves them out.',
    "“{column}”显示已被退回的答卷（{said}）：{count} 份，已保留（第 {rows} 行）；可用 --only 排除。",
)


@dataclass(frozen=True)
class _Mark:
    """What a column says of respondents: `said` are the folded values that say so, None for a blank cell."""

    column: str
    said: frozenset[str] | None
    key: str
    severity: Severity
    text: Text


def _mark(column: str, said: str | None, key: str, severity: Severity, text: Text) -> _Mark:
    return _Mark(column, None if said is None else frozenset(said.split("|")), key, severity, text)


_PREVIEWS = "survey preview|survey test|preview|test|offline survey preview|1|2|17"
_CHANNELS = "preview|test"
_MARKS: dict[str, tuple[_Mark, ...]] = {
    "qualtrics": (
        _mark("status", _PREVIEWS, "preview_rows", "warning", _TESTS),
        _mark("response type", _PREVIEWS, "preview_rows", "warning", _TESTS),
        _mark("distributionchannel", _CHANNELS, "preview_rows", "warning", _TESTS),
        _mark("distribution channel", _CHANNELS, "preview_rows", "warning", _TESTS),
        _mark("finished", "false|0", "unfinished_rows", "info", _UNFINISHED),
    ),
    "limesurvey": tuple(
        _mark(column, None, "unfinished_rows", "info", _UNFINISHED)
        for column in (
            "submitdate", "date submitted", "date de soumission", "datum abgeschickt", "fecha de envío", "data de envio", "data invio",
            "datum ingediend", "提交日期",
        )
    ),
    "kobo": (
        _mark("_validation_status", "not approved|validation_status_not_approved", "rejected_rows", "warning", _REJECTED),
        _mark("reviewstate", "rejected", "rejected_rows", "warning", _REJECTED),
    ),
    "typeform": (_mark("response type", "partial|started", "unfinished_rows", "info", _UNFINISHED),),
}  # fmt: skip


def marked_rows(cells: Cells) -> Iterator[Finding]:
    """A finding for each column of the platform that sets some respondents apart, but not all of them."""
    names = [folded(name) for name in cells.header]
    told: set[tuple[str, tuple[int, ...]]] = set()
    for mark in _MARKS.get(cells.origin.platform or "", ()):
        if mark.column in names:
            at = names.index(mark.column)
            rows = _rows(cells.columns[at], mark.said)
            if rows and len(rows) < len(cells.rows) and (mark.key, tuple(rows)) not in told:
                told.add((mark.key, tuple(rows)))  # two columns often say the same of the same respondents
                yield _finding(cells, mark, at, rows)


def _rows(values: Collection[Raw], said: frozenset[str] | None) -> list[int]:
    if said is None:
        return [row for row, value in enumerate(values) if is_blank(value)]
    kinds = {value for value in set(map(_plain, values)) if value in said}
    return [row for row, value in enumerate(values) if _plain(value) in kinds] if kinds else []


def _plain(value: Raw) -> str:
    return title(value).casefold()


def _finding(cells: Cells, mark: _Mark, at: int, rows: list[int]) -> Finding:
    said = sorted({title(cells.columns[at][row]) for row in rows} - {""})
    return Finding(
        mark.key,
        mark.severity,
        mark.text,
        cells.address(at, rows[0]),
        len(rows),
        {"column": cells.header[at], "said": tuple(said), "rows": listed([cells.rows[row] for row in rows])},
    )
