"""In one line, what was read: the platform, the sheet, the row of names, the encoding, how many rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from ...terms import Text
from ..cells import Cells
from ..layout.platform_names import PLATFORMS

_DELIMITERS = {
    ",": Text("commas", "逗号分隔"),
    ";": Text("semicolons", "分号分隔"),
    "\t": Text("tabs", "制表符分隔"),
    "|": Text("bars", "竖线分隔"),
}


def read_line(cells: Cells) -> Text:
    """The title of the table of columns."""
    facts = read_facts(cells)
    return Text(f"Columns as they were read: {facts.en}", f"各列的读取结果：{facts.zh}")


def read_facts(cells: Cells) -> Text:
    """What was read, with dots between."""
    facts = tuple(_facts(cells))
    return Text(" · ".join(fact.en for fact in facts), " · ".join(fact.zh for fact in facts))


def _facts(cells: Cells) -> Iterator[Text]:
    origin = cells.origin
    platform = next((one.name for one in PLATFORMS if one.key == origin.platform), None)
    if platform is not None:
        space = " " if platform.zh[-1].isascii() else ""
        yield Text(f"{platform.en} export", f"{platform.zh}{space}导出")
    if origin.sheet is not None:
        sheets = Text(f" (one of {origin.sheets})", f"（共 {origin.sheets} 个）") if origin.sheets > 1 else Text("", "")
        yield Text(f'sheet "{origin.sheet}"{sheets.en}', f"工作表“{origin.sheet}”{sheets.zh}")
    if origin.kind not in ("frame", "parquet", "sav", "por", "dta", "sas7bdat"):
        row = origin.header_row
        yield Text(f"names in row {row}", f"列名在第 {row} 行") if row else Text("no row of names", "无列名行")
    if origin.encoding is not None:
        yield Text(origin.encoding, origin.encoding)
    if origin.delimiter is not None:
        yield _DELIMITERS.get(origin.delimiter, Text(f'parted by "{origin.delimiter}"', f"以“{origin.delimiter}”分隔"))
    yield Text(f"{len(cells.rows):,} rows", f"{len(cells.rows):,} 行")
    yield Text(f"{len(cells.header):,} columns", f"{len(cells.header):,} 列")
