"""What is to be explained, and by what: the outcome and its drivers, named and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..errors import MissingRole, UsageFault
from ..model import OVERALL, InnerModel, Model
from ..model.named import called, named
from ..model.places import of_model
from ..terms import Text
from .study import Study

Level = Literal["indicators", "latents"]


@dataclass(frozen=True)
class Score:
    """A latent, or an indicator of one, as a score of weighted items.

    items: their places among the m items of the study. is_latent: whether it is the whole latent, which may share its indicator's name.
    """

    name: str
    latent: str
    items: tuple[int, ...]
    is_latent: bool = False


@dataclass(frozen=True)
class Explaining:
    """An outcome and the p drivers that may explain it; no item is on both sides."""

    outcome: Score
    drivers: tuple[Score, ...]
    causes_only: bool  # whether latents that the paths do not lead on to the outcome were left out


def explaining(
    study: Study, outcome: str | None = None, drivers: Sequence[str] | None = None, level: Level = "indicators"
) -> Explaining:
    """The outcome and the drivers that are meant. study: of a fitted weighting, so that constant items are out.

    outcome: a latent or an indicator; None is the model's target. drivers: latents or indicators; None is, where paths lead to the
    outcome, every latent they come from, else every other latent. level: latents as scores, or each of their indicators.
    Raises: MissingRole where the target is the whole or nothing is left to explain it by; UsageFault for names that do not fit.
    """
    choice = _Choice(study)
    explained = choice.outcome(outcome)
    if drivers is None:
        wanted, causes_only = choice.usual(explained.latent)
        found = choice.scores(wanted, level)
    else:
        found, causes_only = choice.named(drivers, level, explained), False
    if not found:
        raise _nothing_left(study.model, explained.name)
    return Explaining(explained, found, causes_only)


def leading_to(target: str, inner: InnerModel, names: Sequence[str]) -> frozenset[str]:
    """The latents among `names` from which a way of paths leads to the target, itself left out."""
    found: set[str] = set()
    waiting = [target]
    while waiting:
        sources = [name for name in inner.sources(waiting.pop()) if name in names and name not in found]
        found.update(sources)
        waiting += sources
    return frozenset(found - {target})


def every_outcome(model: Model) -> tuple[str, ...]:
    """The latents that paths lead to; without paths, every latent."""
    names = tuple(latent.name for latent in model.latents)
    reached = tuple(name for name in names if leading_to(name, model.inner, names))
    return reached or names


class _Choice:
    """Names looked up among the latents and items that have a weight."""

    def __init__(self, study: Study) -> None:
        self.model, a = study.model, study.arrangement
        self.latents: dict[str, Score] = {}
        self.items: dict[str, Score] = {}
        for latent, block in zip(a.latents, a.blocks(), strict=True):
            self.latents[latent.name] = Score(latent.name, latent.name, tuple(range(block.start, block.stop)), is_latent=True)
            for at in range(block.start, block.stop):
                self.items[a.items[at].name] = Score(a.items[at].name, latent.name, (at,))

    def outcome(self, asked: str | None) -> Score:
        if asked is not None:
            return self._look_up("--outcome", asked)
        if self.model.target == OVERALL:
            raise _whole(self.model, [*self.latents])
        return self.latents[self.model.target]

    def usual(self, outcome: str) -> tuple[list[str], bool]:
        """The latents whose indicators explain the outcome where nobody says which, and whether others were left out."""
        others = [name for name in self.latents if name != outcome]
        causes = leading_to(outcome, self.model.inner, others)
        chosen = [name for name in others if name in causes] or others
        return chosen, len(chosen) < len(others)

    def scores(self, latents: Sequence[str], level: Level) -> tuple[Score, ...]:
        if level == "latents":
            return tuple(self.latents[name] for name in latents)
        return tuple(score for score in self.items.values() if score.latent in latents)

    def named(self, asked: Sequence[str], level: Level, outcome: Score) -> tuple[Score, ...]:
        found: dict[str, Score] = {}
        for word in asked or [""]:  # names that name nothing are as unknown as any other
            score = self._look_up("--drivers", word)
            if set(score.items) & set(outcome.items):
                raise _both_sides(score.name, outcome.name)
            spread = score.is_latent and level == "indicators"
            members = self.scores([score.latent], level) if spread else (score,)
            found |= {member.name: member for member in members}
        return tuple(found.values())

    def _look_up(self, option: str, word: str) -> Score:
        names = [*self.latents, *self.items]
        silent = [name for latent, leaf in self.model.indicators for name in (latent, leaf.name) if name not in names]
        name = called(self.model, word, names)
        if name is None and called(self.model, word, silent):
            raise _silent(option, word)
        name = name or named(self.model, word, names, option=option)
        return self.latents.get(name) or self.items[name]


def _silent(option: str, word: str) -> UsageFault:
    return UsageFault(
        place=f"{option} {word}",
        reason=Text("its answers do not differ, or nobody answered it.", "其答案没有差异，或无人作答。"),
        remedy=Text("Name another.", "请指定其他名称。"),
    )


def _both_sides(driver: str, outcome: str) -> UsageFault:
    return UsageFault(
        place=f"--drivers {driver}",
        reason=Text(
            f'it is a part of the outcome "{outcome}", which it would explain by itself.',
            f"它是结果变量“{outcome}”的组成部分，不能用来解释自身。",
        ),
        remedy=Text("Leave it out of --drivers.", "请将其从 --drivers 中去掉。"),
    )


def _whole(model: Model, latents: list[str]) -> MissingRole:
    return MissingRole(
        place=of_model(model.source),
        reason=Text(
            "its index is the whole of all latents, so every indicator is a part of what would be explained.",
            "其指数由全部潜变量合成，每个指标都是被解释对象的一部分。",
        ),
        remedy=Text(
            f"Name what is to be explained: --outcome LATENT or INDICATOR ({', '.join(latents[:10])}), or index: in the model.",
            f"请指定要解释的对象：--outcome 潜变量或指标（{'、'.join(latents[:10])}），或在模型中写明 index:。",
        ),
    )


def _nothing_left(model: Model, outcome: str) -> MissingRole:
    return MissingRole(
        place=of_model(model.source),
        reason=Text(
            f'besides "{outcome}" there is no latent whose answers differ.', f"除“{outcome}”之外没有答案有差异的潜变量。"
        ),
        remedy=Text(
            "Put what is to be explained and what may explain it in latents of their own, or name indicators with --outcome and --drivers.",
            "请把被解释的内容与可能的原因放在不同的潜变量中，或用 --outcome 和 --drivers 指定指标。",
        ),
    )
