"""Where the tables of a model sheet stand: indicators, paths and settings, below or beside one another."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...model.nearest import nearest
from ...model.vocabulary import INDICATOR_HEADERS, PATH_HEADERS, SETTING_HEADERS, key_of
from ...terms import Text
from .nodes import Faults, Place, Word

Kind = Literal["indicators", "paths", "settings"]
_PAIRS: tuple[tuple[Kind, dict[str, Text]], ...] = (("paths", PATH_HEADERS), ("settings", SETTING_HEADERS))
_LEVEL = re.compile(r"(?P<word>.*?)[\s_]*(?P<level>\d+)")


@dataclass(frozen=True)
class Block:
    """One table: its header row and the rows below it (from 0), and what each column holds ("part 2": the second level)."""

    kind: Kind
    header: int
    end: int
    columns: Mapping[int, str]


@dataclass(frozen=True)
class Sheet:
    """The words of a sheet: one dictionary a row, column -> text, blanks left out."""

    name: str
    rows: tuple[Mapping[int, str], ...]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands: "model!C7"."""
        address = f"{self.name}!{column_letters(column)}{row + 1}"
        return Place(address, address, (row, column))

    def word(self, row: int, column: int) -> Word | None:
        """What stands in a cell, or None."""
        text = self.rows[row].get(column)
        return None if text is None else Word(text, self.place(row, column))


def sheet_of(rows: Sequence[Sequence[object]], name: str) -> Sheet:
    """The sheet as words: 3.0 is "3", TRUE is "yes", outer spaces do not count; a row that is only a # note is blank."""
    words = ({c: text for c, raw in enumerate(row) if (text := cell_text(raw))} for row in rows)
    return Sheet(name, tuple({} if len(cells) == 1 and _is_note(*cells.values()) else cells for cells in words))


def _is_note(text: str) -> bool:
    return text.startswith("#")


def cell_text(raw: object) -> str:
    """One cell as a person would read it; empty when it is blank."""
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return ""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw).strip()


def column_letters(column: int) -> str:
    """The name of a column counted from 0: "A", …, "Z", "AA"."""
    first, last = divmod(column, 26)
    return (column_letters(first - 1) if first else "") + chr(ord("A") + last)


def blocks_of(sheet: Sheet, faults: Faults) -> dict[Kind, Block]:
    """The tables of the sheet. A filled cell outside them is a fault, unless it begins with #."""
    headers: dict[Kind, tuple[int, dict[int, str]]] = {}
    for row in range(len(sheet.rows)):
        columns = _indicator_header(sheet, row, faults) if "indicators" not in headers else {}
        if columns:
            headers["indicators"] = (row, columns)
        for kind, words in _PAIRS:
            for column in _pair(sheet.rows[row], words):
                if kind not in headers and not _is_data(sheet, row, column, headers.get("indicators")):
                    headers[kind] = (row, dict(zip((column, column + 1), words, strict=True)))
    blocks = {kind: Block(kind, row, _end(row, columns, headers, sheet), columns) for kind, (row, columns) in headers.items()}
    _refuse_strays(sheet, tuple(blocks.values()), faults)
    return blocks


def _indicator_header(sheet: Sheet, row: int, faults: Faults) -> dict[int, str]:
    """column -> key of the row that names latent and indicator or column; empty for any other row."""
    cells = sheet.rows[row]
    keys = {column: _indicator_key(text) for column, text in cells.items()}
    if "latent" not in keys.values() or not {"indicator", "column"} & set(keys.values()):
        return {}
    beside = {at for _, words in _PAIRS for column in _pair(cells, words) for at in (column, column + 1)}
    found: dict[int, str] = {}
    for column in cells:
        key = keys[column]
        if column in beside or _is_note(cells[column]):
            continue
        if key is None or key in found.values():
            _refuse_header(cells[column], key, sheet.place(row, column), faults)
        found[column] = key or f"? {column}"
    return found


def _indicator_key(text: str) -> str | None:
    level = _LEVEL.fullmatch(text)
    if level is not None and key_of(level["word"], INDICATOR_HEADERS) == "part":
        return f"part {int(level['level'])}" if int(level["level"]) > 1 else "part"
    return key_of(text, INDICATOR_HEADERS)


def _refuse_header(text: str, key: str | None, place: Place, faults: Faults) -> None:
    if key is not None:
        faults.add(
            place,
            Text(f'a second column "{text}".', f"“{text}”列重复出现。"),
            Text("Keep one of them.", "请只保留一列。"),
        )
        return
    known = [word for header in INDICATOR_HEADERS.values() for word in header]
    meant = nearest(text, known)
    faults.add(
        place,
        Text(
            f'there is no column "{text}" in a model sheet; there are {", ".join(h.en for h in INDICATOR_HEADERS.values())}.',
            f"模型表中没有“{text}”这一列；可用的列：{'、'.join(h.zh for h in INDICATOR_HEADERS.values())}。",
        ),
        Text(f'The nearest is "{meant}"; begin a note with #.', f"最接近的是“{meant}”；备注请以 # 开头。")
        if meant
        else Text("Remove it, or begin it with # when it is a note.", "请删除；若是备注，请以 # 开头。"),
    )


def _pair(cells: Mapping[int, str], words: Mapping[str, Text]) -> Iterator[int]:
    first, second = words
    for column, text in cells.items():
        if key_of(text, words) == first and key_of(cells.get(column + 1, ""), words) == second:
            yield column


def _is_data(sheet: Sheet, row: int, column: int, indicators: tuple[int, dict[int, str]] | None) -> bool:
    """Whether two words that look like a header stand in a row of indicators: latents may be called from and to."""
    if indicators is None or row == indicators[0] or column not in indicators[1]:
        return False
    return any(other in indicators[1] for other in sheet.rows[row] if other not in (column, column + 1))


def _end(row: int, columns: Mapping[int, str], headers: Mapping[Kind, tuple[int, dict[int, str]]], sheet: Sheet) -> int:
    below = (start for start, others in headers.values() if start > row and set(others) & set(columns))
    return min(below, default=len(sheet.rows))


def _refuse_strays(sheet: Sheet, blocks: Sequence[Block], faults: Faults) -> None:
    for row, cells in enumerate(sheet.rows):
        for column, text in cells.items():
            if _is_note(text) or any(column in block.columns and block.header <= row < block.end for block in blocks):
                continue
            faults.add(
                sheet.place(row, column),
                Text(f'"{text[:60]}" stands outside the tables of the model.', f"“{text[:60]}”不属于模型表中的任何表格。"),
                Text(
                    "Put it under a header, remove it, or begin it with # when it is a note.",
                    "请放到表头之下或删除；若是备注，请以 # 开头。",
                ),
            )
