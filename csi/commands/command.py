"""What a command declares: its name, its words, its flags and what it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..errors import UsageFault
from ..terms import Text
from .flags import Flag
from .session import Session

Run = Callable[[Session, tuple[str, ...], dict[str, Any]], int]


@dataclass(frozen=True)
class Argument:
    """The words without a dash. most: None for any number."""

    metavar: str
    text: Text
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True)
class Command:
    """What a command file declares. run: (session, words, values by flag name) -> exit code."""

    name: str
    sentence: Text
    argument: Argument | None
    flags: tuple[Flag, ...]
    run: Run

    def accepted(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words, refused when they are too few or too many."""
        least, most = (self.argument.least, self.argument.most) if self.argument else (0, 0)
        if len(words) < least:
            raise UsageFault(
                place=f"csi {self.name}",
                reason=Text(f"{self._metavar} is missing.", f"缺少 {self._metavar}。"),
                remedy=Text(f"See: csi {self.name} --help", f"请参阅：csi {self.name} --help"),
            )
        if most is not None and len(words) > most:
            extra = " ".join(words[most:])
            raise UsageFault(
                place=f"csi {self.name}",
                reason=Text(f'"{extra}" is more than it takes.', f"多出了“{extra}”。"),
                remedy=Text(f"See: csi {self.name} --help", f"请参阅：csi {self.name} --help"),
            )
        return words

    @property
    def _metavar(self) -> str:
        return self.argument.metavar if self.argument else ""
