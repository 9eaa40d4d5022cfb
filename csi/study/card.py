"""What was studied and how, in words: enough to do it again."""

from __future__ import annotations

from ..findings import Value
from ..numerics import intervals
from ..results import Card
from .study import Study


def settings_of(study: Study) -> dict[str, Value]:
    """All that is needed to reproduce a figure, defaults and seed included."""
    drawn = study.__dict__.get("replicates")  # the form of the resampling is known once it was done
    roles = study.model.respondents
    return {
        "weights": study.weighting,
        "scheme": study.scheme if study.weighting == "pls" else None,
        "missing": study.missing,
        "case_weights": roles.case_weight,
        "cluster": roles.cluster,
        "strata": roles.strata,
        "resamples": study.resamples,
        "seed": study.seed,
        "confidence": study.confidence,
        "interval": _interval_form(study),
        "resampling": drawn.form if drawn is not None else None,
    }


def card_of(study: Study) -> Card:
    """What was studied, in a few lines."""
    origin = study.survey.origin
    return Card(
        name=study.model.name or origin.source,
        survey=origin.source,
        sheet=origin.sheet,
        respondents=study.respondents,
        used=study.used,
        model=study.model.source,
        target=study.model.target,
        weights=study.weighting,
        settings=settings_of(study),
    )


def _interval_form(study: Study) -> str | None:
    if study.resamples < 2 or study.base.effective < 3:
        return None
    return intervals.in_force(study.interval, study.base.effective)
