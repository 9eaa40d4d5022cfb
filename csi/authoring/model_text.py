"""Model -> the text of a model file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import WEIGHTINGS, Model
from .model_words import model_words
from .yaml_lines import yaml_lines


def model_yaml(model: Model) -> str:
    """The model file of a model; reading it again gives the same model.

    What the model leaves open, and what `csi` does then, stands in a comment, so that nothing is assumed unseen.
    """
    words = model_words(model)
    head = {key: words.pop(key) for key in tuple(words) if key not in ("latents", "paths", "respondents", "features")}
    return "\n".join((*yaml_lines(head), *_left_open(model), *yaml_lines(words))) + "\n"


def _left_open(model: Model) -> Iterator[str]:
    if model.scale is None and any(leaf.scale is None for _, leaf in model.indicators):
        yield "# scale: 1-10       # not said: found out from the answers of each column"
    if model.weights is None and model.latents:
        yield f"# weights: {model.weighting}    # not said: {model.weighting} is used; {' | '.join(WEIGHTINGS)}"
