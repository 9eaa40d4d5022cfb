"""What a table of criteria means: first in one sentence for everybody, then because of what and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Remark
from ...study import Study
from ...terms import Text
from ..faults import fault_remarks
from .criteria import CRITERIA
from .figures import Measurement, size
from .found import Found
from .judgement import Judgement

ALL = Text("all indicators", "全部指标")


def measurement_remarks(found: Found, measured: Measurement, index_weighting: str) -> tuple[Remark, ...]:
    """Whether the measurement holds, what fails because of what and what to do, and what could not be judged.

    index_weighting: of the study as it was asked for, which may be another than that of the measurement.
    """
    faults = fault_remarks(found.rulings, CRITERIA, ALL)
    return (
        _whole(found.judgement),
        *faults,
        *suspect_remarks(found),
        *_unjudged(measured, index_weighting),
    )


def _whole(judged: Judgement) -> Remark:
    en, zh = "; ".join(clause.en for clause in judged.clauses), "；".join(clause.zh for clause in judged.clauses)
    counts = {"borderline": judged.borderline, "tested": judged.tested}
    if judged.state == "fails":
        return Remark("measurement_fails", Text(f"the measurement does not hold: {en}", f"测量不成立：{zh}"), judged.values)
    if judged.state == "unknown":
        text = Text(f"whether the measurement holds cannot be told: {en}", f"无法判断测量是否成立：{zh}")
        return Remark("measurement_unknown", text, judged.values)
    if judged.state == "barely":
        few = barely(judged.borderline)
        text = Text(f"the measurement holds, if barely: {few.en}", f"测量勉强成立：{few.zh}")
        return Remark("measurement_holds_barely", text, {**judged.values, **counts})
    text = Text(f"the measurement holds: {en}", f"测量成立：{zh}")
    return Remark("measurement_holds", text, {**judged.values, "tested": judged.tested})


def barely(borderline: int) -> Text:
    """How little holds it."""
    verb = "is" if borderline == 1 else "are"
    return Text(
        f"{{borderline}} of {{tested}} figures {verb} borderline and none fails",
        "{tested} 个数值中有 {borderline} 个处于临界，没有不通过",
    )


def suspect_remarks(found: Found) -> Iterator[Remark]:
    """Indicators that are probably reversed, unless the first sentence names them, and those with the same answers throughout."""
    items = tuple(item for items in found.turned.values() for item in items)
    twins = found.twins
    if items and "reversed" not in found.judgement.values:
        text = Text(
            'against the other indicators of its latent, so probably reversed: {items}; if so, write "reversed: true" for it in the model',
            "与同组其他指标方向相反、很可能是反向题：{items}；若属实，请在模型中为其写明“reversed: true”",
        )
        yield Remark("reversed_items", text, {"items": items})
    if len(twins) == 1:
        text = Text(
            '"{first}" and "{second}" are the same in all answers: leave one of them out',
            "“{first}”与“{second}”的答案完全相同，请删去其一",
        )
        yield Remark("twins", text, dict(zip(("first", "second"), twins[0], strict=True)))
    elif twins:
        text = Text(
            "the same in all answers, so that one of each would do: {pairs}", "答案完全相同、每对保留一个即可的指标：{pairs}"
        )
        yield Remark("twins", text, {"pairs": tuple(f"{first} = {second}" for first, second in twins)})


def _unjudged(measured: Measurement, index_weighting: str) -> Iterator[Remark]:
    single = tuple(block.name for block in measured.blocks if size(block) == 1)
    if single:
        text = Text(
            "measured by a single question, so that no reliability can be told: {latents}",
            "只有一道题、无法评价信度的潜变量：{latents}",
        )
        yield Remark("single_items", text, {"latents": single})
    formative = tuple(block.name for block in measured.blocks if block.formative and size(block) > 1)
    if formative:
        text = Text(
            "the indicators of a formative latent need not agree: judge {latents} by VIF and outer weights",
            "形成型潜变量的指标无须一致，请以 VIF 和外部权重评价：{latents}",
        )
        yield Remark("formative_blocks", text, {"latents": formative})
    yield from _weighted(measured.study, index_weighting)


def _weighted(study: Study, index_weighting: str) -> Iterator[Remark]:
    """Where the loadings come from, when the index itself is weighted in another way."""
    if study.weighting == index_weighting:
        return
    if study.weighting == "component":
        text = Text(
            "the model has no paths, so weights and loadings are those of each latent's first principal component",
            "模型没有路径，权重与载荷取自各潜变量的第一主成分",
        )
        yield Remark("component_loadings", text)
    else:
        text = Text(
            "weights and loadings are those of PLS along the model's paths, whatever the weights of the index",
            "权重与载荷按模型路径由 PLS 得出，与指数所用的权重无关",
        )
        yield Remark("pls_loadings", text)
