"""The register of commands: names and sentences first, a room only when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ..analyses import ANALYSES
from ..terms import Text
from .command import Command
from .faults import guarded
from .flags import unknown
from .pages import app_page
from .session import Session
from .shared import LANG
from .streams import aside
from .typer_side import AsWritten, typer_command

COMMANDS: dict[str, Text] = {
    "check": Text("What was read, what was assumed, and what is wrong and where.", "读到了什么、假定了什么、哪里有问题。"),
    "report": Text("Every analysis that the model supports, as one document.", "模型所支持的全部分析，合为一份文档。"),
    "init": Text(
        "A questionnaire workbook to fill in, or a model drafted from a survey.", "生成待填写的问卷工作簿，或由调查草拟模型。"
    ),
    "expand": Text("The model as a tree, down to the columns.", "将模型展开为树，直至各列。"),
    "explain": Text("What an analysis computes, how to read it, and its source.", "说明一项分析的计算内容、读法与出处。"),
    "demo": Text("Make a small survey, score it, and say what to try next.", "生成一份小调查并计算，提示下一步。"),
}


def command(name: str) -> Command | None:
    """The command of that name, its room imported now; None when there is none."""
    if name in ANALYSES:
        from .analysis import command_of

        return command_of(name)
    if name in COMMANDS:
        made: Command = import_module(f".{name}", __package__).COMMAND
        return made
    return None


class Register(AsWritten, TyperGroup):
    """Typer's group over the register: it lists without importing and builds what is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the manual."""
        return [*ANALYSES, *COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """The command of that name, built now."""
        found = command(cmd_name)
        return None if found is None else typer_command(found, ctx.obj)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the words name; refuses others with the nearest name."""
        if args[0] not in self.list_commands(ctx):
            raise unknown("csi", args[0], self.list_commands(ctx))
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page of `csi --help`."""
        formatter.write(app_page(ANALYSES, COMMANDS, ctx.obj.language))


def run(words: Sequence[str]) -> int:
    """Do what the words ask and return the exit code; what goes wrong is told on standard error."""
    session = Session.of(words, os.environ)
    return guarded(lambda: _dispatch(words, session), session)


def _dispatch(words: Sequence[str], session: Session) -> int:
    if not words:
        aside(app_page(ANALYSES, COMMANDS, session.language), end="")
        return 2
    app = typer.main.get_command(_app())
    with app.make_context("csi", list(words), obj=session) as context:
        return int(app.invoke(context) or 0)


def _app() -> typer.Typer:
    app = typer.Typer(
        cls=Register,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    @app.callback()
    def csi(lang: str | None = typer.Option(None, LANG.spelling)) -> None:
        LANG.value(lang)  # refused when unknown; the session has read it already

    return app
