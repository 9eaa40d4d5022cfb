"""What a path model says in sentences: whether it holds, what drives its target, and what had to be done to estimate it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...findings import Remark, Value
from ...numerics.effects import count_routes
from ...results import Blank, Cell, Table, number
from ...study import Study
from ...terms import Text
from ..criteria import Ruling
from ..faults import fault_remarks
from ..measurement.criteria import CRITERIA as MEASUREMENT
from ..measurement.found import Found
from ..measurement.judgement import Judgement
from ..measurement.remarks import barely, suspect_remarks
from .criteria import CRITERIA, SRMR
from .paths import LONGEST


def answer(measurement: Judgement, rulings: Sequence[Ruling]) -> Remark:
    """Whether the model holds, for a reader who reads one sentence. measurement: what was found of reliability and validity."""
    judged = [one for one in rulings if one.criterion.required and not isinstance(one.verdict, Blank)]
    failing = list(dict.fromkeys(one.criterion for one in judged if one.verdict == "fails"))
    clauses = [criterion.because for criterion in failing]
    if measurement.state == "fails" or clauses:
        own = measurement.clauses if measurement.state == "fails" else ()
        return _said("model_fails", _FAILS, [*own, *clauses], measurement.values if own else {})
    if measurement.state == "unknown":
        return _said("model_unknown", _UNKNOWN, measurement.clauses, measurement.values)
    borderline = measurement.borderline + sum(one.verdict == "borderline" for one in judged)
    tested = measurement.tested + len(judged)
    if borderline:
        counts: dict[str, Value] = {"borderline": borderline, "tested": tested}
        return _said("model_holds_barely", _BARELY, [barely(borderline)], counts)
    fits = any(one.criterion is SRMR for one in judged)
    claim, *but = measurement.clauses
    whole = Text(claim.en + _FITS.en, claim.zh + _FITS.zh) if fits else claim
    return _said("model_holds", _HOLDS, [whole, *but], {**measurement.values, "tested": tested})


_FAILS = Text("the model does not hold: ", "模型不成立：")
_UNKNOWN = Text("whether the model holds cannot be told: ", "无法判断模型是否成立：")
_BARELY = Text("the model holds, if barely: ", "模型勉强成立：")
_HOLDS = Text("the model holds: ", "模型成立：")
_FITS = Text(", and what the paths imply fits what was observed", "，路径所隐含的相关与观测相符")


def _said(key: str, lead: Text, clauses: Sequence[Text], values: Mapping[str, Value]) -> Remark:
    en, zh = "; ".join(clause.en for clause in clauses), "；".join(clause.zh for clause in clauses)
    return Remark(key, Text(lead.en + en, lead.zh + zh), values)


def fault_sentences(found: Found, rulings: Sequence[Ruling]) -> Iterator[Remark]:
    """What fails of the model, and of the measurement what it needs: because of what, and what to do."""
    needed = [one for one in found.rulings if one.criterion.required]
    yield from fault_remarks([*rulings, *needed], [*CRITERIA, *MEASUREMENT], Text("the model", "整个模型"))
    yield from suspect_remarks(found)


def pls_remarks(study: Study, paths: Table, fit: Table) -> Iterator[Remark]:
    """What explains the target, which paths are in doubt, and how the figures came about."""
    yield from _target(study, paths, fit)
    yield from _doubtful(paths)
    yield from _negative(study)
    if count_routes(study.constructs.paths) > LONGEST:
        text = Text(
            "the model has more than {most} ways through other latents, so they are not listed one by one",
            "经由其他潜变量的途径超过 {most} 条，不逐一列出",
        )
        yield Remark("too_many_routes", text, {"most": LONGEST})
    if study.constructs.method == "repeated":
        text = Text(
            "higher-order latents are measured once more by all indicators of their parts; paths between latents are estimated from the "
            "latents' scores alone, without the parts",
            "高阶潜变量以其各部分的全部指标重复测量；潜变量之间的路径只由潜变量得分估计，不含各部分",
        )
        yield Remark("repeated_indicators", text)
    if study.constructs.products:
        text = Text(
            "interactions are products of standardised scores (two-stage); beside an interaction, the path of each factor holds where "
            "the other is at its mean",
            "交互项为标准化得分的乘积（两阶段法）；有交互项时，各因素的路径系数是另一因素处于均值时的作用",
        )
        yield Remark("interactions", text)


def _target(study: Study, paths: Table, fit: Table) -> Iterator[Remark]:
    rows = [row for row in fit.records() if row["latent"] == study.model.target] or fit.records()[-1:]
    for row in rows:
        causes = [
            path for path in paths.records() if path["target"] == row["latent"] and not isinstance(path["coefficient"], Blank)
        ]
        if not causes or isinstance(row["r_squared"], Blank):
            continue
        strongest = max(causes, key=lambda path: abs(number(path["coefficient"])))
        text = Text(
            '{share:.1%} of the differences in "{latent}" are explained by its causes, most of all by "{source}" (path {coefficient:ratio})',
            "“{latent}”差异的 {share:.1%} 由其原因解释，其中“{source}”作用最大（路径系数 {coefficient:ratio}）",
        )
        values: dict[str, Value] = {
            "latent": str(row["latent"]),
            "share": number(row["r_squared"]),
            "source": str(strongest["source"]),
            "coefficient": number(strongest["coefficient"]),
        }
        yield Remark("target_explained", text, values)


def _doubtful(paths: Table) -> Iterator[Remark]:
    doubtful = tuple(f"{row['source']} → {row['target']}" for row in paths.records() if _spans_zero(row["lower"], row["upper"]))
    if doubtful:
        text = Text(
            "{count} of {paths} paths cannot be told from zero: {which}",
            "{paths} 条路径中有 {count} 条无法与零区分：{which}",
        )
        if len(paths.rows) == 1:
            text = Text("the one path cannot be told from zero: {which}", "唯一的路径无法与零区分：{which}")
        yield Remark("paths_in_doubt", text, {"count": len(doubtful), "paths": len(paths.rows), "which": doubtful})


def _spans_zero(lower: Cell, upper: Cell) -> bool:
    return isinstance(lower, int | float) and isinstance(upper, int | float) and lower <= 0 <= upper


def _negative(study: Study) -> Iterator[Remark]:
    """A negative weight makes no index, but the structure stands."""
    blocks, weights = study.constructs.blocks, study.point["block_weights"][:, 0]
    names = [study.arrangement.items[item].name for block in blocks for item in range(block.items.start, block.items.stop)]
    bad = tuple(name for name, weight in zip(names, weights, strict=True) if weight < -1e-12)
    if bad:
        text = Text(
            "negative outer weights: {indicators}; an index with them leaves 0-100",
            "外部权重为负：{indicators}；含负权重的指数会超出 0–100",
        )
        yield Remark("negative_weights", text, {"indicators": bad})
