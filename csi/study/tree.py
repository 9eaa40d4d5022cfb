"""Weights along the model's tree: equal, given or stated, normalised inside every node."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import Several
from ..findings import Finding
from ..model import Indicator, Latent, Model
from ..model.given_weights import given_weight_faults
from ..terms import Text

Shares = Mapping[str, float]  # indicator name -> share of its latent


def leaf_shares(latent: Latent, live: frozenset[str], weighting: str) -> dict[str, float]:
    """Share of every live indicator in its latent; they sum to 1, or are all 0 where nothing that was answered has a weight.

    weighting: "equal" (every child of a node alike) or "given". Children that nobody answered leave their share to the others.
    """
    every: list[Indicator | Latent] = [*latent.indicators, *latent.parts]
    below = [_below(child, live, weighting) for child in every]
    raw = [1.0 if weighting == "equal" or child.weight is None else child.weight for child in every]
    carried = [weight if any(shares.values()) else 0.0 for weight, shares in zip(raw, below, strict=True)]
    total = sum(carried)
    return {
        name: share * weight / total if total else 0.0
        for shares, weight in zip(below, carried, strict=True)
        for name, share in shares.items()
    }


def _below(child: Indicator | Latent, live: frozenset[str], weighting: str) -> dict[str, float]:
    if isinstance(child, Latent):
        return leaf_shares(child, live, weighting)
    return {child.name: 1.0} if child.name in live else {}


def latent_shares(latents: tuple[Latent, ...], weighting: str) -> list[float]:
    """Share of each latent in the whole; they sum to 1."""
    raw = [1.0 if weighting != "given" or latent.weight is None else latent.weight for latent in latents]
    total = sum(raw)
    return [weight / total if total else 1 / len(raw) for weight in raw]


def check_given(model: Model) -> tuple[Finding, ...]:
    """Findings on given weights whose sum is far from 1 (or 100).

    Raises: ModelFault (Several) where only some children of a node have a weight, or all are zero.
    """
    faults = tuple(given_weight_faults(model))
    if faults:
        raise faults[0] if len(faults) == 1 else Several(faults)
    findings = []
    for name, place, children in _families(model):
        total = sum(child.weight for child in children if child.weight is not None)
        if total and min(abs(total - 1), abs(total - 100) / 100) > 0.01:
            findings.append(_normalised(name, place, total))
    return tuple(findings)


def _families(model: Model) -> list[tuple[str, str, list[Indicator | Latent]]]:
    families: list[tuple[str, str, list[Indicator | Latent]]] = [(model.name or "the model", model.source, [*model.latents])]
    for latent in model.latents:
        families += [(node.name, node.place, [*node.indicators, *node.parts]) for node in latent.nodes()]
    return families


def _normalised(name: str, place: str, total: float) -> Finding:
    return Finding(
        "weights_normalised",
        "info",
        Text(
            'the weights under "{node}" sum to {sum}; they were normalised to 1', "“{node}”之下的权重合计为 {sum}，已归一化为 1"
        ),
        place=place,
        values={"node": name, "sum": total},
    )
