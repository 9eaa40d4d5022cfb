"""What every reader of penalties and rewards must know: of what, of whom, and that it is no proof."""

from __future__ import annotations

from ...findings import Remark, Value
from ...terms import Text
from .question import Question


def caveats(asked: Question) -> tuple[Remark, ...]:
    """The outcome, what counts as low and high, who is left out, and what it all is not."""
    return (*_outcome(asked), _cuts(asked), *_left_out(asked), _no_kano(), _association(asked))


def _outcome(asked: Question) -> tuple[Remark, ...]:
    if not asked.chosen:
        return ()
    text = Text(
        '"{outcome}", the first indicator of "{latent}", stands for it; --outcome names another',
        "以“{latent}”的第一个指标“{outcome}”作为结果；可用 --outcome 另行指定",
    )
    owner = next(latent for latent, leaf in asked.study.model.indicators if leaf.name == asked.name)
    return (Remark("outcome", text, {"outcome": asked.name, "latent": owner}),)


def _cuts(asked: Question) -> Remark:
    """What counts as low and high."""
    told, own = set(asked.cuts), asked.outcome_cut
    values: dict[str, Value] = {"outcome": asked.name, "own_low": own.low, "own_high": own.high}
    if len(told) == 1:
        (cut,) = told
        text = Text(
            'answers up to {low} count as low and from {high} as high (--low, --high); dissatisfied: "{outcome}" up to {own_low}, delighted: from {own_high}',
            "不高于 {low} 的答案计为低分，不低于 {high} 的计为高分（--low、--high）；不满意：“{outcome}”不高于 {own_low}，愉悦：不低于 {own_high}",
        )
        return Remark("cuts", text, {**values, "low": cut.low, "high": cut.high})
    text = Text(
        'answers in the lower 60% of each scale count as low, in the upper eighth as high (--low, --high); dissatisfied: "{outcome}" up to {own_low}, delighted: from {own_high}',
        "各量表下部 60% 的答案计为低分，最高八分之一计为高分（--low、--high）；不满意：“{outcome}”不高于 {own_low}，愉悦：不低于 {own_high}",
    )
    return Remark("cuts", text, values)


def _left_out(asked: Question) -> tuple[Remark, ...]:
    missing = asked.study.used - asked.n
    if not missing:
        return ()
    text = Text(
        "{missing} of {used} respondents did not answer all of these questions and are left out",
        "{used} 名受访者中有 {missing} 名未回答全部相关题目，未计入",
    )
    return (Remark("incomplete", text, {"missing": missing, "used": asked.study.used}),)


def _no_kano() -> Remark:
    text = Text(
        "a dissatisfier is no must-be and a satisfier no attractive feature: that takes the questions of csi kano",
        "“不满型”不等于必备属性，“满意型”不等于魅力属性：后者需要 csi kano 的提问方式",
    )
    return Remark("no_kano", text)


def _association(asked: Question) -> Remark:
    text = Text(
        'penalties and rewards are association within one survey, no proof that mending an item moves "{outcome}"',
        "惩罚与奖励是同一次调查内的关联，不能证明改进某项就会改变“{outcome}”",
    )
    return Remark("association", text, {"outcome": asked.name})
