"""Paths and effects of a path model: direct, indirect, total, and how a moderator bends them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from ...numerics import effects
from ...numerics.tests import two_sided_p
from ...results import Blank, Cell, Number, Table
from ...study import Study
from ...study.estimates import Estimate, absent, estimated
from ...terms import Text
from ..path_terms import LOWER, SOURCE, TARGET, UPPER, bounds
from . import terms as words

LONGEST = 400  # ways through the model that a table can hold; beyond, total effects say more

_PATHS = (
    SOURCE,
    TARGET,
    words.COEFFICIENT,
    words.ERROR,
    words.T,
    words.P,
    LOWER,
    UPPER,
    words.F_SQUARED,
    *bounds("f_squared", "f²", "f²"),
    words.EFFECT_SIZE,
    words.VIF,
    *bounds("vif", "VIF", "VIF"),
)
_SIZES = ((0.35, "large"), (0.15, "medium"), (0.02, "small"))  # Cohen (1988), Statistical Power Analysis, 2nd ed., section 9.2


def path_table(study: Study) -> Table:
    """One row a path, as the model writes them."""
    coefficients = estimated(study, "path_coefficients", "no_spread")
    f_squared, vif = estimated(study, "f_squared", "singular"), estimated(study, "inner_vif", "singular")
    rows = []
    for arrow, (source, target) in enumerate(study.constructs.arrows):
        one, size = coefficients[source, target], f_squared[arrow]
        cells = (one.value, one.standard_error, *tested(study, one), one.lower, one.upper)
        alone = study.constructs.paths[:, target].sum() == 1
        inflation = absent("only_cause") if alone else vif[arrow]
        rows.append((*_names(study, source, target), *cells, *size.bounded, _size(size.value), *inflation.bounded))
    shown = ("source", "target", "coefficient", "lower", "upper", "p", "f_squared", "effect_size", "vif")
    return Table("paths", Text("Paths", "路径"), _PATHS, tuple(rows), shown)


def tested(study: Study, one: Estimate) -> tuple[Cell, Cell]:
    """t and its two-sided p, with as many degrees of freedom as there are independent respondents less one."""
    if isinstance(one.standard_error, Blank) or isinstance(one.value, Blank):
        return one.standard_error, one.standard_error
    if one.standard_error < 1e-12:
        return Blank("no_spread"), Blank("no_spread")
    t = one.value / one.standard_error
    return t, float(two_sided_p(np.array(t), np.array(max(study.base.effective - 1, 1))))


def _names(study: Study, source: int, target: int) -> tuple[str, str]:
    return study.constructs.names[source], study.constructs.names[target]


def _size(value: Number) -> Cell:
    if isinstance(value, Blank):
        return value
    return next((word for least, word in _SIZES if value >= least), "none")


def effect_table(study: Study) -> Table:
    """One row for every latent that reaches another, directly or through others."""
    direct = estimated(study, "path_coefficients")
    indirect = estimated(study, lambda figures: effects.indirect_effects(figures["path_coefficients"]))
    total = estimated(study, lambda figures: effects.total_effects(figures["path_coefficients"]))
    rows = []
    for source, target in _reached(study):
        straight = direct[source, target] if study.constructs.paths[source, target] else None
        around = indirect[source, target] if _roundabout(study, source, target) else None
        cells = (_value(straight), _value(around), *total[source, target].full, *_bounded(around))
        rows.append((*_names(study, source, target), *cells, _mediation(straight, around)))
    columns = (
        SOURCE,
        TARGET,
        words.DIRECT,
        words.INDIRECT,
        words.TOTAL,
        words.ERROR,
        LOWER,
        UPPER,
        *bounds("indirect", "Indirect", "间接效应"),
        words.MEDIATION,
    )
    shown = ("source", "target", "direct", "indirect", "total", "lower", "upper", "mediation")
    return Table("effects", Text("Effects", "效应"), columns, tuple(rows), shown)


def _reached(study: Study) -> Iterator[tuple[int, int]]:
    ways = np.linalg.matrix_power(study.constructs.paths + np.eye(len(study.constructs.names)), len(study.constructs.names))
    for source in range(len(ways)):
        yield from ((source, target) for target in range(len(ways)) if source != target and ways[source, target])


def _roundabout(study: Study, source: int, target: int) -> bool:
    paths = study.constructs.paths.astype(float)
    ways = np.linalg.matrix_power(paths + np.eye(len(paths)), len(paths))
    return any(paths[source, via] and ways[via, target] for via in range(len(paths)) if via != target)


def _value(one: Estimate | None) -> Number | None:
    return None if one is None else one.value


def _bounded(one: Estimate | None) -> tuple[Number | None, Number | None]:
    return (None, None) if one is None else (one.lower, one.upper)


def _mediation(direct: Estimate | None, indirect: Estimate | None) -> Cell:
    """Zhao, Lynch & Chen (2010), Journal of Consumer Research 37, 197-206, by intervals in place of tests."""
    if indirect is None:
        return None
    if isinstance(indirect.lower, Blank):
        return indirect.lower
    if direct is None:
        return "no_direct_path" if indirect.clear else "no_effect"
    if not direct.clear:
        return "indirect_only" if indirect.clear else "no_effect"
    if not indirect.clear:
        return "direct_only"
    assert not isinstance(direct.value, Blank)
    assert not isinstance(indirect.value, Blank)
    return "complementary" if direct.value * indirect.value > 0 else "competitive"


def indirect_table(study: Study) -> Table | None:
    """One row for every way through other latents; None where there is none, or more than a table can hold."""
    paths = study.constructs.paths
    if not 0 < effects.count_routes(paths) <= LONGEST:
        return None
    routes, _ = effects.specific_indirect(study.point["path_coefficients"], paths)
    values = estimated(study, lambda figures: effects.specific_indirect(figures["path_coefficients"], paths)[1])
    rows = []
    for number, route in enumerate(routes):
        names = [study.constructs.names[at] for at in route]
        one = values[number]
        rows.append((names[0], " → ".join(names[1:-1]), names[-1], *one.full, *tested(study, one)))
    columns = (SOURCE, words.THROUGH, TARGET, words.EFFECT, words.ERROR, LOWER, UPPER, words.T, words.P)
    shown = ("source", "through", "target", "effect", "lower", "upper")
    return Table("indirect", Text("Specific indirect effects", "特定间接效应"), columns, tuple(rows), shown, detail=True)


def slope_table(study: Study) -> Table | None:
    """The effect of each factor of an interaction where the other is low, at its mean, and high; None without interactions."""
    k = len(study.constructs.latents)
    rows = []
    for number, (first, second) in enumerate(study.constructs.products):
        for target in np.flatnonzero(study.constructs.paths[k + number]).tolist():
            for source, moderator in ((first, second), (second, first)):
                rows += _slopes(study, k + number, (source, moderator, target))
    columns = (SOURCE, TARGET, words.MODERATOR, words.LEVEL, words.SLOPE, words.ERROR, LOWER, UPPER)
    return Table("slopes", Text("Simple slopes", "简单斜率"), columns, tuple(rows)) if rows else None


def _slopes(study: Study, interaction: int, way: tuple[int, int, int]) -> list[tuple[Cell, ...]]:
    """Three rows: the moderator one deviation low, at its mean, one deviation high. way: source, moderator, target."""
    source, moderator, target = way
    k = len(study.constructs.latents)

    def slopes(figures: Mapping[str, np.ndarray]) -> np.ndarray:
        paths = figures["path_coefficients"]
        bend = paths[interaction, target] / figures["interaction_deviations"][interaction - k]
        return np.stack([paths[source, target] + level * bend for level in (-1, 0, 1)])

    found = estimated(study, slopes)
    names = [study.constructs.names[at] for at in (source, target, moderator)]
    return [(*names, level, *found[at].full) for at, level in enumerate(("low", "mean", "high"))]
