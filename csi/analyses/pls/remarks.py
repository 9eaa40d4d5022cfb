"""What a path model says in sentences: whether it holds, what drives its target, and what had to be done to estimate it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Remark, Value
from ...numerics.effects import count_routes
from ...results import Blank, Cell, Table, number
from ...study import Study
from ...terms import Text
from ..criteria import Ruling
from .paths import LONGEST


def answer(measurement: Remark, rulings: Sequence[Ruling]) -> Remark:
    """Whether the model holds, for a reader who reads one sentence. measurement: what was found of reliability and validity."""
    failing = list(dict.fromkeys(one.criterion for one in rulings if one.criterion.required and one.verdict == "fails"))
    because = [criterion.because for criterion in failing]
    if measurement.key == "measurement_fails":
        en, zh = measurement.text.en.removeprefix(_FAILS.en), measurement.text.zh.removeprefix(_FAILS.zh)
        return _fails([Text(en, zh), *because], measurement)
    if because:
        return _fails(because, measurement)
    if measurement.key in _HOLDS:
        return Remark(f"model_{measurement.key.removeprefix('measurement_')}", _HOLDS[measurement.key], measurement.values)
    return measurement


_FAILS = Text("the measurement does not hold: ", "测量不成立：")
_HOLDS = {
    "measurement_holds": Text(
        "the model holds: every latent is measured reliably and can be told apart, and what the paths imply fits what was observed",
        "模型成立：每个潜变量都测得可靠、彼此可以区分，路径所隐含的相关与观测相符",
    ),
    "measurement_holds_barely": Text(
        "the model holds, if barely: {borderline} of {tested} figures of the measurement are borderline, and none fails",
        "模型勉强成立：测量的 {tested} 个数值中有 {borderline} 个处于临界，没有不通过的",
    ),
}


def _fails(because: list[Text], measurement: Remark) -> Remark:
    en = "the model does not hold: " + "; ".join(reason.en for reason in because)
    zh = "模型不成立：" + "；".join(reason.zh for reason in because)
    return Remark("model_fails", Text(en, zh), measurement.values)


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
            '{share} % of the differences in "{latent}" are explained by its causes, most of all by "{source}" (path {coefficient})',
            "“{latent}”差异的 {share}% 由其原因解释，其中“{source}”作用最大（路径系数 {coefficient}）",
        )
        values: dict[str, Value] = {
            "latent": str(row["latent"]),
            "share": 100 * number(row["r_squared"]),
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
            "negative outer weights: {indicators}; is an indicator reversed? An index with them leaves 0-100",
            "外部权重为负：{indicators}；是否有反向题？含负权重的指数会超出 0–100",
        )
        yield Remark("negative_weights", text, {"indicators": bad})
