"""The first and the last sheet of the workbook: what the report says in short, and what its words mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..results import Blank, Figure, Report, Table
from ..terms import LOWER, STANDARD_ERROR, UPPER, N, Term
from .facts import facts, findings_by_weight, headline_result, skipped_by_reason, study_name
from .headings import HEADINGS, title
from .methods import setting_lines
from .sentences import finding_sentence, interval_heading, segment_heading
from .wording import heading, meaning, named, pick, say
from .workbook_cells import HEAD, QUIET, RULE, TARGET, Sheet

_FIRST, _SECOND = 28.0, 96.0  # widths of the columns
_ABOUT = Term("about", "Of what", "对象")
_TONES = {"severe": "#A8430A", "warning": "#1B2530", "info": QUIET}


def headline_table(figure: Figure) -> Table:
    """A figure as a table of one row, its uncertainty in the units of the figure."""
    spread = tuple(
        replace(figure.term, key=term.key, en=term.en, zh=term.zh, signed=figure.term.signed and term is not STANDARD_ERROR)
        for term in (STANDARD_ERROR, LOWER, UPPER)
    )
    row = (figure.about, figure.value, figure.standard_error, figure.lower, figure.upper, figure.n)
    return Table("headline", HEADINGS["headline"], (_ABOUT, figure.term, *spread, N), (row,), strong=frozenset({0}))


def write_summary(sheet: Sheet, report: Report, tabs: Sequence[str]) -> None:
    """Headline, study card, list of the sheets, findings, what is not in the report, how the figures were made."""
    language = sheet.language
    sheet.set_widths((_FIRST, _SECOND))
    sheet.line(title("report", language), font_color=QUIET)
    sheet.line(study_name(report.card) or title("summary", language), bold=True, font_size=18)
    sheet.sheet.freeze_panes(2, 0)
    sheet.row += 1
    _write_headline(sheet, report)
    _write_pairs(sheet, facts(report, language))
    _write_contents(sheet, report, tabs)
    _write_findings(sheet, report)
    _write_pairs(sheet, skipped_by_reason(report, language), say("skipped", language))
    _write_pairs(sheet, setting_lines(report.card.settings, language), title("method", language))
    if report.version:
        sheet.line(say("made_by", language, version=report.version), font_color=QUIET, font_size=8)


def write_terms(sheet: Sheet, report: Report) -> None:
    """Every column of the tables once: its name, what it means, its key in JSON and CSV."""
    language = sheet.language
    sheet.set_widths((26.0, 84.0, 22.0))
    for at, key in enumerate(("term", "meaning", "key")):
        sheet.words(0, at, title(key, language), bold=True, bg_color=HEAD)
    sheet.sheet.freeze_panes(1, 0)
    columns = (term for result in report.results for table in result.tables for term in table.columns)
    for row, term in enumerate({term.key: term for term in columns}.values(), start=1):
        sheet.words(row, 0, heading(term, language), bottom=1, bottom_color=RULE)
        sheet.words(row, 1, meaning(term, language), bottom=1, bottom_color=RULE, text_wrap=True)
        sheet.words(row, 2, term.key, bottom=1, bottom_color=RULE, font_color=QUIET)


def _write_headline(sheet: Sheet, report: Report) -> None:
    result = headline_result(report)
    figure = result.headline if result else None
    if result is None or figure is None:
        return
    about = (named(figure.about, sheet.names, sheet.language), heading(figure.term, sheet.language))
    sheet.line(" · ".join(part for part in about if part), bold=True)
    size = {} if isinstance(figure.value, Blank) else {"bold": True, "font_size": 28, "font_color": TARGET}
    sheet.sheet.set_row(sheet.row, 38.0 if size else None)
    sheet.value(sheet.row, 0, figure.term, figure.value, **size, align="left")
    sheet.row += 1
    if not isinstance(figure.lower, Blank):
        sheet.line(interval_heading(result.settings, sheet.language), font_color=QUIET)
        for end, value in ((LOWER, figure.lower), (UPPER, figure.upper)):
            sheet.words(sheet.row, 0, heading(end, sheet.language), font_color=QUIET, indent=1)
            sheet.value(sheet.row, 1, figure.term, value, align="left")
            sheet.row += 1
    sheet.row += 1


def _write_pairs(sheet: Sheet, pairs: Sequence[tuple[str, str]], over: str = "") -> None:
    if not pairs:
        return
    if over:
        _heading(sheet, over)
    for name, value in pairs:
        sheet.words(sheet.row, 0, name, font_color=QUIET)
        sheet.words(sheet.row, 1, value, text_wrap=True)
        sheet.row += 1
    sheet.row += 1


def _write_contents(sheet: Sheet, report: Report, tabs: Sequence[str]) -> None:
    _heading(sheet, title("contents", sheet.language))
    results = [" · ".join((heading(one.title, sheet.language), *_tables(one.tables, sheet.language))) for one in report.results]
    segments = [segment_heading(one, sheet.language) for one in report.results]
    held = [f"{words} · {where}" if where else words for words, where in zip(results, segments, strict=True)]
    for tab, words in zip(tabs[1:], [*held, title("terms_held", sheet.language)], strict=True):
        sheet.link(sheet.row, tab, tab)
        sheet.words(sheet.row, 1, words, text_wrap=True)
        sheet.row += 1
    sheet.row += 1


def _tables(tables: Sequence[Table], language: str) -> list[str]:
    return [pick(table.title, language) for table in tables]


def _write_findings(sheet: Sheet, report: Report) -> None:
    _heading(sheet, say("findings", sheet.language))
    if not report.findings:
        sheet.line(say("findings_none", sheet.language))
    for finding in findings_by_weight(report.findings):
        sheet.words(sheet.row, 0, say(finding.severity, sheet.language), bold=True, font_color=_TONES[finding.severity])
        sheet.words(sheet.row, 1, finding_sentence(finding, sheet.language), text_wrap=True)
        sheet.row += 1
    sheet.row += 1


def _heading(sheet: Sheet, words: str) -> None:
    for column, said in enumerate((words, "")):
        sheet.words(sheet.row, column, said, bold=True, font_size=11, bg_color=HEAD)
    sheet.row += 1
