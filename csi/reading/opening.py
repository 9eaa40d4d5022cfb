"""A survey and its model, opened together: the model decides how the answers are read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Finding
from ..model import Indicator, Model, Scale
from ..survey import Survey
from ..survey.quality import quality
from .answers.decode import decode
from .cells import Cells
from .grid import open_source, read_cells
from .guessing.guess import GUESS
from .left_unsaid import left_unsaid
from .model_source import find_model
from .own_words import in_own_words

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
    return bind(cells, found if adjust is None else adjust(found), findings)


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
    survey = decode(cells, model)
    blocks = {latent.name: [leaf.column for leaf in latent.leaves()] for latent in model.latents}
    suspicious = quality(survey, blocks, identifier=model.respondents.id)
    unsaid = left_unsaid(cells, model)
    survey = dataclasses.replace(survey, findings=in_own_words((*findings, *unsaid, *survey.findings, *suspicious), model))
    return survey, _with_scales(model, survey) if model.source == GUESS else model


def _with_scales(model: Model, survey: Survey) -> Model:
    """The guessed model with the scales that were found, so that it reads another wave in the same way."""
    import numpy as np

    ends = {
        column: (scale.lowest, scale.highest)
        for column, scale in zip(survey.columns, survey.scales, strict=True)
        if not np.isnan(survey.answered(column)).all()
    }
    used = {ends[use.column] for use in model.uses() if use.use != "importance" and use.column in ends}
    if len(used) == 1:
        return dataclasses.replace(model, scale=Scale(*used.pop()))
    latents = tuple(
        dataclasses.replace(latent, indicators=tuple(_with_scale(leaf, ends) for leaf in latent.indicators))
        for latent in model.latents
    )
    return dataclasses.replace(model, latents=latents)


def _with_scale(leaf: Indicator, ends: Mapping[str, tuple[float, float]]) -> Indicator:
    """A scale declared for an indicator holds for its expectation too, so the two must agree."""
    found = {ends[column] for column in (leaf.column, leaf.expectation) if column is not None and column in ends}
    return dataclasses.replace(leaf, scale=Scale(*found.pop())) if len(found) == 1 else leaf
