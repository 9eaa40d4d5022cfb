"""What columns are for besides being indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What an analysis may need beyond indicators."""

    EXPECTATION = "expectation"
    IMPORTANCE = "importance"
    PATHS = "paths"
    MINIMUM = "minimum"
    GIVE_UP = "give_up"
    ASKED = "asked"
    STANDARD = "standard"
    FEASIBLE = "feasible"
    COMPANY = "company"
    BENCHMARK = "benchmark"
    COST = "cost"
    CEILING = "ceiling"
    PROMISED = "promised"
    HEARD = "heard"
    VIP_ONLY = "vip_only"
    CONTROLLABLE = "controllable"
    EXPECTATION_DIMENSION = "expectation_dimension"
    EXPERIENCE_DIMENSION = "experience_dimension"
    POINTS = "points"
    TIER = "tier"
    PROMISES = "promises"
    KEPT = "kept"
    DISCONFIRMATION = "disconfirmation"
    SEGMENTS = "segments"
    WAVE = "wave"
    RECOMMEND = "recommend"
    INDICATORS = "indicators"
    FEATURES = "features"


@dataclass(frozen=True)
class Respondents:
    """Columns that speak of the respondent rather than of the firm.

    tier: vip or ordinary. promises, kept: how many were made in this case, and how many were kept.
    disconfirmation: whether it was worse or better than expected, on an answer scale.
    """

    id: str | None = None
    case_weight: str | None = None
    segments: tuple[str, ...] = ()
    wave: str | None = None
    cluster: str | None = None
    strata: str | None = None
    recommend: str | None = None
    profit: str | None = None
    tier: str | None = None
    promises: str | None = None
    kept: str | None = None
    disconfirmation: str | None = None

    def texts(self) -> tuple[str, ...]:
        """Columns kept as words."""
        singles = (self.id, self.wave, self.cluster, self.strata, self.tier)
        return tuple(dict.fromkeys((*self.segments, *(c for c in singles if c is not None))))

    def numbers(self) -> tuple[str, ...]:
        """Columns kept as plain numbers, outside any answer scale."""
        return tuple(dict.fromkeys(column for _, column in self.plain()))

    def plain(self) -> tuple[tuple[str, str], ...]:
        """(what it is, column) of each column kept as plain numbers."""
        named = ((role, getattr(self, role)) for role in ("case_weight", "recommend", "profit", "promises", "kept"))
        return tuple((role, column) for role, column in named if column is not None)
