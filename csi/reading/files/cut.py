"""Bytes cut into records and values on arrays, or not at all: only where no reader of such files could cut them otherwise."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Octets = NDArray[np.uint8]

_QUOTE, _LINE_FEED, _RETURN = b'"\n\r'
_WORD = 8


@dataclass(frozen=True, eq=False)
class Grid:
    """piece: the bytes, with eight more behind them. ends: (width, records) where each value ends. length: bytes of all these records."""

    piece: bytes
    ends: Places
    length: int

    @cached_property
    def octets(self) -> Octets:
        """One by one."""
        import numpy as np

        return np.frombuffer(self.piece, np.uint8)

    @cached_property
    def words(self) -> NDArray[np.uint64]:
        """The eight bytes from each place on, as one number."""
        import numpy as np

        return np.ndarray(len(self.piece) - _WORD + 1, "<u8", self.piece, 0, (1,))

    def spans(self, column: int) -> tuple[Places, Places]:
        """Where the values of a column begin and end, quotation marks around them aside."""
        import numpy as np

        stop = self.ends[column]
        start = self.ends[column - 1] + 1 if column else np.concatenate([[0], self.ends[-1, :-1] + 1])
        if column == len(self.ends) - 1:
            stop = stop - ((self.octets[stop - 1] == _RETURN) & (stop > start))
        quoted = (self.octets[start] == _QUOTE) & (stop > start)
        return start + quoted, stop - quoted


def cut(piece: bytes, delimiter: bytes, width: int, *, last: bool) -> Grid | None:
    """The plain records of this width that the bytes begin with; None where there are none. last: nothing follows the bytes."""
    import numpy as np

    if last and not piece.endswith(b"\n"):
        piece += b"\n"
    octets = np.frombuffer(piece, np.uint8)
    signs = np.flatnonzero((octets == delimiter[0]) | (octets == _LINE_FEED) | (octets == _QUOTE))
    quotes = octets[signs] == _QUOTE
    ends = signs[~np.logical_xor.accumulate(quotes) & ~quotes]
    records = _alike(octets[ends] == _LINE_FEED, width)
    if not records:
        return None
    ends = np.ascontiguousarray(ends[: records * width].reshape(records, width).T)
    length = int(ends[-1, -1]) + 1
    longest = np.diff(ends[-1], prepend=0).max()  # of a record, for csv sets its values a limit
    if longest > csv.field_size_limit() or not _are_plain(piece[:length], octets, signs[quotes], delimiter):
        return None
    return Grid(piece + bytes(_WORD), ends, length)


def _alike(lines: NDArray[np.bool_], width: int) -> int:
    """How many records have this many values before the first that has not. lines: whether a value ends with its record."""
    import numpy as np

    whole = lines[: len(lines) // width * width].reshape(-1, width)
    right = whole[:, -1] & (whole.sum(axis=1) == 1)
    wrong = np.flatnonzero(~right)
    return int(wrong[0]) if len(wrong) else len(right)


def _are_plain(piece: bytes, octets: Octets, quotes: Places, delimiter: bytes) -> bool:
    """Whether quotation marks stand around whole values only, and the line ends are plain."""
    import numpy as np

    returns = np.flatnonzero(octets[: len(piece)] == _RETURN)
    if b"\0" in piece or not (octets[returns + 1] == _LINE_FEED).all():
        return False
    quotes = quotes[quotes < len(piece)]
    begun, closed = quotes[0::2], quotes[1::2]
    before = np.where(begun > 0, octets[begun - 1], _LINE_FEED)
    after = octets[closed + 1]
    beside = np.array([delimiter[0], _LINE_FEED, _QUOTE], dtype=np.uint8)
    return bool(np.isin(before, beside).all() and np.isin(after, [*beside, _RETURN]).all())
