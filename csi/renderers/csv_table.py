"""Tables as CSV: keys as headings, full precision, an empty cell where a number has no meaning."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain

from ..results import Blank, Cell, Report, Result, Table

SURVEY = "survey"  # heading before all others when results cover several surveys
SEGMENT = ("segment_column", "segment")  # headings before the table's own when results cover parts of the respondents
BOM = "\ufeff"  # by which Excel knows UTF-8
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Row = Sequence[Cell]


def render_csv(report: Report, *, language: str = "en", excel: bool = False) -> str:
    """The main table of the report: the first of its first analysis, of all segments one below the other.

    excel: with a BOM, and no text that a spreadsheet would run as a formula; otherwise text as it stands, for scripts.
    The language changes nothing.
    """
    parts = _main(report)
    if not parts:
        return ""
    rows = _rows(parts)
    return _for_excel(rows) if excel else _written(rows)


def render_csvs(reports: Sequence[tuple[str, Report]], *, excel: bool = False) -> str:
    """The main tables of several surveys under one heading, the survey of each row in the first column; see `render_csv`."""
    parts = [(name, _main(report)) for name, report in reports]
    split = any(result.segment for _, one in parts for result, _ in one)
    keys = list(dict.fromkeys(term.key for _, one in parts for _, table in one for term in table.columns))
    heading: Row = (SURVEY, *(SEGMENT if split else ()), *keys)
    rows = ((name, *row) for name, one in parts for row in _records(one, keys, split=split))
    whole = chain([heading], rows)
    return _for_excel(whole) if excel else _written(whole)


def csv_files(report: Report, *, language: str = "en") -> dict[str, bytes]:
    """Every table by file name ("score-latents.csv"), for Excel: with a BOM, and no text that Excel takes for a formula."""
    files: dict[str, bytes] = {}
    for result in report.results:
        for table in result.tables:
            name = f"{result.analysis}-{table.key}.csv"
            if name not in files:
                rows = _rows(_parts(report, result.analysis, table.key))
                files[name] = _for_excel(rows).encode()
    return files


def harmless(cell: Cell) -> Cell:
    """The cell, with a ' before text that a spreadsheet would run as a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _main(report: Report) -> list[tuple[Result, Table]]:
    """The first table of the first analysis, for each segment."""
    if not report.results or not report.results[0].tables:
        return []
    first = report.results[0]
    return _parts(report, first.analysis, first.tables[0].key)


def _parts(report: Report, analysis: str, key: str) -> list[tuple[Result, Table]]:
    """The tables of one kind, one for each segment."""
    return [
        (result, table) for result in report.results if result.analysis == analysis for table in result.tables if table.key == key
    ]


def _rows(parts: Sequence[tuple[Result, Table]]) -> Iterator[Row]:
    split = any(result.segment for result, _ in parts)
    keys = list(dict.fromkeys(term.key for _, table in parts for term in table.columns))
    yield (*SEGMENT, *keys) if split else keys
    yield from _records(parts, keys, split=split)


def _records(parts: Sequence[tuple[Result, Table]], keys: Sequence[str], *, split: bool) -> Iterator[Row]:
    for result, table in parts:
        before = (result.segment or ("", "")) if split else ()
        for record in table.records():
            yield (*before, *(record.get(key) for key in keys))


def _for_excel(rows: Iterator[Row]) -> str:
    return BOM + _written([harmless(cell) for cell in row] for row in rows)


def _written(rows: Iterator[Row]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_field(cell) for cell in row] for row in rows)
    return out.getvalue()


def _field(cell: Cell) -> str | int | float:
    if cell is None or isinstance(cell, Blank):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
