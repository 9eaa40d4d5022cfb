"""The words of reliability and validity."""

from __future__ import annotations

from ...terms import Term, Text, Unit
from ..path_terms import bounds, ratio

WHOLE = "overall"


def ends(of: Term) -> tuple[Term, Term]:
    """The terms of the lower and upper end of the interval of a figure, named after it."""
    return bounds(of.key, of.en, of.zh)


INDICATORS = Term(
    "indicators",
    "Indicators",
    "指标数",
    Unit.COUNT,
    0,
    Text("How many indicators, or parts, measure the latent.", "测量该潜变量的指标（或部分）个数。"),
)
ALPHA = ratio(
    "alpha",
    "Alpha",
    "α 系数",
    Text(
        "Cronbach's alpha: share of the sum's variance that its indicators have in common.",
        "克朗巴赫 α：总分方差中各指标共有的份额。",
    ),
)
ALPHA_STANDARDISED = ratio(
    "alpha_standardised",
    "Alpha (std.)",
    "标准化 α",
    Text("Alpha of standardised answers, from the mean correlation.", "标准化答案的 α，由平均相关得出。"),
)
OMEGA = ratio(
    "omega",
    "Omega",
    "ω 系数",
    Text(
        "McDonald's omega: share of the sum's variance that one common factor carries.",
        "麦克唐纳 ω：总分方差中单一公因子解释的份额。",
    ),
)
RHO_A = ratio(
    "rho_a",
    "rho_A",
    "rho_A",
    Text("Reliability of the latent's scores, from their weights.", "由权重得出的潜变量得分信度。"),
)
RHO_C = ratio(
    "rho_c",
    "rho_C",
    "组合信度",
    Text("Composite reliability, from the loadings.", "由载荷得出的组合信度（composite reliability）。"),
)
AVE = ratio(
    "ave",
    "AVE",
    "AVE",
    Text(
        "Average variance extracted: share of its indicators' variance that the latent explains.",
        "平均方差提取量：潜变量解释的指标方差份额。",
    ),
)
R = ratio(
    "r",
    "r",
    "两题相关",
    Text("Correlation of the two indicators of a latent that has two.", "只有两个指标的潜变量：两题之间的相关系数。"),
)
SPEARMAN_BROWN = ratio(
    "spearman_brown",
    "Spearman-Brown",
    "Spearman–Brown",
    Text("Reliability of the sum of two indicators, 2r / (1 + r).", "两题总分的信度，2r / (1 + r)。"),
)

OUTER_WEIGHT = ratio(
    "outer_weight",
    "Outer weight",
    "外部权重",
    Text("Weight of the standardised answers in their latent.", "标准化答案在潜变量中的权重。"),
)
ITEM_REST = ratio(
    "item_rest",
    "Item-rest",
    "题总相关",
    Text("Correlation of an indicator with the sum of the others.", "指标与同组其余指标总分的相关（校正）。"),
)
ALPHA_IF_DROPPED = ratio(
    "alpha_if_dropped", "Alpha if dropped", "删除后 α", Text("Alpha of the latent without this indicator.", "删除该指标后的 α。")
)
OUTER_VIF = ratio(
    "outer_vif",
    "VIF",
    "VIF",
    Text(
        "Variance inflation: how far the other indicators of the latent repeat this one.",
        "方差膨胀因子：同组其他指标重复该指标的程度。",
    ),
)
KMO = ratio(
    "kmo",
    "KMO",
    "KMO",
    Text(
        "Kaiser-Meyer-Olkin: how far correlations are shared by more than two indicators.",
        "KMO 取样适切性：相关在多大程度上为多个指标共有。",
    ),
)

HTMT = ratio(
    "htmt",
    "HTMT",
    "HTMT",
    Text(
        "Heterotrait-monotrait ratio: correlations between two latents' indicators over those within; 1 means the same thing.",
        "异质-单质比：两潜变量指标间相关与各自内部相关之比，1 表示是同一概念。",
    ),
)
HTMT2 = ratio("htmt2", "HTMT2", "HTMT2", Text("HTMT with geometric means.", "采用几何平均的 HTMT。"))
SQRT_AVE = ratio(
    "sqrt_ave", "Root of AVE", "AVE 平方根", Text("Should exceed every correlation.", "应大于与任何潜变量的相关系数。")
)
LARGEST_CORRELATION = ratio(
    "largest_correlation",
    "Largest correlation",
    "最大相关",
    Text("With any other latent, without its sign.", "与其他潜变量相关系数绝对值的最大者。"),
)

BLOCK = Term(
    "latent",
    "Latent",
    "潜变量",
    meaning=Text("What is measured through its indicators.", "通过指标测量的概念。"),
    values={WHOLE: Text("All indicators", "全部指标")},
)
KMO_WORD = Term(
    "kmo_word",
    "In words",
    "评语",
    meaning=Text("Kaiser's word for that KMO.", "凯泽对该 KMO 值的评语。"),
    values={
        "marvellous": Text("marvellous", "极佳"),
        "meritorious": Text("meritorious", "良好"),
        "middling": Text("middling", "中等"),
        "mediocre": Text("mediocre", "普通"),
        "miserable": Text("miserable", "很差"),
        "unacceptable": Text("unacceptable", "不可接受"),
    },
)
CHI_SQUARE = Term(
    "chi_square",
    "Chi-square",
    "卡方",
    Unit.RATIO,
    1,
    Text("Bartlett's test that the indicators are uncorrelated.", "Bartlett 球形检验：指标互不相关。"),
)
DEGREES = Term("degrees", "df", "自由度", Unit.COUNT, 0, Text("Degrees of freedom of the test.", "检验的自由度。"))
P = Term("p", "p", "p", Unit.P, 3, Text("p of Bartlett's test; small is good.", "Bartlett 检验的 p 值，越小越好。"))
