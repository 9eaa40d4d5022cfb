"""Small surveys and models of every odd kind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.survey import Survey

ODDITIES = ("ties", "constant", "twins", "noise", "missing block", "holes", "reversed", "nearly constant", "extremes")
SCALES = (Scale(1, 5), Scale(1, 10), Scale(0, 100), Scale(0, 1))


@dataclass(frozen=True)
class Case:
    """One survey with its model and the options of its run."""

    survey: Survey
    model: Model
    options: dict[str, object]
    oddities: tuple[str, ...]


def case(seed: int) -> Case:
    """The case of that number: n from 3 to 300, 1 to 5 latents of 1 to 5 items, up to three oddities, any options."""
    rng = np.random.default_rng(seed)
    scale = SCALES[rng.integers(len(SCALES))]
    model = _model(rng, scale)
    columns = [leaf.column for _, leaf in model.indicators]
    n = int(rng.choice([3, 5, 9, 12, 20, 35, 60, 110, 200, 300]))
    oddities = tuple(rng.choice(ODDITIES, size=rng.integers(0, 4), replace=False).tolist())
    answers = _answers(rng, n, model, scale)
    for oddity in oddities:
        answers = _spoilt(rng, answers, oddity, scale)
    survey = Survey(
        np.concatenate([answers, _beside(rng, answers, scale)], axis=1),
        (*columns, *(f"e{column}" for column in columns)),
        (scale,) * (2 * len(columns)),
        labels={"group": tuple(rng.choice(["a", "b", "c"], size=n, p=[0.5, 0.45, 0.05]).tolist())},
        numbers={"w": rng.choice([0, 0.5, 1, 3], size=n, p=[0.05, 0.3, 0.5, 0.15])},
    )
    return Case(survey, model, _options(rng), oddities)


def _model(rng: np.random.Generator, scale: Scale) -> Model:
    k = int(rng.integers(1, 6))
    method = [None, "two-stage", "repeated"][rng.integers(3)]
    latents = tuple(_latent(rng, f"L{number}", method) for number in range(k))
    arrows = [(f"L{a}", f"L{b}") for b in range(k) for a in range(b) if rng.random() < 0.6]
    crossed = [] if rng.random() < 0.8 else _crossed(arrows)
    paths = InnerModel((*arrows, *crossed))
    target = latents[-1].name if rng.random() < 0.8 else "overall"
    roles = Respondents(segments=("group",), case_weight="w" if rng.random() < 0.2 else None)
    return Model(latents, paths, target, scale=scale, respondents=roles)


def _crossed(arrows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One interaction, where a latent has two causes."""
    for target in dict.fromkeys(end for _, end in arrows):
        causes = [start for start, end in arrows if end == target]
        if len(causes) > 1:
            return [(f"{causes[0]} * {causes[1]}", target)]
    return []


def _latent(rng: np.random.Generator, name: str, method: str | None) -> Latent:
    size = int(rng.choice([1, 2, 3, 4, 5]))
    leaves = tuple(
        Indicator(f"{name}i{j}", f"{name}i{j}", expectation=f"e{name}i{j}" if rng.random() < 0.3 else None) for j in range(size)
    )
    mode = "B" if rng.random() < 0.2 else "A"
    if size > 3 and rng.random() < 0.3:
        parts = (Latent(f"{name}a", indicators=leaves[:2]), Latent(f"{name}b", indicators=leaves[2:]))
        return Latent(name, parts=parts, mode=mode, higher_order=method)  # type: ignore[arg-type]
    return Latent(name, indicators=leaves, mode=mode)  # type: ignore[arg-type]


def _answers(rng: np.random.Generator, n: int, model: Model, scale: Scale) -> np.ndarray:
    common = rng.standard_normal((n, 1))
    columns = []
    for latent in model.latents:
        own = 0.6 * common + 0.8 * rng.standard_normal((n, 1))
        size = len(list(latent.leaves()))
        columns.append(rng.uniform(0.3, 0.9) * own + 0.6 * rng.standard_normal((n, size)))
    middle, reach = (scale.lowest + scale.highest) / 2, (scale.highest - scale.lowest) / 4
    return np.clip(np.rint(middle + reach * np.column_stack(columns)), scale.lowest, scale.highest)


def _spoilt(rng: np.random.Generator, answers: np.ndarray, oddity: str, scale: Scale) -> np.ndarray:
    x = answers.copy()
    j, other = rng.integers(x.shape[1], size=2)
    if oddity == "ties":
        x[:] = np.where(x > np.nanmedian(x) if np.isfinite(x).any() else x > 0, scale.highest, scale.lowest)
    elif oddity == "constant":
        x[:, j] = scale.highest
    elif oddity == "twins":
        x[:, j] = x[:, other]
    elif oddity == "noise":
        x[:] = rng.integers(int(scale.lowest), int(scale.highest) + 1, x.shape)
    elif oddity == "missing block":
        x[: len(x) // 2 + 1, j:] = np.nan
    elif oddity == "holes":
        x[rng.random(x.shape) < rng.uniform(0.02, 0.6)] = np.nan
    elif oddity == "reversed":
        x[:, j] = scale.lowest + scale.highest - x[:, j]
    elif oddity == "nearly constant":
        x[1:, j] = scale.lowest
    else:
        x[rng.random(x.shape) < 0.3] = scale.lowest
    return x


def _beside(rng: np.random.Generator, answers: np.ndarray, scale: Scale) -> np.ndarray:
    """Expectations beside the answers."""
    return np.clip(
        np.rint(answers + rng.normal(0, (scale.highest - scale.lowest) / 6, answers.shape)), scale.lowest, scale.highest
    )


def _options(rng: np.random.Generator) -> dict[str, object]:
    options: dict[str, object] = {
        "missing": str(rng.choice(["available", "available", "listwise", "mean", "em"])),
        "interval": str(rng.choice(["percentile", "percentile", "bca", "normal"])),
        "scheme": str(rng.choice(["path", "path", "factorial", "centroid"])),
        "resamples": int(rng.choice([0, 20, 100])),
        "seed": int(rng.integers(1000)),
        "weights": [None, None, "equal", "component", "pls"][rng.integers(5)],
    }
    return options
