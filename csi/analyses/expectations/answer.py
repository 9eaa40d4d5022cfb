"""The sentence for a reader of one sentence: what is essential, where experience falls short of it, what can be given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...findings import Remark
from ...results import Cell, Table
from ...terms import Text

Record = Mapping[str, Cell]

_CLAUSES: dict[str, Text] = {
    "essential": Text("essential: {essential}", "必须满足：{essential}"),
    "short": Text("experience falls short of {short}", "其中体验不及期望：{short}"),
    "met": Text("and met", "均已得到满足"),
    "given_up": Text("can be given up: {given_up}", "可放弃：{given_up}"),
    "beyond": Text("beyond the industry standard: {beyond}", "超出行业标准：{beyond}"),
}
_NOTHING = Text("no expectation is essential here, and none can be given up", "没有必须满足的期望，也没有可放弃的期望")


def answer_of(table: Table) -> Remark:
    """Which expectations are essential and where experience falls short of them, which can be given up, which are unreasonable."""
    rows = table.records()
    essential = [row for row in rows if row["class"] == "essential"]
    told = {
        "essential": names_of(essential),
        "short": names_of(row for row in essential if row["verdict"] == "below"),
        "met": (),
        "given_up": names_of(row for row in rows if row["class"] == "given_up"),
        "beyond": names_of(row for row in rows if row["unreasonable"] == "yes"),
    }
    said = [clause for key, clause in _CLAUSES.items() if told[key] or (key == "met" and _all_met(essential))]
    if not said:
        return Remark("ranking", _NOTHING)
    text = Text("; ".join(one.en for one in said).replace("; and met", ", and met"), "；".join(one.zh for one in said))
    return Remark("ranking", text, {key: names for key, names in told.items() if names})


def _all_met(essential: Sequence[Record]) -> bool:
    return bool(essential) and all(row["verdict"] in ("meets", "exceeds") for row in essential)


def names_of(rows: Iterable[Record]) -> tuple[str, ...]:
    """The indicators of some rows."""
    return tuple(str(row["indicator"]) for row in rows)
