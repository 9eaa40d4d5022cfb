"""The weighted items of a study by maximum likelihood, where answers to them are missing (`--missing em`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import CsiError, NoHonestAnswer, NotConverged, TooFewRespondents
from ..findings import Finding
from ..numerics import em
from ..numerics.em_influence import Influence
from ..numerics.moments import Sums, point_sums
from ..numerics.sample import Sample
from ..terms import Text
from .arrangement import Arrangement
from .respondents import Base

Array = NDArray[np.float64]

_NAMED = 6  # items that an error names at most


@dataclass(frozen=True, eq=False)
class Incomplete:
    """Sums and resamples in which the m weighted items have no holes left; all other columns keep the answers they have."""

    arrangement: Arrangement
    base: Base

    @cached_property
    def fit(self) -> em.Fit:
        """The estimate. Raises NoHonestAnswer, TooFewRespondents, NotConverged."""
        a, m = self.arrangement, len(self.arrangement.items)
        if a.crossed:
            raise _not_with_interactions()
        if m > em.MOST_ITEMS:
            raise _too_many(m)
        found = em.fit(a.values[:, :m], self.base.case_weights)
        if found.trouble is not None:
            raise _trouble(found, [leaf.name for leaf in a.items])
        return found

    def sums(self, products: int) -> Sums:
        """Sums over all respondents: what the estimate would add up to. products: m, or 0 where nobody reads them."""
        m = len(self.arrangement.items)
        known = point_sums(self.arrangement.values, self.base.case_weights, 0)
        weight, total = known.weight.copy(), known.total.copy()
        away = self.fit.mean - known.shift[:m]
        weight[:m] = self.fit.patterns.weight
        total[:m, 0] = weight[:m, 0] * away
        square = self.fit.covariance + np.multiply.outer(away, away)
        product = weight[0] * square[np.triu_indices(m)][:, None]
        return Sums(weight, total, known.shift, product if products else None)

    def sample(self, products: int) -> Sample:
        """The respondents with their influence on the estimate in place of the answers to the items."""
        a, b, m = self.arrangement, self.base, len(self.arrangement.items)
        influence = Influence(self.fit)
        values = np.concatenate([influence.answers, a.values[:, m:]], axis=1)
        corrections = influence.corrections if products else None
        return Sample(values, products, b.case_weights, b.units, b.strata, corrections)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """How much was missing, and what that means for gaps."""
        holes = np.isnan(self.arrangement.values[:, : len(self.arrangement.items)])
        text = Text(
            "{count} {count:answer|answers} to {items} of the {all} weighted items {count:is|are} missing; their means and covariances are "
            "maximum-likelihood estimates (EM), and a gap still counts those who answered both sides",
            "{all} 个加权指标中有 {items} 个共缺失 {count} 个答案；其均值与协方差为极大似然估计（EM），差距仍只统计两项都作答者",
        )
        values = {"items": int(holes.any(axis=0).sum()), "all": holes.shape[1]}
        return (Finding("missing_em", "info", text, count=int(holes.sum()), values=values),)


def incomplete(arrangement: Arrangement, base: Base) -> Incomplete | None:
    """The items' estimate, or None where nothing has to be estimated."""
    answers = arrangement.values[:, : len(arrangement.items)]
    if not base.estimated or not np.isnan(answers).any():
        return None
    if not (np.fmin.reduce(answers, axis=0) < np.fmax.reduce(answers, axis=0)).any():
        return None  # where nothing varies, the answers there are tell all
    return Incomplete(arrangement, base)


def _trouble(found: em.Fit, names: list[str]) -> CsiError:
    blamed = [names[item] for item in found.items]
    place = " × ".join(blamed) if len(blamed) <= _NAMED else f"{', '.join(blamed[:_NAMED])}, …"
    m = len(found.moving)
    if found.trouble == "few":
        return TooFewRespondents(
            place="--missing em",
            reason=Text(
                f"means and covariances of {m} items need more than {m} respondents who answered something.",
                f"估计 {m} 个指标的均值与协方差，至少需要 {m + 1} 名有作答的受访者。",
            ),
            remedy=_AVAILABLE,
        )
    if found.trouble == "unsettled":
        return NotConverged(
            place="--missing em",
            reason=Text(
                f"means and covariances still move by {found.last_change:.1g} standard deviations after {found.iterations} rounds: "
                f"too much is missing for {m} items.",
                f"{found.iterations} 次迭代后均值与协方差仍变动 {found.last_change:.1g} 个标准差：就 {m} 个指标而言缺失过多。",
            ),
            remedy=_AVAILABLE,
        )
    return NoHonestAnswer(place=place, reason=_REASONS[str(found.trouble)], remedy=_OTHERWISE)


_AVAILABLE = Text("Use --missing available.", "请使用 --missing available。")
_OTHERWISE = Text(
    "Use --missing available or mean, or drop one of these indicators.",
    "请使用 --missing available 或 mean，或删除其中一个指标。",
)
_REASONS = {
    "apart": Text(
        "nobody answered both, so no estimate can know how they go together.", "没有人同时回答两题，无从估计其协方差。"
    ),
    "singular": Text(
        "in the answers that exist one of these follows from the others (twins, or too few answers to all of them), "
        "so EM has no solution.",
        "就现有答案而言，其中一题可由其他题推出（题目重复，或同时作答者过少），EM 无解。",
    ),
    "flat": Text(
        "the answers given leave their mean or covariance open, so EM has many solutions.",
        "现有答案不足以确定其均值或协方差，EM 的解不唯一。",
    ),
}


def _too_many(m: int) -> NoHonestAnswer:
    return NoHonestAnswer(
        place="--missing em",
        reason=Text(
            f"EM takes up to {em.MOST_ITEMS} items, and {m} carry a weight.",
            f"EM 最多支持 {em.MOST_ITEMS} 个指标，现有 {m} 个加权指标。",
        ),
        remedy=_AVAILABLE,
    )


def _not_with_interactions() -> NoHonestAnswer:
    return NoHonestAnswer(
        place="--missing em",
        reason=Text(
            "the model has interactions, and products of answers are not normal, so EM would bias them.",
            "模型含交互项，而答案的乘积不服从正态分布，EM 会产生偏差。",
        ),
        remedy=Text(
            "Use --missing available, or a model without interactions.", "请使用 --missing available，或删除模型中的交互项。"
        ),
    )
