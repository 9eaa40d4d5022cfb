"""The words of a Kano analysis."""

from __future__ import annotations

from ...terms import LOWER, UPPER, Term, Text, Unit

KANO = Term(
    "kano",
    "Kano categories",
    "KANO 分类",
    meaning=Text("What each feature is to customers.", "每个功能对顾客意味着什么。"),
)
NAMES = {
    "M": Text("must-be", "必备型"),
    "O": Text("one-dimensional", "期望型"),
    "A": Text("attractive", "魅力型"),
    "I": Text("indifferent", "无差异型"),
    "R": Text("reverse", "反向型"),
    "Q": Text("questionable", "可疑结果"),
}
FEATURE = Term("feature", "Feature", "功能", meaning=Text("What was asked about.", "所询问的功能。"))
CATEGORY = Term(
    "category",
    "Category",
    "类别",
    meaning=Text(
        "The most frequent category; ties go to M, then O, A, I, R, Q.", "人数最多的类别；并列时依次取 M、O、A、I、R、Q。"
    ),
    values=NAMES,
)
BY_SUM = Term(
    "category_by_sum",
    "By the sums",
    "合计法类别",
    meaning=Text(
        "The largest of M, O, A where these together are more than I, R, Q together, else the largest of I, R, Q.",
        "M、O、A 合计多于 I、R、Q 合计时取前三者中最大的，否则取后三者中最大的。",
    ),
    values=NAMES,
)
PROBABILITY = Term(
    "probability",
    "Certainty",
    "类别稳定度",
    Unit.SHARE,
    0,
    Text("Share of the resamples in which it is in the same category.", "落入同一类别的重抽样所占比例。"),
)
COUNTS = tuple(
    Term(
        letter,
        f"{letter}, answers",
        f"{letter}（人数）",
        Unit.COUNT,
        0,
        Text(
            f"Respondents to whom it is {name.en}; the sum of their weights.",
            f"视其为{name.zh}的受访者人数（加权时为权重之和）。",
        ),
    )
    for letter, name in sorted(NAMES.items(), key=lambda pair: "AOMIRQ".index(pair[0]))
)
SHARES = tuple(
    Term(
        f"{letter}_share",
        letter,
        letter,
        Unit.SHARE,
        0,
        Text(f"Share of respondents to whom it is {name.en}.", f"视其为{name.zh}的受访者比例。"),
    )
    for letter, name in NAMES.items()
)


def _ratio(key: str, en: str, zh: str, meaning: Text, *, signed: bool = False) -> Term:
    return Term(key, en, zh, Unit.RATIO, 2, meaning, signed)


BETTER = _ratio(
    "better",
    "Better",
    "Better 系数",
    Text("(A + O) / (A + O + M + I): how much satisfaction it brings.", "(A+O)/(A+O+M+I)：具备时带来多少满意。"),
)
BETTER_LOWER = _ratio("better_lower", "Better, lower", "Better 下限", LOWER.meaning)
BETTER_UPPER = _ratio("better_upper", "Better, upper", "Better 上限", UPPER.meaning)
WORSE = _ratio(
    "worse",
    "Worse",
    "Worse 系数",
    Text("-(O + M) / (A + O + M + I): how much dissatisfaction its absence brings.", "−(O+M)/(A+O+M+I)：缺失时带来多少不满。"),
    signed=True,
)
WORSE_LOWER = _ratio("worse_lower", "Worse, lower", "Worse 下限", LOWER.meaning, signed=True)
WORSE_UPPER = _ratio("worse_upper", "Worse, upper", "Worse 上限", UPPER.meaning, signed=True)
HARM = _ratio(
    "harm", "|Worse|: harm without it", "|Worse|：缺失时的不满", Text("Worse without its sign.", "Worse 系数的绝对值。")
)
HARM_LOWER = _ratio("harm_lower", "|Worse|, lower", "|Worse| 下限", LOWER.meaning)
HARM_UPPER = _ratio("harm_upper", "|Worse|, upper", "|Worse| 上限", UPPER.meaning)
CORNER = Term(
    "corner",
    "On the map",
    "图中位置",
    meaning=Text("Which side of the lines Better and |Worse| lie on.", "Better 与 |Worse| 位于分界线的哪一侧。"),
    values={key: NAMES[key] for key in "IMAO"},
)
IMPORTANCE = Term(
    "importance", "Importance", "重要性", Unit.ANSWER, 1, Text("Mean self-stated importance.", "自述重要性的平均分。")
)
IMPORTANCE_LOWER = Term("importance_lower", "Importance, lower", "重要性下限", Unit.ANSWER, 1, LOWER.meaning)
IMPORTANCE_UPPER = Term("importance_upper", "Importance, upper", "重要性上限", Unit.ANSWER, 1, UPPER.meaning)
SATISFACTION = Term(
    "satisfaction",
    "Satisfaction today",
    "当前满意度",
    Unit.POINTS,
    1,
    Text("Index of the satisfaction with it today, 0-100.", "对其当前满意度的 0–100 指数。"),
)
SATISFACTION_LOWER = Term("satisfaction_lower", "Satisfaction, lower", "满意度下限", Unit.POINTS, 1, LOWER.meaning)
SATISFACTION_UPPER = Term("satisfaction_upper", "Satisfaction, upper", "满意度上限", Unit.POINTS, 1, UPPER.meaning)
PRIORITY = Term(
    "priority",
    "Order",
    "次序",
    Unit.COUNT,
    0,
    Text(
        "M before O, A and I; inside a category by importance, else by Better and |Worse| together.",
        "先 M，再 O、A、I；同类中按重要性，未询问时按 Better 与 |Worse| 之和。",
    ),
)
