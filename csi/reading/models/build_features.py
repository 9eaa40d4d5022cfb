"""Checked entries -> features, each with its place."""

from __future__ import annotations

from ...model import Feature
from .build_tree import Page
from .entries import FeatureEntry, ModelEntry


def features_of(entry: ModelEntry, page: Page) -> tuple[Feature, ...]:
    """The features in the order written."""
    return tuple(_feature(one, page.spots[("features", at)].value.short) for at, one in enumerate(entry.features))


def _feature(entry: FeatureEntry, place: str) -> Feature:
    return Feature(
        name=entry.name,
        functional=entry.functional,
        dysfunctional=entry.dysfunctional,
        importance=entry.importance,
        satisfaction=entry.satisfaction,
        reversed=entry.reversed,
        controllable=entry.controllable,
        label=entry.label.texts(),
        place=place,
    )
