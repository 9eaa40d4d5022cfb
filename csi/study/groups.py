"""Which groups of respondents can be compared, and why the others cannot."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ..errors import ConstantIndicator, NoHonestAnswer, NothingToScore, TooFewRespondents
from ..survey import Survey
from ..terms import Text
from .group_pair import Pair, together
from .respondents import Base, Missing, base
from .study import Study

FEWEST = 50  # respondents a group needs; below, its weights and paths are mostly noise
MOST = 6  # groups compared, which makes 15 pairs


@dataclass(frozen=True, eq=False)
class Group:
    """The respondents with one value of the column. used: those who count."""

    name: str
    survey: Survey
    used: int


@dataclass(frozen=True)
class Compared:
    """The pairs that have an answer, and what was left out.

    small: groups under `FEWEST` with their sizes. beyond: groups after the `MOST` largest. refused: why other groups or pairs
    could not be used.
    """

    column: str
    pairs: tuple[Pair, ...]
    small: tuple[tuple[str, int], ...]
    beyond: tuple[str, ...]
    refused: tuple[NoHonestAnswer, ...]


def compared(study: Study, column: str, permutations: int) -> Compared:
    """All pairs of the column's groups. Raises TooFewRespondents, or what refuses the last pair; UnknownColumn."""
    weighed = dataclasses.replace(study, weights="pls")
    every = [_group(weighed, name, survey) for name, survey in study.groups(column).items()]
    large = [group for group in every if group.used >= FEWEST]
    small = tuple((group.name, group.used) for group in every if group.used < FEWEST)
    if len(large) < 2:
        raise _too_few(column, every)
    kept, beyond = _largest(large)
    refusals = {group.name: refusal for group in kept if (refusal := _constant(weighed, column, group)) is not None}
    able = [group for group in kept if group.name not in refusals]
    pairs, refused = _pairs(weighed, able, permutations)
    refused = [*refusals.values(), *refused]
    if not pairs:
        raise refused[0]
    return Compared(column, tuple(pairs), small, beyond, tuple(refused))


def _group(study: Study, name: str, survey: Survey) -> Group:
    found = _base(study, survey)
    return Group(name, survey, 0 if found is None else found.used)


def _base(study: Study, survey: Survey) -> Base | None:
    """Who counts in a group; None when nobody does."""
    try:
        return base(survey, study.model, study.missing)
    except NothingToScore:
        return None


def _largest(groups: list[Group]) -> tuple[list[Group], tuple[str, ...]]:
    ranked = sorted(groups, key=lambda group: -group.used)[:MOST]
    return [g for g in groups if g in ranked], tuple(g.name for g in groups if g not in ranked)


def _constant(study: Study, column: str, group: Group) -> ConstantIndicator | None:
    """The refusal of a group in which an item that carries a weight has no spread, or no answer at all."""
    found = _base(study, group.survey)
    assert found is not None  # a large group has somebody who counts
    for leaf in study.arrangement.items:
        answers = found.values[:, study.survey.columns.index(leaf.column)]
        answers = answers[~np.isnan(answers)]
        if answers.size == 0 or np.ptp(answers) == 0:
            return ConstantIndicator(
                place=f'indicator "{leaf.name}", {column} = {group.name}',
                reason=_said(leaf.name, group, None if answers.size == 0 else float(answers[0])),
                remedy=Text(
                    "Drop the indicator from the model, or merge the group with another.",
                    "请从模型中删除该指标，或将该组与其他组合并。",
                ),
            )
    return None


def _said(indicator: str, group: Group, answer: float | None) -> Text:
    if answer is None:
        return Text(
            f'nobody in the group "{group.name}" answered "{indicator}", so its weight there is unknown.',
            f"“{group.name}”组中无人回答“{indicator}”，无法得到其权重。",
        )
    return Text(
        f'everybody in the group "{group.name}" answered {answer:g} to "{indicator}", so it carries no weight there.',
        f"“{group.name}”组对“{indicator}”的回答全部为 {answer:g}，无法赋权。",
    )


def _pairs(study: Study, groups: list[Group], permutations: int) -> tuple[list[Pair], list[NoHonestAnswer]]:
    pairs, refused = [], []
    for a, b in combinations(groups, 2):
        try:
            both = dataclasses.replace(study, survey=together(a.survey, b.survey), missing=missing(study)).measured
            pair = Pair((a.name, b.name), both, (a.used, b.used), permutations)
            _ = pair.observed
        except NoHonestAnswer as refusal:
            refused.append(refusal)
        else:
            pairs.append(pair)
    return pairs, refused


def missing(study: Study) -> Missing:
    """Maximum likelihood would have to be found anew in each permutation; the answers that exist are then used pair by pair."""
    return "available" if study.missing == "em" else study.missing


def _too_few(column: str, groups: list[Group]) -> TooFewRespondents:
    listed = [f"{group.name} ({group.used})" for group in sorted(groups, key=lambda group: -group.used)]
    en, zh = ", ".join(listed[:10]) or "no group", "、".join(listed[:10]) or "没有分组"
    return TooFewRespondents(
        place=column,
        reason=Text(
            f"two groups of at least {FEWEST} respondents are needed; there is {en}{' …' if len(listed) > 10 else ''}.",
            f"至少需要两个不少于 {FEWEST} 名受访者的组；现有：{zh}{'……' if len(listed) > 10 else ''}。",
        ),
        remedy=Text(
            "Merge small groups, or compare by another column with --between.", "请合并较小的组，或用 --between 换一个分组列。"
        ),
    )
