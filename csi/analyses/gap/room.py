"""Experience minus expectation: where customers got less, as much, or more than they expected, and why."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from ...errors import UsageFault
from ...model import Role
from ...results import Chart, Result
from ...study import Study, settings_of
from ...study.pairs import Pairs
from ...terms import Term, Text
from ..contract import MODELS, analysis
from .complete import complete
from .gaps import LATENT_TITLE, TITLE, headline, indicator_gaps, large, latent_gaps
from .remarks import gap_remarks
from .signs import refuse_other_sign

GAPS = Term("gap", "Expectation gaps", "期望差距", meaning=Text("Experience minus expectation.", "体验减去期望。"))

_ZH = """
体验与期望之间的差距。

怎么看：差距 = 体验 − 期望（CRM 三角定律）。负值表示没有达到期望，正值表示超出期望；方向总是这一种。
差距只计算两边都回答了的受访者，并换算为 0–100 的点数。“结论”以 Holm 校正后的 p 值判断：
低于期望或超出期望表示差距超出偶然；符合期望表示看不出差别。潜变量的差距按体验一侧的权重合成，总体差距按潜变量权重合成。
“突出的一侧”把每一侧与其他指标的平均值相比：期望明显更高为“期望偏高”，体验明显更低为“体验偏差”。
SERVQUAL 是各维度差距的平均，或按受访者分配的 100 点加权；SERVPERF 只用体验。模型中有独立的总体满意度时，给出两者的 R² 及其差的区间。
有 minimum 列时给出容忍区：MSA = 体验 − 最低可接受，MSS = 体验 − 期望，以及低于、区内、高于的受访者比例。
“差距得分合适吗”：差距的信度低于 0.70 时提示；约束检验被拒绝时，请看响应面而不是差距。
模型写明 managers、staff 工作表时给出企业内部差距 1 至 4，负值一律表示不足；用 --between（或 --by）比较各群体。

方法：配对 t 检验（有个案权重、整群或分层时用泰勒线性化标准误），对表内各指标作 Holm 校正；
区间为自助法区间（默认百分位区间，见 --interval），与指数使用同一组重抽样或同样方式的重抽样；比例为 0 或 1 时用 Wilson 区间，企业内部差距用 Welch。
另附 Wilcoxon 符号秩检验与效应量 d = 平均差距 ÷ 标准差。期望确认模型：S = b0 + b1 E + b2 D，期望、体验与差值从不同时进入。

