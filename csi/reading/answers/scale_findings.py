"""How the scales were found: guessed, read from words or codes, turned round, or against what the model says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...findings import Finding
from ...terms import Text
from .asked import Scaled
from .columns import Column, shown
from .word_findings import about, word_findings

_GUESSED = Text(
    "scale of {titles} guessed as {lowest:plain}–{highest:plain}; scale: in the model settles it",
    "{titles} 的量表推测为 {lowest:plain}–{highest:plain}；可在模型中用 scale: 声明",
)
_OPEN_ENDED = Text(
    "scale of {titles} guessed as {lowest:plain}–{highest:plain}, though nobody used the whole of it;"
    " it may as well be {rival}; scale: in the model settles it",
    "{titles} 的量表推测为 {lowest:plain}–{highest:plain}，但没有人用到其全部分值，也可能是 {rival}；请在模型中用 scale: 声明",
)
_ZEROS = Text(
    "scale of {titles} guessed as {lowest:plain}–{highest:plain}, and its few zeros as no answer;"
    " it may as well be {rival}; scale: in the model settles it",
    "{titles} 的量表推测为 {lowest:plain}–{highest:plain}，少数 0 视为未作答；也可能是 {rival}；请在模型中用 scale: 声明",
)
_STATED = Text(
    "scale of {titles} read from the question as {lowest:plain}–{highest:plain}",
    "{titles} 的量表根据题干读作 {lowest:plain}–{highest:plain}",
)
_FILE = Text(
    "scale of {titles} taken as {lowest:plain}–{highest:plain}, from the answers that the file itself labels",
    "{titles} 的量表根据文件自带的值标签读作 {lowest:plain}–{highest:plain}",
)
_CODES = Text(
    "the words of {titles} are not known, so the codes beside them were read, {lowest:plain} as the worst; labels: in the model settles it",
    "{titles} 的选项词无法识别，已按其旁边的代码读取，{lowest:plain} 视为最差；可在模型中用 labels: 声明",
)
_UNKNOWN = Text(
    "no scale fits the answers of {titles}, so none of them counts ({answers}); scale: or labels: in the model settles it",
    "没有量表适合 {titles} 的答案，因此均未计入（{answers}）；请在模型中用 scale: 或 labels: 声明",
)
_CODES_DOWN = Text(
    "the words of {titles} are not known, so the codes beside them were read, {lowest:plain} as the best, as with the words that are known;"
    " labels: in the model settles it",
    "{titles} 的选项词无法识别，已按其旁边的代码读取；由于其他列的代码以小为好，{lowest:plain} 视为最好；可在模型中用 labels: 声明",
)
_TURNED = Text("turned round, as the model says: {titles}", "已按模型声明反向计分：{titles}")
_TURNED_ONCE = Text(
    "{titles}: the codes count down, and the words have put that right; reversed: in the model was not applied a second time",
    "{titles}：代码以小为好，已按选项词的含义计分；模型中的 reversed: 未再次反转",
)
_UNREAD = Text(
    "{titles}: {filled} {filled:cell is|cells are} filled, but not one could be read as an answer on the scale",
    "{titles} 有 {filled} 个单元格有内容，但没有一个能读作量表上的答案",
)
_EMPTY = Text("nobody answered {titles}", "没有人回答 {titles}")


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
    turned = [one.column.name for one in columns if one.turned and not one.found.counts_down]
    if turned:
        yield _for(Finding("reversed", "info", _TURNED), turned)
    once = [one.column.name for one in columns if one.turned and one.found.counts_down]
    if once:
        yield _for(Finding("reversed_once", "warning", _TURNED_ONCE), once)


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
    if found.zeros:
        yield about("scale_guessed", "warning", _ZEROS, found.scale, rival=f"0–{found.scale.highest:g}")
    elif found.basis == "numbers" and found.rival is not None:
        yield about("scale_guessed", "warning", _OPEN_ENDED, found.scale, rival=f"{found.rival[0]:g}–{found.rival[1]:g}")
    elif found.basis == "numbers":
        yield about("scale_guessed", "info", _GUESSED, found.scale)
    elif found.basis == "header":
        yield about("scale_stated", "info", _STATED, found.scale)
    elif found.basis == "file":
        yield about("scale_labelled", "info", _FILE, found.scale)
    elif found.basis == "codes":
        yield about("codes_read", "warning", _CODES_DOWN if found.counts_down else _CODES, found.scale)
    yield from word_findings(one, found.scale)


def _same(one: Finding, other: Finding) -> bool:
    return one.key == other.key and one.values == other.values


def _for(finding: Finding, names: list[str]) -> Finding:
    place = shown(names[0]) if len(names) == 1 else ""
    values = {**finding.values, "columns": tuple(names), "titles": tuple(map(shown, names))}
    return Finding(finding.key, finding.severity, finding.text, place, len(names), values)
