"""What a study refuses, and what it remarks before any figure is read."""

from __future__ import annotations

import numpy as np

from ..errors import ConstantIndicator, MissingRole, ModelFault, NoHonestAnswer, NothingToScore, TooFewRespondents, UnknownColumn
from ..findings import Finding
from ..model import OVERALL, WEIGHTINGS, Model, Role
from ..numerics.moments import Array
from ..survey import Survey
from ..terms import Text
from .respondents import Base


def check_fit(survey: Survey, model: Model) -> None:
    """The survey must hold every column that the model names. Raises UnknownColumn."""
    wanted = [use.column for use in model.uses()]
    absent = [column for column in dict.fromkeys(wanted) if column not in survey.columns]
    absent += [c for c in model.respondents.texts() if c not in survey.labels]
    absent += [c for c in model.respondents.numbers() if c not in survey.numbers]
    if absent:
        raise UnknownColumn(
            place=model.source or "model",
            reason=Text(f"the survey was read without {', '.join(absent)}.", f"读取调查时没有这些列：{'、'.join(absent)}。"),
            remedy=Text(
                "Read it with this model: csi.read_survey(path, model).", "请用此模型读取：csi.read_survey(path, model)。"
            ),
        )


def check_weighting(model: Model, weighting: str) -> None:
    """The weighting must exist and find what it needs in the model. Raises ModelFault, MissingRole."""
    if weighting not in WEIGHTINGS:
        raise ModelFault(
            place="--weights",
            reason=Text(f'there is no weighting "{weighting}".', f"没有名为“{weighting}”的加权方式。"),
            remedy=Text(f"Use one of {', '.join(WEIGHTINGS)}.", f"可用：{'、'.join(WEIGHTINGS)}。"),
        )
    without = [leaf.name for _, leaf in model.indicators if leaf.importance is None]
    if weighting == "stated" and without:
        raise MissingRole(
            place=model.source or "model",
            reason=Text(
                f"stated weights need an importance column for every indicator; absent for {', '.join(without[:10])}.",
                f"stated 权重要求每个指标都有重要性列；缺少：{'、'.join(without[:10])}。",
            ),
            remedy=Text("Add importance: to them, or use --weights equal.", "请补充 importance:，或使用 --weights equal。"),
        )
    if weighting == "pls" and not model.has(Role.PATHS):
        raise ModelFault(
            place=model.source or "model",
            reason=Text(
                "PLS weights need paths between latents, and the model has none.",
                "PLS 权重需要潜变量之间的路径，而模型没有路径。",
            ),
            remedy=Text("Add paths:, or use --weights equal.", "请添加 paths:，或使用 --weights equal。"),
        )


