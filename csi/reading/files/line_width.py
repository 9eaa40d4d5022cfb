"""Lines of a text file with more values than any table has, refused before they are split: each value costs fifty bytes and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...errors import UnreadableFile
from ...terms import Text

MOST = 65_536  # values in a line; a sheet has 16,384 columns


def bounded(lines: Iterable[str], delimiter: str, place: str) -> Iterator[str]:
    """The same lines. Raises: UnreadableFile at one with more than MOST values."""
    for line in lines:
        if len(line) > MOST and line.count(delimiter) > MOST:
            raise _too_wide(place)
        yield line


def _too_wide(place: str) -> UnreadableFile:
    return UnreadableFile(
        place=place,
        reason=Text(
            f"a line holds more than {MOST:,} values, which no survey does.",
            f"有一行超过 {MOST:,} 个值，正常的问卷数据不会如此。",
        ),
        remedy=Text(
            "Check that its line ends were not lost, and export it again.",
            "请检查换行符是否丢失，然后重新导出。",
        ),
    )
