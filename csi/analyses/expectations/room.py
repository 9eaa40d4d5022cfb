"""Which expectations are essential, which can be given up, and where experience falls short of them."""

from __future__ import annotations

from typing import Annotated

from ...errors import UsageFault
from ...model import Role
from ...results import Chart, Result, Table
from ...study import Study, settings_of
from ...terms import Text
from ..contract import Range, analysis
from ..names import names_of
from .answer import answer_of
from .asked import Asked
from .classes import Cuts
from .company import company_table
from .declined import declined_table
from .dimensions import dimension_table
from .low import low_table
from .motives import motive_table
from .promises import kept_table, promised_table
from .ranking import Ranking
from .ranking_table import ranking_table
from .remarks import remarks_of
from .terms import EXPECTATIONS
from .tiers import Tiers, tier_table, tiers_of

_SHARE = Range(0, 1, above=True)
_ZH = """
哪些期望必须满足，哪些可以放弃。

怎么看：每行一项期望，从必须满足到可以放弃排列。“必须满足”指重要性居前三分之一，且愿意放弃者不足 20%，或同名功能属于 KANO 必备；“可协商”指有 20% 或更多的人愿意放弃；
“可放弃”指半数或更多的人愿意放弃；其余为“一般”。没有询问重要性时，以期望的高低代替。“超出标准”是附加的标记：要求的平均水平高于模型所写的行业标准。
“差距”为体验减期望；体验不及期望且有行业标准可比时，“与行业标准相比”说明是期望偏高还是体验不足（csi gap 则与其他指标比较）。“稳定度”是得出同一类别的重抽样比例，低于 80% 时不宜据此下结论。

其余各表只在模型写明所需的列时出现：低期望警示（体验高于中点且不低于期望，期望处于最低四分之一，重要性低于中位数）；企业眼中的期望与客户的期望；
承诺的兑现率，以及有承诺者与无承诺者的差距；VIP 专享服务的宣传是否溢出到普通客户；动机强度 M = 价值 × 期望；按期望维度与体验维度的均值和差距；
以及模型注明无法做到、应予婉拒的期望。

方法：占比与均值按个案权重计算，区间与指数采用同样的重抽样方式。所有人或没有人选择时，占比采用 Wilson 区间。两组比较用 Welch 检验；
有权重、整群或分层时，标准误按线性化计算；各指标的 p 值经 Holm 校正。分界（三分之一、20%、50%）为本程序约定，可用选项更改。

来源：M = V × E：Vroom（1964），Work and Motivation；差距 1：Parasuraman、Zeithaml 与 Berry（1985），Journal of Marketing 49(4)，41–50；
Welch（1947），Biometrika 34，28–35。
"""


