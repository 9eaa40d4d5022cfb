"""Cells of an .xlsx sheet whose formula draws a random number: answers that nobody gave, and that change at every calculation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_FORMULA = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*><f([^>]*)>([^<]*)')
_RANDOM = re.compile(rb"\bRAND(?:BETWEEN|ARRAY)?\(")
_SHARED = re.compile(rb'\bsi="(\d+)"')


@dataclass
class RandomFormulas:
    """Grows with the pieces of a sheet. addresses: of the cells, in the order of the file."""

    addresses: list[str] = field(default_factory=list)
    _shared: set[bytes] = field(default_factory=set)

    def take(self, piece: bytes) -> None:
        """Look through a piece that holds formulas; a shared formula is written out once, and named by number afterwards."""
        for column, row, attributes, text in _FORMULA.findall(piece):
            shared = _SHARED.search(attributes)
            if _RANDOM.search(text):
                self._shared |= {shared[1]} if shared else set()
            elif text or shared is None or shared[1] not in self._shared:
                continue
            self.addresses.append((column + row).decode())


def columns_of(addresses: Sequence[str]) -> tuple[str, ...]:
    """The letters of the columns, each once."""
    return tuple(dict.fromkeys(address.rstrip("0123456789") for address in addresses))
