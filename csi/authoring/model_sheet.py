"""Model -> the rows of the sheet `model`: a table of indicators, the paths below it, then the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Indicator, Latent, Model
from ..model.vocabulary import (
    FURTHER_KEYS,
    HIGHER_ORDERS,
    INDICATOR_HEADERS,
    LIST_SEPARATORS,
    PATH_HEADERS,
    PATH_SEPARATOR,
    RESPONDENT_SETTINGS,
    SETTING_HEADERS,
    SETTINGS,
)
from ..terms import Text
from .feature_words import feature_rows
from .model_words import benchmark_words, respondent_words, scale_words
from .yaml_lines import Value, flow

Row = dict[str, object]
_ALWAYS = ("latent", "indicator", "column", "expectation", "importance", "weight", "scale", "reversed")


def model_rows(model: Model, language: str | None = None) -> list[list[object]]:
    """The rows of a model sheet; reading them again gives the same model.

    language: of the header words ("en", "zh"); the model's own when not given.
    """
    chinese = (language or model.language) == "zh"
    rows = _indicator_table(model, chinese) if model.latents else []
    if model.features:
        rows += [[], *feature_rows(model, chinese)] if rows else feature_rows(model, chinese)
    if model.inner.paths:
        rows += [[], _words(PATH_HEADERS, chinese), *(list[object](path) for path in model.inner.paths)]
    return [*rows, [], _words(SETTING_HEADERS, chinese), *_settings(model, chinese)]


def _words(headers: Mapping[str, Text], chinese: bool) -> list[object]:
    return [text.zh if chinese else text.en for text in headers.values()]


def _indicator_table(model: Model, chinese: bool) -> list[list[object]]:
    rows = [row for latent in model.latents for row in _node_rows(latent, (latent.name,), chinese)]
    used = {key for row in rows for key, cell in row.items() if cell is not None}
    keys = [key for key in INDICATOR_HEADERS if key in _ALWAYS or (key in used and key != "part")]
    keys[1:1] = _part_keys(model)
    header: list[object] = [_header(key, chinese) for key in keys]
    return [header, *([row.get(key) for key in keys] for row in rows)]


def _part_keys(model: Model) -> list[str]:
    """part, part 2, …; two at least where a name holds the separator, because one alone would be split at it."""
    parts = [part for latent in model.latents for node in latent.nodes() for part in node.parts]
    depth = max((_depth(latent) for latent in model.latents), default=0)
    if any(PATH_SEPARATOR in part.name for part in parts):
        depth = max(depth, 2)
    return [_part_key(level) for level in range(1, depth + 1)]


def _depth(latent: Latent) -> int:
    return max((1 + _depth(part) for part in latent.parts), default=0)


def _part_key(level: int) -> str:
    return "part" if level == 1 else f"part {level}"


def _header(key: str, chinese: bool) -> str:
    word, _, level = key.partition(" ")
    text = INDICATOR_HEADERS[word]
    return (f"{text.zh}{level}" if chinese else f"{text.en} {level}").strip()


def _node_rows(node: Latent, way: tuple[str, ...], chinese: bool) -> Iterator[Row]:
    """A row for the node itself when it says something, then its indicators, then its parts."""
    place: Row = {"latent": way[0], **{_part_key(level): name for level, name in enumerate(way[1:], 1)}}
    own: Row = {
        "weight": node.weight,
        "mode": node.mode if node.mode != "A" else None,
        "higher_order": _higher_order(node, chinese),
        "points": node.points,
        **_by_language("label", node.label),
    }
    if any(cell is not None for cell in own.values()):
        yield {**place, **own}
    for indicator in node.indicators:
        yield {**place, **_indicator_row(indicator, chinese)}
    for part in node.parts:
        yield from _node_rows(part, (*way, part.name), chinese)


def _higher_order(node: Latent, chinese: bool) -> str | None:
    if node.higher_order is None:
        return None
    words = HIGHER_ORDERS[node.higher_order]
    return words.zh if chinese else words.en


def _indicator_row(indicator: Indicator, chinese: bool) -> Row:
    return {
        "indicator": indicator.name,
        "column": indicator.column,
        "expectation": indicator.expectation,
        "importance": indicator.importance,
        "weight": indicator.weight,
        "scale": _cell(scale_words(indicator.scale)),
        "reversed": _yes_no(indicator.reversed or None, chinese),
        "controllable": _yes_no(indicator.controllable, chinese),
        **_by_language("label", indicator.label),
        **_by_language("question", indicator.question),
        **{key: _further(getattr(indicator, key), chinese) for key in FURTHER_KEYS},
        "benchmark": _benchmark(indicator.benchmark),
    }


def _further(value: str | float | bool | None, chinese: bool) -> str | float | None:
    return _yes_no(value, chinese) if isinstance(value, bool) else value


def _benchmark(benchmark: float | str | None) -> str | float | None:
    return _cell(benchmark_words(benchmark)) if isinstance(benchmark, str) else benchmark


def _by_language(key: str, texts: Mapping[str, str]) -> Row:
    return {f"{key}_{language}": text for language, text in texts.items()}


def _yes_no(answer: bool | None, chinese: bool) -> str | None:
    if answer is None:
        return None
    return ("是" if answer else "否") if chinese else ("yes" if answer else "no")


def _cell(words: Value | None) -> str | None:
    """A short text as it is; anything else in the brackets of a model file."""
    return words if words is None or isinstance(words, str) else flow(words)


def _settings(model: Model, chinese: bool) -> Iterator[list[object]]:
    said: dict[str, Value | None] = {
        "name": model.name,
        "language": model.language,
        "scale": scale_words(model.scale),
        "missing": list(model.missing),
        "index": model.target if model.latents else None,
        "weights": model.weights,
        "managers": model.managers,
        "staff": model.staff,
        "gap_sign": model.gap_sign,
        **respondent_words(model),
    }
    headers = {**SETTINGS, **RESPONDENT_SETTINGS}
    for key, value in said.items():
        if value:
            yield [headers[key].zh if chinese else headers[key].en, _listed(value) if isinstance(value, list) else _cell(value)]


def _listed(values: list[str]) -> str:
    plain = all(value and value == value.strip() and not set(value) & set(LIST_SEPARATORS) for value in values)
    return ", ".join(values) if plain and not values[0].startswith("[") else flow(values)
