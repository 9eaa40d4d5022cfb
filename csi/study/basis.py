"""The answers of a survey as a model arranges them, under one weighting and one policy for what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding
from ..model import FITTED, Model
from ..numerics import linear
from ..numerics.moments import Sums, point_sums
from ..numerics.sample import Sample
from ..survey import Survey
from . import checks, resampling, tree
from .arrangement import Arrangement, arrange
from .constructs import Constructs, constructs
from .incomplete import Incomplete, incomplete
from .items import weighted_items
from .respondents import Base, Missing, base

Array = NDArray[np.float64]
Scheme = Literal["path", "factorial", "centroid"]


@dataclass(frozen=True, eq=False)
class Basis:
    """Who counts, which column of numbers holds which answers, and their sums; each made once."""

    survey: Survey
    model: Model
    weights: str | None = field(default=None, kw_only=True)
    scheme: Scheme = field(default="path", kw_only=True)
    missing: Missing = field(default="available", kw_only=True)

    @property
    def weighting(self) -> str:
        """The weights in force."""
        return self.model.weighting if self.weights is None else self.weights

    @property
    def fitted(self) -> bool:
        """Whether the weights follow from the correlations of the answers."""
        return self.weighting in FITTED

    @property
    def respondents(self) -> int:
        """Respondents in the survey."""
        return self.survey.respondents

    @property
    def used(self) -> int:
        """Respondents who count."""
        return self.base.used

    @cached_property
    def base(self) -> Base:
        """The respondents who count, and how much."""
        return base(self.survey, self.model, self.missing)

    @cached_property
    def _items(self) -> tuple[frozenset[str], tuple[Finding, ...]]:
        return weighted_items(self.model, self.survey, self.base, self.weighting)

    @cached_property
    def _size(self) -> tuple[Finding, ...]:
        return checks.check_size(self.model, self.base) if self.fitted else ()

    @cached_property
    def arrangement(self) -> Arrangement:
        """Which column of numbers holds which answers."""
        _ = self._size, self._given
        return arrange(self.survey, self.model, self.base, self._items[0], interactions=self.weighting == "pls")

    @cached_property
    def constructs(self) -> Constructs:
        """The model in numbers: blocks, latents, interactions."""
        return constructs(self.arrangement, self.model, self.scheme, paths=self.weighting == "pls")

    @cached_property
    def _given(self) -> tuple[Finding, ...]:
        return tree.check_given(self.model) if self.weighting == "given" else ()

    @cached_property
    def item_correlations(self) -> Array:
        """(m, m) between the weighted items, made definite where pairs of answers contradicted each other. Needs a fitted weighting."""
        m = len(self.arrangement.items)
        r = self.sums.correlations()[:m, :m]
        return (linear.nearest_definite(r) if self.contradicted else r)[:, :, 0]

    def independent(self, columns: slice) -> float:
        """Effective number of respondents who answered all of these columns: Kish's, or the clusters where they are fewer."""
        whole = self.arrangement.seen[:, columns].all(axis=1)
        v = np.ones(int(whole.sum())) if self.base.case_weights is None else self.base.case_weights[whole]
        kish = float(v.sum() ** 2 / (v**2).sum()) if v.size else 0.0
        return kish if self.base.units is None else min(kish, float(np.unique(self.base.units[whole]).size))

    @property
    def _products(self) -> int:
        return self.arrangement.multiplied if self.fitted else 0

    @cached_property
    def sums(self) -> Sums:
        """Sums over all respondents who count."""
        if self._incomplete is not None:
            return self._incomplete.sums(self._products)
        return point_sums(self.arrangement.values, self.base.case_weights, self._products)

    @cached_property
    def sample(self) -> Sample:
        """The respondents as units that can be resampled."""
        if self._incomplete is not None:
            return self._incomplete.sample(self._products)
        b = self.base
        return Sample(self.arrangement.values, self._products, b.case_weights, b.units, b.strata)

    @cached_property
    def _incomplete(self) -> Incomplete | None:
        return incomplete(self.arrangement, self.base)

    @cached_property
    def contradicted(self) -> bool:
        """Whether pairwise correlations had to be made definite."""
        if self._products == 0:
            return False
        m = len(self.arrangement.items)
        r = self.sums.correlations()[:m, :m]
        checks.check_pairs(r, [leaf.name for leaf in self.arrangement.items])
        return self.sums.pair_weight is not None and linear.smallest_eigenvalue(r[:, :, 0]) < 1e-8

    def answered(self, columns: int | slice | list[int]) -> int:
        """How many respondents who count gave an answer in a column of the arrangement, or in any of several."""
        seen = self.arrangement.seen[:, columns]
        return int(seen.sum() if seen.ndim == 1 else seen.any(axis=1).sum())

    def _remarks(self) -> Iterator[Finding]:
        """What was noticed on the way to the sums."""
        yield from self.base.findings
        yield from self._items[1]
        yield from self._size
        yield from self._given
        yield from checks.model_remarks(self.model, self.weighting)
        yield from () if self._incomplete is None else self._incomplete.findings
        if self._products and "contradicted" in self.__dict__ and self.contradicted:
            yield resampling.repaired()
