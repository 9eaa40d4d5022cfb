"""Which outcomes are asked for."""

from __future__ import annotations

from ...study import Study
from ...study.explaining import every_outcome

ALL = "all"


def outcomes_of(study: Study, said: str | None) -> list[str | None]:
    """The outcomes that are asked for, each by its name; None is the model's target."""
    names = {name for latent, leaf in study.model.indicators for name in (latent, leaf.name)}
    if said != ALL or ALL in names:
        return [said]
    return [*every_outcome(study.model)]
