"""Surveys on two sheets: what was expected, or how important it is, on one, and what was experienced on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...findings import Finding
from ...terms import Text
from ..cells import Cells, Raw
from .raw import is_blank, is_figure, title

Side = Literal["expectation", "importance"]

_SIDES: dict[Side, re.Pattern[str]] = {
    "expectation": re.compile(
        r"expect|\bexp\b|期望|预期|預期|期待|harapan|expectativ|esperad|attente|erwart|기대", re.IGNORECASE
    ),
    "importance": re.compile(r"importan|\bimp\b|importân|重要|重视|重視|kepentingan|wichtig|중요", re.IGNORECASE),
}
_CHINESE: dict[Side, str] = {"expectation": "期望", "importance": "重要性"}
_BEHIND: dict[Side, str] = {"expectation": "expected", "importance": "importance"}
_HAN = re.compile(r"[\u3400-\u9fff]")
_FOUND = 0.8  # share of the ids of the smaller sheet that the other has too
_FEW = 11  # respondents
_SHARED = 2  # names that two sheets have in common besides their ids

_JOINED = Text(
    'sheet "{other}" was read beside "{sheet}" as its {side} side: {count} columns, matched by {ids}, for {found} of {respondents}'
    " respondents.",
    "工作表“{other}”已作为“{sheet}”的{side_zh}一侧一并读取：{count} 列，按“{ids}”匹配，{respondents} 名受访者中匹配到 {found} 名。",
)
_APART = Text(
    'sheet "{other}" looks like the {side} side of "{sheet}", but no column of ids that both have tells whose answers are whose, so it'
    ' was not read. Put both on one sheet, a respondent a row, with "({behind})" behind the names.',
    "工作表“{other}”看似“{sheet}”的{side_zh}一侧，但两表没有可对应受访者的共同编号列，因此未读取。"
    "请将两者放在同一工作表，每名受访者一行，并在列名后加“（{side_zh}）”。",
)


@dataclass(frozen=True)
class Beside:
    """Another sheet that its name gives away as the other side of the answers."""

    side: Side
    cells: Cells

    @property
    def sheet(self) -> str:
        """Its name."""
        return str(self.cells.origin.sheet)


def side_of(sheet: str) -> Side | None:
    """Which side of a pair the name of a sheet speaks of; None where it speaks of neither."""
    return next((side for side, form in _SIDES.items() if form.search(sheet)), None)


def with_other_sides(cells: Cells, sheets: Iterable[Beside]) -> tuple[Cells, tuple[str, ...]]:
    """The cells with the columns of the other sides, matched by ids; and the names of the sheets that were read for it.

    What cannot be matched is said and left alone: the order of the rows proves nothing.
    """
    read: list[str] = []
    for other in sheets:
        key = _key(cells, other.cells)
        if key is not None:
            cells = _joined(cells, other, key)
            read.append(other.sheet)
        elif _alike(cells, other.cells):
            cells = replace(
                cells, findings=(*cells.findings, _finding("sheets_apart", _APART, cells, other, len(other.cells.header)))
            )
    return cells, tuple(read)


def _alike(cells: Cells, other: Cells) -> bool:
    """Whether the sheets ask the same, or at least as much."""
    shared = set(map(str.casefold, cells.header)) & set(map(str.casefold, other.header))
    return len(shared) >= _SHARED or len(cells.header) == len(other.header)


def _key(cells: Cells, other: Cells) -> tuple[int, int] | None:
    """The places of a column of ids that both sheets have under one name, with mostly the same ids."""
    for at, name in enumerate(cells.header):
        to = other.position(name)
        if to is None:
            continue
        ours, theirs = _ids(cells.columns[at]), _ids(other.columns[to])
        if len(ours) <= _FEW and at > 0 and all(map(is_figure, cells.columns[at])):
            continue  # a few respondents may well give as many different answers
        if ours and theirs and len(set(ours) & set(theirs)) >= _FOUND * min(len(ours), len(theirs)):
            return at, to
    return None


def _ids(values: Sequence[Raw]) -> dict[str, int]:
    """The row of each id; {} where one stands twice, or a row has none."""
    found = {title(value): row for row, value in enumerate(values) if not is_blank(value)}
    return found if len(found) == len(values) > 1 else {}


def _joined(cells: Cells, other: Beside, key: tuple[int, int]) -> Cells:
    at, to = key
    theirs = _ids(other.cells.columns[to])
    rows = [theirs.get(title(value)) for value in cells.columns[at]]
    kept = [place for place in range(len(other.cells.header)) if place != to and not _again(cells, other.cells, place, rows)]
    here, width = cells, len(cells.header)

    def spot(column: int, row: int) -> str:
        if column < width:
            return here.address(column, row)
        theirs_row = rows[row]
        return other.cells.address(kept[column - width], 0 if theirs_row is None else theirs_row)

    found = sum(row is not None for row in rows)
    said = _finding("sheets_joined", _JOINED, cells, other, len(kept), ids=cells.header[at], found=found, respondents=len(rows))
    return replace(
        cells,
        header=(*cells.header, *(_named(cells, other, place) for place in kept)),
        columns=(*cells.columns, *(_matched(other.cells.columns[place], rows) for place in kept)),
        letters=(*cells.letters, *(f"{other.sheet}!{other.cells.letters[place]}" for place in kept)),
        findings=(*cells.findings, said),
        spot=spot,
    )


def _matched(values: Sequence[Raw], rows: Sequence[int | None]) -> list[Raw]:
    return ["" if row is None else values[row] for row in rows]


def _again(cells: Cells, other: Cells, place: int, rows: Sequence[int | None]) -> bool:
    """Whether a column says the same of the same respondents on both sheets, as their age and their town do."""
    at = cells.position(other.header[place])
    return at is not None and _matched(other.columns[place], rows) == list(cells.columns[at])


def _named(cells: Cells, other: Beside, place: int) -> str:
    """The column's name, with the side behind it where the first sheet has the same."""
    name = other.cells.header[place]
    if cells.position(name) is None:
        return name
    return f"{name}（{_CHINESE[other.side]}）" if _HAN.search(name) else f"{name} ({_BEHIND[other.side]})"


def _finding(key: str, text: Text, cells: Cells, other: Beside, count: int, **more: str | int) -> Finding:
    values = {
        "sheet": str(cells.origin.sheet),
        "other": other.sheet,
        "side": other.side,
        "side_zh": _CHINESE[other.side],
        "behind": _BEHIND[other.side],
        **more,
    }
    return Finding(key, "warning", text, other.sheet, count, values)
