"""The features of a model in the words of a model file, and in the rows of a model sheet."""

from __future__ import annotations

from ..model import Feature, Model
from ..model.vocabulary import FEATURE_HEADERS
from .yaml_lines import Value

_ALWAYS = ("feature", "functional", "dysfunctional")
_YES_NO = {"yes": "是", "no": "否"}


def feature_words(model: Model) -> list[Value]:
    """Each feature with what it says, in the order of the model."""
    return [_words(one) for one in model.features]


def feature_rows(model: Model, chinese: bool) -> list[list[object]]:
    """The header and one row a feature; nothing where the model has none."""
    if not model.features:
        return []
    rows = [_row(one, chinese) for one in model.features]
    keys = [key for key in FEATURE_HEADERS if key in _ALWAYS or any(key in row for row in rows)]
    header: list[object] = [FEATURE_HEADERS[key].zh if chinese else FEATURE_HEADERS[key].en for key in keys]
    return [header, *([row.get(key) for key in keys] for row in rows)]


def _words(one: Feature) -> dict[str, Value]:
    said: dict[str, Value | None] = {
        "name": one.name if one.name != one.functional else None,
        **dict(one.columns()),
        "reversed": "yes" if one.reversed else None,
        "controllable": None if one.controllable is None else ("yes" if one.controllable else "no"),
        "label": dict(one.label),
    }
    return {key: value for key, value in said.items() if value}


def _row(one: Feature, chinese: bool) -> dict[str, object]:
    words = _words(one)
    words.pop("label", None)
    words.pop("name", None)
    if chinese:
        words |= {key: _YES_NO[str(words[key])] for key in ("reversed", "controllable") if key in words}
    return {"feature": one.name, **words, **{f"label_{language}": label for language, label in one.label.items()}}
