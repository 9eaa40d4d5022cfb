"""Findings that speak of lines of a YAML model, in the words of a model that is written as lavaan text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from ..findings import Finding
from ..model import Model
from ..model.places import form_of
from ..terms import Text

# what a finding says of a YAML model -> the same of lavaan text, whose settings stand in comments
_IN_LAVAAN: dict[str, str] = {
    "scale: or labels: in the model": "# scale: in the model, with its labels where answers are words,",
    "scale: 或 labels: 声明": "# scale: 声明（文字选项需写明 labels）",
    "scale: in the model": "# scale: in the model",
    "用 scale: 声明": "用 # scale: 声明",
    "labels: in the model": "# scale: {min: 1, max: 5, labels: …} in the model",
    "用 labels: 声明": "用 # scale: {min: 1, max: 5, labels: …} 声明",
    "reversed: in the model": "reversed: in a YAML model",
    "可在模型中用 reversed: 声明": "可在 YAML 模型中用 reversed: 声明",
}


def in_own_words(findings: Iterable[Finding], model: Model) -> tuple[Finding, ...]:
    """The findings, with remedies that can be typed into this model."""
    if form_of(model.source) != "lavaan":
        return tuple(findings)
    return tuple(dataclasses.replace(one, text=Text(_said(one.text.en), _said(one.text.zh))) for one in findings)


def _said(sentence: str) -> str:
    here = next((said for said in _IN_LAVAAN if said in sentence), None)
    return sentence if here is None else sentence.replace(here, _IN_LAVAAN[here])
