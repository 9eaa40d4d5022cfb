"""Ready-made models: name -> one sentence. A preset is the text of a model file, read like any other."""

from __future__ import annotations

from ...errors import UsageFault
from ...terms import Text
from ..nearest import nearest

PRESETS: dict[str, Text] = {
    "acsi": Text(
        "American-style index: expectations, quality, value, satisfaction, complaints, loyalty (14 columns, 1-10).",
        "美国式满意指数：预期、质量、价值、满意、抱怨、忠诚（14 列，1–10 分）。",
    ),
    "ecsi": Text(
        "European index for any trade: image, expectations, product and service quality, value, satisfaction, loyalty.",
        "通用欧洲满意指数：形象、预期、产品与服务质量、价值、满意、忠诚。",
    ),
    "ecsi-mobi": Text(
        "European index for mobile telephony: 24 questions, with complaint handling.",
        "移动通信欧洲满意指数：24 题，含投诉处理。",
    ),
    "ccsi": Text(
        "Chinese index (GB/T 19038): brand image, expected and perceived quality, value, satisfaction, loyalty.",
        "中国顾客满意指数（GB/T 19038）：品牌形象、预期质量、感知质量、感知价值、满意度、忠诚。",
    ),
    "servqual": Text(
        "Service quality as expectation gaps: 22 pairs of statements in five dimensions (1-7).",
        "SERVQUAL 服务质量差距：五个维度、22 对陈述（1–7 分）。",
    ),
    "retail-staff": Text(
        "Sales staff in retail: a weighted tree of 17 questions with answer words.",
        "零售销售服务人员测评表：17 题加权指标树，文字选项。",
    ),
    "basic5": Text(
        "Five aspects expected, experienced and weighed, with satisfaction and loyalty (1-5).",
        "五个方面的期望、体验与重要性，加满意与忠诚（1–5 分）。",
    ),
    "kano": Text(
        "Kano questionnaire: six features of a shop, each asked about with it and without it.",
        "KANO 问卷：购物服务的六个功能，每个功能问“具备”与“不具备”两题。",
    ),
}
ALIASES: dict[str, str] = {"gbt19038": "ccsi"}


def is_preset(name: str) -> bool:
    """Whether a preset has that name or alias, in any case."""
    return name.casefold() in PRESETS or name.casefold() in ALIASES


def preset_text(name: str) -> str:
    """The model file of a preset. Raises: UsageFault when there is none of that name."""
    key = ALIASES.get(name.casefold(), name.casefold())
    if key not in PRESETS:
        meant = nearest(name, (*PRESETS, *ALIASES))
        raise UsageFault(
            place=f"preset {name}",
            reason=Text(
                f'there is no preset "{name}"; there are {", ".join(PRESETS)}.',
                f"没有名为“{name}”的预设；现有预设：{'、'.join(PRESETS)}。",
            ),
            remedy=Text(f'The nearest is "{meant}".', f"最接近的是“{meant}”。")
            if meant
            else Text("Choose one of these.", "请从中选择。"),
        )
    from importlib import resources  # costs more than the names, which every `csi init` lists

    return (resources.files(__package__) / f"{key}.yaml").read_text(encoding="utf-8")
