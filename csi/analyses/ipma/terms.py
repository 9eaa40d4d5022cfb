"""The words of an importance-performance map."""

from __future__ import annotations

from ...terms import LOWER, STANDARD_ERROR, UPPER, Term, Text, Unit
from ..quadrant_terms import PARTS

IPMA = Term(
    "ipma",
    "Importance-performance map",
    "重要性–绩效图",
    meaning=Text("What moves the target most, and how well it does.", "什么最能影响目标变量，以及其表现如何。"),
)
PERFORMANCE = Term(
    "performance",
    "Performance",
    "绩效",
    Unit.POINTS,
    1,
    Text("Index on 0-100: 0 worst, 100 best.", "0–100 指数：0 最差，100 最好。"),
)
IMPORTANCE = Term(
    "importance",
    "Importance",
    "重要性",
    Unit.RATIO,
    3,
    Text(
        "Points that the target has more where this has one point more, along all paths.",
        "该项每高 1 点，目标变量沿所有路径合计高出的点数。",
    ),
)
IMPORTANCE_ERROR = Term(
    "importance_standard_error", "Std. error of importance", "重要性标准误", Unit.RATIO, 3, STANDARD_ERROR.meaning
)
IMPORTANCE_LOWER = Term("importance_lower", "Importance, lower", "重要性下限", Unit.RATIO, 3, LOWER.meaning)
IMPORTANCE_UPPER = Term("importance_upper", "Importance, upper", "重要性上限", Unit.RATIO, 3, UPPER.meaning)
STANDARDISED = Term(
    "standardised_effect",
    "Standardised effect",
    "标准化总效应",
    Unit.RATIO,
    3,
    Text("Total effect on the target in standard deviations.", "以标准差计的对目标变量的总效应。"),
)
QUADRANT = Term(
    "quadrant",
    "Quadrant",
    "象限",
    meaning=Text(
        "Which side of the mean importance and of the mean performance it lies on.", "位于平均重要性与平均绩效的哪一侧。"
    ),
    values=PARTS,
)
