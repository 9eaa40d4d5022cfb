"""Records of a text file: .csv, .tsv and their relatives, whatever separates the values."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from ...errors import UnreadableFile
from ...findings import Finding
from ...terms import Text
from .blocks import Block, Tape, can_be_cut
from .delimiter import declared, delimiter_of
from .encoding import Encoding, encoding_of
from .source import Source

_QUOTED = 200  # bytes
_SAMPLE = 1 << 18  # bytes that show the delimiter
_LARGE = 1 << 21  # bytes from which going through blocks of records is worth the library that it takes
_END = "\x1eend\x1e"  # a last line of our own: it comes out as a record unless a quotation mark is still open


@dataclass(frozen=True, eq=False)
class TextTable:
    """A text file, ready to be gone through. skipped: lines before the first record, such as Excel's `sep=;`."""

    source: Source
    encoding: Encoding
    delimiter: str
    skipped: int = 0
    findings: tuple[Finding, ...] = ()

    def records(self) -> Iterator[list[str]]:
        """Every record, blank ones included, so that their count is the row in a spreadsheet.

        Raises: UnreadableFile when a quotation mark never closes.
        """
        waiting: list[str] | None = None
        try:
            for record in self._reader():
                if waiting is not None:
                    yield waiting
                waiting = record
        except csv.Error:
            raise self._unclosed() from None
        if waiting != [_END]:
            raise self._unclosed()

    @property
    def is_large(self) -> bool:
        """Whether its records are better taken in blocks."""
        return len(self.source.data) >= _LARGE and can_be_cut(self.delimiter)

    def blocks(self, width: int, read: int) -> Iterator[list[str] | Block]:
        """The same records after the first `read`, those of this width in blocks where they are plain."""
        text = self.source.data
        if (self.encoding.name, self.encoding.errors) != ("utf-8", "strict"):
            text = text.decode(self.encoding.name, self.encoding.errors).encode()
        tape = Tape(text, self.delimiter, self._unclosed)
        tape.skip(self.skipped, read)
        return tape.pieces(width)

    def beginning(self) -> str:
        """The first characters, for messages."""
        return self.source.data[:_QUOTED].decode(self.encoding.name, "replace")

    def _reader(self) -> Any:
        lines = io.TextIOWrapper(io.BytesIO(self.source.data), self.encoding.name, self.encoding.errors, newline="")
        return csv.reader(chain(islice(lines, self.skipped, None), [_END]), delimiter=self.delimiter)

    def _unclosed(self) -> UnreadableFile:
        return UnreadableFile(
            place=f"{self.source.name}:{self._last_start() + self.skipped}",
            reason=Text(
                'a quotation mark (") in the record that begins in this line never closes.',
                '从此行开始的记录中有一个引号（"）没有闭合。',
            ),
            remedy=Text(
                "Close it or remove it, or open the file in a spreadsheet and export it again.",
                "请补上或删除该引号，或用电子表格软件打开后重新导出。",
            ),
        )

    def _last_start(self) -> int:
        """The line in which the last record begins, gone through once more because only errors need it."""
        reader, begun, line = self._reader(), 1, 1
        with contextlib.suppress(csv.Error):
            for _ in reader:
                begun, line = line, reader.line_num + 1
            return begun
        return line


def open_text(source: Source, encoding: str | None = None) -> TextTable:
    """The table in a text file, its encoding and delimiter found. Raises: as `encoding_of`."""
    decoding = encoding_of(source, encoding)
    source = replace(source, data=source.data[decoding.mark :])
    source, dropped = _without_nuls(source, decoding)
    head = source.data[:_SAMPLE].decode(decoding.name, "ignore")
    if len(source.data) > _SAMPLE:
        head = head[: head.rfind("\n") + 1] or head
    said = declared(head)
    delimiter = said or delimiter_of(head)
    return TextTable(source, decoding, delimiter, 1 if said else 0, decoding.findings + dropped)


def _without_nuls(source: Source, decoding: Encoding) -> tuple[Source, tuple[Finding, ...]]:
    if decoding.name.startswith(("utf-16", "utf-32")) or b"\0" not in source.data:
        return source, ()
    finding = Finding(
        "nul_characters",
        "warning",
        Text(
            "NUL characters left out: {count}. The file may have been damaged when it was written or copied.",
            "已忽略 NUL 字符：{count} 个。文件在写入或复制时可能受损。",
        ),
        count=source.data.count(b"\0"),
    )
    return replace(source, data=source.data.replace(b"\0", b"")), (finding,)
