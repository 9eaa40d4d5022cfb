"""The words of a model sheet in both languages: header words, settings, yes and no. Its reader and its writer share them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from ..terms import Text

SHEET_NAMES = Text("model", "模型")
PATH_SEPARATOR = " / "  # between parts that stand in one cell
LIST_SEPARATORS = ",，、;；"  # between values that stand in one cell

# key -> (English header, 中文 header); `part` may be numbered for deeper levels
INDICATOR_HEADERS: dict[str, Text] = {
    "latent": Text("latent", "潜变量"),
    "part": Text("part", "部分"),
    "indicator": Text("indicator", "指标"),
    "column": Text("column", "列"),
    "expectation": Text("expectation", "期望列"),
    "importance": Text("importance", "重要性列"),
    "weight": Text("weight", "权重"),
    "scale": Text("scale", "量表"),
    "reversed": Text("reversed", "反向"),
    "controllable": Text("controllable", "可控"),
    "mode": Text("mode", "测量模式"),
    "higher_order": Text("higher_order", "高阶"),
    "label_en": Text("label_en", "英文标签"),
    "label_zh": Text("label_zh", "中文标签"),
    "question_en": Text("question_en", "英文题目"),
    "question_zh": Text("question_zh", "中文题目"),
    "minimum": Text("minimum", "最低可接受列"),
    "give_up": Text("give_up", "可放弃列"),
    "asked": Text("asked", "要求水平列"),
    "asked_less": Text("asked_less", "越低越严"),
    "standard": Text("standard", "行业标准"),
    "feasible": Text("feasible", "可行"),
    "company": Text("company", "企业估计"),
    "benchmark": Text("benchmark", "标杆"),
    "cost": Text("cost", "每点成本"),
    "ceiling": Text("ceiling", "上限"),
    "promised": Text("promised", "已承诺列"),
    "heard": Text("heard", "听说过列"),
    "vip_only": Text("vip_only", "仅限VIP"),
    "expectation_dimension": Text("expectation_dimension", "期望维度"),
    "experience_dimension": Text("experience_dimension", "体验维度"),
    "belief": Text("belief", "管理层看法列"),
    "service_standard": Text("service_standard", "服务标准列"),
    "delivery": Text("delivery", "服务交付列"),
    "promise": Text("promise", "对外承诺列"),
    "points": Text("points", "分值列"),
}
# what an indicator may say of expectations, priorities and promises; headers above and attributes of an Indicator
FURTHER_KEYS = (
    "minimum", "give_up", "asked", "asked_less", "standard", "feasible", "company", "benchmark", "cost", "ceiling", "promised", "heard",
    "vip_only", "expectation_dimension", "experience_dimension", "belief", "service_standard", "delivery", "promise",
)  # fmt: skip
FEATURE_HEADERS: dict[str, Text] = {
    "feature": Text("feature", "功能"),
    "functional": Text("functional", "正向题"),
    "dysfunctional": Text("dysfunctional", "反向题"),
    "importance": Text("importance", "重要性列"),
    "satisfaction": Text("satisfaction", "满意度列"),
    "reversed": Text("reversed", "反向"),
    "controllable": Text("controllable", "可控"),
    "label_en": Text("label_en", "英文标签"),
    "label_zh": Text("label_zh", "中文标签"),
}
PATH_HEADERS: dict[str, Text] = {"from": Text("from", "原因"), "to": Text("to", "结果")}
SETTING_HEADERS: dict[str, Text] = {"setting": Text("setting", "设置"), "value": Text("value", "值")}
SETTINGS: dict[str, Text] = {
    "name": Text("name", "名称"),
    "language": Text("language", "语言"),
    "scale": Text("scale", "量表"),
    "missing": Text("missing", "缺失码"),
    "index": Text("index", "目标"),
    "weights": Text("weights", "权重方式"),
    "managers": Text("managers", "管理层工作表"),
    "staff": Text("staff", "员工工作表"),
    "gap_sign": Text("gap_sign", "差距方向"),
}
RESPONDENT_SETTINGS: dict[str, Text] = {
    "id": Text("id", "编号"),
    "case_weight": Text("case_weight", "个案权重"),
    "segments": Text("segments", "细分"),
    "wave": Text("wave", "期次"),
    "cluster": Text("cluster", "群组"),
    "strata": Text("strata", "分层"),
    "recommend": Text("recommend", "推荐意愿"),
    "profit": Text("profit", "利润"),
    "tier": Text("tier", "客户等级"),
    "promises": Text("promises", "承诺数"),
    "kept": Text("kept", "兑现数"),
    "disconfirmation": Text("disconfirmation", "期望落差"),
}
_OTHER_WORDS: dict[str, str] = {
    "功能点": "feature",
    "具备时": "functional",
    "正向列": "functional",
    "不具备时": "dysfunctional",
    "反向列": "dysfunctional",
    "满意度": "satisfaction",
    "维度": "latent",
    "构念": "latent",
    "construct": "latent",
    "子维度": "part",
    "题项": "indicator",
    "列名": "column",
    "期望": "expectation",
    "重要性": "importance",
    "反向题": "reversed",
    "是否可控": "controllable",
    "模式": "mode",
    "高阶构念": "higher_order",
    "高阶方法": "higher_order",
    "二阶": "higher_order",
    "二阶构念": "higher_order",
    "题目": "question_zh",
    "question": "question_en",
    "缺失值": "missing",
    "指数": "index",
    "权重": "weights",
    "期望列名": "expectation",
    "最低可接受": "minimum",
    "最低期望": "minimum",
    "最低期望列": "minimum",
    "可放弃": "give_up",
    "要求水平": "asked",
    "是否可行": "feasible",
    "竞争对手": "benchmark",
    "对标": "benchmark",
    "单位成本": "cost",
    "成本": "cost",
    "已承诺": "promised",
    "听说过": "heard",
    "vip专享": "vip_only",
    "仅vip": "vip_only",
    "分值": "points",
    "兑现承诺数": "kept",
    "来源": "from",
    "去向": "to",
    "从": "from",
    "到": "to",
    "起点": "from",
    "终点": "to",
}
HIGHER_ORDERS: dict[str, Text] = {
    "two-stage": Text("two-stage", "两阶段法"),
    "repeated": Text("repeated", "重复指标法"),
}
YES_NO: dict[str, str] = {"是": "yes", "否": "no", "对": "yes", "错": "no", "√": "yes", "✓": "yes", "×": "no", "✗": "no"}


def folded(word: str) -> str:
    """A header word without case, width, spaces, underscores and brackets, so that "Label (zh)" is label_zh."""
    return re.sub(r"[\s_()（）\-]", "", unicodedata.normalize("NFKC", word).casefold())


def key_of(word: str, headers: Mapping[str, Text]) -> str | None:
    """The key among `headers` that a header word stands for, in either language; None when it stands for none."""
    seen = folded(word)
    for key, text in headers.items():
        if seen in (folded(text.en), folded(text.zh)):
            return key
    other = _OTHER_WORDS.get(seen)
    return other if other in headers else None
