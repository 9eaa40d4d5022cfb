"""Rows of names that stand again among the answers, where exports were pasted one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .raw import Row, blank_row, title

_MOSTLY = 0.8  # of the names, for somebody may have corrected a few of them
_FEW = 3  # names, all of which must stand again


def again(header: Iterable[Row]) -> Callable[[Row], bool]:
    """A test of whether a row repeats one of these rows of names."""
    tests = [_one(row) for row in header if not blank_row(row)]
    if len(tests) == 1:
        return tests[0]
    return lambda row: any(test(row) for test in tests)


def _one(header: Row) -> Callable[[Row], bool]:
    names = [title(value) for value in header]
    filled = [at for at, name in enumerate(names) if name]
    # most rows are told from the names by the values under the first two of them
    first, second = filled[0], filled[1 % len(filled)]
    one, other = header[first], header[second]
    need = len(filled) if len(filled) <= _FEW else _MOSTLY * len(filled)

    def repeats(row: Row) -> bool:
        if len(row) <= second or (row[first] != one and row[second] != other):
            return False
        return sum(at < len(row) and title(row[at]) == names[at] for at in filled) >= need

    return repeats
