"""What each key of a model file holds, in the full form: the classes that pydantic checks values against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ...model import HigherOrder
from ...model.company import GapSign

# written at a latent or part, meant for the indicators below: columns side by side with them, and what all of them have in common
SIDE_BY_SIDE = ("expectation", "importance", "minimum", "give_up", "asked", "promised", "heard")
HANDED_DOWN = ("scale", "expectation_dimension", "experience_dimension")
SHARED_KEYS = (*SIDE_BY_SIDE, *HANDED_DOWN)

_STRICT = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True)
class WordsEntry:
    """label: or question: by language."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    en: str | None = None
    zh: str | None = None

    def texts(self) -> dict[str, str]:
        """The languages that are there."""
        return {language: text for language, text in (("en", self.en), ("zh", self.zh)) if text is not None}


@dataclass(frozen=True)
class ScaleEntry:
    """scale:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    min: float
    max: float
    missing: list[str] = field(default_factory=list)
    labels: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class BenchmarkEntry:
    """benchmark: a number, or a column"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    number: float | None = None
    column: str | None = None

    def said(self) -> float | str | None:
        """Whichever is there."""
        return self.number if self.column is None else self.column


@dataclass(frozen=True)
class IndicatorEntry:
    """One item of indicators:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    column: str
    expectation: str | None = None
    importance: str | None = None
    weight: float | None = None
    scale: ScaleEntry | None = None
    reversed: bool = False
    controllable: bool | None = None
    label: WordsEntry = WordsEntry()
    question: WordsEntry = WordsEntry()
    minimum: str | None = None
    give_up: str | None = None
    asked: str | None = None
    asked_less: bool | None = None
    standard: float | None = None
    feasible: bool | None = None
    company: float | None = None
    benchmark: BenchmarkEntry | None = None
    cost: float | None = None
    ceiling: float | None = None
    promised: str | None = None
    heard: str | None = None
    vip_only: bool | None = None
    expectation_dimension: str | None = None
    experience_dimension: str | None = None
    belief: str | None = None
    service_standard: str | None = None
    delivery: str | None = None
    promise: str | None = None


@dataclass(frozen=True)
class LatentEntry:
    """One value of latents: or parts:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    label: WordsEntry = WordsEntry()
    mode: Literal["A", "B"] = "A"
    higher_order: HigherOrder | None = None
    points: str | None = None
    weight: float | None = None
    indicators: list[IndicatorEntry] = field(default_factory=list)
    parts: dict[str, LatentEntry] = field(default_factory=dict)


@dataclass(frozen=True)
class RespondentsEntry:
    """respondents:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str | None = None
    case_weight: str | None = None
    segments: list[str] = field(default_factory=list)
    wave: str | None = None
    cluster: str | None = None
    strata: str | None = None
    recommend: str | None = None
    profit: str | None = None
    tier: str | None = None
    promises: str | None = None
    kept: str | None = None
    disconfirmation: str | None = None


@dataclass(frozen=True)
class PathEntry:
    """One item of paths:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    source: str
    target: str


@dataclass(frozen=True)
class FeatureEntry:
    """One item of features:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    functional: str
    dysfunctional: str
    importance: str | None = None
    satisfaction: str | None = None
    reversed: bool = False
    controllable: bool | None = None
    label: WordsEntry = WordsEntry()


@dataclass(frozen=True)
class ModelEntry:
    """The whole file."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    latents: dict[str, LatentEntry]
    name: str = ""
    language: Literal["en", "zh"] | None = None
    scale: ScaleEntry | None = None
    missing: list[str] = field(default_factory=list)
    index: str | None = None
    weights: str | None = None
    paths: list[PathEntry] = field(default_factory=list)
    respondents: RespondentsEntry = RespondentsEntry()
    managers: str | None = None
    staff: str | None = None
    gap_sign: GapSign | None = None
    features: list[FeatureEntry] = field(default_factory=list)
