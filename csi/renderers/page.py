"""A report as one page: a single HTML file that needs nothing beside it, for the screen, the phone and paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from ..results import Blank, Chart, Figure, Report, Result, Table
from ..terms import Unit
from .chart_rows import chart_note
from .curve_steps import curve_note
from .facts import answer, facts, findings_by_weight, headline_result, own_settings, remarks, skipped_by_reason, study_name
from .headings import title
from .map_points import map_note
from .methods import setting_lines
from .page_charts import Drawn, chart_drawings, figure_drawing
from .page_tables import TableView, full_view, shown_view
from .plain_text import plain
from .sentences import finding_sentence, interval_heading, segment_heading
from .wording import heading, interval, meaning, named, number, own_names, pick, reason, say

FINDINGS_OPEN = 12  # the rest stand folded under them


@dataclass(frozen=True)
class FigureView:
    """A figure in words."""

    about: str
    value: str
    interval: str
    drawing: str
    is_number: bool


@dataclass(frozen=True)
class ChartView:
    """A chart: its drawings and how to read them."""

    title: str
    note: str
    panels: tuple[Drawn, ...]


@dataclass(frozen=True)
class Block:
    """A table with the charts that show it."""

    table: TableView
    full: TableView | None
    charts: tuple[ChartView, ...]


@dataclass(frozen=True)
class Section:
    """One result."""

    title: str
    segment: str
    figure: FigureView | None
    answer: str
    remarks: tuple[str, ...]
    blocks: tuple[Block, ...]
    settings: str


def render_page(report: Report, *, language: str = "en") -> bytes:
    """The report as one HTML file in UTF-8, without scripts and without anything fetched.

    language: "en" or "zh". The same report gives the same bytes.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    house = Environment(
        loader=PackageLoader(__package__), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return house.get_template("page.html.j2").render(_page(report, language)).encode()


def _page(report: Report, language: str) -> dict[str, object]:
    names, ids = own_names(report, language), count(1)
    first = headline_result(report)
    return {
        "lang": "zh-Hans" if language.startswith("zh") else "en",
        "title": lambda key, **values: title(key, language, **values),
        "say": lambda key, **values: say(key, language, **values),
        "name": study_name(report.card) or title("report", language),
        "facts": facts(report, language),
        "headline": _figure(first, language, names, ids) if first else None,
        "sections": [_section(result, report, language, names, ids, leads=result is first) for result in report.results],
        "findings": [
            (finding.severity, plain(finding_sentence(finding, language))) for finding in findings_by_weight(report.findings)
        ],
        "findings_open": FINDINGS_OPEN,
        "skipped": [(plain(titles), plain(reason)) for titles, reason in skipped_by_reason(report, language)],
        "method": setting_lines(report.card.settings, language),
        "terms": _terms(report, language),
        "version": plain(report.version),
    }


def _section(
    result: Result, report: Report, language: str, names: Mapping[str, str], ids: Iterator[int], *, leads: bool
) -> Section:
    blocks = (_block(table, result, language, names, ids) for table in result.tables)
    return Section(
        title=plain(heading(result.title, language)),
        segment=plain(segment_heading(result, language)),
        figure=None if leads else _figure(result, language, names, ids),
        answer=answer(result, names, language),
        remarks=remarks(result, names, language),
        blocks=tuple(blocks),
        settings=own_settings(result, report, language),
    )


def _figure(result: Result, language: str, names: Mapping[str, str], ids: Iterator[int]) -> FigureView | None:
    figure = result.headline
    if figure is None:
        return None
    about = " · ".join(filter(None, (plain(named(figure.about, names, language)), plain(heading(figure.term, language)))))
    return FigureView(
        about=about,
        value=number(figure.term, figure.value, language, long=True),
        interval=_interval(figure, interval_heading(result.settings, language), language),
        drawing=figure_drawing(figure, about, ids, language) if _on_0_to_100(figure) else "",
        is_number=not isinstance(figure.value, Blank),
    )


def _interval(figure: Figure, words: str, language: str) -> str:
    """The interval, or why there is none when the figure itself is there."""
    if isinstance(figure.value, Blank):
        return ""
    for end in (figure.lower, figure.upper):
        if isinstance(end, Blank):
            return title("none_because", language, what=words, why=reason(end, language))
    return f"{words} {interval(figure.term, figure.lower, figure.upper, language)}"


def _on_0_to_100(figure: Figure) -> bool:
    return figure.term.unit is Unit.POINTS and not figure.term.signed and isinstance(figure.value, int | float)


def _block(table: Table, result: Result, language: str, names: Mapping[str, str], ids: Iterator[int]) -> Block:
    charts = (
        _chart(chart, table, result, language=language, names=names, ids=ids)
        for chart in result.charts
        if chart.table == table.key
    )
    return Block(
        shown_view(table, result.settings, language, names),
        full_view(table, result.settings, language, names),
        tuple(chart for chart in charts if chart.panels),
    )


def _chart(
    chart: Chart, table: Table, result: Result, *, language: str, names: Mapping[str, str], ids: Iterator[int]
) -> ChartView:
    if chart.kind == "map":
        note = map_note(chart, table, result.settings, language, names)
    elif chart.kind == "curve":
        note = curve_note(chart, table, result.settings, language)
    else:
        note = chart_note(chart, table, result.settings, language)
    told = title("chart_says", language, note=note)
    drawings = chart_drawings(chart, table, language, names, note=told, ids=ids)
    return ChartView(plain(pick(chart.title, language)), note, drawings)


def _terms(report: Report, language: str) -> list[tuple[str, str]]:
    """Every column that the reader met, once, with its meaning."""
    found: dict[str, tuple[str, str]] = {}
    for table in (table for result in report.results for table in result.tables):
        for term in table.columns:
            if meaning(term, language):
                found.setdefault(term.key, (plain(heading(term, language)), plain(meaning(term, language))))
    return list(found.values())
