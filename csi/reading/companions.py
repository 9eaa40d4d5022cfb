"""What managers and staff answered on sheets of their own, read beside the customers' answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CsiError, ModelFault, NoSuchSheet, Several, UnknownColumn
from ..findings import Finding
from ..model import Indicator, Latent, Model, Scale
from ..model.company import COMPANIONS, HOMES, SIDES, Companion, Side
from ..model.nearest import nearest
from ..model.places import of_model
from ..survey import Survey
from ..terms import Text
from .answers.decode import decode
from .cells import Cells
from .files.source import STDIN
from .files.workbook import Workbook
from .grid import open_source, read_cells

if TYPE_CHECKING:
    from .grid import Opened

_SAID: Mapping[Companion, Text] = {"managers": Text("managers", "管理层"), "staff": Text("staff", "员工")}


def with_companions(survey: Survey, model: Model, opened: Opened) -> Survey:
    """The survey with what the company's own people answered, where the model asks for it; their findings stand among the others.

    A sheet is one of the workbook, or a file beside the survey. Raises: ModelFault where no sheet is named or there is none of that
    name; UnknownColumn, Several for columns that no sheet has; NothingToScore for a sheet without answers.
    """
    asked = [(leaf, side) for _, leaf in model.indicators for side in SIDES if getattr(leaf, side) is not None]
    if not asked:
        idle = tuple(_unused(home, model) for home in COMPANIONS if getattr(model, home))
        return dataclasses.replace(survey, findings=(*survey.findings, *idle)) if idle else survey
    sheets = {home: _cells(opened, str(getattr(model, home)), home, survey, model) for home in COMPANIONS if getattr(model, home)}
    if not sheets:
        raise _unnamed(model, *asked[0])
    faults = [_no_column(leaf, side, sheets, model) for leaf, side in asked if _home(leaf, side, sheets) is None]
    if faults:
        raise faults[0] if len(faults) == 1 else Several(tuple(faults))
    read: dict[str, Survey] = {
        home: decode(cells, _questions(home, asked, sheets, survey, model))
        for home, cells in sheets.items()
        if any(_home(leaf, side, sheets) == home for leaf, side in asked)
    }
    own = {repr(finding) for finding in survey.findings}
    further = [finding for one in read.values() for finding in one.findings if repr(finding) not in own]
    further += [_unused(home, model) for home in sheets if home not in read]
    names = {cells.origin.sheet or "" for cells in sheets.values()}
    return dataclasses.replace(survey, companions=read, findings=(*_without(survey.findings, names), *further))


def _cells(opened: Opened, sheet: str, home: Companion, survey: Survey, model: Model) -> Cells:
    beside = _beside(sheet, survey)
    if isinstance(opened, Workbook):
        try:
            return read_cells(opened, sheet=sheet)
        except NoSuchSheet as fault:
            if beside is None:
                names = [one.name for one in opened.sheets]
                raise _no_sheet(sheet, home, model, names) from fault
    if beside is None:
        raise _no_sheet(sheet, home, model, [])
    return read_cells(open_source(beside))


def _beside(name: str, survey: Survey) -> Path | None:
    """The file of that name beside the survey, if there is one."""
    if survey.origin.kind == "frame" or survey.origin.source == STDIN:
        return None
    path = Path(survey.origin.source).parent / name
    return path if path.is_file() else None


def _home(leaf: Indicator, side: Side, sheets: Mapping[Companion, Cells]) -> Companion | None:
    column = str(getattr(leaf, side))
    return next((home for home in HOMES[side] if home in sheets and sheets[home].position(column) is not None), None)


def _questions(
    home: Companion, asked: Sequence[tuple[Indicator, Side]], sheets: Mapping[Companion, Cells], survey: Survey, model: Model
) -> Model:
    """The columns of one sheet as a model, on the scales on which customers answered."""
    leaves: dict[str, Indicator] = {}
    for leaf, side in asked:
        column = str(getattr(leaf, side))
        if _home(leaf, side, sheets) == home and column not in leaves:
            leaves[column] = Indicator(
                column, column, scale=_scale(leaf, survey, model), reversed=leaf.reversed, place=leaf.place
            )
    latent = Latent(_SAID[home].en, indicators=tuple(leaves.values()))
    return Model((latent,), missing=model.missing, source=model.source)


def _scale(leaf: Indicator, survey: Survey, model: Model) -> Scale:
    """As the model says, else as it was found in the customers' answers; words are left to the vocabulary."""
    said = leaf.scale or model.scale
    found = survey.scales[survey.columns.index(leaf.expectation or leaf.column)]
    return said or Scale(found.lowest, found.highest, missing=found.missing)


