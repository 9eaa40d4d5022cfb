"""What each indicator is good for, by the four principles: important, controllable, measurable, comparable."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...findings import Remark
from ...model import OVERALL, Indicator, Latent, Model
from ...results import Cell, Table
from ...survey import Survey
from ...survey.against import item_rest_correlation
from ...terms import COLUMN, INDICATOR, LATENT, N, Text
from . import verdicts as v
from .doubtful_ends import doubtful_ends
from .judgement import controllable, important, measurable, remark
from .verdicts import Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


_TITLE = Text("What each indicator is good for", "各指标是否符合四项原则")
_TERMS = (
    LATENT, INDICATOR, COLUMN, N, v.IMPORTANT, v.WHY_IMPORTANT, v.RELATION, v.CONTROLLABLE, v.WHY_CONTROLLABLE, v.MEASURABLE,
    v.WHY_MEASURABLE, v.ITEM_REST, v.ONE_SCALE, v.WHY_ONE_SCALE, v.COMPARABLE, v.WHY_COMPARABLE, v.REMARK,
)  # fmt: skip
_SHOWN = ("indicator", "important", "controllable", "measurable", "one_scale", "comparable", "because", "important_because")
_UNSAID = {
    "controllable": Text(
        "whether the firm can change an indicator, only the model can say: controllable: yes or no",
        "企业能否改变某指标，须由模型写明：controllable: yes 或 no",
    ),
    "comparable": Text(
        "with what it is compared, too: benchmark: a figure, or the column of a competitor's ratings",
        "与什么相比，也须写明：benchmark: 数值，或竞争对手评分所在的列",
    ),
}


@dataclass(frozen=True, eq=False)
class _Seen:
    """What verdicts rest on. shares: answers, 0 worst and 1 best. doubtful: columns whose scale is a guess with an open end.

    total, count: by respondent, of the answers that the index is of.
    """

    model: Model
    survey: Survey
    shares: Mapping[str, Floats]
    doubtful: frozenset[str]
    total: Floats
    count: Floats

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each column stands among the answers."""
        return {name: at for at, name in enumerate(self.survey.columns)}


def principles(model: Model, survey: Survey) -> Table:
    """One row an indicator: a verdict by each principle with its reason, and the figures behind them."""
    shares = _shares(survey)
    seen = _Seen(model, survey, shares, doubtful_ends(survey), *_goal(model, shares))
    rows = [row for latent in model.latents for row in _rows(latent, seen)]
    table = Table("principles", _TITLE, _TERMS, tuple(rows))
    unimportant = [row["because"] for row in table.records() if row["important"] == "fails"]
    twice = any(because not in {"unrelated", "asked_unimportant"} for because in unimportant)  # another flaw is told
    return replace(table, shown=tuple(key for key in _SHOWN if twice or key != "important_because"))


def unsaid(table: Table) -> tuple[Remark, ...]:
    """What the model does not say of any indicator, in one line; nothing where all is said."""
    words = [text for key, text in _UNSAID.items() if "unknown" in table.column(key)]
    text = Text("; ".join(one.en for one in words), "；".join(one.zh for one in words))
    return (Remark("not_said", text),) if words else ()


def _shares(survey: Survey) -> dict[str, Floats]:
    """The answers of each column, 0 worst and 1 best."""
    pairs = zip(survey.columns, survey.scales, strict=True)
    return {column: (survey.answers[:, at] - scale.lowest) / scale.width for at, (column, scale) in enumerate(pairs)}


def _goal(model: Model, shares: Mapping[str, Floats]) -> tuple[Floats, Floats]:
    """Sum and count, by respondent, of the answers that the index is of."""
    import numpy as np

    latents = model.latents if model.target == OVERALL else (model.latent(model.target),)
    total, count = np.zeros(len(next(iter(shares.values())))), np.zeros(len(next(iter(shares.values()))))
    for latent in latents:
        for leaf in latent.leaves():
            answers = shares[leaf.column]
            total, count = total + np.nan_to_num(answers), count + ~np.isnan(answers)
    return total, count


def _rows(latent: Latent, seen: _Seen) -> Iterator[tuple[Cell, ...]]:
    import numpy as np

    leaves = list(latent.leaves())
    block = np.column_stack([seen.shares[leaf.column] for leaf in leaves])
    people = seen.survey.origin.holds == "respondents"  # counts of answers know nothing of who gave them
    fellows = item_rest_correlation(block) if len(leaves) > 1 and people else np.full(len(leaves), np.nan)
    usual = _usual_ends(leaves, seen)
    for leaf, with_fellows in zip(leaves, map(float, fellows), strict=True):
        answers = seen.shares[leaf.column]
        n = int((~np.isnan(answers)).sum())
        relation = _relation(answers, seen, inside=seen.model.target in (OVERALL, latent.name)) if people else np.nan
        asked = seen.shares.get(leaf.importance) if leaf.importance is not None else None
        judged = (
            important(asked, relation, n) if latent.name != seen.model.target else Verdict("passes", "is_target"),
            controllable(leaf),
            measurable(answers, with_fellows, len(leaves) if latent.mode == "A" else 1),
            _one_scale(leaf, seen, usual),
            _comparable(leaf, seen),
        )
        yield (
            latent.name, leaf.name, leaf.column, n, *judged[0], _or_none(relation), *judged[1], *judged[2],
            _or_none(with_fellows), *judged[3], *judged[4], remark((judged[2], judged[3], judged[4], judged[0])),
        )  # fmt: skip


def _or_none(number: float) -> float | None:
    return None if math.isnan(number) else number


def _relation(answers: Floats, seen: _Seen, *, inside: bool) -> float:
    """Correlation with the mean of what the index is of, itself left out where it is `inside`; NaN where there is none."""
    import numpy as np

    told = ~np.isnan(answers)
    total = seen.total - np.nan_to_num(answers) if inside else seen.total
    count = seen.count - told if inside else seen.count
    both = told & (count > 0)
    if both.sum() < 10 or np.ptp(answers[both]) == 0:
        return float("nan")
    rest = total[both] / count[both]
    return float(np.corrcoef(answers[both], rest)[0, 1]) if np.ptp(rest) > 1e-12 else float("nan")


def _usual_ends(leaves: Sequence[Indicator], seen: _Seen) -> tuple[float, float] | None:
    ends = Counter(_ends(leaf, seen) for leaf in leaves)
    return ends.most_common(1)[0][0]


def _ends(leaf: Indicator, seen: _Seen) -> tuple[float, float] | None:
    import numpy as np

    at = seen.places[leaf.column]
    if np.isnan(seen.survey.answers[:, at]).all():
        return None
    return seen.survey.scales[at].lowest, seen.survey.scales[at].highest


def _comparable(leaf: Indicator, seen: _Seen) -> Verdict:
    if _ends(leaf, seen) is None:
        return Verdict("fails", "no_scale")
    return Verdict("unknown", "no_benchmark") if leaf.benchmark is None else Verdict("passes", "benchmark")


def _one_scale(leaf: Indicator, seen: _Seen, usual: tuple[float, float] | None) -> Verdict:
    ends = _ends(leaf, seen)
    if ends is None:
        return Verdict("fails", "no_scale")
    if ends != usual:
        return Verdict("fails", "other_scale")
    return Verdict("unknown", "ends_guessed") if leaf.column in seen.doubtful else Verdict("passes", "same_scale")
