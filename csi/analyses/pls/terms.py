"""The words of a path model's tables."""

from __future__ import annotations

from ...terms import Term, Text, Unit
from ..path_terms import ratio

COEFFICIENT = ratio(
    "coefficient",
    "Path",
    "路径系数",
    Text(
        "Standardised: standard deviations of the target for one of the source.",
        "标准化系数：原因变动一个标准差时结果变动的标准差数。",
    ),
)
ERROR = ratio("standard_error", "Std. error", "标准误", Text("Spread over the resamples.", "在重抽样之间的离散程度。"))
T = ratio("t", "t", "t", Text("Estimate over its standard error.", "估计值除以标准误。"), 2)
P = Term("p", "p", "p", Unit.P, 3, Text("Two-sided, Student's law.", "双侧，按学生分布。"))
F_SQUARED = ratio(
    "f_squared",
    "f²",
    "f²",
    Text(
        "Effect size: explained variance lost without the source, scores kept.",
        "效应量：去掉该原因后损失的解释方差（得分不变）。",
    ),
)
EFFECT_SIZE = Term(
    "effect_size",
    "Effect",
    "效应",
    meaning=Text("Cohen's words for f²: .02, .15, .35.", "Cohen 对 f² 的分级：0.02、0.15、0.35。"),
    values={
        "none": Text("none", "无"),
        "small": Text("small", "小"),
        "medium": Text("medium", "中"),
        "large": Text("large", "大"),
    },
)
VIF = ratio("vif", "VIF", "VIF", Text("How far its fellow causes already say what it says.", "其他原因已包含其信息的程度。"))
DIRECT = ratio("direct", "Direct", "直接效应", Text("Along the path itself.", "经由该路径本身。"))
INDIRECT = ratio("indirect", "Indirect", "间接效应", Text("Over all ways through other latents.", "经由其他潜变量的全部途径。"))
TOTAL = ratio(
    "total", "Total", "总效应", Text("Direct and indirect together; the interval is of this.", "直接与间接之和；区间属于总效应。")
)
MEDIATION = Term(
    "mediation",
    "Mediation",
    "中介类型",
    meaning=Text("Which of the effects the intervals tell from zero.", "由区间判断哪些效应不为零。"),
    values={
        "complementary": Text("partial, same direction", "部分中介（同向）"),
        "competitive": Text("partial, opposed", "部分中介（反向）"),
        "indirect_only": Text("full: indirect only", "完全中介（仅间接）"),
        "no_direct_path": Text("indirect, no direct path", "间接（模型无直接路径）"),
        "direct_only": Text("direct only", "仅直接"),
        "no_effect": Text("no effect", "无效应"),
    },
)
THROUGH = Term("through", "Through", "经由", meaning=Text("The latents on the way, in order.", "途中的潜变量（按顺序）。"))
EFFECT = ratio("effect", "Effect", "效应值", Text("Product of the paths on the way.", "途中各路径系数之积。"))
OUTER_WEIGHT = ratio(
    "outer_weight",
    "Outer weight",
    "外部权重",
    Text("For standardised answers; error and interval are of this.", "用于标准化答案；标准误与区间属于该值。"),
)
LOADING_ERROR = ratio("loading_standard_error", "Loading, std. error", "载荷标准误", ERROR.meaning)
R_SQUARED = ratio(
    "r_squared", "R²", "R²", Text("Share of the latent's variance that its causes explain.", "其原因所解释的方差比例。")
)
ADJUSTED = ratio(
    "adjusted_r_squared", "Adjusted R²", "调整 R²", Text("R² corrected for the number of causes.", "按原因个数校正的 R²。")
)
BIC = ratio(
    "bic",
    "BIC",
    "BIC",
    Text("For comparing models of the same latent; smaller is better.", "用于比较同一潜变量的不同模型，越小越好。"),
    1,
)
CAUSES = Term("causes", "Causes", "原因数", Unit.COUNT, 0, Text("Paths that end here.", "指向它的路径数。"))
MEASURE = Term(
    "measure",
    "Measure",
    "指标",
    meaning=Text("How far the model's correlations are from the observed ones.", "模型相关与观测相关的偏离。"),
    values={
        "srmr_estimated": Text("SRMR, by the paths", "SRMR（按路径，估计模型）"),
        "srmr_saturated": Text("SRMR, latents free to correlate", "SRMR（潜变量自由相关，饱和模型）"),
        "d_uls_estimated": Text("d_ULS, by the paths", "d_ULS（按路径，估计模型）"),
        "d_uls_saturated": Text("d_ULS, latents free to correlate", "d_ULS（潜变量自由相关，饱和模型）"),
    },
)
VALUE = ratio("value", "Value", "数值", Text("The smaller, the better the fit.", "越小拟合越好。"))
CORRECTED = ratio(
    "corrected",
    "Less chance",
    "扣除抽样误差",
    Text("Less what sampling alone adds; the interval is of this.", "扣除抽样本身带来的偏离；区间属于该值。"),
)
ACROSS = Term("across", "With", "与", meaning=Text("A latent, its own or another.", "所属或其他潜变量。"))
CROSS_LOADING = ratio(
    "cross_loading", "Cross-loading", "交叉载荷", Text("Correlation with this latent's score.", "与该潜变量得分的相关。")
)
PART = Term("part", "Part", "组成部分", meaning=Text("A lower-order latent.", "低阶潜变量。"))
PART_WEIGHT = ratio(
    "weight", "Weight", "权重", Text("Of the part in its higher-order latent.", "低阶潜变量在高阶潜变量中的权重。")
)
MODERATOR = Term("moderator", "At", "在", meaning=Text("The latent that moderates.", "起调节作用的潜变量。"))
LEVEL = Term(
    "level",
    "Level",
    "水平",
    meaning=Text("Of the moderator, in standard deviations from its mean.", "调节变量距均值的标准差数。"),
    values={
        "low": Text("low (−1 s.d.)", "低（−1 标准差）"),
        "mean": Text("mean", "均值"),
        "high": Text("high (+1 s.d.)", "高（+1 标准差）"),
    },
)
SLOPE = ratio("slope", "Effect", "简单斜率", Text("Of the source on the target at this level.", "在该水平下原因对结果的作用。"))
RHO_A = ratio("rho_a", "rho_A", "rho_A", Text("Reliability used for the correction.", "用于校正的信度。"))
PLS_COEFFICIENT = ratio("pls_coefficient", "PLS path", "PLS 路径", Text("Without the correction.", "未校正的路径系数。"))
COLUMN_MISSING = Term("missing", "Missing", "缺答数", Unit.COUNT, 0, Text("Respondents without an answer.", "未作答的受访者数。"))
SHARE_MISSING = Term("share", "Share", "缺答比例", Unit.SHARE, 1, Text("Of the respondents who count.", "占计入受访者的比例。"))
