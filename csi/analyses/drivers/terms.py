"""The words of a driver analysis."""

from __future__ import annotations

from dataclasses import replace

from ...terms import LOWER, STANDARD_ERROR, UPPER, Term, Text, Unit

DRIVERS = Term(
    "drivers",
    "Key drivers",
    "关键驱动因素",
    meaning=Text("What matters most for the outcome, and how sure that is.", "什么对结果最重要，以及有多大把握。"),
)
OUTCOME = Term("outcome", "Outcome", "结果变量", meaning=Text("What is to be explained.", "被解释的变量。"))
R_SQUARED = Term(
    "r_squared",
    "Explained together (adjusted R²)",
    "合计解释（调整后 R²）",
    Unit.SHARE,
    1,
    Text(
        "Share of the outcome's variance that all drivers explain together, less what as many would by chance (adjusted R²).",
        "全部驱动因素合计解释的结果方差比例，已扣除偶然所得（调整后 R²）。",
    ),
)
RANK = Term("rank", "Rank", "排名", Unit.COUNT, 0, Text("1 for the largest share.", "份额最大者为 1。"))
RANK_LOWER = Term(
    "rank_lower", "Rank, best", "排名上限", Unit.COUNT, 0, Text("Best rank inside the interval.", "区间内的最好名次。")
)
RANK_UPPER = Term(
    "rank_upper", "Rank, worst", "排名下限", Unit.COUNT, 0, Text("Worst rank inside the interval.", "区间内的最差名次。")
)
RANK_PROBABILITY = Term(
    "rank_probability",
    "Same rank",
    "名次稳定度",
    Unit.SHARE,
    0,
    Text("Share of the resamples in which it has this rank.", "名次相同的重抽样所占比例。"),
)
FIRST_PROBABILITY = Term(
    "first_probability",
    "First",
    "居首概率",
    Unit.SHARE,
    0,
    Text("Share of the resamples in which it stands first.", "居于首位的重抽样所占比例。"),
)
SIGN = Term(
    "sign",
    "Direction",
    "方向",
    meaning=Text("The sign of its coefficient beside the other drivers.", "与其他驱动因素并列时系数的符号。"),
    values={"positive": Text("+", "+"), "negative": Text("−", "−")},
)
VIF = Term(
    "vif",
    "VIF",
    "VIF",
    Unit.RATIO,
    2,
    Text("How much it overlaps with the other drivers; over 5 is much.", "与其他驱动因素的重叠程度；大于 5 为严重。"),
)
BY_CHANCE = Term(
    "p",
    "p",
    "p",
    Unit.P,
    3,
    Text(
        "Probability that a random question would have its relative weight or more.",
        "一道随机题目达到该相对权重或更大的概率。",
    ),
)
BY_CHANCE_ADJUSTED = Term(
    "p_adjusted",
    "p (Holm)",
    "p（Holm）",
    Unit.P,
    3,
    Text("p corrected for all drivers of the table.", "按表中全部驱动因素校正的 p 值。"),
)
SAMPLING_ERROR = Term(
    "sampling_error",
    "Sampling error",
    "抽样误差",
    Unit.RATIO,
    5,
    Text(
        "Standard error from sampling orders instead of taking all; 0 where all were.",
        "因只抽取部分次序而产生的标准误；全部枚举时为 0。",
    ),
)


def _measured(term: Term) -> tuple[Term, Term, Term]:
    """A measure and the two ends of its interval, named after it."""
    return (
        term,
        replace(term, key=f"{term.key}_lower", en=f"{term.en}, lower", zh=f"{term.zh}下限", meaning=LOWER.meaning),
        replace(term, key=f"{term.key}_upper", en=f"{term.en}, upper", zh=f"{term.zh}上限", meaning=UPPER.meaning),
    )


SHAPLEY = (
    Term(
        "shapley",
        "Shapley (LMG)",
        "Shapley（LMG）",
        Unit.RATIO,
        4,
        Text("Its part of R², averaged over all orders of entry.", "按所有进入次序平均的 R² 份额。"),
    ),
    Term("standard_error", STANDARD_ERROR.en, STANDARD_ERROR.zh, Unit.RATIO, 4, STANDARD_ERROR.meaning),
    Term("lower", LOWER.en, LOWER.zh, Unit.RATIO, 4, LOWER.meaning),
    Term("upper", UPPER.en, UPPER.zh, Unit.RATIO, 4, UPPER.meaning),
)
SHAPLEY_SHARE = _measured(
    Term(
        "shapley_share",
        "Share",
        "份额",
        Unit.SHARE,
        1,
        Text("Its Shapley part of all that the drivers explain.", "在全部驱动因素所解释部分中的 Shapley 份额。"),
    )
)
RELATIVE_WEIGHT = _measured(
    Term(
        "relative_weight",
        "Relative weight",
        "相对权重",
        Unit.RATIO,
        4,
        Text("Its part of R² by Johnson's method.", "Johnson 方法下的 R² 份额。"),
    )
)
RELATIVE_SHARE = _measured(
    Term(
        "relative_weight_share",
        "Relative weight, share",
        "相对权重份额",
        Unit.SHARE,
        1,
        Text("Its relative weight, of all that the drivers explain.", "相对权重占全部所解释部分的比例。"),
    )
)
BETA = _measured(
    Term(
        "beta",
        "Beta",
        "标准化系数",
        Unit.RATIO,
        3,
        Text("Standardised coefficient beside the other drivers.", "与其他驱动因素并列时的标准化回归系数。"),
        signed=True,
    )
)
CORRELATION = _measured(
    Term(
        "correlation",
        "Correlation",
        "相关系数",
        Unit.RATIO,
        3,
        Text("Correlation with the outcome.", "与结果变量的相关系数。"),
        signed=True,
    )
)
PERFORMANCE = _measured(
    Term(
        "performance",
        "Index now",
        "当前指数",
        Unit.POINTS,
        1,
        Text("Its own 0-100 index: 0 worst, 100 best.", "自身的 0–100 指数：0 最差，100 最好。"),
    )
)
