"""Where the bytes come from: a path, standard input, or bytes at hand."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from ...errors import NothingToScore, UnreadableFile
from ...model.nearest import nearest_few
from ...terms import Text
from .inflate import GZIP, inflate

MAX_BYTES = 2 << 30
STDIN = "-"
READABLE = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".gz", ".sav", ".zsav", ".dta", ".parquet")
_ENOUGH_NAMES = 5000  # of a crowded folder, for the nearest name


@dataclass(frozen=True, eq=False)
class Source:
    """name: the path as the analyst wrote it, "-" for standard input. data: its bytes, unpacked when they were gzipped."""

    name: str
    data: bytes


def load(source: str | Path | bytes) -> Source:
    """The bytes behind a path, "-" (standard input) or bytes.

    Raises: UnreadableFile when there is no such file, it is a folder, a lock file, unreadable or too large;
    NothingToScore when it is empty.
    """
    if isinstance(source, bytes):
        name, data = STDIN, source
    elif str(source) == STDIN:
        name, data = STDIN, sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        name, data = str(source), _read(Path(source))
    _refuse_size(name, len(data))
    if data.startswith(b"\x1f\x8b\x08"):
        data = b"".join(inflate(memoryview(data), name, GZIP))
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise _empty(name)
    return Source(name, data)


def _read(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise _lock_file(path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise _not_a_file(path)
        _refuse_size(str(path), path.stat().st_size)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _missing(path) from None
    except OSError as error:
        raise UnreadableFile(
            place=str(path),
            reason=Text(f"it cannot be read: {error.strerror}.", f"无法读取：{error.strerror}。"),
            remedy=Text(
                "Check who may read the file and whether it is open elsewhere.", "请检查文件的读取权限，以及是否被其他程序占用。"
            ),
        ) from None


def _refuse_size(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise UnreadableFile(
            place=name,
            reason=Text(
                f"it is larger than {MAX_BYTES >> 30} GB, which does not fit in memory.",
                f"文件超过 {MAX_BYTES >> 30} GB，无法载入内存。",
            ),
            remedy=Text("Keep the columns that the model names, or split the file.", "请只保留模型用到的列，或拆分文件。"),
        )


def _empty(name: str) -> NothingToScore:
    return NothingToScore(
        place=name,
        reason=Text("the file is empty.", "文件是空的。"),
        remedy=Text("Export the survey again.", "请重新导出问卷数据。"),
    )


def _lock_file(path: Path) -> UnreadableFile:
    return UnreadableFile(
        place=str(path),
        reason=Text(
            "it is the lock file that Excel keeps while a workbook is open, not the workbook.",
            "这是 Excel 打开工作簿时产生的锁定文件，不是工作簿本身。",
        ),
        remedy=Text(f"Use {path.name.removeprefix('~$')}.", f"请使用 {path.name.removeprefix('~$')}。"),
    )


def _not_a_file(path: Path) -> UnreadableFile:
    held = _surveys_in(path)
    reason = Text("it is not a file.", "这不是文件。")
    if path.is_dir():
        reason = Text(
            f"it is a folder{', holding ' + ', '.join(held) if held else ''}.",
            f"这是一个文件夹{'，其中有 ' + '、'.join(held) if held else ''}。",
        )
    return UnreadableFile(place=str(path), reason=reason, remedy=Text("Name a survey file.", "请指定一个问卷数据文件。"))


def _missing(path: Path) -> UnreadableFile:
    if not path.parent.is_dir():
        reason = Text(f"there is no folder {path.parent}.", f"文件夹 {path.parent} 不存在。")
        return UnreadableFile(place=str(path), reason=reason, remedy=Text("Check the path.", "请检查路径。"))
    names = _names_in(path.parent)
    near = nearest_few(path.name, names, at_most=3)
    listed = near or _surveys_in(path.parent)
    return UnreadableFile(
        place=str(path),
        reason=Text("there is no such file.", "文件不存在。"),
        remedy=Text(
            f"{'Nearest' if near else 'The folder holds'}: {', '.join(listed)}." if listed else "Check the name and the folder.",
            f"{'名称相近的文件' if near else '该文件夹中有'}：{'、'.join(listed)}。" if listed else "请检查文件名和所在文件夹。",
        ),
    )


def _names_in(folder: Path) -> list[str]:
    try:
        entries = [entry.name for entry, _ in zip(folder.iterdir(), range(_ENOUGH_NAMES), strict=False)]
    except OSError:
        return []
    return [name for name in entries if not name.startswith((".", "~$"))]


def _surveys_in(folder: Path) -> list[str]:
    return sorted(name for name in _names_in(folder) if name.lower().endswith(READABLE))[:5]
