"""What the shared options asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..numerics.intervals import Form
    from ..study.basis import Scheme
    from ..study.respondents import Missing


@dataclass(frozen=True)
class Wishes:
    """What the shared options asked for; the defaults are those of `SHARED`."""

    model: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    weights: str | None = None
    scheme: Scheme = "path"
    missing: Missing = "available"
    resamples: int = 2000
    seed: int = 1
    confidence: float = 0.95
    interval: Form = "percentile"
    case_weights: str | None = None
    cluster: str | None = None
    strata: str | None = None
    by: str | None = None
    only: tuple[tuple[str, str], ...] = ()
    min_base: int = 30
    format: str | None = None
    out: str | None = None
    lang: str | None = None
    fail_under: float | None = None
    strict: bool = False
    quiet: bool = False
    verbose: bool = False

    @classmethod
    def of(cls, values: dict[str, Any]) -> Wishes:
        """The wishes among these values; what an analysis alone understands is left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})
