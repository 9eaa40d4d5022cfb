"""The dictionary of an SPSS file, gone through before it is opened: its reader believes every length, and some end the process."""

from __future__ import annotations

import struct
from collections.abc import Callable

from .inflate import damaged
from .source import Source

_HEADER = 176
_LAYOUT = 64  # where a 2 or a 3 tells the order of bytes
_WIDEST, _LONGEST = 255, 32_767  # bytes of a text variable, and of one that is spread over several
_NUMERIC, _CONTINUED = 0, -1
_TEXT_FORMATS = (1, 2)  # A and AHEX
_MISSING = frozenset({-3, -2, 0, 1, 2, 3})
_VARIABLE, _LABELS, _LABELLED, _DOCUMENT, _EXTENSION, _END = 2, 3, 4, 6, 7, 999
_VERY_LONG = 14  # the extension that says "NAME=1000"


def refuse_broken_dictionary(source: Source) -> None:
    """Raise UnreadableFile when the dictionary contradicts itself."""
    try:
        _Dictionary(source.data).walk()
    except (struct.error, IndexError, ValueError):
        raise damaged(source.name) from None


class _Dictionary:
    """Raises ValueError, IndexError or struct.error wherever the file says something that cannot be."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, _HEADER
        self.order = next(order for order in "<>!" if order == "!" or struct.unpack_from(f"{order}i", data, _LAYOUT)[0] in (2, 3))
        _refuse_unless(self.order != "!")
        self.slots: list[int] = []  # the type of each eight bytes of a case
        self.awaited = 0  # how many further slots the last text variable takes

    def walk(self) -> None:
        """Go through every record up to the end of the dictionary."""
        records: dict[int, Callable[[], None]] = {
            _VARIABLE: self._variable,
            _LABELS: self._labels,
            _DOCUMENT: self._document,
            _EXTENSION: self._extension,
        }
        while (kind := self._number()) != _END:
            records[_known(kind, records)]()
        _refuse_unless(bool(self.slots) and not self.awaited)

    def _number(self) -> int:
        found: int = struct.unpack_from(f"{self.order}i", self.data, self.at)[0]
        self.at += 4
        return found

    def _skip(self, size: int, count: int = 1) -> bytes:
        _refuse_unless(size >= 0 and count >= 0 and self.at + size * count <= len(self.data))
        passed = self.data[self.at : self.at + size * count]
        self.at += size * count
        return passed

    def _variable(self) -> None:
        width, labelled, missing = self._number(), self._number(), self._number()
        forms = {self._format(), self._format()} - {0}
        name = self._skip(8)
        _refuse_unless(_CONTINUED <= width <= _WIDEST and labelled in (0, 1) and missing in _MISSING)
        _refuse_unless((width == _CONTINUED) == (self.awaited > 0) and (width == _CONTINUED or bool(name.strip(b" \0"))))
        _refuse_unless(width == _CONTINUED or all((form in _TEXT_FORMATS) == (width > 0) for form in forms))
        self.awaited = self.awaited - 1 if width == _CONTINUED else max(-(-width // 8) - 1, 0)
        self.slots.append(width)
        if labelled:
            length = self._number()
            _refuse_unless(0 <= length <= _LONGEST)
            self._skip(-(-length // 4) * 4)
        self._skip(8, abs(missing))

    def _format(self) -> int:
        """What kind of value a variable is shown as."""
        return (self._number() >> 16) & 0xFF

    def _labels(self) -> None:
        are_texts = True
        for _ in range(self._count(8)):
            are_texts &= min(self._skip(8)) >= ord(" ")
            length = self._skip(1)[0]
            self._skip(-(-(length + 1) // 8) * 8 - 1)
        _refuse_unless(self._number() == _LABELLED)
        for _ in range(self._count(4)):
            width = self.slots[_index(self._number())]
            _refuse_unless(width == _NUMERIC or (width > 0 and are_texts))

    def _count(self, size: int) -> int:
        count = self._number()
        _refuse_unless(count >= 0 and self.at + size * count <= len(self.data))
        return count

    def _document(self) -> None:
        self._skip(80, self._number())

    def _extension(self) -> None:
        subtype, size, count = self._number(), self._number(), self._number()
        content = self._skip(size, count)
        if subtype == _VERY_LONG:
            for entry in filter(None, content.replace(b"\0", b"").split(b"\t")):
                _refuse_unless(0 < int(entry.rpartition(b"=")[2]) <= _LONGEST)


def _index(number: int) -> int:
    _refuse_unless(number > 0)
    return number - 1


def _known(kind: int, records: dict[int, Callable[[], None]]) -> int:
    _refuse_unless(kind in records)
    return kind


def _refuse_unless(sound: bool) -> None:
    if not sound:
        raise ValueError
