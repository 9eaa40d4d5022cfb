"""Where the model of a survey comes from: given, on a sheet, beside the file, or guessed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Finding
from ..model import Model
from .cells import Cells
from .files.source import STDIN
from .guessing.guess import guess
from .left_out import said_left_out
from .models.store import read_model, sheet_model

if TYPE_CHECKING:
    import pandas

    from .files.columnar import Columnar
    from .files.delimited import TextTable
    from .files.workbook import Workbook

_SIDECARS = (".model.yaml", ".lav")


def find_model(
    cells: Cells, opened: Workbook | TextTable | Columnar | pandas.DataFrame, model: Model | str | Path | None = None
) -> tuple[Model, tuple[Finding, ...]]:
    """The model as given, else on the sheet "model" (模型), else beside the file, else a guess with the finding that says so.

    Beside the file: SURVEY.model.yaml, then SURVEY.lav.
    """
    if isinstance(model, Model):
        return model, ()
    if model is not None:
        return read_model(model), ()
    found = sheet_model(opened, Path(cells.origin.source).name) or _beside(cells)
    if found is not None:
        return found, ()
    guessed, announced = guess(cells)
    return guessed, (*announced, *said_left_out(cells, guessed))


def _beside(cells: Cells) -> Model | None:
    if cells.origin.kind == "frame" or cells.origin.source == STDIN:
        return None
    path = Path(cells.origin.source)
    return next((read_model(sidecar) for sidecar in sidecars(path) if sidecar.is_file()), None)


def sidecars(survey: Path) -> tuple[Path, ...]:
    """Where a model may stand beside a survey, the first that is there counts."""
    return tuple(place for suffix in _SIDECARS for place in (survey.with_suffix(suffix), survey.with_name(survey.name + suffix)))
