"""A report as Markdown with GitHub's tables, for wikis and mails."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..results import Card, Figure, Report, Result
from ..terms import Text
from .chart_rows import TARGET
from .facts import answer, findings_by_weight, remarks, skipped_by_reason
from .methods import setting_lines
from .page_tables import Head, Row, TableView, shown_view
from .plain_text import plain
from .sentences import card_line, finding_sentence, headline_about, model_source, segment_heading
from .wording import DASH, heading, interval, number, own_names, pick, say

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
_DEPTH = "&emsp;"  # one level of a tree


def render_markdown(report: Report, *, language: str = "en") -> str:
    """The report as headings, sentences and tables of the columns that a reader's eye should meet."""
    names = own_names(report, language)
    blocks = _head(report.card, language)
    for result in report.results:
        blocks += _result(result, names, language)
    blocks += _findings(report, language) + _skipped(report, language)
    if report.version:
        blocks.append(f"*{escaped(say('made_by', language, version=report.version))}*")
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(words: str) -> str:
    """The words on one line as Markdown shows them unchanged, in a table cell too."""
    return _SPECIAL.sub(r"\\\1", plain(words))


def _head(card: Card, language: str) -> list[str]:
    if not card.name and not card.survey:
        return []
    sheet = say("survey_sheet", language, survey=card.survey, sheet=card.sheet) if card.sheet else card.survey
    origin = " · ".join(
        [sheet, *([say("model_source", language, model=model_source(card.model, language))] if card.model else [])]
    )
    return [f"# {escaped(card.name or card.survey)}", escaped(card_line(card, language)), escaped(origin)]


def _result(result: Result, names: Mapping[str, str], language: str) -> list[str]:
    segment = segment_heading(result, language)
    title = heading(result.title, language) + (f" · {segment}" if segment else "")
    said = answer(result, names, language)
    blocks = [f"## {escaped(title)}", _headline(result.headline, names, language) if result.headline else ""]
    blocks += [f"**{escaped(said)}**"] if said else []
    for table in result.tables:
        view = shown_view(table, result.settings, language, names)
        blocks += [f"### {escaped(view.title)}", _table(view, language), _notes(view)]
    settings = [say("pair", language, name=name, value=value) for name, value in setting_lines(result.settings, language)]
    told = escaped(pick(Text("; ", "；"), language).join(settings))
    return [*blocks, _listed(remarks(result, names, language)), f"*{told}*" if told else ""]


def _headline(figure: Figure, names: Mapping[str, str], language: str) -> str:
    about = " · ".join(headline_about(figure, names, language))
    ends = interval(figure.term, figure.lower, figure.upper, language)
    written = f"**{escaped(number(figure.term, figure.value, language, long=True))}**"
    return say("pair", language, name=escaped(about), value=written) + ("" if ends == DASH else f" ({ends})")


def _table(view: TableView, language: str) -> str:
    if not view.rows:
        return escaped(say("no_rows", language))
    heads = [escaped(head.words) for head in view.heads]
    return "\n".join([_line(heads), _line([_alignment(head) for head in view.heads]), *(_row(row) for row in view.rows)])


def _alignment(head: Head) -> str:
    return "---:" if head.numeric else ":---"


def _row(row: Row) -> str:
    words = [escaped(shown.words) + (f"<sup>{shown.note}</sup>" if shown.note else "") for shown in row.cells]
    words = [f"**{word}**" if row.strong and word else word for word in words]
    sign = f"{TARGET} " if row.strong else ""
    return _line([_DEPTH * row.depth + sign + words[0], *words[1:]])


def _line(words: Sequence[str]) -> str:
    return f"| {' | '.join(words)} |"


def _notes(view: TableView) -> str:
    return "  \n".join((f"<sup>{note.mark}</sup> " if note.mark else "") + escaped(note.words) for note in view.notes)


def _listed(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {escaped(sentence)}" for sentence in sentences)


def _findings(report: Report, language: str) -> list[str]:
    if not report.findings:
        return []
    lines = [
        f"- **{say(finding.severity, language)}** {escaped(finding_sentence(finding, language))}"
        for finding in findings_by_weight(report.findings)
    ]
    return [f"## {say('findings', language)}", "\n".join(lines)]


def _skipped(report: Report, language: str) -> list[str]:
    if not report.skipped:
        return []
    sentences = [
        say("skipped_line", language, title=titles, reason=reason) for titles, reason in skipped_by_reason(report, language)
    ]
    return [f"## {say('skipped', language)}", _listed(sentences)]
