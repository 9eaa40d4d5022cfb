"""Rows become Cells: names on top, one respondent a row, and nothing left out in silence."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from ...errors import NothingToScore
from ...findings import Finding
from ...survey import Origin
from ...terms import Text
from ..cells import Cells
from ..files.blocks import Block
from ..files.extent import letters
from .body import Body
from .header import NOTHING_MERGED, Header, find_header
from .listing import listed
from .merged import Merged
from .names import visible_names
from .raw import Row, blank_row, is_blank

_HEAD = 60  # rows with content that show where the header stands


def to_cells(
    rows: Iterable[Row],
    origin: Origin,
    findings: tuple[Finding, ...] = (),
    *,
    merged: Merged = NOTHING_MERGED,
    below: Iterable[Row | Block] = (),
) -> Cells:
    """The grid of a sheet or a text file.

    rows: every row from the first, blank ones included. origin: what is known so far; the header row is filled in.
    merged: the sheet's merged cells. below: the rows that follow, in blocks too; no names stand in them.
    Raises: NothingToScore when there is no row of names, or none of answers below it.
    """
    stream = iter(rows)
    with _collector_at_rest():
        head = list(_head(stream))
        header = find_header(head, origin.sheet, merged)
        if header is None:
            raise _nothing(origin, Text("all its cells are blank.", "所有单元格都是空白。"))
        body = Body(header.names, header.first, [] if header.row is None else head[header.top : header.first])
        body.take(chain(head[header.first :], stream))
        body.take_pieces(below)
        body.leave_out_summaries()
    if not body.rows:
        raise _nothing(origin, _no_answers(body.blank_rows))
    origin = replace(origin, header_row=0 if header.row is None else header.row + 1)
    among = merged.among(body.rows, body.columns, origin.sheet)
    return _named(body, header, origin, (*findings, *header.findings, *body.findings(origin.sheet), *among))


def shows_names(rows: Iterable[Row]) -> bool:
    """Whether so many rows are enough to see where the names stand."""
    return sum(not blank_row(row) for row in rows) >= _HEAD


def _head(stream: Iterator[Row]) -> Iterator[Row]:
    filled = 0
    for row in stream:
        yield row
        filled += not blank_row(row)
        if filled == _HEAD:
            return


def _named(body: Body, header: Header, origin: Origin, findings: tuple[Finding, ...]) -> Cells:
    """Columns with neither name nor value are dropped; they are the emptiness beside the table."""
    kept = [at for at, column in enumerate(body.columns) if body.title(at) or not all(map(is_blank, column))]
    places = tuple(letters(at + 1) for at in kept)
    names, about_names = visible_names([body.title(at) for at in kept], places, said=header.row is not None)
    rows: Sequence[int] = body.rows
    if rows[-1] - rows[0] + 1 == len(rows):
        rows = range(rows[0], rows[-1] + 1)
    return Cells(
        header=names,
        columns=tuple(body.columns[at] for at in kept),
        letters=places,
        rows=rows,
        origin=origin,
        findings=(*findings, *_dropped(body, kept), *about_names),
        questions=_questions(body, header, kept),
    )


def _questions(body: Body, header: Header, kept: Sequence[int]) -> dict[int, str]:
    """The wordings of a further row of names, where they say more than the names."""
    texts = {place: header.questions[at] for place, at in enumerate(kept) if at < len(header.questions)}
    return {place: text for place, text in texts.items() if text and text != body.title(kept[place])}


def _dropped(body: Body, kept: Sequence[int]) -> tuple[Finding, ...]:
    dropped = sorted(set(range(len(body.columns))) - set(kept))
    if not dropped:
        return ()
    text = Text(
        "columns with neither a name nor a value passed over: {count} ({columns}).",
        "已略过既无列名也无内容的列：{count} 列（{columns}）。",
    )
    values = {"columns": listed(dropped, [letters(at + 1) for at in dropped])}
    return (Finding("blank_columns", "info", text, count=len(dropped), values=values),)


def _no_answers(blank: int) -> Text:
    if blank:
        return Text(f"below its column names all {blank:,} rows are blank.", f"列名下方的 {blank:,} 行全部空白。")
    return Text("it has column names but no answers below them.", "只有列名，下面没有答案。")


def _nothing(origin: Origin, reason: Text) -> NothingToScore:
    return NothingToScore(
        place=f"{origin.source}!{origin.sheet}" if origin.sheet else origin.source,
        reason=reason,
        remedy=Text(
            "Export the survey with its answers, or name another sheet with --sheet.",
            "请导出包含答案的数据，或用 --sheet 指定其他工作表。",
        )
        if origin.sheet
        else Text("Export the survey with its answers.", "请导出包含答案的数据。"),
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Millions of new lists make the cycle collector walk through all of them again and again; none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
