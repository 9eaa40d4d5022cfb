"""The full form of a model file: which keys there are and what each holds. Checked by pydantic, every fault at once."""

from __future__ import annotations

import typing
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from ...terms import Text
from .entries import (
    SHARED_KEYS,
    BenchmarkEntry,
    FeatureEntry,
    IndicatorEntry,
    LatentEntry,
    ModelEntry,
    RespondentsEntry,
    ScaleEntry,
)

Loc = tuple[str | int, ...]  # the way to a value: ("latents", "Image", "indicators", 2, "weight")


_HOMES: dict[type, Text] = {
    ModelEntry: Text("the top of the file", "文件顶层"),
    LatentEntry: Text("a latent or part", "潜变量或其部分"),
    IndicatorEntry: Text("an indicator", "指标"),
    ScaleEntry: Text("a scale", "量表"),
    BenchmarkEntry: Text("a benchmark", "标杆"),
    FeatureEntry: Text("a feature", "功能"),
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
