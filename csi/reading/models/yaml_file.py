"""The YAML model file -> Model."""

from __future__ import annotations

from ...errors import ModelFault
from ...model import Model
from ...terms import Text
from .build import model_from_nodes
from .nodes import Faults
from .yaml_nodes import in_file, yaml_nodes


def parse_model(text: str, source: str) -> Model:
    """The model that a YAML text describes; `source` ("model.yaml") begins every place in it.

    Raises: ModelFault, or Several when more than one thing is wrong, with places like "model.yaml:9:31".
    """
    faults = Faults()
    root = yaml_nodes(text, in_file(source), faults)
    if root is None:
        raise ModelFault(
            place=source,
            reason=Text("the model file is empty.", "模型文件为空。"),
            remedy=Text("Begin with a preset: csi init ecsi-mobi.", "可从预设开始：csi init ecsi-mobi。"),
        )
    return model_from_nodes(root, source, faults)
