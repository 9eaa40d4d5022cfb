"""The four principles of a good indicator, each with its verdict and the reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...terms import Term, Text, Unit

VERDICTS = {"passes": Text("yes", "是"), "fails": Text("no", "否"), "unknown": Text("?", "？")}
SAID = {**VERDICTS, "unknown": Text("not said", "未说明")}  # what only the model can say
REASONS: dict[str, Text] = {
    "is_target": Text("part of what is to be explained", "属于被解释的目标"),
    "asked_important": Text("rated as important", "受访者评为重要"),
    "asked_unimportant": Text("rated as unimportant", "受访者评为不重要"),
    "related": Text("goes with the target", "与目标相关"),
    "unrelated": Text("unrelated to the target", "与目标无关"),
    "too_few": Text("under 30 answers", "答案不足 30 个"),
    "nothing_beside": Text("nothing beside it", "没有可比对的内容"),
    "declared": Text("the model says so", "模型指定"),
    "not_declared": Text("the model does not say", "模型未声明"),
    "no_answers": Text("nobody answered", "无人作答"),
    "mostly_missing": Text("over half missing", "缺失超过一半"),
    "constant": Text("all gave one answer", "所有人答案相同"),
    "ceiling": Text("nearly all answered best", "几乎所有人选最高分"),
    "floor": Text("nearly all answered worst", "几乎所有人选最低分"),
    "against_others": Text("runs against its fellows", "与同组题目方向相反"),
    "weak_with_others": Text("weak with its fellows", "与同组题目几乎不相关"),
    "spreads": Text("answered, and answers differ", "有作答且有差异"),
    "no_scale": Text("no scale is known", "量表未知"),
    "other_scale": Text("scale unlike its fellows", "量表与同组不同"),
    "ends_guessed": Text("ends of scale guessed", "量表端点为推测"),
    "benchmark": Text("a benchmark is known", "有标杆可比"),
    "no_benchmark": Text("no benchmark given", "未提供标杆"),
    "same_scale": Text("same scale as its fellows", "与同组量表一致"),
}


class Verdict(NamedTuple):
    """said: passes, fails or unknown. because: a key of REASONS."""

    said: str
    because: str


def _term(key: str, en: str, zh: str, meaning: Text, values: Mapping[str, Text] = VERDICTS) -> Term:
    return Term(key, en, zh, meaning=meaning, values=values)


def _because(key: str, en: str, zh: str) -> Term:
    return Term(
        f"{key}_because", f"{en}: why", f"{zh}：依据", meaning=Text("The reason for the verdict.", "判断依据。"), values=REASONS
    )


IMPORTANT = _term(
    "important", "Important", "重要", Text("Asked as important, or related to the target.", "被评为重要，或与目标相关。")
)
CONTROLLABLE = _term("controllable", "Controllable", "可控", Text("Whether the firm can change it.", "企业能否加以改变。"), SAID)
MEASURABLE = _term(
    "measurable",
    "Measurable",
    "可测",
    Text("Enough answers that differ and go with their fellows.", "答案足够、有差异，且与同组一致。"),
)
COMPARABLE = _term(
    "comparable",
    "Comparable",
    "可比",
    Text("Whether the model gives a benchmark to compare it with.", "模型是否提供可比的标杆。"),
    SAID,
)
ONE_SCALE = _term(
    "one_scale",
    "On one scale",
    "量表一致",
    Text("On the scale of its fellows, whose ends are known.", "与同组量表一致且端点已知。"),
)
WHY_IMPORTANT = _because("important", "Important", "重要")
WHY_CONTROLLABLE = _because("controllable", "Controllable", "可控")
WHY_MEASURABLE = _because("measurable", "Measurable", "可测")
WHY_ONE_SCALE = _because("one_scale", "On one scale", "量表一致")
WHY_COMPARABLE = _because("comparable", "Comparable", "可比")
RELATION = Term(
    "relation",
    "With target",
    "与目标相关",
    Unit.RATIO,
    2,
    Text("Correlation with the rest of the target.", "与目标其余部分的相关系数。"),
    signed=True,
)
ITEM_REST = Term(
    "item_rest",
    "With fellows",
    "与同组相关",
    Unit.RATIO,
    2,
    Text("Correlation with the mean of the other questions of its latent.", "与同组其他题目均值的相关系数。"),
    signed=True,
)
REMARK = Term(
    "because", "Because", "依据", meaning=Text("The first reason that is no praise.", "首要的不足之处。"), values=REASONS
)
