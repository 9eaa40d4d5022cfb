"""A model in the words of a model file: the short form wherever it loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import ModelFault
from ..model import Indicator, Latent, Model, Scale
from ..model.short_forms import ends_text, is_one_column, number_text, path_names, range_text, reads_as_number
from ..model.vocabulary import FURTHER_KEYS
from ..terms import Text
from .feature_words import feature_words
from .yaml_lines import Value


def model_words(model: Model) -> dict[str, Value]:
    """Everything that the model says, as keys and words; what is not said is left out."""
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
        "latents": {latent.name: _latent(latent) for latent in model.latents},
        "paths": _paths(model.inner.paths),
        "respondents": respondent_words(model),
        "features": feature_words(model),
    }
    return _said(said)


def scale_words(scale: Scale | None) -> Value | None:
    """1-10, or {min, max, missing, labels}. Raises: ModelFault when the scale itself is turned round."""
    if scale is None:
        return None
    if scale.reversed:
        raise ModelFault(
            place=Text("scale", "量表"),
            reason=Text("a scale of a model cannot be reversed itself.", "模型中的量表本身不能标为反向。"),
            remedy=Text("Say reversed at the indicator.", "请在指标上标明反向。"),
        )
    short = ends_text(scale.lowest, scale.highest)
    if short is not None and not scale.missing and not scale.labels:
        return short
    labels = {label: number_text(score) for label, score in scale.labels.items()}
    ends = {"min": number_text(scale.lowest), "max": number_text(scale.highest)}
    return _said({**ends, "missing": list(scale.missing), "labels": labels})


def respondent_words(model: Model) -> dict[str, Value]:
    """The columns that speak of the respondent, by role."""
    roles = {role: list(column) if isinstance(column, tuple) else column for role, column in vars(model.respondents).items()}
    return _said(roles)


def _said(pairs: dict[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in pairs.items() if value}


def _latent(latent: Latent) -> Value:
    indicators = list(_indicators(latent.indicators))
    branch: dict[str, Value | None] = {
        "label": dict(latent.label),
        "mode": latent.mode if latent.mode != "A" else None,
        "higher_order": latent.higher_order,
        "weight": None if latent.weight is None else number_text(latent.weight),
        "points": latent.points,
        "indicators": indicators,
        "parts": {part.name: _latent(part) for part in latent.parts},
    }
    said = _said(branch)
    return indicators if list(said) == ["indicators"] else said


def _indicators(indicators: Sequence[Indicator]) -> Iterator[Value]:
    """Each indicator in its shortest form; plain columns that follow one another become a range."""
    run: list[str] = []
    for indicator in indicators:
        words = _indicator(indicator)
        if isinstance(words, str):
            run.append(words)
            continue
        yield from _ranges(run)
        run = []
        yield words
    yield from _ranges(run)


def _ranges(columns: Sequence[str]) -> Iterator[str]:
    start = 0
    while start < len(columns):
        ends = range(len(columns), start, -1)
        end = next((end for end in ends if range_text(columns[start:end]) is not None), start + 1)
        yield range_text(columns[start:end]) or columns[start]
        start = end


def _indicator(indicator: Indicator) -> Value:
    said: dict[str, Value | None] = {
        "name": indicator.name if indicator.name != indicator.column else None,
        "column": indicator.column,
        "expectation": indicator.expectation,
        "importance": indicator.importance,
        "weight": None if indicator.weight is None else number_text(indicator.weight),
        "scale": scale_words(indicator.scale),
        "reversed": "yes" if indicator.reversed else None,
        "controllable": None if indicator.controllable is None else ("yes" if indicator.controllable else "no"),
        "label": dict(indicator.label),
        "question": dict(indicator.question),
        **_further(indicator),
    }
    words = _said(said)
    return indicator.column if list(words) == ["column"] and is_one_column(indicator.column) else words


def _further(indicator: Indicator) -> dict[str, Value | None]:
    """What an indicator says of expectations, priorities and promises."""
    said = {key: getattr(indicator, key) for key in FURTHER_KEYS}
    return {key: benchmark_words(value) if key == "benchmark" else _word(value) for key, value in said.items()}


def _word(value: str | float | bool | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return ("yes" if value else "no") if isinstance(value, bool) else number_text(value)


def benchmark_words(benchmark: float | str | None) -> Value | None:
    """A number or a column; {column} where the name of the column reads as something else."""
    odd = isinstance(benchmark, str) and (reads_as_number(benchmark) or benchmark.startswith("{"))
    return {"column": str(benchmark)} if odd else _word(benchmark)


def _paths(paths: Sequence[tuple[str, str]]) -> Value:
    """cause: [effects] where that keeps the order, else a list of arrows."""
    by_cause: dict[str, list[str]] = {}
    for cause, effect in paths:
        by_cause.setdefault(cause, []).append(effect)
    if [(cause, effect) for cause, effects in by_cause.items() for effect in effects] == list(paths):
        return dict(by_cause)
    return [_arrow(cause, effect) for cause, effect in paths]


def _arrow(cause: str, effect: str) -> Value:
    short = f"{cause} -> {effect}"
    return short if path_names(short) == (cause, effect) else {"from": cause, "to": effect}
