"""What a table of criteria means: first in one sentence for everybody, then because of what and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Remark, Value
from ...study import Study
from ...terms import Text
from ..criteria import Criterion, Ruling, gravest
from .criteria import CRITERIA, FORNELL_LARCKER, HTMT, HTMT_UPPER
from .figures import Measurement, size

NAMED = 3  # pairs that the first sentence names


def measurement_remarks(measured: Measurement, rulings: Sequence[Ruling], index_weighting: str) -> tuple[Remark, ...]:
    """Whether the measurement holds, what fails because of what and what to do, and what could not be judged.

    index_weighting: of the study as it was asked for, which may be another than that of the measurement.
    """
    return (_whole(rulings), *_faults(rulings), *_unjudged(measured, index_weighting))


def _whole(rulings: Sequence[Ruling]) -> Remark:
    required = [one for one in rulings if one.criterion.required]
    failing = [one for one in required if one.verdict == "fails"]
    if failing:
        return _does_not_hold(failing)
    borderline, tested = (sum(one.verdict in kinds for one in required) for kinds in (("borderline",), ("passes", "borderline")))
    if not tested:
        text = Text(
            "whether the measurement holds cannot be told: no latent has criteria that could be judged; the tables say why",
            "无法判断测量是否成立：没有任何潜变量具有可评判的标准，原因见各表",
        )
        return Remark("measurement_unknown", text)
    if borderline:
        text = Text(
            "the measurement holds, if barely: {borderline} of {tested} figures are borderline and none fails",
            "测量勉强成立：{tested} 个数值中有 {borderline} 个处于临界，没有不通过",
        )
        return Remark("measurement_holds_barely", text, {"borderline": borderline, "tested": tested})
    text = Text(
        "the measurement holds: every latent is measured reliably and can be told apart from the others",
        "测量成立：每个潜变量都测得可靠，且彼此可以区分",
    )
    return Remark("measurement_holds", text, {"tested": tested})


def _does_not_hold(failing: Sequence[Ruling]) -> Remark:
    """One clause an aspect; the gravest, that two latents are one, first."""
    clauses: list[Text] = []
    values: dict[str, Value] = {}
    for aspect, clause in (("discriminant", _discriminant), ("reliability", _reliability), ("convergent", _convergent)):
        mine = [one for one in failing if one.criterion.aspect == aspect]
        if mine:
            text, said = clause(mine)
            clauses.append(text)
            values |= said
    whole = Text(
        "the measurement does not hold: " + "; ".join(clause.en for clause in clauses),
        "测量不成立：" + "；".join(clause.zh for clause in clauses),
    )
    return Remark("measurement_fails", whole, values)


Clause = tuple[Text, dict[str, Value]]


def _discriminant(failing: Sequence[Ruling]) -> Clause:
    """The pairs that fail by the best criterion that tells any, the worst first."""
    criterion = next(c for c in (HTMT, HTMT_UPPER, FORNELL_LARCKER) if any(one.criterion is c for one in failing))
    pairs = gravest(one for one in failing if one.criterion is criterion)
    figure = {
        "htmt": Text("HTMT", "HTMT"),
        "htmt_upper": Text("upper end of HTMT", "HTMT 区间上限"),
        "fornell_larcker": Text("correlation above the root of AVE", "相关系数超过 AVE 平方根"),
    }[criterion.key]
    values: dict[str, Value] = {"more": len(pairs) - NAMED}
    for number, one in enumerate(pairs[:NAMED]):
        values |= {f"a{number}": one.about[0], f"b{number}": one.about[-1], f"value{number}": _value(one)}
    named = [_pair(number, figure) for number in range(len(pairs[:NAMED]))]
    rest = Text(" and {more} more", "，另有 {more} 对") if len(pairs) > NAMED else Text("", "")
    text = Text(
        "discriminant validity fails, because customers hardly tell apart " + ", ".join(one.en for one in named) + rest.en,
        "区分效度不成立，顾客几乎不区分" + "、".join(one.zh for one in named) + rest.zh,
    )
    return text, values


def _pair(number: int, figure: Text) -> Text:
    return Text(
        f'"{{a{number}}}" and "{{b{number}}}" ({figure.en} {{value{number}}})',
        f"“{{a{number}}}”与“{{b{number}}}”（{figure.zh} {{value{number}}}）",
    )


def _reliability(failing: Sequence[Ruling]) -> Clause:
    text = Text(
        "reliability fails for {unreliable}, whose answers hold too much chance",
        "以下潜变量信度不足，答案中偶然成分过大：{unreliable}",
    )
    return text, {"unreliable": _latents(failing)}


def _convergent(failing: Sequence[Ruling]) -> Clause:
    text = Text(
        "convergent validity fails for {divergent}, which explain less than half of what their indicators vary (AVE)",
        "以下潜变量收敛效度不足，解释的指标方差不到一半（AVE）：{divergent}",
    )
    return text, {"divergent": _latents(failing)}


def _latents(rulings: Sequence[Ruling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.about[0] for one in rulings))


def _faults(rulings: Sequence[Ruling]) -> Iterator[Remark]:
    """One remark a criterion that fails; advice that was given already is not given again."""
    given: set[Text] = set()
    for criterion in CRITERIA:
        mine = [one for one in rulings if one.criterion is criterion]
        failing = [one for one in mine if one.verdict == "fails"]
        if failing:
            tested = sum(isinstance(one.verdict, str) for one in mine)
            yield _fault(criterion, gravest(failing)[0], len(failing), tested, advise=criterion.advice not in given)
            given.add(criterion.advice)


def _fault(criterion: Criterion, bad: Ruling, failed: int, tested: int, *, advise: bool) -> Remark:
    about = {
        0: Text("all indicators", "全部指标"),
        1: Text('"{a}"', "“{a}”"),
        2: Text('"{a}" and "{b}"', "“{a}”与“{b}”"),
    }[len(bad.about)]
    advice = Text(f"; {criterion.advice.en}", f"；{criterion.advice.zh}") if advise else Text("", "")
    text = Text(
        f"{criterion.name.en} fails in {{failed}} of {{tested}} (worst: {about.en}, {{value}}): {criterion.because.en}{advice.en}",
        f"{criterion.name.zh}：{{tested}} 项中有 {{failed}} 项不通过（最差：{about.zh}，{{value}}）：{criterion.because.zh}{advice.zh}",
    )
    names = dict(zip(("a", "b"), bad.about, strict=False))
    values: dict[str, Value] = {"failed": failed, "tested": tested, "value": _value(bad), **names}
    return Remark(f"{criterion.key}_fails", text, values)


def _value(ruling: Ruling) -> float:
    assert isinstance(ruling.value, int | float)  # only what was judged can be worst
    return float(ruling.value)


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
