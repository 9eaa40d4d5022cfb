"""Which indicators can carry a weight, and what is said of those that cannot."""

from __future__ import annotations

import numpy as np

from ..errors import ConstantIndicator, NothingToScore
from ..findings import Finding
from ..model import FITTED, OVERALL, Latent, Model
from ..model.places import of_latent
from ..survey import Survey
from ..terms import Text
from .respondents import Base
from .tree import leaf_shares


def weighted_items(model: Model, survey: Survey, base: Base, weighting: str) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Names of the indicators that can carry a weight, with a finding for each that cannot.

    Raises: NothingToScore when the target has no answers; ConstantIndicator when PLS finds a latent without spread.
    """
    findings, live = [], set()
    lowest, highest = base.ends
    told = _told_silent(survey)
    for _, leaf in model.indicators:
        at = survey.columns.index(leaf.column)
        if not base.counts[at]:
            findings += [] if leaf.column in told else [_silent(leaf.name, leaf.column)]
        elif weighting in FITTED and base.used > 2 and lowest[at] == highest[at]:
            findings.append(_constant(leaf.name, leaf.column, float(lowest[at]), int(base.counts[at])))
        elif weighting == "stated" and not _importance_known(base, survey, leaf.importance):
            findings.append(_unrated(leaf.name, str(leaf.importance)))
        else:
            live.add(leaf.name)
    if weighting == "given":
        idle = _idle(model, frozenset(live))
        findings += [_weightless(name) for name in idle]
        live -= set(idle)
    _refuse_dead(model, survey, base, frozenset(live), weighting)
    return frozenset(live), (*findings, *_silent_latents(model, live))


def _told_silent(survey: Survey) -> set[object]:
    """Columns without a usable answer that the reading of the survey has told of already."""
    found: set[object] = set()
    for finding in survey.findings:
        columns = finding.values.get("columns") if finding.key in {"nobody_answered", "unread", "scale_unknown"} else ()
        found |= set(columns) if isinstance(columns, tuple) else set()
    return found


def _idle(model: Model, live: frozenset[str]) -> list[str]:
    """Answered indicators of latents in which everything that was answered has weight zero."""
    idle: list[str] = []
    for latent in model.latents:
        shares = leaf_shares(latent, live, "given")
        if not any(shares.values()) or (latent.weight == 0 and model.target == OVERALL and _others_silent(model, latent, live)):
            idle += shares
    return idle


def _others_silent(model: Model, latent: Latent, live: frozenset[str]) -> bool:
    """Whether no latent with a weight was answered, so that one without would stand for the whole."""
    return not any(
        any(leaf_shares(other, live, "given").values()) for other in model.latents if other is not latent and other.weight
    )


def _importance_known(base: Base, survey: Survey, column: str | None) -> bool:
    """Whether importance was rated, and above nothing on the whole."""
    if column is None:
        return False
    rated = base.values[:, survey.columns.index(column)]
    return bool(np.nansum(rated) > 0)


def _silent_latents(model: Model, live: set[str]) -> list[Finding]:
    text = Text(
        'no answered indicator of "{latent}" carries a weight, so it has no index; an overall index rests on the other latents',
        "“{latent}”已作答的指标均无权重，因此没有指数；总体指数只由其他潜变量合成",
    )
    dead = [latent.name for latent in model.latents if not any(leaf.name in live for leaf in latent.leaves())]
    return [Finding("latent_silent", "warning", text, place=name, values={"latent": name}) for name in dead]


def _refuse_dead(model: Model, survey: Survey, base: Base, live: frozenset[str], weighting: str) -> None:
    if not model.latents:
        return  # features have no weights
    if not live and (weighting not in FITTED or np.isnan(base.values).all()):
        raise NothingToScore(
            place=survey.origin.sheet or survey.origin.source,
            reason=Text(
                f"none of the {len(model.indicators)} indicators has both usable answers and a weight.",
                f"{len(model.indicators)} 个指标中没有一个既有可用答案又有权重。",
            ),
            remedy=Text("See what was read with: csi check.", "可用 csi check 查看读取结果。"),
        )
    for latent in model.latents:
        if any(leaf.name in live for leaf in latent.leaves()):
            continue
        if weighting in FITTED:
            raise ConstantIndicator(
                place=of_latent(latent.name),
                reason=Text(
                    "none of its indicators has answers that differ, so PLS cannot weigh them.",
                    "其指标的答案都没有差异，PLS 无法赋权。",
                ),
                remedy=Text("Use --weights equal, or remove the latent.", "请使用 --weights equal，或删除该潜变量。"),
            )
        if latent.name == model.target:
            raise NothingToScore(
                place=of_latent(latent.name),
                reason=Text(
                    "it is the target, and none of its answered questions carries a weight.",
                    "它是目标潜变量，但其已作答的题目均无权重。",
                ),
                remedy=Text("Check its columns, or name another index:.", "请检查其列，或更换 index:。"),
            )


def _silent(name: str, column: str) -> Finding:
    text = Text(
        'nobody answered "{indicator}", so it carries no weight',
        "没有人回答“{indicator}”，不赋权",
    )
    return Finding("no_answers", "warning", text, place=column, values={"indicator": name})


def _constant(name: str, column: str, answer: float, count: int) -> Finding:
    text = Text(
        '{count:the only answer|all answers} to "{indicator}" {count:is|are} {answer} (n = {count}), so it carries no PLS weight',
        "“{indicator}”的 {count} 个答案全部为 {answer}，PLS 无法赋权",
    )
    return Finding("constant_indicator", "warning", text, place=column, count=count, values={"indicator": name, "answer": answer})


def _unrated(name: str, column: str) -> Finding:
    text = Text(
        'nobody rated the importance of "{indicator}" above nothing, so it carries no weight',
        "没有人给“{indicator}”大于零的重要性，不赋权",
    )
    return Finding("no_importance", "warning", text, place=column, values={"indicator": name})


def _weightless(name: str) -> Finding:
    text = Text(
        '"{indicator}" has weight zero, and nobody answered what has more; it does not take that over',
        "“{indicator}”权重为零，而有权重的指标无人作答；它不会替代这些指标",
    )
    return Finding("no_given_weight", "warning", text, place=name, values={"indicator": name})
