"""A report for a person at a terminal: the answer in a second, the reason in ten, no number without its uncertainty."""

from __future__ import annotations

from dataclasses import replace

from ..results import Report, Result, Table
from ..terms import Text
from .chart_rows import FIELDS
from .facts import answer, remarks
from .methods import setting_lines
from .sentences import segment_heading
from .terminal_curve import curve_lines
from .terminal_foot import finding_lines, skipped_lines
from .terminal_head import card_head, headline
from .terminal_look import ASCII, UNICODE, Line, Screen, indented, paint
from .terminal_map import map_lines
from .terminal_table import table_lines
from .wording import own_names, pick, say

NARROWEST = 40


def render_terminal(
    report: Report,
    *,
    language: str = "en",
    width: int = 100,
    color: bool = False,
    verbose: bool = False,
    unicode: bool = True,
) -> str:
    """The report as lines of at most `width` cells (40 or more).

    verbose: every finding, and the settings of each result. unicode: False for terminals that know ASCII signs only.
    """
    screen = Screen(
        max(width, NARROWEST), language, UNICODE if unicode else ASCII, color and unicode, own_names(report, language)
    )
    lines = card_head(report.card, screen)
    for result in report.results:
        lines += _section(result, replace(screen, settings=result.settings), verbose=verbose)
    lines += skipped_lines(report, screen)
    lines += finding_lines(report, screen, everything=verbose or any(result.analysis == "check" for result in report.results))
    return paint(lines, color=color)


def _section(result: Result, screen: Screen, *, verbose: bool) -> list[Line]:
    lines = _segment(result, screen) + headline(result, screen)
    charts = {chart.table: chart for chart in reversed(result.charts)}
    said = answer(result, screen.names, screen.language)
    lines += [(), *indented(screen.words(said), "strong", screen)] if said else []
    shown = [table for table in result.tables if verbose or not table.detail]
    for table in shown:
        lines += [()]
        if table.title != (result.title.en, result.title.zh):
            lines += [((screen.words(pick(table.title, screen.language)), "title"),)]
        chart = charts.get(table.key)
        if chart and chart.kind in FIELDS:
            draw = map_lines if chart.kind == "map" else curve_lines
            lines += [*draw(chart, table, screen), ()]
        lines += table_lines(table, chart, screen)
    lines += _hidden([table for table in result.tables if table not in shown], screen)
    lines += [()] if result.remarks else []
    for sentence in remarks(result, screen.names, screen.language):
        lines += indented(sentence, "", screen, hanging=screen.words("· "))
    return lines + (_settings(result, screen) if verbose else []) + [()]


def _hidden(tables: list[Table], screen: Screen) -> list[Line]:
    """The names of the tables for those who look closer."""
    if not tables:
        return []
    titles = pick(Text(", ", "、"), screen.language).join(pick(table.title, screen.language) for table in tables)
    return [(), *indented(screen.words(say("more_tables", screen.language, tables=titles)), "quiet", screen)]


def _segment(result: Result, screen: Screen) -> list[Line]:
    words = screen.words(segment_heading(result, screen.language))
    if not words:
        return []
    dash = screen.glyphs.rule * 2
    return [((f"{dash} ", "quiet"), (words, "title"), (f" {dash}", "quiet")), ()]


def _settings(result: Result, screen: Screen) -> list[Line]:
    lines: list[Line] = [(), ((screen.words(say("settings", screen.language)), "title"),)]
    for name, value in setting_lines(result.settings, screen.language):
        lines += indented(say("pair", screen.language, name=name, value=value), "quiet", screen)
    return lines if result.settings else []
