"""Consistent PLS beside PLS: latents as common factors, freed of the measurement error of their indicators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ...findings import Remark, Value
from ...numerics import plsc
from ...results import Table
from ...study import Study
from ...study.criteria import corrected
from ...study.estimates import Estimate, absent, estimated
from ...terms import INDICATOR, LATENT, Text
from ..path_terms import LOADING, LOWER, SOURCE, TARGET, UPPER
from . import terms as words

Array = NDArray[np.float64]
Maker = Callable[[str], Callable[..., Estimate]]

_OFFENCES = {
    "rho_a": Text("the reliability rho_A of {who} is not between 0 and 1", "{who} 的信度 rho_A 不在 0 与 1 之间"),
    "correlation": Text("the corrected correlation of {who} is 1 or more", "{who} 校正后的相关达到或超过 1"),
    "loading": Text("the corrected loading of {who} is over 1", "{who} 校正后的载荷超过 1"),
    "r_squared": Text("the corrected R² of {who} is not between 0 and 1", "{who} 校正后的 R² 不在 0 与 1 之间"),
    "definite": Text("the corrected correlations between latents contradict each other", "校正后的潜变量相关矩阵不是正定的"),
    "definite_items": Text(
        "the correlations implied for the indicators contradict each other", "模型隐含的指标相关矩阵不是正定的"
    ),
}


@dataclass(frozen=True)
class Outcome:
    """The tables of consistent PLS and what is to be said of them."""

    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...]


def consistent_outcome(study: Study) -> Outcome:
    """Reliabilities, paths and loadings after the correction; blank, with the offender named, where they are inadmissible."""
    if study.constructs.higher or study.constructs.products:
        text = Text(
            "consistent PLS is not computed for models with higher-order latents or interactions",
            "含高阶潜变量或交互项的模型不计算一致性 PLS（PLSc）",
        )
        return Outcome((), (Remark("consistent_not_applicable", text),))
    offences = plsc.offenders(corrected(study.point, study.constructs), study.item_correlations[:, :, None])
    made = partial(_figures, study, admissible=not any(check in plsc.RANGES for check, _ in offences))
    tables = (_latents(study, made), _paths(study, made), _loadings(study, made))
    return Outcome(tables, (*(_offence(study, check, at) for check, at in offences), *_spoiled(study)))


def _figures(study: Study, key: str, *, admissible: bool) -> Callable[..., Estimate]:
    """A corrected figure by its position, with its interval, or a blank where the solution is inadmissible."""
    if not admissible:
        return lambda *_: absent("inadmissible")
    values = estimated(study, f"consistent_{key}", "inadmissible")
    return lambda *at: values[at]


def _latents(study: Study, made: Maker) -> Table:
    reliability, explained = made("reliabilities"), made("r_squared")
    rows = []
    for number, name in enumerate(study.constructs.names):
        caused = bool(study.constructs.paths[:, number].any())
        cells = explained(number).full if caused else (None,) * 4
        rows.append((name, reliability(number).value, *cells))
    columns = (LATENT, words.RHO_A, words.R_SQUARED, words.ERROR, LOWER, UPPER)
    return Table("consistent", Text("Consistent PLS: latents", "一致性 PLS：潜变量"), columns, tuple(rows), detail=True)


def _paths(study: Study, made: Maker) -> Table:
    consistent, plain = made("paths"), estimated(study, "path_coefficients")
    names = study.constructs.names
    rows = [(names[s], names[t], *consistent(s, t).full, plain[s, t].value) for s, t in study.constructs.arrows]
    columns = (
        SOURCE,
        TARGET,
        words.COEFFICIENT,
        words.ERROR,
        LOWER,
        UPPER,
        words.PLS_COEFFICIENT,
    )
    return Table("consistent_paths", Text("Consistent PLS: paths", "一致性 PLS：路径"), columns, tuple(rows), detail=True)


def _loadings(study: Study, made: Maker) -> Table:
    loadings = made("loadings")
    rows = []
    for block in study.constructs.blocks:
        for item in range(block.items.start, block.items.stop):
            rows.append((block.name, study.arrangement.items[item].name, *loadings(item).full))
    columns = (LATENT, INDICATOR, LOADING, words.ERROR, LOWER, UPPER)
    return Table("consistent_outer", Text("Consistent PLS: loadings", "一致性 PLS：载荷"), columns, tuple(rows), detail=True)


def _offence(study: Study, check: str, at: tuple[int, ...]) -> Remark:
    names = [leaf.name for leaf in study.arrangement.items] if check == "loading" else study.constructs.names
    who = " × ".join(names[number] for number in at)
    said = _OFFENCES[check]
    fatal = Text(
        f"consistent PLS is inadmissible here, so it has no figures: {said.en}",
        f"一致性 PLS 的解不可接受，因此没有数值：{said.zh}",
    )
    doubtful = Text(
        f"consistent PLS is to be read with caution, it is not strictly admissible: {said.en}",
        f"一致性 PLS 的解并非严格可接受，解读时须谨慎：{said.zh}",
    )
    values: dict[str, Value] = {"check": check, **({"who": who} if who else {})}
    return Remark("consistent_inadmissible", fatal if check in plsc.RANGES else doubtful, values)


def _spoiled(study: Study) -> tuple[Remark, ...]:
    """In how many resamples the corrected solution is inadmissible, and how many of them have no figures at all."""
    if study.replicates is None:
        return ()
    failed = study.resampled(study.replicates.figures["consistent_faults"])
    bad = failed.any(axis=0)
    if not bad.any():
        return ()
    text = Text(
        "consistent PLS is inadmissible in {count} of {resamples} resamples: {absent} have no figures and are left out, the others widen "
        "the intervals",
        "{resamples} 个重抽样中有 {count} 个的一致性 PLS 解不可接受：其中 {absent} 个没有数值而略去，其余使区间变宽",
    )
    values = study.resampled(study.replicates.figures["consistent_paths"])
    absent = int((~np.isfinite(values).all(axis=(0, 1))).sum())
    return (Remark("consistent_resamples", text, {"count": int(bad.sum()), "resamples": bad.size, "absent": absent}),)
