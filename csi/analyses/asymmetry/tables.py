"""The tables of penalties and rewards, and of the key items."""

from __future__ import annotations

from ...results import Cell, Table
from ...terms import INDICATOR, LATENT, N, Text
from . import terms as t
from .effects import FEW, Effects, Side
from .key_items import KeyItems

Row = tuple[Cell, ...]
AT_A_GLANCE = 12  # items up to which both sides of each are drawn unasked
_SIDES: tuple[tuple[Side, str], ...] = (("penalty", "low"), ("reward", "high"))


def asymmetry_table(effects: Effects) -> Table:
    """One row an item, in the model's order."""
    columns = (
        *(LATENT, INDICATOR, t.PENALTY, *t.PENALTY_ENDS, t.PENALTY_T, t.REWARD, *t.REWARD_ENDS, t.REWARD_T),
        *(t.IMPACT, *t.IMPACT_ENDS, t.SATISFYING, t.DISSATISFYING, t.INDEX, t.INDEX_LOWER, t.INDEX_UPPER, t.KIND, t.CERTAINTY),
        *(t.LOW_N, t.HIGH_N, t.FEW, t.LOW_CUT, t.HIGH_CUT, N),
    )
    rows = tuple(_item_row(effects, at) for at in range(len(effects.question.drivers)))
    shown = ("indicator", "impact_range", "asymmetry", "lower", "upper", "kind", "probability", "low_n", "high_n")
    return Table("asymmetry", Text("Which side moves the outcome", "哪一侧影响结果"), columns, rows, shown)


def _item_row(effects: Effects, at: int) -> Row:
    asked = effects.question
    driver, cut = asked.drivers[at], asked.cuts[at]
    counts = [effects.count(side, at) for side, _ in _SIDES]
    sides: list[Cell] = []
    for side, _ in _SIDES:
        value, _error, lower, upper = effects.effect(side, at)
        sides += [value, lower, upper, effects.test(side, at)[0]]
    reach, _error, low_reach, high_reach = effects.shape("impact_range", at)
    index, _error, lower, upper = effects.shape("asymmetry", at)
    parts = [effects.shape(key, at)[0] for key in ("satisfaction_potential", "dissatisfaction_potential")]
    few = min(counts) < FEW
    kind = (effects.kind(at), effects.certainty(at))
    told = (reach, low_reach, high_reach, *parts, index, lower, upper, *kind)
    return (driver.latent, driver.name, *sides, *told, *counts, few, cut.low, cut.high, asked.n)


def effects_table(effects: Effects) -> Table:
    """Two rows an item: what low answers take and what high ones add."""
    columns = (
        INDICATOR,
        t.ANSWERS,
        t.EFFECT,
        t.EFFECT_ERROR,
        t.EFFECT_LOWER,
        t.EFFECT_UPPER,
        t.EFFECT_T,
        *t.EFFECT_PS,
        t.EFFECT_N,
    )
    rows = tuple(
        (
            driver.name,
            answers,
            *effects.effect(side, at),
            *effects.test(side, at),
            effects.p_adjusted(side, at),
            effects.count(side, at),
        )
        for at, driver in enumerate(effects.question.drivers)
        for side, answers in _SIDES
    )
    shown = ("indicator", "answers", "effect", "lower", "upper", "t", "n")
    title = Text("Penalties and rewards", "惩罚与奖励")
    return Table("effects", title, columns, rows, shown, detail=len(effects.question.drivers) > AT_A_GLANCE)


def key_table(key: str, title: Text, items: KeyItems) -> Table:
    """One row an item, those that tell the two groups apart best first; no row where there is no group or no mark."""
    columns = (
        *(INDICATOR, t.SHAPLEY, *t.SHAPLEY_ENDS, t.ITEM_REACH, t.ITEM_NOISE, t.REACH, t.NOISE),
        *(t.DIFFERENCE, t.DIFFERENCE_LOWER, t.DIFFERENCE_UPPER, t.KEY, t.CHOSEN_AGAIN),
    )
    rows = tuple(_key_row(items, row) for row in range(len(items.names))) if items.apart else ()
    shown = ("indicator", "shapley", "reach", "noise", "difference", "lower", "upper", "chosen", "probability")
    return Table(key, title, columns, rows, shown, frozenset(range(items.length)) if items.apart else frozenset())


def _key_row(items: KeyItems, row: int) -> Row:
    alone = (items.value("item_reach", row), items.value("item_noise", row))
    together = (items.value("reach", row), items.value("noise", row))
    chosen: Cell = row < items.length
    return (
        items.names[row],
        *items.bounded("shapley", row),
        *alone,
        *together,
        *items.bounded("difference", row),
        chosen,
        items.again(row),
    )