@analysis(title=EXPECTATIONS, zh=_ZH, needs=(Role.EXPECTATION,))
def expectations(
    study: Study,
    *,
    top: Annotated[
        float, Text("Share of the expectations that count as the most important.", "视为最重要的期望所占比例。"), _SHARE
    ] = 0.333,
    firm: Annotated[
        float,
        Text("Share who would give it up, from which it is no longer essential.", "愿意放弃者达到此比例即不再是必须满足。"),
        _SHARE,
    ] = 0.2,
    loose: Annotated[
        float, Text("Share who would give it up, from which it can be.", "愿意放弃者达到此比例即为可放弃。"), _SHARE
    ] = 0.5,
    less: Annotated[
        str | None,
        Text(
            "Further indicators of which a lower level is the more demanding (minutes of waiting), separated by commas; in the model asked_less: yes.",
            "另外指定数值越低要求越高的指标（如等候分钟数），用逗号分隔；模型中写 asked_less: yes。",
        ),
    ] = None,
    ordinary: Annotated[
        str | None,
        Text("The tier of ordinary customers; found by its name when not said.", "普通客户的等级名称；默认按名称识别。"),
    ] = None,
) -> Result:
    """Which expectations are essential, and which can be given up.

    How to read it: one row an expectation, from the essential to what can be given up. Essential is what belongs to the most
    important third and fewer than 20% would give up, or a must-be of Kano's model (a feature of the same name);
    negotiable what 20% or more would give up, "can be given up" what half or more would; the rest is ordinary. Where nobody was asked how important it is, how much is expected stands in for it.
    "Beyond the standard" is a flag on top of the class: the mean level asked for lies beyond the industry's, which the model
    names. The gap is experience minus expectation; where it falls short and there is a standard, "against the industry's standard"
    tells whether the expectation is too high or the experience too poor (csi gap compares with the other indicators instead).
    "Certainty" is the share of the resamples with the same class; under 80%, or 30 respondents, nothing should be decided by it.

    Further tables appear where the model names their columns: the low-expectation alarm (experience above the middle and
    no less than expected, expectation in the lowest quarter, importance under the median); what the company believes beside what customers expect;
    promises kept, and the gap of those who were promised something against the rest; whether advertising for VIPs spills over
    to ordinary customers; motivation M = value times expectation; means and gaps by dimension of expectation and of
    experience; and what is to be declined because it is not feasible.

    Method: shares and means with case weights; intervals from resamples like those of the index; Wilson's where a share is
    nobody or everybody. Two groups are compared by Welch's test, with a linearised error where there are weights, clusters or
    strata, and Holm's correction over the indicators. The cut points (a third, 20%, 50%) are ours; options change them.

    Source: M = V x E: Vroom (1964), Work and Motivation. Gap 1: Parasuraman, Zeithaml & Berry (1985), Journal of Marketing
    49(4), 41-50. Welch (1947), Biometrika 34, 28-35.
    """
    cuts = _cuts(top, firm, loose)
    asked = Asked(study, frozenset(names_of(study, less, option="--less", indicators=True) or ()))
    ranking, tiers = Ranking(asked, cuts), tiers_of(study, ordinary)
    first = ranking_table(ranking)
    tables = tuple(table for table in (first, *_further(asked, ranking, first, tiers)) if table is not None)
    settings = {**settings_of(study), "top": top, "firm": firm, "loose": loose, "less": less, "ordinary": ordinary}
    remarks = remarks_of(ranking, first, tables, tiers)
    return Result("expectations", EXPECTATIONS, None, tables, tuple(_charts(tables)), remarks, settings, answer=answer_of(first))


def _further(asked: Asked, ranking: Ranking, first: Table, tiers: Tiers | None) -> tuple[Table | None, ...]:
    study = asked.study
    return (
        declined_table(ranking, first),
        low_table(ranking),
        dimension_table(study, "expectation"),
        dimension_table(study, "experience"),
        company_table(asked),
        kept_table(study),
        promised_table(asked),
        None if tiers is None else tier_table(asked, tiers),
        motive_table(asked),
    )


def _cuts(top: float, firm: float, loose: float) -> Cuts:
    for name, share in (("top", top), ("firm", firm), ("loose", loose)):
        if not 0 < share <= 1:
            raise _unfit(name, share, Text("it is no share from above 0 to 1", "应为大于 0、不超过 1 的比例"))
    if firm > loose:
        raise _unfit("firm", firm, Text(f"it lies above --loose {loose:g}", f"大于 --loose {loose:g}"))
    return Cuts(top, firm, loose)


def _unfit(name: str, share: float, why: Text) -> UsageFault:
    return UsageFault(
        place=f"--{name} {share:g}",
        reason=Text(f"{why.en}.", f"{why.zh}。"),
        remedy=Text("Defaults: --top 0.333 --firm 0.2 --loose 0.5.", "默认：--top 0.333 --firm 0.2 --loose 0.5。"),
    )


def _charts(tables: tuple[Table, ...]) -> list[Chart]:
    ends = {"expectations": "indicator", "expectation_dimensions": "dimension", "experience_dimensions": "dimension"}
    gaps = [
        Chart(
            table.key, "gap_bars", table.key, table.title, (ends[table.key],), "gap_index", "gap_index_lower", "gap_index_upper"
        )
        for table in tables
        if table.key in ends
    ]
    motives = [
        Chart(
            table.key, "index_bars", table.key, table.title, ("indicator",), "motivation", "motivation_lower", "motivation_upper"
        )
        for table in tables
        if table.key == "motives"
    ]
    return gaps + motives
