"""What was odd in the cells of a column: which cells, what they said, and how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...findings import Finding
from ...model import Scale
from ...terms import Text
from ..cells import Cells
from .column_answers import Fault
from .columns import Column, shown
from .no_answers import NoAnswer, kind_of_no_answer
from .said import Said
from .slips import likely_meant

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LISTED_WORDS = 10  # distinct answers quoted in one finding
_QUOTED = 40  # letters of each

_TEXTS: dict[Fault, Text] = {
    "out_of_range": Text(
        "{title}: answers outside {lowest:plain}–{highest:plain}, read as missing: {count} ({answers}; {cells})",
        "“{title}”有 {count} 个答案超出 {lowest:plain}–{highest:plain}，按缺失处理（{answers}；{cells}）",
    ),
    "not_an_answer": Text(
        "{title}: no number where an answer should be, read as missing: {count} ({answers}; {cells})",
        "“{title}”有 {count} 个单元格不是数字答案，按缺失处理（{answers}；{cells}）",
    ),
    "unknown_label": Text(
        "{title}: words that its answer scale does not know, read as missing: {count} ({answers}; {cells})",
        "“{title}”有 {count} 个答案不在其选项词中，按缺失处理（{answers}；{cells}）",
    ),
    "date": Text(
        "{title}: dates where answers should be (Excel turns 1-5 into one), read as missing: {count} ({cells})",
        "“{title}”有 {count} 个单元格是日期而非答案（Excel 会把 1-5 变成日期），按缺失处理（{cells}）",
    ),
}
_KEYS: dict[Fault, str] = {"date": "date_for_answer"}
UNREAD_KEYS = frozenset({"out_of_range", "not_an_answer", "unknown_label", "date_for_answer", "not_a_number", "not_yes_or_no"})
_MISSING_CODE = Text(
    "declared as missing: {answers} ({count} {count:cell|cells} in {titles})",
    "以下代码已声明为缺失：{answers}（共 {count} 个，位于 {titles}）",
)
_NO_ANSWER: dict[NoAnswer, Text] = {
    "not_known": Text(
        "no opinion or not known, read as no answer: {answers} ({count} {count:cell|cells} in {titles})",
        "“不知道”类回答视为未作答：{answers}（共 {count} 个，位于 {titles}）",
    ),
    "not_applicable": Text(
        "not applicable, read as no answer: {answers} ({count} {count:cell|cells} in {titles})",
        "“不适用”类回答视为未作答：{answers}（共 {count} 个，位于 {titles}）",
    ),
    "refused": Text(
        "refused, read as no answer: {answers} ({count} {count:cell|cells} in {titles})",
        "拒答，视为未作答：{answers}（共 {count} 个，位于 {titles}）",
    ),
    "left_blank": Text(
        "marks for an empty cell, read as no answer: {answers} ({count} {count:cell|cells} in {titles})",
        "以下内容视为空白、未作答：{answers}（共 {count} 个，位于 {titles}）",
    ),
}


def odd_cells(cells: Cells, column: Column, scale: Scale, faults: Sequence[Fault]) -> Iterator[Finding]:
    """One warning a kind of fault, with the address of every cell. faults: one a distinct value of the column."""
    for fault, words in _TEXTS.items():
        wrong = [number for number, one in enumerate(faults) if one == fault]
        if wrong:
            yield _warning(cells, column, wrong, (_KEYS.get(fault, fault), words), scale=scale)


def quiet_cells(judged: Iterable[tuple[Column, Sequence[Fault]]]) -> Iterator[Finding]:
    """One remark over all columns for declared codes, and one for each way of giving no answer: don't know, not applicable, refused."""
    pairs = list(judged)
    yield from _remark("missing_code", _MISSING_CODE, _with_fault(pairs, "missing_code"))
    silent = list(_with_fault(pairs, "no_answer"))
    for kind, words in _NO_ANSWER.items():
        found = [one for one in silent if (kind_of_no_answer(one[1].words) or kind_of_no_answer(one[1].whole)) == kind]
        yield from _remark("no_answer", words, found, kind=kind)


def _with_fault(pairs: Sequence[tuple[Column, Sequence[Fault]]], fault: Fault) -> Iterator[tuple[Column, Said, int]]:
    for column, faults in pairs:
        yield from ((column, said, column.counts[at]) for at, said in enumerate(column.said) if faults[at] == fault)


def _remark(key: str, words: Text, found: Iterable[tuple[Column, Said, int]], **more: str) -> Iterator[Finding]:
    counts: dict[str, int] = {}
    columns: dict[str, None] = {}
    for column, said, count in found:
        columns[column.name] = None
        counts[_quote(said)] = counts.get(_quote(said), 0) + count
    if counts:
        listed = {"answers": tuple(counts)[:LISTED_WORDS], "columns": tuple(columns), "titles": tuple(map(shown, columns))}
        yield Finding(key, "info", words, count=sum(counts.values()), values={**listed, **more})


def unreadable_numbers(cells: Cells, column: Column, wrong: Sequence[int]) -> Finding:
    """The finding for cells of a plain number column (a weight, a profit) that hold no number."""
    words = Text(
        "{title}: no number, read as missing: {count} ({answers}; {cells})",
        "“{title}”有 {count} 个单元格不是数字，按缺失处理（{answers}；{cells}）",
    )
    return _warning(cells, column, wrong, ("not_a_number", words))


def neither_yes_nor_no(cells: Cells, column: Column, wrong: Sequence[int]) -> Finding:
    """The finding for cells of a column of yes and no that say neither."""
    words = Text(
        "{title}: neither yes nor no, read as missing: {count} ({answers}; {cells})",
        "“{title}”有 {count} 个单元格既不是“是”也不是“否”，按缺失处理（{answers}；{cells}）",
    )
    return _warning(cells, column, wrong, ("not_yes_or_no", words))


def addresses(cells: Cells, position: int, rows: NDArray[np.intp]) -> tuple[str, ...]:
    """The address of each of these rows in one column."""
    return tuple(cells.address(position, int(row)) for row in rows)


def _warning(
    cells: Cells, column: Column, wrong: Sequence[int], said: tuple[str, Text], *, scale: Scale | None = None
) -> Finding:
    import numpy as np

    rows = np.flatnonzero(np.isin(column.index, np.array(wrong)))
    where = addresses(cells, column.position, rows)
    answers = tuple(_answer(column.said[number], column.counts[number], scale) for number in wrong[:LISTED_WORDS])
    values: dict[str, str | float | tuple[str, ...]] = {
        "column": column.name,
        "title": shown(column.name),
        "answers": answers,
        "cells": where,
    }
    if scale is not None:
        values |= {"lowest": scale.lowest, "highest": scale.highest}
    key, words = said
    return Finding(key, "warning", words, where[0], len(where), values)


def _answer(said: Said, count: int, scale: Scale | None) -> str:
    """The answer as it stands, how often, and the label that was probably meant."""
    times = f" ×{count}" if count > 1 else ""
    meant = likely_meant(said.words, scale.labels) if scale is not None and said.kind == "words" else None
    return f"{_quote(said)}{times}" + (f" → {meant}?" if meant else "")


def _quote(said: Said) -> str:
    text = said.text if len(said.text) <= _QUOTED else said.text[: _QUOTED - 1] + "…"
    return text if said.kind == "number" else f'"{text}"'
