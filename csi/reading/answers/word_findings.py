"""What was decided about the words of an answer scale: their order, second wordings, codes that say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Severity
from ...model import Scale
from ...terms import Text
from .asked import Scaled
from .columns import Column
from .written_form import without_gender

_WORDS = Text(
    "scale of {titles} read from its words: {steps} steps from {worst} to {best}",
    "{titles} 的量表根据选项词读作 {steps} 级，从“{worst}”到“{best}”",
)
_DOUBTFUL = Text(
    "the words of {titles} fit more than one scale; taken as {steps} steps from {worst} to {best}; labels: in the model settles it",
    "{titles} 的选项词可对应多种量表，按 {steps} 级（从“{worst}”到“{best}”）读取；可在模型中用 labels: 声明",
)
_RIVALLED = Text(
    "the words of {titles} fit more than one scale; taken as {steps} steps ({labels}), though it may as well be {other};"
    " labels: in the model settles it",
    "{titles} 的选项词可对应多种量表，按 {steps} 级读取（{labels}），也可能是 {other}；请在模型中用 labels: 声明",
)
_DIFFERS = Text(
    "{titles}: the model says {declared}, but the answers are {steps} words; read as {lowest:plain}–{highest:plain}",
    "{titles}：模型声明为 {declared}，但答案是 {steps} 级文字选项；按 {lowest:plain}–{highest:plain} 读取",
)
_ENDS = Text(
    "the words among the numbers of {titles} were read as its ends: {worst} = {lowest:plain}, {best} = {highest:plain}",
    "{titles} 数字中的文字读作量表两端：“{worst}”= {lowest:plain}，“{best}”= {highest:plain}",
)
_NUMBERS_DOWN = Text(
    "{titles}: the words at its ends make {lowest:plain} the best answer, so its numbers were counted from the other end",
    "{titles}：两端的选项词表明 {lowest:plain} 为最好，因此数字已按相反方向计分",
)
_QUESTION_DOWN = Text(
    "{titles}: the words in the question make {lowest:plain} the best answer, so its numbers were counted from the other end;"
    " labels: in the model settles it",
    "{titles}：题干的说明表明 {lowest:plain} 为最好，因此数字已按相反方向计分；可在模型中用 labels: 声明",
)
_ASSUMED = Text(
    "{titles}: the words in the question are not known, so {highest:plain} was assumed to be the best answer;"
    " reversed: or labels: in the model settles it",
    "{titles}：题干的说明无法识别，因此假定 {highest:plain} 为最好；可在模型中用 reversed: 或 labels: 声明",
)
_DISAGREE = Text(
    "{titles}: the code beside the words says otherwise ({answers}); the words were followed",
    "{titles}：选项词与其旁边的代码不一致（{answers}）；以选项词为准",
)
_CODES_FALL = Text(
    "the codes beside the words of {titles} run from the best to the worst; the words were followed ({labels})",
    "{titles} 的代码从最好排到最差；以选项词为准（{labels}）",
)
_MIXED = Text(
    "{titles}: words of another answer scale with as many steps were read by their place in it ({answers}); labels: in the model settles it",
    "{titles} 混有另一套级数相同的选项词，已按其级次读取（{answers}）；可在模型中用 labels: 声明",
)
_SHARED = Text(
    "{titles}: different words were read as one and the same answer ({answers}); labels: in the model settles it",
    "{titles}：不同的选项词被视为同一答案（{answers}）；可在模型中用 labels: 声明",
)


def word_findings(one: Scaled, scale: Scale) -> Iterator[Finding]:
    """Every decision about the words of one column; nothing where it has none, or where the model declares its labels."""
    found = one.found
    if found.by_question == "down":
        yield about("question_turned", "warning", _QUESTION_DOWN, scale)
    elif scale.labels and not _labelled(one):
        yield from _order(one, scale)
    if found.by_question == "unclear" and one.declared is None and not one.turned:
        yield Finding("direction_assumed", "warning", _ASSUMED, values={"lowest": scale.lowest, "highest": scale.highest})
    if found.mixed:
        yield Finding("labels_mixed", "warning", _MIXED, values={"answers": found.mixed})
    if found.basis not in ("words", "declared"):
        return
    shared = () if _labelled(one) else _shared(one.column, scale, found.mixed)
    if shared:
        yield Finding("labels_shared", "warning", _SHARED, values={"answers": shared})
    conflict = _conflicts(one.column, scale)
    if conflict and found.counts_down:
        yield about("code_disagrees", "warning", _CODES_FALL, scale)
    elif conflict:
        yield Finding("code_disagrees", "warning", _DISAGREE, values={"answers": conflict})


def _order(one: Scaled, scale: Scale) -> Iterator[Finding]:
    found, declared = one.found, one.declared
    if found.basis == "words" and declared is not None:
        yield about("scale_differs", "warning", _DIFFERS, scale, declared=f"{declared.lowest:g}–{declared.highest:g}")
    elif found.doubtful and found.other:
        yield about("scale_doubtful", "warning", _RIVALLED, scale, other=found.other)
    elif found.doubtful:
        yield about("scale_doubtful", "warning", _DOUBTFUL, scale)
    elif found.codes and found.counts_down and found.basis != "codes":
        yield about("numbers_turned", "warning", _NUMBERS_DOWN, scale)
    elif found.basis in ("numbers", "header", "file") or (found.basis == "declared" and found.codes):
        yield about("ends_read", "info", _ENDS, scale)
    elif found.basis in ("words", "declared"):
        yield about("labels_read", "info", _WORDS, scale)


def about(key: str, severity: Severity, text: Text, scale: Scale, **more: str) -> Finding:
    """A finding about a scale, with its ends and what each of its words is worth."""
    ends = {"lowest": scale.lowest, "highest": scale.highest, "steps": int(scale.width) + 1}
    ranked = sorted(scale.labels, key=scale.labels.__getitem__)
    words = {"worst": ranked[0], "best": ranked[-1]} if ranked else {}
    labels = {"labels": tuple(f"{word} = {scale.labels[word]:g}" for word in ranked)} if ranked else {}
    return Finding(key, severity, text, values={**ends, **words, **labels, **more})


def _labelled(one: Scaled) -> bool:
    return one.declared is not None and bool(one.declared.labels)


def _shared(column: Column, scale: Scale, mixed: tuple[str, ...]) -> tuple[str, ...]:
    """Two wordings of one step in one column, "dissatisfied = unsatisfied"; case, spaces and codes make no other wording."""
    steps: dict[float, dict[str, str]] = {}
    for said in column.said:
        if said.kind == "words" and said.text in scale.labels and said.text not in mixed:
            steps.setdefault(scale.labels[said.text], {}).setdefault(without_gender(said.words), said.text)
    return tuple(" = ".join(words.values()) for words in steps.values() if len(words) > 1)


def _conflicts(column: Column, scale: Scale) -> tuple[str, ...]:
    """Answers whose code is not the score of their words, a constant shift (0-4 for 1-5) allowed."""
    scored = [(said, scale.labels[said.text]) for said in column.said if said.code is not None and said.text in scale.labels]
    shifts = {score - said.code for said, score in scored if said.code is not None}
    return tuple(f"{said.text} = {score:g}" for said, score in scored) if len(shifts) > 1 else ()
