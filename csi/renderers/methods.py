"""How the figures were made, told from the settings that a report carries."""

from __future__ import annotations

from collections.abc import Mapping

from ..findings import Value
from ..terms import Text
from .phrases import PHRASES
from .plain_text import plain
from .wording import pick, say, text

_NAMES: dict[str, Text] = {
    "weights": Text("Weights of the indicators", "指标权重"),
    "scheme": Text("Inner weighting scheme", "内部加权方案"),
    "missing": Text("Missing answers", "缺失答案"),
    "resamples": Text("Resamples", "重抽样次数"),
    "seed": Text("Seed of the resampling", "重抽样种子"),
    "confidence": Text("Confidence of the intervals", "区间置信水平"),
    "min_base": Text("Smallest group that is shown", "可显示的最小组人数"),
    "interval": Text("Form of the intervals", "区间类型"),
    "resampling": Text("Form of the resampling", "重抽样方式"),
    "at_least": Text("Smallest gap that is listed", "列出的最小差距"),
    "case_weights": Text("Case weights", "个案权重"),
    "cluster": Text("Clusters", "群"),
    "strata": Text("Strata", "层"),
    "survey": Text("Survey", "调查文件"),
    "model": Text("Model", "模型"),
    "target": Text("Target", "目标变量"),
    "crosshair": Text("Lines that divide the map", "图中的分界线"),
    "evaluation": Text("Table that makes a category of two answers", "由两个答案定类别的评价表"),
    "importance": Text("Importance", "重要性"),
    "importance_line": Text("Line of importance", "重要性分界线"),
    "performance_line": Text("Line of performance", "绩效分界线"),
    "low": Text("Highest low answer", "低分上界"),
    "high": Text("Lowest high answer", "高分下界"),
    "respondents": Text("Respondents", "受访者"),
    "used": Text("Respondents used", "采用的受访者"),
    "folds": Text("Folds of the prediction", "预测交叉验证折数"),
    "repeats": Text("Repeats of the prediction", "预测交叉验证重复次数"),
    "technique": Text("Antecedents that predict", "用于预测的前因"),
    "signs": Text("Sign of a latent", "潜变量方向"),
    "f_squared": Text("f²", "f²"),
    "higher_order": Text("Higher-order latents", "高阶潜变量"),
    "between": Text("Column of the groups", "分组列"),
    "permutations": Text("Permutations a pair of groups", "每对组的置换次数"),
    "permutation": Text("Form of the permutations", "置换方式"),
    "level": Text("What counts as a driver", "驱动因素的层级"),
    "orders": Text("Orders of entry behind a share", "份额所依据的进入次序"),
    "orders_in_resamples": Text("Orders of entry behind a share of a resample", "重抽样份额所依据的进入次序"),
    "outcome": Text("What is to be explained", "被解释的满意度"),
    "servqual_form": Text("Form of SERVQUAL", "SERVQUAL 的形式"),
    "sign": Text("Ready-made gaps were", "现成差距的方向"),
    "raise": Text("Raised", "提高"),
    "reach": Text("Index to be reached", "要达到的指数"),
    "budget": Text("Budget", "预算"),
    "cost": Text("Cost of a point", "每点成本"),
    "ceiling": Text("Ceilings", "上限"),
    "whole": Text("Whole points only", "只购买整点"),
}
_VALUES: dict[tuple[str, str], Text] = {
    ("scheme", "path"): Text("path", "路径法"),
    ("scheme", "factorial"): Text("factorial", "因子法"),
    ("scheme", "centroid"): Text("centroid", "质心法"),
    ("missing", "available"): Text("each item uses the answers it has; nothing is filled in", "每题使用其现有答案，不作填补"),
    ("missing", "listwise"): Text("respondents with a missing answer are left out", "剔除有缺失答案的受访者"),
    ("missing", "pairs"): Text(
        "both questions of a feature answered; nothing is filled in", "仅计入两道题均已回答的功能，不作填补"
    ),
    ("missing", "pairs_of_whole"): Text(
        "respondents with a missing rating are left out; of the others, both questions of a feature answered",
        "剔除有缺失评分的受访者；其余仅计入两道题均已回答的功能",
    ),
    ("missing", "mean"): Text("replaced by the mean of the item", "以该题均值替代"),
    ("missing", "em"): Text("means and covariances by maximum likelihood (EM)", "均值与协方差采用极大似然估计（EM）"),
    ("interval", "percentile"): Text("percentiles of the resamples", "重抽样百分位数"),
    ("interval", "expanded percentile"): Text(
        "percentiles of the resamples, widened for a small sample", "重抽样百分位数，并按小样本放宽"
    ),
    ("interval", "bca"): Text(
        "BCa: percentiles of the resamples, corrected for bias and skewness", "BCa：校正偏差与偏态的重抽样百分位数"
    ),
    ("interval", "expanded bca"): Text(
        "BCa: percentiles of the resamples, corrected for bias and skewness, widened for a small sample",
        "BCa：校正偏差与偏态的重抽样百分位数，并按小样本放宽",
    ),
    ("interval", "normal"): Text("the estimate ∓ normal quantile × standard error", "估计值 ∓ 正态分位数 × 标准误"),
    ("interval", "expanded normal"): Text(
        "the estimate ∓ Student's t × √(n/(n − 1)) × standard error, for a small sample",
        "估计值 ∓ t 分位数 × √(n/(n − 1)) × 标准误（小样本）",
    ),
    ("interval", "permutation"): Text("differences that the permutation test would not refuse", "置换检验不会拒绝的差值"),
    ("permutation", "exact"): Text("every permutation dealt", "逐一置换"),
    ("permutation", "moment-gaussian"): Text(
        "sums drawn from the normal law with their own mean and covariance", "汇总量取自均值与协方差相同的正态分布"
    ),
    ("technique", "direct"): Text("direct (DA)", "直接前因（DA）"),
    ("technique", "earliest"): Text("earliest (EA)", "最早前因（EA）"),
    ("signs", "aligned"): Text(
        "points where its indicators do; resamples are aligned with the full-sample solution",
        "与其指标方向一致；重抽样与全样本解对齐",
    ),
    ("f_squared", "scores_kept"): Text("without the source, the scores of the latents are kept", "去掉该原因时潜变量得分不变"),
    ("higher_order", "two-stage"): Text("two-stage (disjoint)", "两阶段法（分离式）"),
    ("higher_order", "repeated"): Text("repeated indicators", "重复指标法"),
    ("level", "indicators"): Text("every indicator", "每个指标"),
    ("level", "latents"): Text("the scores of latents", "潜变量得分"),
    ("orders", "all"): Text("all of them", "全部"),
    ("orders_in_resamples", "all"): Text("all of them", "全部"),
    ("servqual_form", "mean"): Text("mean of the dimensions", "各维度平均"),
    ("servqual_form", "sum22"): Text("added up, divided by the number of questions", "合计后除以题数"),
    ("sign", "expectation-experience"): Text("expectation − experience", "期望 − 体验"),
    ("sign", "experience-expectation"): Text("experience − expectation", "体验 − 期望"),
    ("crosshair", "means"): Text("the means of the points", "各点的平均值"),
    ("crosshair", "middle"): Text("0.5 on both axes", "两轴均为 0.5"),
    ("evaluation", "kano"): Text("Kano's", "KANO 原表"),
    ("evaluation", "pouliot"): Text("Pouliot's variant", "Pouliot 变体"),
    ("crosshair", "medians"): Text("the medians of the points", "各点的中位数"),
    ("crosshair", "scale"): Text("the middle of the scale", "量表中点"),
    ("crosshair", "given"): Text("where they were put", "指定的位置"),
    ("importance", "stated"): Text("as customers state it", "顾客自述"),
    ("importance", "derived"): Text("derived: relative weights", "推导：相对权重"),
    ("importance", "correlation"): Text("derived: correlation with the outcome", "推导：与结果的相关系数"),
    ("importance", "revised"): Text("derived: partial correlation of logarithms", "推导：取对数后的偏相关"),
    ("resampling", "exact"): Text("respondents drawn with replacement", "对受访者有放回抽样"),
}
_TEMPLATES: dict[str, Text] = {
    "confidence": Text("{value:share}%", "{value:share}%"),
    "seed": Text("{value:plain}", "{value:plain}"),
}


def setting_lines(
    settings: Mapping[str, Value], language: str, *, but: Mapping[str, Value] | None = None
) -> list[tuple[str, str]]:
    """Every setting in force as (what it is, how it was set). A key without a name of its own stands as it is.

    but: settings told elsewhere; only what differs from them is told.
    """
    told = but or {}
    return [
        (plain(pick(_NAMES.get(key, Text(key, key)), language)), _value(key, value, language))
        for key, value in settings.items()
        if value is not None and (key not in told or told[key] != value)
    ]


def _value(key: str, value: Value, language: str) -> str:
    if key == "weights" and f"weights_{value}" in PHRASES:
        return say(f"weights_{value}", language)
    known = _VALUES.get((key, value)) if isinstance(value, str) else None
    template = known or _TEMPLATES.get(key, Text("{value}", "{value}"))
    return plain(text(template, {"value": value}, language))
