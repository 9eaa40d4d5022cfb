"""Why the biggest gap falls short, in words: the side that is to blame, and what the other side does meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...results import Blank, Cell, number
from ...terms import Text

Record = Mapping[str, Cell]  # of the table of causes
Side = Literal["expectation", "experience"]
SIDES = ("experience", "expectation", "both", "neither")

_HIGHER = Text(
    "expectation is higher there than in the other indicators (by {expectation:points} points)",
    "期望高于其他指标（{expectation:points} 点）",
)
_POORER = Text(
    "experience is poorer there than in the other indicators ({experience:points} points)",
    "体验不如其他指标（{experience:points} 点）",
)
_BOTH = Text(
    "expectation is higher there than in the other indicators (by {expectation:points} points), and experience poorer ({experience:points})",
    "期望高于其他指标（{expectation:points} 点），体验又不如其他指标（{experience:points} 点）",
)
_NEITHER = Text(
    "neither expectation nor experience differs clearly there from the other indicators",
    "期望与体验都与其他指标无明显差别",
)
_MEANWHILE: Mapping[tuple[Side, str], Text] = {
    ("expectation", "clear"): Text("; expectation is {expectation:points} points higher", "；期望高 {expectation:points} 点"),
    ("expectation", "perhaps"): Text(", while expectation is not clearly higher", "，而期望并非明显更高"),
    ("expectation", "not"): Text(", while expectation is no higher", "，而期望并不更高"),
    ("experience", "clear"): Text("; experience is {poorer:points} points poorer", "；体验差 {poorer:points} 点"),
    ("experience", "perhaps"): Text(", while experience is not clearly poorer", "，而体验并非明显更差"),
    ("experience", "not"): Text(", while experience is no poorer", "，而体验并不更差"),
}


def why_of(row: Record) -> Text:
    """A template over `expectation`, `experience` and `poorer`; empty where no side could be judged."""
    cause = row["cause"]
    if cause == "expectation":
        return _mostly(_HIGHER, "experience", row)
    if cause == "experience":
        return _mostly(_POORER, "expectation", row)
    return _BOTH if cause == "both" else _NEITHER if cause == "neither" else Text("", "")


def _mostly(blamed: Text, other: Side, row: Record) -> Text:
    """The side that is to blame, and the other one: it stands out as well but adds little, may do so, or does not."""
    how = _how(other, row)
    mostly = Text("mostly because ", "主要因为") if how == "clear" else Text("", "")
    meanwhile = _MEANWHILE[other, how]
    return Text(mostly.en + blamed.en + meanwhile.en, mostly.zh + blamed.zh + meanwhile.zh)


def _how(side: Side, row: Record) -> str:
    widens = 1 if side == "expectation" else -1  # which way that side makes the gap wider
    end = row[f"{side}_against_{'lower' if widens > 0 else 'upper'}"]
    if number(row[f"{side}_against"]) * widens <= 0:
        return "not"
    return "clear" if not isinstance(end, Blank) and number(end) * widens > 0 else "perhaps"
