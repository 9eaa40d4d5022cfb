"""The header rows of a model sheet: which table begins there, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ...model.nearest import nearest
from ...model.vocabulary import FEATURE_HEADERS, INDICATOR_HEADERS, PATH_HEADERS, SETTING_HEADERS, key_of
from ...terms import Text
from .nodes import Faults, Place
from .sheet_grid import Sheet, is_note

Kind = Literal["indicators", "features", "paths", "settings"]
PAIRS: tuple[tuple[Kind, dict[str, Text]], ...] = (("paths", PATH_HEADERS), ("settings", SETTING_HEADERS))
_LEVEL = re.compile(r"(?P<word>.*?)[\s_]*(?P<level>\d+)")


def _indicator_key(text: str) -> str | None:
    level = _LEVEL.fullmatch(text)
    if level is not None and key_of(level["word"], INDICATOR_HEADERS) == "part":
        return f"part {int(level['level'])}" if int(level["level"]) > 1 else "part"
    return key_of(text, INDICATOR_HEADERS)


def _feature_key(text: str) -> str | None:
    return key_of(text, FEATURE_HEADERS)


@dataclass(frozen=True)
class Table:
    """A table with many columns. marks: keys that together tell its header row."""

    kind: Kind
    headers: Mapping[str, Text]
    key: Callable[[str], str | None]
    marks: tuple[frozenset[str], ...]


TABLES = (
    Table(
        "indicators",
        INDICATOR_HEADERS,
        _indicator_key,
        (frozenset({"latent", "indicator"}), frozenset({"latent", "column"})),
    ),
    Table("features", FEATURE_HEADERS, _feature_key, (frozenset({"feature", "functional", "dysfunctional"}),)),
)


def table_header(sheet: Sheet, row: int, table: Table, faults: Faults) -> dict[int, str]:
    """column -> key of the row that begins such a table; empty for any other row."""
    cells = sheet.rows[row]
    keys = {column: table.key(text) for column, text in cells.items()}
    if not any(marks <= set(keys.values()) for marks in table.marks):
        return {}
    beside = {at for _, words in PAIRS for column in pair_at(cells, words) for at in (column, column + 1)}
    found: dict[int, str] = {}
    for column in cells:
        key = keys[column]
        if column in beside or is_note(cells[column]):
            continue
        if key is None or key in found.values():
            _refuse_header(cells[column], key, table.headers, sheet.place(row, column), faults)
        found[column] = key or f"? {column}"
    return found


def is_feature(sheet: Sheet, row: int, features: tuple[int, dict[int, str]] | None) -> bool:
    """Whether a row below the header of features is one: a feature may be called latent, but not everything in it is a header word."""
    if features is None:
        return False
    words = [text for column, text in sheet.rows[row].items() if column in features[1]]
    return any(_indicator_key(text) is None and not is_note(text) for text in words)


def pair_at(cells: Mapping[int, str], words: Mapping[str, Text]) -> Iterator[int]:
    """Where the two words of a small table stand side by side: the first of each pair of columns."""
    first, second = words
    for column, text in cells.items():
        if key_of(text, words) == first and key_of(cells.get(column + 1, ""), words) == second:
            yield column


def _refuse_header(text: str, key: str | None, headers: Mapping[str, Text], place: Place, faults: Faults) -> None:
    if key is not None:
        faults.add(
            place,
            Text(f'a second column "{text}".', f"“{text}”列重复出现。"),
            Text("Keep one of them.", "请只保留一列。"),
        )
        return
    known = [word for header in headers.values() for word in header]
    meant = nearest(text, known)
    faults.add(
        place,
        Text(
            f'there is no column "{text}" in a model sheet; there are {", ".join(h.en for h in headers.values())}.',
            f"模型表中没有“{text}”这一列；可用的列：{'、'.join(h.zh for h in headers.values())}。",
        ),
        Text(f'The nearest is "{meant}"; begin a note with #.', f"最接近的是“{meant}”；备注请以 # 开头。")
        if meant
        else Text("Remove it, or begin it with # when it is a note.", "请删除；若是备注，请以 # 开头。"),
    )
