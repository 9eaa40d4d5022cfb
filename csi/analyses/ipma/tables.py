"""The tables of an importance-performance map: one row a latent, one row an indicator, in the model's order."""

from __future__ import annotations

from ...model import Indicator, Latent
from ...results import Blank, Cell, Table
from ...terms import INDICATOR, LATENT, LOWER, STANDARD_ERROR, UPPER, N, Text
from ..quadrant_terms import PROBABILITY
from .figures import Map, Points
from .terms import (
    IMPORTANCE,
    IMPORTANCE_ERROR,
    IMPORTANCE_LOWER,
    IMPORTANCE_UPPER,
    PERFORMANCE,
    QUADRANT,
    STANDARDISED,
)

Row = tuple[Cell, ...]

_IMPORTANCE = (IMPORTANCE, IMPORTANCE_ERROR, IMPORTANCE_LOWER, IMPORTANCE_UPPER)
_PERFORMANCE = (PERFORMANCE, STANDARD_ERROR, LOWER, UPPER)
_SHOWN = ("importance", "importance_lower", "importance_upper", "performance", "lower", "upper", "quadrant", "probability")


def construct_table(drawn: Map) -> Table:
    """One row a latent; the target is marked."""
    latents = drawn.study.model.latents
    rows = tuple(_latent_row(drawn, latent) for latent in latents)
    columns = (LATENT, *_IMPORTANCE, *_PERFORMANCE, STANDARDISED, QUADRANT, PROBABILITY, N)
    strong = frozenset(row for row, latent in enumerate(latents) if latent.name == drawn.target)
    title = Text("Latents: importance and performance", "潜变量：重要性与绩效")
    return Table("constructs", title, columns, rows, ("latent", *_SHOWN), strong)


def indicator_table(drawn: Map) -> Table:
    """One row an indicator."""
    rows = tuple(_indicator_row(drawn, latent, leaf) for latent, leaf in drawn.study.model.indicators)
    columns = (LATENT, INDICATOR, *_IMPORTANCE, *_PERFORMANCE, QUADRANT, PROBABILITY, N)
    title = Text("Indicators: importance and performance", "指标：重要性与绩效")
    return Table("indicators", title, columns, rows, ("latent", "indicator", *_SHOWN))


def _latent_row(drawn: Map, latent: Latent) -> Row:
    study = drawn.study
    if latent.name not in drawn.names:
        columns = [study.arrangement.column("item", leaf.name) for leaf in latent.leaves()]
        answered = study.answered([at for at in columns if at is not None])
        return (latent.name, *[Blank("no_weight" if answered else "no_answers")] * 11, answered)
    at = drawn.names.index(latent.name)
    n = study.answered(study.arrangement.blocks()[at])
    performance = _performance(drawn.latents, at, n)
    if latent.name in study.negative_items():
        performance = (Blank("negative_weight"),) * 4
    if latent.name not in drawn.leading:
        absent = Blank("is_target" if latent.name == drawn.target else "no_path")
        return (latent.name, *[absent] * 4, *performance, absent, absent, absent, n)
    quadrant, probability = _quadrant(drawn.latents, at, n)
    importance = _importance(drawn.latents, at, study.used)
    return (latent.name, *importance, *performance, drawn.standardised(latent.name), quadrant, probability, n)


def _indicator_row(drawn: Map, latent: str, leaf: Indicator) -> Row:
    study = drawn.study
    column = study.arrangement.column("item", leaf.name)
    if column is None:
        return (latent, leaf.name, *[Blank("no_answers")] * 10, 0)
    n = study.answered(column)
    items = [item.name for item in study.arrangement.items]
    if leaf.name not in items:
        return (latent, leaf.name, *[Blank("constant")] * 10, n)
    at = items.index(leaf.name)
    importance, performance = _importance(drawn.items, at, study.used), _performance(drawn.items, at, n)
    if latent in drawn.leading:
        return (latent, leaf.name, *importance, *performance, *_quadrant(drawn.items, at, n), n)
    if latent == drawn.target:
        return (latent, leaf.name, *importance, *performance, *[Blank("is_target")] * 2, n)
    absent = Blank("no_path")
    return (latent, leaf.name, *[absent] * 4, *performance, absent, absent, n)


def _importance(points: Points, at: int, n: int) -> Row:
    return (float(points.importance[at, 0]), *points.importance_spread(at, n))


def _performance(points: Points, at: int, n: int) -> Row:
    return (float(points.performance[at, 0]), *points.performance_spread(at, n))


def _quadrant(points: Points, at: int, n: int) -> Row:
    return points.quadrant(at), points.probability(at, n)
