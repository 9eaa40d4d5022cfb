"""The words of the tables that take a closer look: how clear a category is, means in place of modes, every share."""

from __future__ import annotations

from ...terms import LOWER, UPPER, Term, Text, Unit
from .terms import NAMES

RUNNER_UP = Term(
    "runner_up", "Next", "次多类别", meaning=Text("The second most frequent category.", "人数第二多的类别。"), values=NAMES
)
STRENGTH = Term(
    "category_strength",
    "Category strength",
    "类别强度",
    Unit.SHARE,
    1,
    Text("Lead of the category over the next; 6% or more is clear.", "领先次多类别的比例；达到 6% 为明确。"),
)
STRENGTH_LOWER = Term("category_strength_lower", "Category strength, lower", "类别强度下限", Unit.SHARE, 1, LOWER.meaning)
STRENGTH_UPPER = Term("category_strength_upper", "Category strength, upper", "类别强度上限", Unit.SHARE, 1, UPPER.meaning)
TOTAL = Term(
    "total_strength",
    "Total strength",
    "总强度",
    Unit.SHARE,
    1,
    Text("A, O and M together: whom it moves at all; 60% or more matters.", "A、O、M 合计：受其影响的人；达到 60% 为重要。"),
)
TOTAL_LOWER = Term("total_strength_lower", "Total strength, lower", "总强度下限", Unit.SHARE, 1, LOWER.meaning)
TOTAL_UPPER = Term("total_strength_upper", "Total strength, upper", "总强度上限", Unit.SHARE, 1, UPPER.meaning)
LEAD = Term("lead", "Lead", "领先人数", Unit.COUNT, 1, Text("Answers by which it is ahead of the next.", "领先次多类别的人数。"))
_TOLD = {"distinct": Text("clear", "可区分"), "not_distinct": Text("not told apart", "不可区分")}
FONG_LIMIT = Term(
    "fong_limit",
    "Limit by Fong",
    "Fong 界限",
    Unit.RATIO,
    3,
    Text("Lead that Fong's rule asks for.", "Fong 检验要求的领先人数。"),
)
FONG = Term(
    "fong",
    "By Fong",
    "Fong 检验",
    meaning=Text("Whether the lead reaches Fong's limit.", "领先是否达到 Fong 界限。"),
    values=_TOLD,
)
LEVEL_LIMIT = Term(
    "level_limit",
    "Limit that holds its level",
    "保持水平的界限",
    Unit.RATIO,
    3,
    Text(
        "Lead that equal categories reach in 10% of samples.",
        "两类实际相等时仅有 10% 的样本会达到的领先人数。",
    ),
)
LEVEL = Term(
    "level",
    "At 10%",
    "10% 水平检验",
    meaning=Text("Whether the lead is more than chance gives equal categories.", "领先是否超出两类相等时的偶然。"),
    values=_TOLD,
)
P_EQUAL = Term(
    "p",
    "p",
    "p",
    Unit.P,
    3,
    Text("Two-sided p of equal categories, exact where respondents count alike.", "两类相等的双侧 p 值；无权重时为精确值。"),
)


def _mean(key: str, en: str, zh: str, meaning: Text) -> Term:
    return Term(key, en, zh, Unit.RATIO, 2, meaning, signed=True)


WITH_IT = _mean(
    "functional_mean",
    "With it",
    "具备时得分",
    Text("Mean of 4 like, 2 must-be, 0, -1, -2 dislike.", "均分：4 喜欢、2 理应、0、−1、−2 不喜欢。"),
)
WITH_LOWER = _mean("functional_lower", "With it, lower", "具备时下限", LOWER.meaning)
WITH_UPPER = _mean("functional_upper", "With it, upper", "具备时上限", UPPER.meaning)
WITHOUT_IT = _mean(
    "dysfunctional_mean",
    "Without it",
    "不具备时得分",
    Text("Mean of 4 dislike, 2 live with, 0, -1, -2 like.", "均分：4 不喜欢、2 勉强接受、0、−1、−2 喜欢。"),
)
WITHOUT_LOWER = _mean("dysfunctional_lower", "Without it, lower", "不具备时下限", LOWER.meaning)
WITHOUT_UPPER = _mean("dysfunctional_upper", "Without it, upper", "不具备时上限", UPPER.meaning)
SHARE = Term("share", "Share", "比例", Unit.SHARE, 1, Text("Share of the respondents.", "受访者比例。"))
SHARE_LOWER = Term("lower", "Lower", "下限", Unit.SHARE, 1, LOWER.meaning)
SHARE_UPPER = Term("upper", "Upper", "上限", Unit.SHARE, 1, UPPER.meaning)
COUNT = Term(
    "count", "Answers", "人数", Unit.COUNT, 0, Text("Respondents, or the sum of their weights.", "受访者人数，或权重之和。")
)
