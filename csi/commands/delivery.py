"""From surveys to bytes in their place, and to the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..assembler import moment
from ..errors import CsiError, Several, UsageFault
from ..renderers import RENDERERS, form_for
from ..renderers.wording import pick
from ..terms import Text
from .faults import tell
from .output import refuse_inputs, to_standard_output, write_whole
from .rendered import JOINABLE, Made, folder_files, stream
from .session import Session
from .streams import aside
from .verdict import tell_findings, verdict
from .wishes import Wishes


def deliver(sources: Sequence[str], make: Callable[[str], Made], wishes: Wishes, session: Session) -> int:
    """Everything that was asked for, written; the exit code.

    In a batch a survey that fails is told and the others go on; a file is then not written, as it would not be whole.
    """
    refuse_contradiction(wishes)
    moment()  # refuses a wrong SOURCE_DATE_EPOCH before scipy stumbles over it
    form = form_of(wishes)
    refuse_place(wishes, form, sources)
    batch = len(sources) > 1
    made, code = _all_made(sources, make, session)
    if wishes.out is None:
        _show(made, form, wishes, batch=batch)
    elif not code:
        _write(made, form, wishes, batch=batch)
    verdicts = [verdict(one.report, wishes, one.language, name=one.source if batch else "") for one in made]
    return code or max(verdicts, default=0)


def form_of(wishes: Wishes) -> str:
    """How the result is written: as asked, else by the suffix of the file, else a table for the eye."""
    if wishes.format is not None:
        return wishes.format
    if wishes.out is None:
        return "table"
    return "csv" if is_folder(wishes.out) else form_for(wishes.out)


def refuse_contradiction(wishes: Wishes) -> None:
    """Nothing, when the suffix of the file and the format agree; a file that is not what its name says misleads whoever opens it.

    Raises: UsageFault.
    """
    if wishes.format is None or wishes.out is None or is_folder(wishes.out):
        return
    meant = next((form for form, room in RENDERERS.items() if Path(wishes.out).suffix.lower() in room.suffixes), wishes.format)
    if meant != wishes.format:
        raise UsageFault(
            place=f"--out {wishes.out} --format {wishes.format}",
            reason=Text(f"the suffix of the file means {meant}.", f"该文件后缀表示 {meant}。"),
            remedy=Text("Leave --format out, or change the suffix.", "请去掉 --format，或更改后缀。"),
        )


def is_folder(out: str) -> bool:
    """Whether `--out` means a folder: it ends in a slash or is there already as one."""
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def refuse_place(wishes: Wishes, form: str, sources: Sequence[str]) -> None:
    """Nothing, when the form fits the place; said before the work rather than after it.

    Raises: UsageFault, OutputFault.
    """
    if wishes.out is not None and is_folder(wishes.out):
        return
    if len(sources) > 1 and form not in JOINABLE:
        raise _unfit(form, Text("several surveys do not fit into one such document.", "多份调查无法写入同一份此类文档。"))
    if wishes.out is not None:
        refuse_inputs(Path(wishes.out), [Path(source) for source in sources])
    elif form not in JOINABLE and sys.stdout.isatty():
        raise _unfit(form, Text("it cannot be shown on a terminal.", "无法在终端中显示。"))


def _all_made(sources: Sequence[str], make: Callable[[str], Made], session: Session) -> tuple[list[Made], int]:
    """What could be made, and the exit code of the first survey that failed."""
    made, code = [], 0
    for source in sources:
        try:
            made.append(make(source))
        except CsiError as error:
            if len(sources) == 1:
                raise
            _name(error, source)
            tell(error, session)
            code = code or error.exit_code
    return made, code


def _name(error: CsiError, source: str) -> None:
    """In a batch every error says which survey it is about."""
    for single in error.errors if isinstance(error, Several) else (error,):
        if source not in single.place:
            single.where = Text(f"{source}, {single.where.en}", f"{source}，{single.where.zh}")


def _show(made: Sequence[Made], form: str, wishes: Wishes, *, batch: bool) -> None:
    if wishes.quiet:
        return
    to_standard_output(stream(made, form, wishes, batch=batch))
    for one in made if form == "csv" else ():  # CSV holds numbers only: what is odd is told beside it
        tell_findings(one.report.findings, one.language)


def _write(made: Sequence[Made], form: str, wishes: Wishes, *, batch: bool) -> None:
    place = Path(str(wishes.out))
    if is_folder(str(wishes.out)):
        files = list(folder_files(made, form, wishes, place))
    else:
        files = [(place, stream(made, form, wishes, batch=batch))]
    for path, content in files:
        write_whole(path, content, inputs=[read for one in made for read in one.inputs], folders=path.parent != place.parent)
        if not wishes.quiet:
            aside(pick(Text(f"wrote {path}", f"已写入 {path}"), made[0].language))


def _unfit(form: str, why: Text) -> UsageFault:
    place = f"--format {form}"
    return UsageFault(
        place=place, reason=why, remedy=Text("Name a folder/ or a file with --out.", "请用 --out 指定文件夹/或文件。")
    )
