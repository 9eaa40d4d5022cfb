"""How well each latent is measured: one row a latent, and one row an indicator."""

from __future__ import annotations

import numpy as np

from ...model import Indicator
from ...numerics.factorability import kmo
from ...results import Blank, Cell, Number, Table
from ...study.constructs import Block
from ...terms import INDICATOR, LATENT, N, Term, Text
from ..path_terms import LOADING, LOWER, UPPER
from . import terms as words
from .figures import SINGULAR, UNDEFINED, At, Measurement, no_reliability, number, of_two, size
from .higher import higher_rows

MEASURES = ("omega", "rho_a", "rho_c", "ave")  # with bootstrap intervals
_TERMS: dict[str, Term] = {"omega": words.OMEGA, "rho_a": words.RHO_A, "rho_c": words.RHO_C, "ave": words.AVE}
_COLUMNS = (
    LATENT,
    words.INDICATORS,
    words.ALPHA,
    *words.ends(words.ALPHA),
    words.ALPHA_STANDARDISED,
    *(term for key in MEASURES for term in (_TERMS[key], *words.ends(_TERMS[key]))),
    words.R,
    words.SPEARMAN_BROWN,
    N,
)
_SHOWN = ("latent", "alpha", "omega", "rho_a", "rho_c", "ave", "r", "spearman_brown", "indicators")
_ITEM_COLUMNS = (
    LATENT,
    INDICATOR,
    LOADING,
    LOWER,
    UPPER,
    words.ITEM_REST,
    *words.ends(words.ITEM_REST),
    words.ALPHA_IF_DROPPED,
    words.OUTER_VIF,
    words.KMO,
    words.OUTER_WEIGHT,
    *words.ends(words.OUTER_WEIGHT),
    N,
)
_ITEMS_SHOWN = (
    "latent",
    "indicator",
    "loading",
    "lower",
    "upper",
    "item_rest",
    "alpha_if_dropped",
    "outer_vif",
    "kmo",
)


def reliability_table(measured: Measurement) -> Table:
    """One row a latent of the first order, then one a higher-order latent."""
    rows = [_row(measured, number, block) for number, block in enumerate(measured.blocks)]
    rows += higher_rows(measured, MEASURES, len(_COLUMNS))
    rows += [(name, 0, *[Blank("no_answers")] * (len(_COLUMNS) - 3), 0) for name in _silent(measured)]
    return Table("reliability", Text("Reliability of each latent", "各潜变量的信度"), _COLUMNS, tuple(rows), _SHOWN)


def _silent(measured: Measurement) -> list[str]:
    """Latents that nobody answered."""
    live = {latent.name for latent in measured.study.arrangement.latents}
    return [latent.name for latent in measured.study.model.latents if latent.name not in live]


def _row(measured: Measurement, at: int, block: Block) -> tuple[Cell, ...]:
    n, reason = measured.n(block.items), no_reliability(block)
    if reason is not None:
        return (block.name, size(block), *[reason] * (len(_COLUMNS) - 3), n)
    alpha = measured.value("alpha", (at,))
    measures = (cell for key in MEASURES for cell in measured.with_ends(key, (at,), n))
    standardised = measured.value("alpha_standardised", (at,))
    ends = measured.feldt(alpha, measured.effective(block.items), size(block))
    return (block.name, size(block), alpha, *ends, standardised, *measures, *_pair(measured, block), n)


def _pair(measured: Measurement, block: Block) -> tuple[Cell, Cell]:
    """r and Spearman-Brown of a block of two; nothing for larger ones."""
    if size(block) != 2:
        return None, None
    r = measured.correlations[block.items.start, block.items.start + 1]
    return of_two(float(r))


def items_table(measured: Measurement) -> Table:
    """One row an indicator, in the model's order, those without answers or spread included."""
    live = {leaf.name: j for j, leaf in enumerate(measured.study.arrangement.items)}
    owner = {j: (f, block) for f, block in enumerate(measured.blocks) for j in range(block.items.start, block.items.stop)}
    adequacy, own_kmo = kmo(measured.correlations)
    absent = UNDEFINED if np.isfinite(adequacy) else SINGULAR
    rows = []
    for latent, leaf in measured.study.model.indicators:
        j = live.get(leaf.name)
        rows.append(
            _dead(measured, latent, leaf) if j is None else _item(measured, j, owner[j][1], leaf.name, number(own_kmo[j], absent))
        )
    weighed = ("outer_weight",) if any(block.formative for block in measured.blocks) else ()
    return Table("items", Text("Indicators", "指标"), _ITEM_COLUMNS, tuple(rows), (*_ITEMS_SHOWN, *weighed))


def _dead(measured: Measurement, latent: str, leaf: Indicator) -> tuple[Cell, ...]:
    at = measured.study.arrangement.column("item", leaf.name)
    n = 0 if at is None else measured.study.answered(at)
    return (latent, leaf.name, *[Blank("constant" if n else "no_answers")] * (len(_ITEM_COLUMNS) - 3), n)


def _item(measured: Measurement, j: int, block: Block, name: str, own_kmo: Number) -> tuple[Cell, ...]:
    at: At = (j,)
    n, reason = measured.study.answered(j), no_reliability(block)
    alone = reason if size(block) == 1 else None
    loading = measured.with_ends("block_loadings", at, n, alone)
    rest = measured.with_ends("item_rest", at, n, reason)
    without = reason or (Blank("two_items") if size(block) == 2 else measured.value("alpha_if_dropped", at))
    vif = alone or (SINGULAR if isinstance(measured.value("outer_vif", at), Blank) else measured.value("outer_vif", at))
    weight = measured.with_ends("block_weights", at, n, alone)
    return (block.name, name, *loading, *rest, without, vif, own_kmo, *weight, n)
