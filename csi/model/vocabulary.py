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
}
_OTHER_WORDS: dict[str, str] = {
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
