"""The inner model: which latent acts on which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..errors import ModelFault
from ..terms import Text


@dataclass(frozen=True)
class InnerModel:
    """Paths (source, target), acyclic. `order` runs from causes to outcomes."""

    paths: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _ = self.order  # refuses a circle at birth

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Latents with a path, causes before outcomes, otherwise as first mentioned."""
        waiting = list(dict.fromkeys(name for path in self.paths for name in path))
        done: list[str] = []
        while waiting:
            free = [name for name in waiting if all(source in done for source in self.sources(name))]
            if not free:
                raise ModelFault(
                    place="paths",
                    reason=Text(
                        f"the paths run in a circle: {' -> '.join(self._circle(waiting))}.",
                        f"路径构成循环：{' -> '.join(self._circle(waiting))}。",
                    ),
                    remedy=Text("Remove one of these arrows.", "请删除其中一条路径。"),
                )
            done.append(free[0])
            waiting.remove(free[0])
        return tuple(done)

    def sources(self, target: str) -> tuple[str, ...]:
        """Latents with an arrow to `target`."""
        return tuple(source for source, end in self.paths if end == target)

    def targets(self, source: str) -> tuple[str, ...]:
        """Latents with an arrow from `source`."""
        return tuple(end for start, end in self.paths if start == source)

    def _circle(self, waiting: list[str]) -> list[str]:
        walk = [waiting[0]]
        while walk.count(walk[-1]) < 2:
            walk.append(next(source for source in self.sources(walk[-1]) if source in waiting))
        return list(reversed(walk[walk.index(walk[-1]) :]))
