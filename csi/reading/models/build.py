"""A tree of words -> Model: short forms, schema, then what only the whole can show. Every fault is told at once."""

from __future__ import annotations

from ...errors import CsiError
from ...model import OVERALL, WEIGHTINGS, Latent, Model, Respondents, Weighting
from ...model.given_weights import given_weight_faults
from ...model.nearest import nearest
from ...model.path_faults import no_such_latent
from ...terms import Text
from .build_features import features_of
from .build_paths import inner_model
from .build_tree import Page, latents_of, scale
from .entries import ModelEntry
from .nodes import Faults, Node
from .schema_faults import checked_entry, plain
from .tree_forms import full_form

# methods of `csi weigh`, which a model file may name once they can be computed
RESERVED_WEIGHTS = ("ahp", "entropy", "critic", "pca", "rank", "combine")
_OVERALL_WORDS = (OVERALL, "总体", "整体")


def model_from_nodes(root: Node, source: str, faults: Faults) -> Model:
    """The model that the tree describes. Raises: ModelFault, or Several when more than one thing is wrong."""
    values, spots = plain(full_form(root, faults))
    entry = checked_entry(values, spots, faults)
    model = _model(entry, source, Page(spots, faults)) if entry is not None else None
    faults.stop()
    assert model is not None  # a model is withheld only for a fault, and faults have just stopped us
    return model


def _model(entry: ModelEntry, source: str, page: Page) -> Model | None:
    latents = latents_of(entry, page)
    try:
        model = Model(
            latents=latents,
            inner=inner_model(entry, latents, page),
            target=_target(entry, latents, page),
            weights=_weights(entry, page),
            scale=scale(entry.scale, ("scale",), page),
            missing=tuple(entry.missing),
            respondents=Respondents(**{**vars(entry.respondents), "segments": tuple(entry.respondents.segments)}),
            name=entry.name,
            language=entry.language,
            source=source,
            target_chosen=entry.index is not None,
            features=features_of(entry, page),
            managers=entry.managers,
            staff=entry.staff,
            gap_sign=entry.gap_sign,
        )
    except CsiError as error:
        page.faults.take(error)
        return None
    if model.weighting == "given":
        for fault in given_weight_faults(model):
            page.faults.take(fault)
    return model


def _target(entry: ModelEntry, latents: tuple[Latent, ...], page: Page) -> str:
    said = entry.index
    if said is None or (said.casefold() in _OVERALL_WORDS and said not in entry.latents):
        return OVERALL
    if said in entry.latents:
        return said
    page.faults.add(page.spots[("index",)].value, *no_such_latent(said, latents))
    return OVERALL


def _weights(entry: ModelEntry, page: Page) -> Weighting | None:
    for known in WEIGHTINGS:
        if entry.weights is not None and entry.weights.casefold() == known:
            return known  # type: ignore[return-value]  # WEIGHTINGS are the values of Weighting
    if entry.weights is not None:
        page.faults.add(page.spots[("weights",)].value, *_no_weights(entry.weights))
    return None


def _no_weights(said: str) -> tuple[Text, Text]:
    available = Text(f"Available now: {', '.join(WEIGHTINGS)}.", f"目前可用：{'、'.join(WEIGHTINGS)}。")
    if said.casefold() in RESERVED_WEIGHTS:
        return Text(f"weights: {said} cannot be computed yet.", f"权重方式 {said} 尚不可用。"), available
    meant = nearest(said, WEIGHTINGS)
    near = Text(f' The nearest is "{meant}".', f"最接近的是“{meant}”。") if meant else Text("", "")
    reason = Text(f'there are no weights called "{said}".', f"没有名为“{said}”的权重方式。")
    return reason, Text(available.en + near.en, available.zh + near.zh)
