"""Penalties and rewards: which items hurt when they fail, which please when they excel."""

from __future__ import annotations

from typing import Annotated

from ...results import Chart, Figure, Result, Table
from ...study import Study, settings_of
from ...terms import Text
from ..contract import MODELS, analysis
from ..names import names_of
from .effects import Effects
from .key_items import dissatisfiers, enhancers
from .question import question
from .remarks import answer, asymmetry_remarks
from .tables import asymmetry_table, effects_table, key_table
from .terms import ASYMMETRY, R_SQUARED

_ZH = """
做不好会伤害什么，做得好会提升什么。

怎么看：每个指标的低分与高分分别与中间答案比较。“惩罚”是低分使总体满意度减少多少，“奖励”是高分使其增加多少（以结果题的原始分计，
其他指标保持不变）。两者之和是“影响幅度”；“不对称指数”从 −1（只有惩罚：不满型，做不好就失去顾客，做好也无加分）到
1（只有奖励：满意型）。符号相反、惩罚与奖励都不超出偶然、或同类型的重抽样不足一半的指标不判定类型；低分或高分不足 30 人的会标明。
关键不满因素是能抓住不满意者、又少误伤其他人的少数指标：按 Shapley 值从大到小加入，直到“触及率 − 噪声率”不再上升；
“重现率”是它们在重抽样中仍被选入的比例；
结论只列出重现率达 80%、且 Shapley 值与差值的区间都高于 0 的指标。关键提升因素同理，只看没有在关键不满因素上失误的受访者。

方法：结果对全部指标的低分与高分虚拟变量作最小二乘回归，只用回答了全部题目的受访者；有个案权重、整群或分层时 t 值采用线性化标准误；
p 值在全部惩罚之间、全部奖励之间分别作 Holm 校正。R² 为调整后的值，其百分位区间按重抽样高出估计值的部分回移。
默认低分为量表下部 60%，高分为最高八分之一（1–10 分：6 及以下、9 及以上），可用 --low 与 --high 指定。
“S 中任一项失误”这一博弈的 Shapley 值有精确解：每位受访者的 f 个失误各得 1/f，因此无需枚举子集或抽样。区间由同一设计的重抽样得到。

来源：Brandt（1987），载于 Surprenant 编 Add Value to Your Service，AMA，61–65；Mikulić 与 Prebežac（2008），
Managing Service Quality 18(6)，559–576；Conklin、Powaga 与 Lipovetsky（2004），European Journal of Operational Research
154(3)，819–827。
"""


@analysis(title=ASYMMETRY, zh=_ZH)
def asymmetry(
    study: Study,
    *,
    outcome: Annotated[
        str | None,
        Text(
            "Indicator to be explained; the first of the model's target when not said.",
            "要解释的结果指标；默认为目标潜变量的第一个指标。",
        ),
        MODELS,
    ] = None,
    drivers: Annotated[
        str | None,
        Text(
            "What may explain it: latents or indicators, separated by commas; when not said, all that paths lead from, else all others.",
            "作为原因的潜变量或指标，以逗号分隔；默认为路径通向结果的全部潜变量，没有路径时为其余全部潜变量。",
        ),
    ] = None,
    low: Annotated[
        float | None, Text("Highest answer that counts as low, answer units.", "计为低分的最高答案（原始分）。")
    ] = None,
    high: Annotated[
        float | None, Text("Lowest answer that counts as high, answer units.", "计为高分的最低答案（原始分）。")
    ] = None,
) -> Result:
    """What hurts when it fails, and what pleases when it excels.

    How to read it: low and high answers to each item are compared with its middle ones. The penalty is what a low answer takes
    from overall satisfaction, the reward what a high one adds, in answer units of the outcome, all other items alike. Together
    they are the impact range; the asymmetry runs from -1, all penalty (a dissatisfier: it loses customers when it fails and wins
    none when it shines), to 1, all reward (a satisfier). An item with a wrong sign, with neither penalty nor reward beyond
    chance, or whose kind fewer than half of the resamples share, has no kind; fewer than 30 low or high answers are marked. Key
    dissatisfiers are the few items whose failures reach the dissatisfied without touching many others: items are added by
    Shapley value while reach - noise rises; "chosen again" is the share of resamples that choose them too; the answer names
    those that 80% choose and whose Shapley value and reach - noise have intervals above 0. Key enhancers are the same with high
    answers and the delighted, among those whom no key dissatisfier has failed.

    Method: least squares of the outcome on low and high dummies of all items, over the respondents who answered all of them; t
    with case weights, clusters or strata from linearised standard errors; Holm's p over all penalties, and over all rewards. R2
    is adjusted, and its percentiles are moved back by what the resamples lie above it. By default the lower 60% of a scale are
    low, the upper eighth high (1-10: up to 6, from 9); --low and --high say otherwise. The Shapley values of the game "any of S
    failed" are exact: each of a respondent's f failures has 1 / f, so no subset need be listed. Intervals come from resamples of
    the study's design.

    Source: Brandt (1987), in Surprenant (ed.), Add Value to Your Service, AMA, 61-65; Mikulic & Prebezac (2008), Managing Service
    Quality 18(6), 559-576; Conklin, Powaga & Lipovetsky (2004), European Journal of Operational Research 154(3), 819-827.
    """
    asked = question(study, outcome, names_of(study, drivers), low, high)
    effects, failures = Effects(asked), dissatisfiers(asked)
    delights = enhancers(asked, failures)
    items, sides = asymmetry_table(effects), effects_table(effects)
    tables = (
        items,
        sides,
        key_table("dissatisfiers", Text("Key dissatisfiers", "关键不满因素"), failures),
        key_table("enhancers", Text("Key enhancers", "关键提升因素"), delights),
    )
    settings = {**settings_of(study), "outcome": asked.name, "drivers": tuple(d.name for d in asked.drivers)}
    settings |= {"low": low, "high": high, "missing": "mean" if study.missing == "mean" else "listwise"}  # never em
    remarks = asymmetry_remarks(effects, items, failures, delights)
    first = answer(effects, items, failures)
    return Result("asymmetry", ASYMMETRY, _headline(effects), tables, (_chart(sides),), remarks, settings, answer=first)


def _chart(table: Table) -> Chart:
    return Chart("effects", "gap_bars", "effects", table.title, ("indicator", "answers"), "effect", "lower", "upper")


def _headline(effects: Effects) -> Figure:
    """How much of the outcome low and high answers explain."""
    asked = effects.question
    return Figure(R_SQUARED, *effects.explained(), about=asked.name, n=asked.n)
