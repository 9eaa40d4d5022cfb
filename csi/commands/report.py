"""`csi report`: every analysis that the model supports, as one document."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from ..assembler import merged, report
from ..errors import UsageFault
from ..terms import Text
from .analysis import by_group, made, noted
from .app import COMMANDS
from .binding import bind
from .command import Command
from .delivery import deliver
from .rendered import Made
from .session import Session
from .shared import FAIL_UNDER, SHARED
from .sources import SURVEYS, surveys
from .wishes import Wishes


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    wishes = Wishes.of(values)
    if wishes.out is None and wishes.format is None:
        raise UsageFault(
            place="csi report",
            reason=Text("it is not said where the report goes.", "未说明报告写到哪里。"),
            remedy=Text(
                "Name a file, e.g. --out client.html, or a --format for standard output.",
                "请指定文件，如 --out client.html，或用 --format 输出到标准输出。",
            ),
        )
    return deliver(surveys(words), partial(_made, wishes, session), wishes, session)


def _made(wishes: Wishes, session: Session, source: str) -> Made:
    study = bind(source, wishes)
    whole = report(study)
    results, findings = list(whole.results), list(whole.findings)
    if wishes.by:
        grouped, about = by_group(study, [result.analysis for result in results], {}, wishes)
        results, findings = results + grouped, findings + about
    whole = dataclasses.replace(whole, results=tuple(noted(results, wishes)), findings=merged(findings))
    return made(source, whole, study, wishes, session)


COMMAND = Command("report", COMMANDS["report"], SURVEYS, (*SHARED, FAIL_UNDER), _run)
