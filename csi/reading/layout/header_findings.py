"""What is said of the rows that hold names: which they are, and what was passed over or assumed."""

from __future__ import annotations

from ...findings import Finding
from ...terms import Text

# rows are counted from 0 by the callers and from 1 by the analyst


def rows_above(sheet: str | None, top: int) -> tuple[Finding, ...]:
    """Said when the names do not stand in the first row."""
    if not top:
        return ()
    text = Text(
        "the column names stand in row {row}; rows above them passed over: {count}.",
        "列名在第 {row} 行；已略过其上方的 {count} 行。",
    )
    return (Finding("rows_above_header", "info", text, row_place(sheet, top), top, {"row": top + 1}),)


def no_header(sheet: str | None, at: int) -> Finding:
    """Said when answers stand where names should."""
    text = Text(
        "no row of column names was found: row {row} already holds answers. The columns are called column A, column B, …",
        "没有找到列名行：第 {row} 行已是答案。各列将称为 column A、column B……",
    )
    return Finding("no_header", "warning", text, row_place(sheet, at), values={"row": at + 1})


def import_rows(sheet: str | None, first: int, last: int) -> Finding:
    """Said of Qualtrics' second and third row."""
    text = Text(
        "rows {first} to {last} hold question texts and Qualtrics' import ids, and are not read as answers.",
        "第 {first} 至 {last} 行为题目文字和 Qualtrics 的 ImportId，未作为答案读取。",
    )
    values = {"first": first + 1, "last": last + 1}
    return Finding("import_id_rows", "info", text, row_place(sheet, first), last - first + 1, values)


def joined_rows(sheet: str | None, first: int, last: int) -> Finding:
    """Said when several rows were joined to one row of names."""
    text = Text(
        'the column names stand in rows {first} to {last}; they were joined as "upper - lower".',
        "列名分多行（第 {first} 至 {last} 行），已合并为“上 - 下”。",
    )
    key = "two_header_rows" if last == first + 1 else "three_header_rows"
    return Finding(key, "info", text, row_place(sheet, first), last - first + 1, {"first": first + 1, "last": last + 1})


def grouped_names(sheet: str | None, at: int) -> Finding:
    """Said when merged cells above the names tell which of them belong together."""
    text = Text(
        "the merged cells of row {row} say which columns belong together; the names below them are kept as they stand.",
        "第 {row} 行的合并单元格说明了哪些列属于同一组；其下方的列名保持不变。",
    )
    return Finding("names_grouped", "info", text, row_place(sheet, at), values={"row": at + 1})


def texts_below(sheet: str | None, at: int) -> Finding:
    """Said when a row under the names was taken for another row of texts."""
    text = Text(
        "row {row} holds texts unlike the answers below it; it was taken for the questions in full, not for a respondent.",
        "第 {row} 行的文字与下方答案不同，已视为完整题目文字，不计为受访者。",
    )
    return Finding("second_header_row", "warning", text, row_place(sheet, at), values={"row": at + 1})


def row_place(sheet: str | None, row: int) -> str:
    """The address of a row's first cell."""
    return f"{sheet}!A{row + 1}" if sheet else f"A{row + 1}"
