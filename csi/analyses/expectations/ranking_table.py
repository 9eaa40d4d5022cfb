"""The table of expectations, from the essential to what can be given up."""

from __future__ import annotations

from ...results import Blank, Cell, Table
from ...study.aside import Bounded
from ...terms import INDICATOR, LATENT, N, Text, bounded
from .ranking import Ranking
from .terms import (
    BEYOND_SHARE,
    BEYOND_STANDARD,
    CAUSE,
    CERTAINTY,
    CLASS,
    EXCESS,
    EXPECTED,
    EXPERIENCED,
    GAP,
    GIVE_UP,
    IMPORTANCE,
    KANO,
    RANK,
    VERDICT,
    keys,
)

_COLUMNS = (
    RANK, LATENT, INDICATOR, CLASS, CERTAINTY, KANO, *bounded(IMPORTANCE), *bounded(GIVE_UP), BEYOND_STANDARD, *bounded(BEYOND_SHARE),
    *bounded(EXCESS), *bounded(EXPECTED), *bounded(EXPERIENCED), *bounded(GAP), VERDICT, CAUSE, N,
)  # fmt: skip
_TITLE = Text("What is expected, from the essential to what can be given up", "期望排序：从必须满足到可以放弃")


def ranking_table(ranking: Ranking) -> Table:
    """One row an expectation, the most essential first."""
    rows = tuple(_row(ranking, rank, at) for rank, at in enumerate(ranking.order(), 1))
    strong = frozenset(number for number, row in enumerate(rows) if row[3] == "essential")
    return Table("expectations", _TITLE, _COLUMNS, rows, _shown(ranking), strong)


def _shown(ranking: Ranking) -> tuple[str, ...]:
    """The columns that have something to say here."""
    of = ranking.n
    found = ["indicator", "class"]
    found += ["cause"] if any(of["excess"]) and any(of["experience"]) else []
    found += ["kano"] if ranking.asked.kano is not None else []
    found += ["importance"] if any(of["importance"]) else []
    found += keys(GIVE_UP) if any(of["give_up"]) else ()
    found += ["unreasonable"] if any(of["excess"]) else []
    found += keys(GAP) if any(of["experience"]) else ()
    return (*found, "certainty")


def _row(ranking: Ranking, rank: int, at: int) -> tuple[Cell, ...]:
    made, n, (latent, leaf) = ranking.made, ranking.n, ranking.asked.leaves[at]
    excess = made.bounded("excess", at, n["excess"][at])
    beyond = _beyond(excess)
    sides = [made.bounded(key, at, n["experience"][at], "no_pairs") for key in ("expectation", "experience", "gap")]
    if leaf.expectation is not None and n["experience"][at] == 0 and n["expected"][at]:
        sides[0] = made.bounded("expected", at, n["expected"][at])
    verdict = verdict_of(sides[2])
    return (
        rank, latent, leaf.name, ranking.class_of(at), ranking.certainty(at), ranking.kano(at),
        *_unless(leaf.importance, made.bounded("importance", at, n["importance"][at])),
        *_unless(leaf.give_up, made.share("give_up", at, n["give_up"][at])),
        *((None,) * 7 if leaf.standard is None else (beyond, *made.share("beyond", at, n["beyond"][at]), *excess)),
        *((None,) * 9 if leaf.expectation is None else (cell for side in sides for cell in side)),
        verdict if leaf.expectation is not None else None, _cause(ranking, at, verdict, excess, sides[1]), ranking.answered(at),
    )  # fmt: skip


def _unless(column: str | None, cells: Bounded) -> tuple[Cell, ...]:
    """Nothing where the model does not ask."""
    return (None,) * 3 if column is None else cells


def _beyond(excess: Bounded) -> Cell:
    value, lower, _ = excess
    if isinstance(value, Blank):
        return value
    if value <= 0:
        return "no"
    return "yes" if isinstance(lower, Blank) or lower > 0 else "perhaps"


def verdict_of(gap: Bounded) -> Cell:
    """By the interval of a gap; the reason where there is none."""
    _, lower, upper = gap
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        return lower if isinstance(lower, Blank) else upper
    return "below" if upper < 0 else "exceeds" if lower > 0 else "meets"


def _cause(ranking: Ranking, at: int, verdict: Cell, excess: Bounded, experience: Bounded) -> Cell:
    """Only where experience falls short and a standard tells what may be expected; settled by intervals, not by means."""
    value, lower, upper = excess
    if verdict != "below" or isinstance(value, Blank):
        return None
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        return lower if isinstance(lower, Blank) else upper
    if upper <= 0:
        return "experience"
    return "open" if lower <= 0 else "both" if _poor(ranking, at, experience) else "expectation"


def _poor(ranking: Ranking, at: int, experience: Bounded) -> bool:
    """Whether the experience, too, clearly lies under a standard that is in units of the expectation."""
    asked, leaf, upper = ranking.asked, ranking.asked.leaves[at][1], experience[2]
    standard = None if leaf.asked is not None else asked.standard_of(leaf)
    scale = asked.study.survey.scales[asked.study.survey.columns.index(leaf.column)]
    return standard is not None and not isinstance(upper, Blank) and scale.lowest + upper * scale.width / 100 < standard
