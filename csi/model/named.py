"""A word that somebody wrote, taken for a name of the model: the name itself, or its label in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import UsageFault
from ..terms import Text
from .model import Model
from .nearest import nearest

_LISTED = 12
_ANY = Text("latent or indicator", "潜变量或指标")


def called(model: Model, word: str, known: Sequence[str]) -> str | None:
    """The known name that the word is, or whose label it is in any language; None when there is none."""
    if word in known:
        return word
    said = word.strip()
    labels = ((name, label) for own in model.names().values() for name, label in own.items())
    return said if said in known else next((name for name, label in labels if label.strip() == said and name in known), None)


def listed(model: Model, said: str, known: Sequence[str], *, option: str, kind: Text = _ANY) -> list[str]:
    """The names in a list with commas of either width; what is a name or a label as it stands is not taken apart.

    Raises: UsageFault for one that there is not.
    """
    parts = [said] if called(model, said, known) else re.split("[,，]", said)
    words = [word for part in parts for word in ([part] if called(model, part, known) else part.split("、")) if word.strip()]
    return [named(model, word, known, option=option, kind=kind) for word in words]


def named(model: Model, word: str, known: Sequence[str], *, option: str, kind: Text = _ANY) -> str:
    """The known name that the word is or labels. Raises: UsageFault naming the nearest name or label."""
    found = called(model, word, known)
    if found is not None:
        return found
    near, names, word = near_to(model, word, known), list(dict.fromkeys(known)), word.strip()
    more = len(names) - _LISTED
    further = Text(f" … and {more} more; csi expand lists all", f" 等共 {len(names)} 个，可用 csi expand 查看全部")
    told = further if more > 0 else Text("", "")
    raise UsageFault(
        place=f"{option} {word}".strip(),
        reason=Text(f'the model has no {kind.en} "{word}"{near.en}.', f"模型中没有{kind.zh}“{word}”{near.zh}。"),
        remedy=Text(f"Name one of {', '.join(names[:_LISTED])}{told.en}.", f"可用名称：{'、'.join(names[:_LISTED])}{told.zh}。"),
    )


def near_to(model: Model, word: str, known: Sequence[str]) -> Text:
    """ "; the nearest is …", or nothing: the nearest of the names and of their labels."""
    labels = [label for own in model.names().values() for name, label in own.items() if name in known]
    near = nearest(word, [*known, *labels])
    return Text(f"; the nearest is {near}", f"；最接近的是 {near}") if near else Text("", "")
