"""What reviewers ask of a figure, whether it passes, and what to do where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..results import Blank, Cell, Number, Table
from ..terms import Term, Text, Unit

Verdict = Literal["passes", "borderline", "fails"]
GRAVITY: tuple[Verdict, ...] = ("passes", "borderline", "fails")


@dataclass(frozen=True)
class Criterion:
    """One demand on one kind of figure.

    A figure passes from `wish` on and fails beyond `limit`; what lies between is borderline. Both None: each figure brings a
    threshold of its own. at_least: larger is better and the threshold itself will do; else the figure must stay under it.
    aspect: what it is a sign of ("reliability", "convergent", "discriminant", …). required: without it the model does not hold.
    because, advice: said of what does not pass. probability: its figures are p values, which stand in a table of their own and
    not among ratios.
    """

    key: str
    name: Text
    aspect: str
    wish: float | None
    limit: float | None
    at_least: bool
    because: Text
    advice: Text
    source: str
    required: bool = True
    probability: bool = False

    def verdict(self, value: float, wish: float, limit: float) -> Verdict:
        """What a figure deserves between these two thresholds."""
        if self._reached(value, wish):
            return "passes"
        return "borderline" if self._reached(value, limit) else "fails"

    def _reached(self, value: float, threshold: float) -> bool:
        return value >= threshold if self.at_least else value < threshold


@dataclass(frozen=True)
class Ruling:
    """One figure under one criterion. about: a latent, an indicator or a pair; empty for the whole model."""

    criterion: Criterion
    about: tuple[str, ...]
    value: Number
    threshold: Number
    verdict: Verdict | Blank


def rule(criterion: Criterion, about: tuple[str, ...], value: Cell, threshold: Cell = None) -> Ruling:
    """The ruling on a figure. threshold: of a figure that brings its own. A Blank stays a Blank, with its reason as the verdict."""
    blank = next((cell for cell in (value, threshold) if isinstance(cell, Blank)), None)
    if blank is not None:
        return Ruling(criterion, about, blank, blank, blank)
    figure = _number(value)
    wish = _number(threshold if criterion.wish is None else criterion.wish)
    limit = wish if criterion.limit is None else criterion.limit
    return Ruling(criterion, about, figure, wish, criterion.verdict(figure, wish, limit))


def condemned(criterion: Criterion, about: tuple[str, ...], value: Blank) -> Ruling:
    """The ruling on a figure that is absent because it is beyond every limit."""
    return Ruling(criterion, about, value, Blank(value.reason) if criterion.wish is None else criterion.wish, "fails")


def gravest(rulings: Iterable[Ruling]) -> list[Ruling]:
    """What could be judged, the gravest verdict first and under it what misses its threshold by most."""
    return sorted((one for one in rulings if not isinstance(one.verdict, Blank)), key=_badness, reverse=True)


def _badness(ruling: Ruling) -> tuple[int, float]:
    assert not isinstance(ruling.verdict, Blank)
    if isinstance(ruling.value, Blank):
        return GRAVITY.index(ruling.verdict), float("inf")
    distance = _number(ruling.threshold) - _number(ruling.value)
    return GRAVITY.index(ruling.verdict), distance if ruling.criterion.at_least else -distance


def _number(cell: Cell) -> float:
    assert isinstance(cell, int | float)  # blanks are told apart before
    return float(cell)


ABOUT = Term("about", "About", "对象", meaning=Text("The latent or indicator that is judged.", "被评判的潜变量或指标。"))
WITH = Term("with", "With", "与", meaning=Text("The other latent of the pair.", "配对中的另一个潜变量。"))
VALUE = Term("value", "Value", "数值", Unit.RATIO, 3, Text("The figure that is judged.", "被评判的数值。"))
SENSE = Term(
    "sense",
    "Wanted",
    "要求",
    meaning=Text("On which side of the threshold the figure should be.", "数值应在阈值的哪一侧。"),
    values={"at_least": Text("from", "不低于"), "under": Text("under", "低于")},
)
THRESHOLD = Term(
    "threshold",
    "Limit",
    "阈值",
    Unit.RATIO,
    3,
    Text("The limit in the literature; see the sources.", "文献中的界限，见来源。"),
)
LIMIT = Term(
    "limit",
    "Fails beyond",
    "不通过界限",
    Unit.RATIO,
    3,
    Text("Beyond it a figure fails; before it, it is borderline.", "超出即不通过，未超出为临界。"),
)
VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text(
        "Passes; borderline, between the wish and the last limit; or fails.", "通过；临界，介于理想值与最低界限之间；或不通过。"
    ),
    values={"passes": Text("passes", "通过"), "borderline": Text("borderline", "临界"), "fails": Text("fails", "不通过")},
)
TESTED = Term("tested", "Judged", "评判数", Unit.COUNT, 0, Text("Figures that could be judged.", "可以评判的数值个数。"))
FAILED = Term("failed", "Fail", "不通过数", Unit.COUNT, 0, Text("Figures that fail.", "不通过的数值个数。"))
BORDERLINE = Term(
    "borderline", "Borderline", "临界数", Unit.COUNT, 0, Text("Figures between both limits.", "介于两个界限之间的数值个数。")
)
WORST = Term("worst", "Worst", "最差值", Unit.RATIO, 3, Text("The worst figure under this criterion.", "此标准下最差的数值。"))


def criterion_term(criteria: Sequence[Criterion]) -> Term:
    """The column that names criteria."""
    meaning = Text("What reviewers ask for.", "评审所看的标准。")
    return Term("criterion", "Criterion", "标准", meaning=meaning, values={one.key: one.name for one in criteria})


def verdict_table(rulings: Sequence[Ruling], criteria: Sequence[Criterion], title: Text) -> Table:
    """Table `verdicts`, one row a ruling: the criterion, the figure, its threshold, and because and advice where it does not pass."""
    because = Term(
        "because", "Because", "原因", meaning=Text("What it means.", "含义。"), values={c.key: c.because for c in criteria}
    )
    advice = Term(
        "advice", "Do", "建议", meaning=Text("What can be done.", "可以采取的措施。"), values={c.key: c.advice for c in criteria}
    )
    columns = (criterion_term(criteria), ABOUT, WITH, VALUE, SENSE, THRESHOLD, VERDICT, because, advice)
    shown = ("criterion", "about", "with", "value", "sense", "threshold", "verdict")
    return Table("verdicts", title, columns, tuple(_row(one) for one in rulings), shown)


def _row(ruling: Ruling) -> tuple[Cell, ...]:
    key, verdict = ruling.criterion.key, ruling.verdict
    said = key if verdict in ("borderline", "fails") else None
    value, threshold = (None, None) if ruling.criterion.probability else (ruling.value, ruling.threshold)
    return (key, *_about(ruling), value, _sense(ruling.criterion), threshold, verdict, said, said)


def _about(ruling: Ruling | None) -> tuple[Cell, Cell]:
    first, second, *_ = (*(ruling.about if ruling else ()), None, None)
    return first, second


def _sense(criterion: Criterion) -> str | None:
    if criterion.probability:
        return None
    return "at_least" if criterion.at_least else "under"


def criteria_table(rulings: Sequence[Ruling], criteria: Sequence[Criterion], title: Text) -> Table:
    """Table `criteria`, one row a criterion that concerns this model: how many figures it judges, how many fail, and the worst."""
    columns = (criterion_term(criteria), SENSE, THRESHOLD, LIMIT, TESTED, BORDERLINE, FAILED, WORST, ABOUT, WITH, VERDICT)
    under = [(one, [ruling for ruling in rulings if ruling.criterion is one]) for one in criteria]
    shown = ("criterion", "sense", "threshold", "worst", "about", "with", "failed", "tested", "verdict")
    return Table("criteria", title, columns, tuple(_sum_up(one, mine) for one, mine in under if mine), shown)


def _sum_up(criterion: Criterion, rulings: Sequence[Ruling]) -> tuple[Cell, ...]:
    counts = {verdict: sum(one.verdict == verdict for one in rulings) for verdict in GRAVITY}
    bad = next(iter(gravest(rulings)), None)
    absent = next((Blank(one.verdict.reason) for one in rulings if isinstance(one.verdict, Blank)), Blank("not_applicable"))
    numbers = (sum(counts.values()), counts["borderline"], counts["fails"])
    own: Cell = absent if bad is None else bad.threshold
    value: Cell = absent if bad is None else bad.value
    verdict: Cell = absent if bad is None else bad.verdict
    threshold: Cell = own if criterion.wish is None else criterion.wish
    limit: Cell = threshold if criterion.limit is None else criterion.limit
    if criterion.probability:
        threshold = limit = value = None
    return (criterion.key, _sense(criterion), threshold, limit, *numbers, value, *_about(bad), verdict)
