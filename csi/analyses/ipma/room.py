"""The importance-performance map: where an improvement moves the target most."""

from __future__ import annotations

from typing import Annotated

from ...errors import CsiError, NegativeWeight, NoHonestAnswer, UsageFault
from ...model import Role
from ...model.named import called, near_to
from ...model.places import of_latent
from ...results import Chart, Figure, Result, Table
from ...study import Study, settings_of
from ...study.explaining import leading_to
from ...terms import Text
from ..contract import MODELS, analysis
from .figures import CORNERS, Map, Points
from .remarks import ipma_remarks
from .tables import construct_table, indicator_table
from .terms import IPMA, PERFORMANCE

_ZH = """
最值得先改进哪里：重要而表现不佳之处。

怎么看：图中越靠右越重要，越靠上表现越好。重要性是该潜变量高 1 点时目标变量高出的点数（0–100 分，沿所有路径合计）；
绩效是它自身的 0–100 指数。虚线位于各点的平均值：右下方是“优先改进区”，右上方是“优势区”，左下方是“次要改进区”，左上方是“维持区”。
因为以平均值分界，总会有一些点落在线下，即使整体表现很好。“象限稳定度”是落在同一象限的重抽样所占比例，低于 80% 时不宜据此下结论。
指标的重要性等于它在所属潜变量中的份额乘以该潜变量的重要性；目标变量自身的指标为其份额，不画在图上。
重要性描述的是关联，不等于因果：只有当模型中的箭头确实成立时，改进才会带来相应的提升。

方法：标准化总效应 × 目标得分的标准差 ÷ 该潜变量得分的标准差，得分为 0–100 未标准化权重的加权平均。
权重总是 PLS 权重；目标或通向目标的潜变量若有负权重，则停止并指出该指标。区间与指数使用同一组重抽样。

来源：Ringle 与 Sarstedt（2016），Industrial Management & Data Systems 116(9)，1865–1886；
象限名称：Martilla 与 James（1977），Journal of Marketing 41(1)，77–79。
"""


@analysis(title=IPMA, zh=_ZH, needs=(Role.PATHS,))
def ipma(
    study: Study,
    *,
    target: Annotated[
        str | None,
        Text("The latent that is to be raised; the model's target when not said.", "要提升的潜变量；默认为模型的目标变量。"),
        MODELS,
    ] = None,
) -> Result:
    """Where to improve first: what matters most to the target and does worst.

    How to read it: on the map, further right matters more and further up does better. Importance is how many points the
    target has more where a latent has one point more (0-100, along all paths together); performance is the latent's own
    0-100 index. The dashed lines stand at the means of the points: lower right is "concentrate here", upper right "keep it
    up", lower left "low priority", upper left "possible overkill". Because means divide the map, some points lie below a
    line even when all is well. "Certainty" is the share of the resamples in which a point lies in the same quadrant; under
    80% nothing should be decided by it. An indicator's importance is its share in its latent times the latent's importance;
    indicators of the target itself have their share, and stay off the map. Importance is association, no proof of effect:
    an improvement pays as much as the arrows of the model are true.

    Method: standardised total effect times the standard deviation of the target's score over that of the latent's, where
    scores are 0-100 means by unstandardised weights. The weights are always those of PLS; a negative one, in the target or
    in a latent that leads to it, stops with the item's name. Intervals come from the same resamples as the index.

    Source: Ringle & Sarstedt (2016), Industrial Management & Data Systems 116(9), 1865-1886. Names of the quadrants:
    Martilla & James (1977), Journal of Marketing 41(1), 77-79.
    """
    weighted = study.weighed("pls").measured
    chosen = _target(weighted, target)
    _refuse_negative(weighted, chosen)
    drawn = Map(weighted, chosen)
    tables = (construct_table(drawn), indicator_table(drawn))
    charts = (_chart(tables[0], "latent", drawn.latents), _chart(tables[1], "indicator", drawn.items))
    settings = {**settings_of(weighted), "target": chosen, "crosshair": "means"}
    remarks = ipma_remarks(drawn, tables[0], asked=study.weighting)
    begin = next((remark for remark in remarks if remark.key in ("begin_with", "nothing_first")), None)
    others = tuple(remark for remark in remarks if remark is not begin)
    return Result("ipma", IPMA, _headline(weighted, drawn), tables, charts, others, settings, answer=begin)


def _target(study: Study, asked: str | None) -> str:
    """The latent to be raised. Raises: UsageFault when the one asked for cannot be, NoHonestAnswer when the model's cannot."""
    names = tuple(latent.name for latent in study.arrangement.latents)
    possible = [name for name in names if leading_to(name, study.model.inner, names)]
    chosen = study.model.target if asked is None else called(study.model, asked, names) or asked
    if chosen in possible:
        return chosen
    known = chosen in names
    why = (
        Text("no path leads to it", "没有路径通向它") if known else Text("it is no latent with a weight", "它不是有权重的潜变量")
    )
    said = Text("", "") if known else near_to(study.model, chosen, possible)
    fault: type[CsiError] = NoHonestAnswer if asked is None else UsageFault
    raise fault(
        place=Text(f"target {chosen}", f"目标“{chosen}”") if asked is None else f"--target {chosen}",
        reason=Text(f"{why.en}, so nothing has importance for it{said.en}.", f"{why.zh}，因而无从谈重要性{said.zh}。"),
        remedy=Text(f"Give --target one of {', '.join(possible)}.", f"请用 --target 指定以下之一：{'、'.join(possible)}。"),
    )


def _refuse_negative(study: Study, target: str) -> None:
    """A negative weight turns an item against its latent: neither importance nor performance means anything then."""
    names = tuple(latent.name for latent in study.arrangement.latents)
    concerned = {target, *leading_to(target, study.model.inner, names)}
    for latent, items in study.negative_items().items():
        if latent in concerned:
            raise NegativeWeight(
                place=of_latent(latent),
                reason=Text(
                    f"the PLS weight of {', '.join(items)} is negative, so importance and performance have no meaning.",
                    f"{'、'.join(items)} 的 PLS 权重为负，重要性与绩效没有意义。",
                ),
                remedy=Text(
                    "Reverse the indicator if it is coded the other way round, else drop it from the latent.",
                    "若该指标编码方向相反，请反向；否则请将其从潜变量中删除。",
                ),
            )


def _chart(table: Table, label: str, points: Points) -> Chart:
    return Chart(
        table.key,
        "map",
        table.key,
        table.title,
        (label,),
        "performance",
        "lower",
        "upper",
        x="importance",
        x_lower="importance_lower",
        x_upper="importance_upper",
        cross=points.cross,
        zone="quadrant",
        corners=CORNERS,
    )


def _headline(study: Study, drawn: Map) -> Figure:
    at = drawn.names.index(drawn.target)
    n = study.answered(study.arrangement.blocks()[at])
    value = float(drawn.latents.performance[at, 0])
    return Figure(PERFORMANCE, value, *drawn.latents.performance_spread(at, n), about=drawn.target, n=n)
