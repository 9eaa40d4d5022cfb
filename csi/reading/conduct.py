"""How respondents went about it, read from the columns whose names speak of it: no other column is looked into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Model
from ..survey.conduct import Check, Conduct
from .answers.columns import column_of, shown
from .cells import Cells
from .guessing import known_headers as known
from .guessing.attention import instructed_answer
from .guessing.clock import moments_of, seconds_of, started_and_ended, unit_of
from .guessing.header_words import ATTENTION, INSTRUCTS
from .guessing.known_headers import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST_TOLD = 0.5  # share of respondents whose time can be read


def conduct_of(cells: Cells, model: Model) -> Conduct:
    """Time taken, instructed answers and addresses, as far as columns that are not the model's own tell them."""
    names = [plain(header) for header in cells.header]
    used = {position for use in model.uses() if (position := cells.position(use.column)) is not None}
    times, clock, in_seconds = _times(cells, names)
    return Conduct(times, clock, in_seconds, tuple(_checks(cells, names, used)), _people(cells, names))


def _times(cells: Cells, names: list[str]) -> tuple[NDArray[np.float64] | None, str, bool]:
    import numpy as np

    for at, name in enumerate(names):
        if name in known.DURATION:
            column = column_of(cells, at)
            unit = unit_of(column)
            times = np.array([seconds_of(said, unit or 1.0) for said in column.said], dtype=float)[column.index]
            if (~np.isnan(times)).mean() >= _LEAST_TOLD:
                return times, cells.header[at], unit is not None
    pair = started_and_ended(names)
    if pair is not None:
        times = _between(*(moments_of(cells.columns[at]) for at in pair))
        if (~np.isnan(times)).mean() >= _LEAST_TOLD:
            return times, " – ".join(cells.header[at].strip() for at in pair), True
    return None, "", False


def _between(begun: NDArray[np.float64], done: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seconds from one to the other; what is negative or over a day says nothing of the time taken."""
    import numpy as np

    seconds = done - begun
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where((seconds > 0) & (seconds < 86_400), seconds, np.nan))


def _checks(cells: Cells, names: list[str], used: set[int]) -> Iterator[Check]:
    import numpy as np

    for at, name in enumerate(names):
        said = (name, plain(cells.questions[at])) if at in cells.questions else (name,)
        if at in used or not any(ATTENTION.search(one) or INSTRUCTS.search(one) for one in said):
            continue
        column = column_of(cells, at)
        wanted = instructed_answer(column)
        if wanted is not None:
            right = np.array([one.whole == wanted.whole for one in column.said])
            yield Check(cells.header[at], shown(column.question or column.header), wanted.text, ~right[column.index])


def _people(cells: Cells, names: list[str]) -> dict[str, tuple[str | None, ...]]:
    """Addresses by column; "anonymous" and the like come too often to be anybody's."""
    found = {}
    for at, name in enumerate(names):
        if name in known.EMAIL:
            values = cells.columns[at]
            found[cells.header[at]] = tuple(v.strip().casefold() if isinstance(v, str) and "@" in v else None for v in values)
    return found
