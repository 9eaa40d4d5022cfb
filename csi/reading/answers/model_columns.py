"""The columns that a model names, found in the sheet: each once, unknown ones all at once, contradictions refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...errors import CsiError, ModelFault, Several, UnknownColumn, Words
from ...model import ColumnUse, Model, Scale
from ...model.named_columns import NumberUse
from ...model.nearest import nearest_few
from ...model.places import of_column, of_model
from ...terms import Text
from ..cells import Cells
from .columns import shown

_LISTED = 3  # names told where none is near
_USES = {
    "indicator": "指标", "expectation": "期望列", "importance": "重要性列", "minimum": "最低可接受列", "benchmark": "标杆列",
    "functional": "正向题", "dysfunctional": "反向题", "satisfaction": "满意度列",
    "give_up": "可放弃列", "promised": "已承诺列", "heard": "听说过列", "asked": "要求水平列", "points": "分值列",
}  # fmt: skip
_RESPONDENTS = Text("respondents", "受访者信息")


@dataclass(frozen=True)
class AnswerColumn:
    """A column of answers, once for all its uses. block: columns that usually share a scale."""

    name: str
    position: int
    scale: Scale | None
    reversed: bool
    block: str


def answer_columns(cells: Cells, model: Model) -> tuple[AnswerColumn, ...]:
    """Every column with answers, in the order of the model.

    Raises: UnknownColumn (or Several of them) for columns that the sheet has not; ModelFault where two uses of a column contradict.
    """
    faults = tuple(_unknown(cells, model))
    if not faults:
        faults = (*_contradictions(cells, model.uses()), *_read_twice(model))
    if faults:
        raise faults[0] if len(faults) == 1 else Several(faults)
    by_name: dict[str, list[ColumnUse]] = {}
    for use in model.uses():
        by_name.setdefault(use.column, []).append(use)
    return tuple(_merged(cells, uses) for uses in by_name.values())


def position_of(cells: Cells, name: str) -> int:
    """Where a column stands that is known to be there."""
    position = cells.position(name)
    assert position is not None
    return position


def _merged(cells: Cells, uses: list[ColumnUse]) -> AnswerColumn:
    first = uses[0]
    scale = next((use.scale for use in uses if use.scale is not None), None)
    turned = any(use.reversed for use in uses) or bool(scale and scale.reversed)
    # importance is asked on a scale of its own; expectation and experience usually share one
    block = f"{first.latent}, importance" if first.use == "importance" else first.latent
    return AnswerColumn(first.column, position_of(cells, first.column), scale, turned, block)


def _unknown(cells: Cells, model: Model) -> Iterator[CsiError]:
    uses: list[ColumnUse | NumberUse] = [*model.uses(), *model.number_uses()]
    of_latents = [use for use in reversed(uses) if use.latent]
    named = {use.column: Text(f"{use.use} of {use.latent}", f"“{use.latent}”的{_USES[use.use]}") for use in of_latents}
    places = {use.column: use.place for use in uses}
    of_features = {column: (use, one) for one in reversed(model.features) for use, column in one.columns()}
    named |= {column: Text(f"{use} of {one.name}", f"“{one.name}”的{_USES[use]}") for column, (use, one) in of_features.items()}
    places |= {column: one.place for column, (_, one) in of_features.items()}
    for name in dict.fromkeys((*(use.column for use in uses), *reversed(of_features), *model.respondents.texts())):
        if cells.position(name) is None:
            yield _no_such_column(cells, name, places.get(name) or of_model(model.source), named.get(name, _RESPONDENTS))


def _no_such_column(cells: Cells, name: str, place: Words, use: Text) -> UnknownColumn:
    near = nearest_few(name, cells.header)
    count, where = len(cells.header), cells.origin.sheet or cells.origin.source
    english, chinese = _listed(near or cells.header[:_LISTED], near=bool(near))
    return UnknownColumn(
        place=place,
        reason=Text(
            f'the survey has no column "{name}" ({use.en}). {where} has {count} {"column" if count == 1 else "columns"}{english}.',
            f"调查数据中没有列“{name}”（{use.zh}）。{where} 共有 {count} 列{chinese}。",
        ),
        remedy=Text(
            f"Correct the name, or list the columns with: csi check {cells.origin.source}",
            f"请更正列名，或用以下命令列出所有列：csi check {cells.origin.source}",
        ),
    )


def _listed(names: Sequence[str], *, near: bool) -> tuple[str, str]:
    """The nearest names; where none is near, what there is to choose from."""
    verb = ("the nearest are" if len(names) > 1 else "the nearest is") if near else "among them"
    quoted = [f'"{shown(name)}"' for name in names]
    english = f"; {verb} " + " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
    return english, ("；最接近的是" if near else "，其中有") + "、".join(f"“{shown(name)}”" for name in names)


def _contradictions(cells: Cells, uses: tuple[ColumnUse, ...]) -> Iterator[ModelFault]:
    by_position: dict[int, list[ColumnUse]] = {}
    for use in uses:
        by_position.setdefault(position_of(cells, use.column), []).append(use)
    for same in by_position.values():
        yield from _contradiction(same)


def _read_twice(model: Model) -> Iterator[ModelFault]:
    """Columns that are yes and no in one place and numbers in another."""
    kinds: dict[str, NumberUse] = {}
    for use in model.number_uses():
        other = kinds.setdefault(use.column, use)
        if "yes_no" in {use.kind, other.kind} and use.kind != other.kind:
            yield ModelFault(
                place=use.place or other.place or of_column(use.column),
                reason=Text(
                    f'the column "{use.column}" is {use.use} and {other.use}; one of them is yes or no, the other a number.',
                    f"列“{use.column}”同时用作 {use.use} 和 {other.use}：一个是“是/否”，另一个是数字。",
                ),
                remedy=Text("Correct one of them.", "请更正其中一处。"),
            )


def _contradiction(uses: list[ColumnUse]) -> Iterator[ModelFault]:
    scales = {(use.scale.lowest, use.scale.highest) for use in uses if use.scale is not None}
    turned = {use.reversed for use in uses if use.use != "importance"}
    owners = [use for use in uses if use.use == "indicator"]
    if len(scales) > 1:
        said = " / ".join(f"{low:g}-{high:g}" for low, high in sorted(scales))
        yield _fault(uses, Text(f"is used with two scales ({said})", f"被声明了两种量表（{said}）"))
    if len(turned) > 1:
        yield _fault(uses, Text("is reversed in one use and not in the other", "在一处声明为反向、在另一处却不是"))
    if len(owners) > 1:
        names = " / ".join(use.indicator.name for use in owners)
        yield _fault(uses, Text(f"is an indicator twice ({names})", f"被用作两个指标（{names}）"))


def _fault(uses: list[ColumnUse], what: Text) -> ModelFault:
    column = uses[0].column
    return ModelFault(
        place=next((use.indicator.place for use in reversed(uses) if use.indicator.place), of_column(column)),
        reason=Text(f'the column "{column}" {what.en}.', f"列“{column}”{what.zh}。"),
        remedy=Text("Say the same in both places, or keep one.", "请在两处使用相同的声明，或只保留一处。"),
    )
