"""The parts of a zip container (.xlsx, .xlsb, .ods), each inflated within bounds whatever its directory claims."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...errors import UnreadableFile
from ...terms import Text
from .inflate import damaged, inflate, typed
from .source import Source

_STORED, _DEFLATED = 0, 8
_LOCAL_HEADER = 30
_SMALL = 1 << 16  # packed bytes; a part that inflates a thousandfold from there is 64 MB
_ENCRYPTED = 1
_TYPED = re.compile(rb"(?:[^<]|<[?!-])*?<!DOCTYPE", re.IGNORECASE)  # before the first element
_HEAD = 4096
_XML = (".xml", ".rels")
_READ = (*_XML, ".bin")  # pictures and the like are never inflated


@dataclass(frozen=True, eq=False)
class Archive:
    """A zip file at hand. `parts` maps a part's name to where it lies."""

    source: Source
    parts: dict[str, zipfile.ZipInfo]

    def stream(self, name: str) -> Iterator[bytes]:
        """The part's bytes in pieces.

        The sizes in the directory are not believed: what is counted is what comes out.
        Raises: UnreadableFile when the part is missing, damaged, encrypted or a bomb.
        """
        if name not in self.parts:
            raise damaged(self.source.name)
        part = self.parts[name]
        if part.flag_bits & _ENCRYPTED:
            raise password_protected(self.source.name)
        if part.compress_type not in {_STORED, _DEFLATED}:
            raise damaged(self.source.name)
        packed = self._packed(part)
        pieces = inflate(packed, self.source.name) if part.compress_type == _DEFLATED else iter([bytes(packed)])
        return self._untyped(pieces) if name.endswith(_XML) else pieces

    def read(self, name: str) -> bytes:
        """The whole part."""
        return b"".join(self.stream(name))

    def refuse_bombs(self, besides: frozenset[str]) -> None:
        """Raise UnreadableFile when a part inflates beyond bounds, leaving out those that are measured later; small parts cannot."""
        for name, part in self.parts.items():
            if name not in besides and name.endswith(_READ):
                for _ in islice(self.stream(name), None if part.compress_size > _SMALL else 1):
                    pass

    def _untyped(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The same pieces. Raises: UnreadableFile when a document type stands before the first element."""
        for number, piece in enumerate(pieces):
            if not number and _TYPED.match(piece[:_HEAD]):
                raise typed(self.source.name)
            yield piece

    def _packed(self, part: zipfile.ZipInfo) -> memoryview:
        data, start = self.source.data, part.header_offset
        names = int.from_bytes(data[start + 26 : start + 28], "little") + int.from_bytes(data[start + 28 : start + 30], "little")
        begin = start + _LOCAL_HEADER + names
        if data[start : start + 4] != b"PK\x03\x04" or begin + part.compress_size > len(data):
            raise damaged(self.source.name)
        return memoryview(data)[begin : begin + part.compress_size]


def open_archive(source: Source) -> Archive:
    """The container's parts. Raises: UnreadableFile when its directory is missing or broken (a download cut short)."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as container:
            parts = {part.filename.replace("\\", "/"): part for part in container.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged(source.name) from None
    return Archive(source, parts)


def password_protected(place: str) -> UnreadableFile:
    """The error for a file that only its owner can open."""
    return UnreadableFile(
        place=place,
        reason=Text("it is protected by a password.", "文件设有密码保护。"),
        remedy=Text("Open it in Excel and save a copy without the password.", "请用 Excel 打开并另存一份不带密码的副本。"),
    )
