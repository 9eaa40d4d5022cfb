"""A workbook that is open: its sheets, how far each reaches, and the raw rows of one."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import extent_ods, extent_xlsb, extent_xlsx
from .archive import open_archive, password_protected
from .cells import Raw
from .extent import Extent, refuse_far
from .inflate import damaged
from .package import sheet_parts
from .sniff import WorkbookKind
from .source import Source

Row = list[Raw]

# the old format marks encryption with a record right after the first one
_FILEPASS = re.compile(rb"\x09\x08\x10\x00\x00\x06.{14}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


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
    extent: Callable[[str], Extent]
    book: Any  # python_calamine's workbook

    def rows(self, sheet: str) -> list[Row]:
        """Every row from A1 to the last value; row i, column j is the cell's address. Blank cells are "".

        Raises: UnreadableFile when a stray cell stretches the sheet out of proportion, or the sheet is damaged.
        """
        refuse_far(self.extent(sheet), self.source.name, sheet)
        rows: list[Row] = _guarded(lambda: self.book.get_sheet_by_name(sheet).to_python(skip_empty_area=False), self.source.name)
        return rows


def open_workbook(source: Source, kind: WorkbookKind) -> Workbook:
    """The workbook behind the bytes. Sheets are measured when asked for, and read after that.

    Raises: UnreadableFile when it is damaged, protected by a password, or unpacks to more than a survey does.
    """
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    if kind == "xls" and _FILEPASS.search(source.data):
        raise password_protected(source.name)
    measure = _measure(source, kind)
    book = _guarded(lambda: load_workbook(io.BytesIO(source.data)), source.name)
    sheets = tuple(
        Sheet(sheet.name, sheet.visible != SheetVisibleEnum.Visible)
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    )
    return Workbook(source, kind, sheets, functools.cache(measure or _measured_by_reading(book)), book)


def _measure(source: Source, kind: WorkbookKind) -> Callable[[str], Extent] | None:
    """How to find a sheet's extent before the workbook is opened."""
    if kind == "xls":
        return None  # its sheets end at IV65536: 17 million cells at the very most
    archive = open_archive(source)
    if kind == "ods":
        extents = extent_ods.measure(archive.stream("content.xml"), source.name)
        for name, extent in extents.items():
            refuse_far(extent, source.name, name)  # opening it reads all sheets
        return lambda sheet: extents.get(sheet, Extent(0, 0, 0))
    parts = sheet_parts(archive)
    archive.refuse_bombs(besides=frozenset(parts.values()))

    def measure(sheet: str) -> Extent:
        part = parts.get(sheet, "")
        if kind == "xlsb":
            return extent_xlsb.measure(archive.read(part))
        return extent_xlsx.measure(lambda: archive.stream(part))

    return measure


def _measured_by_reading(book: Any) -> Callable[[str], Extent]:
    def measure(sheet: str) -> Extent:
        read = book.get_sheet_by_name(sheet)
        return Extent(read.total_height, read.total_width, read.total_height * read.total_width)

    return measure


def _guarded(read: Callable[[], Any], place: str) -> Any:
    """What `read` returns; the reader's refusals in the words of an analyst."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError:
        raise password_protected(place) from None
    except (CalamineError, OSError, ValueError):
        raise damaged(place) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader is native code; its crashes come as this
            raise damaged(place) from None
        raise
