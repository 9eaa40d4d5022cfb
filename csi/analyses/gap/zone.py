"""The zone of tolerance: where the experience lies between what is just acceptable and what is wished for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...model import Indicator
from ...numerics.moments import Sums
from ...results import Blank, Cell, Table
from ...study import Study
from ...study.aside import Aside, Bounded, aside
from ...study.further_columns import on_100
from ...terms import INDICATOR, LATENT, N, Term, Text
from ...terms import bounded as with_ends
from .terms import count, points
from .terms import share as share_term

Array = NDArray[np.float64]

ZONE = Term(
    "zone",
    "Lies",
    "位置",
    meaning=Text(
        "The mean experience against the mean minimum and the mean wish, beyond chance.",
        "平均体验相对于平均最低可接受水平与平均期望水平（超出偶然）。",
    ),
    values={
        "below": Text("below", "低于"),
        "within": Text("within", "区内"),
        "above": Text("above", "高于"),
        "edge": Text("at an edge", "处于边缘"),
    },
)
_MINIMUM = points("minimum", "Minimum", "最低可接受", Text("Mean of the least that is acceptable.", "最低可接受水平的平均值。"))
_DESIRED = points("desired", "Wish", "期望水平", Text("Mean of what is wished for.", "期望水平的平均值。"))
_PERCEIVED = points("perceived", "Experienced", "体验", Text("Mean experience.", "平均体验。"))
_MSA = points(
    "msa", "MSA", "MSA", Text("Experience less minimum: service adequacy.", "体验减去最低可接受水平（服务适当性）。"), signed=True
)
_MSS = points(
    "mss", "MSS", "MSS", Text("Experience less wish: service superiority.", "体验减去期望水平（服务优越性）。"), signed=True
)
_WIDTH = points(
    "width",
    "Width",
    "容忍区宽度",
    Text("Wish less minimum, of those whose wish is not below it.", "期望水平减去最低水平（不含期望低于最低者）。"),
)
_BELOW = share_term("below", "Below", "低于", Text("Respondents below their own minimum.", "体验低于本人最低水平的受访者。"))
_WITHIN = share_term("within", "Within", "区内", Text("From their minimum to their wish.", "介于本人最低与期望水平之间。"))
_ABOVE = share_term("above", "Above", "高于", Text("Respondents above their own wish.", "体验高于本人期望水平的受访者。"))
_CROSSED = count(
    "crossed",
    "Minimum over wish",
    "最低高于期望",
    Text("Respondents whose minimum exceeds their wish.", "最低水平高于期望水平的受访者人数。"),
)
_COLUMNS = (
    LATENT, INDICATOR, _MINIMUM, _DESIRED, _PERCEIVED, *with_ends(_MSA), *with_ends(_MSS), *with_ends(_WIDTH),
    *with_ends(_BELOW), *with_ends(_WITHIN), *with_ends(_ABOVE), ZONE, _CROSSED, N,
)  # fmt: skip
_SHOWN = (
    "indicator", "zone", "below", "within", "above", "msa", "msa_lower", "msa_upper", "mss", "mss_lower", "mss_upper",
    "minimum", "desired", "perceived",
)  # fmt: skip
_TITLE = Text("Zone of tolerance", "容忍区")


@dataclass(frozen=True, eq=False)
class Answers:
    """One indicator's answers on 0-100 of those who gave all three; the others are NaN."""

    latent: str
    leaf: Indicator
    minimum: Array
    desired: Array
    perceived: Array

    @property
    def whole(self) -> NDArray[np.bool_]:
        """(n,) who gave all three."""
        return np.isfinite(self.perceived)

    @property
    def crossed(self) -> NDArray[np.bool_]:
        """(n,) whose minimum is over their wish, so that there is no zone."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self.minimum > self.desired + 1e-9)

    def columns(self) -> Array:
        """(n, 7) minimum, wish, experience, width, below, within, above.

        Below counts first, for what is not acceptable cannot be good.
        """
        low, wish, had = self.minimum, self.desired, self.perceived
        with np.errstate(invalid="ignore"):
            below = had < low - 1e-9
            above = ~below & (had > wish + 1e-9)
        bands = [np.where(self.whole, band, np.nan) for band in (below, ~below & ~above, above)]
        width = np.where(self.crossed, np.nan, wish - low)
        return np.column_stack([low, wish, had, width, *bands])


def zone_answers(study: Study) -> tuple[Answers, ...]:
    """The indicators with a minimum and a wish that somebody answered."""
    asked = [(latent, leaf) for latent, leaf in study.model.indicators if leaf.minimum and leaf.expectation]
    return tuple(made for latent, leaf in asked if (made := _answers(study, latent, leaf)).whole.any())


def _answers(study: Study, latent: str, leaf: Indicator) -> Answers:
    assert leaf.minimum is not None
    assert leaf.expectation is not None
    sides = [on_100(study, column) for column in (leaf.minimum, leaf.expectation, leaf.column)]
    whole = np.isfinite(np.column_stack(sides)).all(axis=1)
    return Answers(latent, leaf, *(np.where(whole, side, np.nan) for side in sides))


def zone_table(study: Study, answers: tuple[Answers, ...]) -> Table:
    """One row an indicator."""
    made = aside(study, np.column_stack([one.columns() for one in answers]), _figures)
    rows = tuple(_row(made, at, one) for at, one in enumerate(answers))
    return Table("zone", _TITLE, _COLUMNS, rows, _SHOWN)


def _figures(sums: Sums) -> Mapping[str, Array]:
    """(i, B) of each indicator, by name."""
    minimum, desired, perceived, width, below, within, above = (sums.means[at::7] for at in range(7))
    means = {"minimum": minimum, "desired": desired, "perceived": perceived, "width": width}
    bands = {"below": below, "within": within, "above": above}
    return {**means, **bands, "msa": perceived - minimum, "mss": perceived - desired}


def _row(made: Aside, at: int, one: Answers) -> tuple[Cell, ...]:
    n, crossed = int(one.whole.sum()), int((one.crossed & one.whole).sum())
    means = [made.value(key, at) for key in ("minimum", "desired", "perceived")]
    msa, mss = (made.bounded(key, at, n) for key in ("msa", "mss"))
    width = made.bounded("width", at, n - crossed, "nothing_to_compare")
    shares = [cell for key in ("below", "within", "above") for cell in made.share(key, at, n)]
    return (one.latent, one.leaf.name, *means, *msa, *mss, *width, *shares, _zone(msa, mss), crossed, n)


def _zone(msa: Bounded, mss: Bounded) -> Cell:
    """By the intervals of MSA and MSS."""
    blank = next((cell for cell in (*msa, *mss) if isinstance(cell, Blank)), None)
    if blank is not None:
        return blank
    ends = [float(cell) for cell in (*msa[1:], *mss[1:]) if isinstance(cell, float)]
    if ends[1] < 0:
        return "below"
    if ends[2] > 0:
        return "above"
    return "within" if ends[0] > 0 and ends[3] < 0 else "edge"
