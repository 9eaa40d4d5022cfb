"""Cells of the workbook: numbers stay numbers, words stay words, and nothing from a survey becomes a formula or a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..results import Blank, Cell
from ..terms import Term, Unit
from .plain_text import plain
from .text_width import lines
from .wording import cell, reason
from .workbook_sheets import shortened

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # characters in one cell
_CHARACTER = 0.57  # width of a character, the unit of columns, in letter sizes of 10 points
_MOST_LINES = 25  # the highest row holds so many
INK, QUIET, RULE, HEAD, STRONG, TARGET = "#1B2530", "#5A6672", "#D9DFE5", "#E8EEF4", "#EEF4FA", "#0F4C81"
TONES = {"below": "#A8430A", "meets": QUIET, "exceeds": "#1D6AA5"}
_FONTS = {"en": "Arial", "zh": "Microsoft YaHei"}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        self.book = book
        face = _FONTS["zh" if language.startswith("zh") else "en"]
        self.usual: dict[str, Any] = {"font_name": face, "font_size": 10, "font_color": INK, "valign": "vcenter"}
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> Format:
        """The format with these properties over the usual ones."""
        key = tuple(sorted({**self.usual, **properties}.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(key))
        return self.made[key]


class Sheet:
    """One worksheet that is written from the top downwards. `row` is the next free one, `widths` those of its columns."""

    def __init__(self, sheet: Worksheet, looks: Looks, language: str, names: Mapping[str, str]) -> None:
        self.sheet, self.looks, self.language, self.names = sheet, looks, language, names
        self.row = 0
        self.widths: list[float] = []
        self.heights: dict[int, int] = {}  # lines in a row, where more than one

    def set_widths(self, widths: Sequence[float]) -> None:
        """Make the first columns so wide, in characters."""
        self.widths = list(widths)
        for at, width in enumerate(widths):
            self.sheet.set_column(at, at, width)

    @cached_property
    def name(self) -> str:
        """The name on its tab."""
        return str(self.sheet.get_name())

    def words(self, row: int, column: int, words: str, **look: Any) -> None:
        """Words as they stand, never a formula, a link or a number."""
        said = shortened(plain(words), LONGEST)
        self.sheet.write_string(row, column, said, self.looks(**look))
        if look.get("text_wrap") and column < len(self.widths):
            self._make_room(row, said, self.widths[column] - 2 * look.get("indent", 0), look.get("font_size", 10))

    def _make_room(self, row: int, words: str, width: float, size: float) -> None:
        """Make the row high enough for wrapped words; not every program does so when it opens the file."""
        needed = len(lines(words, width * _CHARACTER, size / 10, most=_MOST_LINES))
        if needed > self.heights.get(row, 1):
            self.heights[row] = needed
            self.sheet.set_row(row, 13.5 * needed + 1.5)

    def line(self, words: str, **look: Any) -> None:
        """Words in the first column of the next row."""
        self.words(self.row, 0, words, **look)
        self.row += 1

    def link(self, row: int, tab: str, words: str) -> None:
        """Words in the first column that lead to another sheet of the workbook."""
        from xlsxwriter.utility import quote_sheetname

        look = self.looks(font_color=TONES["exceeds"], underline=1)
        self.sheet.write_url(row, 0, f"internal:{quote_sheetname(tab)}!A1", look, words)

    def value(self, row: int, column: int, term: Term, value: Cell, **look: Any) -> None:
        """A number in full precision under its number format; words; or in grey why there is none."""
        if isinstance(value, Blank):
            grey = {"italic": True, "font_color": QUIET, "font_size": 8, "text_wrap": True}
            side = "left" if term.unit is Unit.NAME else "right"
            self.words(row, column, reason(value, self.language), **{"align": side, **look, **grey})
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self.sheet.write_number(
                row, column, value, self.looks(**{"num_format": number_format(term), "align": "right", **look})
            )
        elif value is None:
            self.sheet.write_blank(row, column, None, self.looks(**look))
        else:
            self.words(row, column, cell(term, value, self.language, names=self.names), **{"text_wrap": True, **look})


def number_format(term: Term) -> str:
    """How a spreadsheet program writes the numbers of the term: the same digits, sign and unit as everywhere."""
    if term.unit is Unit.NAME:
        return "General"
    if term.unit is Unit.P:
        return '[<0.001]"<.001";[>=0.9995]">.999";.000'
    digits = "0" + ("." + "0" * term.digits if term.digits else "")
    written = digits + "%" if term.unit is Unit.SHARE else "#,##" + digits
    return f"+{written};-{written};{written}" if term.signed else written
