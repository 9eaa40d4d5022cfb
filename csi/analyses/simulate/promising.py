"""Raises of what measures expectations: more is promised then, and no service is better."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...findings import Remark
from ...model import Latent, Model
from ...terms import Text
from .levers import Levers

_SPOKEN = re.compile(r"expect|anticipat|期望|期待|预期|預期", re.IGNORECASE)
_JUDGED = re.compile(  # these are about how experience compares with what was expected
    r"confirm|fulfil|\bmet\b|meet|gap|exceed|compared|versus|beyond|below|above|差距|符合|满足|達到|达到|超出|超过|落差|确认|不一致|相比|比较",
    re.IGNORECASE,
)


def about_expectations(levers: Levers, names: Collection[str] | None = None) -> Iterator[Remark]:
    """A warning where any of the names measures what is expected. names: of latents, parts and indicators; None: every usable lever."""
    wanted = {lever.leaf.name for lever in levers.usable} if names is None else names
    found = tuple(name for name in _measuring(levers.mechanism.study.model) if name in wanted)
    if found:
        text = Text(
            "{names} {count:measures|measure} expectations: to raise {count:it|them} is to promise more, and no improvement of the service",
            "{names}测量的是期望：提高期望意味着作出更高的承诺，并不是服务的改进",
        )
        yield Remark("raises_expectations", text, {"names": found, "count": len(found)})


def _measuring(model: Model) -> list[str]:
    """The latents, parts and indicators that measure what is expected, each once."""
    asked = {leaf.expectation for _, leaf in model.indicators}
    found = [leaf.name for _, leaf in model.indicators if leaf.column in asked]
    for latent in model.latents:
        for node in latent.nodes():
            if _expects(node):
                found += [*(part.name for part in node.nodes()), *(leaf.name for leaf in node.leaves())]
    return list(dict.fromkeys(found))


def _expects(latent: Latent) -> bool:
    words = (latent.name, *latent.label.values())
    return any(map(_SPOKEN.search, words)) and not any(map(_JUDGED.search, words))
