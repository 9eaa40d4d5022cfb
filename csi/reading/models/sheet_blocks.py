"""Where the tables of a model sheet stand: indicators, paths and settings, below or beside one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...terms import Text
from .nodes import Faults
from .sheet_grid import Sheet, is_note
from .sheet_headers import PAIRS, TABLES, Kind, is_feature, pair_at, table_header


@dataclass(frozen=True)
class Block:
    """One table: its header row and the rows below it (from 0), and what each column holds ("part 2": the second level)."""

    kind: Kind
    header: int
    end: int
    columns: Mapping[int, str]


def blocks_of(sheet: Sheet, faults: Faults) -> dict[Kind, Block]:
    """The tables of the sheet. A filled cell outside them is a fault, unless it begins with #."""
    headers: dict[Kind, tuple[int, dict[int, str]]] = {}
    for row in range(len(sheet.rows)):
        for table in TABLES:
            known = table.kind in headers or is_feature(sheet, row, headers.get("features"))
            columns = {} if known else table_header(sheet, row, table, faults)
            if columns:
                headers[table.kind] = (row, columns)
        for kind, words in PAIRS:
            for column in pair_at(sheet.rows[row], words):
                if kind not in headers and not any(_is_data(sheet, row, column, headers.get(table.kind)) for table in TABLES):
                    headers[kind] = (row, dict(zip((column, column + 1), words, strict=True)))
    blocks = {kind: Block(kind, row, _end(row, columns, headers, sheet), columns) for kind, (row, columns) in headers.items()}
    _refuse_strays(sheet, tuple(blocks.values()), faults)
    return blocks


def _is_data(sheet: Sheet, row: int, column: int, table: tuple[int, dict[int, str]] | None) -> bool:
    """Whether words that look like a header stand in a row of that table: latents may be called from and to."""
    if table is None or row == table[0] or column not in table[1]:
        return False
    return any(other in table[1] for other in sheet.rows[row] if other not in (column, column + 1))


def _end(row: int, columns: Mapping[int, str], headers: Mapping[Kind, tuple[int, dict[int, str]]], sheet: Sheet) -> int:
    below = (start for start, others in headers.values() if start > row and set(others) & set(columns))
    return min(below, default=len(sheet.rows))


def _refuse_strays(sheet: Sheet, blocks: Sequence[Block], faults: Faults) -> None:
    for row, cells in enumerate(sheet.rows):
        for column, text in cells.items():
            if is_note(text) or any(column in block.columns and block.header <= row < block.end for block in blocks):
                continue
            faults.add(
                sheet.place(row, column),
                Text(f'"{text[:60]}" stands outside the tables of the model.', f"“{text[:60]}”不属于模型表中的任何表格。"),
                Text(
                    "Put it under a header, remove it, or begin it with # when it is a note.",
                    "请放到表头之下或删除；若是备注，请以 # 开头。",
                ),
            )
