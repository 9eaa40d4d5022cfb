"""One stream out of an old compound file (.xls), with every length in it checked against the size of the file.

The reader that follows allots memory by these lengths unseen, so that one broken byte among them ends the process.
"""

from __future__ import annotations

import struct
from array import array

from .inflate import damaged
from .source import Source

_HEADER = struct.Struct("<26xH2xHH6xIII4x4xIIII").unpack_from  # version, sector shifts, counts and starts
_FIRST_TABLE = 76  # where the header lists the first 109 sectors of the allocation table
_END = 0xFFFFFFFA  # sector numbers from here on are marks, not places
_ENTRY = 128
_BEGINNINGS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # the record that opens a workbook, by the age of Excel
_SMALL_STREAM = 4096  # shorter ones lie in the mini stream


def workbook_stream(source: Source) -> bytes:
    """The records of an .xls workbook. Raises: UnreadableFile when the container contradicts itself or holds no workbook."""
    try:
        return _Compound(source.data).workbook()
    except (struct.error, LookupError, ValueError):
        raise damaged(source.name) from None


class _Compound:
    """Raises ValueError, LookupError or struct.error wherever the file says something that cannot be."""

    def __init__(self, data: bytes) -> None:
        _, shift, mini_shift, directories, tables, start, *rest = _HEADER(data)
        mini_start, minis, more, extra_tables = rest
        if shift not in {9, 12} or mini_shift != 6:
            raise ValueError
        self.data, self.sector = data, 1 << shift
        self.count = len(data) // self.sector + 1
        if max(directories, tables, minis, extra_tables) > self.count:
            raise ValueError
        self.table = self._allocation(more)
        self.entries = self._chain(start)
        self.minis = array("I", self._chain(mini_start)) if mini_start < _END else array("I")

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        if number >= _END or start >= len(self.data):
            raise ValueError
        return self.data[start : start + self.sector].ljust(self.sector, b"\0")

    def _allocation(self, more: int) -> array[int]:
        """For each sector the one that follows it."""
        listed = array("I", self.data[_FIRST_TABLE:512])
        while more < _END and len(listed) <= self.count + 109:
            listed.extend(array("I", self._at(more)))
            more = listed.pop()
        table = array("I")
        for number in listed:
            if number < _END:
                table.frombytes(self._at(number))
        return table

    def _chain(self, number: int) -> bytes:
        sectors: list[bytes] = []
        while number < _END:
            if len(sectors) > self.count:  # a circle, which the reader that follows would never leave
                raise ValueError
            sectors.append(self._at(number))
            number = self.table[number]
        return b"".join(sectors)

    def workbook(self) -> bytes:
        found: dict[str, tuple[int, int]] = {}
        for at in range(0, len(self.entries) - _ENTRY + 1, _ENTRY):
            entry = self.entries[at : at + _ENTRY]
            name = entry[:64].decode("utf-16-le", "replace").split("\0")[0]
            start, length = struct.unpack_from("<II", entry, 116)
            if name in {"Workbook", "Book", "Root Entry"}:
                if length > len(self.data):
                    raise ValueError
                found.setdefault(name.lower(), (start, length))
        small = self._chain(found["root entry"][0])
        start, length = found.get("workbook") or found["book"]
        stream = self._chain(start) if length >= _SMALL_STREAM else self._mini_chain(small, start)
        if not stream.startswith(_BEGINNINGS):
            raise ValueError
        return stream[:length]

    def _mini_chain(self, stream: bytes, number: int) -> bytes:
        pieces: list[bytes] = []
        while number < _END:
            if len(pieces) > len(self.minis):
                raise ValueError
            pieces.append(stream[number * 64 : number * 64 + 64])
            number = self.minis[number]
        return b"".join(pieces)
