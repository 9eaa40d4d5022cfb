"""Expectation, experience and gap by dimension: of expectation (quality, function, price …) and of experience (sense, feel …)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...model import Indicator
from ...results import Cell, Table
from ...study import Study
from ...study.further_columns import on_100
from ...terms import N, Term, Text, bounded
from .blocks import Means, means_of, side_by_side
from .ranking_table import verdict_of
from .terms import EXPECTED, EXPERIENCED, GAP, VERDICT, count, keys

Array = NDArray[np.float64]
Kind = Literal["expectation", "experience"]

_KNOWN = {
    "quality": Text("quality", "质量"),
    "function": Text("function", "功能"),
    "price": Text("price", "价格"),
    "extension": Text("extension", "延伸"),
    "sense": Text("sense", "感官"),
    "feel": Text("feel", "情感"),
    "think": Text("think", "思考"),
    "act": Text("act", "行动"),
    "relate": Text("relate", "关联"),
}
DIMENSION = Term("dimension", "Dimension", "维度", meaning=Text("As the model names it.", "按模型所写。"), values=_KNOWN)
_ITEMS = count("indicators", "Indicators", "指标数")
_COLUMNS = (DIMENSION, _ITEMS, *bounded(EXPECTED), *bounded(EXPERIENCED), *bounded(GAP), VERDICT, N)
_SHOWN = ("dimension", "indicators", *keys(EXPECTED), *keys(EXPERIENCED), *keys(GAP), "verdict", "n")
_TITLES: dict[Kind, Text] = {
    "expectation": Text("By dimension of expectation", "按期望维度"),
    "experience": Text("By dimension of experience", "按体验维度"),
}
PART = "/"  # between a dimension and one of its parts


def dimension_table(study: Study, kind: Kind) -> Table | None:
    """One row a dimension, and one below it for each of its parts; None where the model names none."""
    leaves = [leaf for _, leaf in study.model.indicators if _named(leaf, kind)]
    if not leaves:
        return None
    groups = _groups([str(_named(leaf, kind)) for leaf in leaves])
    experience = side_by_side([on_100(study, leaf.column) for leaf in leaves], study.used)
    expectation = side_by_side([_expected(study, leaf) for leaf in leaves], study.used)
    both = np.isfinite(experience) & np.isfinite(expectation)
    paired: NDArray[np.bool_] = np.asarray(both.any(axis=0))
    blocks = {
        "experience": np.where(both | ~paired, experience, np.nan),
        "expectation": np.where(both, expectation, np.nan),
    }
    members = list(groups.values())

    def by_dimension(means: Means) -> Means:
        sides = {"had": means["experience"], "expected": means["expectation"], "gap": means["experience"] - means["expectation"]}
        return {key: np.stack([_mean(side[_comparable(items, paired)]) for items in members]) for key, side in sides.items()}

    made = means_of(study, blocks, by_dimension)
    rows: list[tuple[Cell, ...]] = []
    for at, (name, items) in enumerate(groups.items()):
        n = int(np.isfinite(blocks["experience"][:, items]).any(axis=1).sum())
        sides = [made.bounded(key, at, n, "no_pairs") for key in ("expected", "had", "gap")]
        rows.append((name, len(items), *(cell for side in sides for cell in side), verdict_of(sides[2]), n))
    divided = {_top(name) for name in groups if name != _top(name)}
    whole = frozenset(at for at, name in enumerate(groups) if name in divided)
    columns = (dimension_of(groups), *_COLUMNS[1:])
    return Table(f"{kind}_dimensions", _TITLES[kind], columns, tuple(rows), _SHOWN, whole)


def dimension_of(names: Iterable[str]) -> Term:
    """The column of dimensions; a part of a known one is known up to its slash."""
    parts = [(name, _KNOWN[_top(name)], name[name.index(PART) :]) for name in names if PART in name and _top(name) in _KNOWN]
    return replace(DIMENSION, values={**_KNOWN, **{name: Text(top.en + rest, top.zh + rest) for name, top, rest in parts}})


def _named(leaf: Indicator, kind: Kind) -> str | None:
    return leaf.expectation_dimension if kind == "expectation" else leaf.experience_dimension


def _expected(study: Study, leaf: Indicator) -> Array:
    return np.full(study.used, np.nan) if leaf.expectation is None else on_100(study, leaf.expectation)


def _groups(names: Sequence[str]) -> dict[str, list[int]]:
    """Dimension -> places of its indicators, each followed by its parts."""
    found: dict[str, list[int]] = {}
    for top in dict.fromkeys(_top(name) for name in names):
        found[top] = [at for at, name in enumerate(names) if _top(name) == top]
        for part in dict.fromkeys(name for name in names if _top(name) == top and name != top):
            found[part] = [at for at, name in enumerate(names) if name == part]
    return found


def _top(name: str) -> str:
    return name.split(PART, maxsplit=1)[0].strip() or name


def _comparable(items: list[int], paired: NDArray[np.bool_]) -> list[int]:
    """The indicators with both sides; where none has them, all, so that experience at least is told."""
    return [at for at in items if paired[at]] or items


def _mean(rows: Array) -> Array:
    """(B,) over the indicators that are there."""
    seen = np.isfinite(rows)
    count = seen.sum(axis=0)
    mean: Array = np.divide(np.where(seen, rows, 0.0).sum(axis=0), count, out=np.full(count.shape, np.nan), where=count > 0)
    return mean
