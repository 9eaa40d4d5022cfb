"""`csi check`: what was read, what was assumed, and what is wrong and where. Findings do not make it fail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..assembler import moment
from ..results import Card, Report
from .app import COMMANDS
from .binding import refuse_idle
from .command import Command
from .delivery import deliver
from .rendered import Made
from .session import Session
from .shared import FORMAT, INPUT, LANG, OUT, QUIET, STRICT, VERBOSE
from .sources import SURVEYS, inputs, surveys
from .wishes import Wishes

if TYPE_CHECKING:
    from ..reading import Overview


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    wishes = Wishes.of(values)
    return deliver(surveys(words), partial(_made, wishes, session), wishes, session)


def _made(wishes: Wishes, session: Session, source: str) -> Made:
    from ..reading import look

    seen = look(source, wishes.model, sheet=wishes.sheet, encoding=wishes.encoding)
    if seen.survey:
        refuse_idle(seen.survey, wishes)
    names = seen.model.names() if seen.model else {}
    language = session.asked or (seen.model and seen.model.language) or session.language
    card = _card(source, seen)
    report = Report(card, (seen.result,), seen.findings, version=__version__, created=moment(), names=names)
    return Made(source, report, language, inputs(source, wishes.model))


def _card(source: str, seen: Overview) -> Card:
    rows = seen.result.settings["respondents"]
    sheet = seen.survey.origin.sheet if seen.survey else None
    model = seen.model
    people = rows if isinstance(rows, int) else 0
    named = (model.source, model.target, "") if model else ("", "", "")  # nothing is weighted here
    return Card(model.name if model and model.name else source, source, sheet, people, people, *named)


COMMAND = Command("check", COMMANDS["check"], SURVEYS, (*INPUT, FORMAT, OUT, LANG, STRICT, QUIET, VERBOSE), _run)
