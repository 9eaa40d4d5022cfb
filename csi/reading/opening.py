"""A survey and its model, opened together: the model decides how the answers are read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Finding
from ..model import Model
from ..survey import Survey
from ..survey.quality import quality
from .answers.decode import decode
from .cells import Cells
from .companions import with_companions
from .conduct import conduct_of
from .explicit import settled
from .gap_headers import gap_headers
from .grid import open_source, read_cells
from .guessing.guess_findings import GUESS
from .left_unsaid import left_unsaid
from .model_source import find_model
from .own_words import in_own_words
from .pasted import pasted_rows
from .ready_gaps import decode_with_gaps

if TYPE_CHECKING:
    import pandas


def open_survey(
    source: str | Path | pandas.DataFrame,
    model: Model | str | Path | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    adjust: Callable[[Model], Model] | None = None,
) -> tuple[Survey, Model]:
    """The answers and the model that they were read by.

    source: a path, "-" for CSV on standard input, or a DataFrame. model: a Model, the path of one, or a preset; None looks for a
    sheet "model" (模型), then for SURVEY.model.yaml and SURVEY.lav, then guesses from the columns and says so in a finding.
    adjust: changes the model before the answers are read (to add a segment column, say).
    Raises: UnreadableFile, NothingToScore, ModelFault and their kind, each with its place and remedy.
    """
    opened = open_source(source, encoding=encoding)
    cells = read_cells(opened, sheet=sheet)
    found, findings = find_model(cells, opened, model)
    survey, read = bind(cells, found if adjust is None else adjust(found), findings)
    return with_companions(survey, read, opened), read


def read_survey(
    source: str | Path | pandas.DataFrame,
    model: Model | str | Path | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
) -> Survey:
    """The answers that the model names; see `open_survey`."""
    return open_survey(source, model, sheet=sheet, encoding=encoding)[0]


def bind(cells: Cells, model: Model, findings: tuple[Finding, ...] = ()) -> tuple[Survey, Model]:
    """The cells decoded by the model, with what is suspicious in the answers, and the model; a guessed one learns its scales."""
    survey = decode(cells, model) if model.gap_sign is None else decode_with_gaps(cells, model)
    if model.source == GUESS:
        survey, model = settled(cells, model, survey)
    if cells.restore is not None:
        survey = cells.restore(survey)
    suspicious = _suspicious(cells, survey, model)
    unsaid = left_unsaid(cells, model)
    said = in_own_words((*findings, *unsaid, *gap_headers(cells, model), *survey.findings, *suspicious), model)
    return dataclasses.replace(survey, findings=said), model


def _suspicious(cells: Cells, survey: Survey, model: Model) -> tuple[Finding, ...]:
    blocks = {latent.name: [leaf.column for leaf in latent.leaves()] for latent in model.latents}
    judged = quality(survey, blocks, identifier=model.respondents.id, conduct=conduct_of(cells, model))
    return (*judged, *pasted_rows(cells, survey))
