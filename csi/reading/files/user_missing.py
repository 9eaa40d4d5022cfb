"""Codes that a statistics file declares to be no answer: refused, don't know, not applicable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ...findings import Finding
from ...terms import Text
from ..cells import Raw

Range = tuple[Any, Any]
Labels = dict[int, dict[float, str]]

_LISTED = 10
_SAID = Text(
    "declared as missing by the file itself: {codes} ({count} cells in {columns}).",
    "文件自身声明为缺失的代码：{codes}（共 {count} 个单元格，位于 {columns}）。",
)


def told_apart(values: Mapping[str, Sequence[Any]], about: Any) -> tuple[tuple[Sequence[Raw], ...], Labels, tuple[Finding, ...]]:
    """The columns with what is declared missing as None, the labels of the codes that are left, and what was left out.

    values: by variable. about: pyreadstat's metadata.
    """
    columns: list[Sequence[Raw]] = []
    labels: Labels = {}
    left: Counter[str] = Counter()
    where: list[str] = []
    for at, (name, given) in enumerate(values.items()):
        named = about.variable_value_labels.get(name) or {}
        gone = _missing_among(given, _ranges(name, about))
        columns.append(_answers(given, gone, named))
        left.update(_shown(value, named) for value in given if value in gone)
        where += [name] if gone else []
        answers = {float(code): text for code, text in named.items() if _is_answer(code, _ranges(name, about)) and text.strip()}
        if answers:
            labels[at] = answers
    return tuple(columns), labels, _said(left, where)


def _ranges(name: str, about: Any) -> tuple[Range, ...]:
    """SPSS declares ranges; Stata and SAS have letters of their own (.a to .z)."""
    spans = tuple((span["lo"], span["hi"]) for span in (about.missing_ranges or {}).get(name, ()))
    letters = tuple((letter, letter) for letter in (about.missing_user_values or {}).get(name, ()))
    return spans + letters


def _missing_among(given: Sequence[Any], ranges: Sequence[Range]) -> frozenset[Any]:
    return frozenset(value for value in set(given) if _within(value, ranges)) if ranges else frozenset()


def _within(value: Any, ranges: Sequence[Range]) -> bool:
    kind: Any = str if isinstance(value, str) else (int, float)  # times and dates have no codes
    return isinstance(value, kind) and any(
        isinstance(low, kind) and isinstance(high, kind) and low <= value <= high for low, high in ranges
    )


def _is_answer(code: Any, ranges: Sequence[Range]) -> bool:
    return not isinstance(code, str) and not _within(code, ranges)


def _answers(given: Sequence[Any], gone: frozenset[Any], named: Mapping[Any, str]) -> Sequence[Raw]:
    """Codes that are letters say what they mean at once; numbers keep their labels beside them."""
    words = {code: text for code, text in named.items() if isinstance(code, str) and code not in gone}
    if not gone and not words:
        return given
    return [None if value in gone else words.get(value, value) for value in given]


def _shown(value: Any, named: Mapping[Any, str]) -> str:
    code = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{code} = {named[value]}" if value in named else code


def _said(left: Counter[str], where: Sequence[str]) -> tuple[Finding, ...]:
    if not left:
        return ()
    shown = tuple(code for code, _ in left.most_common(_LISTED))
    more = ("…",) if len(where) > _LISTED else ()
    values = {"codes": shown, "columns": (*where[:_LISTED], *more)}
    return (Finding("user_missing", "info", _SAID, count=left.total(), values=values),)