来源：Parasuraman、Zeithaml 与 Berry（1988），Journal of Retailing 64(1)，12–40；同作者（1994），Journal of Retailing 70(3)，201–230；
Cronin 与 Taylor（1992），Journal of Marketing 56(3)，55–68；Oliver（1980），Journal of Marketing Research 17(4)，460–469；
Peter、Churchill 与 Brown（1993），Journal of Consumer Research 19(4)，655–662；Edwards（1994），Organizational Behavior and
Human Decision Processes 58(1)，51–100；Holm（1979），Scandinavian Journal of Statistics 6，65–70。
"""


@analysis(title=GAPS, zh=_ZH, needs=(Role.EXPECTATION,))
def gap(
    study: Study,
    *,
    at_least: Annotated[float, Text("Smallest gap worth a row, index points.", "值得列出的最小差距（指数点）。")] = 0.0,
    outcome: Annotated[
        str | None,
        Text(
            "Overall satisfaction: a latent or indicator that is no part of the gaps; else the target, where it is none.",
            "总体满意度：不属于差距的潜变量或指标；默认在目标变量不属于差距时取目标变量。",
        ),
        MODELS,
    ] = None,
    servqual_form: Annotated[
        Literal["mean", "sum22"],
        Text(
            "SERVQUAL as the mean of its dimensions, or added up and divided by the number of questions.",
            "SERVQUAL 取各维度平均，或各题合计后除以题数。",
        ),
    ] = "mean",
    between: Annotated[
        str | None,
        Text("Compare the gaps of the groups of this column; --by does so too.", "比较该列各群体的差距；--by 亦然。"),
    ] = None,
    sign: Annotated[
        Literal["experience-expectation", "expectation-experience"] | None,
        Text(
            "The expectation columns hold ready-made gaps of this direction, not expectations.",
            "期望列存放的是按此方向算好的差距，而不是期望。",
        ),
    ] = None,
    brief: Annotated[bool, Text("The gaps alone, as csi score shows them.", "只给出差距，与 csi score 相同。")] = False,
) -> Result:
    """How far experience falls short of what was expected.

    How to read it: gap = experience - expectation (the CRM triangle law), so a negative gap falls short and a positive one
    exceeds; no other direction is ever printed. A gap counts only the respondents who answered both sides, in points of
    0-100. The verdict goes by the Holm-adjusted p: "below" and "exceeds" differ from zero beyond chance, "meets" does not.
    A latent's gap weighs its indicators' gaps by the weights of the experience side; the overall gap weighs the latents.
    "What stands out" compares each side with its mean over the other indicators: clearly more expected there is "too high an
    expectation", clearly less had there "too poor an experience".
    SERVQUAL is the mean gap of the dimensions (the latents), or weighted by the 100 points that respondents share out; SERVPERF is
    the experience alone. Where overall satisfaction stands apart from the gaps, R squared says which explains it better.
    With minimum columns there is a zone of tolerance: MSA = experience - minimum, MSS = experience - wish, and the shares of
    respondents below, within and above their own zone; a minimum over the wish is counted and left out of the width.
    "Is a gap score fair here?": under .70 a difference is not reliable; where the constraint test refutes the gap as one number, read
    the surface in its place. With sheets of managers and staff there are gaps 1 to 4, negative always falling short.

    Method: paired t (with case weights, clusters or strata on the Taylor-linearised standard error), Holm's correction
    over the rows of the table; bootstrap intervals (percentiles unless --interval says otherwise) from the resamples of the index,
    or of the same kind. Shares of nobody or everybody have Wilson's interval, gaps 1 to 4 Student's (Welch between different
    people). Beside the t: Wilcoxon's signed ranks and d = mean gap over its standard deviation. Disconfirmation:
    S = b0 + b1 E + b2 D, where expectation, experience and difference never stand together. Constraint test: S on experience P and
    expectation E with squares and product against S on P - E; F, or Wald by the resamples with weights, clusters or strata.

    Source: Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1), 12-40, and (1994), Journal of Retailing 70(3),
    201-230; Cronin & Taylor (1992), Journal of Marketing 56(3), 55-68; Oliver (1980), Journal of Marketing Research 17(4),
    460-469; Peter, Churchill & Brown (1993), Journal of Consumer Research 19(4), 655-662; Edwards (1994), Organizational
    Behavior and Human Decision Processes 58(1), 51-100; Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    _check(at_least)
    refuse_other_sign(study, sign)
    pairs = Pairs(study)
    every = indicator_gaps(study, pairs)
    shown = large(every, at_least)
    charts = (
        Chart("gaps", "gap_bars", "gaps", TITLE, ("indicator",), "gap_index", "lower", "upper"),
        Chart("latents", "gap_bars", "latents", LATENT_TITLE, ("latent",), "gap_index", "lower", "upper"),
    )
    tables = (shown, latent_gaps(study, pairs))
    settings = {**settings_of(study), "at_least": at_least}
    remarks = gap_remarks(every, shown, at_least)
    result = Result("gap", GAPS, headline(study, pairs), tables, charts, remarks, settings)
    return (
        result
        if brief or not pairs.leaves
        else complete(study, result, every, outcome=outcome, servqual_form=servqual_form, between=between)
    )


def _check(at_least: float) -> None:
    if not math.isfinite(at_least):
        raise UsageFault(
            place="--at-least",
            reason=Text(f"{at_least} is no number of points.", f"{at_least} 不是有效的点数。"),
            remedy=Text("Give a number, such as 5.", "请给出一个数，例如 5。"),
        )
