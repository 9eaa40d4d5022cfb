"""`csi expand`: the model as a tree, from the target down to the columns."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from .. import __version__
from ..assembler import moment
from ..results import Card, Report
from ..terms import Text
from .app import COMMANDS
from .command import Argument, Command
from .delivery import deliver
from .rendered import Made
from .session import Session
from .shared import FORMAT, LANG, OUT
from .wishes import Wishes

_MODEL = Argument(
    "MODEL",
    Text(
        "A model file (YAML or lavaan), a workbook with a model sheet, or a preset.",
        "模型文件（YAML 或 lavaan）、带模型工作表的工作簿，或预设名称。",
    ),
)


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    return deliver(words, partial(_made, session), Wishes.of(values), session)


def _made(session: Session, source: str) -> Made:
    from ..authoring import expand
    from ..reading import read_model

    model = read_model(source)
    language = session.asked or model.language or session.language
    card = Card(model.name or source, source, None, 0, 0, model.source, model.target, model.weighting)
    report = Report(card, (expand(model, language),), version=__version__, created=moment(), names=model.names())
    return Made(source, report, language, (Path(source),))


COMMAND = Command("expand", COMMANDS["expand"], _MODEL, (FORMAT, OUT, LANG), _run)
