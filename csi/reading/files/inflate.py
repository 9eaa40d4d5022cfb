"""Compressed bytes, let out piece by piece and stopped before they flood the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from ...errors import UnreadableFile
from ...terms import Text

LIMIT = 2 << 30  # bytes that one part may inflate to; a full sheet of 1,048,576 x 60 small numbers stays under it
STEP = 1 << 16  # compressed bytes taken in at a time
PIECE = 1 << 18  # inflated bytes given out at a time
PATIENCE = 32 << 20  # bytes inflated before the ratio is judged: small parts may be as repetitive as they like
RATIO = 500  # answers compress 5- to 60-fold, a file of one constant 250-fold; deflate ends at 1,032
LARGE, LARGE_RATIO = 300 << 20, 100  # what unpacks to so many bytes are millions of answers, and those are not all alike

RAW, GZIP = -15, 31  # zlib's names for a bare deflate stream (inside zip) and for gzip


def inflate(packed: memoryview, place: str, wrapping: int = RAW) -> Iterator[bytes]:
    """The inflated bytes in pieces small enough for the processor's cache.

    Raises: UnreadableFile when the stream is cut short, damaged, or grows beyond LIMIT or RATIO.
    """
    stream, given = zlib.decompressobj(wrapping), 0
    for start in range(0, len(packed), STEP):
        waiting = bytes(packed[start : start + STEP])
        while waiting:
            try:
                piece = stream.decompress(waiting, PIECE)
            except zlib.error:
                raise damaged(place) from None
            given += len(piece)
            _refuse_flood(given, start + STEP, place)
            yield piece
            waiting = stream.unconsumed_tail
            if stream.eof:
                waiting = _next_member(stream, wrapping)
                stream = zlib.decompressobj(wrapping) if waiting else stream
    if not stream.eof:
        raise damaged(place)


def _next_member(stream: zlib._Decompress, wrapping: int) -> bytes:
    """gzip files may be glued together; a zip part ends where its stream ends."""
    return stream.unused_data if wrapping == GZIP and stream.unused_data.startswith(b"\x1f\x8b") else b""


def _refuse_flood(given: int, taken: int, place: str) -> None:
    ratio = LARGE_RATIO if given > LARGE else RATIO
    if given > LIMIT or (given > PATIENCE and given > ratio * taken):
        raise flood(place, given, taken)


def flood(place: str, given: int, taken: int) -> UnreadableFile:
    """The error for a file that unpacks to more than a survey does."""
    return UnreadableFile(
        place=place,
        reason=Text(
            f"it unpacks to over {given >> 20:,} MB from {max(taken >> 10, 1):,} kB, which no survey does.",
            f"文件从 {max(taken >> 10, 1):,} kB 解压后超过 {given >> 20:,} MB，正常的问卷数据不会如此。",
        ),
        remedy=Text(
            "Save the answers alone as a new .xlsx or .csv file, and score that.",
            "请只把答案数据另存为新的 .xlsx 或 .csv 文件后再计算。",
        ),
    )


def typed(place: str) -> UnreadableFile:
    """The error for XML with a document type, whose entities the reader would leave blank."""
    return UnreadableFile(
        place=place,
        reason=Text(
            "its XML declares a document type (DOCTYPE), which no spreadsheet program writes; entities in it hide answers.",
            "文件的 XML 含有文档类型声明（DOCTYPE），电子表格软件不会这样写；其中的实体会掩盖答案。",
        ),
        remedy=Text(
            "Open it in a spreadsheet and save it under a new name, or export the survey again.",
            "请用电子表格软件打开并另存为新文件，或重新导出问卷数据。",
        ),
    )


def damaged(place: str) -> UnreadableFile:
    """The error for a file that was cut short or altered."""
    return UnreadableFile(
        place=place,
        reason=Text(
            "it is damaged: part of its content is missing or altered (a download cut short?).",
            "文件已损坏：部分内容缺失或被改动（可能下载不完整）。",
        ),
        remedy=Text(
            "Get the file again, or open it in Excel and save it under a new name.",
            "请重新获取文件，或用 Excel 打开后另存为新文件。",
        ),
    )
