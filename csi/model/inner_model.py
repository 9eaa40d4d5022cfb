"""The inner model: which latent acts on which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..errors import ModelFault
from ..terms import Text
from .interaction import factors


@dataclass(frozen=True)
class InnerModel:
    """Paths (source, target), acyclic. `order` runs from causes to outcomes.

    A source may be an interaction, "A * B". `Model.interactions` tells which: a latent may be called like that too.
    """

    paths: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _ = self.order  # refuses a circle at birth

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Names with a path, causes before outcomes and factors before their interaction, otherwise as first mentioned."""
        waiting = list(dict.fromkeys(name for path in self.paths for name in path))
        products = {name: factors(name, [other for other in waiting if other != name]) or () for name in waiting}
        done: list[str] = []
        while waiting:
            free = [name for name in waiting if all(source in done for source in self.sources(name))]
            if not free:
                raise ModelFault(
                    place=Text("paths", "路径"),
                    reason=Text(
                        f"the paths run in a circle: {' -> '.join(self._circle(waiting))}.",
                        f"路径构成循环：{' -> '.join(self._circle(waiting))}。",
                    ),
                    remedy=Text("Remove one of these arrows.", "请删除其中一条路径。"),
                )
            ready = (name for name in free if not any(factor in waiting for factor in products[name]))
            done.append(next(ready, free[0]))  # no product waits for ever: it may be the plain name of a latent
            waiting.remove(done[-1])
        return tuple(done)

    def sources(self, target: str) -> tuple[str, ...]:
        """Latents, and interactions of latents, with an arrow to `target`."""
        return tuple(source for source, end in self.paths if end == target)

    def targets(self, source: str) -> tuple[str, ...]:
        """Latents with an arrow from `source`."""
        return tuple(end for start, end in self.paths if start == source)

    def leads(self, source: str, target: str) -> bool:
        """Whether arrows lead from `source` to `target`, by way of others or not."""
        reached = [source]
        for name in reached:
            reached += [end for end in self.targets(name) if end not in reached]
        return target in reached[1:]

    def _circle(self, waiting: list[str]) -> list[str]:
        walk = [waiting[0]]
        while walk.count(walk[-1]) < 2:
            walk.append(next(source for source in self.sources(walk[-1]) if source in waiting))
        return list(reversed(walk[walk.index(walk[-1]) :]))
