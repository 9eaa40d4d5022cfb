"""Ways out of the house: a report becomes something a person can hold. One room a form, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UsageFault
from ..terms import Text

if TYPE_CHECKING:
    from ..results import Report, Result


@dataclass(frozen=True)
class Form:
    """One way out: what it is for, the suffixes that mean it, and where the function stands that makes it."""

    sentence: Text
    suffixes: tuple[str, ...]
    module: str  # room of this package
    function: str  # (report, *, language, **hints) -> str or bytes


RENDERERS: Mapping[str, Form] = {
    "table": Form(Text("Tables for the terminal.", "终端表格。"), (".txt",), "terminal", "render_terminal"),
    "json": Form(Text("Everything, for scripts.", "供脚本使用的全部数据。"), (".json",), "document", "render_json"),
    "csv": Form(Text("The main table, for scripts.", "供脚本使用的主表。"), (".csv",), "csv_table", "render_csv"),
    "md": Form(Text("Markdown tables.", "Markdown 表格。"), (".md", ".markdown"), "markdown", "render_markdown"),
    "html": Form(Text("One page with charts.", "带图表的单个网页。"), (".html", ".htm"), "page", "render_page"),
    "xlsx": Form(Text("A workbook with charts.", "带图表的工作簿。"), (".xlsx",), "workbook", "render_workbook"),
}
"""Form -> its sentence, suffixes and room, in the order of the manual."""

LANGUAGES = ("en", "zh")  # a region may follow: zh-CN


def render(report: Report | Result, form: str = "html", *, language: str = "en", **hints: Any) -> bytes:
    """The report, or one result, in that form.

    form: a key of RENDERERS. hints: what a form may be told besides (table: width, color, verbose, unicode).
    Raises: UsageFault for an unknown form or language.
    """
    if form not in RENDERERS:
        raise UsageFault(
            place=Text(f"format {form}", f"格式 {form}"),
            reason=Text("there is no such format.", "没有这种格式。"),
            remedy=Text(f"The formats are {', '.join(RENDERERS)}.", f"可用格式：{'、'.join(RENDERERS)}。"),
        )
    if not language.startswith(LANGUAGES):
        raise UsageFault(
            place=Text(f"language {language}", f"语言 {language}"),
            reason=Text("reports are not written in it.", "不支持以该语言输出报告。"),
            remedy=Text(f"The languages are {', '.join(LANGUAGES)}.", f"可用语言：{'、'.join(LANGUAGES)}。"),
        )
    room = RENDERERS[form]
    make = getattr(import_module(f".{room.module}", __package__), room.function)
    made: str | bytes = make(as_report(report), language=language, **hints)
    return made.encode() if isinstance(made, str) else made


def as_report(report: Report | Result) -> Report:
    """A report as it is; a single result as a report of one, about an unnamed study."""
    from ..results import Card, Report, Result

    if isinstance(report, Result):
        return Report(Card("", "", None, 0, 0, "", "", "", report.settings), (report,))
    assert isinstance(report, Report)
    return report


def form_for(path: str | Path) -> str:
    """The form that a file's suffix means.

    Raises: UsageFault, listing the suffixes, when none fits.
    """
    suffix = Path(path).suffix.lower()
    for form, room in RENDERERS.items():
        if suffix in room.suffixes:
            return form
    known = [suffix for room in RENDERERS.values() for suffix in room.suffixes]
    raise UsageFault(
        place=str(path),
        reason=Text(
            f'the suffix "{suffix}" names no format.' if suffix else "it has no suffix that names a format.",
            f"后缀“{suffix}”不对应任何格式。" if suffix else "文件名没有表示格式的后缀。",
        ),
        remedy=Text(f"End it in one of {', '.join(known)}.", f"请使用以下后缀之一：{'、'.join(known)}。"),
    )
