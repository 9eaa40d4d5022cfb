"""A workbook that is open: its sheets, how far each reaches, and the raw rows of one."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...findings import Finding
from ..cells import Raw
from . import extent_ods, extent_xls, extent_xlsb, extent_xlsx
from .archive import open_archive
from .extent import Extent, refuse_far
from .native import guarded
from .ole import workbook_stream
from .package import sheet_parts
from .sniff import WorkbookKind
from .source import Source

Row = list[Raw]
Measure = Callable[[str], Extent]


@dataclass(frozen=True)
class Sheet:
    """A worksheet's name, and whether its author hid it."""

    name: str
    hidden: bool


@dataclass(frozen=True, eq=False)
class Workbook:
    """sheets: worksheets in the workbook's order, chart sheets aside. extent: how far the named sheet reaches."""

    source: Source
    kind: WorkbookKind
    sheets: tuple[Sheet, ...]
    extent: Measure
    book: Any  # python_calamine's workbook
    findings: tuple[Finding, ...] = ()

    def rows(self, sheet: str) -> list[Row]:
        """Every row from A1 to the last value; row i, column j is the cell's address. Blank cells are "".

        Raises: UnreadableFile when a stray cell stretches the sheet out of proportion, or the sheet is damaged.
        """
        refuse_far(self.extent(sheet), self.source.name, sheet)
        rows: list[Row] = guarded(lambda: self.book.get_sheet_by_name(sheet).to_python(skip_empty_area=False), self.source.name)
        return rows


def open_workbook(source: Source, kind: WorkbookKind) -> Workbook:
    """The workbook behind the bytes. Its sheets are measured first, and read when asked for.

    Raises: UnreadableFile when it is damaged, protected by a password, or unpacks to more than a survey does.
    """
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    extents = _before_opening(source, kind)
    book = guarded(lambda: load_workbook(io.BytesIO(source.data)), source.name)
    listed = book.sheets_metadata
    sheets = tuple(
        Sheet(sheet.name, sheet.visible != SheetVisibleEnum.Visible) for sheet in listed if sheet.typ == SheetTypeEnum.WorkSheet
    )
    if isinstance(extents, list):
        extents = _named(extents, [sheet.name for sheet in listed])
    return Workbook(source, kind, sheets, functools.cache(extents), book)


def _before_opening(source: Source, kind: WorkbookKind) -> Measure | list[tuple[str, Extent]]:
    """How to measure a sheet; or all extents where opening reads all sheets, so that all of them must fit."""
    if kind in {"xls", "ods"}:
        extents = _all_extents(source, kind)
        for name, extent in extents:
            refuse_far(extent, source.name, name)
        return extents
    archive = open_archive(source)
    parts = sheet_parts(archive)
    archive.refuse_bombs(besides=frozenset(parts.values()))
    if kind == "xlsb":
        return lambda sheet: extent_xlsb.measure(archive.read(parts.get(sheet, "")), source.name)
    return lambda sheet: extent_xlsx.measure(lambda: archive.stream(parts.get(sheet, "")))


def _all_extents(source: Source, kind: WorkbookKind) -> list[tuple[str, Extent]]:
    if kind == "xls":
        return extent_xls.measure(workbook_stream(source), source.name)
    return extent_ods.measure(open_archive(source).stream("content.xml"), source.name)


def _named(extents: list[tuple[str, Extent]], names: list[str]) -> Measure:
    """By the names that the reader gives, because old files may spell theirs in an encoding of their own."""
    found = dict(zip(names, (extent for _, extent in extents), strict=False))
    return lambda sheet: found.get(sheet, Extent(0, 0, 0))
