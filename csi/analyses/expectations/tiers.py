"""Whether advertising for VIP customers spills over: ordinary customers who heard of their services, against those who did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import UsageFault
from ...results import Blank, Cell, Number, Table
from ...study import Study
from ...study.aside import Bounded
from ...study.further_columns import numbers, words
from ...terms import INDICATOR, LATENT, Term, Text, bounded
from .asked import Asked
from .groups import Groups, compared
from .terms import count, keys, points, probability

Array = NDArray[np.float64]

_ORDINARY = frozenset(
    (
        "ordinary",
        "regular",
        "normal",
        "standard",
        "basic",
        "non-vip",
        "not vip",
        "普通",
        "普通客户",
        "一般",
        "一般客户",
        "非vip",
        "大众",
    )
)
_VIP = frozenset(("vip", "vips", "vip客户", "贵宾", "贵宾客户", "gold", "platinum", "premium"))

_HEARD = count("heard", "Had heard", "听说过", Text("Ordinary customers who heard of it.", "听说过该服务的普通客户人数。"))
_NOT = count("not_heard", "Had not", "未听说", Text("Ordinary customers who did not.", "没有听说过的普通客户人数。"))
_E_HEARD = points("expectation_heard", "Expected if heard", "听说者的期望")
_E_NOT = points("expectation_not_heard", "Expected if not", "未听说者的期望")
_E = points("expectation_difference", "Expected more by", "期望差值", signed=True)
_E_P = probability("expectation_p", "p of expectation", "期望的 p", Text("Welch's test.", "Welch 检验。"))
_G_HEARD = points("gap_heard", "Gap if heard", "听说者的差距", signed=True)
_G_NOT = points("gap_not_heard", "Gap if not", "未听说者的差距", signed=True)
_G = points("gap_difference", "Gap differs by", "差距差值", signed=True)
_G_P = probability("gap_p", "p of gap", "差距的 p", Text("Welch's test.", "Welch 检验。"))
_VIPS = points("expectation_vip", "Expected by VIPs", "VIP 的期望")
SPILL = Term(
    "verdict",
    "Spill-over",
    "溢出",
    meaning=Text(
        "Who heard of it expects more and is left further short: clear where both tests say so.",
        "听说者期望更高、差距更低；两项检验均显著时为“明显”。",
    ),
    values={
        "clear": Text("clear", "明显"),
        "possible": Text("possible", "可能"),
        "none": Text("none", "无"),
    },
)
_COLUMNS = (
    LATENT, INDICATOR, _HEARD, _NOT, _E_HEARD, _E_NOT, *bounded(_E), _E_P, _G_HEARD, _G_NOT, *bounded(_G), _G_P, _VIPS, SPILL,
)  # fmt: skip
_SHOWN = ("indicator", "heard", "not_heard", *keys(_E), "expectation_p", *keys(_G), "gap_p", "expectation_vip", "verdict")
_TITLE = Text("Do ordinary customers expect what is meant for VIPs?", "普通客户是否期待 VIP 专享服务？")


class Tiers(NamedTuple):
    """ordinary: (n,) who is an ordinary customer; None where nobody could tell. names: the tiers there are."""

    ordinary: NDArray[np.bool_] | None
    known: NDArray[np.bool_]
    names: tuple[str, ...]


def tiers_of(study: Study, ordinary: str | None) -> Tiers | None:
    """Who is ordinary, by the name given or by the names usual for it; None where the model names no tier.

    Raises: UsageFault when no customer has the tier of that name.
    """
    column = study.model.respondents.tier
    if column is None:
        return None
    said = words(study, column)
    names = tuple(sorted({word for word in said if word is not None}))
    known = np.array([word is not None for word in said])
    chosen = _chosen(names, ordinary)
    return Tiers(None if chosen is None else np.array([word in chosen for word in said]), known, names)


def _chosen(names: Sequence[str], asked: str | None) -> frozenset[str] | None:
    if asked is not None:
        if asked not in names:
            raise UsageFault(
                place=f"--ordinary {asked}",
                reason=Text(
                    f"there is no such tier; there are {', '.join(names) or 'none'}.",
                    f"没有该等级；现有：{'、'.join(names) or '无'}。",
                ),
                remedy=Text("Name one of these.", "请从中选择。"),
            )
        return frozenset((asked,))
    folded = {name: name.casefold().strip() for name in names}
    found = frozenset(name for name, plain in folded.items() if plain in _ORDINARY)
    if found:
        return found
    rest = frozenset(name for name, plain in folded.items() if plain not in _VIP)
    return rest if rest and len(rest) < len(names) else None


def tier_table(asked: Asked, tiers: Tiers) -> Table | None:
    """One row a VIP-only service of which the model knows who heard of it; None where there is none, or no ordinary customer."""
    places = [
        at
        for at, (_, leaf) in enumerate(asked.leaves)
        if leaf.vip_only and leaf.heard is not None and leaf.expectation is not None
    ]
    if tiers.ordinary is None or not places:
        return None
    rows = tuple(_rows(asked, tiers, tiers.ordinary, places))
    return Table("spill_over", _TITLE, _COLUMNS, rows, _SHOWN)


def _rows(asked: Asked, tiers: Tiers, ordinary: NDArray[np.bool_], places: list[int]) -> Iterator[tuple[Cell, ...]]:
    study, (expectation, experience) = asked.study, asked.pair
    gaps = experience - expectation
    heard = [np.where(ordinary, numbers(study, str(asked.leaves[at][1].heard)), np.nan) for at in places]
    vip = np.where(tiers.known, (~ordinary).astype(float), np.nan)
    columns = [(asked.expected[:, at], group) for at, group in zip(places, heard, strict=True)]
    columns += [(gaps[:, at], group) for at, group in zip(places, heard, strict=True)]
    columns += [(asked.expected[:, at], vip) for at in places]
    groups, q = compared(study, columns), len(places)
    for row, at in enumerate(places):
        latent, leaf = asked.leaves[at]
        one, of_gap, by_tier = groups.contrasts[row], row + q, groups.means(row + 2 * q)
        verdict = _verdict(groups, row, of_gap, 1 - study.confidence)
        yield (
            latent, leaf.name, one.inside, one.outside, *groups.means(row), *groups.difference(row), groups.test(row)[1],
            *groups.means(of_gap), *groups.difference(of_gap), groups.test(of_gap)[1], by_tier[0], verdict,
        )  # fmt: skip


def _verdict(groups: Groups, expected: int, gap: int, level: float) -> Cell:
    more, less = _direction(groups.difference(expected)), _direction(groups.difference(gap))
    if more is None or less is None:
        return Blank("nothing_to_compare")
    tested = groups.p()[[expected, gap]]
    if more <= 0 or less >= 0:
        return "none"
    return "clear" if bool((tested < level).all()) else "possible"


def _direction(difference: Bounded) -> float | None:
    value: Number = difference[0]
    return None if isinstance(value, Blank) else float(value)
