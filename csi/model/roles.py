"""What columns are for besides being indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What an analysis may need beyond indicators."""

    EXPECTATION = "expectation"
    IMPORTANCE = "importance"
    PATHS = "paths"
    SEGMENTS = "segments"
    WAVE = "wave"
    RECOMMEND = "recommend"


@dataclass(frozen=True)
class Respondents:
    """Columns that speak of the respondent rather than of the firm."""

    id: str | None = None
    case_weight: str | None = None
    segments: tuple[str, ...] = ()
    wave: str | None = None
    cluster: str | None = None
    strata: str | None = None
    recommend: str | None = None
    profit: str | None = None

    def texts(self) -> tuple[str, ...]:
        """Columns kept as words."""
        singles = (self.id, self.wave, self.cluster, self.strata)
        return tuple(dict.fromkeys((*self.segments, *(c for c in singles if c is not None))))

    def numbers(self) -> tuple[str, ...]:
        """Columns kept as plain numbers, outside any answer scale."""
        return tuple(dict.fromkeys(c for c in (self.case_weight, self.recommend, self.profit) if c is not None))
