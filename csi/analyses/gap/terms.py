"""The words of a complete gap analysis."""

from __future__ import annotations

from ...results import Cell
from ...terms import Term, Text, Unit

Three = tuple[Cell, Cell, Cell]  # a value and both ends of its interval, or why there is none
_NONE = Text("", "")


def points(key: str, en: str, zh: str, meaning: Text = _NONE, *, signed: bool = False) -> Term:
    """A figure in points of 0-100."""
    return Term(key, en, zh, Unit.POINTS, 1, meaning, signed)


def answers(key: str, en: str, zh: str, meaning: Text = _NONE, *, signed: bool = False) -> Term:
    """A figure in units of the answers."""
    return Term(key, en, zh, Unit.ANSWER, 2, meaning, signed)


def share(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """A share of the respondents."""
    return Term(key, en, zh, Unit.SHARE, 0, meaning)


def ratio(key: str, en: str, zh: str, meaning: Text = _NONE, *, digits: int = 3, signed: bool = False) -> Term:
    """A coefficient or the like."""
    return Term(key, en, zh, Unit.RATIO, digits, meaning, signed)


def probability(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """The p of a test."""
    return Term(key, en, zh, Unit.P, 3, meaning)


def count(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """A number of people or questions."""
    return Term(key, en, zh, Unit.COUNT, 0, meaning)


R_SQUARED = Term(
    "r_squared",
    "R²",
    "R²",
    Unit.RATIO,
    3,
    Text("Share of the differences in overall satisfaction that it explains.", "对总体满意度差异的解释比例。"),
)
DIFFERENCE = points("difference", "Difference", "差值", Text("Second less first.", "后者减前者。"), signed=True)
F = ratio("f", "F", "F", Text("Of the test.", "检验的 F 值。"), digits=2)
DF_BETWEEN = ratio("df_between", "df 1", "自由度 1", digits=0)
DF_WITHIN = ratio("df_within", "df 2", "自由度 2", digits=1)
BEYOND = {
    "below": Text("below", "偏低"),
    "above": Text("above", "偏高"),
    "alike": Text("within chance", "随机范围内"),
}
