"""The two streams of a process that may be closed, full or left by their reader: leaving must not stumble over them."""

from __future__ import annotations

import os
import sys

READER_GONE = 141


def open_closed() -> None:
    """A stream that the caller had closed before the start goes nowhere; Python would leave None in its place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123 (lives as long as the process)


def aside(words: str, *, end: str = "\n", stream: str = "stderr") -> bool:
    """The words on standard error; False when that takes nothing, and the exit code alone has to speak."""
    try:
        getattr(sys, stream).write(words + end)
        getattr(sys, stream).flush()
    except OSError:
        let_go(stream)
        return False
    return True


def let_go(name: str) -> None:
    """What is still buffered goes nowhere, or Python would complain while leaving and change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), getattr(sys, name).fileno())


def settle(code: int) -> int:
    """The exit code after the last flush of both streams: the code itself where they took everything."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except BrokenPipeError:
            let_go(name)
            code = code or READER_GONE
        except OSError:
            let_go(name)
            code = code or 2
    return code
