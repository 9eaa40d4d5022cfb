"""Is a gap score fair here? How reliable the difference is, and whether satisfaction goes with it as a difference at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...model import OVERALL
from ...numerics import difference_score
from ...numerics.moments import Sums
from ...numerics.tests import holm
from ...results import Blank, Cell, Table
from ...study.aside import Bounded, aside
from ...terms import LATENT_OR_OVERALL, N, Term, Text
from ...terms import bounded as with_ends
from .outcome import Outcome
from .people import People
from .surface import Surface, surface_of
from .terms import DF_BETWEEN, DF_WITHIN, F, probability, ratio

Array = NDArray[np.float64]

RELIABLE = 0.70  # from which on a difference is taken as reliable enough

FAIR = Term(
    "verdict",
    "Gap score",
    "差距得分",
    meaning=Text(
        "Whether satisfaction goes with the difference alone, beyond chance in the other case.",
        "满意度是否只取决于差值；若检验拒绝，则差距得分不合适。",
    ),
    values={
        "fair": Text("not refuted", "未被否定"),
        "unfair": Text("refuted", "被否定"),
    },
)
_ALPHA_P = ratio("alpha_experience", "α of experience", "体验的 α", digits=2)
_ALPHA_E = ratio("alpha_expectation", "α of expectation", "期望的 α", digits=2)
_R = ratio("correlation", "Their correlation", "两者相关", digits=2)
_RELIABILITY = ratio(
    "reliability",
    "Reliability of the gap",
    "差距的信度",
    Text("Of the difference of the two sides; .70 or more is the usual wish.", "两侧之差的信度，通常希望不低于 0.70。"),
    digits=2,
)
_R_GAP = ratio("r_squared_gap", "R² of the gap", "差距的 R²")
_R_SIDES = ratio("r_squared_sides", "R² of both sides", "两侧的 R²")
_R_SURFACE = ratio("r_squared_surface", "R² of the surface", "响应面的 R²")
_TEST = Term("test", "Test", "检验", values={"F": Text("F", "F 检验"), "wald": Text("Wald", "Wald 检验")})
_P = probability("p", "p", "p", Text("Of b1 = −b2 and no higher terms.", "检验 b1 = −b2 且高次项为零。"))
_P_LINEAR = probability("p_sides", "p, both sides alike", "p（两侧等值）", Text("Of b1 = −b2 alone.", "仅检验 b1 = −b2。"))
_P_CURVED = probability("p_curvature", "p, no curvature", "p（无曲率）", Text("Of squares and product.", "检验平方项与乘积项。"))
_ADJUSTED = probability(
    "p_adjusted",
    "p (Holm)",
    "p（Holm）",
    Text("Over the latents; the overall row stands alone.", "按潜变量校正；总体一行单独检验。"),
)
_COLUMNS = (
    LATENT_OR_OVERALL, _ALPHA_P, _ALPHA_E, _R, *with_ends(_RELIABILITY), _R_GAP, _R_SIDES, _R_SURFACE, _TEST, F,
    DF_BETWEEN, DF_WITHIN, _P, _ADJUSTED, _P_LINEAR, _P_CURVED, FAIR, N,
)  # fmt: skip
_RELIABILITY_SHOWN = ("latent", "reliability", "reliability_lower", "reliability_upper")
_SHOWN = (*_RELIABILITY_SHOWN, "r_squared_gap", "r_squared_surface", "p", "p_adjusted", "verdict")
_TITLE = Text("Is a gap score fair here?", "这里用差距得分合适吗？")


@dataclass(frozen=True, eq=False)
class Subject:
    """A latent, or all of them: its questions' places among the pairs, and each respondent's two sides (n,)."""

    name: str
    items: NDArray[np.intp]
    experience: Array
    expectation: Array


def subjects_of(people: People) -> list[Subject]:
    """The latents, and where there are several what they make together."""
    had, expected = people.dimensions(people.experience), people.dimensions(people.expectation)
    every = [
        Subject(name, np.flatnonzero(people.owners == d), had[:, d], expected[:, d])
        for d, name in enumerate(people.pairs.latents)
    ]
    if len(every) > 1:
        every.append(Subject(OVERALL, np.arange(len(people.owners)), had.mean(axis=1), expected.mean(axis=1)))
    return every


def surfaces_of(people: People, subjects: Sequence[Subject], outcome: Outcome | None) -> list[Surface | None]:
    """The surface of each subject; None without an outcome, or where too few answered."""
    if outcome is None:
        return [None for _ in subjects]
    return [surface_of(people.study, outcome, one.experience, one.expectation, one.name) for one in subjects]


def fairness_table(people: People, subjects: Sequence[Subject], surfaces: Sequence[Surface | None]) -> Table:
    """One row a latent, the last one overall."""
    family = len(subjects) - (len(subjects) > 1)
    p = np.array([np.nan if one is None or one.whole is None else one.whole.p for one in surfaces])
    adjusted = np.concatenate([holm(p[:family]), p[family:]])
    reliable = _reliabilities(people, subjects)
    rows = tuple(
        (one.name, *reliable[at][:-1], *_tested(people, surfaces[at], float(adjusted[at])), reliable[at][-1])
        for at, one in enumerate(subjects)
    )
    strong = frozenset({family}) if len(subjects) > 1 else frozenset()
    tested = any(one is not None for one in surfaces)
    return Table("fairness", _TITLE, _COLUMNS, rows, _SHOWN if tested else _RELIABILITY_SHOWN, strong)


def _reliabilities(people: People, subjects: Sequence[Subject]) -> list[tuple[Cell, ...]]:
    """Both alphas, correlation, reliability with its ends, and n, a subject."""
    sides = [(people.experience[:, one.items], people.expectation[:, one.items]) for one in subjects]
    blocks = [difference_score.columns(had, expected) for had, expected in sides]
    starts = np.cumsum([0, *(block.shape[1] for block in blocks)])

    def figures(sums: Sums) -> Mapping[str, Array]:
        made = [difference_score.reliability(sums, int(starts[at]), len(one.items)) for at, one in enumerate(subjects)]
        return {key: np.stack([one[key] for one in made]) for key in made[0]}

    drawn = aside(people.study, np.column_stack(blocks), figures, key="fairness")
    found: list[tuple[Cell, ...]] = []
    for at, one in enumerate(subjects):
        n = int(np.isfinite(blocks[at][:, 0]).sum())
        reason = "single_item" if len(one.items) == 1 else "undefined"
        values = [drawn.bounded(key, at, n, reason)[0] for key in ("alpha_first", "alpha_second")]
        correlation = drawn.bounded("correlation", at, n)[0]
        ends: Bounded = drawn.bounded("reliability", at, n, reason)
        found.append((*values, correlation, *ends, n))
    return found


def _tested(people: People, surface: Surface | None, adjusted: float) -> tuple[Cell, ...]:
    if surface is None:
        return (*[Blank("no_outcome")] * 3, None, *[Blank("no_outcome")] * 8)
    squares = [Blank("singular") if not np.isfinite(value) else float(value) for value in surface.r_squared]
    if surface.whole is None:
        reason = Blank(surface.reason)
        return (*squares, surface.test, *[reason] * 8)
    whole = surface.whole
    parts = [Blank(surface.reason) if part is None else part.p for part in (surface.sides, surface.curvature)]
    verdict = "unfair" if adjusted < 1 - people.study.confidence else "fair"
    return (*squares, surface.test, whole.f, whole.between, whole.within, whole.p, adjusted, *parts, verdict)
