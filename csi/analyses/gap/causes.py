"""Why an experience falls short: is the expectation higher than elsewhere, or the experience poorer than elsewhere?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ...results import Blank, Cell, Table, number
from ...study import Study
from ...study.pairs import Pairs
from ...terms import GAP_INDEX, INDICATOR, LATENT, N, Term, Text, bounded
from .terms import points

Array = NDArray[np.float64]

QUARTER = 0.25
CAUSE = Term(
    "cause",
    "What stands out",
    "突出的一侧",
    meaning=Text(
        "Which side differs from the other indicators beyond chance, where the gap falls short.",
        "在未达到期望的指标中，哪一侧与其他指标相比有超出偶然的差别。",
    ),
    values={
        "expectation": Text("too high an expectation", "期望偏高"),
        "experience": Text("too poor an experience", "体验偏差"),
        "both": Text("both", "两者兼有"),
        "neither": Text("neither stands out", "两侧均不突出"),
    },
)
_EXPECTED = points(
    "expectation_against",
    "Expected, against the others",
    "期望与其他指标之差",
    Text("Expectation less the mean expectation of the other indicators.", "该指标的期望减去其他指标期望的平均值。"),
    signed=True,
)
_EXPERIENCED = points(
    "experience_against",
    "Experienced, against the others",
    "体验与其他指标之差",
    Text("Experience less the mean experience of the other indicators.", "该指标的体验减去其他指标体验的平均值。"),
    signed=True,
)
_COLUMNS = (LATENT, INDICATOR, GAP_INDEX, *bounded(_EXPECTED), *bounded(_EXPERIENCED), CAUSE, N)
_SHOWN = (
    "indicator", "gap_index", "expectation_against", "expectation_against_lower", "expectation_against_upper",
    "experience_against", "experience_against_lower", "experience_against_upper", "cause",
)  # fmt: skip
_TITLE = Text("Too high an expectation, or too poor an experience?", "是期望过高，还是体验不足？")


def cause_table(study: Study, pairs: Pairs, gaps: Table) -> Table:
    """One row an indicator with a gap, the one that falls shortest first. gaps: the table of all of them."""
    found = {str(row["indicator"]): row for row in gaps.records() if isinstance(row["gap_index"], float)}
    rows = [_row(study, pairs, at, leaf.name, found) for at, (_, leaf) in enumerate(pairs.leaves) if leaf.name in found]
    return Table("causes", _TITLE, _COLUMNS, tuple(sorted(rows, key=lambda row: number(row[2]))), _SHOWN)


def _row(study: Study, pairs: Pairs, at: int, name: str, gaps: Mapping[str, Mapping[str, Cell]]) -> tuple[Cell, ...]:
    latent, n = pairs.leaves[at][0], int(number(gaps[name]["n"]))
    expectation, experience = (_against(study, pairs, at, n, expected=expected) for expected in (True, False))
    cause = _cause(expectation, experience) if gaps[name]["verdict"] == "below" else None
    return (latent, name, gaps[name]["gap_index"], *expectation, *experience, cause, n)


def _against(study: Study, pairs: Pairs, at: int, n: int, *, expected: bool) -> tuple[Cell, Cell, Cell]:
    """One side of an indicator less the mean of that side over the others, with its interval."""
    if len(pairs.leaves) < 2:
        return (Blank("nothing_to_compare"),) * 3
    value = float(_apart(pairs.side(expected, drawn=False).index, at)[0])
    draws = None if study.replicates is None else _apart(pairs.side(expected, drawn=True).index, at)
    return (value, *study.spread(draws, n)[1:])


def _apart(index: Array, at: int) -> Array:
    """(B,) the row less the mean of the other rows; a row that a resample left empty is not among them."""
    others = np.delete(index, at, axis=0)
    seen = np.isfinite(others)
    with np.errstate(invalid="ignore", divide="ignore"):
        away: Array = index[at] - np.where(seen, others, 0.0).sum(axis=0) / seen.sum(axis=0)
    return away


def _cause(expectation: Sequence[Cell], experience: Sequence[Cell]) -> Cell:
    """By the intervals: a side stands out when its interval leaves zero on the side that widens the gap.

    Both do only where each makes up a quarter at least of what they add to the gap together.
    """
    ends = expectation[1], experience[2]
    blank = next((end for end in ends if isinstance(end, Blank)), None)
    if blank is not None:
        return blank
    high, poor = number(ends[0]) > 0, number(ends[1]) < 0
    if high and poor:
        part = number(expectation[0]) / (number(expectation[0]) - number(experience[0]))
        return "both" if QUARTER <= part <= 1 - QUARTER else "expectation" if part > QUARTER else "experience"
    return "expectation" if high else "experience" if poor else "neither"
