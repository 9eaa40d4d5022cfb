"""Places of a model in words, for errors: a latent, a column, the file or sheet; and in which form a model was written."""

from __future__ import annotations

import re
from typing import Literal

from ..terms import Text

_ON_SHEET = re.compile(r'(.+), sheet "(.+)"')


def of_latent(name: str) -> Text:
    """The place of a fault in a latent."""
    return Text(f"latent {name}", f"潜变量“{name}”")


def of_column(name: str) -> Text:
    """The place of a fault in a column."""
    return Text(f'column "{name}"', f"列“{name}”")


def of_model(source: str, within: Text | None = None) -> Text:
    """Where the model came from, and what in it; a path stands as it is."""
    sheet = _ON_SHEET.fullmatch(source)
    if not source:
        place = Text("model", "模型")
    elif source == "guess":
        place = Text("guess", "推测的模型")
    elif source.startswith("preset "):
        place = Text(source, f"预设 {source.removeprefix('preset ')}")
    else:
        place = Text(source, f"{sheet[1]}，工作表“{sheet[2]}”" if sheet else source)
    return place if within is None else Text(f"{place.en}, {within.en}", f"{place.zh}，{within.zh}")


def form_of(source: str) -> Literal["yaml", "lavaan", "sheet", "guess"]:
    """In which form a model from there is written, so that a remedy can speak of lines that the analyst can type."""
    if source == "guess":
        return "guess"
    if source == "lavaan" or source.lower().endswith((".lav", ".lavaan", ".txt")):  # no other model stands in a .txt
        return "lavaan"
    return "sheet" if _ON_SHEET.fullmatch(source) else "yaml"
