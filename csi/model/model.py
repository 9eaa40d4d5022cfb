"""What we believe: latents, their indicators, the paths between them, and the roles of the other columns."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from ..errors import CsiError, ModelFault, Several
from ..terms import Text
from .inner_model import InnerModel
from .latent import Indicator, Latent
from .roles import Respondents, Role
from .scale import Scale

Weighting = Literal["pls", "equal", "given", "stated"]
WEIGHTINGS: tuple[str, ...] = get_args(Weighting)
OVERALL = "overall"  # the target that means the whole weighted tree


@dataclass(frozen=True)
class ColumnUse:
    """One column that holds answers, and as what."""

    column: str
    use: Literal["indicator", "expectation", "importance"]
    indicator: Indicator
    latent: str
    scale: Scale | None  # declared, or None: to be found out
    reversed: bool


@dataclass(frozen=True)
class Model:
    """Frozen and replayable on another wave. Checks itself at birth: every fault at once.

    target: the latent whose index is "the CSI", or "overall".
    weights: None when the file says nothing (then pls with paths, given with weights, else equal).
    source: where it came from ("model.yaml", 'sheet "model"', "preset ecsi", "guess").
    """

    latents: tuple[Latent, ...]
    inner: InnerModel = InnerModel()
    target: str = OVERALL
    weights: Weighting | None = None
    scale: Scale | None = None
    missing: tuple[str, ...] = ()
    respondents: Respondents = Respondents()
    name: str = ""
    language: str | None = None
    source: str = field(default="", compare=False)
    target_chosen: bool = field(default=True, compare=False)  # False where the file says nothing of its index

    def __post_init__(self) -> None:
        faults = tuple(self._faults())
        if len(faults) == 1:
            raise faults[0]
        if faults:
            raise Several(faults)

    @cached_property
    def indicators(self) -> tuple[tuple[str, Indicator], ...]:
        """(latent name, indicator) for every leaf, in the order written."""
        return tuple((latent.name, leaf) for latent in self.latents for leaf in latent.leaves())

    @property
    def weighting(self) -> Weighting:
        """The weights in force when nobody asks for others."""
        if self.weights is not None:
            return self.weights
        if self.inner.paths:
            return "pls"
        return "given" if self.has_weights else "equal"

    @property
    def has_weights(self) -> bool:
        """Whether any node or indicator carries a given weight."""
        nodes = [node for latent in self.latents for node in latent.nodes()]
        return any(n.weight is not None or any(i.weight is not None for i in n.indicators) for n in nodes)

    def latent(self, name: str) -> Latent:
        """The latent of that name."""
        return next(latent for latent in self.latents if latent.name == name)

    def uses(self) -> tuple[ColumnUse, ...]:
        """Every column that holds answers, once a use; a column may serve two uses."""
        return tuple(self._uses())

    def has(self, role: Role) -> bool:
        """Whether the model has what the role names."""
        leaves = [leaf for _, leaf in self.indicators]
        return {
            Role.EXPECTATION: any(leaf.expectation for leaf in leaves),
            Role.IMPORTANCE: any(leaf.importance for leaf in leaves),
            Role.PATHS: bool(self.inner.paths),
            Role.SEGMENTS: bool(self.respondents.segments),
            Role.WAVE: self.respondents.wave is not None,
            Role.RECOMMEND: self.respondents.recommend is not None,
        }[role]

    def with_respondents(self, **changes: object) -> Model:
        """The same model with other respondent columns (`--case-weights`, `--by` …)."""
        return dataclasses.replace(self, respondents=dataclasses.replace(self.respondents, **changes))  # type: ignore[arg-type]

    def names(self) -> dict[str, dict[str, str]]:
        """The analyst's own labels: language -> {name: label}."""
        found: dict[str, dict[str, str]] = {}
        for latent in self.latents:
            named: list[Latent | Indicator] = [*latent.nodes(), *latent.leaves()]
            for node in named:
                for language, label in node.label.items():
                    found.setdefault(language, {})[node.name] = label
        return found

    def _uses(self) -> Iterator[ColumnUse]:
        for latent, leaf in self.indicators:
            scale = leaf.scale or self.scale
            yield ColumnUse(leaf.column, "indicator", leaf, latent, scale, leaf.reversed)
            if leaf.expectation:
                yield ColumnUse(leaf.expectation, "expectation", leaf, latent, scale, leaf.reversed)
            if leaf.importance:
                yield ColumnUse(leaf.importance, "importance", leaf, latent, None, False)

    def _faults(self) -> Iterator[CsiError]:
        if not self.latents:
            yield _fault(
                self.source or "model",
                Text("the model has no latents.", "模型中没有潜变量。"),
                Text("Add at least one under latents:.", "请在 latents: 下至少写一个。"),
            )
        for latent in self.latents:
            yield from _empty_nodes(latent)
        yield from _claimed_twice([(leaf.column, leaf.place) for _, leaf in self.indicators], "column")
        yield from _claimed_twice([(leaf.name, leaf.place) for _, leaf in self.indicators], "indicator")
        yield from _claimed_twice([(latent.name, latent.place) for latent in self.latents], "latent")
        yield from self._unknown_names()

    def _unknown_names(self) -> Iterator[CsiError]:
        known = [latent.name for latent in self.latents]
        said = {name: "paths" for path in self.inner.paths for name in path}
        if self.target != OVERALL:
            said[self.target] = "index"
        for name, place in said.items():
            if name not in known:
                yield _fault(
                    f"{self.source or 'model'}, {place}",
                    Text(
                        f'there is no latent "{name}"; the latents are {", ".join(known)}.',
                        f"没有名为“{name}”的潜变量；现有潜变量：{'、'.join(known)}。",
                    ),
                    Text("Correct the name.", "请更正名称。"),
                )


def _fault(place: str, reason: Text, remedy: Text) -> ModelFault:
    return ModelFault(place=place, reason=reason, remedy=remedy)


def _empty_nodes(latent: Latent) -> Iterator[CsiError]:
    for node in latent.nodes():
        if not node.parts and not node.indicators:
            yield _fault(
                node.place or f"latent {node.name}",
                Text(f'"{node.name}" has no indicators, so nothing measures it.', f"“{node.name}”没有任何指标，无法测量。"),
                Text("Add indicators, or remove it.", "请添加指标，或删除它。"),
            )


def _claimed_twice(claims: list[tuple[str, str]], kind: Literal["column", "indicator", "latent"]) -> Iterator[CsiError]:
    zh = {"column": "列", "indicator": "指标", "latent": "潜变量"}[kind]
    for name, count in Counter(name for name, _ in claims).items():
        if count > 1:
            places = [place for claimed, place in claims if claimed == name and place]
            yield _fault(
                places[-1] if places else f"{kind} {name}",
                Text(f'the {kind} "{name}" is claimed {count} times.', f"{zh}“{name}”被使用了 {count} 次。"),
                Text("Keep it in one place only.", "请只保留一处。"),
            )
