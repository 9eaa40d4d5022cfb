"""The measurement side of a path model: weights, loadings, cross-loadings, and the parts of higher-order latents."""

from __future__ import annotations

from ...results import Table
from ...study import Study
from ...study.estimates import absent, estimated
from ...terms import INDICATOR, LATENT, Text
from ..path_terms import CORRELATION, LATENT_A, LATENT_B, LOADING, LOWER, UPPER, bounds
from . import terms as words

_OUTER = (
    LATENT,
    INDICATOR,
    words.OUTER_WEIGHT,
    LOADING,
    words.ERROR,
    LOWER,
    UPPER,
    words.LOADING_ERROR,
    *bounds("loading", "Loading", "载荷"),
    words.VIF,
    *bounds("vif", "VIF", "VIF"),
)


def outer_table(study: Study) -> Table:
    """One row an indicator, under the block that it measures directly."""
    weights, loadings = estimated(study, "block_weights"), estimated(study, "block_loadings")
    vif = estimated(study, "outer_vif", "singular")
    rows = []
    for block in study.constructs.blocks:
        for item in range(block.items.start, block.items.stop):
            weight, loading = weights[item], loadings[item]
            cells = (weight.value, loading.value, weight.standard_error, weight.lower, weight.upper)
            alone = block.items.stop - block.items.start == 1
            inflation = absent("single_item") if alone else vif[item]
            rest = (loading.standard_error, loading.lower, loading.upper, *inflation.bounded)
            rows.append((block.name, study.arrangement.items[item].name, *cells, *rest))
    shown = ("latent", "indicator", "outer_weight", "lower", "upper", "loading", "vif")
    return Table("outer", Text("Outer weights and loadings", "外部权重与载荷"), _OUTER, tuple(rows), shown)


def cross_table(study: Study) -> Table:
    """Every indicator with every block."""
    crossed, loadings = estimated(study, "cross_loadings"), estimated(study, "block_loadings")
    rows = []
    for own in study.constructs.blocks:
        for item in range(own.items.start, own.items.stop):
            for number, block in enumerate(study.constructs.blocks):
                one = loadings[item] if block is own else crossed[item, number]
                rows.append((own.name, study.arrangement.items[item].name, block.name, *one.bounded))
    columns = (LATENT, INDICATOR, words.ACROSS, words.CROSS_LOADING, LOWER, UPPER)
    return Table("cross_loadings", Text("Cross-loadings", "交叉载荷"), columns, tuple(rows), detail=True)


def correlation_table(study: Study) -> Table:
    """Every pair of latents once."""
    between = estimated(study, "latent_correlations")
    names = study.constructs.names
    pairs = [(a, b) for a in range(len(names)) for b in range(a + 1, len(names))]
    rows = tuple((names[a], names[b], *between[a, b].bounded) for a, b in pairs)
    columns = (LATENT_A, LATENT_B, CORRELATION, LOWER, UPPER)
    return Table("correlations", Text("Correlations between latents", "潜变量间的相关"), columns, rows, detail=True)


def part_table(study: Study) -> Table | None:
    """The parts of higher-order latents; None without any."""
    if not study.constructs.higher:
        return None
    weights, loadings = estimated(study, "part_weights"), estimated(study, "part_loadings")
    rows = []
    for latent in study.constructs.higher:
        for part in study.constructs.parts[latent]:
            weight, loading = weights[part], loadings[part]
            names = (study.constructs.names[latent], study.constructs.blocks[part].name)
            rows.append((*names, *weight.full, *loading.bounded))
    columns = (
        LATENT,
        words.PART,
        words.PART_WEIGHT,
        words.ERROR,
        LOWER,
        UPPER,
        LOADING,
        *bounds("loading", "Loading", "载荷"),
    )
    shown = ("latent", "part", "weight", "lower", "upper", "loading")
    return Table("parts", Text("Higher-order latents", "高阶潜变量"), columns, tuple(rows), shown)
