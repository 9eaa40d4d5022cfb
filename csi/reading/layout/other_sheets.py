"""The sheets beside the one with the answers: those that are small enough to explain it, those that hold its other side."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import NothingToScore, UnreadableFile
from ...survey import Origin
from ..files.workbook import Row, Workbook
from .merged import Merged
from .sheet_choice import MODEL_SHEETS
from .table import to_cells
from .two_sides import Beside, side_of

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


def other_sides(workbook: Workbook, but: str) -> Iterator[Beside]:
    """The sheets whose names say that they hold what was expected, or how important it is, of the sheet that was read."""
    if side_of(but) is not None:
        return
    for sheet in workbook.sheets:
        side = side_of(sheet.name)
        if side is None or sheet.name == but or not workbook.extent(sheet.name).cells:
            continue
        origin = Origin(source=workbook.source.name, kind=workbook.kind, sheet=sheet.name)
        try:
            rows, merged = workbook.rows(sheet.name), Merged(workbook.extent(sheet.name).merged)
            yield Beside(side, to_cells(rows, origin, merged=merged))
        except (UnreadableFile, NothingToScore):
            continue
