"""A model drafted from a survey, and what a person should know who is going to edit it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..model import Model
from ..terms import Text
from .answers.wordings import for_the_next_wave
from .cells import Cells
from .checking.read_line import read_facts
from .checking.terms import ROLES
from .grid import open_source, read_cells
from .left_out import left_out
from .model_source import find_model
from .opening import bind

if TYPE_CHECKING:
    import pandas


class Draft(NamedTuple):
    """model: everything that was guessed, said. notes: what no model can say, one line each."""

    model: Model
    notes: tuple[Text, ...]


def draft(source: str | Path | pandas.DataFrame, *, sheet: str | None = None, encoding: str | None = None) -> Draft:
    """The model that reads this survey as it is read without one, with scales, labels and missing codes written out.

    Steps that nobody used have every known wording, for the next wave may use one.

    Raises: what `open_survey` raises.
    """
    opened = open_source(source, encoding=encoding)
    cells = read_cells(opened, sheet=sheet)
    found, announced = find_model(cells, opened)
    _, model = bind(cells, found, announced)
    return Draft(for_the_next_wave(cells, model), tuple(_notes(cells, model)))


def _notes(cells: Cells, model: Model) -> Iterator[Text]:
    name, facts = Path(cells.origin.source).name, read_facts(cells)
    yield Text(f"drafted from {name}: {facts.en}", f"根据 {name} 草拟：{facts.zh}")
    yield from _left_out(cells, model)


def _left_out(cells: Cells, model: Model) -> Iterator[Text]:
    """The columns that the model does not name, by what they were taken for."""
    for kind, where in left_out(cells, model).items():
        word = ROLES[kind]
        yield Text(f"left out as {word.en}: column {where}", f"未纳入（{word.zh}）：{where} 列")
