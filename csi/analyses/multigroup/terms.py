"""The words of a comparison of groups."""

from __future__ import annotations

from ...terms import LATENT, Term, Text, Unit
from ..path_terms import SOURCE, TARGET, ratio

GROUP_A = Term("group_a", "Group A", "甲组", meaning=Text("The first group of the pair.", "两组中的第一组。"))
GROUP_B = Term("group_b", "Group B", "乙组", meaning=Text("The second group of the pair.", "两组中的第二组。"))
N_A = Term("n_a", "n, A", "甲组 n", Unit.COUNT, 0, Text("Respondents of group A who count.", "甲组计入的受访者人数。"))
N_B = Term("n_b", "n, B", "乙组 n", Unit.COUNT, 0, Text("Respondents of group B who count.", "乙组计入的受访者人数。"))


def _p(key: str, en: str, zh: str, meaning: Text) -> Term:
    return Term(key, en, zh, Unit.P, 3, meaning)


def _holm(key: str, en: str, zh: str) -> Term:
    return _p(key, en, zh, Text("Corrected over the latents of the pair.", "按该对组的全部潜变量作 Holm 校正。"))


def _chance(key: str, en: str, zh: str, digits: int = 3) -> tuple[Term, Term]:
    """The bounds within which chance alone keeps a difference."""
    said = Text("Differences between such bounds arise when the groups do not differ.", "两组无差异时，差值落在此界限之内。")
    return (
        ratio(f"{key}_lower", f"{en}, chance from", f"{zh}，随机下界", said, digits),
        ratio(f"{key}_upper", f"{en}, chance to", f"{zh}，随机上界", said, digits),
    )


def _signed(key: str, en: str, zh: str, meaning: Text, *, unit: Unit = Unit.RATIO, digits: int = 3) -> Term:
    return Term(key, en, zh, unit, digits, meaning, signed=True)


_ENDS = Text("The differences that the permutation test would not refuse.", "置换检验不会拒绝的差值范围。")
P = _p("p", "p", "p", Text("Two-sided, by permutation.", "置换检验双侧 p 值。"))
ADJUSTED = _p(
    "p_adjusted", "p (Holm)", "p（Holm）", Text("Corrected over the rows of the pair.", "按该对组的全部行作 Holm 校正。")
)

COMPOSITION = (
    ratio(
        "c",
        "c",
        "c",
        Text("Correlation of the scores that either group's weights make of everybody.", "用两组权重分别计算全体得分后的相关。"),
        4,
    ),
    ratio("c_lower", "c, chance from", "c，随机下界", Text("Chance alone keeps c above it.", "仅由随机造成时 c 高于此值。"), 4),
    _p("p", "p (c)", "p（c）", Text("That chance makes c at most so large.", "仅由随机使 c 不大于该值的概率。")),
    _holm("p_adjusted", "p (c, Holm)", "p（c，Holm）"),
)
MEANS = (
    _signed(
        "mean_difference",
        "Mean difference",
        "均值差",
        Text("A less B, in standard deviations of both together.", "甲组减乙组，以合并样本标准差计。"),
    ),
    *_chance("mean", "Mean difference", "均值差"),
    _p("p_mean", "p (mean)", "p（均值）", Text("Two-sided p of the mean difference.", "均值差的双侧 p 值。")),
    _holm("p_mean_adjusted", "p (mean, Holm)", "p（均值，Holm）"),
)
VARIANCES = (
    _signed(
        "variance_difference", "Log variance ratio", "对数方差比", Text("log of variance A over B.", "甲组与乙组方差之比的对数。")
    ),
    *_chance("variance", "Variance ratio", "方差比"),
    _p("p_variance", "p (variance)", "p（方差）", Text("Two-sided p of the variance ratio.", "方差比的双侧 p 值。")),
    _holm("p_variance_adjusted", "p (variance, Holm)", "p（方差，Holm）"),
)
INVARIANCE_VERDICT = Term(
    "verdict",
    "Invariance",
    "测量不变性",
    meaning=Text("How far the groups measure the latent alike (Holm-adjusted).", "两组对该潜变量的测量有多一致（Holm 校正后）。"),
    values={
        "none": Text("none: do not compare", "无：不可比较"),
        "partial": Text("partial: compare, do not pool", "部分：可比较，不宜合并"),
        "full": Text("full: compare or pool", "完全：可比较，可合并"),
    },
)
VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text("Whether the groups differ beyond chance (Holm-adjusted).", "两组差异是否超出随机（Holm 校正后）。"),
    values={
        "different": Text("beyond chance", "超出随机"),
        "same": Text("within chance", "随机范围内"),
        "not_comparable": Text("not comparable", "不可比较"),
    },
)

INVARIANCE = (GROUP_A, GROUP_B, LATENT, *COMPOSITION, *MEANS, *VARIANCES, INVARIANCE_VERDICT, N_A, N_B)
PATHS = (
    GROUP_A,
    GROUP_B,
    SOURCE,
    TARGET,
    ratio("coefficient_a", "Path, A", "路径 甲", Text("Standardised path in group A.", "甲组的标准化路径系数。")),
    ratio("coefficient_b", "Path, B", "路径 乙", Text("Standardised path in group B.", "乙组的标准化路径系数。")),
    _signed("difference", "A less B", "甲减乙", Text("Path in group A less path in group B.", "甲组路径减乙组路径。")),
    Term("lower", "Lower", "下限", Unit.RATIO, 3, _ENDS, signed=True),
    Term("upper", "Upper", "上限", Unit.RATIO, 3, _ENDS, signed=True),
    *_chance("chance", "A less B", "甲减乙"),
    P,
    ADJUSTED,
    VERDICT,
)
INDICES = (
    GROUP_A,
    GROUP_B,
    LATENT,
    Term("index_a", "Index, A", "指数 甲", Unit.POINTS, 1, Text("0-100 index in group A.", "甲组的 0–100 指数。")),
    Term("index_b", "Index, B", "指数 乙", Unit.POINTS, 1, Text("0-100 index in group B.", "乙组的 0–100 指数。")),
    _signed(
        "difference",
        "A less B",
        "甲减乙",
        Text("Index points, group A less group B.", "甲组减乙组，指数点。"),
        unit=Unit.POINTS,
        digits=1,
    ),
    Term("lower", "Lower", "下限", Unit.POINTS, 1, _ENDS, signed=True),
    Term("upper", "Upper", "上限", Unit.POINTS, 1, _ENDS, signed=True),
    *_chance("chance", "A less B", "甲减乙", 1),
    P,
    ADJUSTED,
    VERDICT,
)
