"""Whether a measurement holds, in clauses of which any room can make its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ...findings import Value
from ...results import Blank
from ...terms import Text
from ..criteria import Ruling, gravest
from .criteria import FORNELL_LARCKER, HTMT, HTMT_UPPER
from .suspects import Turned, Twins

NAMED = 3  # pairs that the first sentence names

State = Literal["fails", "unknown", "barely", "holds"]
Clause = tuple[Text, dict[str, Value]]


@dataclass(frozen=True)
class Judgement:
    """clauses: why it fails, why it cannot be told, or what may be claimed; templates over `values`.

    borderline, tested: how many of the figures that it needs are borderline, and how many could be judged.
    """

    state: State
    clauses: tuple[Text, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    borderline: int = 0
    tested: int = 0


def judgement(rulings: Sequence[Ruling], turned: Turned, twins: Twins) -> Judgement:
    """What the rulings come to. turned: latents with indicators that are probably reversed. twins: indicators that are one."""
    required = [one for one in rulings if one.criterion.required]
    failing = [one for one in required if one.verdict == "fails"]
    if failing:
        return _failing(failing, turned)
    judged = [one for one in required if not isinstance(one.verdict, Blank)]
    if not any(one.criterion.aspect == "reliability" for one in judged):
        return _unknown(required)
    borderline = sum(one.verdict == "borderline" for one in judged)
    clauses = [_claim(judged, required)]
    values: dict[str, Value] = {}
    if twins:
        clauses.append(_COPIED)
        values["twins"] = tuple(f"{first} = {second}" for first, second in twins)
    return Judgement("barely" if borderline else "holds", tuple(clauses), values, borderline, len(judged))


def _failing(failing: Sequence[Ruling], turned: Turned) -> Judgement:
    """One clause an aspect; the gravest, that two latents are one, first."""
    found: list[Clause] = []
    by_aspect = {
        aspect: [one for one in failing if one.criterion.aspect == aspect]
        for aspect in ("discriminant", "reliability", "convergent")
    }
    if by_aspect["discriminant"]:
        found.append(_discriminant(by_aspect["discriminant"]))
    names = {aspect: _latents(rulings) for aspect, rulings in by_aspect.items()}
    said = {latent: items for latent, items in turned.items() if latent in {*names["reliability"], *names["convergent"]}}
    unreliable = tuple(name for name in names["reliability"] if name not in said)
    divergent = tuple(name for name in names["convergent"] if name not in said)
    if said:
        items = tuple(item for mine in said.values() for item in mine)
        found.append((_REVERSED, {"turned": tuple(said), "reversed": items}))
    if unreliable:
        found.append((_UNRELIABLE, {"unreliable": unreliable}))
    if divergent:
        found.append((_DIVERGENT[len(divergent) > 1], {"divergent": divergent}))
    values = {key: value for _, mine in found for key, value in mine.items()}
    return Judgement("fails", tuple(text for text, _ in found), values)


def _discriminant(failing: Sequence[Ruling]) -> Clause:
    """The pairs that fail by the best criterion that tells any, the worst first."""
    criterion = next(c for c in (HTMT, HTMT_UPPER, FORNELL_LARCKER) if any(one.criterion is c for one in failing))
    pairs = gravest(one for one in failing if one.criterion is criterion)
    figure = _FIGURES[criterion.key]
    values: dict[str, Value] = {"more": len(pairs) - NAMED}
    for number, one in enumerate(pairs[:NAMED]):
        assert not isinstance(one.value, Blank)  # only VIF fails without a figure
        values |= {f"a{number}": one.about[0], f"b{number}": one.about[-1], f"value{number}": one.value}
    named = [_pair(number, figure) for number in range(len(pairs[:NAMED]))]
    rest = Text(" and {more} more", "，另有 {more} 对") if len(pairs) > NAMED else Text("", "")
    text = Text(
        "discriminant validity fails, because customers hardly tell apart " + ", ".join(one.en for one in named) + rest.en,
        "区分效度不成立，顾客几乎不区分" + "、".join(one.zh for one in named) + rest.zh,
    )
    return text, values


_FIGURES = {
    "htmt": Text("HTMT", "HTMT"),
    "htmt_upper": Text("upper end of HTMT", "HTMT 区间上限"),
    "fornell_larcker": Text("correlation above the root of AVE", "相关系数超过 AVE 平方根"),
}


def _pair(number: int, figure: Text) -> Text:
    return Text(
        f'"{{a{number}}}" and "{{b{number}}}" ({figure.en} {{value{number}}})',
        f"“{{a{number}}}”与“{{b{number}}}”（{figure.zh} {{value{number}}}）",
    )


_REVERSED = Text(
    "the indicators of {turned} contradict one another, {reversed} running against the others and probably reversed (if so, write "
    '"reversed: true" in the model)',
    "{turned}的指标相互矛盾，{reversed} 与其他指标方向相反，很可能是反向题（若属实，请在模型中写明“reversed: true”）",
)
_UNRELIABLE = Text(
    "reliability fails for {unreliable}, whose answers hold too much chance",
    "以下潜变量信度不足，答案中偶然成分过大：{unreliable}",
)
_DIVERGENT = (
    Text(
        "convergent validity fails for {divergent}, which explains less than half of what its indicators vary (AVE)",
        "以下潜变量收敛效度不足，解释的指标方差不到一半（AVE）：{divergent}",
    ),
    Text(
        "convergent validity fails for {divergent}, which explain less than half of what their indicators vary (AVE)",
        "以下潜变量收敛效度不足，解释的指标方差不到一半（AVE）：{divergent}",
    ),
)


def _unknown(required: Sequence[Ruling]) -> Judgement:
    """Nothing that tells of reliability could be judged: of which latents, and why."""
    absent = _absent(required)
    clauses = []
    values: dict[str, Value] = {}
    for reason, text in _UNJUDGED.items():
        names = tuple(name for name, why in absent.items() if why == reason)
        if names:
            clauses.append(text)
            values[reason] = names
    if set(absent.values()) != set(values):
        clauses.append(_NOTHING)
    return Judgement("unknown", tuple(clauses), values)


_UNJUDGED = {
    "single_item": Text(
        "measured by a single question, which has no reliability: {single_item}", "只有一道题、没有信度的潜变量：{single_item}"
    ),
    "formative": Text(
        "formative, to be judged by VIF and outer weights: {formative}", "形成型、以 VIF 与外部权重评价的潜变量：{formative}"
    ),
}
_NOTHING = Text("the tables say why the figures are absent", "数值缺失的原因见各表")


def _absent(required: Sequence[Ruling]) -> dict[str, str]:
    """Latents of which no ruling tells of reliability, with the reason."""
    told = [one for one in required if one.criterion.aspect == "reliability"]
    judged = {one.about[0] for one in told if not isinstance(one.verdict, Blank)}
    return {one.about[0]: one.verdict.reason for one in told if isinstance(one.verdict, Blank) and one.about[0] not in judged}


def _claim(judged: Sequence[Ruling], required: Sequence[Ruling]) -> Text:
    """What may be claimed, and of whom."""
    scope = _scope(set(_absent(required).values()))
    apart = any(one.criterion.aspect == "discriminant" for one in judged)
    told = Text(" and can be told apart", "、彼此可以区分") if apart else Text("", "")
    return Text(f"{scope.en} is measured reliably{told.en}", f"{scope.zh}都测得可靠{told.zh}")


_COPIED = Text(
    "but the same answers given twice ({twins}) make reliability look better than it is",
    "但有指标的答案完全相同（{twins}），使信度虚高",
)


def _scope(reasons: set[str]) -> Text:
    if not reasons:
        return Text("every latent", "每个潜变量")
    if reasons == {"single_item"}:
        return Text("of the latents with several indicators, every one", "有多个指标的潜变量")
    if reasons == {"formative"}:
        return Text("every reflective latent", "每个反映型潜变量")
    return Text("every latent that could be judged", "可评判的潜变量")


def _latents(rulings: Sequence[Ruling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.about[0] for one in rulings))
