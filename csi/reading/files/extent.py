"""How far a sheet reaches, found before the workbook is opened.

The reader that follows allots memory for the rectangle around all values, so that one stray cell at the far corner
asks for hundreds of gigabytes and ends the process. Here the rectangle is measured first, in bounded memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import UnreadableFile
from ...terms import Text

if TYPE_CHECKING:
    from .merged import Range

ROOM = 4_000_000  # cells of rectangle that any sheet may ask for: about 1 s and 200 MB at most
SLACK = 8  # rectangle cells for each cell that is there; surveys fill a third or more of theirs
CEILING = 64_000_000  # cells of rectangle beyond which the answers do not fit in memory
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet in any spreadsheet
_LISTED = 10


@dataclass(frozen=True)
class Extent:
    """The rectangle from A1 around all values of a sheet.

    rows, columns: its size; where it is small, formatted empty cells may count. cells: how many hold a value.
    farthest_row, farthest_column: addresses of the cells that make it so large, where known.
    error_cells, hollow_formulas: addresses (ten at most) of cells with an Excel error, of formulas stored without
    their value; with their counts. Both read as blank. random_formulas: addresses of all cells that draw a random number.
    merged: the ranges of merged cells, where the format's are looked at.
    """

    rows: int
    columns: int
    cells: int
    farthest_row: str = ""
    farthest_column: str = ""
    error_cells: tuple[str, ...] = ()
    errors: int = 0
    hollow_formulas: tuple[str, ...] = ()
    hollow: int = 0
    random_formulas: tuple[str, ...] = ()
    merged: tuple[Range, ...] = ()

    @property
    def area(self) -> int:
        """Cells in the rectangle."""
        return self.rows * self.columns

    @property
    def fits(self) -> bool:
        """Whether the rectangle is in proportion to what it holds."""
        possible = self.rows <= MOST_ROWS and self.columns <= MOST_COLUMNS
        return possible and self.area <= min(CEILING, max(ROOM, SLACK * self.cells))


def refuse_far(extent: Extent, source: str, sheet: str) -> None:
    """Raise UnreadableFile, naming the stray cell, when the rectangle is out of proportion."""
    if extent.fits:
        return
    if extent.rows > MOST_ROWS and not extent.farthest_row:
        raise _too_large(extent, f"{source}!{sheet}")
    if extent.area > CEILING and extent.cells * SLACK > extent.area:
        raise _too_large(extent, f"{source}!{sheet}")
    raise UnreadableFile(
        place=f"{source}!{sheet}!{', '.join(_strays(extent))}",
        reason=Text(
            f"a stray value far from the table makes the sheet {extent.rows:,} rows by {extent.columns:,} columns, "
            f"of which {extent.cells:,} cells hold anything.",
            f"远离数据表的零散单元格使工作表达到 {extent.rows:,} 行 × {extent.columns:,} 列，"
            f"而其中只有 {extent.cells:,} 个单元格有内容。",
        ),
        remedy=Text(
            "In Excel press Ctrl+End, delete the rows below and the columns right of the answers, and save again.",
            "请在 Excel 中按 Ctrl+End，删除答案下方的行和右侧的列，然后重新保存。",
        ),
    )


def _strays(extent: Extent) -> list[str]:
    """The cell that is too far down, the one too far right, or both, by their share of what a sheet can hold."""
    down, right = extent.rows / MOST_ROWS, extent.columns / MOST_COLUMNS
    cells = ((extent.farthest_row, down), (extent.farthest_column, right))
    return list(dict.fromkeys(cell for cell, share in cells if cell and share >= max(down, right) / 2))


def _too_large(extent: Extent, place: str) -> UnreadableFile:
    return UnreadableFile(
        place=place,
        reason=Text(
            f"the sheet has {extent.rows:,} rows by {extent.columns:,} columns, more than fits in memory from a workbook.",
            f"工作表有 {extent.rows:,} 行 × {extent.columns:,} 列，超出可从工作簿载入内存的范围。",
        ),
        remedy=Text("Export it as .csv, or keep the columns that the model names.", "请导出为 .csv，或只保留模型用到的列。"),
    )


def letters(number: int) -> str:
    """The spreadsheet's name of a column counted from 1: 1 is A, 27 is AA."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The other way round: A is 1, AA is 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number


def first_few(addresses: list[str]) -> tuple[str, ...]:
    """As many addresses as a finding lists."""
    return tuple(addresses[:_LISTED])
