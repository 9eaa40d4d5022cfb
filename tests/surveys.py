"""Small surveys and models for tests, made in memory."""

from __future__ import annotations

import numpy as np

from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.survey import Survey

from .reference import BLOCKS, ITEMS, PATHS, ecsi_like

TEN = Scale(1, 10)


def ecsi_model(**changes: object) -> Model:
    latents = tuple(Latent(name, indicators=tuple(Indicator(i, i) for i in items)) for name, items in BLOCKS.items())
    return Model(latents, **{"inner": InnerModel(tuple(PATHS)), "target": "Satisfaction", "scale": Scale(1, 10), **changes})  # type: ignore[arg-type]


def survey_of(values: object, columns: list[str] | None = None, scale: Scale = TEN, **changes: object) -> Survey:
    answers = np.asarray(values, dtype=float)
    names = tuple(columns or [f"Q{j + 1}" for j in range(answers.shape[1])])
    return Survey(answers, names, (scale,) * len(names), **changes)  # type: ignore[arg-type]


def ecsi_survey() -> Survey:
    return survey_of(ecsi_like(), ITEMS)


def flat_model(columns: list[str], **changes: object) -> Model:
    latent = Latent("Quality", indicators=tuple(Indicator(c, c) for c in columns))
    return Model((latent,), **{"target": "Quality", "scale": Scale(1, 10), **changes})  # type: ignore[arg-type]


def paired_model(pairs: list[tuple[str, str]], **changes: object) -> Model:
    latent = Latent("Service", indicators=tuple(Indicator(p, p, expectation=e) for p, e in pairs))
    return Model((latent,), **{"scale": Scale(1, 10), **changes})  # type: ignore[arg-type]
