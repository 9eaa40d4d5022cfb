"""Where results go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..errors import OutputFault
from ..terms import Text


def to_standard_output(content: bytes) -> None:
    """The bytes as they are.

    Raises: OutputFault when the device refuses them; BrokenPipeError when the reader went away.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise full(fault) from fault


def full(fault: OSError) -> OutputFault:
    """The error of a standard output that takes nothing more."""
    return OutputFault(
        place=Text("standard output", "标准输出"),
        reason=Text(f"the output could not be written: {fault.strerror}.", f"无法写入输出：{fault.strerror}。"),
        remedy=Text("Make room, or name another place with --out.", "请腾出空间，或用 --out 指定其他位置。"),
    )


def write_whole(path: Path, content: bytes, *, inputs: Iterable[Path] = (), folders: bool = False) -> None:
    """The file, replaced in one step; on any failure the old one is as it was.

    inputs: files that were read in this run, which are never overwritten. folders: make the folder where it is absent.
    Raises: OutputFault.
    """
    refuse_inputs(path, inputs)
    if path.is_dir():
        raise _fault(path, Text("it is a folder.", "这是一个文件夹。"))
    if not (folders or path.parent.is_dir()):
        raise _fault(path, Text(f"there is no folder {path.parent}.", f"没有文件夹 {path.parent}。"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as fault:
        reason = Text(f"it cannot be written: {fault.strerror}.", f"无法写入：{fault.strerror}。")
        raise _fault(path, reason) from fault


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Nothing, when the path is none of the files that were read.

    Raises: OutputFault otherwise.
    """
    for source in inputs:
        if path.exists() and source.exists() and path.samefile(source):
            raise _fault(path, Text("it is the input itself.", "它就是输入文件本身。"))


def _replace(path: Path, content: bytes) -> None:
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a device or a pipe cannot be renamed over
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".csi-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Permissions of the old file, or what any new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _fault(path: Path, reason: Text) -> OutputFault:
    return OutputFault(
        place=str(path), reason=reason, remedy=Text("Choose another place with --out.", "请用 --out 指定其他位置。")
    )
