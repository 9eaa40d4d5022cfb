"""What we believe: latents, their indicators, the paths between them, and the roles of the other columns."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from ..errors import CsiError, ModelFault, Several
from ..terms import Text
from .company import GapSign
from .feature import Feature, feature_faults
from .indicator_faults import indicator_faults
from .inner_model import InnerModel
from .interaction import Interaction, factors
from .latent import Indicator, Latent
from .named_columns import ColumnUse, NumberUse, answer_uses, number_uses
from .path_faults import Fault, interaction_faults, no_such_latent, same_product, source_faults, target_faults
from .places import of_model
from .roles import Respondents, Role
from .scale import Scale
from .tree_faults import tree_faults

Weighting = Literal["pls", "component", "equal", "given", "stated"]
WEIGHTINGS: tuple[str, ...] = get_args(Weighting)
FITTED = ("pls", "component")  # weights that the correlations of the answers decide
OVERALL = "overall"  # the target that means the whole weighted tree
_PATHS = Text("paths", "路径")


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
    features: tuple[Feature, ...] = field(default=(), kw_only=True)
    managers: str | None = field(default=None, kw_only=True)  # the sheet that managers answered
    staff: str | None = field(default=None, kw_only=True)
    gap_sign: GapSign | None = field(default=None, kw_only=True)  # of ready-made gaps in the expectation columns
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

    @cached_property
    def interactions(self) -> tuple[Interaction, ...]:
        """(name, first, second) of every product of two latents that has a path, in the order written."""
        known = [latent.name for latent in self.latents]
        sources = dict.fromkeys(source for source, _ in self.inner.paths)
        return tuple(Interaction(name, *pair) for name in sources if (pair := factors(name, known)) is not None)

    @cached_property
    def main_paths(self) -> tuple[tuple[str, str], ...]:
        """The paths from latent to latent, without those of interactions."""
        products = {one.name for one in self.interactions}
        return tuple(path for path in self.inner.paths if path[0] not in products)

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
        return tuple(answer_uses(self.indicators, self.respondents, self.scale))

    def number_uses(self) -> tuple[NumberUse, ...]:
        """Every column kept as plain numbers, once a use: those of respondents, yes and no, levels asked for, points."""
        return tuple(number_uses(self.latents, self.respondents))

    def has(self, role: Role) -> bool:
        """Whether the model has what the role names."""
        if role in _WHOLE:
            return _WHOLE[role](self)
        if role.value in vars(self.respondents):
            return getattr(self.respondents, role.value) is not None
        if role is Role.POINTS:
            return any(node.points is not None for latent in self.latents for node in latent.nodes())
        return any(getattr(leaf, role.value) not in (None, "") for _, leaf in self.indicators)

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
        for feature in self.features:
            for language, label in feature.label.items():
                found.setdefault(language, {}).setdefault(feature.name, label)
        for product, *both in self.interactions:
            for own in found.values():
                if not own.keys().isdisjoint(both):
                    own.setdefault(product, " × ".join(own.get(name, name) for name in both))
        return found

    def _faults(self) -> Iterator[CsiError]:
        if not self.latents and not self.features:
            yield ModelFault(
                place=of_model(self.source),
                reason=Text("the model has no latents.", "模型中没有潜变量。"),
                remedy=Text("Add at least one under latents:.", "请在 latents: 下至少写一个。"),
            )
        yield from tree_faults(self.latents)
        yield from indicator_faults(self.latents)
        yield from feature_faults(self.features, {use.column for use in self.uses()})
        for place, (reason, remedy) in self._name_faults():
            yield ModelFault(place=of_model(self.source, place), reason=reason, remedy=remedy)

    def _name_faults(self) -> Iterator[tuple[Text, Fault]]:
        """Ends of paths, interactions and the target, each name once."""
        for name in dict.fromkeys(source for source, _ in self.inner.paths):
            yield from ((_PATHS, fault) for fault in source_faults(name, self.latents))
        for name in dict.fromkeys(target for _, target in self.inner.paths):
            yield from ((_PATHS, fault) for fault in target_faults(name, self.latents))
        for one in self.interactions:
            for target in self.inner.targets(one.name):
                yield from ((_PATHS, fault) for fault in interaction_faults(one, target, self.inner))
        yield from ((_PATHS, fault) for fault in same_product(self.interactions))
        if self.target != OVERALL and self.target not in {latent.name for latent in self.latents}:
            yield Text("index", "目标"), no_such_latent(self.target, self.latents)


_WHOLE: dict[Role, Callable[[Model], bool]] = {
    Role.PATHS: lambda model: bool(model.inner.paths),
    Role.SEGMENTS: lambda model: bool(model.respondents.segments),
    Role.INDICATORS: lambda model: bool(model.latents),
    Role.FEATURES: lambda model: bool(model.features),
}  # roles that are no key of an indicator or of respondents
