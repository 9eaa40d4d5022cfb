"""Where the importance of an indicator comes from: what customers say, or what goes with their satisfaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...errors import MissingRole, NoHonestAnswer
from ...model.places import of_model
from ...numerics import index
from ...results import Blank, Number
from ...study import Study
from ...study.chance import Chance, within
from ...study.explaining import Score, explaining
from ...study.importance import Importance, importance
from ...terms import Text
from .revised import revised

Array = NDArray[np.float64]
Spread = Callable[[Array | None, int], tuple[Number, Number, Number]]
Ends = tuple[Number, Number, Number]
Kind = Literal["stated", "derived", "correlation", "revised"]


@dataclass(frozen=True, eq=False)
class Source:
    """Importance and performance of p indicators, from one set of resamples.

    importance, performance: (p, 1), NaN where there is none; drawn: both as (p, B) with what intervals need behind them, or None; resamples:
    how many of these columns are resamples. spread: standard error and interval of one such row on n respondents.
    rated: how many each importance stands on. importance_spread: that of the importance at a place, where it is not one of the row alone.
    reason: why an importance is absent. outcome: what derived importance is importance for, "" where it is stated.
    unanswered: indicators that should have been points but have no answers.
    """

    kind: Kind
    names: tuple[str, ...]
    importance: Array
    performance: Array
    drawn: tuple[Array, Array] | None
    resamples: int
    spread: Spread
    reason: str
    rated: tuple[int, ...]
    importance_spread: Callable[[int], Ends] | None = None
    outcome: str = ""
    unanswered: tuple[str, ...] = ()


def source(study: Study, kind: Kind, outcome: str | None, drivers: Sequence[str] | None) -> Source:
    """The importance that was asked for. Raises: MissingRole where nothing is stated, else what `importance` raises."""
    if kind == "stated":
        return _stated(study, drivers)
    if kind == "revised":
        return _revised(study, outcome, drivers)
    return _derived(importance(study, outcome=outcome, drivers=drivers, shares=False), kind)


def _stated(study: Study, drivers: Sequence[str] | None) -> Source:
    a = study.arrangement
    rated = [
        leaf.name for latent, leaf in study.model.indicators if leaf.importance is not None and _among(drivers, latent, leaf.name)
    ]
    names = tuple(name for name in rated if a.column("item", name) is not None and a.column("importance", name) is not None)
    if not names:
        raise MissingRole(
            place=of_model(study.model.source),
            reason=Text("no indicator has both answers and an importance column.", "没有指标同时具备答案和重要性列。"),
            remedy=Text(
                "Add importance: COLUMN to the indicators, or use --importance derived.",
                "请为指标补充 importance: 列名，或使用 --importance derived。",
            ),
        )
    rated_at, items_at = ([a.at[use, name] for name in names] for use in ("importance", "item"))

    def both(means: Array) -> tuple[Array, Array]:
        rows = [index.performance(means[at], a.lowest[at], a.highest[at]) for at in (rated_at, items_at)]
        return rows[0], rows[1]

    drawn = study.replicates
    return Source(
        "stated",
        names,
        *both(study.point["means"]),
        None if drawn is None else both(drawn.figures["means"]),
        0 if drawn is None else drawn.resamples,
        study.spread,
        "no_importance",
        tuple(study.answered(at) for at in rated_at),
        unanswered=tuple(name for name in rated if name not in names),
    )


def _among(wanted: Sequence[str] | None, latent: str, indicator: str) -> bool:
    return wanted is None or latent in wanted or indicator in wanted


def _derived(found: Importance, kind: Kind) -> Source:
    def both(figures: dict[str, Array]) -> tuple[Array, Array]:
        if kind == "correlation":
            return figures["correlation"], figures["performance"]
        with np.errstate(invalid="ignore", divide="ignore"):
            return figures["relative_weight"] / figures["r_squared"], figures["performance"]

    return Source(
        kind,
        tuple(driver.name for driver in found.drivers),
        *both(dict(found.point)),
        None if found.draws is None else both(dict(found.draws)),
        0 if found.drawn is None else found.drawn.resamples,
        lambda draws, _n: found.spread_of(draws),
        "singular",
        tuple(found.answered(at) for at in range(len(found.drivers))),
        _ends(found, kind),
        found.asked.outcome.name,
    )


def _ends(found: Importance, kind: Kind) -> Callable[[int], Ends]:
    """The interval of a derived importance, the same that drivers have."""
    chance = Chance(found)
    if kind == "correlation":
        return lambda at: within(found.spread("correlation", at), -1)
    return lambda at: chance.share("relative_weight", at)[1:]


def _revised(study: Study, outcome: str | None, drivers: Sequence[str] | None) -> Source:
    asked = explaining(study, outcome, drivers)
    made = revised(study, asked)
    if not np.isfinite(made.point["importance"]).any():
        raise NoHonestAnswer(
            place=Text(f"outcome {asked.outcome.name}", f"结果“{asked.outcome.name}”"),
            reason=Text(
                "the answers determine one another or vary too little, so no partial correlation can be told.",
                "答案相互决定或差异过小，无法计算偏相关。",
            ),
            remedy=Text("Name fewer indicators with --drivers.", "请用 --drivers 减少指标。"),
        )
    drawn = made.drawn
    return Source(
        "revised",
        tuple(driver.name for driver in asked.drivers),
        made.point["importance"],
        made.point["performance"],
        None if drawn is None else (drawn.figures["importance"], drawn.figures["performance"]),
        0 if drawn is None else drawn.resamples,
        made.spread_of,
        "singular",
        tuple(_answered(study, driver, asked.outcome) for driver in asked.drivers),
        outcome=asked.outcome.name,
    )


def _answered(study: Study, *scores: Score) -> int:
    """Respondents who answered something of each score."""
    seen = [study.arrangement.seen[:, list(score.items)].any(axis=1) for score in scores]
    return int(np.logical_and.reduce(seen).sum())


def blank_or(value: float, reason: str) -> Number:
    """The number, or why there is none."""
    return float(value) if np.isfinite(value) else Blank(reason)
