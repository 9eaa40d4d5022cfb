"""A column of many rows as its distinct values and, for every row, which of them it holds: millions of cells without as many objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, overload

from .cells import Raw

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.signedinteger[Any]]

_NARROWEST, _NARROW = 1 << 7, 1 << 15  # distinct values that a byte, and two, tell apart


class Coded(Sequence[Raw]):
    """Reads like any other column. kinds: its distinct values in order of appearance. codes: (n,) the place among them of each row's."""

    __slots__ = ("codes", "kinds")

    def __init__(self, kinds: Sequence[Raw], codes: Codes) -> None:
        self.kinds, self.codes = kinds, codes

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[Raw]:
        return map(self.kinds.__getitem__, self.codes.tolist())

    @overload
    def __getitem__(self, place: int) -> Raw: ...
    @overload
    def __getitem__(self, place: slice) -> list[Raw]: ...
    def __getitem__(self, place: int | slice) -> Raw | list[Raw]:
        if isinstance(place, slice):
            return list(map(self.kinds.__getitem__, self.codes[place].tolist()))
        return self.kinds[int(self.codes[place])]


def first_rows(column: Sequence[Raw], rows: int) -> Sequence[Raw]:
    """The column up to a row."""
    return _renumbered(column.kinds, column.codes[:rows]) if isinstance(column, Coded) else column[:rows]


def hardly_repeats(part: Coded) -> bool:
    """Whether most rows hold a value of their own, so that nothing is gained by telling them apart."""
    return 2 * len(part.kinds) > len(part)


class Growing:
    """A coded column in the making, from parts with kinds of their own."""

    def __init__(self, values: Iterable[Raw] = ()) -> None:
        self._places = _Places()
        self._parts: list[Codes] = []
        self._gaps = False  # kinds that no row may be left of
        self.extend(values)

    def extend(self, values: Iterable[Raw]) -> None:
        """Add rows one by one."""
        import numpy as np

        codes = list(map(self._places.__getitem__, values))
        self._add(np.frombuffer(bytes(codes), np.int8) if len(self._places) <= _NARROWEST else codes)

    def take(self, part: Coded, kept: Sequence[int]) -> None:
        """Add the rows of a part that are kept."""
        import numpy as np

        self._gaps |= len(kept) < len(part)
        codes = part.codes if len(kept) == len(part) else part.codes[kept]
        fresh = dict.fromkeys(kind for kind in part.kinds if kind not in self._places)
        self._places.update(zip(fresh, count(len(self._places)), strict=False))
        self._add(np.fromiter(map(self._places.__getitem__, part.kinds), self._width(), len(part.kinds))[codes])

    def _add(self, codes: Any) -> None:
        import numpy as np

        self._parts.append(np.asarray(codes, dtype=self._width()))

    def _width(self) -> type[np.signedinteger[Any]]:
        import numpy as np

        kinds = len(self._places)
        return np.int8 if kinds <= _NARROWEST else np.int16 if kinds <= _NARROW else np.int32

    def column(self) -> Coded:
        """All rows added."""
        import numpy as np

        codes, kinds = np.concatenate(self._parts), list(self._places)
        return _renumbered(kinds, codes) if self._gaps else Coded(kinds, codes)


class _Places(dict[Raw, int]):
    """Numbers each value when it is first looked up."""

    def __missing__(self, value: Raw) -> int:
        place = self[value] = len(self)
        return place


def _renumbered(kinds: Sequence[Raw], codes: Codes) -> Coded:
    """Only the kinds that are left, in the order in which they now appear."""
    import pandas

    fresh, left = pandas.factorize(codes)
    return Coded([kinds[code] for code in left.tolist()], fresh.astype(codes.dtype))
