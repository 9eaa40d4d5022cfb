"""A file whose columns have names of their own: no header to look for, and often a word on what the codes mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...errors import MissingExtra, UnreadableFile
from ...findings import Finding
from ...terms import Text
from ..cells import Raw
from .extent import CEILING
from .source import Source

_ROOM = 4_000_000  # values that any file may hold: a second and 200 MB at most
_VALUES_A_BYTE = 64  # beyond that; answers take a byte for one to ten of them


@dataclass(frozen=True, eq=False)
class Columnar:
    """names: as the file writes them. columns: the values of each, None where there is none.

    questions: the wording of a column's question, by the column's place. labels: code -> what it means, by the column's place.
    encoding: of its texts, where the file leaves a choice.
    """

    source: Source
    kind: str
    names: tuple[str, ...]
    columns: tuple[Sequence[Raw], ...]
    questions: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, Mapping[float, str]] = field(default_factory=dict)
    encoding: str | None = None
    findings: tuple[Finding, ...] = ()


def most_rows(source: Source, columns: int) -> int:
    """How many rows may be read: as many values as fit in memory, and in proportion to the size of the file."""
    return min(CEILING, max(_ROOM, _VALUES_A_BYTE * len(source.data))) // max(columns, 1)


def refuse_many(source: Source, rows: int, columns: int) -> None:
    """Raise UnreadableFile when the file holds, or claims to hold, more rows than may be read."""
    if rows > most_rows(source, columns):
        raise UnreadableFile(
            place=source.name,
            reason=Text(
                f"it unpacks to {rows:,} rows by {columns:,} columns or more, which is more than a survey of {_size(source)} holds.",
                f"文件解压后至少有 {rows:,} 行 × {columns:,} 列，远超大小为 {_size(source)} 的问卷数据。",
            ),
            remedy=Text("Keep the columns that the model names, or split the file.", "请只保留模型用到的列，或拆分文件。"),
        )


def _size(source: Source) -> str:
    return f"{max(len(source.data) >> 10, 1):,} kB"


def not_installed(place: str, format_name: str, extra: str) -> MissingExtra:
    """The error for a format whose reader is an option."""
    return MissingExtra(
        place=place,
        reason=Text(
            f"reading {format_name} files needs a library that is not installed.", f"读取 {format_name} 文件需要尚未安装的库。"
        ),
        remedy=Text(
            f'pip install "csi[{extra}]", or export the answers as .xlsx or .csv.',
            f'请运行 pip install "csi[{extra}]"，或将答案导出为 .xlsx 或 .csv。',
        ),
    )
