"""What an improvement would bring, what it takes to reach an index, and where money buys the most points."""

from __future__ import annotations

from typing import Annotated

from ...model import Role
from ...results import Result
from ...study import Study
from ...terms import Text
from ..contract import MODELS, Range, analysis
from .faults import refuse_negative, target_of
from .levers import Levers
from .mechanism import Mechanism
from .names import Pairs
from .outcomes import of_budget, of_raises, of_ranking, of_reach
from .question import question
from .terms import SIMULATE

_ZH = """
改进会带来什么，怎样达到某个指数，钱该先花在哪里。

怎么看：用 --raise 速度=5 提问，“effects”表给出各潜变量（含忠诚、抱怨等）之前、之后与变化。提高一个指标，其潜变量按该指标的份额上升，
再沿路径传递；没有路径的模型按权重树合成。对潜变量的提高是“额外”放入的，叠加在其原因传来的变化之上。任何均值都不超过 100，
被截断时会说明。--reach 75 逐一给出单个指标需提高多少；成本已知时另给出最省的方案。--budget 1000 给出预算内的最优分配、
各预算所能换来的指数（“frontier”表），以及下一单位费用应投入之处。“入选稳定度”是最优方案包含该项的重抽样所占比例。
注明不可控或不可行的指标不列入方案。什么都不问时，各可用指标逐一提高 5 点并排序。
这里的一切都是关联，不是因果证明。

方法：指数变化 = Σ 份额 × 0–100 分总效应 × 提高点数；区间与指数使用同一组重抽样，提高点数固定。预算分配是线性规划：
增益对点数为线性，故按“每单位费用增益”从高到低购买至上限即为最优；若途中另有均值触及 0 或 100，或只买整点，则由 HiGHS 求解。
方案中的重抽样比例始终按连续点数计算。

来源：总效应：Bollen（1987），Sociological Methodology 17，37–69；0–100 总效应：Ringle 与 Sarstedt（2016），
Industrial Management & Data Systems 116(9)，1865–1886；预算分配：Dantzig（1957），Operations Research 5(2)，266–277；
前沿：Aneja 与 Nair（1979），Management Science 25(1)，73–78。
"""


@analysis(title=SIMULATE, zh=_ZH, from_counts=True)
def simulate(
    study: Study,
    *,
    raise_: Annotated[
        Pairs,
        Text(
            "Raise the mean of an indicator, part or latent by so many points of 0-100; repeat it for more; negative lowers.",
            "把指标、组成部分或潜变量的 0–100 均值提高若干点；可重复；负数表示降低。",
        ),
    ] = (),
    reach: Annotated[
        float | None,
        Text(
            "The index to be reached: by one indicator alone, and the cheapest way.",
            "要达到的指数：单个指标各需提高多少，以及最省的方案。",
        ),
        Range(0, 100),
    ] = None,
    budget: Annotated[
        float | None, Text("Money to be spent where it gains most.", "可支配的预算，投到增益最大之处。"), Range(0, above=True)
    ] = None,
    cost: Annotated[
        Pairs,
        Text("What one point of an indicator costs; else as the model says.", "指标每提高一点的成本；默认取模型中的设定。"),
        MODELS,
    ] = (),
    ceiling: Annotated[
        Pairs,
        Text(
            "The highest mean that an indicator can reach; else as the model says, or 100.",
            "指标可达到的最高均值；默认取模型设定，否则为 100。",
        ),
        MODELS,
    ] = (),
    whole: Annotated[bool, Text("Buy whole points only.", "只购买整点。")] = False,
    target: Annotated[
        str | None,
        Text(
            'The latent that counts as the index, or "overall"; the model\'s target when not said.',
            "作为指数的潜变量，或 overall；默认为模型的目标变量。",
        ),
        MODELS,
    ] = None,
) -> Result:
    """What an improvement would bring, how to reach an index, and where to spend first.

    How to read it: ask with --raise Speed=5. The table "effects" tells what goes with it: every latent, loyalty and complaints
    among them, before, after, and the change. An indicator moves its latent by its share in it, and the latent passes on along the
    paths; a model without paths is added up along its weights. What is put into a latent comes on top of what its causes
    pass on to it. No mean passes 100; where that cuts something, it is said. --reach 75 tells for each indicator how far it alone would
    have to rise and, where costs are known, the cheapest way. --budget 1000 gives the best allocation, what every other budget would buy
    (the table "frontier"), and where the next unit of money should go. "Certainty" is the share of the resamples whose best plan
    holds the indicator too. Indicators that the model calls uncontrollable or not feasible are barred from plans. With no question,
    every usable indicator is raised by 5 points, one at a time. All of it is association, no proof of effect.

    Method: change of the index = sum of share x total effect between 0-100 scores x points. Intervals come from the same resamples
    as the index, with the points held fixed. The allocation is a linear programme: as gain is linear in points, buying in
    order of gain for money, each up to its ceiling, is the optimum; where another mean comes to 0 or 100 on the way, or whole points are asked
    for, HiGHS solves it. The certainties always count continuous points.

    Source: total effects: Bollen (1987), Sociological Methodology 17, 37-69; between 0-100 scores: Ringle & Sarstedt (2016),
    Industrial Management & Data Systems 116(9), 1865-1886; allocation: Dantzig (1957), Operations Research 5(2), 266-277;
    frontier: Aneja & Nair (1979), Management Science 25(1), 73-78.
    """
    asked = question(study.model, raises=raise_, reach=reach, budget=budget, cost=cost, ceiling=ceiling, whole=whole)
    structural = study.model.has(Role.PATHS) and study.survey.origin.holds != "counts"
    weighted = study.weighed("pls") if structural else study
    mechanism = Mechanism(weighted, target_of(weighted, target), structural)
    refuse_negative(mechanism, asked.raises)
    levers = Levers(mechanism, asked.cost_of, asked.ceiling_of)
    if asked.raises:
        return of_raises(levers, asked, study.weighting)
    if asked.reach is not None:
        return of_reach(levers, asked, study.weighting)
    return of_ranking(levers, asked, study.weighting) if asked.budget is None else of_budget(levers, asked, study.weighting)
