"""What travels: a remark about the data or the figures, with its place and severity, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .terms import Text

Severity = Literal["info", "warning", "severe"]
Value = str | int | float | bool | None | tuple["Value", ...]


@dataclass(frozen=True)
class Finding:
    """Something odd in the input that did not stop the run.

    text: a template; its {names} are keys of `values`, besides {count} and {place}.
    place: "Responses!C17", "model.yaml:9", a column name; empty when it concerns the whole survey.
    where: the place in both languages, where it is told in words.
    """

    key: str
    severity: Severity
    text: Text
    place: str = ""
    count: int = 1
    values: Mapping[str, Value] = field(default_factory=dict)
    where: Text | None = None


@dataclass(frozen=True)
class Remark:
    """A sentence about the figures of one result. `text` is a template over `values`."""

    key: str
    text: Text
    values: Mapping[str, Value] = field(default_factory=dict)
