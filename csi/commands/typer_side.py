"""A command of ours becomes a command of Typer; Typer splits the words, the flags read them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer.core import TyperCommand

from .command import Command
from .flags import Flag
from .pages import command_page
from .session import Session


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
