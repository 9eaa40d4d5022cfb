"""The words of maps that two lines divide: the four parts, and how sure it is in which of them a point lies."""

from __future__ import annotations

from ..terms import Term, Text, Unit

PARTS = {
    "concentrate": Text("concentrate here", "优先改进区"),
    "keep_up": Text("keep it up", "优势区"),
    "low_priority": Text("low priority", "次要改进区"),
    "overkill": Text("possible overkill", "维持区"),
}
PROBABILITY = Term(
    "probability",
    "Certainty",
    "象限稳定度",
    Unit.SHARE,
    0,
    Text("Share of the resamples in which it lies in the same quadrant.", "落在同一象限的重抽样所占比例。"),
)
