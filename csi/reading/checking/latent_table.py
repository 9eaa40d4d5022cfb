"""The model in a few lines: each latent, where its questions stand, and which one the index is of."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import OVERALL, Latent, Model, Scale
from ...results import Table
from ...survey import Survey
from ...terms import LATENT, Text
from ..cells import Cells
from . import terms
from .column_table import ends_of, plain_ends
from .label_table import letters_of

_GUESSED = Text("The model that the columns suggest", "根据各列推测的模型")
_GIVEN = Text("The model", "模型")
_TERMS = (LATENT, terms.INDICATORS, terms.COLUMNS, terms.SCALE, terms.IS_TARGET)


def latent_table(cells: Cells, model: Model, survey: Survey | None, *, guessed: bool) -> Table:
    """One row a latent; the target is strong, and none is where the whole tree is the target."""
    scales = dict(zip(survey.columns, survey.scales, strict=True)) if survey else {}
    rows = tuple(_row(cells, latent, model, scales) for latent in model.latents)
    strong = frozenset(at for at, latent in enumerate(model.latents) if latent.name == model.target != OVERALL)
    shown = ("latent", "indicators", "columns", "scale")
    return Table("latents", _GUESSED if guessed else _GIVEN, _TERMS, rows, shown=shown, strong=strong)


def _row(cells: Cells, latent: Latent, model: Model, scales: Mapping[str, Scale]) -> tuple[str | int | bool | None, ...]:
    leaves = list(latent.leaves())
    places = [at for leaf in leaves if (at := cells.position(leaf.column)) is not None]
    letters = letters_of([cells.letters[at] for at in places])
    return latent.name, len(leaves), letters, _scale(latent, scales), latent.name == model.target


def _scale(latent: Latent, scales: Mapping[str, Scale]) -> str | None:
    """The one scale of all its questions, or the ends of each that differs."""
    own = [scales[leaf.column] for leaf in latent.leaves() if leaf.column in scales]
    said = list(dict.fromkeys(map(ends_of, own)))
    return said[0] if len(said) == 1 else " / ".join(dict.fromkeys(map(plain_ends, own))) or None
