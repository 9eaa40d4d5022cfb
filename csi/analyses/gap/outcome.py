"""Overall satisfaction as the gaps are measured against: a latent or a question that is no part of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...errors import UsageFault
from ...model import Latent
from ...model.named import called, near_to
from ...study import Study
from ...terms import Text
from .people import on_100, weighted_rows

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Outcome:
    """name: of the latent or indicator. values: (n,) on 0-100, NaN where a respondent has none."""

    name: str
    values: Array


def outcome_of(study: Study, asked: str | None) -> Outcome | None:
    """The one asked for, else the target, else the only latent without gaps; None when there is none.

    Raises: UsageFault when the one asked for is unknown, unanswered, or made of what the gaps are made of.
    """
    free = [latent for latent in study.model.latents if _is_free(latent) and _answered(study, latent)]
    if asked is None:
        chosen = next((latent for latent in free if latent.name == study.model.target), free[0] if len(free) == 1 else None)
        return None if chosen is None else Outcome(chosen.name, _score(study, chosen))
    pairs = study.model.indicators
    asked = called(study.model, asked, [name for latent, leaf in pairs for name in (latent, leaf.name)]) or asked
    latent = next((latent for latent in free if latent.name == asked), None)
    if latent is not None:
        return Outcome(asked, _score(study, latent))
    leaf = next((leaf for _, leaf in study.model.indicators if leaf.name == asked and leaf.expectation is None), None)
    if leaf is not None and study.arrangement.column("item", leaf.name) is not None:
        return Outcome(asked, on_100(study, leaf.column))
    raise _unfit(study, asked, list(dict.fromkeys(_possible(study, free))))


def _is_free(latent: Latent) -> bool:
    return all(leaf.expectation is None for leaf in latent.leaves())


def _answered(study: Study, latent: Latent) -> bool:
    return any(study.arrangement.column("item", leaf.name) is not None for leaf in latent.leaves())


def _score(study: Study, latent: Latent) -> Array:
    """(n,) by the shares of its items; a respondent needs answers to half of them, for otherwise another question is compared.

    Weights that do not exist (all answers alike) or are negative count as equal ones.
    """
    leaves = [leaf for leaf in latent.leaves() if study.arrangement.column("item", leaf.name) is not None]
    answers = np.column_stack([on_100(study, leaf.column) for leaf in leaves])
    place = {leaf.name: j for j, leaf in enumerate(study.arrangement.items)}
    shares = np.array([study.point["shares"][place[leaf.name], 0] if leaf.name in place else 0.0 for leaf in leaves])
    if not (np.isfinite(shares).all() and (shares >= 0).all() and shares.any()):
        shares = np.ones(len(leaves))
    enough = np.isfinite(answers).sum(axis=1) >= math.ceil(len(leaves) / 2)
    return np.where(enough, weighted_rows(answers, np.broadcast_to(shares, answers.shape)), np.nan)


def _possible(study: Study, free: list[Latent]) -> Iterator[str]:
    yield from (latent.name for latent in free)
    for _, leaf in study.model.indicators:
        if leaf.expectation is None and study.arrangement.column("item", leaf.name) is not None:
            yield leaf.name


def _unfit(study: Study, asked: str, possible: list[str]) -> UsageFault:
    known = {latent.name for latent in study.model.latents} | {leaf.name for _, leaf in study.model.indicators}
    why = (
        Text(
            "it is part of the gaps, or nobody answered it, so nothing is explained by comparing them",
            "它本身属于差距指标，或没有人作答，因此无法用差距来解释它",
        )
        if asked in known
        else Text("the model has no latent or indicator of that name", "模型中没有该名称的潜变量或指标")
    )
    said = Text("", "") if asked in known else near_to(study.model, asked, possible)
    listed, chinese = ", ".join(possible[:10]), "、".join(possible[:10])
    return UsageFault(
        place=f"--outcome {asked}",
        reason=Text(f"{why.en}{said.en}.", f"{why.zh}{said.zh}。"),
        remedy=Text(f"Give one of {listed}.", f"请从以下选项中选择：{chinese}。")
        if possible
        else Text(
            "Add a question on overall satisfaction to the model, without an expectation.",
            "请在模型中加入一道总体满意度题（不带期望列）。",
        ),
    )
