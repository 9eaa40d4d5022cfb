"""What a study refuses, and what it remarks before any figure is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import numpy as np

from ..errors import (
    MissingRole,
    ModelFault,
    NoHonestAnswer,
    TooFewRespondents,
    UnknownColumn,
    UsageFault,
)
from ..findings import Finding
from ..model import FITTED, OVERALL, WEIGHTINGS, Model, Role
from ..model.places import of_model
from ..numerics import intervals
from ..numerics.inner_weights import SCHEMES
from ..numerics.moments import Array
from ..survey import Survey
from ..terms import Text
from .respondents import Base, Missing


def check_settings(*, confidence: float, resamples: int, seed: int, missing: str, scheme: str) -> None:
    """Settings must have a meaning. Raises UsageFault."""
    for name, number in (("resamples", resamples), ("seed", seed)):
        if not isinstance(number, int):
            raise _not_whole(name, number)
    if seed < 0:
        raise _out_of_range("seed", seed, "0, 1, 2, …")
    for name, word, known in (("missing", missing, get_args(Missing)), ("scheme", scheme, tuple(SCHEMES))):
        if word not in known:
            raise _unknown(name, word, known)
    if not 0.5 <= confidence < 1:
        raise _out_of_range("confidence", confidence, "0.5-0.999")
    if not 0 <= resamples <= 1_000_000:
        raise _out_of_range("resamples", resamples, "0-1000000")


def check_interval(form: str) -> None:
    """Intervals have one of three forms. Raises UsageFault."""
    if form not in intervals.FORMS:
        raise _unknown("interval", form, intervals.FORMS)


def check_fit(survey: Survey, model: Model) -> None:
    """The survey must hold every column that the model names. Raises UnknownColumn."""
    wanted = [use.column for use in model.uses()] + [column for one in model.features for _, column in one.columns()]
    absent = [column for column in dict.fromkeys(wanted) if column not in survey.columns]
    absent += [c for c in model.respondents.texts() if c not in survey.labels]
    absent += [use.column for use in model.number_uses() if use.column not in survey.numbers]
    if absent:
        raise UnknownColumn(
            place=of_model(model.source),
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
            place=of_model(model.source),
            reason=Text(
                f"stated weights need an importance column for every indicator; absent for {', '.join(without[:10])}.",
                f"stated 权重要求每个指标都有重要性列；缺少：{'、'.join(without[:10])}。",
            ),
            remedy=Text("Add importance: to them, or use --weights equal.", "请补充 importance:，或使用 --weights equal。"),
        )
    if weighting == "pls" and not model.has(Role.PATHS):
        raise ModelFault(
            place=of_model(model.source),
            reason=Text(
                "PLS weights need paths between latents, and the model has none.",
                "PLS 权重需要潜变量之间的路径，而模型没有路径。",
            ),
            remedy=Text("Add paths:, or use --weights equal.", "请添加 paths:，或使用 --weights equal。"),
        )


def check_holds(survey: Survey, weighting: str, missing: str) -> None:
    """Counts of answers tell of each question alone: what rests on answers given together needs respondents. Raises MissingRole."""
    if survey.origin.holds != "counts":
        return
    place = survey.origin.sheet or survey.origin.source
    if weighting not in ("equal", "given"):
        raise MissingRole(
            place=place,
            reason=Text(
                f"it holds counts of answers, and {weighting} weights need respondents.",
                f"其中是答案频数，而 {weighting} 权重需要逐人数据。",
            ),
            remedy=Text("Use --weights equal, or score the respondents' answers.", "请使用 --weights equal，或提供逐人答案。"),
        )
    if missing != "available":
        raise MissingRole(
            place=place,
            reason=Text(
                f"it holds counts of answers; who left out what, which {missing} needs, is not known.",
                f"其中是答案频数，无法得知 {missing} 所需的缺答情况。",
            ),
            remedy=Text("Use --missing available.", "请使用 --missing available。"),
        )


def check_size(model: Model, base: Base) -> tuple[Finding, ...]:
    """A finding when PLS stands on few respondents. Raises TooFewRespondents when on too few (methods: 10, block + 2)."""
    if not model.latents:
        return ()
    largest = max(len(list(latent.leaves())) for latent in model.latents)
    need = max(10, largest + 2)
    if base.used < need:
        raise TooFewRespondents(
            place=Text(f"{base.used} respondents", f"{base.used} 名受访者"),
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
    if weighting in FITTED and model.has_weights:
        text = Text("given weights are not used when the answers decide", "权重由数据估计时不采用给定权重")
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


def _not_whole(name: str, number: object) -> UsageFault:
    return UsageFault(
        place=f"--{name}",
        reason=Text(f"{number} is no whole number.", f"{number} 不是整数。"),
        remedy=Text("Give a whole number.", "请给出整数。"),
    )


def _unknown(name: str, word: str, known: Iterable[str]) -> UsageFault:
    there = tuple(known)
    return UsageFault(
        place=f"--{name}",
        reason=Text(f"there is no {word}; there are {', '.join(there)}.", f"没有 {word}；可选：{'、'.join(there)}。"),
        remedy=Text("Choose one of these.", "请从中选择。"),
    )


def _out_of_range(name: str, value: object, allowed: str) -> UsageFault:
    return UsageFault(
        place=f"--{name}",
        reason=Text(f"{value} is outside {allowed}.", f"{value} 超出范围 {allowed}。"),
        remedy=Text(f"Choose a value in {allowed}.", f"请取 {allowed} 之间的值。"),
    )
