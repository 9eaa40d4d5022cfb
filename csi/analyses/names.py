"""Words of an option read as names of the model."""

from __future__ import annotations

from ..errors import UsageFault
from ..model.nearest import nearest
from ..study import Study
from ..terms import Text


def names_of(study: Study, said: str | None, *, option: str = "--drivers") -> list[str] | None:
    """Latents and indicators separated by commas; a name that holds commas stands as it is. None where nothing was said.

    Raises: UsageFault for a name that the model has not.
    """
    if said is None:
        return None
    known = list(dict.fromkeys(name for latent, leaf in study.model.indicators for name in (latent, leaf.name)))
    if said.strip() in known:
        return [said.strip()]
    parts = (part.strip() for part in said.replace("，", ",").replace("、", ",").split(","))
    named = [part for part in parts if part]
    for word in named:
        if word not in known:
            raise _unknown(option, word, known)
    return named


def _unknown(option: str, word: str, known: list[str]) -> UsageFault:
    near = nearest(word, known)
    said = Text(f"; the nearest is {near}", f"；最接近的是 {near}") if near else Text("", "")
    few = ", ".join(known[:10]), "、".join(known[:10])
    return UsageFault(
        place=f"{option} {word}",
        reason=Text(f"no latent or indicator has that name{said.en}.", f"潜变量和指标中没有该名称{said.zh}。"),
        remedy=Text(f"Name one of the model's, such as {few[0]}.", f"请指定模型中的名称，例如 {few[1]}。"),
    )
