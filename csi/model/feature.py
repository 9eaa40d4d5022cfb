"""Features that are asked about twice: how one would feel with them, and how without (Kano)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from ..errors import CsiError, ModelFault
from ..terms import Text

FeatureUse = Literal["functional", "dysfunctional", "importance", "satisfaction"]
FEATURE_USES: tuple[FeatureUse, ...] = get_args(FeatureUse)


@dataclass(frozen=True)
class Feature:
    """Something that a product may have. functional, dysfunctional: columns of the answers with it and without it.

    importance: column of its self-stated importance (usually 1-9). satisfaction: column of the satisfaction with it today.
    reversed: bare numbers count from 5 = like down to 1 = dislike; words speak for themselves.
    label: the analyst's display names by language. place: where it was declared, for errors; takes no part in equality.
    """

    name: str
    functional: str
    dysfunctional: str
    importance: str | None = None
    satisfaction: str | None = None
    reversed: bool = False
    controllable: bool | None = None
    label: Mapping[str, str] = field(default_factory=dict, hash=False)
    place: str = field(default="", compare=False)

    @property
    def pair(self) -> tuple[str, str]:
        """The columns with it and without it."""
        return self.functional, self.dysfunctional

    def columns(self) -> Iterator[tuple[FeatureUse, str]]:
        """Each column that it has, and as what."""
        for use in FEATURE_USES:
            column = getattr(self, use)
            if column is not None:
                yield use, column


def feature_faults(features: Sequence[Feature], rated: Collection[str]) -> Iterator[CsiError]:
    """Everything wrong with the features: names and columns claimed twice. rated: columns that the model reads as ratings."""
    names: set[str] = set()
    asked: set[str] = set()
    for one in features:
        if one.name in names:
            yield _fault(
                one, Text(f'there are two features "{one.name}".', f"功能“{one.name}”重复。"), Text("Rename one.", "请改名其一。")
            )
        for column in one.pair:
            if column in asked:
                yield _fault(one, _asked_twice(column), Text("Each question belongs to one feature.", "每道题只属于一个功能。"))
            elif column in rated:
                yield _fault(one, _rated_too(column), Text("Remove it from the latents.", "请将其从潜变量中删除。"))
            asked.add(column)
        names.add(one.name)


def _asked_twice(column: str) -> Text:
    return Text(
        f'the column "{column}" answers two Kano questions; each feature needs one with it and one without it.',
        f"“{column}”列被用于两个 KANO 问题；每个功能需要正向、反向各一题。",
    )


def _rated_too(column: str) -> Text:
    return Text(
        f'the column "{column}" holds answers to a Kano question, which are no rating, and is used as a rating too.',
        f"“{column}”列是 KANO 题答案而非评分，却同时被用作评分列。",
    )


def _fault(one: Feature, reason: Text, remedy: Text) -> ModelFault:
    return ModelFault(place=one.place or Text(f"feature {one.name}", f"功能“{one.name}”"), reason=reason, remedy=remedy)
