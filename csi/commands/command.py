"""A command of ours becomes a command of Typer; Typer splits the words, the flags read them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import typer
from typer.core import TyperCommand

from ..errors import UsageFault
from ..terms import Text
from .flags import Flag
from .pages import command_page
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


class AsWritten:
    """A command of Typer that passes words on as they stand: Typer would load pydantic (0.1 s) to turn text into text."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, help among them, without Typer's coercion; the flags read the words themselves."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            vars(parameter)["get_runtime_param"] = _NoCoercion
        return parameters


class _NoCoercion:
    def coerce(self, value: Any, **_: Any) -> Any:
        return value


def typer_command(command: Command, session: Session) -> TyperCommand:
    """The command as Typer runs it, its help page in the session's language."""

    class Paged(AsWritten, TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(command_page(command, session.language))

    def callback(words: list[str] | None = None, **said: Any) -> int:
        values = {flag.name: flag.value(said[flag.name]) for flag in command.flags}
        return command.run(session, command.accepted(tuple(words or ())), values)

    _sign(callback, command)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(command.name, cls=Paged)(callback)
    made = typer.main.get_command(app)
    assert isinstance(made, TyperCommand)
    return made


def _sign(callback: Callable[..., int], command: Command) -> None:
    """Typer reads what a command takes from its signature."""
    kinds: Mapping[str, Any] = {"words": list[str] | None} | {flag.name: _kind(flag) for flag in command.flags}
    positional = inspect.Parameter("words", inspect.Parameter.KEYWORD_ONLY, default=typer.Argument(None))
    options = [
        inspect.Parameter(flag.name, inspect.Parameter.KEYWORD_ONLY, default=typer.Option(None, *_spellings(flag)))
        for flag in command.flags
    ]
    parameters = [p.replace(annotation=kinds[p.name]) for p in (positional, *options)]
    callback.__signature__ = inspect.Signature(parameters, return_annotation=int)  # type: ignore[attr-defined]
    callback.__annotations__ = {**kinds, "return": int}


def _kind(flag: Flag) -> Any:
    if flag.is_switch:
        return bool | None
    return list[str] | None if flag.many else str | None


def _spellings(flag: Flag) -> tuple[str, ...]:
    spelling = flag.spelling
    if flag.is_switch and flag.default:
        spelling = f"{spelling}/--no-{spelling[2:]}"
    return (spelling, flag.short) if flag.short else (spelling,)
