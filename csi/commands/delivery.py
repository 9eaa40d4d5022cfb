"""From reports to bytes in their place, and to the exit code: formats, batches, thresholds."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from ..errors import CsiError, UsageFault
from ..renderers import RENDERERS, form_for, render
from ..renderers.terminal_look import draws_unicode
from ..renderers.wording import pick
from ..results import Report
from ..terms import Text
from .faults import tell
from .output import refuse_inputs, to_standard_output, write_whole
from .session import Session
from .verdict import tell_findings, verdict
from .wishes import Wishes

_JOINED = ("table", "json", "csv", "md")  # several reports fit into one stream
_PIPED_WIDTH = 120


@dataclass(frozen=True)
class Made:
    """One survey's report, in the language it is to be read in. inputs: files that were read for it."""

    source: str
    report: Report
    language: str
    inputs: tuple[Path, ...] = ()


def deliver(sources: Sequence[str], make: Callable[[str], Made], wishes: Wishes, session: Session) -> int:
    """Everything that was asked for, written; the exit code.

    In a batch a survey that fails is told and the others go on; a file is then not written, as it would not be whole.
    """
    form = form_of(wishes)
    refuse_place(wishes, form, sources)
    made: list[Made] = []
    code = 0
    for source in sources:
        try:
            made.append(make(source))
        except CsiError as error:
            if len(sources) == 1:
                raise
            error.place = error.place if source in error.place else f"{source}, {error.place}"
            tell(error, session)
            code = code or error.exit_code
    if not (code and wishes.out):
        _write(made, form, wishes, batch=len(sources) > 1)
    verdicts = [verdict(one.report, wishes, one.language, name=one.source if len(sources) > 1 else "") for one in made]
    return code or max(verdicts, default=0)


def form_of(wishes: Wishes) -> str:
    """How the result is written: as asked, else by the suffix of the file, else a table for the eye."""
    if wishes.format is not None:
        return wishes.format
    if wishes.out is None:
        return "table"
    return "csv" if is_folder(wishes.out) else form_for(wishes.out)


def is_folder(out: str) -> bool:
    """Whether `--out` means a folder: it ends in a slash or is there already as one."""
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def refuse_place(wishes: Wishes, form: str, sources: Sequence[str]) -> None:
    """Nothing, when the form fits the place; said before the work rather than after it.

    Raises: UsageFault, OutputFault.
    """
    if wishes.out is None:
        if form not in _JOINED and sys.stdout.isatty():
            raise _unfit(f"--format {form}", Text("it cannot be shown on a terminal.", "无法在终端中显示。"))
    elif not is_folder(wishes.out):
        if len(sources) > 1 and form not in _JOINED:
            raise _unfit(
                f"--out {wishes.out}", Text("several surveys do not fit into one such file.", "多份调查无法写入同一个此类文件。")
            )
        refuse_inputs(Path(wishes.out), [Path(source) for source in sources])


def _write(made: Sequence[Made], form: str, wishes: Wishes, *, batch: bool) -> None:
    if wishes.out is None:
        if not wishes.quiet:
            to_standard_output(_stream([_rendered(one, form, wishes) for one in made], form, batch=batch))
            for one in made if form == "csv" else ():  # CSV holds numbers only: what is odd is told beside it
                tell_findings(one.report.findings, one.language)
        return
    inputs = [path for one in made for path in one.inputs]
    for path, content in _files(made, form, wishes, batch=batch):
        write_whole(path, content, inputs=inputs)
        if not wishes.quiet:
            typer.echo(pick(Text(f"wrote {path}", f"已写入 {path}"), made[0].language), err=True)


def _files(made: Sequence[Made], form: str, wishes: Wishes, *, batch: bool) -> Iterable[tuple[Path, bytes]]:
    place = Path(str(wishes.out))
    if not is_folder(str(wishes.out)):
        yield place, _stream([_rendered(one, form, wishes) for one in made], form, batch=batch)
        return
    for one in made:
        stem = Path(one.source).name.split(".")[0] if one.source != "-" else "survey"
        yield place / f"{stem}{RENDERERS[form].suffixes[0]}", _rendered(one, form, wishes)


def _rendered(one: Made, form: str, wishes: Wishes) -> bytes:
    return render(one.report, form, language=one.language, **_hints(form, wishes))


def _hints(form: str, wishes: Wishes) -> dict[str, Any]:
    if form != "table":
        return {}
    screen = wishes.out is None and sys.stdout.isatty()
    term = os.environ.get("TERM")
    return {
        "width": shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns,
        "color": screen and not os.environ.get("NO_COLOR") and term != "dumb",
        "unicode": not screen or draws_unicode(sys.stdout.encoding, term),
        "verbose": wishes.verbose,
    }


def _stream(contents: Sequence[bytes], form: str, *, batch: bool) -> bytes:
    if form == "json" and batch:
        return b"[" + b",\n".join(content.rstrip() for content in contents) + b"]\n"
    return b"\n".join(contents)


def _unfit(place: str, why: Text) -> UsageFault:
    return UsageFault(
        place=place, reason=why, remedy=Text("Name a file or a folder/ with --out.", "请用 --out 指定文件或文件夹/。")
    )
