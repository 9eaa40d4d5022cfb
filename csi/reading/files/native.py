"""Calls into readers that are native code: their refusals and crashes in the words of an analyst."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .archive import password_protected
from .inflate import damaged

_STDERR = 2


def guarded(read: Callable[[], Any], place: str) -> Any:
    """What `read` returns. Raises: UnreadableFile when the file is damaged or protected by a password."""
    from python_calamine import CalamineError, PasswordError

    try:
        with quietly():
            return read()
    except PasswordError:
        raise password_protected(place) from None
    except (CalamineError, OSError, ValueError):
        raise damaged(place) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how a crash inside comes out; it is no Exception
            raise damaged(place) from None
        raise


@contextmanager
def quietly() -> Iterator[None]:
    """A crash inside would write its stack trace straight to the terminal, past Python; the analyst gets our error instead."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a process without standard error has nothing to keep clean
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
