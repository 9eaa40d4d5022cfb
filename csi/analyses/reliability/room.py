"""Whether the questions measure what the model says they measure."""

from __future__ import annotations

from typing import Annotated

from ...results import Result
from ...study import Study, settings_of
from ...terms import Term, Text
from ..contract import analysis
from ..criteria import criteria_table, verdict_table
from ..measurement.criteria import CRITERIA
from ..measurement.figures import Measurement
from ..measurement.found import measurement
from ..measurement.remarks import measurement_remarks
from ..measurement.verdicts import by_criterion

RELIABILITY = Term(
    "reliability",
    "Reliability and validity",
    "信度与效度",
    meaning=Text("Whether the questions measure what they should.", "题目是否测到了应测的内容。"),
)

_ZH = """
潜变量是否测得可靠，彼此能否区分。

怎么看：第一条说明用一句话回答“测量是否成立”，其后逐条说明哪项标准不通过、原因和建议。“标准”表每行一项标准：评判了多少个数值、
多少个不通过、最差的是哪一个。结论分三档：通过；临界（介于理想值与最低界限之间）；不通过。“未通过”表列出每个不通过或临界的数值，
加 --every 则连通过的也列出。只有一道题的潜变量没有信度（不会写成 1.000）；两道题的潜变量另给相关系数 r 与 Spearman–Brown 信度；
形成型潜变量不看信度，而看 VIF 与外部权重；高阶潜变量以其组成部分为指标，各组成部分之间不要求区分。

阈值：α、ω、rho_A、组合信度 rho_C 不低于 0.70（0.60–0.70 仅适合探索性研究），α 高于 0.95 为题目冗余；平均方差提取量 AVE 不低于 0.50；
载荷不低于 0.708，低于 0.40 应删除；题总相关不低于 0.30；异质-单质比 HTMT 低于 0.85，0.90 以上不通过，其区间上限低于 1；
AVE 平方根大于与任何潜变量的相关系数（Fornell–Larcker）；VIF 低于 3.3，5 以上不通过；KMO 不低于 0.60，低于 0.50 不通过；Bartlett 检验 p 低于 0.05。

方法：α 的区间为 Feldt 区间，其余为自助法区间，与指数使用同一组重抽样；重抽样有共同的符号约定（与全样本解一致）。
ω 由最小残差法的单因子解得出；rho_C 与 AVE 用 PLS 载荷（模型没有路径时用第一主成分载荷）；HTMT 取相关系数的绝对值，单题潜变量内部相关取 1；
HTMT2 用几何平均。有缺失答案时，相关系数取两题都作答的受访者。

来源：Cronbach（1951）；Feldt、Woodruff 与 Salih（1987），Applied Psychological Measurement 11(1)，93–103；McDonald（1999）；
Dijkstra 与 Henseler（2015），MIS Quarterly 39(2)，297–316；Fornell 与 Larcker（1981），Journal of Marketing Research 18(1)，39–50；
Henseler、Ringle 与 Sarstedt（2015），Journal of the Academy of Marketing Science 43，115–135；Roemer、Schuberth 与 Henseler（2021）；
Sarstedt、Hair、Cheah、Becker 与 Ringle（2019），Australasian Marketing Journal 27，197–211；
Kaiser 与 Rice（1974）；Bartlett（1951）；Hair、Risher、Sarstedt 与 Ringle（2019），European Business Review 31(1)，2–24。
"""


@analysis(title=RELIABILITY, zh=_ZH)
def reliability(
    study: Study,
    *,
    every: Annotated[bool, Text("List what passes too.", "连通过的也列出。")] = False,
) -> Result:
    """Whether the latents are measured reliably and can be told apart.

    How to read it: the first remark says in one sentence whether the measurement holds; those after it say which criterion
    fails, because of what, and what to do. The table of criteria has one row a criterion: how many figures it judges, how many
    fail, and the worst of them. A figure passes, is borderline (between the wish and the last limit) or fails. The table of
    verdicts lists every figure that fails or is borderline; with --every, those that pass too. A latent of one question has no
    reliability (and never 1.000); one of two questions has their correlation r and the Spearman-Brown reliability beside;
    a formative latent is judged by VIF and outer weights instead; the parts of a higher-order latent stand as its indicators,
    and need not be told apart from each other.

    Thresholds: alpha, omega, rho_A and rho_C at least .70 (.60 to .70 in exploratory work), alpha over .95 is redundant;
    AVE at least .50; loading at least .708, to be dropped under .40; item-rest correlation at least .30; HTMT under .85, failing
    from .90 on, and the upper end of its interval under 1; the root of AVE above every correlation (Fornell-Larcker);
    VIF under 3.3, failing from 5 on; KMO at least .60, failing under .50; p of Bartlett's test under .05.

    Method: Feldt's interval for alpha, the bootstrap for all others, from the same resamples as the index, signs aligned with
    the full-sample solution. Omega from one factor by minimum residuals; rho_C and AVE from PLS loadings (of the first principal
    component where the model has no paths); HTMT from absolute correlations, a single question counting 1 within; HTMT2 from
    geometric means. With missing answers each correlation stands on the respondents who answered both.

    Source: Cronbach (1951), Psychometrika 16, 297-334; Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11(1),
    93-103; McDonald (1999), Test Theory; Dijkstra & Henseler (2015), MIS Quarterly 39(2), 297-316; Fornell & Larcker (1981),
    Journal of Marketing Research 18(1), 39-50; Henseler, Ringle & Sarstedt (2015), Journal of the Academy of Marketing Science
    43, 115-135; Roemer, Schuberth & Henseler (2021), Industrial Management & Data Systems 121(12), 2637-2650; Sarstedt, Hair, Cheah,
    Becker & Ringle (2019), Australasian Marketing Journal 27, 197-211; Kaiser & Rice (1974); Bartlett (1951); Hair, Risher, Sarstedt & Ringle (2019), European Business Review 31(1), 2-24.
    """
    found = study.measured.once(measurement)
    listed = [one for one in by_criterion(found.rulings) if every or one.verdict in ("borderline", "fails")]
    title = Text("Every verdict", "全部结论") if every else Text("What does not pass", "未通过的数值")
    criteria = criteria_table(found.rulings, CRITERIA, Text("Criteria", "各项标准的结论"))
    main, *others = found.tables
    answer, *remarks = measurement_remarks(found, Measurement(study.measured), study.weighting)
    return Result(
        "reliability",
        RELIABILITY,
        None,
        (main, criteria, verdict_table(listed, CRITERIA, title), *others),
        remarks=tuple(remarks),
        settings={**settings_of(study.measured), "every": every or None},
        answer=answer,
    )
