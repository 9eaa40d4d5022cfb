"""One row an indicator: importance, performance, where that puts it, and what other measures of importance say."""

from __future__ import annotations

from ...model import Indicator
from ...results import Blank, Cell, Number, Table
from ...study import Study
from ...terms import INDICATOR, LATENT, LOWER, UPPER, N, Text
from ..quadrant_terms import PROBABILITY
from . import terms as t
from .beside import Beside
from .quadrants import DECIDED, Quadrants
from .sources import Kind, blank_or

Row = tuple[Cell, ...]
_OTHERS: tuple[Kind, ...] = ("stated", "derived", "correlation", "revised")


def quadrant_table(study: Study, points: Quadrants, others: Beside) -> Table:
    """The points of the map, and rated indicators that nobody answered, in the model's order."""
    kind = points.source.kind
    columns = (
        *(LATENT, INDICATOR, *t.IMPORTANCE[kind], t.PERFORMANCE, LOWER, UPPER, t.QUADRANT, PROBABILITY, t.UNSURE),
        *(t.STATED, t.DERIVED, t.CORRELATION, t.REVISED, t.DISTANCE, t.DISTANCE_LOWER, t.DISTANCE_UPPER, N, t.IMPORTANCE_N),
    )
    rows = tuple(
        _row(study, points, others, latent, leaf)
        for latent, leaf in study.model.indicators
        if leaf.name in points.source.names or leaf.name in points.source.unanswered
    )
    return Table("quadrants", Text("Where the indicators lie", "各指标的位置"), columns, rows, _shown(kind, others))


def _shown(kind: Kind, others: Beside) -> tuple[str, ...]:
    """Beside the importance of the map that of the other camp, where there is one."""
    other = "derived" if kind == "stated" else "stated"
    beside = (other,) if others.has(other) else ()  # type: ignore[arg-type]
    ends = ("importance_lower", "importance_upper"), ("lower", "upper")
    return ("indicator", "importance", *ends[0], "performance", *ends[1], "quadrant", "probability", *beside)


def _row(study: Study, points: Quadrants, others: Beside, latent: str, leaf: Indicator) -> Row:
    column = study.arrangement.column("item", leaf.name)
    n = 0 if column is None else study.answered(column)
    told = tuple(_other(others, known, leaf.name) for known in _OTHERS)
    if leaf.name not in points.source.names:
        return (latent, leaf.name, *[Blank("no_answers")] * 9, *told, *[Blank("no_answers")] * 3, n, 0)
    at = points.source.names.index(leaf.name)
    rated = points.source.rated[at]
    both = min(n, rated)
    importance = _bounded(points, 0, at, rated)
    performance = _bounded(points, 1, at, n)
    certainty = points.probability(at, both)
    unsure: Cell = certainty if isinstance(certainty, Blank) else certainty < DECIDED
    place = (points.quadrant(at), certainty, unsure)
    return (latent, leaf.name, *importance, *performance, *place, *told, *points.distance(at, both), n, rated)


def _bounded(points: Quadrants, which: int, at: int, n: int) -> tuple[Number, Number, Number]:
    source = points.source
    value = blank_or((source.importance, source.performance)[which][at, 0], source.reason)
    if isinstance(value, Blank):
        return (value,) * 3
    return (value, *points.spread(which, at, n)[1:])


def _other(others: Beside, kind: Kind, name: str) -> Cell:
    """What another measure says; empty where nothing is known of that kind at all."""
    value = blank_or(others.of(kind, name), "no_importance" if kind == "stated" else "not_a_driver")
    return None if isinstance(value, Blank) and not others.has(kind) else value
