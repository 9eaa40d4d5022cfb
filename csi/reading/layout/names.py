"""The names of the columns, each one once: repeated ones are numbered, absent ones are called after their letter."""

from __future__ import annotations

from collections.abc import Sequence

from ...findings import Finding
from ...terms import Text

_LISTED = 10


def visible_names(
    titles: Sequence[str], letters: Sequence[str], *, said: bool = True
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """One name a column, no two alike, and findings about those that had to be made.

    titles: as they stand, "" where a column has none. said: whether absent names are worth a finding of their own.
    """
    taken = {title for title in titles if title}
    seen: set[str] = set()
    names, repeated, unnamed = [], [], []
    for title, letter in zip(titles, letters, strict=True):
        name = title or f"column {letter}"
        if name in seen or (not title and name in taken):
            name = _numbered(name, taken | seen)
            repeated.append(name)
        if not title:
            unnamed.append(name)
        seen.add(name)
        names.append(name)
    return tuple(names), (*_repeated(repeated), *(_unnamed(unnamed) if said else ()))


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"


def _repeated(names: Sequence[str]) -> tuple[Finding, ...]:
    text = Text(
        "column names that stand more than once were numbered: {names}.",
        "重复的列名已加编号：{names}。",
    )
    return _listing("repeated_names", text, names)


def _unnamed(names: Sequence[str]) -> tuple[Finding, ...]:
    text = Text(
        "columns without a name are called after their letter: {names}.",
        "没有列名的列以列标命名：{names}。",
    )
    return _listing("unnamed_columns", text, names)


def _listing(key: str, text: Text, names: Sequence[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    more = " …" if len(names) > _LISTED else ""
    return (Finding(key, "warning", text, names[0], len(names), {"names": ", ".join(names[:_LISTED]) + more}),)
