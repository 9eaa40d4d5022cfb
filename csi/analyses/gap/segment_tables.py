"""The tables of gaps by segment: one row a group and latent, and for those who look closer one an indicator."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...model import OVERALL
from ...numerics.tests import holm
from ...results import Blank, Cell, Table
from ...terms import GAP_INDEX, GAP_LOWER, GAP_UPPER, INDICATOR, LATENT, LATENT_OR_OVERALL, P_VALUE, SEGMENT, N, Term, Text
from ...terms import bounded as with_ends
from .segments import Groups, subjects
from .terms import BEYOND, DIFFERENCE, count, points, probability

Array = NDArray[np.float64]
Subject = tuple[tuple[str, ...], Array]  # what the rows are of, and the weights of the pairs

_AGAINST = Term(
    "against",
    "Against",
    "对照",
    meaning=Text("Whom it is compared with.", "与谁比较。"),
    values={"others": Text("the others", "其余各组")},
)
_OTHERS = points("others", "Their gap", "对照组差距", Text("Gap of those it is compared with.", "对照组的差距。"), signed=True)
_ADJUSTED = probability(
    "p_adjusted",
    "p (Holm)",
    "p（Holm）",
    Text("Over the rows of the table; the overall rows are a family of their own.", "按表中各行校正；总体各行另作一组。"),
)
_VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text("Whether the gap differs from the others' beyond chance.", "与对照组的差别是否超出偶然。"),
    values=BEYOND,
)
_N_OTHERS = count("n_others", "n others", "对照 n")
_FIGURES = (
    SEGMENT, _AGAINST, GAP_INDEX, GAP_LOWER, GAP_UPPER, _OTHERS, *with_ends(DIFFERENCE), P_VALUE, _ADJUSTED, _VERDICT, N, _N_OTHERS,
)  # fmt: skip
_SHOWN = (
    "segment", "against", "difference", "difference_lower", "difference_upper", "verdict", "gap_index", "lower", "upper", "others", "n",
)  # fmt: skip
_TITLE = Text("Gaps by segment", "各群体的期望差距")
_ITEM_TITLE = Text("Gaps by segment and indicator", "各群体各指标的期望差距")


def segment_table(groups: Groups) -> Table:
    """One row a latent and group, the whole last. Two groups make one comparison, more are each compared with all others."""
    every = [((OVERALL if name is None else name,), weights) for name, weights in subjects(groups.pairs)]
    inside = [subject for subject in every if subject[0] != (OVERALL,)]
    rows = [*_rows(groups, inside), *_rows(groups, [subject for subject in every if subject not in inside])]
    strong = frozenset(at for at, row in enumerate(rows) if row[0] == OVERALL)
    return Table("segments", _TITLE, (LATENT_OR_OVERALL, *_FIGURES), tuple(rows), ("latent", *_SHOWN), strong)


def item_table(groups: Groups) -> Table:
    """The same of every indicator."""
    units = np.eye(len(groups.pairs.leaves))
    items = [((latent, leaf.name), units[at]) for at, (latent, leaf) in enumerate(groups.pairs.leaves)]
    rows = tuple(_rows(groups, items))
    return Table("segment_indicators", _ITEM_TITLE, (LATENT, INDICATOR, *_FIGURES), rows, ("indicator", *_SHOWN), detail=True)


def _rows(groups: Groups, family: Sequence[Subject]) -> list[tuple[Cell, ...]]:
    """The rows that share Holm's correction."""
    names = list(groups.members)
    compared = range(1 if len(names) == 2 else len(names))
    cases = [(subject, at) for subject in family for at in compared]
    p = np.array([groups.p(at, weights) for (_, weights), at in cases])
    adjusted = holm(p)
    return [_row(groups, subject, at, float(p[case]), float(adjusted[case])) for case, (subject, at) in enumerate(cases)]


def _row(groups: Groups, subject: Subject, at: int, p: float, adjusted: float) -> tuple[Cell, ...]:
    about, weights = subject
    names, flags = list(groups.members), list(groups.members.values())[at]
    n, n_others = groups.n(flags, weights), groups.n(groups.everybody & ~flags, weights)
    (own, others), drawn = groups.compared(at, weights), groups.drawn(at, weights)
    against = names[1] if len(names) == 2 else "others"
    gap = groups.made.bounded_by(float(own[0]), None if drawn is None else drawn[0], n)
    theirs = float(others[0]) if np.isfinite(others[0]) else Blank("no_answers")
    change = float(own[0] - others[0])
    difference = groups.made.bounded_by(change, None if drawn is None else drawn[0] - drawn[1], min(n, n_others))
    tested: tuple[Cell, Cell, Cell] = (Blank("no_spread"),) * 3
    if np.isfinite(p):
        beyond = adjusted < 1 - groups.study.confidence
        tested = (p, adjusted, ("below" if change < 0 else "above") if beyond else "alike")
    return (*about, names[at], against, *gap, theirs, *difference, *tested, n, n_others)
