"""What is said of the prediction: how well the target is predicted, and where that departs from what was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Remark
from ...results import Table
from ...terms import Text
from .predict_folds import Prediction


def predict_remarks(found: Prediction, items: Table, latents: Table) -> Iterator[Remark]:
    """How well the target is predicted, and how that was found out. items, latents: the tables."""
    if found.absent is not None:
        yield Remark("no_prediction", _ABSENT[found.absent], {"n": found.n})
        return
    yield from _said_of_target(found, latents)
    yield from _uncertain(items)
    times = "1 repeat" if found.errors.repeats == 1 else "{repeats} repeats"
    text = Text(
        f"prediction: {{folds}} folds, {times}, {{n}} respondents; from the {{technique}}; the linear model regresses each item on all "
        "items of the other latents; the interval is over other respondents, without estimating the models anew",
        "预测：{folds} 折、重复 {repeats} 次、{n} 名受访者；以{technique}预测；线性模型以其他潜变量的全部指标回归；区间针对其他受访者，不重新估计模型",
    )
    antecedents = _EARLIEST if found.earliest else _DIRECT
    filled = Text(text.en.replace("{technique}", antecedents.en), text.zh.replace("{technique}", antecedents.zh))
    yield Remark("predicted_how", filled, {"folds": found.folds_used, "repeats": found.errors.repeats, "n": found.n})
    yield from _departures(found)


_DIRECT = Text("direct antecedents of each latent", "各潜变量的直接前因")
_EARLIEST = Text("latents at the beginning of the paths", "路径起点的潜变量")
_ABSENT = {
    "too_few_respondents": Text(
        "nothing is predicted: at least 10 respondents who answered every question are needed, and there are {n}",
        "未作预测：只有 {n} 名受访者回答了全部题目，至少需要 10 名",
    ),
    "fold_unusable": Text(
        "nothing is predicted: without some of the respondents an item has no spread, or the weights do not settle",
        "未作预测：剔除部分受访者后，有题目无差异或权重未收敛",
    ),
}


def _said_of_target(found: Prediction, latents: Table) -> Iterator[Remark]:
    record = next((row for row in latents.records() if row["latent"] == found.study.model.target), None)
    if record is None or not isinstance(record["verdict"], str):
        return
    values = {"latent": str(record["latent"]), "better": record["better"], "items": record["items"]}
    text = (_POWER_OF_ONE if record["items"] == 1 else _POWER)[record["verdict"]]
    yield Remark("predictive_power", text, {key: value for key, value in values.items() if isinstance(value, str | int)})


_POWER = {
    "none": Text(
        "predictive power for {latent}: none; none of its {items} indicators is predicted better than by both the linear model and the mean",
        "对{latent}的预测力：无，其 {items} 个指标的预测均未同时优于线性模型和均值",
    ),
    "low": Text(
        "predictive power for {latent}: low, better than the linear model in {better} of {items} indicators",
        "对{latent}的预测力：低，{items} 个指标中有 {better} 个优于线性模型",
    ),
    "medium": Text(
        "predictive power for {latent}: medium, better than the linear model in {better} of {items} indicators",
        "对{latent}的预测力：中，{items} 个指标中有 {better} 个优于线性模型",
    ),
    "high": Text(
        "predictive power for {latent}: high, better than the linear model in all {items} indicators",
        "对{latent}的预测力：高，全部 {items} 个指标均优于线性模型",
    ),
}
_POWER_OF_ONE = {
    "none": Text(
        "predictive power for {latent}: none; its one indicator is not predicted better than by both the linear model and the mean",
        "对{latent}的预测力：无，其唯一指标的预测未同时优于线性模型和均值",
    ),
    "high": Text(
        "predictive power for {latent}: high, better than the linear model in its one indicator",
        "对{latent}的预测力：高，其唯一指标优于线性模型",
    ),
}


def _uncertain(items: Table) -> Iterator[Remark]:
    names = tuple(str(row["indicator"]) for row in items.records() if row["verdict"] == "chance")
    if names:
        text = Text(
            "better than the mean in these respondents, but not beyond chance: {items}",
            "在本样本中优于均值，但未超出随机：{items}",
        )
        yield Remark("prediction_uncertain", text, {"items": names})


def _departures(found: Prediction) -> Iterator[Remark]:
    """Where the prediction is not what was asked for."""
    missing, whole = int((~found.whole).sum()), int(found.whole.sum())
    if missing:
        who = "respondent with a missing answer is" if missing == 1 else "respondents with a missing answer are"
        text = Text(f"{{count}} {who} not predicted", "有 {count} 名缺答的受访者未参与预测")
        yield Remark("not_predicted", text, {"count": missing})
    if found.n < whole:
        text = Text(
            "prediction is judged on {n} of {whole} respondents, at random", "预测以随机抽取的 {n} 名（共 {whole} 名）受访者评估"
        )
        yield Remark("prediction_sampled", text, {"n": found.n, "whole": whole})
    if found.folds_used < found.folds:
        text = Text(
            "there are {folds} folds: the number of respondents or clusters, or of items, allows no more",
            "受访者、整群或题目数量所限，只分为 {folds} 折",
        )
        yield Remark("fewer_folds", text, {"folds": found.folds_used})
    lost = found.repeats_used - found.errors.repeats
    if lost > 0:
        which, their = ("repeat was", "its") if lost == 1 else ("repeats were", "their")
        text = Text(
            f"{{count}} {which} left out, because an item had no spread or the weights did not settle in one of {their} folds",
            "有 {count} 次重复因某折中题目无差异或权重未收敛而舍去",
        )
        yield Remark("repeats_left_out", text, {"count": lost})
    if found.study.constructs.products:
        text = Text("interactions are left out of the prediction", "预测未包括交互项")
        yield Remark("interactions_not_predicted", text)
