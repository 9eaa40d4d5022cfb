"""Words of an option read as names of the model."""

from __future__ import annotations

from ..model.named import listed
from ..study import Study
from ..terms import Text


def names_of(study: Study, said: str | None, *, option: str = "--drivers", indicators: bool = False) -> list[str] | None:
    """Latents and indicators, or their labels, separated by commas. None where nothing was said.

    indicators: whether only these may be named. Raises: UsageFault for a name that the model has not.
    """
    if said is None:
        return None
    pairs = study.model.indicators
    if indicators:
        return listed(study.model, said, [leaf.name for _, leaf in pairs], option=option, kind=Text("indicator", "指标"))
    return listed(study.model, said, list(dict.fromkeys(n for latent, leaf in pairs for n in (latent, leaf.name))), option=option)