def _without(findings: Sequence[Finding], names: set[str]) -> Iterator[Finding]:
    """The findings; sheets that were read after all are no longer told of as unread."""
    for finding in findings:
        if finding.key != "sheet_chosen":
            yield finding
            continue
        others = finding.values.get("others")
        kept = [at for at, name in enumerate(others) if name not in names] if isinstance(others, tuple) else []
        if kept:
            lists = {
                key: tuple(value[at] for at in kept)
                for key, value in finding.values.items()
                if key in ("others", "others_zh") and isinstance(value, tuple)
            }
            yield dataclasses.replace(finding, values={**finding.values, **lists})


def _unused(home: Companion, model: Model) -> Finding:
    """That a sheet is named and no indicator has a column on it."""
    sides = tuple(side for side in SIDES if HOMES[side][0] == home)
    return Finding(
        "sheet_unused",
        "warning",
        Text(
            "{home}: {sheet} is not used: no indicator names a column there ({sides})",
            "{home}: {sheet} 没有用到：没有指标写出其中的列（{sides}）",
        ),
        values={"home": home, "sheet": str(getattr(model, home)), "sides": sides},
    )


def _unnamed(model: Model, leaf: Indicator, side: Side) -> ModelFault:
    return ModelFault(
        place=leaf.place or of_model(model.source),
        reason=Text(
            f"{side} of {leaf.name} is a column on a sheet of managers or staff, and the model names no such sheet.",
            f"“{leaf.name}”的 {side} 位于管理层或员工的工作表，而模型没有指定该工作表。",
        ),
        remedy=Text(
            "Write managers: SHEET or staff: SHEET at the top of the model.", "请在模型顶层写 managers: 工作表 或 staff: 工作表。"
        ),
    )


def _no_sheet(sheet: str, home: Companion, model: Model, names: Sequence[str]) -> ModelFault:
    near = nearest(sheet, names)
    listed, chinese = ", ".join(names[:10]), "、".join(names[:10])
    there = Text(f"; the sheets are {listed}", f"；现有工作表：{chinese}") if names else Text("", "")
    return ModelFault(
        place=of_model(model.source, Text(home, home)),
        reason=Text(
            f'there is neither a sheet nor a file beside the survey called "{sheet}"{there.en}.',
            f"既没有名为“{sheet}”的工作表，调查文件旁也没有该名称的文件{there.zh}。",
        ),
        remedy=Text(
            f"Write {home}: {near}." if near else "Correct the name.", f"请写 {home}: {near}。" if near else "请更正名称。"
        ),
    )


def _no_column(leaf: Indicator, side: Side, sheets: Mapping[Companion, Cells], model: Model) -> CsiError:
    column = str(getattr(leaf, side))
    names = [name for home in HOMES[side] if home in sheets for name in sheets[home].header]
    near = nearest(column, names)
    said = Text(f'; the nearest is "{near}"', f"；最接近的是“{near}”") if near else Text("", "")
    places = [cells.origin.sheet or cells.origin.source for cells in sheets.values()]
    return UnknownColumn(
        place=leaf.place or of_model(model.source),
        reason=Text(
            f'there is no column "{column}" ({side} of {leaf.name}) on {" or ".join(places)}{said.en}.',
            f"{'、'.join(places)} 中没有列“{column}”（“{leaf.name}”的 {side}）{said.zh}。",
        ),
        remedy=Text("Correct the name in the model, or the heading on the sheet.", "请更正模型中的列名，或工作表的列标题。"),
    )
