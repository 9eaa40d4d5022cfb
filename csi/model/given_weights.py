"""Given weights: what must hold before shares can be made of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import CsiError, ModelFault, Words
from ..terms import Text
from .latent import Indicator, Latent
from .model import Model
from .places import of_latent, of_model

_TOP = Text("latents", "潜变量")


def given_weight_faults(model: Model) -> Iterator[CsiError]:
    """What forbids `weights: given`: a node with weights on some children only, or weights that add up to zero."""
    yield from _faults_among(model.latents, _TOP, of_model(model.source))
    for latent in model.latents:
        for node in latent.nodes():
            yield from _faults_among(
                (*node.indicators, *node.parts), Text(node.name, node.name), node.place or of_latent(node.name)
            )


def _faults_among(children: tuple[Indicator | Latent, ...], node: Text, place: Words) -> Iterator[CsiError]:
    bare = [child for child in children if child.weight is None]
    without = [child.name for child in bare]
    if bare and len(bare) < len(children):
        yield ModelFault(
            place=bare[0].place or place,
            reason=Text(
                f'under "{node.en}" some have a weight, but not {", ".join(without[:10])}.',
                f"“{node.zh}”之下部分已给权重，但以下没有：{'、'.join(without[:10])}。",
            ),
            remedy=Text("Give all of them a weight, or none (equal weights).", "请全部给出权重，或全部不给（等权）。"),
        )
    elif children and all(child.weight == 0 for child in children):
        yield ModelFault(
            place=place,
            reason=Text(f'under "{node.en}" all weights are zero.', f"“{node.zh}”之下的权重全部为零。"),
            remedy=Text("Give at least one a weight above zero.", "请至少给一项大于零的权重。"),
        )
