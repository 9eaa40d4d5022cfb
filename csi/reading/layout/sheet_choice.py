"""Which sheet holds the answers: the one asked for, else the one that looks like answers, and that is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from ...errors import NoSuchSheet, NothingToScore
from ...findings import Finding, Severity
from ...model.nearest import nearest_few
from ...terms import Text
from ..files.workbook import Sheet, Workbook
from .two_sides import side_of

MODEL_SHEETS = ("model", "模型")

_ANSWERS = re.compile(
    r"\b(?:form )?(?:responses?|answers?|data|raw|results)\b|答卷|答案|数据|原始|回复|作答|回答|resp[ou]", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\b(?:code ?book|dictionary|legend|variables?|labels?|read ?me|instructions?|notes?|cover|about|summary|pivot|charts?|"
    r"dashboard|lists?|options?|guide|help|info|contents)\b|说明|编码|码表|字典|汇总|统计|图表|目录|封面|变量|选项|透视|参数",
    re.IGNORECASE,
)
_NEARLY = 0.9  # of the most answers: sheets this close hold the same respondents, and the first of them is the original
_RIVAL = 0.5  # from here on another sheet may be the one that was meant


def choose_sheet(workbook: Workbook, wanted: str | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The name of the sheet with the answers, and a finding when there was a choice.

    wanted: a sheet's name, or its number counted from 1.
    Raises: NoSuchSheet naming the sheets there are; NothingToScore when no sheet holds anything.
    """
    hidden = frozenset(sheet.name for sheet in workbook.sheets if sheet.hidden)
    if wanted is not None:
        asked = _find(workbook, wanted)
        return asked, _only_hidden(asked, hidden, asked=True)
    others = [sheet for sheet in workbook.sheets if sheet.name.strip().casefold() not in MODEL_SHEETS]
    sizes = {sheet.name: _answers_in(workbook, sheet) for sheet in _likely(workbook, others)}
    if not sizes:
        raise _nothing(workbook)
    most = max(sizes.values())
    chosen = _experienced(next(name for name, size in sizes.items() if size >= _NEARLY * most), sizes)
    return chosen, (*_said(chosen, sizes, others), *_only_hidden(chosen, hidden, asked=False))


def without_sheets(said: Iterable[Finding], read: Collection[str]) -> tuple[Finding, ...]:
    """The findings without these sheets among those that were not read; they were, beside the chosen one."""
    return tuple(left for one in said if (left := _but(one, read)) is not None)


def _but(finding: Finding, read: Collection[str]) -> Finding | None:
    if finding.key != "sheet_chosen" or not read:
        return finding
    kinds = {kind: finding.values[kind] for kind in ("others", "others_zh", "rivals")}
    left = {kind: tuple(name for name in names if name not in read) for kind, names in kinds.items() if isinstance(names, tuple)}
    severity: Severity = "warning" if left["rivals"] else "info"
    return replace(finding, severity=severity, values={**finding.values, **left}) if left["others"] else None


def _experienced(chosen: str, sizes: dict[str, int]) -> str:
    """The sheet itself, or the one beside it where it holds what was expected and the other what was experienced."""
    if side_of(chosen) is None:
        return chosen
    rest = {name: size for name, size in sizes.items() if side_of(name) is None and size >= _RIVAL * sizes[chosen]}
    return max(rest, key=rest.__getitem__, default=chosen)


def _only_hidden(chosen: str, hidden: Collection[str], *, asked: bool) -> tuple[Finding, ...]:
    """Said when the answers come from a sheet that its author hid."""
    text = Text('sheet "{sheet}" is hidden in the workbook.', "工作表“{sheet}”在工作簿中是隐藏的。")
    severity: Severity = "info" if asked else "warning"
    return (Finding("hidden_sheet", severity, text, chosen, values={"sheet": chosen}),) if chosen in hidden else ()


def _find(workbook: Workbook, wanted: str) -> str:
    names = [sheet.name for sheet in workbook.sheets]
    folded = {name.strip().casefold(): name for name in names}
    if wanted in names:
        return wanted
    if wanted.strip().casefold() in folded:
        return folded[wanted.strip().casefold()]
    if wanted.strip().isdecimal() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    near = nearest_few(wanted, names) or tuple(names)
    raise NoSuchSheet(
        place=workbook.source.name,
        reason=Text(
            f'there is no sheet "{wanted}"; the sheets are {_listed(names, ", ")}.',
            f"没有名为“{wanted}”的工作表；现有工作表：{_listed(names, '、')}。",
        ),
        remedy=Text(f"Write --sheet {_quoted(near[0])}.", f"请写 --sheet {_quoted(near[0])}。"),
    )


def _likely(workbook: Workbook, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Sheets that hold a header and a row at least: the shown ones with fitting names, else those that are left."""
    filled = [sheet for sheet in sheets if workbook.extent(sheet.name).cells]
    shown = [sheet for sheet in filled if not sheet.hidden]
    if not any(workbook.extent(sheet.name).rows > 1 for sheet in shown):
        shown = filled  # a cover alone is no table, whatever is hidden behind it
    fitting = [sheet for sheet in shown if not _ASIDE.search(sheet.name) or _ANSWERS.search(sheet.name)] or shown
    return [sheet for sheet in fitting if workbook.extent(sheet.name).rows > 1] or fitting


def _answers_in(workbook: Workbook, sheet: Sheet) -> int:
    extent = workbook.extent(sheet.name)
    filled = min(extent.cells, extent.area)
    return 2 * filled if _ANSWERS.search(sheet.name) else filled


def _said(chosen: str, sizes: dict[str, int], others: list[Sheet]) -> tuple[Finding, ...]:
    rest = [sheet for sheet in others if sheet.name != chosen]
    if not rest:
        return ()
    rivals = [name for name, size in sizes.items() if name != chosen and size >= _RIVAL * sizes[chosen]]
    return (
        Finding(
            "sheet_chosen",
            "warning" if rivals else "info",
            Text(
                'sheet "{sheet}" was read, as the one that looks most like answers; not read: {others}. '
                "Choose another with --sheet.",
                "读取了最像答案的工作表“{sheet}”；未读取：{others_zh}。可用 --sheet 另选。",
            ),
            place=chosen,
            values={
                "sheet": chosen,
                "others": tuple(f"{sheet.name} (hidden)" if sheet.hidden else sheet.name for sheet in rest),
                "others_zh": tuple(f"{sheet.name}（隐藏）" if sheet.hidden else sheet.name for sheet in rest),
                "rivals": tuple(rivals),
            },
        ),
    )


def _nothing(workbook: Workbook) -> NothingToScore:
    return NothingToScore(
        place=workbook.source.name,
        reason=Text("none of its sheets holds answers.", "所有工作表都没有答案数据。"),
        remedy=Text("Export the survey again, or name the sheet with --sheet.", "请重新导出问卷数据，或用 --sheet 指定工作表。"),
    )


def _listed(names: list[str], comma: str, most: int = 10) -> str:
    more = f" … (+{len(names) - most})" if len(names) > most else ""
    return comma.join(names[:most]) + more


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
