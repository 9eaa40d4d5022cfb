"""A tree of words -> Model: short forms, schema, then what only the whole can show. Every fault is told at once."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import CsiError, ModelFault
from ...model import OVERALL, WEIGHTINGS, InnerModel, Model, Respondents, Weighting
from ...model.given_weights import given_weight_faults
from ...model.nearest import nearest
from ...terms import Text
from .build_tree import Page, latent, scale
from .nodes import Faults, Node, Place
from .schema import ModelEntry
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
    try:
        model = Model(
            latents=tuple(latent(name, below, ("latents", name), page) for name, below in entry.latents.items()),
            inner=_inner(entry, page),
            target=_target(entry, page),
            weights=_weights(entry, page),
            scale=scale(entry.scale, ("scale",), page),
            missing=tuple(entry.missing),
            respondents=Respondents(**{**vars(entry.respondents), "segments": tuple(entry.respondents.segments)}),
            name=entry.name,
            language=entry.language,
            source=source,
            target_chosen=entry.index is not None,
        )
    except CsiError as error:
        page.faults.take(error)
        return None
    if model.weighting == "given":
        for fault in given_weight_faults(model):
            page.faults.take(fault)
    return model


def _target(entry: ModelEntry, page: Page) -> str:
    said = entry.index
    if said is None or (said.casefold() in _OVERALL_WORDS and said not in entry.latents):
        return OVERALL
    return said if _is_latent(said, entry, page.spots[("index",)].value, page) else OVERALL


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


def _inner(entry: ModelEntry, page: Page) -> InnerModel:
    try:
        return InnerModel(tuple(_paths(entry, page)))
    except ModelFault as fault:
        page.faults.move(fault, page.spots[("paths",)].key)
        return InnerModel()


def _paths(entry: ModelEntry, page: Page) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for number, path in enumerate(entry.paths):
        ends = {end: page.spots[("paths", number, end)].value for end in ("source", "target")}
        known = [_is_latent(getattr(path, end), entry, place, page) for end, place in ends.items()]
        if (path.source, path.target) in seen:
            page.faults.add(
                ends["target"],
                Text(f"the path {path.source} -> {path.target} is written twice.", f"路径 {path.source} → {path.target} 重复。"),
                Text("Keep one of them.", "请只保留一个。"),
            )
        elif all(known):
            seen.add((path.source, path.target))
            yield path.source, path.target


def _is_latent(name: str, entry: ModelEntry, place: Place, page: Page) -> bool:
    if name in entry.latents:
        return True
    meant = nearest(name, entry.latents)
    page.faults.add(
        place,
        Text(
            f'there is no latent "{name}"; the latents are {", ".join(entry.latents)}.',
            f"没有名为“{name}”的潜变量；现有潜变量：{'、'.join(entry.latents)}。",
        ),
        Text(f'The nearest is "{meant}".', f"最接近的是“{meant}”。") if meant else Text("Correct the name.", "请更正名称。"),
    )
    return False
