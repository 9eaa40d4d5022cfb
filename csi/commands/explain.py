"""`csi explain`: the manual page of an analysis."""

from __future__ import annotations

from typing import Any

import typer

from ..analyses import ANALYSES, load
from ..renderers.wording import pick
from ..terms import Text
from .app import COMMANDS
from .command import Argument, Command
from .flags import of_option, unknown
from .layout import columns, page, pairs
from .pages import option_row
from .session import Session
from .shared import LANG

_ANALYSIS = Argument("ANALYSIS", Text("Its name; without one, the list.", "分析名称；不写则列出全部。"), least=0)


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    if words and words[0] not in ANALYSES:
        raise unknown("csi explain", words[0], tuple(ANALYSES))
    language = session.language
    listed = pairs([(name, pick(sentence, language)) for name, sentence in ANALYSES.items()], columns(), indent=0)
    typer.echo(manual(words[0], language) if words else "\n".join(listed))
    return 0


def manual(name: str, language: str) -> str:
    """The page of that analysis: what it computes, how to read it, its source, and its options."""
    room = load(name)
    title = f"csi {name} · {pick(Text(room.title.en, room.title.zh), language)}"
    parts = [title, page(pick(room.help, language), columns())]
    if room.options:
        rows = [option_row(of_option(option), language) for option in room.options]
        parts.append("\n".join([pick(Text("Options", "选项"), language), *pairs(rows, columns())]))
    return "\n\n".join(parts)


COMMAND = Command("explain", COMMANDS["explain"], _ANALYSIS, (LANG,), _run)
