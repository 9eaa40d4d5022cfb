"""Every other importance of the same indicators, without intervals, to be read beside the one on the map."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...errors import CsiError
from ...study import Study
from ...terms import Text
from .sources import Kind, Source, source


@dataclass(frozen=True)
class Beside:
    """importance: kind -> indicator -> point estimate. refused: why derived importance could not be told, where it could not."""

    importance: Mapping[Kind, Mapping[str, float]] = field(default_factory=dict)
    refused: Text | None = None

    def of(self, kind: Kind, name: str) -> float:
        """The importance of that kind, NaN where there is none."""
        return self.importance.get(kind, {}).get(name, float("nan"))

    def has(self, kind: Kind) -> bool:
        """Whether any indicator has an importance of that kind."""
        return any(np.isfinite(value) for value in self.importance.get(kind, {}).values())


def beside(study: Study, shown: Source, outcome: str | None, drivers: Sequence[str] | None) -> Beside:
    """What all four say; that of the map is taken as it is. A refusal of one leaves it out."""
    found: dict[Kind, Mapping[str, float]] = {shown.kind: _values(shown)}
    refused: Text | None = None
    plain = dataclasses.replace(study, resamples=0)
    kinds: tuple[Kind, ...] = ("stated", "derived", "correlation", "revised")
    for kind in (kind for kind in kinds if kind != shown.kind):
        try:
            found[kind] = _values(source(plain, kind, outcome, drivers))
        except CsiError as refusal:
            refused = refusal.reason if kind == "derived" else refused
    return Beside(found, refused)


def _values(one: Source) -> dict[str, float]:
    return {name: float(value) for name, value in zip(one.names, one.importance[:, 0], strict=True)}
