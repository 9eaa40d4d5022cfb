"""Where the model of a survey comes from: given, on a sheet, beside the file, or guessed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Finding
from ..model import Model
from .cells import Cells
from .files.source import STDIN
from .guessing.guess import guess
from .models.store import read_model, sheet_model

if TYPE_CHECKING:
    import pandas

    from .files.columnar import Columnar
    from .files.delimited import TextTable
    from .files.workbook import Workbook


def find_model(
    cells: Cells, opened: Workbook | TextTable | Columnar | pandas.DataFrame, model: Model | str | Path | None = None
) -> tuple[Model, tuple[Finding, ...]]:
    """The model as given, else on the sheet "model" (模型), else SURVEY.model.yaml, else a guess with the finding that says so."""
    if isinstance(model, Model):
        return model, ()
    if model is not None:
        return read_model(model), ()
    found = sheet_model(opened, Path(cells.origin.source).name) or _beside(cells)
    return (found, ()) if found is not None else guess(cells)


def _beside(cells: Cells) -> Model | None:
    if cells.origin.kind == "frame" or cells.origin.source == STDIN:
        return None
    path = Path(cells.origin.source)
    sidecars = (path.with_suffix(".model.yaml"), path.with_name(path.name + ".model.yaml"))
    return next((read_model(sidecar) for sidecar in sidecars if sidecar.is_file()), None)
