"""Why a cell holds no number: key -> what the reader is told."""

from __future__ import annotations

from .terms import Text

# A Blank carries the key; both languages stand here.
REASONS: dict[str, Text] = {
    "too_few_respondents": Text("too few respondents", "受访者过少"),
    "no_answers": Text("nobody answered", "无人作答"),
    "too_few_clusters": Text("too few clusters", "整群过少"),
    "no_resamples": Text("no resamples were asked for", "未要求重抽样"),
    "too_few_resamples": Text("a single resample has no spread", "仅一次重抽样，无法得到离散程度"),
    "resamples_unusable": Text("too many resamples could not be used", "不可用的重抽样过多"),
    "resamples_one_sided": Text(
        "all resamples lie on one side of the estimate, which leaves a BCa interval without ends",
        "重抽样结果全部落在估计值的同一侧，无法确定 BCa 区间",
    ),
    "jackknife_unusable": Text(
        "mostly unknown once respondents are left out one by one, which a BCa interval needs",
        "逐个剔除受访者后大多无法估计，而 BCa 区间需要这些估计",
    ),
    "negative_weight": Text("a weight is negative, so the index leaves 0-100", "权重为负，指数会超出 0–100"),
    "constant": Text("all answers are the same, so it carries no weight", "所有答案相同，无法赋权"),
    "no_pairs": Text("nobody answered both sides", "没有人同时回答两侧"),
    "no_spread": Text("all differences are the same, so no test", "差值全部相同，无法检验"),
    "no_weight": Text("carries no weight", "没有权重"),
    "no_importance": Text("nobody rated its importance above nothing", "没有人给出大于零的重要性"),
    "not_estimated": Text("not part of this weighting", "此加权方式不估计该值"),
    "not_discrete": Text("the scale has no separate categories", "该量表没有离散的档位"),
    "hidden_small_base": Text("group below the smallest base", "组内人数低于最小基数"),
    "no_path": Text("no path leads to the target", "没有路径通向目标变量"),
    "is_target": Text("is the target itself", "即目标变量本身"),
    "nothing_to_compare": Text("there is nothing to compare it with", "没有可供比较的对象"),
    "single_item": Text("rests on a single question", "只有一道题"),
    "formative": Text("the latent is formative", "形成型潜变量"),
    "two_items": Text("the latent has two indicators only", "该潜变量只有两个指标"),
    "only_latent": Text("there is no other latent", "没有其他潜变量"),
    "parts_of_one": Text("both are parts of one latent, so that likeness is expected", "同属一个高阶潜变量，彼此相近在预期之内"),
    "singular": Text(
        "the correlations cannot be inverted: indicators determine one another, or too many answers are missing",
        "相关矩阵不可逆：指标之间完全线性相关，或缺失答案过多",
    ),
    "undefined": Text("cannot be computed from these answers", "无法由这些答案计算"),
    "only_cause": Text("there is no other cause", "没有其他原因"),
    "inadmissible": Text("the corrected solution is inadmissible", "校正后的解不可接受"),
    "fold_unusable": Text(
        "without some of the respondents an item has no spread, or the weights do not settle",
        "剔除部分受访者后，有题目无差异或权重未收敛",
    ),
    "higher_order": Text("not defined for models with higher-order latents", "含高阶潜变量的模型没有该值"),
    "not_reachable": Text("not even at its ceiling", "即使到上限也达不到"),
    "needs_simple_sample": Text(
        "defined for respondents who all count alike and were drawn one by one", "仅适用于无权重的简单随机样本"
    ),
    "no_points": Text("no points or weights were given", "没有点数或权重"),
    "no_outcome": Text("no question on overall satisfaction stands apart", "没有独立的总体满意度题"),
    "needs_respondents": Text("needs respondents, not sums of their answers", "需要逐人数据，而非汇总"),
    "no_such_answers": Text("nobody answered so", "没有人给出这类答案"),
    "no_middle": Text("nobody answered between low and high", "没有人给出中间答案"),
    "wrong_sign": Text("a sign is the wrong way round", "符号相反"),
    "not_a_driver": Text("no driver of the outcome", "不是结果的驱动因素"),
    "other_scale": Text("importance and performance have different scales", "重要性与绩效的量纲不同"),
    "not_clear": Text("neither differs from zero beyond chance", "与零均无明显差异"),
    "kind_unsettled": Text("fewer than half of the resamples agree", "一致的重抽样不足一半"),
    "not_applicable": Text("does not apply", "不适用"),
    "other_weights": Text("the two are weighted by different things", "两者的加权依据不同"),
}
