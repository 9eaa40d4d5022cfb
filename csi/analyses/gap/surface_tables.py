"""The surface as tables: satisfaction where little or much was expected and had, and its coefficients."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Cell, Table
from ...terms import LATENT_OR_OVERALL, N, Term, Text
from ...terms import bounded as with_ends
from .surface import MIDDLE, STEP, Surface
from .terms import points, ratio

Array = NDArray[np.float64]

_LEVELS = (-1.0, 0.0, 1.0)  # standard deviations from the mean
_LEVEL_WORDS = {
    "low": Text("low", "低"),
    "middle": Text("middle", "中"),
    "high": Text("high", "高"),
}
_EXPECTED = Term("expectation_level", "Expected", "期望", values=_LEVEL_WORDS)
_EXPERIENCED = Term("experience_level", "Experienced", "体验", values=_LEVEL_WORDS)
_EXPECTATION = points("expectation_at", "Expected (points)", "期望（点）")
_EXPERIENCE = points("experience_at", "Experienced (points)", "体验（点）")
_SATISFACTION = points(
    "satisfaction", "Satisfaction", "满意度", Text("On the surface, at these two levels.", "响应面在这两个水平处的取值。")
)
_PREDICTED = (LATENT_OR_OVERALL, _EXPECTED, _EXPERIENCED, _EXPECTATION, _EXPERIENCE, *with_ends(_SATISFACTION), N)
_PREDICTED_TITLE = Text("Satisfaction by what was expected and what was had", "不同期望与体验水平下的满意度")

_TERM = Term(
    "coefficient_of",
    "Of",
    "项",
    values={
        "constant": Text("constant (b0)", "常数项（b0）"),
        "experience": Text("experience (b1)", "体验（b1）"),
        "expectation": Text("expectation (b2)", "期望（b2）"),
        "experience_squared": Text("experience² (b3)", "体验²（b3）"),
        "product": Text("experience × expectation (b4)", "体验 × 期望（b4）"),
        "expectation_squared": Text("expectation² (b5)", "期望²（b5）"),
        "agreement_slope": Text("both rise together (b1 + b2)", "两侧同升（b1 + b2）"),
        "agreement_curvature": Text("the same, curvature (b3 + b4 + b5)", "同升的曲率（b3 + b4 + b5）"),
        "difference_slope": Text("experience up, expectation down (b1 − b2)", "体验升、期望降（b1 − b2）"),
        "difference_curvature": Text("the same, curvature (b3 − b4 + b5)", "该方向的曲率（b3 − b4 + b5）"),
    },
)
_COEFFICIENT = ratio(
    "coefficient",
    "Points of satisfaction",
    "满意度点数",
    Text("For ten points; zero is the middle of the scale.", "以 10 点为单位，零点为量表中点。"),
    signed=True,
)
_COEFFICIENTS = (LATENT_OR_OVERALL, _TERM, *with_ends(_COEFFICIENT), N)
_COEFFICIENTS_TITLE = Text("Coefficients of the surface", "响应面系数")
_NAMES = tuple(_TERM.values)


def predicted_table(surfaces: Sequence[Surface]) -> Table:
    """Nine rows a surface: one standard deviation below the mean, the mean, one above, of either side, inside 0-100."""
    rows = tuple(row for one in surfaces for row in _predicted(one))
    shown = (
        "latent",
        "expectation_level",
        "experience_level",
        "expectation_at",
        "experience_at",
        "satisfaction",
        "satisfaction_lower",
        "satisfaction_upper",
    )
    return Table("predicted", _PREDICTED_TITLE, _PREDICTED, rows, shown if len(surfaces) > 1 else shown[1:])


def coefficient_table(surfaces: Sequence[Surface]) -> Table:
    """Ten rows a surface: its coefficients, and its slope and curvature along the two diagonals."""
    rows = tuple(
        (one.name, name, *one.made.bounded(*_place(at), one.n, "singular"), one.n)
        for one in surfaces
        for at, name in enumerate(_NAMES)
    )
    return Table("surface", _COEFFICIENTS_TITLE, _COEFFICIENTS, rows, detail=True)


def _place(at: int) -> tuple[str, int]:
    return ("coefficients", at) if at < 6 else ("lines", at - 6)


def _predicted(one: Surface) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for expected, e_word in zip(_levels(one, 1), _LEVEL_WORDS, strict=True):
        for had, p_word in zip(_levels(one, 0), _LEVEL_WORDS, strict=True):
            p, e = (had - MIDDLE) / STEP, (expected - MIDDLE) / STEP
            at = np.array([1.0, p, e, p * p, p * e, e * e])
            value = float(at @ one.made.point["coefficients"][:, 0])
            draws = None if one.made.draws is None else at @ one.made.draws["coefficients"]
            cells = one.made.bounded_by(value, draws, one.n, "singular")
            rows.append((one.name, e_word, p_word, expected, had, *cells, one.n))
    return rows


def _levels(one: Surface, side: int) -> list[float]:
    centre, spread = (one.made.value(key, side) for key in ("centre", "spread"))
    return [float(np.clip(centre + step * spread, 0, 100)) for step in _LEVELS]


def is_known(one: Surface) -> bool:
    """Whether its coefficients exist."""
    return not isinstance(one.made.bounded("coefficients", 1, one.n)[0], Blank)
