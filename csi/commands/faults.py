"""What goes wrong, told on standard error: where, why, what to do; and the exit code of each."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import traceback
from collections.abc import Callable

import typer

from .. import __version__
from ..errors import CsiError, OutputFault, Several, UsageFault
from ..model.nearest import nearest
from ..renderers.plain_text import plain
from ..renderers.wording import pick
from ..terms import Text
from .output import full
from .session import Session
from .streams import READER_GONE, aside, let_go

INTERRUPTED = 130
BUG = 70  # EX_SOFTWARE of sysexits.h: a number of its own, so that a bug is never taken for a missed threshold
LISTED = 10

_LABELS = (Text("error", "错误"), Text("why", "原因"), Text("do", "建议"))
_CLAUSE = re.compile(r"(?<=[^\s.])\.\s+(?=[A-Z\"(\d])|;\s+|；|。(?=.)")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|`[^`]*`")


def guarded(action: Callable[[], int], session: Session) -> int:
    """The exit code of the action, whatever happens in it."""
    try:
        code = _leaving(action)
        sys.stdout.flush()
        return code
    except CsiError as error:
        tell(error, session)
        return error.exit_code
    except typer.TyperException as fault:
        tell(usage_fault(fault), session)
        return UsageFault.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as fault:
        return _of_the_system(fault, session)
    except Exception as bug:
        _report(bug, session)
        return BUG


def tell(error: CsiError, session: Session) -> None:
    """The error on standard error: three lines each, or JSON when results would be JSON."""
    told = as_json(error) if session.machine else as_lines(error, session.language, color=_has_colour())
    aside(told)


def as_lines(error: CsiError, language: str, *, color: bool = False) -> str:
    """Three lines: where (and what), why, what to do. Of many errors ten, and how many more there are."""
    errors = error.errors if isinstance(error, Several) else (error,)
    blocks = [_block(single, language, color=color) for single in errors[:LISTED]]
    if len(errors) > LISTED:
        more = len(errors) - LISTED
        blocks.append(pick(Text(f"and {more} more", f"另有 {more} 处"), language))
    return "\n".join(blocks)


def as_json(error: CsiError) -> str:
    """The error for scripts: keys, and the English sentences for people reading logs."""
    errors = error.errors if isinstance(error, Several) else (error,)
    told = [{"key": e.key, "place": plain(e.place), "reason": plain(e.reason.en), "remedy": plain(e.remedy.en)} for e in errors]
    document = {
        "schema": 1,
        "generator": {"name": "csi", "version": __version__},
        "exit_code": error.exit_code,
        "errors": told,
    }
    return json.dumps(document, ensure_ascii=False)


def usage_fault(fault: typer.TyperException) -> UsageFault:
    """Typer's own refusal in our words."""
    path = getattr(getattr(fault, "ctx", None), "command_path", "csi")
    remedy = Text(f"See: {path} --help", f"请参阅：{path} --help")
    option = getattr(fault, "option_name", None)
    if option is None:
        message = fault.format_message()
        return UsageFault(place=path, reason=Text(message, message), remedy=remedy)
    if hasattr(fault, "possibilities"):
        return UsageFault(place=path, reason=_no_option(option, fault), remedy=remedy)
    if "not take" in fault.message:
        return UsageFault(place=path, reason=Text(f"{option} takes no value.", f"{option} 不带值。"), remedy=remedy)
    return UsageFault(place=path, reason=Text(f"{option} wants a value after it.", f"{option} 之后需要一个值。"), remedy=remedy)


def clauses(reason: str) -> tuple[str, str]:
    """What happened, and what stands there instead: cut at the first end of a clause that is not within quotes."""
    quoted = [span.span() for span in _QUOTED.finditer(reason)]
    for end in _CLAUSE.finditer(reason):
        if not any(first < end.start() < last for first, last in quoted):
            return reason[: end.start()], reason[end.end() :]
    return reason, ""


def _block(error: CsiError, language: str, *, color: bool) -> str:
    place, reason, remedy = (plain(pick(words, language)) for words in (error.where, error.reason, error.remedy))
    what, why = clauses(reason)
    head = f"{place} — {what}" if why else place
    names = [pick(label, language) for label in _LABELS]
    gap = 5 if language == "en" else 2
    labels = [f"{name:<{gap}}" for name in names]
    if color:
        labels[0] = typer.style(labels[0], fg="red", bold=True)
    return "\n".join(f"{label}  {part}" for label, part in zip(labels, (head, why or reason, remedy), strict=True))


def _has_colour() -> bool:
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _no_option(option: str, fault: typer.TyperException) -> Text:
    context = getattr(fault, "ctx", None)
    known = [name for parameter in context.command.params for name in parameter.opts] if context else []
    near = nearest(option, [*known, "--help"])
    if near is None:
        return Text(f"there is no option {option}.", f"没有选项 {option}。")
    return Text(f"there is no option {option}; the nearest is {near}.", f"没有选项 {option}；最接近的是 {near}。")


def _leaving(action: Callable[[], int]) -> int:
    try:
        return action()
    except typer.Exit as leaving:  # how Typer ends after a help page
        return leaving.exit_code


def _of_the_system(fault: OSError, session: Session) -> int:
    if isinstance(fault, BrokenPipeError):
        let_go("stdout")
        return READER_GONE
    if fault.errno != errno.ENOSPC:
        _report(fault, session)
        return BUG
    let_go("stdout")
    tell(full(fault), session)
    return OutputFault.exit_code


def _report(bug: Exception, session: Session) -> None:
    """The traceback of a bug, without its message: it may hold an answer."""
    frames = "".join(traceback.format_tb(bug.__traceback__))
    ask = Text(
        "This is a bug in csi, not in your survey. Please report it with the lines above and the command you typed. "
        "The message of the exception is left out because it may quote answers.",
        "这是 csi 的缺陷，与您的调查无关。请附上以上内容和所用命令进行反馈。异常信息可能引用答案，故未显示。",
    )
    aside(f"{frames}{type(bug).__qualname__}\n\ncsi {__version__}: {pick(ask, session.language)}")
