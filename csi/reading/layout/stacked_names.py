"""Names that stand in several rows become one name a column."""

from __future__ import annotations

from collections.abc import Collection

from .header_signs import cell
from .raw import Row, title

_PLAIN = frozenset({"response", "open-ended response", "回答", "答案"})  # lower rows that add nothing


def titles(row: Row) -> tuple[str, ...]:
    """A row as names, "" where it has none."""
    return tuple(title(value) for value in row)


def joined(top: Row, under: Row, ends: Collection[int] = ()) -> tuple[str, ...]:
    """One name a column from two rows; a name of the upper one reaches over the blanks to its right, as far as it is known to.

    ends: the columns at which it is known that the name to their left has ended.
    """
    names, group = [], ""
    for column in range(max(len(top), len(under))):
        upper, lower = title(cell(top, column)), title(cell(under, column))
        group = upper or ("" if column in ends else group)
        if not lower:
            names.append(upper)
        elif lower.casefold() in _PLAIN or lower == group:
            names.append(group or lower)
        else:
            names.append(f"{group} - {lower}" if group else lower)
    return tuple(names)
