"""Bytes become Cells: the one door to every format."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NothingToScore, UsageFault
from ..findings import Finding
from ..survey import Origin
from ..terms import Text
from .answers.label_scales import is_one_scale
from .cells import Cells, Raw
from .files.columnar import Columnar
from .files.delimited import TextTable, open_text
from .files.delimiter import NONE
from .files.extent import Extent
from .files.misnamed import misnamed, refuse_plain_text
from .files.named_encoding import unused_encoding
from .files.parquet import open_parquet
from .files.sniff import kind_of
from .files.source import Source, load
from .files.statistical import open_statistical
from .files.workbook import Workbook, open_workbook
from .layout.described import described
from .layout.explained import explained
from .layout.frame import frame_cells, is_frame
from .layout.long_form import widened
from .layout.merged import Merged
from .layout.named_columns import column_cells
from .layout.other_sheets import other_sides, small_sheets
from .layout.sheet_choice import choose_sheet, without_sheets
from .layout.table import shows_names, to_cells
from .layout.two_sides import with_other_sides
from .made_up import made_up
from .summaries.recognised import MOST_ROWS, summary_cells

if TYPE_CHECKING:
    from pandas import DataFrame

    Opened = Workbook | TextTable | Columnar | DataFrame
    Input = str | Path | bytes | Opened


def open_source(source: Input, *, encoding: str | None = None) -> Opened:
    """The survey opened once, for `read_cells` and `sheet_rows` to share.

    source: a path, "-" for standard input, bytes, a DataFrame, or what this returned before.
    Raises: UnreadableFile, NothingToScore (an empty file), UsageFault, MissingExtra (a format whose reader is an option).
    """
    if isinstance(source, Workbook | TextTable | Columnar) or is_frame(source):
        return source  # type: ignore[return-value]
    if not isinstance(source, str | Path | bytes):
        raise UsageFault(
            place=type(source).__name__,
            reason=Text("a survey is a path, bytes or a pandas DataFrame.", "问卷数据应为路径、字节或 pandas DataFrame。"),
            remedy=Text("Turn it into one of these.", "请转换为其中一种。"),
        )
    return _opened(load(source), encoding)


def _opened(source: Source, encoding: str | None) -> Opened:
    match kind_of(source):
        case "text":
            return open_text(source, encoding)
        case "parquet":
            return replace(open_parquet(source), findings=unused_encoding(encoding, "parquet"))
        case "sav" | "dta" | "por" | "sas7bdat" as kind:
            return open_statistical(source, kind, encoding)
        case kind:
            return replace(open_workbook(source, kind), findings=unused_encoding(encoding, kind))


def read_cells(source: Input, *, sheet: str | None = None, encoding: str | None = None) -> Cells:
    """The raw grid of a survey.

    sheet: a sheet's name or number; the one that looks like answers when left out, and a finding says so.
    encoding: of a text file; found when left out. Raises: UnreadableFile, NoSuchSheet, NothingToScore, UsageFault.
    """
    return described(_raw_cells(open_source(source, encoding=encoding), sheet))


def _raw_cells(opened: Opened, sheet: str | None) -> Cells:
    if isinstance(opened, Workbook):
        return _sheet_cells(opened, sheet)
    if isinstance(opened, TextTable):
        return _text_cells(opened)
    if isinstance(opened, Columnar):
        return widened(column_cells(opened))
    return widened(frame_cells(opened))


def sheet_rows(source: Input, names: Collection[str]) -> tuple[str, list[list[Raw]]] | None:
    """Name and raw rows of the first sheet whose name, letter case aside, is among `names`; None when there is none."""
    opened = open_source(source)
    if not isinstance(opened, Workbook):
        return None
    wanted = {name.casefold() for name in names}
    found = next((sheet.name for sheet in opened.sheets if sheet.name.strip().casefold() in wanted), None)
    return None if found is None else (found, opened.rows(found))


def _sheet_cells(workbook: Workbook, wanted: str | None) -> Cells:
    sheet, said = choose_sheet(workbook, wanted)
    origin = Origin(source=workbook.source.name, kind=workbook.kind, sheet=sheet, sheets=len(workbook.sheets))
    rows = workbook.rows(sheet)
    extent = workbook.extent(sheet)
    findings = (
        *workbook.findings,
        *misnamed(workbook.source, workbook.kind),
        *said,
        *_blank_in_reading(extent, sheet),
        *made_up(extent, sheet),
    )
    sums = summary_cells(rows, origin)
    if sums is not None:
        return replace(sums, findings=(*findings, *sums.findings))
    cells = widened(to_cells(rows, origin, findings, merged=Merged(extent.merged)))
    cells, read = with_other_sides(cells, other_sides(workbook, sheet))
    cells = replace(cells, findings=without_sheets(cells.findings, read))
    return explained(cells, small_sheets(workbook, sheet), is_one_scale)


def _text_cells(text: TextTable) -> Cells:
    origin = Origin(
        source=text.source.name,
        kind="tsv" if text.delimiter == "\t" else "csv",
        encoding=text.encoding.name,
        delimiter=None if text.delimiter == NONE else text.delimiter,
    )
    records = text.records()
    head = list(islice(records, MOST_ROWS + 1))
    findings = (*misnamed(text.source, "text"), *text.findings)
    try:
        sums = summary_cells(head, origin)
        if sums is not None:
            return replace(sums, findings=(*findings, *sums.findings))
        if text.is_large and shows_names(head):
            return widened(to_cells(head, origin, findings, below=text.blocks(len(head[-1]), len(head))))
        return widened(to_cells(chain(head, records), origin, findings))
    except NothingToScore:
        refuse_plain_text(text.source, text.beginning())
        raise


def _blank_in_reading(extent: Extent, sheet: str) -> tuple[Finding, ...]:
    """Cells that hold something in Excel and come out blank here."""
    errors = Text(
        "cells that hold an Excel error such as #N/A are read as blank: {count} ({cells}).",
        "含有 Excel 错误值（如 #N/A）的单元格按空白处理：{count} 个（{cells}）。",
    )
    hollow = Text(
        "formulas stored without their value are read as blank: {count} ({cells}). Open the file in Excel and save it.",
        "未保存计算结果的公式按空白处理：{count} 个（{cells}）。请用 Excel 打开并保存文件。",
    )
    kinds = (
        ("error_cells", errors, extent.error_cells, extent.errors),
        ("formulas_without_values", hollow, extent.hollow_formulas, extent.hollow),
    )
    return tuple(
        Finding(
            key, "warning", text, f"{sheet}!{cells[0]}", count, {"cells": ", ".join(cells) + (" …" if count > len(cells) else "")}
        )
        for key, text, cells, count in kinds
        if count
    )
