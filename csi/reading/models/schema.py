"""The full form of a model file: which keys there are and what each holds. Checked by pydantic, every fault at once."""

from __future__ import annotations

import typing
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Literal

from ...model import HigherOrder
from ...terms import Text

SHARED_KEYS = ("expectation", "importance", "scale")  # written at a latent or part, meant for the indicators below

_STRICT = {"extra": "forbid", "allow_inf_nan": False}

Loc = tuple[str | int, ...]  # the way to a value: ("latents", "Image", "indicators", 2, "weight")


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


@dataclass(frozen=True)
class LatentEntry:
    """One value of latents: or parts:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    label: WordsEntry = WordsEntry()
    mode: Literal["A", "B"] = "A"
    higher_order: HigherOrder | None = None
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


@dataclass(frozen=True)
class PathEntry:
    """One item of paths:"""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    source: str
    target: str


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


_HOMES: dict[type, Text] = {
    ModelEntry: Text("the top of the file", "文件顶层"),
    LatentEntry: Text("a latent or part", "潜变量或其部分"),
    IndicatorEntry: Text("an indicator", "指标"),
    ScaleEntry: Text("a scale", "量表"),
    RespondentsEntry: Text("respondents", "respondents"),
}


@dataclass(frozen=True)
class SchemaFault:
    """loc: the way to it. kind: pydantic's name of the fault. value: what stood there."""

    loc: Loc
    kind: str
    value: object
    expected: str = ""


def checked(plain: object) -> tuple[ModelEntry | None, tuple[SchemaFault, ...]]:
    """The model entry, or None and everything that forbids it."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(plain), ()
    except ValidationError as error:
        return None, tuple(
            SchemaFault(e["loc"], e["type"], e["input"], str(e.get("ctx", {}).get("expected", ""))) for e in error.errors()
        )


def keys_at(loc: Loc) -> tuple[str, ...]:
    """The keys that a map at `loc` may have; empty when its keys are free."""
    kind: Any = ModelEntry
    for step in loc:
        kind = _bare(typing.get_type_hints(kind)[str(step)]) if is_dataclass(kind) else _bare(typing.get_args(kind)[-1])
    if not is_dataclass(kind):
        return ()
    return tuple(f.name for f in fields(kind)) + (SHARED_KEYS if kind is LatentEntry else ())


def homes_of(key: str) -> tuple[Text, ...]:
    """What has such a key, in words."""
    return tuple(name for kind, name in _HOMES.items() if key in {f.name for f in fields(kind)})


def _bare(hint: Any) -> Any:
    """X of `X | None`."""
    inner = [kind for kind in typing.get_args(hint) if kind is not type(None)]
    return inner[0] if type(None) in typing.get_args(hint) else hint


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(ModelEntry)
