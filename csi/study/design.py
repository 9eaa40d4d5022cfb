"""The sampling design: which respondents are drawn together, and inside which stratum."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding
from ..model import Model
from ..survey import Survey
from ..terms import Text

FEW_CLUSTERS = 20  # under which cluster intervals are rough; Cameron, Gelbach & Miller (2008), Rev. Econ. Stat. 90(3), 414-427


def sampling_units(
    survey: Survey, model: Model, keep: NDArray[np.bool_]
) -> tuple[NDArray[np.int64] | None, NDArray[np.int64] | None, list[Finding]]:
    """Unit of each respondent, stratum of each unit. Clusters without strata are one stratum, so that Rao and Wu's n - 1 draws
    mend the too small spread of few clusters."""
    roles = model.respondents
    chosen = np.flatnonzero(keep)
    strata = _labels(survey, roles.strata, chosen)
    clusters = _labels(survey, roles.cluster, chosen)
    if strata is None and clusters is None:
        return None, None, []
    layers = np.zeros(len(chosen), dtype=np.int64) if strata is None else _codes(strata)
    units = np.arange(len(chosen)) if clusters is None else _codes(_nested(clusters, layers))
    by_unit = np.zeros(units.max() + 1, dtype=np.int64)
    by_unit[units] = layers
    merged, count = _merged(by_unit)
    found = [
        _unlabelled(str(c), labels.count(None))
        for c, labels in ((roles.strata, strata), (roles.cluster, clusters))
        if labels and None in labels
    ]
    found += [_lonely(str(roles.strata), count)] if count and strata is not None else []
    found += [_few_clusters(str(roles.cluster), len(by_unit))] if clusters is not None and len(by_unit) < FEW_CLUSTERS else []
    return (None if clusters is None else units), merged, found


def _labels(survey: Survey, column: str | None, chosen: NDArray[np.intp]) -> list[str | None] | None:
    return None if column is None else [survey.labels[column][i] for i in chosen]


def _nested(clusters: list[str | None], strata: NDArray[np.int64]) -> list[str | None]:
    """Labels of clusters inside their strata; a respondent without one is a cluster of their own."""
    return [f"\0{i}" if label is None else f"{s}\0{label}" for i, (label, s) in enumerate(zip(clusters, strata, strict=True))]


def _codes(labels: list[str | None]) -> NDArray[np.int64]:
    """Numbers in the order of the labels, so that the order of the rows changes nothing; None comes last."""
    order = {label: number for number, label in enumerate(sorted(set(labels), key=lambda word: (word is None, word or "")))}
    return np.array([order[label] for label in labels], dtype=np.int64)


def _merged(strata: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """Strata of one unit joined with their neighbour, and how many there were."""
    sizes = np.bincount(strata)
    home = np.arange(len(sizes))
    lonely = np.flatnonzero(sizes == 1)
    for stratum in lonely:
        home[stratum] = home[stratum - 1] if stratum else (1 if len(sizes) > 1 else 0)
    return np.unique(home[strata], return_inverse=True)[1].astype(np.int64), len(lonely)


def _lonely(column: str, count: int) -> Finding:
    text = Text(
        "{count} {count:stratum has|strata have} a single unit and {count:was|were} merged with {count:its|their} neighbour",
        "有 {count} 个层只有一个单元，已与相邻层合并",
    )
    return Finding("strata_merged", "warning", text, place=column, count=count)


def _unlabelled(column: str, count: int) -> Finding:
    text = Text(
        '{count} {count:respondent|respondents} {count:has|have} no value in "{column}"; each counts as a cluster of their own, or together as one stratum',
        "有 {count} 名受访者在“{column}”中没有值；作为整群时各自成群，作为层时合为一层",
    )
    return Finding("design_label_missing", "warning", text, place=column, count=count, values={"column": column})


def _few_clusters(column: str, count: int) -> Finding:
    text = Text("{clusters} {clusters:cluster is|clusters are} few: intervals are rough", "只有 {clusters} 个整群，区间较粗略")
    return Finding("few_clusters", "warning", text, place=column, values={"clusters": count})
