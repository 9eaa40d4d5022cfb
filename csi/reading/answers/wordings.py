"""Other wordings of the steps that nobody used: the questionnaire's own word for them is not known yet."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

from ...model import Model, Scale
from ..cells import Cells
from .columns import column_of
from .labels import LabelSet, label_sets
from .no_answers import is_no_answer
from .written_form import normalise, split_code


def for_the_next_wave(cells: Cells, model: Model) -> Model:
    """The model with every known wording of the steps that nobody used: in the next wave somebody may."""
    names = [name for _, leaf in model.indicators for name in (leaf.column, leaf.expectation) if name is not None]
    at = [(position, name) for name in names if (position := cells.position(name)) is not None]
    seen = frozenset(said.text for position, name in at for said in column_of(cells, position, name).said)
    latents = tuple(
        dataclasses.replace(
            latent,
            indicators=tuple(dataclasses.replace(leaf, scale=_with_wordings(leaf.scale, seen)) for leaf in latent.indicators),
        )
        for latent in model.latents
    )
    return dataclasses.replace(model, latents=latents, scale=_with_wordings(model.scale, seen))


def _with_wordings(scale: Scale | None, seen: Collection[str]) -> Scale | None:
    if scale is None or not scale.labels:
        return scale
    words = {split_code(normalise(label))[0]: round(score - scale.lowest) for label, score in scale.labels.items()}
    used = {score for label, score in scale.labels.items() if label in seen}
    unused = {round(score - scale.lowest): score for score in scale.labels.values() if score not in used}
    fitting = [one for one in label_sets(tuple(words)) if unused and one.size == scale.width + 1 and _agrees(one, words)]
    steps: dict[str, set[int]] = {}
    for one in fitting:
        for word, step in one.steps.items():
            steps.setdefault(word, set()).add(step)
    sure = {
        word: found.pop() for word, found in steps.items() if len(found) == 1 and word not in words and not is_no_answer(word)
    }
    more = {word: unused[step] for word, step in sure.items() if step in unused}
    labels = sorted({**scale.labels, **more}.items(), key=lambda pair: pair[1])
    return dataclasses.replace(scale, labels=dict(labels))


def _agrees(one: LabelSet, words: Mapping[str, int]) -> bool:
    return all(one.steps.get(word) == step for word, step in words.items())
