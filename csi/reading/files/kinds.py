"""The distinct values of a column of bytes, found eight bytes at a time: a value is decoded once, however often it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .cut import Grid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

_WORD = 8
_LONGEST = 256  # bytes; longer ones are comments, which hardly anybody repeats to the letter


def kinds_of(grid: Grid, column: int) -> tuple[list[str], Places]:
    """The distinct values in order of appearance (a long one perhaps twice), and which of them each record holds."""
    start, stop = grid.spans(column)
    length = stop - start
    codes, first = _single(grid.octets[start] * (length > 0)) if length.max() < 2 else _in_order(_compared(grid, start, length))
    spans = zip(start[first].tolist(), stop[first].tolist(), strict=True)
    together = b"\0".join([grid.piece[begun:ended] for begun, ended in spans]).decode()  # at once, for no value holds a NUL
    return together.replace('""', '"').split("\0"), codes


def _compared(grid: Grid, start: Places, length: Places) -> NDArray[Any]:
    """A number for each value, the same for equal ones. No value holds a NUL, so that filling up with them keeps values apart."""
    import numpy as np

    masks = np.array([(1 << 8 * octets) - 1 for octets in range(_WORD + 1)], dtype=np.uint64)
    codes: NDArray[Any] = grid.words[start] & masks[np.minimum(length, _WORD)]
    for done in range(_WORD, min(int(length.max()), _LONGEST), _WORD):
        codes = _in_order(codes)[0] if done == _WORD else codes
        more = np.flatnonzero(length > done)
        words = grid.words[start[more] + done] & masks[np.minimum(length[more] - done, _WORD)]
        kinds, _ = _in_order(words)
        codes[more] = (codes.max() + 1) + _in_order(codes[more] * (kinds.max() + 1) + kinds)[0]
    long = np.flatnonzero(length > _LONGEST)
    if len(long):
        codes[long] = codes.max() + 1 + np.arange(len(long))
    return codes


def _single(octets: NDArray[np.uint8]) -> tuple[Places, Places]:
    """As `_in_order`, for values of one byte or none, as most answers are."""
    import numpy as np

    there = np.flatnonzero(np.bincount(octets, minlength=256))
    first = np.array([(octets == octet).argmax() for octet in there])
    ranked = np.argsort(first)
    places = np.zeros(256, dtype=np.intp)
    places[there[ranked]] = np.arange(len(there))
    return places[octets], first[ranked]


def _in_order(values: NDArray[Any]) -> tuple[Places, Places]:
    """Equal values numbered in order of appearance, and where the first of each stands."""
    import numpy as np
    import pandas

    codes, kinds = pandas.factorize(values)
    first = np.empty(len(kinds), dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)  # of several numbers for one place the last stays
    return codes, first
