"""A report as a workbook: a summary, one sheet a result with its tables and native charts, the terms."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from ..results import Report, Result
from .facts import answer, own_settings, remarks, study_name
from .headings import title
from .sentences import segment_heading
from .wording import heading, own_names
from .workbook_cells import QUIET, Looks, Sheet
from .workbook_charts import CHART_COLUMNS, write_chart
from .workbook_curve import write_curve
from .workbook_map import write_map
from .workbook_sheets import sheet_names, shortened
from .workbook_summary import headline_table, write_summary, write_terms
from .workbook_tables import widths, write_table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(2000, 1, 1)  # the same in every file, so that the same report gives the same bytes
WRITERS = {"map": write_map, "curve": write_curve}  # of charts that are no bars
_PORTRAIT = 110.0  # characters across an upright sheet of paper


def render_workbook(report: Report, *, language: str = "en") -> bytes:
    """The report as .xlsx. Sheets: "Summary", one named for each result (and its segment), "Terms".

    Numbers stand in full precision under number formats; words are never formulas or links. The only formulas are
    the lengths of the whiskers, right of a table that has a chart. language: "en" or "zh".
    """
    from xlsxwriter.workbook import Workbook

    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(content, options)
    book.set_properties({"title": study_name(report.card), "created": _CREATED})
    looks, names = Looks(book, language), own_names(report, language)
    tabs = sheet_names(report, language)
    sheets = [Sheet(_worksheet(book, tab, study_name(report.card)), looks, language, names) for tab in tabs]
    write_summary(sheets[0], report, tabs)
    for sheet, result in zip(sheets[1:-1], report.results, strict=True):
        _write_result(book, sheet, result, report, tabs[0])
    write_terms(sheets[-1], report)
    book.close()
    return content.getvalue()


def _worksheet(book: Workbook, tab: str, study: str) -> Worksheet:
    """A sheet that prints on A4, as many pages long as it needs."""
    sheet = book.add_worksheet(tab)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_header("&R&8 " + shortened(study, 80).replace("&", "&&"))
    sheet.set_footer("&C&8&A  &P/&N")
    return sheet


def _write_result(book: Workbook, sheet: Sheet, result: Result, report: Report, summary: str) -> None:
    head = headline_table(result.headline) if result.headline else None
    tables = (*((head,) if head else ()), *result.tables)
    columns = widths(tables, sheet.language, sheet.names)
    sheet.set_widths(columns)
    if sum(columns) > _PORTRAIT:
        sheet.sheet.set_landscape()
    _write_opening(sheet, result, summary)
    if head:
        write_table(sheet, head)
    beside = len(columns) + 1  # right of the tables, with an empty column between
    for table in result.tables:
        placed, free = write_table(sheet, table), beside
        for chart in (chart for chart in result.charts if chart.table == table.key):
            write = WRITERS.get(chart.kind, write_chart)
            free = write(book, sheet, chart, placed, free)
        if free > beside:
            sheet.sheet.set_column(beside, free - 1, CHART_COLUMNS, None, {"hidden": True})
    settings = own_settings(result, report, sheet.language)
    if settings:
        sheet.line(title("settings_here", sheet.language, settings=settings), font_color=QUIET, font_size=8)
    sheet.sheet.print_area(0, 0, sheet.row, max(len(columns) - 1, 0))


def _write_opening(sheet: Sheet, result: Result, summary: str) -> None:
    """Title and way back, which stay in sight, and the remarks."""
    parts = (heading(result.title, sheet.language), segment_heading(result, sheet.language))
    sheet.line(" · ".join(part for part in parts if part), bold=True, font_size=14)
    sheet.link(1, summary, title("back", sheet.language))
    sheet.sheet.freeze_panes(2, 1)
    sheet.row = 3
    said = answer(result, sheet.names, sheet.language)
    if said:
        sheet.line(said, bold=True)
    for remark in remarks(result, sheet.names, sheet.language):
        sheet.line(f"• {remark}")
    sheet.row += bool(result.remarks or said)
