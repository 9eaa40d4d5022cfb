"""How the scales were found: guessed, read from words or codes, turned round, or against what the model says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...findings import Finding, Severity
from ...model import Scale
from ...terms import Text
from .block_scales import Found
from .columns import Column, shown

_GUESSED = Text(
    "scale of {titles} guessed as {lowest:plain}–{highest:plain}; scale: in the model settles it",
    "{titles} 的量表推测为 {lowest:plain}–{highest:plain}；可在模型中用 scale: 声明",
)
_OPEN_ENDED = Text(
    "scale of {titles} guessed as {lowest:plain}–{highest:plain}, though nobody used the whole of it;"
    " it may as well be {rival}; scale: in the model settles it",
    "{titles} 的量表推测为 {lowest:plain}–{highest:plain}，但没有人用到其全部分值，也可能是 {rival}；请在模型中用 scale: 声明",
)
_STATED = Text(
    "scale of {titles} read from the question as {lowest:plain}–{highest:plain}",
    "{titles} 的量表根据题干读作 {lowest:plain}–{highest:plain}",
)
_WORDS = Text(
    "scale of {titles} read from its words: {steps} steps from {worst} to {best}",
    "{titles} 的量表根据选项词读作 {steps} 级，从“{worst}”到“{best}”",
)
_DOUBTFUL = Text(
    "the words of {titles} fit more than one scale; taken as {steps} steps from {worst} to {best}; labels: in the model settles it",
    "{titles} 的选项词可对应多种量表，按 {steps} 级（从“{worst}”到“{best}”）读取；可在模型中用 labels: 声明",
)
_CODES = Text(
    "the words of {titles} are not known, so the codes beside them were read, {lowest:plain} as the worst; labels: in the model settles it",
    "{titles} 的选项词无法识别，已按其旁边的代码读取，{lowest:plain} 视为最差；可在模型中用 labels: 声明",
)
_DIFFERS = Text(
    "{titles}: the model says {declared}, but the answers are {steps} words; read as {lowest:plain}–{highest:plain}",
    "{titles}：模型声明为 {declared}，但答案是 {steps} 级文字选项；按 {lowest:plain}–{highest:plain} 读取",
)
_UNKNOWN = Text(
    "no scale fits the answers of {titles}, so none of them counts ({answers}); scale: or labels: in the model settles it",
    "没有量表适合 {titles} 的答案，因此均未计入（{answers}）；请在模型中用 scale: 或 labels: 声明",
)
_TURNED = Text("turned round, as the model says: {titles}", "已按模型声明反向计分：{titles}")
_DISAGREE = Text(
    "{titles}: the code beside the words says otherwise ({answers}); the words were followed",
    "{titles}：选项词与其旁边的代码不一致（{answers}）；以选项词为准",
)
_UNREAD = Text(
    "{titles}: {filled} {filled:cell is|cells are} filled, but not one could be read as an answer on the scale",
    "{titles} 有 {filled} 个单元格有内容，但没有一个能读作量表上的答案",
)
_MIXED = Text(
    "{titles}: words of another answer scale with as many steps were read by their place in it ({answers}); labels: in the model settles it",
    "{titles} 混有另一套级数相同的选项词，已按其级次读取（{answers}）；可在模型中用 labels: 声明",
)
_EMPTY = Text("nobody answered {titles}", "没有人回答 {titles}")


class Scaled(NamedTuple):
    """A column, what its scale rests on, what the model declared, and whether it was turned round."""

    column: Column
    found: Found
    declared: Scale | None
    turned: bool


def scale_findings(columns: Sequence[Scaled]) -> Iterator[Finding]:
    """One finding for all columns that share the same scale for the same reason."""
    groups: list[tuple[Finding, list[str]]] = []
    for one in columns:
        for finding in _of(one):
            fellows = next((names for other, names in groups if _same(other, finding)), None)
            if fellows is None:
                groups.append((finding, [one.column.name]))
            else:
                fellows.append(one.column.name)
    yield from (_for(finding, names) for finding, names in groups)
    turned = [one.column.name for one in columns if one.turned]
    if turned:
        yield _for(Finding("reversed", "info", _TURNED), turned)


def nobody_answered(names: Iterable[str]) -> Finding | None:
    """The finding for columns without a single valid answer."""
    empty = list(names)
    return _for(Finding("nobody_answered", "warning", _EMPTY), empty) if empty else None


def none_read(columns: Sequence[Column]) -> Finding | None:
    """The finding for columns that were answered, but not in a way that could be read."""
    filled = sum(one.answered() for one in columns)
    finding = Finding("unread", "warning", _UNREAD, values={"filled": filled})
    return _for(finding, [one.name for one in columns]) if columns else None


def _of(one: Scaled) -> Iterator[Finding]:
    found = one.found
    if found.scale is None:
        answers = tuple(said.text[:40] for said in one.column.said if said.kind != "blank")[:10]
        if answers:
            yield Finding("scale_unknown", "severe", _UNKNOWN, values={"answers": answers})
        return
    if found.basis == "numbers" and found.rival is not None:
        yield _about("scale_guessed", "warning", _OPEN_ENDED, found.scale, rival=f"{found.rival[0]:g}–{found.rival[1]:g}")
    elif found.basis == "numbers":
        yield _about("scale_guessed", "info", _GUESSED, found.scale)
    elif found.basis == "header":
        yield _about("scale_stated", "info", _STATED, found.scale)
    elif found.basis == "codes":
        yield _about("codes_read", "warning", _CODES, found.scale)
    elif found.basis == "words":
        yield _by_words(one, found.scale)
    if found.mixed:
        yield Finding("labels_mixed", "warning", _MIXED, values={"answers": found.mixed})
    conflict = _conflicts(one.column, found.scale) if found.basis in ("words", "declared") else ()
    if conflict:
        yield Finding("code_disagrees", "warning", _DISAGREE, values={"answers": conflict})


def _by_words(one: Scaled, scale: Scale) -> Finding:
    if one.declared is not None:
        said = f"{one.declared.lowest:g}–{one.declared.highest:g}"
        return _about("scale_differs", "warning", _DIFFERS, scale, declared=said)
    if one.found.doubtful:
        return _about("scale_doubtful", "warning", _DOUBTFUL, scale)
    return _about("labels_read", "info", _WORDS, scale)


def _about(key: str, severity: Severity, text: Text, scale: Scale, **more: str) -> Finding:
    ends = {"lowest": scale.lowest, "highest": scale.highest, "steps": int(scale.width) + 1}
    ranked = sorted(scale.labels, key=scale.labels.__getitem__)
    words = {"worst": ranked[0], "best": ranked[-1]} if ranked else {}
    return Finding(key, severity, text, values={**ends, **words, **more})


def _same(one: Finding, other: Finding) -> bool:
    return one.key == other.key and one.values == other.values


def _for(finding: Finding, names: list[str]) -> Finding:
    place = shown(names[0]) if len(names) == 1 else ""
    values = {**finding.values, "columns": tuple(names), "titles": tuple(map(shown, names))}
    return Finding(finding.key, finding.severity, finding.text, place, len(names), values)


def _conflicts(column: Column, scale: Scale) -> tuple[str, ...]:
    """Answers whose code is not the score of their words, a constant shift (0-4 for 1-5) allowed."""
    scored = [(said, scale.labels[said.text]) for said in column.said if said.code is not None and said.text in scale.labels]
    shifts = {score - said.code for said, score in scored if said.code is not None}
    return tuple(f"{said.text} = {score:g}" for said, score in scored) if len(shifts) > 1 else ()