def weighted_items(model: Model, survey: Survey, base: Base, weighting: str) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Names of the indicators that can carry a weight, with a finding for each that cannot.

    Raises: NothingToScore when the target has no answers; ConstantIndicator when PLS finds a latent without spread.
    """
    findings, live = [], set()
    for _, leaf in model.indicators:
        answers = base.values[:, survey.columns.index(leaf.column)]
        answers = answers[~np.isnan(answers)]
        if answers.size == 0:
            findings.append(_silent(leaf.name, leaf.column))
        elif weighting == "pls" and base.used > 2 and np.ptp(answers) == 0:
            findings.append(_constant(leaf.name, leaf.column, float(answers[0]), int(answers.size)))
        elif weighting == "stated" and not _importance_known(base, survey, leaf.importance):
            findings.append(_unrated(leaf.name, str(leaf.importance)))
        else:
            live.add(leaf.name)
    _refuse_dead(model, survey, base, frozenset(live), weighting)
    return frozenset(live), tuple(findings)


def _importance_known(base: Base, survey: Survey, column: str | None) -> bool:
    return column is not None and bool((~np.isnan(base.values[:, survey.columns.index(column)])).any())


def _refuse_dead(model: Model, survey: Survey, base: Base, live: frozenset[str], weighting: str) -> None:
    if not live and (weighting != "pls" or np.isnan(base.values).all()):
        raise NothingToScore(
            place=survey.origin.sheet or survey.origin.source,
            reason=Text(
                f"none of the {len(model.indicators)} indicators has a usable answer.",
                f"{len(model.indicators)} 个指标都没有可用的答案。",
            ),
            remedy=Text("See what was read with: csi check.", "可用 csi check 查看读取结果。"),
        )
    for latent in model.latents:
        if any(leaf.name in live for leaf in latent.leaves()):
            continue
        if weighting == "pls":
            raise ConstantIndicator(
                place=f"latent {latent.name}",
                reason=Text(
                    "none of its indicators has answers that differ, so PLS cannot weigh them.",
                    "其指标的答案都没有差异，PLS 无法赋权。",
                ),
                remedy=Text("Use --weights equal, or remove the latent.", "请使用 --weights equal，或删除该潜变量。"),
            )
        if latent.name == model.target:
            raise NothingToScore(
                place=f"latent {latent.name}",
                reason=Text("it is the target, and nobody answered its questions.", "它是目标潜变量，但没有人回答其题目。"),
                remedy=Text("Check its columns, or name another index:.", "请检查其列，或更换 index:。"),
            )


def check_size(model: Model, base: Base) -> tuple[Finding, ...]:
    """A finding when PLS stands on few respondents. Raises TooFewRespondents when on too few (methods: 10, block + 2)."""
    largest = max(len(list(latent.leaves())) for latent in model.latents)
    need = max(10, largest + 2)
    if base.used < need:
        raise TooFewRespondents(
            place=f"{base.used} respondents",
            reason=Text(f"a PLS model of this size needs at least {need}.", f"这种规模的 PLS 模型至少需要 {need} 名受访者。"),
            remedy=Text("Use --weights equal.", "请使用 --weights equal。"),
        )
    arrows = max(len(model.inner.sources(latent.name)) for latent in model.latents)
    wish = max(100, 10 * max(largest, arrows))
    if base.used >= wish:
        return ()
    text = Text(
        "{n} respondents are few for a PLS model of this size ({wish} or more are wished for); compare with --weights equal",
        "对这种规模的 PLS 模型，{n} 名受访者偏少（宜有 {wish} 名以上）；请与 --weights equal 对照",
    )
    return (Finding("few_for_pls", "warning", text, values={"n": base.used, "wish": wish}),)


def check_pairs(correlations: Array, names: list[str]) -> None:
    """Every two items need respondents who answered both. Raises NoHonestAnswer."""
    gaps = np.argwhere(np.isnan(correlations[:, :, 0]))
    if gaps.size:
        a, b = names[gaps[0][0]], names[gaps[0][1]]
        raise NoHonestAnswer(
            place=f"{a} × {b}",
            reason=Text(
                "too few respondents answered both, so their correlation is unknown.",
                "同时回答两题的受访者太少，无法得到相关系数。",
            ),
            remedy=Text("Use --missing mean, or --weights equal.", "请使用 --missing mean 或 --weights equal。"),
        )


def model_remarks(model: Model, weighting: str) -> tuple[Finding, ...]:
    """What the weighting leaves unused, and latents that stand alone."""
    found = []
    if weighting == "pls" and model.has_weights:
        text = Text("given weights are not used under PLS", "使用 PLS 时不采用给定权重")
        found.append(Finding("weights_unused", "info", text, place=model.source))
    if weighting == "pls":
        joined = {name for path in model.inner.paths for name in path}
        text = Text(
            '"{latent}" has no path, so it is weighted by its first principal component', "“{latent}”没有路径，按第一主成分赋权"
        )
        alone = [latent.name for latent in model.latents if latent.name not in joined]
        found += [Finding("isolated_latent", "info", text, place=name, values={"latent": name}) for name in alone]
    if weighting != "pls" and model.target == OVERALL and weighting == "given" and not model.has_weights:
        text = Text("no weights are given, so all count alike", "没有给定权重，全部等权")
        found.append(Finding("no_given_weights", "warning", text, place=model.source))
    return tuple(found)


def _silent(name: str, column: str) -> Finding:
    text = Text(
        'nobody answered "{indicator}"; the others of its latent share its weight',
        "没有人回答“{indicator}”，其权重由同组其他指标分担",
    )
    return Finding("no_answers", "warning", text, place=column, values={"indicator": name})


def _constant(name: str, column: str, answer: float, count: int) -> Finding:
    text = Text(
        'all {count} respondents answered {answer} to "{indicator}", so it carries no PLS weight',
        "全部 {count} 名受访者对“{indicator}”都回答 {answer}，PLS 无法赋权",
    )
    return Finding("constant_indicator", "warning", text, place=column, count=count, values={"indicator": name, "answer": answer})


def _unrated(name: str, column: str) -> Finding:
    text = Text(
        'nobody rated the importance of "{indicator}", so it carries no weight', "没有人评价“{indicator}”的重要性，不赋权"
    )
    return Finding("no_importance", "warning", text, place=column, values={"indicator": name})
