"""The register of analyses in reading order: name -> one sentence. Rooms are imported when called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..terms import Text

if TYPE_CHECKING:
    from .contract import Analysis

ANALYSES: dict[str, Text] = {
    "score": Text("The 0-100 index of every latent, with its interval.", "每个潜变量的 0–100 指数及其区间。"),
    "gap": Text("How far experience falls short of what was expected.", "体验与期望之间的差距。"),
    "expectations": Text("Which expectations are essential, and which can be given up.", "哪些期望必须满足，哪些可以放弃。"),
    "ipma": Text(
        "Where to improve first: what matters most to the target and does worst.", "最值得先改进哪里：重要而表现不佳之处。"
    ),
    "ipa": Text("What matters, and how well it does.", "什么重要，又做得如何。"),
    "asymmetry": Text("What hurts when it fails, and what pleases when it excels.", "做不好会伤害什么，做得好会提升什么。"),
    "simulate": Text(
        "What an improvement would bring, how to reach an index, and where to spend first.",
        "改进会带来什么，怎样达到某个指数，钱该先花在哪里。",
    ),
    "drivers": Text("What matters most for satisfaction, and how sure that is.", "什么对满意度最重要，以及有多大把握。"),
    "kano": Text(
        "Which features must be there, which delight, and which nobody needs.", "哪些功能必须具备，哪些带来惊喜，哪些无人需要。"
    ),
    "pls": Text("What acts on what, how strongly, and whether the model holds.", "什么影响什么，影响多大，模型是否成立。"),
    "reliability": Text("Whether the latents are measured reliably and can be told apart.", "潜变量是否测得可靠，彼此能否区分。"),
    "multigroup": Text(
        "Whether groups measure alike, and where their paths and indices differ.",
        "各组是否以同样的方式测量，其路径与指数有何差异。",
    ),
}


def load(name: str) -> Analysis[Any]:
    """The room of that name. Raises KeyError when the register has none."""
    if name not in ANALYSES:
        raise KeyError(name)
    room = import_module(f".{name}", __package__)
    found: Analysis[Any] = getattr(room, name)
    return found
