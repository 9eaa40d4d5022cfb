"""The words of importance and performance."""

from __future__ import annotations

from ...terms import LOWER, UPPER, Term, Text, Unit
from ..quadrant_terms import PARTS
from .sources import Kind

IPA = Term(
    "ipa",
    "What matters and how well it does, indicator by indicator",
    "各指标的重要性与绩效",
    meaning=Text("What matters to customers, and how well it does.", "什么对顾客重要，以及表现如何。"),
)
PERFORMANCE = Term(
    "performance",
    "Performance",
    "绩效",
    Unit.POINTS,
    1,
    Text("Index on 0-100: 0 worst, 100 best.", "0–100 指数：0 最差，100 最好。"),
)


def _importance(unit: Unit, digits: int, en: str, zh: str, meaning: Text) -> tuple[Term, Term, Term]:
    return (
        Term("importance", en, zh, unit, digits, meaning),
        Term("importance_lower", f"{en}, lower", f"{zh}下限", unit, digits, LOWER.meaning),
        Term("importance_upper", f"{en}, upper", f"{zh}上限", unit, digits, UPPER.meaning),
    )


IMPORTANCE: dict[Kind, tuple[Term, Term, Term]] = {
    "stated": _importance(
        Unit.POINTS, 1, "Importance", "重要性", Text("Mean stated importance on 0-100.", "顾客自述重要性的均值（0–100）。")
    ),
    "derived": _importance(
        Unit.SHARE,
        1,
        "Importance",
        "重要性",
        Text(
            "Share of the explained variance of the outcome (Johnson's relative weight).",
            "在结果被解释方差中的份额（Johnson 相对权重）。",
        ),
    ),
    "correlation": _importance(
        Unit.RATIO, 3, "Importance", "重要性", Text("Correlation with the outcome.", "与结果的相关系数。")
    ),
    "revised": _importance(
        Unit.RATIO,
        3,
        "Importance",
        "重要性",
        Text(
            "Correlation of the logarithm of the answers with the outcome, all other indicators held.",
            "答案取对数后与结果的偏相关（控制其他指标）。",
        ),
    ),
}
STATED = Term(
    "stated", "Stated", "自述", Unit.POINTS, 1, Text("Mean stated importance on 0-100.", "顾客自述重要性的均值（0–100）。")
)
DERIVED = Term(
    "derived",
    "Derived",
    "推导",
    Unit.SHARE,
    1,
    Text(
        "Share of the explained variance of the outcome (Johnson's relative weight).",
        "在结果被解释方差中的份额（Johnson 相对权重）。",
    ),
)
CORRELATION = Term(
    "correlation", "Correlation", "相关", Unit.RATIO, 3, Text("Correlation with the outcome.", "与结果的相关系数。")
)
REVISED = Term(
    "revised",
    "Partial",
    "偏相关",
    Unit.RATIO,
    3,
    Text(
        "Correlation of the logarithm of the answers with the outcome, all other indicators held.",
        "答案取对数后与结果的偏相关（控制其他指标）。",
    ),
)
IMPORTANCE_N = Term(
    "importance_n",
    "n of importance",
    "重要性 n",
    Unit.COUNT,
    0,
    Text("Respondents whom the importance on the map rests on.", "图中重要性所依据的受访者数。"),
)
QUADRANT = Term(
    "quadrant",
    "Quadrant",
    "象限",
    meaning=Text("On which side of the two lines it lies.", "位于两条分界线的哪一侧。"),
    values=PARTS,
)
UNSURE = Term(
    "unsure",
    "Unsure",
    "不稳定",
    meaning=Text("Whether fewer than 80% of the resamples agree on its quadrant.", "是否不足 80% 的重抽样落在同一象限。"),
)
_AWAY = Text(
    "Distance from the line on which importance and performance are equal; positive: importance is ahead.",
    "到“重要性 = 绩效”斜线的距离；为正表示重要性高于绩效。",
)
DISTANCE = Term("distance", "Ahead of performance", "重要性超前", Unit.POINTS, 1, _AWAY, signed=True)
DISTANCE_LOWER = Term("distance_lower", "Ahead, lower", "超前下限", Unit.POINTS, 1, LOWER.meaning, signed=True)
DISTANCE_UPPER = Term("distance_upper", "Ahead, upper", "超前上限", Unit.POINTS, 1, UPPER.meaning, signed=True)
