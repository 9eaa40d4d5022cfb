"""Key drivers: what matters most for satisfaction, how much of it, and how sure that is."""

from __future__ import annotations

from typing import Annotated

from ...findings import Value
from ...results import Chart, Figure, Result, Table
from ...study import Study, settings_of
from ...study.explaining import Level
from ...study.importance import Importance, importance
from ...terms import Text
from ..contract import MODELS, analysis
from ..names import names_of
from .choice import outcomes_of
from .figures import Drivers
from .remarks import answer, driver_remarks
from .tables import driver_table, measure_table
from .terms import DRIVERS, R_SQUARED

_ZH = """
什么对满意度最重要，以及有多大把握。

怎么看：每个驱动因素一行，最重要的在最前。“份额”是它在全部驱动因素所解释部分中的 Shapley（LMG）份额，合计为 100%；后面是区间、排名、区间内最好与最差名次，
以及在重抽样中居首的比例。两个同等重要的驱动因素大约各有一半机会居首：此时应按成本而非名次取舍。“方向”是与其他驱动因素并列时系数的符号。
--verbose 还给出相对权重、相关系数、标准化系数、VIF（大于 5 时系数意义不大）、自身指数，以及随机题目达到同样权重的概率。
结果变量默认为模型的目标潜变量（按所用权重计算的得分），也可用 --outcome 指定潜变量、指标或 all；驱动因素默认为有路径通向它的潜变量的指标（没有路径时为其他全部潜变量的指标），
可用 --drivers 指定，或以 --level latents 改用潜变量得分。重要性是关联，不等于因果。

方法：份额 = 该因素进入回归时 R² 的平均增量，对所有进入次序取平均；20 个以内全部枚举，超过则抽样并给出抽样误差。相对权重按 Johnson 方法。
重抽样较多时其份额由共同的若干次序估计（--exact 全部枚举）。p 为一道随机题目达到该相对权重的概率。相关系数为加权相关，区间与排名使用同一组重抽样。

来源：Lindeman、Merenda 与 Gold（1980）；Lipovetsky 与 Conklin（2001），Applied Stochastic Models in Business and Industry 17(4)，319–330；
Johnson（2000），Multivariate Behavioral Research 35(1)，1–19；Tonidandel、LeBreton 与 Johnson（2009），Psychological Methods 14(4)，387–399。
"""


@analysis(title=DRIVERS, zh=_ZH)
def drivers(
    study: Study,
    *,
    outcome: Annotated[
        str | None,
        Text(
            "What is to be explained: a latent, an indicator, or all; the model's target when not said.",
            "要解释的变量：潜变量、指标或 all；默认为模型的目标变量。",
        ),
        MODELS,
    ] = None,
    drivers: Annotated[
        str | None,
        Text(
            "What may explain it: latents or indicators, separated by commas.",
            "可能的原因：潜变量或指标，以逗号分隔。",
        ),
    ] = None,
    level: Annotated[
        Level, Text("Whether drivers are single indicators or the scores of latents.", "驱动因素为单个指标还是潜变量得分。")
    ] = "indicators",
    exact: Annotated[
        bool, Text("Take all orders in every resample, too, which can take a while.", "每个重抽样也枚举全部次序，可能较慢。")
    ] = False,
) -> Result:
    """What matters most for satisfaction, and how sure that is.

    How to read it: one row a driver, the most important first. Share is its Shapley (LMG) part of all that the drivers
    explain together, so that shares sum to 100%; beside it its interval, its rank, the best and worst rank inside the
    interval, and the share of the resamples in which it stands first. Two equal drivers stand first about half the time
    each: then decide by cost, not by rank. Direction is the sign of its coefficient beside the other drivers. --verbose
    adds relative weights, correlations, coefficients (beta), VIF (over 5 a coefficient means little), each driver's own
    index, and the probability that a random question would weigh as much. The outcome is the model's target, as the score
    that the weights in force make of it; --outcome names another latent, an indicator, or all. Drivers are the indicators
    of the latents that paths lead from to it, without paths those of all other latents; --drivers names others, and
    --level latents takes latents as scores. Importance is association, no proof of effect.

    Method: a share is what R squared gains when the driver enters the regression, averaged over all orders of entry; up to
    20 drivers every subset is looked at, beyond that orders are sampled and the error of that is shown. Where resamples are
    many, each rests on some orders that it has in common with the estimate (--exact takes all). Relative weights are
    Johnson's. p compares a relative weight with that of a random question. Correlations are weighted; intervals and ranks come
    from one set of resamples.

    Source: Lindeman, Merenda & Gold (1980); Lipovetsky & Conklin (2001), Applied Stochastic Models in Business and
    Industry 17(4), 319-330; Johnson (2000), Multivariate Behavioral Research 35(1), 1-19; Tonidandel, LeBreton & Johnson
    (2009), Psychological Methods 14(4), 387-399.
    """
    named = names_of(study, drivers)
    found = [
        Drivers(importance(study, outcome=one, drivers=named, level=level, exact=exact)) for one in outcomes_of(study, outcome)
    ]
    outcomes = [one.found.asked.outcome.name for one in found]
    table = driver_table(found)
    rows = [[row for row in table.records() if row["outcome"] == name] for name in outcomes]
    main = outcomes.index(study.model.target) if study.model.target in outcomes else 0
    answers = [answer(one, its) for one, its in zip(found, rows, strict=True)]
    others = [said for at, said in enumerate(answers) if at != main]
    remarks = (*others, *driver_remarks(found[main], rows[main]))
    charts = (_chart(table, several=len(found) > 1),)
    settings = _settings(found[main].found, outcomes, level)
    headline, tables = _headline(found[main]), (table, measure_table(table, found))
    return Result("drivers", DRIVERS, headline, tables, charts, remarks, settings, answer=answers[main])


def _settings(found: Importance, outcomes: list[str], level: Level) -> dict[str, Value]:
    lmg = found.lmg
    return {
        **settings_of(found.study),
        "weights": found.weighting,
        "outcome": tuple(outcomes) if len(outcomes) > 1 else outcomes[0],
        "level": level,
        "orders": lmg.sampled or "all" if lmg is not None else None,
        "orders_in_resamples": "all" if lmg is None or lmg.orders is None else int(lmg.orders.shape[0] * lmg.orders.shape[1]),
    }


def _chart(table: Table, *, several: bool) -> Chart:
    label = ("indicator",) if "indicator" in [term.key for term in table.columns] else ("latent",)
    ends = ("shapley_share", "shapley_share_lower", "shapley_share_upper")
    return Chart("drivers", "index_bars", "drivers", table.title, (("outcome", *label) if several else label), *ends)


def _headline(one: Drivers) -> Figure:
    return Figure(R_SQUARED, *one.explained(), about=one.found.asked.outcome.name, n=one.found.n)
