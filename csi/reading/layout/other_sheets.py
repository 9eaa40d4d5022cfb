"""The sheets beside the one with the answers that are small enough to explain it."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import UnreadableFile
from ..files.workbook import Row, Workbook
from .sheet_choice import MODEL_SHEETS

_SHEETS, _ROWS, _CELLS = 10, 1_000, 6_000  # of an explanation, at the most


def small_sheets(workbook: Workbook, but: str) -> Iterator[tuple[str, list[Row]]]:
    """Names and rows of the small sheets, hidden ones included; one that cannot be read explains nothing."""
    names = [sheet.name for sheet in workbook.sheets if sheet.name != but and sheet.name.strip().casefold() not in MODEL_SHEETS]
    for name in names[:_SHEETS]:
        try:
            extent = workbook.extent(name)
            if extent.cells and extent.rows <= _ROWS and extent.cells <= _CELLS and extent.fits:
                yield name, workbook.rows(name)
        except UnreadableFile:
            continue
