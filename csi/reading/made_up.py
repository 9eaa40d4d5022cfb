"""Answers that a formula made up: RANDBETWEEN and its like, where respondents should have answered."""

from __future__ import annotations

from ..findings import Finding
from ..terms import Text
from .files.extent import Extent
from .files.random_formulas import columns_of

_MADE_UP = Text(
    "cells that draw a random number (RANDBETWEEN and the like), so that nobody gave these answers and they change at every"
    " calculation: {count}, in columns {columns}. They were read as they were last saved.",
    "使用随机数公式（如 RANDBETWEEN）的单元格：{count} 个，位于 {columns} 列；这些答案并非受访者所填，且每次重算都会改变。已按最后保存的值读取。",
)


def made_up(extent: Extent, sheet: str) -> tuple[Finding, ...]:
    """The finding for a sheet with such cells; nothing for any other."""
    cells = extent.random_formulas
    if not cells:
        return ()
    values = {"columns": columns_of(cells), "cells": tuple(f"{sheet}!{cell}" for cell in cells)}
    return (Finding("random_formulas", "severe", _MADE_UP, f"{sheet}!{cells[0]}", len(cells), values),)
