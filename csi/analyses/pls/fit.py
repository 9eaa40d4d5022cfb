"""How well a path model explains its latents, and how far its correlations are from those observed."""

from __future__ import annotations

import numpy as np

from ...numerics import intervals
from ...results import Blank, Number, Table
from ...study import Study
from ...study.estimates import estimated
from ...terms import COLUMN, INDICATOR, LATENT, Text
from ..path_terms import LOWER, UPPER, bounds
from . import terms as words

_MEASURES = ("srmr_estimated", "srmr_saturated", "d_uls_estimated", "d_uls_saturated")


def fit_table(study: Study) -> Table:
    """One row a latent with causes."""
    explained = estimated(study, "r_squared")
    adjusted, bic = estimated(study, "adjusted_r_squared", "too_few_respondents"), estimated(study, "bic", "too_few_respondents")
    rows = []
    for target in np.flatnonzero(study.constructs.paths.any(axis=0)).tolist():
        causes = int(study.constructs.paths[:, target].sum())
        cells = (*explained[target].full, *adjusted[target].bounded, *bic[target].bounded)
        rows.append((study.constructs.names[target], causes, *cells))
    columns = (
        LATENT,
        words.CAUSES,
        words.R_SQUARED,
        words.ERROR,
        LOWER,
        UPPER,
        words.ADJUSTED,
        *bounds("adjusted_r_squared", "Adjusted R²", "调整 R²"),
        words.BIC,
        *bounds("bic", "BIC", "BIC"),
    )
    shown = ("latent", "causes", "r_squared", "lower", "upper", "adjusted_r_squared", "bic")
    strong = frozenset(at for at, row in enumerate(rows) if row[0] == study.model.target)
    return Table("fit", Text("Explained variance", "解释方差"), columns, tuple(rows), shown, strong)


def misfit_table(study: Study) -> Table:
    """SRMR and d_ULS, of the estimated and of the saturated model."""
    rows = tuple((measure, *_misfit(study, measure)) for measure in _MEASURES)
    columns = (words.MEASURE, words.VALUE, words.CORRECTED, LOWER, UPPER)
    return Table("model_fit", Text("Model fit", "模型拟合"), columns, rows)


def _misfit(study: Study, measure: str) -> tuple[Number, Number, Number, Number]:
    """One measure of misfit, the same less what chance adds, and a basic bootstrap interval of that, none of them under 0.

    Misfit is larger in resamples than in the sample, as it is larger in the sample than among all customers: twice the estimate less
    the mean and the percentiles of the resamples.
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 10; Davison & Hinkley (1997), section 5.2.
    """
    found = estimated(study, measure, "higher_order")
    value, reason = float(found.point), study.no_interval(study.used)
    if not np.isfinite(value):
        return (Blank(found.reason),) * 4
    if reason is not None or study.replicates is None:
        absent = Blank(reason or "not_applicable")
        return value, absent, absent, absent
    drawn = study.resampled(study.replicates.figures[measure])
    lowest, highest = intervals.percentile(drawn[np.isfinite(drawn)], study.confidence, int(max(2, study.base.effective)))
    reflected = [2 * value - float(end) for end in (np.nanmean(drawn), highest, lowest)]
    corrected, lower, upper = (max(0.0, end) for end in reflected)
    return value, corrected, lower, upper


def missing_table(study: Study) -> Table | None:
    """What was missing where, among the respondents who count; None where nothing is."""
    arrangement, n = study.arrangement, study.used
    rows = []
    for _, leaf in study.model.indicators:
        at = arrangement.column("item", leaf.name)
        missing = n if at is None else n - study.answered(at)
        rows.append((leaf.name, leaf.column, missing, missing / n))
    if not any(row[2] for row in rows):
        return None
    columns = (INDICATOR, COLUMN, words.COLUMN_MISSING, words.SHARE_MISSING)
    return Table("missing", Text("Missing answers", "缺答情况"), columns, tuple(rows), detail=True)
