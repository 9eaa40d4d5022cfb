"""The two tables of gaps: one row an indicator, one row a latent."""

from __future__ import annotations

import dataclasses

import numpy as np

from ...model import OVERALL
from ...numerics.tests import holm
from ...results import Blank, Cell, Figure, Table, number
from ...study import Study
from ...study.pairs import Combination, Pairs
from ...terms import (
    EXPECTATION,
    EXPECTATION_INDEX,
    EXPERIENCE,
    EXPERIENCE_INDEX,
    GAP,
    GAP_INDEX,
    GAP_LOWER,
    GAP_UPPER,
    INDICATOR,
    LATENT,
    LATENT_OR_OVERALL,
    P_ADJUSTED,
    P_VALUE,
    STANDARD_ERROR,
    VERDICT,
    N,
    T,
    Text,
)

TITLE = Text("Expectation gaps", "期望差距")
LATENT_TITLE = Text("Expectation gaps by latent", "各潜变量的期望差距")
_FIGURES = (
    EXPECTATION_INDEX,
    EXPERIENCE_INDEX,
    GAP_INDEX,
    STANDARD_ERROR,
    GAP_LOWER,
    GAP_UPPER,
    T,
    P_VALUE,
    P_ADJUSTED,
    VERDICT,
    N,
)
_SHOWN = ("expectation_index", "experience_index", "gap_index", "lower", "upper", "verdict", "n")


def headline(study: Study, pairs: Pairs) -> Figure | None:
    """The overall gap; None where nobody answered both sides of anything."""
    if not pairs.leaves:
        return None
    whole = pairs.of_latent(None)
    reason = _meaningless(whole)
    if reason is not None:
        return Figure(GAP_INDEX, reason, reason, reason, reason, about=OVERALL, n=whole.n)
    spread = study.spread(pairs.draws(whole), whole.n)
    return Figure(GAP_INDEX, pairs.value(whole), *spread, about=OVERALL, n=whole.n)


def indicator_gaps(study: Study, pairs: Pairs) -> Table:
    """One row an indicator that has an expectation; those that nobody answered whole stand last."""
    ones = [pairs.one(row) for row in range(len(pairs.leaves))]
    figures = _rows(study, pairs, ones, family=len(ones))
    rows: list[tuple[Cell, ...]] = []
    for row, (latent, leaf) in enumerate(pairs.leaves):
        rows.append((latent, leaf.name, *_answer_units(pairs, row), *figures[row]))
    paired = {leaf.name for _, leaf in pairs.leaves}
    for latent, leaf in study.model.indicators:
        if leaf.expectation is not None and leaf.name not in paired:
            rows.append((latent, leaf.name, *[Blank("no_pairs")] * 13, 0))
    columns = (LATENT, INDICATOR, EXPECTATION, EXPERIENCE, GAP, *_FIGURES)
    return Table("gaps", TITLE, columns, tuple(rows), ("indicator", *_SHOWN))


def large(table: Table, at_least: float) -> Table:
    """The rows whose gap is at least so large, and those without one, whose reason must be seen."""
    gaps = table.column("gap_index")
    kept = [row for row, cell in zip(table.rows, gaps, strict=True) if isinstance(cell, Blank) or abs(number(cell)) >= at_least]
    return dataclasses.replace(table, rows=tuple(kept))


def latent_gaps(study: Study, pairs: Pairs) -> Table:
    """One row a latent, and the whole where there are several."""
    names: list[str | None] = [*pairs.latents]
    family = len(names)
    names += [None] if family > 1 else []
    figures = _rows(study, pairs, [pairs.of_latent(name) for name in names], family=family)
    rows = tuple((OVERALL if name is None else name, *cells) for name, cells in zip(names, figures, strict=True))
    strong = frozenset({family}) if family > 1 else frozenset()
    return Table("latents", LATENT_TITLE, (LATENT_OR_OVERALL, *_FIGURES), rows, ("latent", *_SHOWN), strong)


def _rows(study: Study, pairs: Pairs, combinations: list[Combination], *, family: int) -> list[tuple[Cell, ...]]:
    """The figures of each combination; the first `family` of them share Holm's correction, the rest stand alone."""
    tests = [pairs.test(combination) if combination.n > 1 else None for combination in combinations]
    p = np.array([np.nan if test is None else test[1] for test in tests])
    adjusted = np.concatenate([holm(p[:family]), p[family:]])
    return [_row(study, pairs, c, test, adj) for c, test, adj in zip(combinations, tests, adjusted, strict=True)]


def _row(
    study: Study, pairs: Pairs, combination: Combination, test: tuple[float, float] | None, adjusted: float
) -> tuple[Cell, ...]:
    reason = _meaningless(combination)
    if reason is not None:
        return (*[reason] * 10, combination.n)
    expectation = float(combination.point @ pairs.side(expected=True, drawn=False).index[:, 0])
    experience = float(combination.point @ pairs.side(expected=False, drawn=False).index[:, 0])
    value = pairs.value(combination)
    spread = study.spread(pairs.draws(combination), combination.n)
    return (expectation, experience, value, *spread, *_tested(study, value, test, adjusted, combination.n), combination.n)


def _meaningless(combination: Combination) -> Blank | None:
    """Why a combined gap has no meaning, or None."""
    if combination.negative:
        return Blank("negative_weight")
    return None if combination.point.any() else Blank("no_weight")


def _tested(
    study: Study, value: float, test: tuple[float, float] | None, adjusted: float, n: int
) -> tuple[Cell, Cell, Cell, Cell]:
    if test is None:
        absent = Blank("no_spread" if n > 1 else "too_few_respondents")
        return absent, absent, absent, _alike(value) if n > 1 else absent
    beyond = adjusted < 1 - study.confidence
    verdict = ("below" if value < 0 else "exceeds") if beyond else "meets"
    return test[0], test[1], float(adjusted), verdict


def _alike(value: float) -> str:
    """The verdict on a gap that is the same for everybody: no chance is left in it."""
    return "meets" if abs(value) < 1e-9 else "below" if value < 0 else "exceeds"


def _answer_units(pairs: Pairs, row: int) -> tuple[Cell, Cell, Cell]:
    a, name = pairs.study.arrangement, pairs.leaves[row][1].name
    expectation = float(pairs.side(expected=True, drawn=False).means[row, 0])
    experience = float(pairs.side(expected=False, drawn=False).means[row, 0])
    here, there = a.scales[a.at["experience", name]], a.scales[a.at["expectation", name]]
    same = (here.lowest, here.highest) == (there.lowest, there.highest)
    return expectation, experience, experience - expectation if same else Blank("not_applicable")
